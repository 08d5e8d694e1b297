"""How long reports take to appear, by outlet and year, and which last weeks are incomplete."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from incidents.grouped import grouped

if TYPE_CHECKING:
    import pandas as pd

    from incidents.view import View

LATE = 0.9
UNKNOWN = np.iinfo(np.int64).max  # stands for a missing lag
_UNFINISHED: WeakKeyDictionary[Any, tuple[str, date | None]] = WeakKeyDictionary()
PLACES = {"lower": 0.25, "median": 0.5, "upper": 0.75, "late": LATE}


def delays(view: View) -> pd.DataFrame:
    """Return how long the reports of a view took.

    One row is one outlet, year of date_end and lag: outlet, year, lag (days from date_end to
    reported_on; negative: told while it was still running; missing: reported_on is not known)
    and n, how many reports agree in them.
    """
    found = grouped(view, "outlet", "last_year", "lag").rename(columns={"last_year": "year"})
    return found.astype({"lag": "Int64", "year": "int64"})


def store_delays(whole: View) -> tuple[pd.DataFrame, date | None]:
    """Return lag and n of all that a store holds (as `delays`), and the last day it knows of."""
    reported = grouped(whole, "reported_on")["reported_on"].max()
    last = whole.span.last
    latest = max(last, reported.date()) if reported == reported else last
    return grouped(whole, "lag").astype({"lag": "Int64"}), latest


def lags(found: pd.DataFrame, by: Sequence[str] = ("outlet", "year")) -> pd.DataFrame:
    """Reporting lag per group, of `delays`.

    One row is one group of `by`: n (reports with a lag), lower, median, upper, late (quartiles,
    half and 90th percentile in days, missing when n is 0), running (reported before date_end)
    and unknown (no reported_on). n + running + unknown is the number of reports of the group.
    Order: as `by`.
    """
    import pandas as pd

    names = list(by)
    ordered = found.sort_values([*names, "lag"], ignore_index=True)
    values = ordered["lag"].fillna(UNKNOWN).to_numpy(dtype=np.int64)
    counts = ordered["n"].to_numpy(dtype=np.int64)
    table = [
        {
            **dict(zip(names, key if isinstance(key, tuple) else (key,), strict=True)),
            **_summary(values[places], counts[places]),
        }
        for key, places in ordered.groupby(names).indices.items()
    ]
    columns = [*names, "n", *PLACES, "running", "unknown"]
    return pd.DataFrame(table, columns=columns).astype(dict.fromkeys(PLACES, float))


def _summary(values: NDArray[np.int64], counts: NDArray[np.int64]) -> dict[str, Any]:
    """Return the figures of one group; its lags are in order, unknown ones UNKNOWN."""
    unknown = values == UNKNOWN
    known, running = (values >= 0) & ~unknown, values < 0
    days, numbers = values[known].astype(float), counts[known]
    return {
        "n": int(numbers.sum()),
        **{name: quantile(days, numbers, place) for name, place in PLACES.items()},
        "running": int(counts[running].sum()),
        "unknown": int(counts[unknown].sum()),
    }


def _known(found: pd.DataFrame) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return the lags from the day itself on, in order, and how many reports have each."""
    known = found[(found["lag"] >= 0).fillna(False)].sort_values("lag")
    return known["lag"].to_numpy(dtype=float), known["n"].to_numpy(dtype=np.int64)


def quantile(values: NDArray[np.float64], counts: NDArray[np.int64], place: float) -> float | None:
    """Return the quantile of ordered values that occur so often, between two by their distance.

    The same as of the values written out one by one; None of none.

    >>> quantile(np.array([0.0, 4.0, 10.0]), np.array([1, 1, 1]), 0.25)
    2.0
    >>> quantile(np.array([0.0, 10.0]), np.array([3, 1]), 0.9)
    7.0
    """
    if not len(values):
        return None
    upto = counts.cumsum()
    at = (upto[-1] - 1) * place
    low, high = np.searchsorted(upto, [math.floor(at), math.ceil(at)], side="right")
    share = at - math.floor(at)
    return float(round(values[low] + (values[high] - values[low]) * share, 9))


def incomplete_from(found: pd.DataFrame, latest: date | None) -> date | None:
    """The first day of the last weeks, for which reports are still to be expected.

    Nine in ten reports come within the 90th percentile of the lag (all reports with a known
    lag), so what ended later than that many days before the last known day is incomplete. None
    when no lag is known.
    """
    late = quantile(*_known(found), LATE)
    if latest is None or late is None:
        return None
    return latest - timedelta(days=math.ceil(late) - 1)


def unfinished(whole: View) -> date | None:
    """Return the first day for which reports are still to come, of all that a store holds.

    None where that lies past its last day. Worked out once for a store, as every reader asks it.
    """
    engine, edition = whole.store.engine, whole.store.edition
    known = _UNFINISHED.get(engine)
    if known is None or known[0] != edition:
        day = incomplete_from(*store_delays(whole))
        known = edition, day if day and day <= whole.span.last else None
        _UNFINISHED[engine] = known
    return known[1]
