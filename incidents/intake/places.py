"""Where a row happened: by code, name or point; names win, doubt is told, nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from incidents.intake.faults import Fault
from incidents.intake.points import Point, Points, Spot, is_near, read_point, spot_of
from incidents.intake.spelling import Names, Unresolved, is_nationwide
from incidents.intake.words import is_blank

BARE_CODE = re.compile(r"KP[ ._]?\d{2,4}|PRK[ ._-]?\d{2,6}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a row says of its place. `finest` is the finest level its source vouches for.

    `refine`: a point may name the district of a row that names its province only. `verbatim`:
    district names that resolve are kept as they are spelled if only spelled otherwise.
    `country` is given only if it is another one.
    """

    province: str = ""
    district: str = ""
    place: str = ""
    country: str = ""
    lat: str = ""
    lon: str = ""
    finest: str = "district"
    why_finest: str = ""
    refine: bool = False
    verbatim: bool = False
    point_counts: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the row is put: names and ids, "" for unknown; the faults met; names not resolved."""

    province: str = ""
    district: str = ""
    district_id: str = ""
    locality: str = ""
    dropped: bool = False
    faults: tuple[Fault, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()

    @property
    def precision(self) -> str:
        """The level the place is known at: locality, district, province or country."""
        if self.district:
            return "locality" if self.locality else "district"
        return "province" if self.province else "country"


@dataclass(slots=True)
class _Draft:
    """A place in the making; `off`: its province is unknown or the whole country is meant."""

    province: str = ""
    districts: list[tuple[str, str]] = field(default_factory=list)
    locality: str = ""
    dropped: bool = False
    off: bool = False
    faults: list[Fault] = field(default_factory=list)
    unresolved: list[Unresolved] = field(default_factory=list)

    def drop(self, field_name: str, value: str, why: str, becomes: str = "") -> None:
        """Leave something out and say so."""
        self.dropped = True
        self.faults.append(Fault(field_name, value, becomes, why))

    def finish(self) -> Placed:
        """The place as it stands."""
        ids = dict.fromkeys(id for _, ids in self.districts for id in ids.split(";") if id)
        return Placed(
            self.province,
            ";".join(dict.fromkeys(name for name, _ in self.districts)),
            ";".join(ids),
            self.locality,
            self.dropped,
            tuple(self.faults),
            tuple(self.unresolved),
        )


def put(asked: Asked, names: Names, points: Points) -> Placed:
    """Return where a row is put, by its names first, by its point where it has none."""
    draft = _Draft()
    if asked.country:
        draft.drop("country", asked.country, "Not North Korea, so the row is on no map here.")
        return draft.finish()
    if asked.finest == "country":
        for name, value in (("province", asked.province), ("district", asked.district)):
            if not is_blank(value):
                draft.drop(name, value, asked.why_finest)
        return draft.finish()
    _put_by_name(draft, asked, names)
    _coarsen(draft, asked)
    if not draft.off:
        _use_point(draft, asked, points)
    return draft.finish()


def _put_by_name(draft: _Draft, asked: Asked, names: Names) -> None:
    province = "" if is_blank(asked.province) else asked.province.strip()
    district = "" if is_blank(asked.district) else asked.district.strip()
    if not (province or district) and not is_blank(asked.place):
        return _put_words(draft, asked.place.strip(), names, "place", asked)
    if is_nationwide(province) and not district:
        draft.off = True
    elif province and not is_nationwide(province):
        code = names.province(province)
        if not code and not district and not BARE_CODE.fullmatch(province):
            return _put_words(draft, province, names, "province", asked)
        if not code:
            return _drop_province(draft, province, district, names)
        draft.province = code
    if district and is_nationwide(district):
        draft.off = not draft.province
    elif district:
        _put_districts(draft, district, names, asked)
    return None


def _drop_province(draft: _Draft, province: str, district: str, names: Names) -> None:
    draft.off = True
    if BARE_CODE.fullmatch(province):
        why = (
            "This code means different provinces in different lists. Write the name, or an ISO "
            "code such as KP-10."
        )
        draft.unresolved.append(Unresolved("province", province, ()))
    else:
        missing = names.missing("province", province)
        why = missing.why()
        draft.unresolved.append(missing)
    draft.drop("province", province, why)
    if district:
        draft.drop("district", district, "Without its province the row is on no map.")


def _put_words(draft: _Draft, words: str, names: Names, field_name: str, asked: Asked) -> None:
    """A place written in one cell: province, district and perhaps a finer place."""
    if is_nationwide(words) or BARE_CODE.fullmatch(words):
        draft.off = True
        return None if is_nationwide(words) else _drop_province(draft, words, "", names)
    found = names.words(words)
    draft.province, draft.locality = found.province, found.locality
    draft.districts = [(d.spelled if asked.verbatim else d.name, d.id) for d in found.districts]
    for missing in found.unresolved:
        draft.unresolved.append(missing)
        draft.drop(field_name, missing.name, missing.why())
    draft.off = field_name == "province" and not draft.province
    return None


def _put_districts(draft: _Draft, district: str, names: Names, asked: Asked) -> None:
    found = names.districts(district, draft.province, asked.verbatim)
    provinces = {one.province for one in found.districts}
    if not draft.province and len(provinces) > 1:
        draft.drop(
            "district", district, "The districts lie in different provinces; name the province."
        )
        return
    kept = ";".join(one.name for one in found.districts)
    for missing in found.unresolved:
        if not missing.elsewhere:
            draft.unresolved.append(missing)
        draft.drop("district", missing.name, f"{missing.why()} {_left(draft, kept)}", kept)
    if found.districts:
        draft.province = draft.province or found.districts[0].province
        draft.districts = [(one.name, one.id) for one in found.districts]
        draft.locality = found.locality


def _left(draft: _Draft, kept: str) -> str:
    if kept:
        return f"What is left is {kept}."
    return "The row stays at its province." if draft.province else "Its province is not known."


def _coarsen(draft: _Draft, asked: Asked) -> None:
    """Leave out what is finer than the source vouches for."""
    if asked.finest == "province" and draft.districts:
        value = ";".join(name for name, _ in draft.districts)
        draft.districts, draft.locality = [], ""
        draft.drop("district", value, asked.why_finest)


def _use_point(draft: _Draft, asked: Asked, points: Points) -> None:
    point, fault = read_point(asked.lat, asked.lon)
    if fault:
        draft.faults.append(fault)
    if point is None or not asked.point_counts:
        return
    if not draft.province:
        _put_by_point(draft, asked, point, points.spot(point))
        return
    ids = [one for _, ids in draft.districts for one in ids.split(";") if one]
    if fault := points.disagrees(point, draft.province, ids):
        draft.faults.append(fault)
    elif not draft.districts and asked.finest == "district" and not draft.dropped:
        _refine(draft, asked, point, points.spot(point))


def _refine(draft: _Draft, asked: Asked, point: Point, found: Spot | None) -> None:
    if found is None or found.province != draft.province:
        return
    if asked.refine:
        draft.districts = [(found.name, found.id)]
    else:
        why = (
            f"The row names its province only; its point, in {found.name}, may be a mere middle "
            "of the province and was not used. Name the district if it is meant."
        )
        draft.faults.append(Fault("coordinates", point.text, "", why))


def _put_by_point(draft: _Draft, asked: Asked, point: Point, found: Spot | None) -> None:
    ambiguous = [name for name in draft.unresolved if name.ambiguous]
    if ambiguous:
        _settle_by_point(draft, asked, point, ambiguous[0])
    elif found is None:
        why = "No district lies here or within 3 km, so the row is on no map."
        draft.drop("coordinates", point.text, why)
    else:
        draft.faults = [
            replace(fault, becomes=found.name, why=f"{fault.why} Its point was taken.")
            for fault in draft.faults
        ]
        _take_spot(draft, asked, found)


def _settle_by_point(draft: _Draft, asked: Asked, point: Point, name: Unresolved) -> None:
    """A name with several meanings and a point near exactly one of them agree on that one."""
    spots = [spot for spot in map(spot_of, name.suggestions) if spot and is_near(point, spot.id)]
    if len(spots) == 1 and len(draft.unresolved) == 1:
        draft.faults, draft.unresolved, draft.dropped = [], [], False
        _take_spot(draft, asked, spots[0])
    else:
        draft.drop("coordinates", point.text, "The point is not in a place of that name.")


def _take_spot(draft: _Draft, asked: Asked, spot: Spot) -> None:
    draft.province = spot.province
    if asked.finest == "district":
        draft.districts = [(spot.name, spot.id)]
