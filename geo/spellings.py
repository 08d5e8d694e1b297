"""Every given spelling of every unit: from the data files and from the tables of aliases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from geo import aliases
from geo.fold import is_hangul, split_suffix
from geo.gazetteer import District, Province, districts, geonames, provinces


@dataclass(frozen=True, slots=True)
class Unit:
    """A place a spelling may mean: a province, a district, or a unit covered by a district.

    `id` is what it resolves to; `guarded` names count only with their city or suffix beside them.
    """

    id: str
    kind: str
    name: str
    hangul: str
    category: str | None
    guarded: bool = False

    @property
    def province(self) -> str:
        """The ISO code of the unit's province."""
        return self.id[:5]


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a unit; `own` for its own names, not aliases or earlier names."""

    unit: Unit
    text: str
    own: bool

    @property
    def bare(self) -> str:
        """The spelling without its unit suffix; 우시, 창도 and 와우도 end in none."""
        bare, category = split_suffix(self.text)
        if not is_hangul(self.text):
            return bare
        of_rank = category != "province" or self.unit.kind == "adm1"
        return bare if of_rank and len(bare) > 1 else self.text


@cache
def spellings() -> tuple[Spelling, ...]:
    """All spellings given by the data and by the tables of `geo.aliases`, not generated ones."""
    return tuple(shared for spelling in _all_spellings() for shared in _with_twin(spelling))


@cache
def known_codes() -> frozenset[str]:
    """All ADM1 codes and ADM2 ids."""
    return frozenset(provinces()) | frozenset(districts())


def unit_of(identity: str) -> Unit:
    """The unit of an ADM1 code or ADM2 id; KeyError if there is none."""
    if identity in provinces():
        return _province_unit(provinces()[identity])
    return _district_unit(districts()[identity])


def _all_spellings() -> Iterator[Spelling]:
    for province in provinces().values():
        yield from _spell(_province_unit(province), province.name, province.hangul)
        yield from _spell(_province_unit(province), *province.aliases, own=False)
    for district in districts().values():
        unit = _district_unit(district)
        yield from _spell(unit, district.name, district.hangul, *district.spellings)
        yield from _spell(unit, *district.aliases, own=False)
    yield from _covered_spellings()
    yield from _table_spellings()
    yield from _province_table_spellings()


def _spell(unit: Unit, *texts: str, own: bool = True) -> Iterator[Spelling]:
    return (Spelling(unit, text, own) for text in texts if text)


def _province_unit(province: Province) -> Unit:
    category = "city" if province.hangul.endswith("시") else "province"
    return Unit(province.code, "adm1", province.name, province.hangul, category)


def _district_unit(district: District) -> Unit:
    category = split_suffix(district.hangul)[1]
    return Unit(district.id, "adm2", district.name, district.hangul, category)


def _covered_unit(identity: str, name: str, hangul: str, guarded: bool = False) -> Unit:
    return Unit(identity, "covered", name, hangul, split_suffix(hangul)[1], guarded)


def _covered_spellings() -> Iterator[Spelling]:
    covered = {
        hangul: _covered_unit(district.id, name, hangul)
        for district in districts().values()
        for name, hangul in district.covers
    }
    for unit in covered.values():
        yield from _spell(unit, unit.name, unit.hangul)
        yield from _spell(unit, *aliases.COVERED_PRESS_ALIASES.get(unit.hangul, ()), own=False)
    for row in geonames():
        if row.hangul in covered and not row.own_polygon:
            yield from _spell(covered[row.hangul], row.name)
            yield from _spell(covered[row.hangul], *row.aliases, own=False)
        elif row.district in districts():
            unit = _district_unit(districts()[row.district])
            yield from _spell(unit, *row.aliases, own=False)


def _table_spellings() -> Iterator[Spelling]:
    for rename in aliases.RENAMES:
        unit = _district_unit(districts()[rename.district])
        yield from _spell(unit, rename.name, rename.hangul, own=False)
    for identity, texts in aliases.PRESS_ALIASES.items():
        yield from _spell(_district_unit(districts()[identity]), *texts, own=False)
    for kuyok in aliases.KUYOK:
        unit = _covered_unit(kuyok.city, kuyok.name, kuyok.hangul, guarded=not kuyok.bare)
        yield from _spell(unit, kuyok.name, kuyok.hangul, own=False)


def _province_table_spellings() -> Iterator[Spelling]:
    pairs = list(aliases.province_spellings())
    pairs += [(code, text) for code, texts in aliases.PROVINCE_HANGUL.items() for text in texts]
    pairs += [(code, text) for text, codes in aliases.HALF_HANGUL.items() for code in codes]
    for code, text in pairs:
        yield from _spell(_province_unit(provinces()[code]), text, own=False)


def _with_twin(spelling: Spelling) -> Iterator[Spelling]:
    """The spelling, and the same of the city's other rank where it is both ADM1 and ADM2."""
    yield spelling
    twin = _twins().get(spelling.unit.id) if spelling.unit.kind != "covered" else None
    if twin is not None:
        yield Spelling(twin, spelling.text, spelling.own)


@cache
def _twins() -> dict[str, Unit]:
    twins: dict[str, Unit] = {}
    for district in districts().values():
        province = provinces().get(district.province)
        if province is not None and province.hangul == district.hangul:
            twins[province.code] = _district_unit(district)
            twins[district.id] = _province_unit(province)
    return twins
