"""Counts by place, and what they add up to by district and by province."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

from incidents import few, paired
from incidents.kept import Kept


class Group(NamedTuple):
    """Counts of the rows of one province that name the same districts."""

    province: str
    district_id: str
    rows: int
    within: int
    expected: float
    touches: int


def groups(kept: Kept) -> list[Group]:
    """Return the counts of every place with a row that touches."""
    places = kept.store.places
    found = []
    for place, touches, *timed in _counted(kept):
        within, expected = (int(timed[0]), float(timed[1])) if timed else (touches, touches)
        rows = within if kept.selection.dates == "within" else touches
        where = places.province[place], places.district_id[place]
        found.append(Group(*where, int(rows), int(within), float(expected), int(touches)))
    return found


def _counted(kept: Kept) -> list[tuple[Any, ...]]:
    """Return number of place and touches; with time filtered also within and expected."""
    held = few.sums(kept) if few.is_few(kept.store) else paired.sums(kept)
    if held is None:
        return kept.ask("places", lambda: kept.tally("place"), lambda answer: answer.fetchall())
    used = np.flatnonzero(held.touches)
    columns = [used, *(each[used] for each in (held if kept.is_timed else held[:1]))]
    return list(zip(*(column.tolist() for column in columns), strict=True))


class DistrictCounts(NamedTuple):
    """Counts of one district (ADM2 id); a report that names several counts in each of them."""

    district: str
    rows: int
    within: int
    expected: float
    touches: int


class ProvinceCounts(NamedTuple):
    """Counts of one province; ``only`` those of the rows that name no district with a shape."""

    province: str
    rows: int
    only: int
    within: int
    expected: float
    touches: int


def of_districts(found: Iterable[Group]) -> list[DistrictCounts]:
    """Return the counts of every district with rows, by its id."""
    each = (
        (district, *group[2:])
        for group in found
        if group.district_id
        for district in group.district_id.split(";")
    )
    return [DistrictCounts(*counts) for counts in _summed(each)]


def of_provinces(found: Iterable[Group]) -> list[ProvinceCounts]:
    """Return the counts of every province with rows, by its code."""
    each = (
        (group.province, group.rows, 0 if group.district_id else group.rows, *group[3:])
        for group in found
        if group.province
    )
    return [ProvinceCounts(*counts) for counts in _summed(each)]


def _summed(each: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Add up (code, number, ...) by code; codes without a row to show are left out."""
    sums: dict[str, list[Any]] = {}
    for code, *numbers in each:
        known = sums.get(code)
        sums[code] = [a + b for a, b in zip(known, numbers, strict=True)] if known else numbers
    return [(code, *numbers) for code, numbers in sorted(sums.items()) if numbers[0]]
