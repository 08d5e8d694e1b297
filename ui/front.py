"""One run for one reader: the settings, the pages, and what stands on all of them."""

from __future__ import annotations

from contextlib import suppress

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from incidents.words import say, speaking
from ui import dress, first_map, login, serving, state, turns
from ui.ended import Ended

PATIENCE = 0.6  # s that the first reader's browser is given for the map before the data are read
WAITED = "waited_for_data"
PAGES = "pages_by_language"


def draw() -> None:
    """Draw the page that the reader opened, with the frame and the filters of every page."""
    with turns.taken(), speaking(state.language()):  # asked for once: a page says hundreds of words
        _draw()


def _draw() -> None:
    title = say("frame.atlas")
    st.set_page_config(page_title=title, layout="wide", initial_sidebar_state="auto")
    page = _navigation()
    places = dress.lay_out()
    is_worn = dress.is_worn()
    if not is_worn:
        dress.draw(places)
    try:
        with suppress(Ended):
            _draw_page(page, places)
    finally:
        if is_worn:  # the map comes first, and what is not drawn again would go
            dress.draw(places)


def _draw_page(page: StreamlitPage, places: dress.Places) -> None:
    login.ask()
    if page.url_path == "" and not serving.is_ready() and WAITED not in st.session_state:
        _draw_first_map(page)
    from ui import whole  # it needs what took the first reader's wait to load

    whole.draw(page, places.notices)


def _navigation() -> StreamlitPage:
    language = state.language()
    known: dict[str, list[StreamlitPage]] = st.session_state.setdefault(PAGES, {})
    if language not in known:
        known[language] = _pages()
    return st.navigation(known[language], position="top")


def _pages() -> list[StreamlitPage]:
    """Return the pages, with titles in this reader's language; each asks the disk for its file."""
    return [
        st.Page("pages/map.py", title=say("frame.map"), url_path="map", default=True),
        st.Page("pages/periods.py", title=say("frame.periods"), url_path="periods"),
        st.Page("pages/records.py", title=say("frame.records"), url_path="records"),
        st.Page("pages/import_.py", title=say("frame.your_data"), url_path="your-data"),
        st.Page("pages/sources.py", title=say("frame.sources"), url_path="sources"),
    ]


def _draw_first_map(page: StreamlitPage) -> None:
    """Let the browser fetch the map before the data are read, then start the run again."""
    st.session_state[WAITED] = True
    first_map.offer()
    page.run()
    serving.wait_for_map(PATIENCE)
    serving.get_ready()
    st.rerun()
