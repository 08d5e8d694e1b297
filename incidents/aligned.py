"""Years laid side by side around one day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from incidents.periods import Window, around
from incidents.rates.days import EPOCH, Days
from incidents.rates.placebo import Density

if TYPE_CHECKING:
    import pandas as pd


def aligned(
    starts: NDArray,
    ends: NDArray,
    anchors: Mapping[int, date],
    before: int = 60,
    after: int = 30,
    counts: NDArray | None = None,
) -> pd.DataFrame:
    """Expected reports per day, the years laid over each other at their anchors.

    One row is one day of one year's window: year (of the anchor), offset (-before..after, 0 is
    the anchor), day (datetime64), expected (each incident spread evenly over its days). `starts`
    and `ends` are ordinals, inclusive; `counts` is how many incidents have each interval, one
    each without it. A window across New Year stays whole.
    """
    import pandas as pd

    windows = {year: around(anchor, before, after) for year, anchor in sorted(anchors.items())}
    if not windows:
        return pd.DataFrame(columns=["year", "offset", "day", "expected"])
    whole = Window(
        min(window.first for window in windows.values()),
        max(window.last for window in windows.values()),
    )
    density = Density(starts, ends, whole, counts)
    parts = [_year(density, year, anchors[year], window) for year, window in windows.items()]
    return pd.concat(parts, ignore_index=True)


def _year(density: Density, year: int, anchor: date, window: Window) -> pd.DataFrame:
    import pandas as pd

    ordinals = np.arange(window.first.toordinal(), window.last.toordinal() + 1)
    return pd.DataFrame(
        {
            "year": year,
            "offset": ordinals - anchor.toordinal(),
            "day": (ordinals - EPOCH).astype("datetime64[D]").astype("datetime64[s]"),
            "expected": density.per_day[ordinals - density.first].clip(min=0).round(12),
        }
    )


def bars(
    starts: NDArray,
    ends: NDArray,
    anchors: Mapping[int, date],
    before: int = 60,
    after: int = 30,
) -> pd.DataFrame:
    """The intervals behind the cells.

    One row is one incident in one year's window: year, row (position in `starts`), first and
    last (offsets in days, cut to the window), share (of the incident's days in the window),
    begins_earlier, ends_later (whether it was cut). Order: year, first, row.
    """
    import pandas as pd

    parts = [
        _bars(starts, ends, year, anchor, before, after) for year, anchor in sorted(anchors.items())
    ]
    columns = ["year", "row", "first", "last", "share", "begins_earlier", "ends_later"]
    table = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=columns)
    return table.sort_values(["year", "first", "row"], ignore_index=True)


def _bars(
    starts: NDArray, ends: NDArray, year: int, anchor: date, before: int, after: int
) -> pd.DataFrame:
    import pandas as pd

    window = around(anchor, before, after)
    low, high = window.first, window.last
    row = np.flatnonzero((starts <= high.toordinal()) & (ends >= low.toordinal()))
    first = np.maximum(starts[row], low.toordinal())
    last = np.minimum(ends[row], high.toordinal())
    return pd.DataFrame(
        {
            "year": year,
            "row": row,
            "first": first - anchor.toordinal(),
            "last": last - anchor.toordinal(),
            "share": (last - first + 1) / (ends[row] - starts[row] + 1),
            "begins_earlier": starts[row] < low.toordinal(),
            "ends_later": ends[row] > high.toordinal(),
        }
    )


def year_marks(
    starts: NDArray,
    ends: NDArray,
    anchors: Mapping[int, date],
    before: int = 60,
    after: int = 30,
    counts: NDArray | None = None,
) -> pd.DataFrame:
    """What each aligned row rests on.

    One row is one year: year, anchor (datetime64), in_year (reports that touch the calendar
    year; 0 is a year without any report, which is not a quiet year), in_window (reports that
    touch the window).
    """
    import pandas as pd

    n = _ones(starts) if counts is None else counts
    years = sorted(anchors)
    windows = [around(anchors[year], before, after) for year in years]
    return pd.DataFrame(
        {
            "year": pd.Series(years, dtype="int64"),
            "anchor": pd.Series([np.datetime64(anchors[y], "s") for y in years], dtype="M8[s]"),
            "in_year": [_touching(starts, ends, n, Days.from_years([year])) for year in years],
            "in_window": [_touching(starts, ends, n, Days.from_windows([w])) for w in windows],
        }
    )


def _ones(starts: NDArray) -> NDArray[np.int64]:
    return np.ones(len(starts), dtype=np.int64)


def _touching(starts: NDArray, ends: NDArray, counts: NDArray, days: Days) -> int:
    return int(counts[days.shared(starts, ends) > 0].sum())
