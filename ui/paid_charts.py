"""The charts of what was paid: over time and by agency or province, one currency each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents import labels
from incidents.words import say
from ui.cards import when

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

REPORTED, DERIVED = "reported", "derived"  # bases of an amount
TIPS = ("id", "when", "reported", "event", "agency", "province", "basis")
NAMES, NUMBERS = 150, 44  # pixels
INCOMPLETE = "#8a8f9c"
POWERS = [10**power for power in range(-2, 13)]


def spots(paid: pd.DataFrame, currency: str, reported_only: bool = False) -> pd.DataFrame:
    """Return one row a payment that has an amount in the currency, for the charts.

    id, first, middle and after (ISO days: the interval, its middle, the day after it), when,
    event, agency and province in words, reported (as the source gives it), low and high in the
    currency, middle_amount between them (geometric), basis (REPORTED or DERIVED).
    """
    import pandas as pd

    own = paid["currency"] == currency
    name = currency.lower()
    low = paid["amount"].where(own, pd.NA if reported_only else paid.get(f"{name}_low"))
    high = paid["amount"].where(own, pd.NA if reported_only else paid.get(f"{name}_high"))
    found = paid.assign(low=low, high=high, basis=own.map({True: REPORTED, False: DERIVED}))
    found = found[found["low"].notna() & (found["low"] > 0)]
    start, end = found["date_start"], found["date_end"]
    return pd.DataFrame(
        {
            "id": found["id"],
            "first": _iso(start),
            "middle": _iso(start + (end - start) / 2),
            "after": _iso(end + pd.Timedelta(days=1)),
            "when": [when(row) for row in found.to_dict("records")],
            "event": found["event_type"].map(labels.event_type),
            "agency": found["agency"],
            "province": [labels.province(code) for code in found["province"]],
            "reported": [reported_sum(row) for row in found.to_dict("records")],
            "low": found["low"].astype(float),
            "high": found["high"].astype(float),
            "middle_amount": (found["low"] * found["high"]).astype(float) ** 0.5,
            "basis": found["basis"],
        }
    )


def by(found: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return the spots once for each agency (or province) named, in words."""

    if column == "province":
        return found.assign(province=found["province"].replace("", say("paid.no_province")))
    each: pd.DataFrame = found.assign(agency=found["agency"].str.split(";")).explode("agency")
    return each.assign(
        agency=each["agency"].map(lambda code: labels.agency(code) or say("paid.no_agency"))
    )


def _iso(days: pd.Series) -> pd.Series:
    return days.dt.strftime("%Y-%m-%d")


def reported_sum(row: Mapping[Any, Any]) -> str:
    """Return the sum as the report gives it, e.g. "CNY 1,500"."""
    return f"{row['currency']} {float(row['amount']):,.0f}"


def _amounts(shorthand: str, currency: str, found: pd.DataFrame, cls: Any) -> Any:
    import altair as alt

    extent = NUMBERS if cls is alt.Y else 0
    is_wide = cls is alt.X and (found["basis"] == DERIVED).any()  # upright, it has less room
    title = say("paid.axis_derived" if is_wide else "paid.axis", currency=currency)
    axis = alt.Axis(format="~s", values=POWERS, labelOverlap=True, minExtent=extent)
    return cls(shorthand, title=title, scale=alt.Scale(type="log"), axis=axis)


def _marks(found: pd.DataFrame, *, is_named: bool = True) -> alt.Chart:
    import altair as alt

    is_named = is_named and bool((found["basis"] == DERIVED).any())
    bases = alt.Color(
        "basis:N",
        scale=alt.Scale(domain=[_basis(code) for code in (REPORTED, DERIVED)]),
        legend=alt.Legend(orient="top", title=None, offset=6, padding=0) if is_named else None,
    )
    return alt.Chart(found.assign(basis=found["basis"].map(_basis))).encode(
        color=bases,
        tooltip=[
            *(alt.Tooltip(f"{name}:N", title=say(f"paid.tip_{name}")) for name in TIPS),
            alt.Tooltip("low:Q", format=",.3~r", title=say("paid.tip_low")),
            alt.Tooltip("high:Q", format=",.3~r", title=say("paid.tip_high")),
        ],
    )


def _basis(code: str) -> str:
    return say(f"paid.basis_{code}")


def over_time(
    found: pd.DataFrame, currency: str, ends: list[str], since: str | None
) -> alt.LayerChart:
    """Return a point a payment, a line along its days and one over its range.

    `ends` are the first and last day of the axis; from `since` on it is shaded as incomplete.
    """
    import altair as alt

    time = alt.X(
        "middle:T",
        title=None,
        scale=alt.Scale(type="utc", domain=ends),
        axis=_times(ends),
    )
    amount = _amounts("middle_amount:Q", currency, found, alt.Y)
    base = _marks(found).encode(y=amount)
    points = base.mark_point(filled=True, size=60, opacity=0.9).encode(x=time)
    days = base.mark_rule(strokeWidth=3, opacity=0.6).encode(x="first:T", x2="after:T")
    ranges = _marks(found).mark_rule(strokeWidth=2).encode(x="middle:T", y="low:Q", y2="high:Q")
    drawn = points + days + ranges
    return _shade(since, ends[1]) + drawn if since else drawn


def _times(ends: list[str]) -> alt.Axis:
    """Return years as ticks; months where there are less than four years."""
    import altair as alt

    if int(ends[1][:4]) - int(ends[0][:4]) < 4:
        return alt.Axis(format=say("paid.tick_month"), tickCount=6, labelOverlap=True)
    return alt.Axis(format=say("paid.tick_year"), tickCount="year", labelOverlap=True)


def _shade(since: str, end: str) -> alt.Chart:
    import altair as alt

    weeks = [{"since": since, "end": end, "said": say("paid.incomplete")}]
    drawn: alt.Chart = (
        alt.Chart(alt.Data(values=weeks))
        .mark_rect(color=INCOMPLETE, opacity=0.25)
        .encode(x="since:T", x2="end:T", tooltip=alt.Tooltip("said:N", title=say("paid.from_here")))
    )
    return drawn


def strip(found: pd.DataFrame, column: str, currency: str) -> alt.Chart:
    """Return one line a name with a tick a payment, the names with most payments first."""
    import altair as alt

    order = list(found[column].value_counts().index)
    axis = alt.Axis(labelLimit=NAMES, minExtent=NAMES, labelOverlap=False, ticks=False)
    drawn: alt.Chart = (
        _marks(found, is_named=False)  # the same colours as over time, above
        .mark_point(filled=True, size=55, opacity=0.75)
        .encode(
            x=_amounts("middle_amount:Q", currency, found, alt.X),
            y=alt.Y(f"{column}:N", sort=order, title=None, axis=axis),
        )
    )
    return drawn


def show(chart: Any, height: int, told: str, key: str) -> None:
    """Draw a chart with its text."""
    # Labels of the single marks would name days in the reader's time zone; the table says them.
    drawn = chart.properties(height=height).configure_view(strokeWidth=0)
    st.altair_chart(drawn.configure_mark(aria=False), width="stretch", alt=told, key=key)
