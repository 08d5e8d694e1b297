"""Where a row happened: by code, name or point; names win, doubt is told, nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from incidents.intake.faults import Fault
from incidents.intake.placing import Asked, Draft, Placed
from incidents.intake.points import Point, Points, Spot, read_point, spot_of
from incidents.intake.said import Label, Said, Several, to_say
from incidents.intake.spelling import Names, is_nationwide
from incidents.intake.unresolved import Unresolved
from incidents.intake.words import is_blank

STAYS, NOWHERE = to_say("place_faults.stays_at_province"), to_say("place_faults.province_unknown")
TAKEN = to_say("place_faults.point_taken")
BARE_CODE = re.compile(r"KP[ ._]?\d{2,4}|PRK[ ._-]?\d{2,6}", re.IGNORECASE)


def draft_by_names(asked: Asked, names: Names) -> Draft:
    """Return the place a row's names give, still open to its point."""
    draft = Draft()
    if asked.country:
        draft.off = True
        draft.drop("country", asked.country, to_say("place_faults.abroad"))
    elif asked.finest == "country":
        draft.off = True
        for name, value in (("province", asked.province), ("district", asked.district)):
            if not is_blank(value):
                draft.drop(name, value, asked.why_finest)
    else:
        _put_by_name(draft, asked, names)
        _coarsen(draft, asked)
    return draft


def put_at(draft: Draft, asked: Asked, lat: str, lon: str, points: Points) -> Placed:
    """Return where a row is put: by its names if they give a place, by its point if not."""
    if not draft.off:
        draft = draft.copy()
        _use_point(draft, asked, lat, lon, points)
    return draft.finish()


def _put_by_name(draft: Draft, asked: Asked, names: Names) -> None:
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
    elif draft.province and not is_blank(asked.place):
        _put_place(draft, asked.place.strip(), names, asked)
    return None


def _put_place(draft: Draft, place: str, names: Names, asked: Asked) -> None:
    """A place beside its province: a district of it, or else a finer place kept as text."""
    _put_districts(draft, place, names, asked, "place")
    if not draft.districts:
        draft.locality = place


def _drop_province(draft: Draft, province: str, district: str, names: Names) -> None:
    draft.off = True
    if BARE_CODE.fullmatch(province):
        why = to_say("place_faults.code_of_several")
        draft.unresolved.append(Unresolved("province", province, ()))
    else:
        missing = names.missing("province", province)
        why = missing.why()
        draft.unresolved.append(missing)
    draft.drop("province", province, why)
    if district:
        draft.drop("district", district, to_say("place_faults.without_province"))


def _put_words(draft: Draft, words: str, names: Names, field_name: str, asked: Asked) -> None:
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


def _put_districts(
    draft: Draft, district: str, names: Names, asked: Asked, field_name: str = "district"
) -> None:
    found = names.districts(district, draft.province, asked.verbatim)
    provinces = {one.province for one in found.districts}
    if not draft.province and len(provinces) > 1:
        draft.drop(field_name, district, to_say("place_faults.several_provinces"))
        return
    kept = ";".join(one.name for one in found.districts)
    for missing in found.unresolved:
        if not missing.elsewhere:
            draft.unresolved.append(missing)
        why = Several((missing.why(), _left(draft, kept)))
        draft.drop(field_name, missing.name, why, kept)
    if found.districts:
        draft.province = draft.province or found.districts[0].province
        draft.districts = [(one.name, one.id) for one in found.districts]
        draft.locality = found.locality


def _left(draft: Draft, kept: str) -> Said:
    if kept:
        return to_say("place_faults.kept", districts=kept)
    return STAYS if draft.province else NOWHERE


def _coarsen(draft: Draft, asked: Asked) -> None:
    """Leave out what is finer than the source vouches for."""
    if asked.finest == "province" and draft.districts:
        value = ";".join(name for name, _ in draft.districts)
        draft.districts, draft.locality = [], ""
        draft.drop("district", value, asked.why_finest)


def _use_point(draft: Draft, asked: Asked, lat: str, lon: str, points: Points) -> None:
    point, fault = read_point(lat, lon)
    if fault:
        draft.faults.append(fault)
    if point is None or not asked.point_counts:
        return
    if not draft.province:
        _put_by_point(draft, asked, point, points)
        return
    ids = [one for _, ids in draft.districts for one in ids.split(";") if one]
    if fault := points.disagrees(point, draft.province, ids):
        draft.faults.append(fault)
    elif not draft.districts and asked.finest == "district" and not draft.dropped:
        _refine(draft, asked, point, points.spot(point))


def _refine(draft: Draft, asked: Asked, point: Point, found: Spot | None) -> None:
    if found is None or found.province != draft.province:
        return
    if asked.refine:
        draft.districts = [(found.name, found.id)]
    else:
        why = to_say("place_faults.may_be_middle", district=Label("district_name", found.id))
        draft.faults.append(Fault("coordinates", point.text, "", why))


def _put_by_point(draft: Draft, asked: Asked, point: Point, points: Points) -> None:
    found = points.spot(point)
    ambiguous = [name for name in draft.unresolved if name.ambiguous]
    if ambiguous:
        _settle_by_point(draft, asked, ambiguous[0], points.near(point), point.text)
    elif found is None:
        draft.drop("coordinates", point.text, to_say("place_faults.nothing_near"))
    else:
        draft.faults = [
            replace(fault, becomes=found.name, reason=Several((fault.reason, TAKEN)))
            for fault in draft.faults
        ]
        _take_spot(draft, asked, found)


def _settle_by_point(
    draft: Draft, asked: Asked, name: Unresolved, near: Iterable[str], text: str
) -> None:
    """A name with several meanings and a point near exactly one of them agree on that one."""
    spots = [spot_of(one) for one in near if one in name.suggestions]
    if len(spots) == 1 and spots[0] and len(draft.unresolved) == 1:
        draft.faults, draft.unresolved, draft.dropped = [], [], False
        _take_spot(draft, asked, spots[0])
    else:
        draft.drop("coordinates", text, to_say("place_faults.point_elsewhere"))


def _take_spot(draft: Draft, asked: Asked, spot: Spot) -> None:
    draft.province = spot.province
    if asked.finest == "district":
        draft.districts = [(spot.name, spot.id)]
