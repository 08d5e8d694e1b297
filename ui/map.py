"""The map: a constant base, counts sent to it on each run, and the reader's picks coming back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import folium
from folium.template import Template
from streamlit_folium import st_folium

from geo import assets
from ui.map_payload import payload
from ui.theme import theme
from ui.to_script import to_script

if TYPE_CHECKING:
    from incidents.view import View

KEY = "atlas_map"
HEIGHT = 640
STATIC = "../../app/static/"  # seen from the component's frame, so a base path keeps working
KINDS = frozenset({"adm1", "adm2", "unplaced", "window"})


@dataclass(frozen=True, slots=True)
class Pick:
    """What the reader chose on the map.

    ``kind`` is "adm1", "adm2", "unplaced" or "window"; ``id`` the code of the place, or for a
    window its days "2019-11-01/2019-11-07"; ``serial`` grows with each pick, so the same place
    twice is two picks.
    """

    kind: str
    id: str
    serial: int


class _Told(folium.MacroElement):
    """A part whose script st_folium takes from its template; no whole page is ever made of it.

    Folium would write it into such a page too, compiling a template for each on every run.
    """

    def render(self, **kwargs: Any) -> str:
        """Write nothing."""
        return ""


class AtlasMap(_Told, folium.Map):
    """A map without tiles whose script starts our own layers on shapes the browser fetches."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = atlas.start(
            {{ this.get_name()|tojson }}, {{ this.shapes|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__(tiles=None)
        self.shapes = STATIC + assets.shapes_name()
        scripts, styles = assets.links()
        self.default_js = [(link, STATIC + link) for link in scripts]
        self.default_css = [(link, STATIC + link) for link in styles]


class Changing(_Told, folium.FeatureGroup):
    """What st_folium sends anew with every run."""


class Counts(_Told, folium.MacroElement):
    """The changing part of the map: one call with the numbers of a view."""

    # st_folium never forgets earlier groups by itself; without the first line they pile up.
    _template = Template(
        """
        {% macro script(this, kwargs) %}
        window.feature_group = [];
        atlas.show({{ this.sent }});
        {% endmacro %}
        """
    )

    def __init__(self, sent: str) -> None:
        super().__init__()
        self.sent = sent


def draw_map(view: View, *, height: int = HEIGHT) -> Pick | None:
    """Draw the view; the reader's latest pick on this map, or None before the first.

    The same pick comes back on every later run: compare ``serial`` with the one last handled.
    """
    return read_pick(send(to_script(payload(view, theme=theme())), height))


def send(numbers: str, height: int = HEIGHT) -> Any:
    """Send the map with numbers ready for its script; what the browser last sent comes back."""
    group = Changing()
    group.add_child(Counts(numbers))
    return st_folium(
        AtlasMap(),
        key=KEY,
        height=height,
        use_container_width=True,
        returned_objects=["picked"],
        feature_group_to_add=group,
    )


def read_pick(answer: Any) -> Pick | None:
    """The pick in what the browser sent; None for anything that is not one.

    >>> read_pick({"picked": {"kind": "adm2", "id": "KP-10-01", "serial": 3}})
    Pick(kind='adm2', id='KP-10-01', serial=3)
    >>> read_pick({"picked": {"kind": "shell", "id": "KP-10-01", "serial": 3}}) is None
    True
    """
    match answer:
        case {"picked": {"kind": str(kind), "id": str(code), "serial": int(serial)}}:
            return Pick(kind, code, serial) if kind in KINDS else None
    return None
