"""Front door of the atlas: settings, pages, the filters drawn once, the view handed to the page."""

import streamlit as st

from ui import atlas, frame, sidebar, state, trouble

st.set_page_config(page_title="Crackdown Atlas", layout="wide", initial_sidebar_state="auto")
page = st.navigation(
    [
        st.Page("pages/map.py", title="Map", url_path="map", default=True),
        st.Page("pages/periods.py", title="Periods", url_path="periods"),
        st.Page("pages/records.py", title="Records", url_path="records"),
        st.Page("pages/import_.py", title="Your data", url_path="your-data"),
        st.Page("pages/sources.py", title="Sources", url_path="sources"),
    ],
    position="top",
)
frame.dress()
if page.title == "Map" and atlas.is_first():
    state.offer_waiting()
    page.run()  # the browser fetches the map while the server reads the data
    atlas.open_first()
source = atlas.open_atlas()
chosen = state.begin(source)
state.offer(atlas.look(source, chosen))
with trouble.told():
    page.run()  # before the filters: they are in the selection, and the map is waited for most
with trouble.told():
    frame.close(source)
    sidebar.draw(source, chosen)
