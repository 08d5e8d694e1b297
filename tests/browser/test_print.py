"""The map on paper: nobody can unfold a legend there, so it is printed whole."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize(
    "reader", [{}, {"width": 390, "height": 844}], indirect=True, ids=["wide", "narrow"]
)
def test_a_folded_legend_is_printed_whole(reader, open_map):
    """Folded on the screen it stays so; on paper all of it lies inside the map."""
    shown = open_map(reader, "/")
    legend, body = shown.one(".legend"), shown.one(".legend-body")
    if body.is_visible():
        shown.one(".legend-head").click()
    expect(body).to_be_hidden()
    reader.page.emulate_media(media="print")
    expect(body).to_be_visible()
    expect(shown.one(".legend .unplaced")).to_be_visible()
    paper, inside = legend.bounding_box(), shown.one(".atlas-map").bounding_box()
    assert paper["y"] >= inside["y"] and paper["x"] >= inside["x"]
    assert paper["width"] < 0.6 * inside["width"]
    reader.page.emulate_media(media="screen")
    expect(body).to_be_hidden()
