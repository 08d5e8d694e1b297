"""How long reports take to appear, by outlet and year, and which last weeks are incomplete."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

LATE = 0.9


def lag_days(rows: pd.DataFrame) -> pd.Series:
    """Days from date_end to reported_on, row by row.

    Missing where reported_on is unknown or before date_end, which is a report made while what
    it describes was still running.
    """
    days = (rows["reported_on"] - rows["date_end"]).dt.days.astype("Int64")
    return days.mask(days < 0)


def is_running(rows: pd.DataFrame) -> pd.Series:
    """Whether a row was reported before its date_end; False where reported_on is unknown."""
    return rows["reported_on"].notna() & (rows["reported_on"] < rows["date_end"])


def lags(rows: pd.DataFrame, by: Sequence[str] = ("outlet", "year")) -> pd.DataFrame:
    """Reporting lag per group.

    One row is one group of `by` (outlet, and year of date_end): n (rows with a lag), lower,
    median, upper, late (quartiles, half and 90th percentile in days, missing when n is 0),
    running (reported before date_end) and unknown (no reported_on). n + running + unknown is
    the number of rows of the group. Order: as `by`.
    """
    import pandas as pd

    parts = rows[["outlet", "reported_on"]].assign(
        year=rows["date_end"].dt.year, lag=lag_days(rows), running=is_running(rows)
    )
    table = [_summary(list(by), key, group) for key, group in parts.groupby(list(by))]
    columns = [*by, "n", "lower", "median", "upper", "late", "running", "unknown"]
    return pd.DataFrame(table, columns=columns)


def _summary(by: list[str], key: Hashable, group: pd.DataFrame) -> dict[str, Any]:
    known = group["lag"].dropna().astype(float)
    names = ("lower", "median", "upper", "late")
    places = (0.25, 0.5, 0.75, LATE)
    return {
        **dict(zip(by, key if isinstance(key, tuple) else (key,), strict=True)),
        "n": len(known),
        **{name: known.quantile(place) for name, place in zip(names, places, strict=True)},
        "running": int(group["running"].sum()),
        "unknown": int(group["reported_on"].isna().sum()),
    }


def latest_day(rows: pd.DataFrame) -> date | None:
    """The last day the data know of: the last report or the last day of an incident."""
    days = [rows[name].max() for name in ("date_end", "reported_on")]
    known = [day.date() for day in days if day == day]
    return max(known, default=None)


def incomplete_from(rows: pd.DataFrame) -> date | None:
    """The first day of the last weeks, for which reports are still to be expected.

    Nine in ten reports come within the 90th percentile of the lag (all rows with a known lag),
    so what ended later than that many days before the last known day is incomplete. None when
    no lag is known.
    """
    known = lag_days(rows).dropna().astype(float)
    latest = latest_day(rows)
    if latest is None or known.empty:
        return None
    return latest - timedelta(days=math.ceil(known.quantile(LATE)) - 1)
