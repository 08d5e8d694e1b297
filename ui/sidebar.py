"""The filters, drawn once for all pages; each change becomes a new Selection."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import streamlit as st

from geo.places import districts, provinces
from incidents import labels, words
from incidents.record import AGENCIES, EVENT_TYPES
from incidents.selection import Selection
from incidents.words import say
from ui import login, sidebar_period, sidebar_time, state
from ui.atlas import Atlas
from ui.plain import plain


def draw(source: Atlas, selection: Selection, note: str = "") -> None:
    """Draw every filter as the selection has it; a change is taken in before the next run.

    `note` says of a page that the filters do not change it.
    """
    about = [say("sidebar.about"), f"**{note}**" if note else ""]
    with st.sidebar:
        st.subheader(say("frame.atlas"), anchor=False)
        st.caption("\n\n".join(filter(None, about)))
        sidebar_period.draw(source, selection)
        sidebar_time.draw(source, selection)
        _places(selection)
        _kinds(source, selection)
        _words(selection)
        st.button(say("sidebar.reset"), on_click=state.reset, width="stretch")
        login.draw_way_out()


def _several(key: str, options: list[str], named: Mapping[str, str]) -> None:
    """Draw one multiselect that holds the codes of a selection's field, each with its name."""
    chosen = list(getattr(state.current(), key))
    widget = f"pick_{key}"
    if set(st.session_state.get(widget, ())) != set(chosen):
        st.session_state[widget] = chosen
    st.multiselect(
        say(f"sidebar.{key}"),
        options + [code for code in chosen if code not in options],
        format_func=lambda code: named.get(code, code),
        key=widget,
        on_change=_take,
        args=(key, widget),
        placeholder=say("sidebar.all"),
    )


def _take(key: str, widget: str) -> None:
    changes: dict[str, Any] = {key: tuple(st.session_state[widget])}
    if key == "province" and changes[key]:
        inside = districts()
        kept = (d for d in state.current().district if inside[d].province in changes[key])
        changes["district"] = tuple(kept)
    state.change(**changes)


def _places(selection: Selection) -> None:
    named = _names(words.language())
    _several("province", list(provinces()), named["province"])
    units = districts()
    offered = [
        code
        for code in named["district"]
        if not selection.province or units[code].province in selection.province
    ]
    _several("district", offered, named["district"])


@cache
def _names(language: str) -> dict[str, dict[str, str]]:
    """Return the names of all codes by field in one language: each is asked for on every run."""
    with words.speaking(language):
        places = {code: labels.district_of(code) for code in districts()}
        order = places.__getitem__ if language == "ko" else lambda code: districts()[code].name
        return {
            "province": {code: labels.province(code) for code in provinces()},
            "district": {code: places[code] for code in sorted(places, key=order)},
            "event_type": {code: labels.event_type(code) for code in EVENT_TYPES},
            "agency": {code: labels.agency(code) for code in AGENCIES},
        }


def _kinds(source: Atlas, selection: Selection) -> None:
    named = _names(words.language())
    _several("event_type", list(EVENT_TYPES), named["event_type"])
    _several("agency", list(AGENCIES), named["agency"])
    _several("outlet", list(source.store.outlets), {})
    if selection.occasion:
        calendar = source.calendar
        periods = {code: labels.period(code, calendar) for code in calendar.ids}
        _several("occasion", list(periods), periods)
    if selection.id:
        only = say("sidebar.only_record", id=plain(selection.id))
        st.button(only, on_click=state.change, kwargs={"id": None})


def _words(selection: Selection) -> None:
    state.sync("pick_text", " ".join(selection.text))
    st.text_input(
        say("sidebar.text"),
        key="pick_text",
        on_change=_take_text,
        placeholder=say("sidebar.text_example"),
        max_chars=300,
        help=say("sidebar.text_told"),
    )


def _take_text() -> None:
    state.change(text=tuple(st.session_state["pick_text"].split()))
