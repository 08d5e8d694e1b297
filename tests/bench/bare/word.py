"""The least a Streamlit page can do on a change: one widget, one word that follows it."""

import streamlit as st

st.text(f"word{st.select_slider('Days before', range(365))}")
