"""One spelling, one place: finds the units a single name may mean, tier by tier."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from geo.aliases import ELSEWHERE
from geo.fold import fold, split_suffix
from geo.index import (
    Tier,
    exact_key,
    exact_tiers,
    fold_tiers,
    press_key,
    press_tiers,
)
from geo.spellings import Unit, known_codes, unit_of

CODE = re.compile(r"kp-\d{2}(?:-\d{2})?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a name is asked: within provinces (None = anywhere), within a city, as a kind."""

    kind: str | None = None
    provinces: frozenset[str] | None = None
    city: str | None = None

    def admits(self, unit: Unit) -> bool:
        """Whether the unit lies in the asked province and city."""
        if self.provinces is not None and unit.province not in self.provinces:
            return False
        return self.city in (None, unit.id)

    def of_kind(self, unit: Unit) -> bool:
        """Whether the unit is of the asked kind; covered units pass for adm2."""
        return self.kind is None or (self.kind == "adm1") == (unit.kind == "adm1")


ANYWHERE = Scope()


@dataclass(frozen=True, slots=True)
class Finding:
    """Units a name means inside its scope; `elsewhere`: those it means outside of it.

    `sought` are the codes of the provinces it was looked for in, None for anywhere.
    """

    units: tuple[Unit, ...] = ()
    elsewhere: tuple[Unit, ...] = ()
    sought: frozenset[str] | None = None


def find(name: str, scope: Scope = ANYWHERE) -> Finding:
    """The units a single name (with no province in it) means in the scope, one if it is plain.

    A habit of the press is tried only where no better reading exists, inside or outside the scope.
    """
    if CODE.fullmatch(name):
        return _find_code(name.upper(), scope)
    if exact_key(split_suffix(name)[0]) in ELSEWHERE:
        return Finding()
    elsewhere: tuple[Unit, ...] = ()
    for certain, category, hits in _hits(name):
        if elsewhere and not certain:
            break
        fitting = [u for u in hits if scope.of_kind(u) and _suits(u, category, scope)]
        inside = [u for u in fitting if scope.admits(u)]
        if inside:
            return Finding(_settle(inside, category, scope))
        elsewhere = elsewhere or tuple(fitting)
    return Finding((), elsewhere, scope.provinces)


def _find_code(code: str, scope: Scope) -> Finding:
    if code not in known_codes():
        return Finding()
    unit = unit_of(code)
    if not scope.of_kind(unit):
        return Finding()
    return Finding((unit,)) if scope.admits(unit) else Finding((), (unit,), scope.provinces)


def _hits(name: str) -> Iterator[tuple[bool, str | None, tuple[Unit, ...]]]:
    """(certain, suffix category, units) per tier that knows the name, whole before bare."""
    bare, category = split_suffix(name)
    readings = [(name, None)] if category is None else [(name, None), (bare, category)]
    tiers: list[tuple[bool, Callable[[str], str], Callable[[], Sequence[Tier]]]] = [
        (True, exact_key, exact_tiers),
        (True, fold, fold_tiers),
        (False, press_key, press_tiers),
    ]
    for certain, key_of, pair in tiers:
        keys = [(key_of(text), reading) for text, reading in readings]
        for tier in pair():
            yield from ((certain, reading, tier[key]) for key, reading in keys if key in tier)


def _suits(unit: Unit, category: str | None, scope: Scope) -> bool:
    """Whether a unit may carry this suffix; guarded names need one, or their city beside them."""
    if unit.guarded and scope.city != unit.id:
        return category == "district"
    if category == "province":
        return unit.kind == "adm1"
    return unit.kind != "adm1" or category in (None, unit.category)


def _settle(units: list[Unit], category: str | None, scope: Scope) -> tuple[Unit, ...]:
    """One unit where rank or suffix decides between several; otherwise all of them."""
    ranked = _by_rank(units, scope)
    if category is not None and len({u.id for u in ranked}) > 1:
        ranked = [u for u in ranked if u.category == category] or ranked
    return tuple({u.id: u for u in reversed(ranked)}.values())[::-1]


def _by_rank(units: list[Unit], scope: Scope) -> list[Unit]:
    """Of a city and its province of one name: the district inside a given province, else ADM1."""
    within = scope.provinces is not None and len(scope.provinces) == 1
    upper = [u for u in units if u.kind == "adm1"]
    lower = [u for u in units if u.kind != "adm1"]
    if within and lower:
        return lower
    names = {u.hangul for u in upper}
    return upper + [u for u in lower if u.hangul not in names]
