"""The banner on every page while a reader sees data of their own: whose they are, and out."""

from __future__ import annotations

import streamlit as st

from incidents.words import say
from ui import atlas, own_data
from ui.plain import plain


def draw() -> None:
    """Draw which data are shown, if any of the reader's own are."""
    own = own_data.current()
    if own is None:
        return
    key = "panel.your_data_beside" if own.joins else "panel.your_data"
    told = say(
        key,
        n=len(own.rows),
        files=plain(own_data.in_words(own)),
        others=own.source.store.size - len(own.rows),
    )
    with st.container(key="own_banner", horizontal=True, vertical_alignment="center"):
        st.markdown(told)
        st.button(say("panel.forget"), on_click=forget, key="your_forget", type="tertiary")


def forget() -> None:
    """Remove all of the reader's data from this session."""
    own_data.forget(atlas.embedded())
