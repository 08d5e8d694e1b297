"""How long reports take to appear: by outlet and by year, and what cannot be measured."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents.dates import day_in_words
from incidents.lag import incomplete_from, lags
from incidents.selection import Selection
from incidents.view import View
from ui.plain import plain

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

ALL, UNNAMED = "All outlets", "Outlet not known"
MOST_OUTLETS = 12
ROW, MARGIN, LEGEND, NAMES = 26, 80, 104, 130  # pixels
TICKS = [0, 1, 3, 10, 30, 100, 300, 1000, 3000]
KINDS = {"n": "with a lag", "running": "reported while running", "unknown": "report date unknown"}
NAMED = {
    "n": "With a lag", "lower": "Lower quartile, days", "median": "Median, days",
    "upper": "Upper quartile, days", "late": "90th percentile, days",
    "running": "Reported while running", "unknown": "Report date unknown",
}  # fmt: skip


def draw(view: View) -> None:
    """Draw the lag by outlet, then by year for one outlet or all, and both as one table."""
    rows = view.untimed()
    if rows.empty:
        st.info("No report passes the filters, so there is no lag to show.")
        return
    rows = rows.assign(outlet=rows["outlet"].replace("", UNNAMED))
    st.markdown(
        "Days from the last day on which an incident can have happened to its report, over all "
        "years: the period filter plays no part here."
    )
    _incomplete(view)
    st.caption("Bar: lower to upper quartile. Tick: median. Ring: 90th percentile.")
    outlets = by_outlet(rows)
    st.subheader("By outlet", anchor=False)
    _pair(outlets, "outlet", "lag_outlet")
    _by_year(rows, outlets)
    with st.expander("As a table"):
        _tables(rows)


def by_outlet(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the lags of each outlet, the outlets with most reports first, as `lags`."""
    found = lags(rows, ["outlet"])
    places = found.assign(all=found[list(KINDS)].sum(axis=1)).sort_values(
        ["all", "outlet"], ascending=[False, True], ignore_index=True
    )
    return places.drop(columns="all")


def counts(found: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return one row a group and kind with reports: column, kind (in words), reports."""
    long = found.melt([column], list(KINDS), "kind", "reports").replace({"kind": KINDS})
    return long[long["reports"] > 0]


def _incomplete(view: View) -> None:
    everything = replace(view, selection=Selection(), windows=(), reason=None).untimed()
    day = incomplete_from(everything)
    if day:
        st.caption(
            f"From {day_in_words(day)} on the data are incomplete: one report in ten comes later "
            "than that after what it describes."
        )


def _by_year(rows: pd.DataFrame, outlets: pd.DataFrame) -> None:
    st.subheader("By year", anchor=False)
    choice = st.selectbox("Outlet", [ALL, *outlets["outlet"]], key="lag_of_outlet")
    chosen = rows if choice == ALL else rows[rows["outlet"] == choice]
    years = lags(chosen, ["year"]).astype({"year": str})
    _pair(years.sort_values("year", ascending=False), "year", "lag_year")


def _pair(found: pd.DataFrame, column: str, key: str) -> None:
    """Draw the quartiles beside the counts they rest on, one line a group in the given order."""
    left = len(found) - MOST_OUTLETS if column == "outlet" else 0
    shown = found.head(MOST_OUTLETS) if left > 0 else found
    order, height = list(shown[column]), ROW * len(shown) + MARGIN
    first, second = st.columns([1.3, 1], gap="medium")
    with first:
        _show(_quartiles(shown, column, order), height, f"Reporting lag by {column}", key)
    with second:
        told = f"Reports by {column} and whether their lag is known"
        _show(_bars(counts(shown, column), column, order), height + LEGEND, told, f"{key}_n")
    if left > 0:
        st.caption(f"{left} outlets with fewer reports are only in the table below.")


def _lines(column: str, order: list[str]) -> alt.Y:
    import altair as alt

    axis = alt.Axis(labelLimit=NAMES, minExtent=NAMES, labelOverlap=False, ticks=False)
    return alt.Y(f"{column}:N", sort=order, title=None, axis=axis, scale=alt.Scale(domain=order))


def _quartiles(found: pd.DataFrame, column: str, order: list[str]) -> alt.LayerChart:
    """Return a bar from quartile to quartile, a tick at the median, a ring at the 90th."""
    import altair as alt

    days = alt.X(
        "lower:Q",
        title="Days until reported (log scale from 1)",
        scale=alt.Scale(type="symlog", domainMin=0),
        axis=alt.Axis(values=TICKS, labelOverlap=True),
    )
    base = alt.Chart(found[found["n"] > 0]).encode(
        y=_lines(column, order),
        tooltip=[
            alt.Tooltip(f"{column}:N"),
            *(alt.Tooltip(f"{name}:Q", title=said, format=",.4~r") for name, said in NAMED.items()),
        ],
    )
    box = base.mark_bar(height=10, opacity=0.55).encode(x=days, x2="upper:Q")
    middle = base.mark_tick(thickness=3, size=16).encode(x="median:Q")
    late = base.mark_point(size=45, strokeWidth=2).encode(x="late:Q")
    return box + middle + late


def _bars(numbers: pd.DataFrame, column: str, order: list[str]) -> alt.Chart:
    import altair as alt

    kinds = list(KINDS.values())
    drawn: alt.Chart = (
        alt.Chart(numbers)
        .mark_bar(height=12)
        .encode(
            y=_lines(column, order),
            x=alt.X("reports:Q", title="Reports", axis=alt.Axis(tickCount=4, tickMinStep=1)),
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(domain=kinds),
                legend=alt.Legend(orient="bottom", title=None, columns=1, labelLimit=220),
            ),
            order=alt.Order("rank:Q"),
            tooltip=[f"{column}:N", "kind:N", "reports:Q"],
        )
        .transform_calculate(rank=f"indexof({kinds!r}, datum.kind)")
    )
    return drawn


def _tables(rows: pd.DataFrame) -> None:
    for by, told in ((["outlet"], "outlet"), (["outlet", "year"], "outlet and year")):
        names = {"outlet": "Outlet", "year": "Year", **NAMED}
        found = lags(rows, by).round(1)
        if "year" in by:
            found = found.astype({"year": str})
        st.caption(f"By {plain(told)}")
        st.dataframe(
            found.rename(columns=names), hide_index=True, placeholder="",
            alt=f"Reporting lag by {told}",
        )  # fmt: skip


def _show(chart: Any, height: int, told: str, key: str) -> None:
    drawn = chart.properties(height=height).configure_view(strokeWidth=0)
    st.altair_chart(drawn, width="stretch", alt=told, key=key)
