"""What the browser is sent of the map: written ahead, and only the numbers put in on each run.

Folium and streamlit-folium write the same base for every reader on every run, which takes longer
than counting a view. So what they send is kept (``incidents/first_map.json``, rewritten by
``python -m ui.first_map``), and they are asked again only where others of them are installed.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from streamlit.components.v1.custom_component import CustomComponent
from streamlit.runtime import get_instance

from incidents import first_map

PACKAGE, NAME = "streamlit_folium", "st_folium"
WRITERS = ("folium", "streamlit-folium")
COUNTS = "@counts@"  # where the numbers stand in what is kept


def send(numbers: str) -> Any:
    """Send the map with numbers ready for its script; what the browser last sent comes back."""
    try:
        is_kept = _are_writers_known()
    except (OSError, ValueError):
        is_kept = False
    if is_kept:
        return send_kept(numbers)
    from ui import folium_map

    return folium_map.send(numbers)


def send_kept(numbers: str | None) -> Any:
    """Send the map as it is kept, with numbers or without any.

    Raises OSError or ValueError if what is kept cannot be read.
    """
    kept = _arguments()
    group = None if numbers is None else kept["feature_group"].replace(COUNTS, numbers)
    return _component()(**(kept | {"feature_group": group}))


def writers() -> dict[str, str]:
    """Return the packages that write the map, with the versions installed."""
    return {name: version(name) for name in WRITERS}


@cache
def _are_writers_known() -> bool:
    return bool(first_map.kept()["writers"] == writers())


@cache
def _arguments() -> dict[str, Any]:
    # Streamlit would load pandas to see whether a list or a dict is a frame: a tuple never is, and
    # no bytes reach the browser as an array that it takes for the same as {}.
    sent = first_map.kept()["sent"]
    lists = {name: tuple(value) for name, value in sent.items() if isinstance(value, list)}
    return {**sent, **lists, "default": b""}


def _component() -> CustomComponent:
    """Return the part of streamlit-folium that runs in the browser; its Python takes 0.4 s."""
    part = CustomComponent(name=f"{PACKAGE}.{NAME}", path=_frontend(), module_name=PACKAGE)
    get_instance().component_registry.register_component(part)
    return part


@cache
def _frontend() -> str:
    found = find_spec(PACKAGE)
    assert found is not None and found.submodule_search_locations is not None
    return str(Path(found.submodule_search_locations[0]) / "frontend" / "build")
