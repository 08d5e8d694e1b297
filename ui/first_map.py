"""The first map of a server just started: drawn before the data, and what draws them, are loaded.

It is the map as ``ui.map`` sends it, kept ahead: with the counts of all of
the embedded data, or without any for a link that asks for less. ``python -m ui.first_map``
rewrites the file; a test holds it to what is sent now.
"""

from __future__ import annotations

import json
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v1.custom_component import CustomComponent
from streamlit.runtime import get_instance

from incidents import first_map
from incidents.stores.address import named
from incidents.words import language
from ui.map_place import layout
from ui.theme import theme
from ui.to_script import to_script

OFFERED = "first_map_offered"
PACKAGE, NAME = "streamlit_folium", "st_folium"
COUNTS = "@counts@"  # where the numbers stand in what is sent


def offer() -> None:
    """Tell the page that runs next to draw this map and no more."""
    st.session_state[OFFERED] = True


def draw_offered() -> bool:
    """Draw it where it was offered, with all of the counts if the link asks for no less."""
    if not st.session_state.pop(OFFERED, False):
        return False
    with suppress(OSError, ValueError):  # then the data fail too, and the next run says how
        _draw(first_map.read())
    return True


def _draw(kept: dict[str, Any]) -> None:
    asked = any(key != "lang" for key in st.query_params) or named()
    _, left, _ = layout()
    with left:
        _component()(**_sent(kept, counted=kept["counted"] and not asked))


def _sent(kept: dict[str, Any], *, counted: bool) -> dict[str, Any]:
    group = None
    if counted:
        numbers = to_script({**kept["map"], "theme": theme(), "lang": language()})
        group = kept["sent"]["feature_group"].replace(COUNTS, numbers)
    # Streamlit would load pandas to see whether a list or a dict is a frame: a tuple never is, and
    # no bytes reach the browser as an array that it takes for the same as {}.
    lists = {name: tuple(value) for name, value in kept["sent"].items() if isinstance(value, list)}
    return {**kept["sent"], **lists, "feature_group": group, "default": b""}


def _component() -> CustomComponent:
    """Return the part of streamlit-folium that runs in the browser; its Python takes 0.4 s."""
    found = find_spec(PACKAGE)
    assert found is not None and found.submodule_search_locations is not None
    path = Path(found.submodule_search_locations[0]) / "frontend" / "build"
    part = CustomComponent(name=f"{PACKAGE}.{NAME}", path=str(path), module_name=PACKAGE)
    get_instance().component_registry.register_component(part)
    return part


def work_out() -> dict[str, Any]:
    """Return the content of the file: the dataset version, the counts, and what else is sent."""
    from unittest.mock import patch

    import streamlit_folium

    from incidents.almanac import read_calendar
    from incidents.dataset import DATA
    from incidents.selection import Selection
    from incidents.store import open_store
    from incidents.view import look
    from ui import map as map_of_page
    from ui.map_payload import payload

    store = open_store(DATA)
    counts = payload(look(store, Selection(), read_calendar(DATA)))
    with patch.object(streamlit_folium, "_component_func") as called:
        map_of_page.send(COUNTS)
    sent = {name: value for name, value in called.call_args.kwargs.items() if name != "on_change"}
    return {"version": store.version, "map": counts, "sent": sent}


if __name__ == "__main__":
    first_map.FILE.write_text(json.dumps(work_out(), ensure_ascii=False, indent=0) + "\n", "utf-8")
