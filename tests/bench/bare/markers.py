"""A map as it is written today: one folium.Marker a report, the map built anew on each run."""

import folium
import streamlit as st
from streamlit_folium import st_folium

from tests.bench.bare.spots import spots

days = st.select_slider("Days before", range(365))
built = folium.Map((40.3, 127.4), zoom_start=7, tiles=None)
for name, lat, lon in spots()[days:]:
    folium.Marker((lat, lon), tooltip=name).add_to(built)
st_folium(built, key="naive", height=640, use_container_width=True, returned_objects=[])
