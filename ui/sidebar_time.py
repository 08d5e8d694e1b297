"""The time filter: months on a slider under a histogram, exact days, and touching or within."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import streamlit as st

from incidents.periods import Window
from incidents.selection import Selection
from incidents.windows import time_filter
from ui import histogram, state
from ui.atlas import Atlas

CHOICES = {
    "touches": "May lie in it (touches)",
    "within": "Surely lies in it (within)",
}


def draw(source: Atlas, selection: Selection) -> None:
    """Draw the time controls as the selection has them."""
    span = source.store.span
    windows = time_filter(selection, source.calendar, span).windows
    st.image(histogram.svg(source, selection, windows), width="stretch")
    _months(span, selection)
    left, right = st.columns(2)
    with left:
        _day("from_", "From", selection.from_)
    with right:
        _day("to", "To", selection.to)
    if selection.has_time:
        _choice(selection)


def months_of(span: Window) -> list[str]:
    """Return every month of the span as "2019-11", in order."""
    first = span.first.year * 12 + span.first.month - 1
    last = span.last.year * 12 + span.last.month - 1
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(first, last + 1)]


def _months(span: Window, selection: Selection) -> None:
    months = months_of(span)
    low = f"{selection.from_:%Y-%m}" if selection.from_ else months[0]
    high = f"{selection.to:%Y-%m}" if selection.to else months[-1]
    low, high = (min(max(m, months[0]), months[-1]) for m in (low, high))
    chosen = (min(low, high), max(low, high))
    state.sync("pick_months", chosen)
    st.select_slider(
        "Time",
        months,
        value=chosen,  # a pair, so that it is a range even before the state is read
        key="pick_months",
        format_func=_month_in_words,
        on_change=_take_months,
        args=(months[0], months[-1]),
        label_visibility="collapsed",
    )


def _month_in_words(month: str) -> str:
    return f"{date(int(month[:4]), int(month[5:]), 1):%b %Y}"


def _take_months(first: str, last: str) -> None:
    low, high = st.session_state["pick_months"]
    year, month = int(high[:4]), int(high[5:])
    state.change(
        from_=None if low == first else date(int(low[:4]), int(low[5:]), 1),
        to=None if high == last else date(year, month, monthrange(year, month)[1]),
    )


def _day(key: str, label: str, value: date | None) -> None:
    widget = f"pick_{key}"
    state.sync(widget, value)
    st.date_input(
        label,
        value=None,
        key=widget,
        min_value=min(date(1945, 1, 1), value or date.max),
        max_value=max(date(2099, 12, 31), value or date.min),
        format="YYYY-MM-DD",
        on_change=lambda: state.change(**{key: st.session_state[widget]}),
    )


def _choice(selection: Selection) -> None:
    state.sync("pick_dates", selection.dates)
    st.radio(
        "A report counts if its date",
        list(CHOICES),
        format_func=lambda choice: CHOICES[choice],
        key="pick_dates",
        on_change=lambda: state.change(dates=st.session_state["pick_dates"]),
    )
