"""The time filter: months on a slider under a histogram, exact days, and touching or within."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache, partial

import streamlit as st

from incidents import words
from incidents.dates import month_in_words
from incidents.periods import Window
from incidents.selection import DATES_CHOICES, Selection
from incidents.windows import time_filter
from incidents.words import say
from ui import histogram, state
from ui.atlas import Atlas


def draw(source: Atlas, selection: Selection) -> None:
    """Draw the time controls as the selection has them."""
    span = source.store.span
    windows = time_filter(selection, source.calendar, span).windows
    picture = histogram.svg(source, selection, windows)
    st.image(picture, width="stretch", alt=histogram.told(source, selection))
    _months(span, selection)
    left, right = st.columns(2)
    with left:
        _day("from_", say("sidebar.from"), selection.from_)
    with right:
        _day("to", say("sidebar.to"), selection.to)
    if selection.has_time:
        _choice(selection)


@lru_cache(maxsize=10)
def months_of(span: Window) -> tuple[str, ...]:
    """Return every month of the span as "2019-11", in order."""
    first = span.first.year * 12 + span.first.month - 1
    last = span.last.year * 12 + span.last.month - 1
    return tuple(f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(first, last + 1))


def _months(span: Window, selection: Selection) -> None:
    months = months_of(span)
    low = f"{selection.from_:%Y-%m}" if selection.from_ else months[0]
    high = f"{selection.to:%Y-%m}" if selection.to else months[-1]
    low, high = (min(max(m, months[0]), months[-1]) for m in (low, high))
    chosen = (min(low, high), max(low, high))
    state.sync("pick_months", chosen)
    st.select_slider(
        say("sidebar.months"),
        months,
        value=chosen,  # a pair, so that it is a range even before the state is read
        key="pick_months",
        format_func=partial(_month_in_words, words.language()),
        on_change=_take_months,
        args=(months[0], months[-1]),
        label_visibility="collapsed",
    )


@lru_cache(maxsize=4000)
def _month_in_words(language: str, month: str) -> str:
    """Return "Nov 2019" of "2019-11", kept: a slider asks for every month on every run."""
    with words.speaking(language):
        return month_in_words(int(month[:4]), int(month[5:]), short=True)


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
        say("sidebar.counts_if"),
        DATES_CHOICES,
        format_func=lambda choice: say(f"sidebar.{choice}"),
        key="pick_dates",
        on_change=lambda: state.change(dates=st.session_state["pick_dates"]),
    )
