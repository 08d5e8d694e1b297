"""Whether the reader's browser shows the app light or dark."""

from __future__ import annotations

import streamlit as st


def theme() -> str:
    """Return "dark" or "light"."""
    return "dark" if getattr(st.context.theme, "type", None) == "dark" else "light"
