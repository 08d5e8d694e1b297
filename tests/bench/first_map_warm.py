"""From opening the page of a running server to the painted map, in ms."""

from __future__ import annotations

import time

from playwright.sync_api import Browser

from tests.bench.data import Data
from tests.bench.figure import Figure
from tests.bench.reader import chromium, read_map, read_word
from tests.bench.server import ATLAS, BARE_LINE, serve

VISITS = 9
UNCOUNTED = 2


def take(data: Data) -> Figure:
    """Let new readers come to the atlas and to a bare one-line page in turn."""
    with serve(ATLAS, data) as atlas, serve(BARE_LINE) as bare, chromium() as browser:
        pairs = [
            (_visit_atlas(browser, atlas.url), _visit_bare(browser, bare.url))
            for _ in range(UNCOUNTED + VISITS)
        ][UNCOUNTED:]
    return Figure(
        "first_map_warm",
        data.rows,
        "ms",
        runs=[ours for ours, _ in pairs],
        floors=[theirs for _, theirs in pairs],
    )


def _visit_atlas(browser: Browser, url: str) -> float:
    begun = time.time()
    with read_map(browser, url, "/") as reader:
        painted = reader.painted - begun * 1000
        reader.rest()
        return painted


def _visit_bare(browser: Browser, url: str) -> float:
    begun = time.time()
    with read_word(browser, url) as reader:
        return reader.painted - begun * 1000
