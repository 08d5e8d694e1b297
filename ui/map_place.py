"""Where the parts of the map page stand; the first map comes before the other parts."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def layout() -> tuple[DeltaGenerator, DeltaGenerator, DeltaGenerator]:
    """Return the places above, of and beside the map; always the same, or it would start anew."""
    left, right = st.columns([2.15, 1], gap="medium")
    return left.container(), left, right
