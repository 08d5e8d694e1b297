"""Sets of whole days, and how many of them an incident's interval shares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

DayNumbers = NDArray[np.int64]
EPOCH = date(1970, 1, 1).toordinal()
MANY = 50_000  # from here on a table by day is faster than a search per incident


class Interval(Protocol):
    """Anything with a first and a last day, both inclusive."""

    @property
    def first(self) -> date: ...  # noqa: D102
    @property
    def last(self) -> date: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Days:
    """A set of days as sorted, separate runs of (first, last) ordinals, both inclusive.

    An ordinal is the day number of `date.toordinal`. Runs that overlap or adjoin are one run,
    so an interval lies in the set exactly if one run holds it whole.

    >>> Days.of([(1, 3), (4, 6), (9, 9)])
    Days(runs=((1, 6), (9, 9)))
    """

    runs: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, runs: Iterable[tuple[int, int]]) -> Days:
        """The set of all days in the runs; a run whose last day precedes its first is empty."""
        merged: list[tuple[int, int]] = []
        for first, last in sorted(run for run in runs if run[0] <= run[1]):
            if merged and first <= merged[-1][1] + 1:
                merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
            else:
                merged.append((first, last))
        return cls(tuple(merged))

    @classmethod
    def from_windows(cls, windows: Iterable[Interval]) -> Days:
        """The set of all days of the windows."""
        return cls.of((w.first.toordinal(), w.last.toordinal()) for w in windows)

    @classmethod
    def from_years(cls, years: Iterable[int]) -> Days:
        """The set of all days of the calendar years.

        >>> len(Days.from_years([2019])), len(Days.from_years([2020]))
        (365, 366)
        """
        return cls.of(
            (date(y, 1, 1).toordinal(), date(y, 12, 31).toordinal())
            for y in years
            if 1 <= y <= 9999
        )

    def __len__(self) -> int:
        return sum(last - first + 1 for first, last in self.runs)

    def __or__(self, other: Days) -> Days:
        return Days.of(self.runs + other.runs)

    def __sub__(self, other: Days) -> Days:
        """The days of this set that are not in the other.

        >>> Days.of([(1, 9)]) - Days.of([(0, 2), (5, 5)])
        Days(runs=((3, 4), (6, 9)))
        """
        kept: list[tuple[int, int]] = []
        for first, last in self.runs:
            for gone_first, gone_last in other.runs:
                if gone_last < first or gone_first > last:
                    continue
                kept.append((first, gone_first - 1))
                first = gone_last + 1
            kept.append((first, last))
        return Days.of(kept)

    def clip(self, span: Interval) -> Days:
        """The days of this set from the first to the last day of the span."""
        low, high = span.first.toordinal(), span.last.toordinal()
        return Days.of((max(first, low), min(last, high)) for first, last in self.runs)

    def covered(self, ordinals: NDArray) -> DayNumbers:
        """For each ordinal, how many days of this set lie on or before it."""
        if not self.runs:
            return np.zeros(np.shape(ordinals), dtype=np.int64)
        if len(ordinals) > MANY and np.ptp(ordinals) < len(ordinals):
            low = ordinals.min()
            return self._searched(np.arange(low, ordinals.max() + 1))[ordinals - low]
        return self._searched(ordinals)

    def _searched(self, ordinals: NDArray) -> DayNumbers:
        firsts, lasts = np.array(self.runs, dtype=np.int64).T
        before = np.concatenate([[0], np.cumsum(lasts - firsts + 1)])
        run = np.searchsorted(firsts, ordinals, side="right")
        inside_last = np.minimum(lasts[run - 1], ordinals) - firsts[run - 1] + 1
        return np.where(run > 0, before[run - 1] + inside_last, 0)

    def shared(self, starts: NDArray, ends: NDArray) -> DayNumbers:
        """For each interval start..end (inclusive ordinals), its days in this set.

        >>> Days.of([(10, 19)]).shared(np.array([5, 12, 25]), np.array([14, 13, 30])).tolist()
        [5, 2, 0]
        """
        return self.covered(ends) - self.covered(np.asarray(starts) - 1)


def ordinals(days: object) -> DayNumbers:
    """Proleptic day numbers (`date.toordinal`) of a column of dates without time.

    >>> ordinals(np.array(["1970-01-02"], dtype="datetime64[D]")).tolist()
    [719164]
    """
    return np.asarray(days).astype("datetime64[D]").astype(np.int64) + EPOCH
