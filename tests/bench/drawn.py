"""From a change to the painted map on pages that draw each report by itself, in ms."""

from __future__ import annotations

from tests.bench.data import Data
from tests.bench.figure import Figure
from tests.bench.reader import SEES_DECK, SEES_MARKERS, chromium, read_drawn, read_word
from tests.bench.server import BARE_WORD, DECK, MARKERS, serve

CHANGES = 3


def take_markers(data: Data) -> Figure:
    """Change the filter of the page people write today, with one folium.Marker a report."""
    return _take("naive_folium", data, MARKERS, SEES_MARKERS, in_map=True)


def take_points(data: Data) -> Figure:
    """Change the filter of the page with pydeck's points."""
    return _take("pydeck", data, DECK, SEES_DECK, in_map=False)


def _take(name: str, data: Data, script: str, sees: str, *, in_map: bool) -> Figure:
    """Change the filter of such a page; in turn, a word on a bare page."""
    with (
        serve(script, data) as page,
        serve(BARE_WORD) as bare,
        chromium() as browser,
        read_drawn(browser, page.url, sees, in_map=in_map) as reader,
        read_word(browser, bare.url) as other,
    ):
        reader.settle(), other.painted
        pairs = [(reader.change_drawn(), other.change()) for _ in range(CHANGES)]
    return Figure(
        name,
        data.rows,
        "ms",
        runs=[ours for ours, _ in pairs],
        floors=[theirs for _, theirs in pairs],
    )
