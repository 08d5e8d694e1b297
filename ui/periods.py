"""The periods page: when it happened, and whether a run-up is really worse than other times."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import streamlit as st

from incidents import labels
from incidents.view import View
from incidents.words import say
from ui import frame, state
from ui.plain import plain

EXAMPLE = "day_of_security"
# Only the section chosen is imported and worked out; each answers one question.
SECTIONS = ("timeline", "aligned_years", "runup", "all_occasions", "lag_chart", "paid")
NEED_OCCASION = ("aligned_years", "runup")
OF_TIME = ("period", "before", "after", "years", "from_", "to")  # fields of a Selection
CHOICE, LAST = "periods_section", "periods_last_occasion"


def draw(view: View) -> None:
    """Draw the page: the view in words, then the section the reader chose."""
    words, actions = st.columns([3.4, 1], gap="medium", vertical_alignment="top")
    with words:
        frame.head(view)
    with actions:
        frame.link(view, "periods")
    section, chosen = _section(), view.selection
    if chosen.period in view.calendar.occasions:
        st.session_state[LAST] = {name: getattr(chosen, name) for name in OF_TIME}
    elif section in NEED_OCCASION:
        _ask_for_occasion(view)
        return
    shown: Callable[[View], None] = import_module(f"ui.{section}").draw
    shown(view)


def _section() -> str:
    chosen = st.segmented_control(
        say("periods.what"), SECTIONS, default=SECTIONS[0], required=True, key=CHOICE,
        format_func=lambda code: say(f"periods.{code}"), persist_state="session",
        label_visibility="collapsed",
    )  # fmt: skip
    return chosen or SECTIONS[0]


def _ask_for_occasion(view: View) -> None:
    """Draw why nothing is compared, with the example and the occasion looked at before."""
    st.info(say("periods.need_occasion"))
    before = st.session_state.get(LAST)
    with st.container(horizontal=True):
        if before and before["period"] in view.calendar.occasions:
            named = plain(labels.name(view.calendar.occasions[before["period"]]))
            st.button(say("periods.back", name=named), on_click=state.change, kwargs=before)
        if not before or before["period"] != EXAMPLE:
            st.button(
                say("periods.example"),
                on_click=state.change,
                kwargs={"period": EXAMPLE, "before": None, "after": None},
            )
