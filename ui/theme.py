"""Whether the reader's browser shows the app light or dark."""

from __future__ import annotations

import streamlit as st

# Small words in a chart: no one colour can be read as text on both grounds.
QUIET = {"light": "#5d6270", "dark": "#a5aab3"}


def theme() -> str:
    """Return "dark" or "light"."""
    return "dark" if getattr(st.context.theme, "type", None) == "dark" else "light"


def quiet() -> str:
    """Return the colour of small words in a chart of this theme."""
    return QUIET[theme()]
