"""A whole page over the data: the view handed to the page, its foot, the filters drawn once."""

from __future__ import annotations

from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage

from ui import atlas, frame, sidebar, state, trouble, your_banner
from ui.settled import settle


def draw(page: StreamlitPage, notices: DeltaGenerator) -> None:
    """Draw the page over the data this reader sees; above it what is to be known of them."""
    with notices:
        your_banner.draw()
        source = atlas.open_atlas()
    chosen = state.begin(source)
    state.offer(atlas.look(source, chosen))
    with trouble.told():
        page.run()  # before the filters: they are in the selection, and the map is waited for most
    state.write_link(chosen)
    with trouble.told():
        frame.close(source)
        sidebar.draw(source, chosen)
    settle()
