"""Counts by place, and what they add up to by district and by province."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from incidents.kept import Kept

if TYPE_CHECKING:
    import pandas as pd

COUNTS = ["rows", "within", "expected", "touches"]


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
    counted = kept.ask("places", lambda: kept.tally("place"), lambda answer: answer.fetchall())
    found = []
    for place, touches, *timed in counted:
        within, expected = (int(timed[0]), float(timed[1])) if timed else (touches, touches)
        rows = within if kept.selection.dates == "within" else touches
        where = places.province[place], places.district_id[place]
        found.append(Group(*where, int(rows), int(within), float(expected), int(touches)))
    return found


def by_district(found: Iterable[Group]) -> pd.DataFrame:
    """Return one row a district with rows: district (ADM2 id), rows, within, expected, touches."""
    each = [
        (district, *group[2:])
        for group in found
        if group.district_id
        for district in group.district_id.split(";")
    ]
    return _summed(each, ["district", *COUNTS])


def by_province(found: Iterable[Group]) -> pd.DataFrame:
    """Return one row a province with rows: province, rows, only, within, expected, touches."""
    each = [
        (group.province, group.rows, 0 if group.district_id else group.rows, *group[3:])
        for group in found
        if group.province
    ]
    return _summed(each, ["province", "rows", "only", *COUNTS[1:]])


def _summed(each: list[tuple[Any, ...]], columns: list[str]) -> pd.DataFrame:
    """Add up rows of (code, number, ...) by code; codes without a row to show are left out."""
    import pandas as pd

    sums: dict[str, list[Any]] = {}
    for code, *numbers in each:
        known = sums.setdefault(code, [0] * len(numbers))
        sums[code] = [a + b for a, b in zip(known, numbers, strict=True)]
    found = [(code, *numbers) for code, numbers in sorted(sums.items()) if numbers[0]]
    return pd.DataFrame(found, columns=columns)
