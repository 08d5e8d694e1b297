"""Beside the map: the reports of the place picked, or the places with most reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from geo.places import districts, provinces
from incidents.sentence import number_of
from incidents.view import View
from ui import cards, state
from ui.plain import plain

if TYPE_CHECKING:
    import pandas as pd

LISTED = 14


def toggle_district(code: str) -> None:
    """Choose one district alone, or none if it was the one chosen."""
    chosen = state.current().district
    if code in districts():
        state.change(district=() if chosen == (code,) else (code,), province=())


def toggle_province(code: str) -> None:
    """Choose one province alone, or none if it was the one chosen."""
    selection = state.current()
    if code in provinces():
        again = selection.province == (code,) and not selection.district
        state.change(province=() if again else (code,), district=())


def draw(view: View, unplaced: bool) -> None:
    """Draw the panel: what is not on the map, the chosen place, or the list of places."""
    if unplaced and view.not_on_map:
        _heading("Not on the map", f"{number_of(view.not_on_map, 'report')} without a province")
        st.button("Back to the places", on_click=_hide_unplaced)
        cards.draw(view.unplaced)
    elif view.selection.district or view.selection.province or view.selection.id:
        _chosen(view)
    else:
        _places(view)


def _heading(title: str, below: str) -> None:
    st.subheader(plain(title), anchor=False)
    st.caption(below)


def _hide_unplaced() -> None:
    st.session_state["show_unplaced"] = False


def _show_unplaced() -> None:
    st.session_state["show_unplaced"] = True


def _chosen(view: View) -> None:
    selection = view.selection
    units, known = districts(), provinces()
    names = [f"{units[d].label}, {known[units[d].province].name}" for d in selection.district]
    names = names or [known[p].label for p in selection.province] or [selection.id or ""]
    _heading("; ".join(names), number_of(view.rows_count, "reported incident"))
    st.button("Show all places", on_click=_all_places, help="Or click the place again on the map.")
    cards.draw(view.rows)


def _all_places() -> None:
    state.change(district=(), province=(), id=None)


def _places(view: View) -> None:
    """Draw the districts by count: the same numbers as the map, reachable by keyboard."""
    _heading("Places with most reports", "Choose one here or on the map to read its reports.")
    units, known = districts(), provinces()
    ranked = view.by_district.sort_values(["rows", "district"], ascending=[False, True])
    with st.container(key="places"):
        for code, count in _pairs(ranked.head(LISTED), "district", "rows"):
            unit = units[code]
            _place(f"{unit.label}, {known[unit.province].name}", count, code, toggle_district)
    if len(ranked) > LISTED:
        _more(dict(_pairs(ranked.iloc[LISTED:], "district", "rows")))
    only = view.by_province[view.by_province["only"] > 0]
    if len(only):
        label = f"In a province, no district named ({view.in_provinces})"
        with st.expander(label), st.container(key="only"):
            by_count = only.sort_values("only", ascending=False)
            for code, count in _pairs(by_count, "province", "only"):
                _place(known[code].label, count, code, toggle_province)
    if view.not_on_map:
        st.button(f"{view.not_on_map} not on the map", on_click=_show_unplaced, type="tertiary")


def _place(label: str, count: int, code: str, toggle: Callable[[str], None]) -> None:
    st.button(
        f"{plain(label)} · **{count:,}**",
        key=f"place_{code}",
        on_click=toggle,
        args=(code,),
        type="tertiary",
    )


def _pairs(counts: pd.DataFrame, code: str, number: str) -> list[tuple[str, int]]:
    return [(str(c), int(n)) for c, n in zip(counts[code], counts[number], strict=True)]


def _more(counts: dict[str, int]) -> None:
    units, known = districts(), provinces()
    st.selectbox(
        f"{len(counts)} more districts",
        list(counts),
        index=None,
        format_func=lambda code: f"{units[code].label}, {known[units[code].province].name} · "
        f"{counts[code]}",
        key="more_places",
        on_change=_take_more,
        placeholder="Choose a district",
    )


def _take_more() -> None:
    code = st.session_state["more_places"]
    if code:
        toggle_district(code)
