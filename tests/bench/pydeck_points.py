"""From a change to the drawn points of pydeck, in ms."""

from __future__ import annotations

from tests.bench.data import Data
from tests.bench.figure import Figure
from tests.bench.reader import SEES_DECK, chromium, read_drawn, read_word
from tests.bench.server import BARE_WORD, DECK, serve

CHANGES = 3


def take(data: Data) -> Figure:
    """Change the filter of the page with pydeck; in turn, a word on a bare page."""
    with (
        serve(DECK, data) as naive,
        serve(BARE_WORD) as bare,
        chromium() as browser,
        read_drawn(browser, naive.url, SEES_DECK, in_map=False) as reader,
        read_word(browser, bare.url) as other,
    ):
        reader.settle(), other.painted
        pairs = [(reader.change_drawn(), other.change()) for _ in range(CHANGES)]
    return Figure(
        "pydeck",
        data.rows,
        "ms",
        runs=[ours for ours, _ in pairs],
        floors=[theirs for _, theirs in pairs],
    )
