"""What this reader asked for: the one Selection, its link, and its way to the page."""

from __future__ import annotations

import runpy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

import streamlit as st
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx

from incidents import words
from incidents.query import read_query
from incidents.selection import Selection

if TYPE_CHECKING:
    from incidents.view import View
    from ui.atlas import Atlas

SELECTION = "selection"
NOTES = "link_notes"
OFFERED = "offered_view"
APP = Path(__file__).resolve().parent.parent / "app.py"


def begin(source: Atlas) -> Selection:
    """Return the selection; a session that starts takes it from its link."""
    if SELECTION not in st.session_state:
        reading = read_query(_link_query(), source.vocabulary)
        st.session_state[SELECTION] = reading.selection
        st.session_state[NOTES] = reading.notes
    return current()


def current() -> Selection:
    """Return the selection as it stands."""
    selection: Selection = st.session_state[SELECTION]
    return selection


def language() -> str:
    """Return the language this reader chose, before the first selection the one of the link."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return words.LANGUAGES[0]
    chosen: Selection | None = st.session_state.get(SELECTION)
    asked = chosen.lang if chosen else st.query_params.get("lang")
    return asked if asked in words.LANGUAGES else words.LANGUAGES[0]


words.hear(language)


def change(**changes: Any) -> None:
    """Take a new selection: the present one with some fields changed."""
    _take(replace(current(), **changes))


def reset() -> None:
    """Take the bare selection: no filter at all, in the same language."""
    _take(Selection(lang=current().lang))


def drop_time() -> None:
    """Take the present selection without any part that limits time."""
    _take(current().untimed())


def _take(selection: Selection) -> None:
    st.session_state[SELECTION] = selection
    st.session_state[NOTES] = ()


def take_window(first: str, last: str) -> None:
    """Take the days of a window shown on the map (ISO, inclusive) as the time filter."""
    try:
        days = {"from_": date.fromisoformat(first), "to": date.fromisoformat(last)}
    except ValueError:
        return  # what the browser sends is not trusted
    change(period=None, before=None, after=None, years=(), **days)


def sync(key: str, value: Any) -> None:
    """Let a widget show what the selection says, touching it only where they differ."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def offer(view: View) -> None:
    """Hand the view to the page that runs next."""
    st.session_state[OFFERED] = view


def receive() -> View:
    """Return the view offered by app.py.

    On a server just started a deep link runs a page without app.py;
    then app.py is run from here, which draws the page, and this first run ends.
    """
    view: View | None = st.session_state.pop(OFFERED, None)
    if view is None:
        runpy.run_path(str(APP), run_name="__main__")
        st.stop()
    return view


def notes() -> tuple[str, ...]:
    """Return what the link said that could not be read, one sentence each."""
    found: tuple[str, ...] = st.session_state.get(NOTES, ())
    return found


def address(path: str = "") -> str:
    """Return the address of the app, or of one of its pages, without a query."""
    here = urlsplit(st.context.url or "")
    base = here.path.rstrip("/")
    for page in ("/map", "/records", "/periods", "/sources", "/your-data"):
        base = base.removesuffix(page)
    return f"{here.scheme}://{here.netloc}{base}/{path}" if here.netloc else f"/{path}"


def _link_query() -> str:
    params = st.query_params
    return urlencode([(key, value) for key in params for value in params.get_all(key)])


def write_link(selection: Selection) -> None:
    """Write the link of the selection into the address bar."""
    wanted: dict[str, list[str]] = {}
    for key, value in selection.items():
        wanted.setdefault(key, []).append(value)
    params = st.query_params
    if wanted != {key: params.get_all(key) for key in params}:
        params.from_dict(wanted)
