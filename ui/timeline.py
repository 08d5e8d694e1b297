"""The timeline: reports per month, week or day, with what was going on; brushing it sets dates."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents.dates import day_in_words, in_words
from incidents.periods import Window, clip, widen
from incidents.view import View
from ui import state
from ui import timeline_marks as marks
from ui.plain import plain

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

CHOSEN, RUNUP, QUIET = "#c98a1b", "#3f8f9b", "#757b89"  # each reads on light and dark ground
BRUSH, WHOLE, CLOSER = "brush", "timeline_whole", "timeline_closer"
PLOT, TICKS_AT, RUNUPS_AT, LANES_AT, LANE = 200, 204, 216, 228, 15  # pixels from the top
AROUND = 15  # days shown at least before and after the chosen ones
BELOW = 118  # pixels for the axis and the key


def draw(view: View) -> None:
    """Draw the whole time of the data, and closer what of it is chosen, if that is a part."""
    rows = view.untimed()
    if rows.empty:
        st.info("No report passes the filters, so there is nothing to draw over time.")
        return
    pending = marks.unfinished(view)
    _chart(view, rows, view.span, pending, WHOLE)
    _explain(view, pending)
    part = closer(view)
    if part:
        st.subheader(f"Closer: {in_words(part.first, part.last)}", anchor=False)
        _chart(view, rows, part, pending, CLOSER)


def closer(view: View) -> Window | None:
    """Return the days chosen and some around them, where a finer unit shows more of them."""
    kept = clip(view.windows, view.span.first, view.span.last)
    if not kept:
        return None
    hull = Window(kept[0].first, kept[-1].last)
    unit, pad = marks.unit_of(hull), max(AROUND, hull.days // 4)
    if unit == marks.unit_of(view.span):
        return None
    around = clip([widen(hull, pad, pad)], view.span.first, view.span.last)[0]
    return around if marks.unit_of(around) == unit else hull


def brushed(value: object, counts: pd.DataFrame) -> Window | None:
    """Return the units a brush lies on, as days, or None for anything but two moments.

    `value` comes from the browser: two numbers, milliseconds since 1970.
    """
    if not isinstance(value, list | tuple) or len(value) != 2:
        return None
    if not all(isinstance(end, int | float) and abs(end) < 1e15 for end in value):
        return None
    low, high = sorted(int(end // marks.DAY) + marks.EPOCH for end in value)
    firsts = [day.toordinal() for day in counts["first"]]
    lasts = [day.toordinal() for day in counts["last"]]
    first = max((day for day in firsts if day <= low), default=firsts[0])
    last = min((day for day in lasts if day >= high), default=lasts[-1])
    return Window(date.fromordinal(first), date.fromordinal(last)) if first <= last else None


def _take(key: str, counts: pd.DataFrame, span: Window) -> None:
    """Set the dates to what was brushed; an emptied brush changes nothing."""
    found = st.session_state.get(key) or {}
    moments = found.get("selection", {}).get(BRUSH, {}).get("first")
    for days in clip([w] if (w := brushed(moments, counts)) else [], span.first, span.last):
        state.change(from_=days.first, to=days.last)


def _explain(view: View, pending: date | None) -> None:
    st.caption(
        "Drag over the chart to choose its dates; a chosen period stays and is cut to them. Sure: "
        "the whole interval of a report lies in the bar. Possible: a day of it does."
    )
    st.caption(
        "Amber: the chosen days. Teal: run-ups as they were reported in their year. Lines below: "
        "campaigns, an open one to the end of the data."
        + (f" Grey: incomplete from {day_in_words(pending)} on." if pending else "")
    )
    if view.selection.from_ or view.selection.to:
        st.button(
            "Clear the dates", on_click=state.change, kwargs={"from_": None, "to": None},
            key="timeline_clear",
        )  # fmt: skip


def _chart(view: View, rows: pd.DataFrame, span: Window, pending: date | None, key: str) -> None:
    unit = marks.unit_of(span)
    counts = marks.count(rows, span, unit)
    whole = Window(counts["first"].iloc[0].date(), counts["last"].iloc[-1].date())
    campaigns = marks.lanes(view.calendar.campaigns.values(), whole)
    height = LANES_AT + LANE * (1 + max((one["lane"] for one in campaigns), default=-1))
    layers = [
        *_grounds(view, span, whole, pending),
        _bars(counts, unit),
        *_ticks(view, whole),
        *_campaigns(campaigns),
    ]
    import altair as alt

    drawn = (
        alt.layer(*layers)
        .resolve_scale(y="independent")
        .properties(height=height + BELOW)
        .configure_view(strokeWidth=0)
    )
    told = f"Reported incidents per {unit}, {plain(in_words(span.first, span.last))}"
    st.altair_chart(
        drawn, width="stretch", alt=told, key=key, on_select=partial(_take, key, counts, span),
        selection_mode=BRUSH,
    )  # fmt: skip
    with st.expander("As a table"):
        _tables(counts, campaigns, unit)


def _x() -> alt.X:
    """Return the axis of time, which all layers share; UTC, so no reader's zone moves a day."""
    import altair as alt

    return alt.X(
        "first:T",
        title="Date",
        scale=alt.Scale(type="utc", nice=False),
        axis=alt.Axis(labelOverlap=True, labelFlush=True, gridOpacity=0.5),
    )


def _bars(counts: pd.DataFrame, unit: str) -> alt.Chart:
    """Return three bars a unit over each other, from the possible to the sure, to be brushed."""
    import altair as alt

    names = list(marks.COUNTED)
    faint = alt.BrushConfig(fill=QUIET, fillOpacity=0.12, stroke=QUIET)
    drawn: alt.Chart = (
        alt.Chart(alt.Data(values=marks.bars(counts)))
        .mark_bar(binSpacing=0.5)
        .encode(
            x=_x(),
            x2="next:T",
            y=alt.Y(
                "count:Q",
                stack=None,
                title=f"Reports per {unit}",
                scale=alt.Scale(range=[PLOT, 4]),
                axis=alt.Axis(tickCount=4, titleY=PLOT / 2, tickMinStep=1, domain=False),
            ),
            y2=alt.datum(0),
            opacity=alt.Opacity(
                "counted:O",
                scale=alt.Scale(domain=names[::-1], range=[1, 0.5, 0.22]),
                legend=alt.Legend(orient="top", title=None, symbolType="square"),
            ),
            tooltip=_told(when="When", within=marks.SURELY, expected="Expected",
                          touches=marks.POSSIBLY),
        )
        .add_params(alt.selection_interval(name=BRUSH, encodings=["x"], mark=faint))
    )  # fmt: skip
    return drawn


def _grounds(view: View, span: Window, whole: Window, pending: date | None) -> list[alt.Chart]:
    """Return what lies behind the bars: the chosen days and the incomplete ones."""
    chosen = marks.shaded(view.windows, span, "Chosen days")
    late = Window(pending, max(whole.last, pending)) if pending else None
    open_ = marks.shaded([late] if late else [], whole, "Incomplete: reports still to come")
    return [
        _band(found, color, opacity)
        for found, color, opacity in ((chosen, CHOSEN, 0.22), (open_, QUIET, 0.25))
        if found
    ]


def _band(found: list[dict[str, Any]], color: str, opacity: float) -> alt.Chart:
    import altair as alt

    band: alt.Chart = (
        alt.Chart(alt.Data(values=found))
        .mark_rect(color=color, opacity=opacity)
        .encode(
            x="from:T", x2="to:T", y=alt.value(0), y2=alt.value(PLOT),
            tooltip=_told(told="What", when="When"),
        )
    )  # fmt: skip
    return band


def _ticks(view: View, whole: Window) -> list[alt.Chart]:
    """Return the days of occasions as ticks, and the run-ups of their year as lines, in lanes."""
    import altair as alt

    days, runs = marks.anchors(view, whole), marks.runups(view.calendar, whole)
    at = alt.Chart(alt.Data(values=days)).mark_rule(color=CHOSEN, strokeWidth=2)
    line = alt.Chart(alt.Data(values=runs)).mark_rule(
        color=RUNUP, strokeWidth=5, strokeCap="square"
    )
    ticks = at.encode(
        x="at:T", y=alt.value(TICKS_AT), y2=alt.value(TICKS_AT + 8),
        tooltip=_told(name="Occasion", when="Day"),
    )  # fmt: skip
    lines = line.encode(
        x="from:T", x2="to:T", y=alt.value(RUNUPS_AT),
        tooltip=_told(name="Run-up to", when="As reported", basis="Basis",
                      confidence="Confidence"),
    )  # fmt: skip
    return [chart for chart, found in ((ticks, days), (lines, runs)) if found]


def _campaigns(found: list[dict[str, Any]]) -> list[alt.Chart]:
    """Return the campaigns as lines with their names above, where the plot is wide enough."""
    import altair as alt

    if not found:
        return []
    pixels = alt.Scale(domain=[0, 1], range=[LANES_AT + LANE - 2, LANES_AT + 2 * LANE - 2])
    base = alt.Chart(alt.Data(values=found)).encode(
        x=alt.X("from:T"),
        y=alt.Y("lane:Q", scale=pixels, axis=None),
        tooltip=_told(name="Campaign", when="When"),
    )
    text = alt.condition("datum.room * width > datum.pixels + 8", "label:N", alt.value(""))
    lines = base.mark_rule(color=QUIET, strokeWidth=3).encode(x2="to:T")
    names = base.mark_text(
        color=QUIET, align="left", baseline="bottom", dy=-2, fontSize=10, limit=marks.LONGEST
    ).encode(text=text)
    return [lines, names]


def _told(**names: str) -> list[alt.Tooltip]:
    import altair as alt

    return [alt.Tooltip(field, type="nominal", title=name) for field, name in names.items()]


def _tables(counts: pd.DataFrame, campaigns: list[dict[str, Any]], unit: str) -> None:
    import pandas as pd

    shown = counts.assign(
        first=counts["first"].dt.strftime("%Y-%m-%d"), last=counts["last"].dt.strftime("%Y-%m-%d")
    )
    named = {"first": "First day", "last": "Last day", "within": marks.SURELY,
             "expected": marks.EXPECTED, "touches": marks.POSSIBLY}  # fmt: skip
    table = shown.round({"expected": 1})[list(named)].rename(columns=named)
    st.dataframe(table, hide_index=True, alt=f"Reported incidents per {unit}")
    if campaigns:
        names = pd.DataFrame(campaigns)[["name", "when"]]
        names = names.rename(columns={"name": "Campaign", "when": "When"})
        st.dataframe(names, hide_index=True, alt="Campaigns of this time")
