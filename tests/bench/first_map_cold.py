"""From the start of `streamlit run` to the first painted map, in ms."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.bench.data import Data
from tests.bench.figure import Figure
from tests.bench.reader import chromium, read_map, read_word
from tests.bench.server import ATLAS, BARE_LINE, serve

STARTS = 7


def take(data: Data) -> Figure:
    """Start the app and a bare one-line page in turn, each time a new server and a new reader."""
    with chromium() as browser:
        pairs = [(_start_atlas(browser, data), _start_bare(browser)) for _ in range(STARTS)]
    return Figure(
        "first_map_cold",
        data.rows,
        "ms",
        runs=[ours for ours, _ in pairs],
        floors=[theirs for _, theirs in pairs],
    )


def _start_atlas(browser: Browser, data: Data) -> float:
    with serve(ATLAS, data) as server, read_map(browser, server.url, "/") as reader:
        return reader.painted - server.started * 1000


def _start_bare(browser: Browser) -> float:
    with serve(BARE_LINE) as server, read_word(browser, server.url) as reader:
        return reader.painted - server.started * 1000
