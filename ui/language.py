"""The switch between the languages, on every page; all that the reader chose stays."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.components.v1 import declare_component

from incidents.words import LANGUAGES, say
from ui import state

KEY = "switch_language"
MARKED = "page_language_marked"
FRAME = Path(__file__).resolve().parents[1] / "static" / "language"


def draw() -> None:
    """Draw a button with the name of the other language, in its own words."""
    st.button(say("frame.other_language"), key=KEY, on_click=switch, type="tertiary")
    language = state.language()
    if language != LANGUAGES[0] or MARKED in st.session_state:
        st.session_state[MARKED] = True
        _mark(language)


def _mark(language: str) -> None:
    """Set the language of the page, which Streamlit leaves at English, from a frame of our own."""
    frame = declare_component("page_language", path=str(FRAME))  # known only when told in a run
    frame(language=language, key="page_language", default=b"")


def switch() -> None:
    """Take the other language; a link that could not be read is not told of again."""
    other = LANGUAGES[1 - LANGUAGES.index(state.language())]
    if state.SELECTION in st.session_state:
        state.change(lang=other)
    else:
        st.query_params["lang"] = other
    _keep_choices()


def _keep_choices() -> None:
    """Let every widget keep its code: a browser holds the label, which is about to change."""
    for key, value in list(st.session_state.items()):
        if isinstance(value, str | int | list | tuple) and _is_choice(value):
            st.session_state[key] = value


def _is_choice(value: str | int | list | tuple) -> bool:
    if isinstance(value, list | tuple):
        return bool(value) and all(isinstance(part, str | int) for part in value)
    return not isinstance(value, bool)
