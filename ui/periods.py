"""The periods page: when it happened, and whether a run-up is really worse than other times."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import streamlit as st

from incidents.view import View
from ui import frame, state

EXAMPLE = "day_of_security"
# Only the section chosen is imported and worked out; each answers one question.
SECTIONS = {
    "Timeline": "timeline",
    "Aligned years": "aligned_years",
    "Run-up against the rest": "runup",
    "All occasions": "all_occasions",
    "Reporting lag": "lag_chart",
    "What was paid": "paid",
}
NEED_OCCASION = ("aligned_years", "runup")
CHOICE = "periods_section"


def draw(view: View) -> None:
    """Draw the page: the view in words, then the section the reader chose."""
    words, actions = st.columns([3.4, 1], gap="medium", vertical_alignment="bottom")
    with words:
        frame.head(view)
    with actions:
        frame.link(view, "periods")
    section = _section()
    if section in NEED_OCCASION and view.selection.period not in view.calendar.occasions:
        _ask_for_occasion()
        return
    shown: Callable[[View], None] = import_module(f"ui.{section}").draw
    shown(view)


def _section() -> str:
    names = list(SECTIONS)
    chosen = st.segmented_control(
        "What to look at", names, default=names[0], required=True, key=CHOICE,
        persist_state="session", label_visibility="collapsed",
    )  # fmt: skip
    return SECTIONS[chosen or names[0]]


def _ask_for_occasion() -> None:
    st.info("This compares days around a date that comes back every year. Choose such a period.")
    st.button(
        "Use the Day of Security (19 November)",
        on_click=state.change,
        kwargs={"period": EXAMPLE, "before": None, "after": None},
    )
