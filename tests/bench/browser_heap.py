"""Memory of the browser after 100 filter changes beside that after 5, in MB (1,000,000 bytes)."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.bench.data import Data
from tests.bench.figure import Figure
from tests.bench.reader import Reader, chromium, read_map
from tests.bench.server import ATLAS, serve

READERS = 3
FEW, MANY = 5, 100
STEPS = 50  # to the right, then back: the slider has an end


def take(data: Data) -> Figure:
    """Let one reader after the other change a filter and weigh what their page holds on to."""
    with serve(ATLAS, data) as server, chromium() as browser:
        pairs = [_weigh(browser, server.url) for _ in range(READERS)]
    return Figure(
        "browser_heap",
        data.rows,
        "MB",
        runs=[after for _, after in pairs],
        floors=[before for before, _ in pairs],
    )


def _weigh(browser: Browser, url: str) -> tuple[float, float]:
    with read_map(browser, url) as reader:
        assert reader.painted
        reader.rest()
        keys = ["ArrowRight" if n % (2 * STEPS) < STEPS else "ArrowLeft" for n in range(MANY)]
        for key in keys[:FEW]:
            reader.change(key)
        few = heap(reader)
        for key in keys[FEW:]:
            reader.change(key)
        return few, heap(reader)


def heap(reader: Reader) -> float:
    """What scripts hold on to after a collection; the map's frame shares the heap of its page."""
    session = reader.page.context.new_cdp_session(reader.page)
    for _ in range(2):
        session.send("HeapProfiler.collectGarbage")
    used = float(session.send("Runtime.getHeapUsage")["usedSize"])
    session.detach()
    return used / 1e6
