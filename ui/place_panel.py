"""Beside the map: the reports of the place picked, or the places with most reports."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from geo.places import districts, provinces
from incidents import labels
from incidents.groups import ProvinceCounts
from incidents.sentence import listed
from incidents.view import View
from incidents.words import say
from ui import cards, state
from ui.plain import plain

LISTED = 10  # buttons; each costs a browser as much as the map's numbers


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
        _heading(say("panel.not_on_map"), say("panel.without_province", n=view.not_on_map))
        st.button(say("panel.back"), on_click=_hide_unplaced)
        cards.draw(view.not_on_map, partial(view.unplaced_page, descending=True))
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
    names = list(map(labels.district_of, selection.district))
    names = names or list(map(labels.province, selection.province)) or [selection.id or ""]
    told = [say("panel.incidents", n=view.rows_count), *_beside(view)]
    _heading("; ".join(names), " · ".join(told))
    hint = say("panel.all_places_told")
    st.button(say("panel.all_places"), on_click=_all_places, key="all_places", help=hint)
    if len(view.districts) + len(_only(view)) > 1:
        with st.expander(say("panel.as_list")):
            _list(view)
    cards.draw(view.rows_count, partial(view.page, descending=True))


def _beside(view: View) -> list[str]:
    """Say what chosen districts have to do with the rest of the map: shades there, and no place."""
    chosen = view.selection.district
    told = []
    if chosen and any(one.district not in chosen for one in view.districts):
        told.append(say("panel.other_districts"))
    around = tuple(sorted({districts()[code].province for code in chosen if code in districts()}))
    if around and (more := view.narrowed(province=around, district=()).in_provinces):
        names = listed(map(labels.province_name, around))
        told.append(say("panel.no_district", n=more, names=plain(names)))
    return told


def _all_places() -> None:
    state.change(district=(), province=(), id=None)


def _places(view: View) -> None:
    """Draw the districts by count: the same numbers as the map, reachable by keyboard."""
    _heading(say("panel.most_reports"), say("panel.most_reports_told"))
    _list(view)
    if view.not_on_map:
        told = say("panel.n_not_on_map", n=view.not_on_map)
        st.button(told, on_click=_show_unplaced, key="not_on_map", type="tertiary")


def _list(view: View) -> None:
    """Draw every number that the map shows, each a button that chooses its place."""
    ranked = sorted(view.districts, key=lambda one: -one.rows)
    with st.container(key="places"):
        for one in ranked[:LISTED]:
            _place(labels.district_of(one.district), one.rows, one.district, toggle_district)
    if rest := {one.district: one.rows for one in ranked[LISTED:]}:
        told = say("panel.more_districts", n=len(rest))
        _choice("more_places", told, rest, labels.district_of, toggle_district)
    if only := sorted(_only(view), key=lambda one: -one.only):
        told = say("panel.in_a_province", n=view.in_provinces)
        counts = {one.province: one.only for one in only}
        _choice("more_provinces", told, counts, labels.province, toggle_province)


def _only(view: View) -> list[ProvinceCounts]:
    """Return the provinces with reports that name no district of theirs."""
    return [one for one in view.provinces if one.only]


def _place(label: str, count: int, code: str, toggle: Callable[[str], None]) -> None:
    st.button(
        f"{plain(label)} · **{count:,}**",
        key=f"place_{code}",
        on_click=toggle,
        args=(code,),
        type="tertiary",
    )


def _choice(
    key: str,
    label: str,
    counts: dict[str, int],
    named: Callable[[str], str],
    toggle: Callable[[str], None],
) -> None:
    """Draw a list of places to search in, each with its count; the one taken is chosen."""

    def take() -> None:
        if code := st.session_state[key]:
            toggle(code)

    st.selectbox(
        label,
        list(counts),
        index=None,
        format_func=lambda code: f"{named(code)} · {counts[code]:,}",
        key=key,
        on_change=take,
        placeholder=say("panel.choose"),
    )
