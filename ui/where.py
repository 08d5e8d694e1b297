"""The map page: the map, the place picked on it, and a list that mirrors it for the keyboard."""

from __future__ import annotations

import time

import streamlit as st

from incidents.view import View
from ui import brief, downloads, frame, place_panel, serving, state, turns
from ui.map import Pick, draw_map
from ui.map_place import layout

# The browser draws in one go what arrives together: after a pause the map waits for nothing else.
PAUSE = 0.06  # s: a map takes so long on a slow machine
FIRST_PAUSE = 0.35  # s for a reader whose browser has the map still to fetch
DRAWN = "map_drawn"
HANDLED = "handled_pick"
UNPLACED = "show_unplaced"
PLAYED = "played_selection"


def draw(view: View) -> None:
    """Draw the page; a place picked on the map becomes a new Selection."""
    top, left, right = layout()
    with left:  # before anything else: what the browser gets first it paints first
        pick = draw_map(view, is_played=st.session_state.get(PLAYED) == view.selection)
    _let_it_be_drawn()
    with top:
        frame.head(view)
    with right:
        with st.container(key="actions", horizontal=True):
            downloads.draw(view, formats=("csv",))
            frame.link(view)
        place_panel.draw(view, unplaced=bool(st.session_state.get(UNPLACED)))
        brief.button(view)
    if pick and pick.serial != st.session_state.get(HANDLED):
        st.session_state[HANDLED] = pick.serial
        _take(pick, view)
        st.rerun()


def _let_it_be_drawn() -> None:
    """Leave the browser to the map alone for a moment: what follows would only be in its way."""
    with turns.left():
        if st.session_state.get(DRAWN):
            time.sleep(PAUSE)
        else:
            serving.wait_for_map(FIRST_PAUSE)
    st.session_state[DRAWN] = True


def _take(pick: Pick, view: View) -> None:
    if pick.kind == "track":  # of this view only: the next is sent without until it is asked for
        st.session_state[PLAYED] = view.selection
        return
    st.session_state[UNPLACED] = pick.kind == "unplaced" and not st.session_state.get(UNPLACED)
    if pick.kind == "adm2":
        place_panel.toggle_district(pick.id)
    elif pick.kind == "adm1":
        place_panel.toggle_province(pick.id)
    elif pick.kind == "window":
        first, _, last = pick.id.partition("/")
        state.take_window(first, last)
