"""The map page: the map, the place picked on it, and a list that mirrors it for the keyboard."""

from __future__ import annotations

import time

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from incidents.view import View
from ui import downloads, frame, place_panel, state
from ui import map as map_of_page
from ui.map import Pick, draw_map

# The browser draws in one go what arrives together: after a pause the map waits for nothing else.
PAUSE = 0.012
HANDLED = "handled_pick"
UNPLACED = "show_unplaced"


def _layout() -> tuple[DeltaGenerator, DeltaGenerator, DeltaGenerator]:
    """Return the places above, left and right; always the same, or the map would start anew."""
    top = st.container()
    left, right = st.columns([2.15, 1], gap="medium")
    return top, left, right


def draw_waiting() -> None:
    """Draw the page's map without numbers while the data are read for the first time."""
    _, left, _ = _layout()
    with left:
        map_of_page.draw_waiting()


def draw(view: View) -> None:
    """Draw the page; a place picked on the map becomes a new Selection."""
    top, left, right = _layout()
    with left:  # before anything else: what the browser gets first it paints first
        pick = draw_map(view)
    time.sleep(PAUSE)
    with top:
        words, actions = st.columns([3.4, 1], gap="medium", vertical_alignment="bottom")
        with words:
            frame.head(view)
        with actions:
            downloads.draw(view, formats=("csv",))
            frame.link(view)
    with right:
        place_panel.draw(view, unplaced=bool(st.session_state.get(UNPLACED)))
    if pick and pick.serial != st.session_state.get(HANDLED):
        st.session_state[HANDLED] = pick.serial
        _take(pick, view)
        st.rerun()


def _take(pick: Pick, view: View) -> None:
    st.session_state[UNPLACED] = pick.kind == "unplaced" and not st.session_state.get(UNPLACED)
    if pick.kind == "adm2":
        place_panel.toggle_district(pick.id)
    elif pick.kind == "adm1":
        place_panel.toggle_province(pick.id)
    elif pick.kind == "window":
        first, _, last = pick.id.partition("/")
        state.take_window(first, last)
