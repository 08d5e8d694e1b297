"""The login of a server whose secrets name one ([auth], see docs/hosting.md); else nothing."""

from __future__ import annotations

import streamlit as st

from incidents.words import say
from ui.ended import Ended


def ask() -> None:
    """Go on for a reader who is known, or on a server without a login; Ended for all others."""
    if st.user.to_dict().get("is_logged_in", True):
        return
    st.subheader(say("login.needed"), anchor=False)
    st.button(say("login.button"), on_click=st.login, type="primary", key="login")
    raise Ended


def draw_way_out() -> None:
    """Draw a button to log out for a reader who has logged in."""
    if st.user.to_dict().get("is_logged_in"):
        st.button(say("login.out"), on_click=st.logout, key="logout", width="stretch")
