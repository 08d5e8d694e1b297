"""The timeline: reports per month, week or day, with what was going on; brushing it sets dates."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents.dates import in_words
from incidents.periods import Window, clip, widen
from incidents.view import View
from incidents.words import say
from ui import chart_key, state, timeline_key, vega
from ui import timeline_layers as layers
from ui import timeline_marks as marks
from ui.plain import plain
from ui.timeline_lanes import lanes

if TYPE_CHECKING:
    import pandas as pd

WHOLE, CLOSER = "timeline_whole", "timeline_closer"
AROUND = 15  # days shown at least before and after the chosen ones


def draw(view: View) -> None:
    """Draw the whole time of the data, and closer what of it is chosen, if that is a part."""
    intervals = view.without_time.intervals()
    if not len(intervals[0]):
        st.info(say("timeline.nothing"))
        return
    pending = marks.unfinished(view)
    said = "all_chosen" if view.windows else "all"
    st.caption(say(f"timeline.{said}", n=view.without_time.rows_count))
    _chart(view, intervals, view.span, pending, WHOLE)
    _explain(view)
    part = closer(view)
    if part:
        when = in_words(part.first, part.last)
        st.subheader(say("timeline.closer", when=when), anchor=False)
        _chart(view, intervals, part, pending, CLOSER)


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
    moments = found.get("selection", {}).get(layers.BRUSH, {}).get("first")
    for days in clip([w] if (w := brushed(moments, counts)) else [], span.first, span.last):
        state.change(from_=days.first, to=days.last)


def _explain(view: View) -> None:
    st.caption(say("timeline.how"))
    if view.selection.from_ or view.selection.to:
        st.button(
            say("timeline.clear"), on_click=state.change, kwargs={"from_": None, "to": None},
            key="timeline_clear",
        )  # fmt: skip


def _chart(
    view: View, intervals: marks.Intervals, span: Window, pending: date | None, key: str
) -> None:
    unit = marks.unit_of(span)
    counts = marks.count(intervals, span, unit)
    whole = Window(counts["first"].iloc[0].date(), counts["last"].iloc[-1].date())
    campaigns = lanes(view.calendar.campaigns.values(), whole)
    runups, days = marks.runups(view.calendar, whole), marks.anchors(view, whole)
    chosen = marks.shaded(view.windows, span, say("timeline.chosen"))
    chart_key.draw(timeline_key.key(bool(chosen), days, runups, campaigns, pending))
    drawn = layers.together(
        [
            *layers.grounds(chosen, whole, pending),
            layers.bars(counts, whole, unit),
            *layers.ticks(days, runups),
            *layers.campaigns(campaigns),
        ]
    )
    used = 1 + max((one["lane"] for one in campaigns), default=-1)
    told = say(f"timeline.chart_{unit}", when=plain(in_words(span.first, span.last)))
    # Labels of single marks would name days in the reader's own time zone; the table says them.
    vega.draw(
        drawn, layers.height(used, unit), told, key, config=vega.SILENT, picks=layers.BRUSH,
        on_select=partial(_take, key, counts, span),
    )  # fmt: skip
    with st.expander(say("timeline.as_table")):
        _tables(counts, runups, campaigns, unit)


def _tables(
    counts: pd.DataFrame,
    runups: list[dict[str, Any]],
    campaigns: list[dict[str, Any]],
    unit: str,
) -> None:
    shown = counts.assign(
        first=counts["first"].dt.strftime("%Y-%m-%d"), last=counts["last"].dt.strftime("%Y-%m-%d")
    )
    named = {"first": "first_day", "last": "last_day", "within": "within",
             "expected": "expected", "touches": "touches"}  # fmt: skip
    _table(shown.round({"expected": 1}), named, f"table_{unit}")
    when = {"name": "runup_to", "when": "as_reported", "basis": "basis"}
    _table(runups, when | {"confidence": "confidence"}, "runups")
    _table(campaigns, {"name": "campaign", "when": "when"}, "campaigns")


def _table(found: Any, entries: dict[str, str], told: str) -> None:
    """Draw what there is as a table; columns and alternative text are entries of the words."""
    import pandas as pd

    if len(found):
        names = {column: say(f"timeline.{entry}") for column, entry in entries.items()}
        table = pd.DataFrame(found)[list(names)].rename(columns=names)
        st.dataframe(table, hide_index=True, alt=say(f"timeline.{told}"))
