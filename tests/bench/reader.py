"""A reader in a headless Chromium: changes a filter by the keyboard and sees when it is painted."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Error, Frame, Page, Route, sync_playwright

from tests.bench.figure import ROOT

LEAFLET = ROOT / "static" / "leaflet"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--enable-unsafe-swiftshader",  # for pydeck, which draws with WebGL
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
SLIDER = "Days before"
MAP = 'iframe[title^="streamlit_folium"]'
VIEW = "/?period=day_of_security&before=5"
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
REST = 150  # ms between two changes, after the server is done
LONGEST = 300_000  # ms
LOOK, QUIET = 250, 3_000  # ms between two looks, and without drawing until it is over

# Times are ms since 1970, so that those of a page, its frames and the server can be compared.
# What changed counts as painted in the first task after the frame that draws it.
CLOCK = """
  window.bench = { pressed: 0, painted: 0 };
  addEventListener("keydown", (event) => {
    bench.pressed = performance.timeOrigin + event.timeStamp;
  }, true);
  bench.drawn = () => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { bench.painted ||= performance.timeOrigin + performance.now(); };
    port2.postMessage(0);
  });
"""
SEES_MAP = CLOCK + 'addEventListener("atlas-painted", bench.drawn, true);'
SEES_WORD = (
    CLOCK
    + """
  new MutationObserver(() => {
    const word = document.querySelector('[data-testid="stText"]');
    if (!word || !word.textContent || word.textContent === bench.word) return;
    bench.word = word.textContent;
    bench.drawn();
  }).observe(document, { subtree: true, childList: true, characterData: true });
"""
)


# Pages that draw each report: painted whenever markers or points have been drawn once more.
AGAIN = """
  bench.again = () => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { bench.painted = performance.timeOrigin + performance.now(); };
    port2.postMessage(0);
  });
"""
SEES_MARKERS = (
    CLOCK
    + AGAIN
    + """
  new MutationObserver(() => {
    if (document.querySelector(".leaflet-marker-icon")) bench.again();
  }).observe(document, { subtree: true, childList: true });
"""
)
SEES_DECK = (
    CLOCK
    + AGAIN
    + """
  for (const kind of [WebGLRenderingContext, WebGL2RenderingContext])
    for (const call of ["drawArrays", "drawArraysInstanced", "drawElementsInstanced"]) {
      const draw = kind.prototype[call];
      if (draw) kind.prototype[call] = function (...how) { bench.again(); draw.apply(this, how); };
    }
"""
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium: the one on the PATH, else Playwright's own."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@dataclass
class Reader:
    """One reader of a page; `frame` is the document that paints what is waited for.

    `heard` holds the length in bytes of every message over the web socket, both ways.
    """

    page: Page
    frame: Frame
    heard: list[int] = field(default_factory=list)

    @property
    def painted(self) -> float:
        """When the last change was painted, in ms since 1970."""
        self.frame.wait_for_function("bench.painted", timeout=LONGEST)
        return float(self.frame.evaluate("bench.painted"))

    def change(self, key: str = "ArrowRight") -> float:
        """Move the slider by one step; the ms from the key to the painted change."""
        self.frame.evaluate("bench.painted = 0")
        self.page.get_by_role("slider", name=SLIDER).focus()
        self.page.keyboard.press(key)
        painted = self.painted
        self.rest()
        return painted - float(self.page.evaluate("bench.pressed"))

    def change_drawn(self, key: str = "ArrowRight") -> float:
        """As `change`, for a page that may draw several times: until it has drawn the last time."""
        for frame in self.page.frames:
            frame.evaluate("bench.painted = 0")
        self.page.get_by_role("slider", name=SLIDER).focus()
        self.page.keyboard.press(key)
        painted = self.settle()
        return painted - float(self.page.evaluate("bench.pressed"))

    def settle(self) -> float:
        """Wait until nothing has been drawn for a while; when it was drawn, in ms since 1970."""
        last, quiet = 0.0, 0
        while not last or quiet < QUIET:
            self.page.wait_for_timeout(LOOK)
            self.page.wait_for_selector(IDLE, timeout=LONGEST)
            seen = max(_painted(frame) for frame in self.page.frames)
            quiet = quiet + LOOK if seen == last else 0
            last = seen
        return last

    def rest(self) -> None:
        """Wait until the server is done with this reader and the browser has caught its breath."""
        self.page.wait_for_selector(IDLE, timeout=LONGEST)
        self.page.wait_for_timeout(REST)


@contextmanager
def read_map(browser: Browser, url: str, path: str = VIEW) -> Iterator[Reader]:
    """A reader of the atlas, for whom the map has been painted once."""
    yield from _read(browser, url + path, SEES_MAP, in_map=True)


@contextmanager
def read_word(browser: Browser, url: str) -> Iterator[Reader]:
    """A reader of a bare page, for whom its word has been painted once."""
    yield from _read(browser, url, SEES_WORD, in_map=False)


@contextmanager
def read_drawn(browser: Browser, url: str, script: str, *, in_map: bool) -> Iterator[Reader]:
    """A reader of a page that draws each report; what it asks of other hosts is answered here."""
    yield from _read(browser, url, script, in_map=in_map, own=url)


def _answer(route: Route, own: str) -> None:
    """Give Leaflet from our copy and nothing for all else that folium wants from other hosts."""
    asked = route.request.url
    if asked.startswith((own, "data:", "blob:")):
        route.continue_()
        return
    name = asked.rpartition("/")[2]
    kept = LEAFLET / name
    route.fulfill(path=kept) if kept.is_file() else route.fulfill(body="")


def _painted(frame: Frame) -> float:
    """When a frame was painted last; 0 for one that is just being replaced."""
    try:
        return float(frame.evaluate("bench.painted"))
    except Error:
        return 0.0


def _read(
    browser: Browser, address: str, script: str, *, in_map: bool, own: str = ""
) -> Iterator[Reader]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    context.add_init_script(script)
    if own:
        context.route("**/*", lambda route: _answer(route, own))
    page = context.new_page()
    heard: list[int] = []
    page.on("websocket", lambda sock: _listen(sock, heard))
    page.goto(address, wait_until="commit")
    reader = Reader(page, _map_frame(page) if in_map else page.main_frame, heard)
    try:
        yield reader
    finally:
        context.close()


def _map_frame(page: Page) -> Frame:
    found = page.wait_for_selector(MAP, timeout=LONGEST, state="attached").content_frame()
    assert found is not None
    return found


def _listen(sock: Any, heard: list[int]) -> None:
    for event in ("framesent", "framereceived"):
        sock.on(event, lambda message: heard.append(len(message)))
