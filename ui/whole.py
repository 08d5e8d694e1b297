"""A whole page over the data: the view handed to the page, its foot, the filters drawn once."""

from __future__ import annotations

from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage

from incidents.words import say
from ui import atlas, frame, sidebar, state, trouble, your_banner
from ui.settled import settle

UNFILTERED = ("sources", "your-data")  # pages of all the data, or of none of them


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
        sidebar.draw(source, chosen, note=_note(page))
    settle()


def _note(page: StreamlitPage) -> str:
    """Return what is said at the filters of a page that they do not change, else nothing."""
    return say(f"sidebar.of_{page.url_path}") if page.url_path in UNFILTERED else ""
