"""From a click on another page to its painted content, in ms."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from tests.bench.data import Data
from tests.bench.figure import Figure
from tests.bench.reader import CLOCK, IDLE, LONGEST, chromium
from tests.bench.server import ATLAS, BARE_PAGES, serve

CHANGES = 12
UNCOUNTED = 3
LINK = '[data-testid="stTopNavLink"]'
TABLE, WORD = '[data-testid="stDataFrame"] canvas', '[data-testid="stText"]'
REST = 300  # ms

# Painted: in the first task after the frame in which what is waited for stands on the page.
WAITS = """([selector, word]) => {
  bench.painted = 0;
  const there = () => [...document.querySelectorAll(selector)].some(
    (one) => !word || one.textContent === word);
  const seen = () => there() && (watch.disconnect(), bench.drawn());
  const watch = new MutationObserver(seen);
  watch.observe(document, { subtree: true, childList: true, characterData: true });
}"""
PRESSED = 'addEventListener("click", (e) => { bench.clicked = performance.timeOrigin + e.timeStamp; }, true);'  # noqa: E501


def take(data: Data) -> Figure:
    """Go from the map to the records and back; in turn, between two bare pages."""
    with serve(ATLAS, data) as atlas, serve(BARE_PAGES) as bare, chromium() as browser:
        ours, theirs = _open(browser, atlas.url), _open(browser, bare.url)
        pairs = [
            (_change(ours, TABLE, ""), _change(theirs, WORD, "second"))
            for _ in range(UNCOUNTED + CHANGES)
        ][UNCOUNTED:]
    return Figure(
        "page_change",
        data.rows,
        "ms",
        runs=[ours for ours, _ in pairs],
        floors=[theirs for _, theirs in pairs],
    )


def _open(browser: Browser, url: str) -> Page:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    context.add_init_script(CLOCK + PRESSED)
    page = context.new_page()
    page.goto(url)
    page.wait_for_selector(LINK, timeout=LONGEST)
    _rest(page)
    return page


def _change(page: Page, selector: str, word: str) -> float:
    page.evaluate(WAITS, [selector, word])
    page.locator(LINK, has_text="Records").click()
    page.wait_for_function("bench.painted", timeout=LONGEST)
    took = float(page.evaluate("bench.painted - bench.clicked"))
    _rest(page)
    page.locator(LINK, has_text="Map").first.click()
    _rest(page)
    return took


def _rest(page: Page) -> None:
    page.wait_for_selector(IDLE, timeout=LONGEST)
    page.wait_for_timeout(REST)
