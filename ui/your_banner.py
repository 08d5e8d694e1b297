"""The banner on every page while a reader sees data of their own: whose they are, and out."""

from __future__ import annotations

import streamlit as st

from incidents.sentence import number_of
from ui import atlas, own_data
from ui.plain import plain


def draw() -> None:
    """Draw which data are shown, if any of the reader's own are."""
    own = own_data.current()
    if own is None:
        return
    rows = number_of(len(own.rows), "report")
    others = number_of(own.source.store.size - len(own.rows), "embedded one")
    beside = f" beside {others}" if own.joins else ", and none of the embedded ones"
    with st.container(key="own_banner", horizontal=True, vertical_alignment="center"):
        st.markdown(
            f"**Your data:** {rows} from {plain(own_data.in_words(own))}{beside}. "
            "Only this tab sees them; reloading it forgets them."
        )
        st.button("Forget my data", on_click=forget, key="your_forget", type="tertiary")


def forget() -> None:
    """Remove all of the reader's data from this session."""
    own_data.forget(atlas.embedded())
