"""From a filter change to the painted map, in ms."""

from __future__ import annotations

from tests.bench.data import Data
from tests.bench.figure import Figure
from tests.bench.reader import Reader, chromium, read_map, read_word
from tests.bench.server import ATLAS, BARE_WORD, serve

CHANGES = 25
UNCOUNTED = 4  # first changes, which also fill caches of the browser


def take(data: Data) -> Figure:
    """Move the days before an occasion step by step; in turn, a word on a bare page."""
    with (
        serve(ATLAS, data) as atlas,
        serve(BARE_WORD) as bare,
        chromium() as browser,
        read_map(browser, atlas.url) as reader,
        read_word(browser, bare.url) as other,
    ):
        _begin(reader), _begin(other)
        pairs = [(reader.change(), other.change()) for _ in range(CHANGES)]
    return Figure(
        "filter_to_map",
        data.rows,
        "ms",
        runs=[ours for ours, _ in pairs],
        floors=[theirs for _, theirs in pairs],
    )


def _begin(reader: Reader) -> None:
    assert reader.painted
    reader.rest()
    for _ in range(UNCOUNTED):
        reader.change()
