"""The map as folium and streamlit-folium write it: a constant base, and a group of numbers."""

from __future__ import annotations

from typing import Any

import folium
from folium.template import Template
from streamlit_folium import st_folium

from geo import assets

KEY = "atlas_map"
HEIGHT = 640
STATIC = "../../app/static/"  # seen from the component's frame, so a base path keeps working


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


def send(numbers: str) -> Any:
    """Send the map with numbers ready for its script; what the browser last sent comes back."""
    group = Changing()
    group.add_child(Counts(numbers))
    return st_folium(
        AtlasMap(),
        key=KEY,
        height=HEIGHT,
        use_container_width=True,
        returned_objects=["picked"],
        feature_group_to_add=group,
    )
