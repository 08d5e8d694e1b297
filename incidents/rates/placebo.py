"""The same windows moved through the year: how unusual is the real place?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from incidents.once import once
from incidents.rates.days import Days, Interval

SHIFTS = 365
EQUAL = 1e-9


class Density:
    """How many incidents are expected on each day of a span, summed up from its first day.

    Every incident is spread evenly over its interval, so a day holds the sum of 1 / length
    over the incidents that cover it. What lies outside the span is kept out. `counts` says how
    many incidents have each interval; without it each stands for one.
    """

    def __init__(
        self, starts: NDArray, ends: NDArray, span: Interval, counts: NDArray | None = None
    ) -> None:
        self.first, self.last = span.first.toordinal(), span.last.toordinal()
        size = self.last - self.first + 1
        share = (1.0 if counts is None else counts) / (ends - starts + 1)
        met = (ends >= self.first) & (starts <= self.last)
        begin = np.clip(starts - self.first, 0, size)[met]
        stop = np.clip(ends - self.first + 1, 0, size)[met]
        change = np.bincount(begin, weights=share[met], minlength=size + 1)
        change -= np.bincount(stop, weights=share[met], minlength=size + 1)
        self.per_day = np.cumsum(change)[:size]

    @once
    def sums(self) -> NDArray[np.float64]:
        """Entry i is the expected count of the first i days of the span."""
        return np.concatenate([[0.0], np.cumsum(self.per_day)])

    def shifted(self, windows: Days, shifts: NDArray) -> tuple[NDArray, NDArray]:
        """Expected count and exposed days of the windows, once per shift in days.

        The windows are separate runs, so no day counts twice; what a shift moves out of the
        span is cut off.
        """
        firsts, lasts = np.array(windows.runs, dtype=np.int64).reshape(-1, 2).T
        size = len(self.per_day)
        begin = np.clip(firsts + shifts[:, None] - self.first, 0, size)
        stop = np.clip(lasts + shifts[:, None] - self.first + 1, 0, size)
        counts = (self.sums[stop] - self.sums[begin]).sum(axis=1)
        return counts, (stop - begin).sum(axis=1)


@dataclass(frozen=True, slots=True)
class Placebo:
    """Expected reports per exposed day at each kept shift; the first is the real place."""

    shifts: tuple[int, ...] = ()
    rates: tuple[float, ...] = ()

    @property
    def percentile(self) -> float | None:
        """Share (0 to 1) of the shifts with a smaller rate, plus half of those with an equal one.

        >>> Placebo((0, 1, 2, 3), (2.0, 1.0, 2.0, 5.0)).percentile
        0.5
        """
        if not self.rates:
            return None
        rates = np.array(self.rates)
        equal = np.abs(rates - rates[0]) <= EQUAL
        smaller = (rates < rates[0]) & ~equal
        return float((smaller.sum() + equal.sum() / 2) / len(rates))


def place(density: Density, windows: Days) -> Placebo:
    """All windows (not clipped) shifted together by 0 to 364 days, then clipped to the span.

    Shifts that keep less than half of the exposed days of shift 0 are left out. Empty when no
    window lies in the span.
    """
    shifts = np.arange(SHIFTS)
    counts, days = density.shifted(windows, shifts)
    if days[0] == 0:
        return Placebo()
    kept = days * 2 >= days[0]
    rates = counts[kept] / days[kept]
    return Placebo(tuple(shifts[kept].tolist()), tuple(rates.tolist()))
