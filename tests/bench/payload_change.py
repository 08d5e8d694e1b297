"""What goes over the web socket for one filter change, both ways, in kB (1,000 bytes)."""

from __future__ import annotations

from tests.bench.data import Data
from tests.bench.figure import Figure
from tests.bench.reader import Reader, chromium, read_map, read_word
from tests.bench.server import ATLAS, BARE_WORD, serve

CHANGES = 20


def take(data: Data) -> Figure:
    """Weigh the messages of every change; the floor is the same on a bare page."""
    with (
        serve(ATLAS, data) as server,
        chromium() as browser,
        read_map(browser, server.url) as reader,
    ):
        ours = _weigh(reader)
    with serve(BARE_WORD) as server, chromium() as browser, read_word(browser, server.url) as other:
        theirs = _weigh(other)
    return Figure("payload_change", data.rows, "kB", runs=ours, floors=theirs)


def _weigh(reader: Reader) -> list[float]:
    assert reader.painted
    reader.rest()
    weights = []
    for _ in range(CHANGES):
        reader.heard.clear()
        reader.change()
        weights.append(sum(reader.heard) / 1000)
    return weights
