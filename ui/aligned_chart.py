"""The chart of years under each other: cells or bars, the window outlined, silent years named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents.words import say
from ui import heat
from ui.theme import quiet

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

Days = tuple[int, int]  # before and after the day
MOST = 182  # days on either side
ROW, LINE, AROUND = 24, 7, 95  # pixels of a year, of a bar in it, of axis and key
OUTLINE, QUIET = "#b97b12", "#757b89"  # each reads on light and dark ground
CLICK, CHART = "cell", "aligned_years_chart"
SIGNED = "datum.value > 0 ? '+' + datum.value : format(datum.value, 'd')"


def show(
    found: pd.DataFrame, marks: pd.DataFrame, day: str, days: Days, window: Days
) -> dict[str, Any]:
    """Draw the years, the newest on top, and return what was clicked: field -> value.

    `found` holds cells, or bars if it has lanes; `days` (drawn) and `window` (outlined) are days
    before and after the day, which is named by `day`.
    """
    import altair as alt

    years = [int(year) for year in marks["year"]][::-1]
    is_near = "lane" in found
    row = max(ROW, LINE * (int(found["lane"].max()) + 1) + 4) if is_near else ROW
    main = (_lines if is_near else _cells)(found).encode(
        x=_x(day, *days), x2="end:Q",
        y=alt.Y("year:O", sort=years, title=say("aligned.year"), scale=alt.Scale(domain=years),
                axis=alt.Axis(grid=is_near, tickBand="extent", ticks=False)),
    )  # fmt: skip
    chart = (
        alt.layer(main, _silent(marks, days), _window(window, days))
        .properties(height=row * len(years) + AROUND)
        .configure_view(strokeWidth=0)
    )
    told = say("aligned.chart", day=day, first=years[-1], last=years[0])
    event: Any = st.altair_chart(
        chart, width="stretch", alt=told, key=CHART, on_select="rerun", selection_mode=CLICK
    )
    picked = event.get("selection", {}).get(CLICK) or []
    return dict(picked[0]) if picked else {}


def _x(day: str, before: int, after: int) -> alt.X:
    import altair as alt

    step = next(s for s in (5, 10, 30) if (before + after) / s <= 12 or s == 30)
    ticks = [at for at in range(-MOST // step * step, MOST + 1, step) if -before <= at <= after]
    return alt.X(
        "start:Q",
        title=say("aligned.days_from", day=day),
        scale=alt.Scale(domain=[-before - 0.5, after + 0.5], nice=False),
        axis=alt.Axis(values=ticks, labelExpr=SIGNED, grid=False, labelOverlap=True),
    )


def _cells(cells: pd.DataFrame) -> alt.Chart:
    import altair as alt

    kept = cells[["year", "iso", "told", "expected"]].assign(
        start=cells["offset"] - 0.5, end=cells["offset"] + 0.5, expected=cells["expected"].round(4)
    )
    values = heat.shares(max(0.01, float(kept["expected"].max())))
    shades = heat.color("expected:Q", say("aligned.expected_a_day"), values)
    drawn: alt.Chart = (
        alt.Chart(alt.Data(values=kept.to_dict("records")))
        .mark_rect(stroke=QUIET, strokeOpacity=0.5, strokeWidth=0.6, cursor="pointer")
        .encode(
            color=alt.condition("datum.expected > 0", shades, alt.value(heat.none())),
            tooltip=[
                alt.Tooltip("told:N", title=say("aligned.day")),
                alt.Tooltip("expected:Q", title=say("aligned.expected_reports"), format=".2f"),
            ],
        )
        .add_params(_click("iso"))
    )
    return drawn


def _lines(found: pd.DataFrame) -> alt.Chart:
    import altair as alt

    kept = found[["year", "lane", "id", "told", "where", "title"]].assign(
        start=found["first"] - 0.5, end=found["last"] + 0.5
    )
    entries = {"id": "report", "told": "when", "where": "province", "title": "title"}
    drawn: alt.Chart = (
        alt.Chart(alt.Data(values=kept.to_dict("records")))
        .mark_bar(height=LINE - 2, cursor="pointer")
        .encode(
            yOffset=alt.YOffset("lane:O"),
            tooltip=[
                alt.Tooltip(field, type="nominal", title=say(f"aligned.{entry}"))
                for field, entry in entries.items()
            ],
        )
        .add_params(_click("id"))
    )
    return drawn


def _click(field: str) -> alt.Parameter:
    import altair as alt

    return alt.selection_point(name=CLICK, fields=[field], on="click", toggle="false")


def _silent(marks: pd.DataFrame, days: Days) -> alt.Chart:
    """Return words in the row of each year that has nothing to draw, saying why."""
    import altair as alt

    years = [{"year": int(y), "start": (days[1] - days[0]) / 2, "says": says}
             for y, says in zip(marks["year"], marks["says"], strict=True) if says]  # fmt: skip
    words = alt.Chart(alt.Data(values=years)).mark_text(color=quiet(), fontStyle="italic")
    drawn: alt.Chart = words.encode(x="start:Q", y="year:O", text="says:N")
    return drawn


def _window(window: Days, days: Days) -> alt.Chart:
    """Return the outline of the chosen window, cut to the range drawn."""
    import altair as alt

    first = max(-window[0], -days[0]) - 0.5
    last = min(window[1], days[1]) + 0.5
    edges = alt.Data(values=[{"start": first, "end": last}])
    box = alt.Chart(edges).mark_rect(filled=False, stroke=OUTLINE, strokeWidth=2)
    drawn: alt.Chart = box.encode(x="start:Q", x2="end:Q")
    return drawn
