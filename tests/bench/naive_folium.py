"""From a change to the painted map on the page people write today: one Marker each, in ms."""

from __future__ import annotations

from tests.bench.data import Data
from tests.bench.figure import Figure
from tests.bench.reader import SEES_MARKERS, chromium, read_drawn, read_word
from tests.bench.server import BARE_WORD, MARKERS, serve

CHANGES = 3


def take(data: Data) -> Figure:
    """Change the filter of the naive page; in turn, a word on a bare page."""
    with (
        serve(MARKERS, data) as naive,
        serve(BARE_WORD) as bare,
        chromium() as browser,
        read_drawn(browser, naive.url, SEES_MARKERS, in_map=True) as reader,
        read_word(browser, bare.url) as other,
    ):
        reader.settle(), other.painted
        pairs = [(reader.change_drawn(), other.change()) for _ in range(CHANGES)]
    return Figure(
        "naive_folium",
        data.rows,
        "ms",
        runs=[ours for ours, _ in pairs],
        floors=[theirs for _, theirs in pairs],
    )
