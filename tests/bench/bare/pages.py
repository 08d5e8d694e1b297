"""The least two Streamlit pages can be."""

import streamlit as st


def first():
    """One word."""
    st.text("first")


def records():
    """Another word."""
    st.text("second")


st.navigation(
    [st.Page(first, title="Map", default=True), st.Page(records, title="Records")], position="top"
).run()
