"""Where the parts of the map page stand; the first map comes before the other parts."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def layout() -> tuple[DeltaGenerator, DeltaGenerator, DeltaGenerator]:
    """Return the places above, left and right; always the same, or the map would start anew."""
    top = st.container()
    left, right = st.columns([2.15, 1], gap="medium")
    return top, left, right
