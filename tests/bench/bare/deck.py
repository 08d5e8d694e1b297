"""The same reports as points of pydeck, the chart that Streamlit brings with it."""

import pandas as pd
import pydeck
import streamlit as st

from tests.bench.bare.spots import spots

days = st.select_slider("Days before", range(365))
points = pd.DataFrame(spots()[days:], columns=["name", "lat", "lon"])
layer = pydeck.Layer("ScatterplotLayer", points, get_position=["lon", "lat"], get_radius=2000)
view = pydeck.ViewState(latitude=40.3, longitude=127.4, zoom=6)
st.pydeck_chart(pydeck.Deck([layer], initial_view_state=view, map_provider=None), height=640)
