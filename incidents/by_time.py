"""Counts per day, week, month, quarter or year, for what is drawn over time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from incidents.periods import Window
from incidents.rates.days import EPOCH
from incidents.rates.placebo import Density

if TYPE_CHECKING:
    import pandas as pd

DAYS = {"day": 1, "week": 7}
MONTHS = {"month": 1, "quarter": 3, "year": 12}
UNITS = (*DAYS, *MONTHS)


def by_time(
    starts: NDArray,
    ends: NDArray,
    unit: str = "month",
    span: Window | None = None,
    counts: NDArray | None = None,
) -> pd.DataFrame:
    """Counts per day, week (from Monday), month, quarter or year, without gaps.

    One row is one unit: first, last (datetime64, inclusive), within, expected, touches.
    The units reach from the first to the last incident, or over the span. `counts` is how many
    incidents have each interval. Raises ValueError for an unknown unit.
    """
    import pandas as pd

    if unit not in UNITS:
        raise ValueError(f"unit '{unit}' is not known. Use {', '.join(UNITS)}.")
    if span is None and not len(starts):
        return pd.DataFrame(columns=["first", "last", "within", "expected", "touches"])
    low = span.first.toordinal() if span else int(starts.min())
    high = span.last.toordinal() if span else int(ends.max())
    n = np.ones(len(starts), dtype=np.int64) if counts is None else counts
    return _count(starts, ends, n, _edges(low, high, unit))


def _edges(low: int, high: int, unit: str) -> NDArray[np.int64]:
    """First days of the units that hold low..high, and the day after the last of them."""
    if unit in DAYS:
        size = DAYS[unit]
        first = low - (low - 1) % size  # ordinal 1 is a Monday
        return np.arange(first, high + size + 1, size)[: (high - first) // size + 2]
    months = MONTHS[unit]
    first = _month(low) // months * months
    numbers = np.arange(first, _month(high) + months + 1, months)
    starts = numbers.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) + EPOCH
    return starts[: int((starts <= high).sum()) + 1]


def _month(ordinal: int) -> int:
    day = date.fromordinal(ordinal)
    return (day.year - 1970) * 12 + day.month - 1


def _count(
    starts: NDArray, ends: NDArray, counts: NDArray, edges: NDArray[np.int64]
) -> pd.DataFrame:
    import pandas as pd

    size = len(edges) - 1
    first, last = np.searchsorted(edges, [starts, ends], side="right") - 1
    held = (first == last) & (first >= 0) & (first < size)
    begun = _sums(first.clip(0, size), counts, size + 1).cumsum()[:size]
    over = _sums((last + 1).clip(0, size), counts, size + 1).cumsum()[:size]
    whole = Window(date.fromordinal(int(edges[0])), date.fromordinal(int(edges[-1]) - 1))
    sums = Density(starts, ends, whole, counts).sums
    days = (edges - EPOCH).astype("datetime64[D]").astype("datetime64[s]")
    return pd.DataFrame(
        {
            "first": days[:-1],
            "last": days[1:] - np.timedelta64(1, "D"),
            "within": _sums(first[held], counts[held], size),
            "expected": np.diff(sums[edges - edges[0]]).clip(min=0).round(9),
            "touches": begun - over,
        }
    )


def _sums(places: NDArray, counts: NDArray, size: int) -> NDArray[np.int64]:
    """Return how many incidents there are at each place from 0 to size - 1."""
    sums: NDArray[np.int64] = np.bincount(places, weights=counts, minlength=size).astype(np.int64)
    return sums
