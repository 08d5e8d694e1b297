"""Names of places as rows spell them: each distinct one resolved once, the rest collected."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from incidents.intake.unresolved import Unresolved, lies_in
from incidents.intake.words import is_blank

SEPARATORS = re.compile(r"\s*[;·、|]\s*|\s+(?:and|&|및|/)\s+|(?<=[가-힣])/(?=[가-힣])|\s*/\s*")
COMMAS = re.compile(r"\s*[,，]\s*")
NATIONWIDE = frozenset(
    ("nationwide", "national", "countrywide", "country-wide", "whole country", "all provinces",
     "north korea", "dprk", "전국", "전국적", "북한", "북한 전역", "전역", "조선")
)  # fmt: skip
SQUASH = re.compile(r"[\s'’‘`\-]+")
UNDRAWN = {"승호구역": "KP-06"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A district as named: its name here, its spelling there, its id, its province."""

    name: str
    spelled: str
    id: str
    province: str


@dataclass(frozen=True, slots=True)
class Found:
    """What words for a place gave."""

    province: str = ""
    districts: tuple[Unit, ...] = ()
    locality: str = ""
    unresolved: tuple[Unresolved, ...] = ()


def key_of_name(name: str) -> str:
    """A name as a mapping compares it: NFKC, single spaces, no case."""
    return " ".join(unicodedata.normalize("NFKC", name).split()).casefold()


def is_nationwide(name: str) -> bool:
    """Whether a cell says that the whole country is meant."""
    return key_of_name(name) in NATIONWIDE


class Names:
    """Resolves names with the reader's own mapping (name -> ADM1 code or ADM2 id) going first."""

    def __init__(self, mapping: Mapping[str, str] | None = None) -> None:
        self.mapping = {key_of_name(name): unit for name, unit in (mapping or {}).items()}
        self.seen: dict[tuple[str, str, bool], Found] = {}
        self.codes: dict[str, str] = {}

    def province(self, name: str) -> str:
        """The ADM1 code of a name; "" if it names no province for sure."""
        if name not in self.codes:
            self.codes[name] = self._province(name)
        return self.codes[name]

    def _province(self, name: str) -> str:
        from geo.places import provinces, resolve

        chosen = self.mapping.get(key_of_name(name))
        if chosen in provinces():
            return str(chosen)
        if re.fullmatch(r"KP[ ._]?\d{2,4}", name, re.IGNORECASE):
            return ""
        return resolve(name, kind="adm1").id or ""

    def missing(self, field: str, name: str) -> Unresolved:
        """What may be meant by a name that did not resolve."""
        from geo.places import resolve

        place = resolve(name, kind="adm1" if field == "province" else None)
        near = place.candidates or place.suggestions
        return Unresolved(field, name, near, ambiguous=bool(place.candidates))

    def districts(self, text: str, province: str, verbatim: bool = False) -> Found:
        """The districts a cell names, several of them separated; each inside the province."""
        key = (text, province, verbatim)
        if key not in self.seen:
            self.seen[key] = self._districts(text, province, verbatim)
        return self.seen[key]

    def _districts(self, text: str, province: str, verbatim: bool) -> Found:
        parts = [part for part in SEPARATORS.split(text) if part and not is_blank(part)]
        units: list[Unit] = []
        unresolved: list[Unresolved] = []
        locality = ""
        for part in [text] if self._one(text, province, verbatim) else parts:
            one = self._one(part, province, verbatim)
            if one:
                units.append(one)
                continue
            words = self.words(part, province) if self._is_long(part) else Found()
            if words.districts and not words.unresolved:
                units += words.districts
                locality = locality or words.locality
            else:
                unresolved.append(self._missing_district(part, province))
        return Found(province, tuple(dict.fromkeys(units)), locality, tuple(unresolved))

    @staticmethod
    def _is_long(part: str) -> bool:
        return bool(COMMAS.search(part)) or (" " in part and bool(re.search("[가-힣]", part)))

    def _one(self, name: str, province: str, verbatim: bool = False) -> Unit | None:
        from geo.places import districts, resolve

        chosen = self.mapping.get(key_of_name(name))
        if chosen in districts():
            unit = districts()[str(chosen)]
            inside = province in ("", unit.province)
            return Unit(unit.name, name, unit.id, unit.province) if inside else None
        place = resolve(name, province=province or None, kind="adm2")
        if place.id is None:
            undrawn = any(h in place.label and province == p for h, p in UNDRAWN.items())
            return Unit(name, name, "", province) if undrawn else None
        unit = districts()[place.id]
        label = place.label.split(" (")[0] if place.kind == "covered" else unit.name
        same = SQUASH.sub("", name).casefold() == SQUASH.sub("", label).casefold()
        keeps = verbatim and (same or place.kind == "covered")
        return Unit(name if keeps else label, name, unit.id, unit.province)

    def _missing_district(self, name: str, province: str) -> Unresolved:
        from geo.places import resolve

        place = resolve(name, province=province or None, kind="adm2")
        if place.candidates:
            return Unresolved("district", name, place.candidates, ambiguous=True)
        near = place.suggestions or resolve(name, kind="adm2").suggestions
        lies = lies_in(place) if place.label else None
        return Unresolved("district", name, near, elsewhere=lies)

    def words(self, text: str, province: str = "") -> Found:
        """Province, district and finer place written in one cell, in either order.

        >>> Names().words("Namyang-dong, Hoeryong City, North Hamgyong").locality
        'Namyang-dong'
        """
        key = (text, f"words {province}", False)
        if key not in self.seen:
            self.seen[key] = self._words(text, province)
        return self.seen[key]

    def _words(self, text: str, province: str) -> Found:
        whole = self._whole(text, province)
        if whole:
            return whole
        pieces = COMMAS.split(text) if COMMAS.search(text) else text.split()
        if len(pieces) > 1 and (COMMAS.search(text) or re.search("[가-힣]", text)):
            glue = ", " if COMMAS.search(text) else " "
            for count in range(len(pieces) - 1, 0, -1):
                for kept, rest in (
                    (pieces[:count], pieces[count:]),
                    (pieces[-count:], pieces[:-count]),
                ):
                    found = self._whole(glue.join(kept), province)
                    if found:
                        return self._with_rest(found, rest, glue)
        several = [part for part in SEPARATORS.split(text) if part]
        if len(several) > 1:
            return self._several(several, province)
        return Found(unresolved=(self.missing("place", text),))

    def _whole(self, text: str, province: str) -> Found | None:
        unit = self._one(text, province)
        code = self.province(text)
        if code and (not unit or unit.province == code and self._is_twin(text, code)):
            return Found(code)
        return Found(unit.province, (unit,)) if unit else None

    def _is_twin(self, text: str, code: str) -> bool:
        """Whether a bare name means the province rather than the city inside it."""
        from geo.places import resolve

        return resolve(text).id == code

    def _with_rest(self, found: Found, rest: list[str], glue: str) -> Found:
        """A place with what stands beside it: further districts, or a finer place."""
        words = glue.join(rest)
        if any(self._lies_elsewhere(piece, found.province) for piece in rest):
            named = (unit.spelled for unit in found.districts)
            return Found(unresolved=(Unresolved("place", glue.join((*named, words))),))
        others = [self._one(piece, found.province) for piece in rest]
        if all(others):
            units = (*found.districts, *(one for one in others if one))
            return Found(found.province, tuple(dict.fromkeys(units)))
        if found.districts and not any(others) and not any(map(self.province, rest)):
            return Found(found.province, found.districts, words)
        return Found(found.province, found.districts, "", (self.missing("place", words),))

    def _lies_elsewhere(self, name: str, province: str) -> bool:
        """Whether a name is that of a place outside the province."""
        from geo.places import resolve

        place = resolve(name)
        found = (place.id, *place.candidates)
        return any(one and not one.startswith(province) for one in found)

    def _several(self, parts: list[str], province: str) -> Found:
        found = [self.words(part, province) for part in parts]
        provinces = {one.province for one in found if one.province}
        if len(provinces) != 1 or not all(one.districts for one in found):
            name = "; ".join(parts)
            return Found(unresolved=(Unresolved("place", name),))
        units = tuple(dict.fromkeys(unit for one in found for unit in one.districts))
        return Found(provinces.pop(), units)
