"""The filters, drawn once for all pages; each change becomes a new Selection."""

from __future__ import annotations

from typing import Any

import streamlit as st

from geo.places import districts, provinces
from incidents.record import AGENCIES, EVENT_TYPES
from incidents.selection import Selection
from ui import sidebar_period, sidebar_time, state
from ui.atlas import Atlas


def draw(source: Atlas, selection: Selection) -> None:
    """Draw every filter as the selection has it; a change is taken in before the next run."""
    with st.sidebar:
        st.subheader("Crackdown Atlas", anchor=False)
        st.caption("Reported security-force incidents in North Korea")
        sidebar_period.draw(source, selection)
        sidebar_time.draw(source, selection)
        _places(selection)
        _kinds(source, selection)
        _words(selection)
        st.button("Reset all", on_click=state.reset, width="stretch")


def _several(key: str, label: str, options: list[str], labels: dict[str, str]) -> None:
    """Draw one multiselect that holds the codes of a selection's field."""
    chosen = list(getattr(state.current(), key))
    widget = f"pick_{key}"
    if set(st.session_state.get(widget, ())) != set(chosen):
        st.session_state[widget] = chosen
    st.multiselect(
        label,
        options + [code for code in chosen if code not in options],
        format_func=lambda code: labels.get(code, code),
        key=widget,
        on_change=_take,
        args=(key, widget),
        placeholder="All",
    )


def _take(key: str, widget: str) -> None:
    changes: dict[str, Any] = {key: tuple(st.session_state[widget])}
    if key == "province" and changes[key]:
        inside = districts()
        kept = (d for d in state.current().district if inside[d].province in changes[key])
        changes["district"] = tuple(kept)
    state.change(**changes)


def _places(selection: Selection) -> None:
    known = provinces()
    _several("province", "Province", list(known), {code: p.label for code, p in known.items()})
    units = districts()
    offered = [
        code
        for code, unit in units.items()
        if not selection.province or unit.province in selection.province
    ]
    offered.sort(key=lambda code: units[code].name)
    _several(
        "district",
        "District",
        offered,
        {code: f"{unit.label}, {known[unit.province].name}" for code, unit in units.items()},
    )


def _kinds(source: Atlas, selection: Selection) -> None:
    _several("event_type", "Type of incident", list(EVENT_TYPES), dict(EVENT_TYPES))
    _several("agency", "Agency", list(AGENCIES), dict(AGENCIES))
    _several("outlet", "Outlet", list(source.store.outlets), {})
    if selection.occasion:
        labels = {code: source.calendar.label(code) for code in source.calendar.ids}
        _several("occasion", "Tied by the source to", list(source.calendar.ids), labels)
    if selection.id:
        words = f"Only record {selection.id}; show all"
        st.button(words, on_click=state.change, kwargs={"id": None})


def _words(selection: Selection) -> None:
    state.sync("pick_text", " ".join(selection.text))
    st.text_input(
        "Words in the report",
        key="pick_text",
        on_change=_take_text,
        placeholder="e.g. fuel Hyesan",
        max_chars=300,
        help="All words must occur, in any order, as parts of words, in the title, summary, "
        "place, targets or pretext.",
    )


def _take_text() -> None:
    state.change(text=tuple(st.session_state["pick_text"].split()))
