"""Counts by place, and what they add up to by district and by province."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from incidents import few, paired
from incidents.kept import Kept
from incidents.matching import Triple

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from incidents.stores.places import Places, Units


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


@dataclass(frozen=True)
class Groups:
    """The counts of a view; each array has one entry a place of the store, by its number.

    ``rows`` are those shown, which are all that touch, or only those within.
    """

    places: Places
    rows: NDArray[Any]
    within: NDArray[Any]
    expected: NDArray[Any]
    touches: NDArray[Any]

    @property
    def triple(self) -> Triple:
        """Surely, expected and possibly inside the windows, over all places."""
        return Triple(int(self.within.sum()), float(self.expected.sum()), int(self.touches.sum()))

    @property
    def districts(self) -> list[DistrictCounts]:
        """The counts of every district with rows, by its id."""
        counts = (self.rows, self.within, self.expected, self.touches)
        return [
            DistrictCounts(code, int(rows), int(within), expected, int(touches))
            for code, rows, within, expected, touches in _summed(self.places.districts, counts)
        ]

    @property
    def provinces(self) -> list[ProvinceCounts]:
        """The counts of every province with rows, by its code."""
        only = np.where(self.places.has_district, 0, self.rows)
        counts = (self.rows, only, self.within, self.expected, self.touches)
        return [
            ProvinceCounts(code, int(rows), int(only), int(within), expected, int(touches))
            for code, rows, only, within, expected, touches in _summed(
                self.places.provinces, counts
            )
        ]

    def rows_where(self, is_meant: NDArray[np.bool_]) -> int:
        """Return the number of rows shown at the places that are meant."""
        return int(self.rows[is_meant].sum())


def groups(kept: Kept) -> Groups:
    """Return the counts of a view by place."""
    held = few.sums(kept) if few.is_few(kept.store) else paired.sums(kept)
    touches, within, expected = held if held is not None else _asked(kept)
    rows = within if kept.selection.dates == "within" else touches
    return Groups(kept.store.places, rows, within, expected, touches)


def _asked(kept: Kept) -> paired.Sums:
    """Ask the store: number of place and touches; with time filtered also within and expected."""
    found = kept.ask("places", lambda: kept.tally("place"), lambda answer: answer.fetchall())
    sums = np.zeros((3, len(kept.store.places.province)))
    for place, touches, *timed in found:
        sums[:, place] = (touches, *(timed or (touches, touches)))
    return paired.Sums(*sums)


def _summed(units: Units, counts: tuple[NDArray[Any], ...]) -> list[tuple[Any, ...]]:
    """Add up counts by code; the first says how many rows are shown: without any, no entry."""
    sums = [np.bincount(units.code, each[units.place], len(units.codes)) for each in counts]
    shown = np.flatnonzero(sums[0])
    columns = [each[shown].tolist() for each in sums]
    return list(zip((units.codes[n] for n in shown), *columns, strict=True))
