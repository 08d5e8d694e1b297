"""Memory of the browser after every 100th of 500 filter changes, in MB (1,000,000 bytes)."""

from __future__ import annotations

from tests.bench.browser_heap import STEPS, heap
from tests.bench.data import Data
from tests.bench.figure import Figure
from tests.bench.reader import chromium, read_map
from tests.bench.server import ATLAS, serve

CHANGES, EVERY = 500, 100


def take(data: Data) -> Figure:
    """Let one reader move a slider there and back, and weigh what the page holds; floor: first."""
    with serve(ATLAS, data) as server, chromium() as browser, read_map(browser, server.url) as one:
        assert one.painted
        one.rest()
        weights = []
        for n in range(CHANGES):
            one.change("ArrowRight" if n % (2 * STEPS) < STEPS else "ArrowLeft")
            if (n + 1) % EVERY == 0:
                weights.append(heap(one))
    return Figure("browser_heap_500", data.rows, "MB", runs=weights[1:], floors=weights[:1])
