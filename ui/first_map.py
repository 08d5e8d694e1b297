"""The first map of a server just started: drawn before the data, and what draws them, are loaded.

It is the map as ``ui.map`` sends it, kept ahead: with the counts of all of
the embedded data, or without any for a link that asks for less. ``python -m ui.first_map``
rewrites the file; a test holds it to what is sent now.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import streamlit as st

from incidents import first_map
from incidents.stores.address import named
from incidents.words import language
from ui import map_sent
from ui.map_place import layout
from ui.theme import theme
from ui.to_script import to_script

OFFERED = "first_map_offered"


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
        map_sent.send_kept(_numbers(kept) if kept["counted"] and not asked else None)


def _numbers(kept: dict[str, Any]) -> str:
    return to_script({**kept["map"], "theme": theme(), "lang": language()})


def work_out() -> dict[str, Any]:
    """Return the content of the file: the dataset version, the counts, and what else is sent."""
    from unittest.mock import patch

    import streamlit_folium

    from incidents.almanac import read_calendar
    from incidents.dataset import DATA
    from incidents.selection import Selection
    from incidents.store import open_store
    from incidents.view import look
    from ui import folium_map
    from ui.map_payload import payload

    store = open_store(DATA)
    counts = payload(look(store, Selection(), read_calendar(DATA)))
    with patch.object(streamlit_folium, "_component_func") as called:
        folium_map.send(map_sent.COUNTS)
    sent = {name: value for name, value in called.call_args.kwargs.items() if name != "on_change"}
    kept = {"version": store.version, "writers": map_sent.writers()}
    return kept | {"map": counts, "sent": sent}


if __name__ == "__main__":
    first_map.FILE.write_text(json.dumps(work_out(), ensure_ascii=False, indent=0) + "\n", "utf-8")
