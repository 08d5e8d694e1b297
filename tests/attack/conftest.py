"""What the attacks share: a browser that notices everything, and the counts told at the end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import TimeoutError

from tests.waiting import PATIENCE, Runs
from ui.serving import HEADERS

COUNTS: Counter[str] = Counter()
TOLD = (
    "inputs tried", "places looked at", "pages covered", "controls opened", "files saved",
    "requests recorded", "answers whose headers were read", "scripts run", "dialogs opened",
    "outside requests", "requests blocked by the policy", "unhandled exceptions",
)  # fmt: skip
TRAP = """(() => {
  const ran = window.attackRan;
  const tell = () => ran(String(location));
  const trap = {get: () => undefined, set: tell, configurable: true};
  Object.defineProperty(window, "__attacked", trap);
})()"""
OPENED = "(summary) => summary.parentElement.open || !summary.isConnected"
BODY = '[data-testid="stPopoverBody"]'
PATHS = ("", "periods", "records", "your-data", "sources")
LOCAL = {"data", "blob", "about"}
MAP = 'iframe[title^="streamlit_folium"]'


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say what was tried and what came of it."""
    if COUNTS:
        terminalreporter.section("attacks")
        for name in TOLD:
            terminalreporter.line(f"{COUNTS[name]:>9,} {name}")


@pytest.fixture(scope="session")
def tried() -> Counter[str]:
    """The counts told at the end of the run, to be added to."""
    return COUNTS


class Watch:
    """A reader whose browser notices every request, answer, script of ours, dialog and complaint.

    `base` is the address of the app; `requests`, `bare` (answers without a header of
    ui.serving.HEADERS), `ran`, `dialogs`, `blocked` and `errors` hold what was noticed.
    """

    def __init__(self, browser: Any, base: str, **options: Any) -> None:
        options.setdefault("locale", "en-GB")
        options.setdefault("viewport", {"width": 1440, "height": 900})
        self.base, self.context = base, browser.new_context(**options)
        self.requests: list[str] = []
        self.bare: list[str] = []
        self.ran: list[str] = []
        self.dialogs: list[str] = []
        self.blocked: list[str] = []
        self.errors: list[str] = []
        self.context.expose_binding("attackRan", lambda _, where: self.ran.append(where))
        self.context.add_init_script(TRAP)
        self.context.set_default_timeout(PATIENCE)
        self._listen()
        self.page = self.context.new_page()
        self.runs = Runs(self.page)

    def _listen(self) -> None:
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.context.on("response", self._answered)
        self.context.on("console", self._hear)
        self.context.on("weberror", lambda found: self.errors.append(f"uncaught: {found.error}"))
        self.context.on("dialog", self._dialog)
        self.context.on("page", lambda page: page.on("websocket", self._socket))

    def _socket(self, socket: Any) -> None:
        self.requests.append(socket.url)

    def _answered(self, response: Any) -> None:
        if urlsplit(response.url).netloc != urlsplit(self.base).netloc:
            return
        self.note_headers(response.url, response.headers)

    def note_headers(self, url: str, headers: dict[str, str]) -> None:
        """Note an answer, and that it lacks a header if it does."""
        COUNTS["answers whose headers were read"] += 1
        lacks = [name for name, value in HEADERS.items() if headers.get(name) != value]
        if lacks:
            self.bare.append(f"{url} lacks {lacks}")

    def _dialog(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _hear(self, message: Any) -> None:
        if "Content Security Policy" in message.text or "Content-Security" in message.text:
            self.blocked.append(message.text)
        elif message.type == "error" and not self._is_probe(message):
            self.errors.append(message.text)

    def _is_probe(self, message: Any) -> bool:
        """Streamlit asks for two addresses below the page that was opened; neither exists."""
        path = urlsplit(message.location.get("url", "")).path
        return "404" in message.text and path.endswith(("/_stcore/health", "/_stcore/host-config"))

    def goto(self, path: str = "/") -> None:
        """Open a path of the app and wait for its end."""
        self.runs.expect()
        self.page.goto(self.base + path)
        self.page.wait_for_selector(".st-key-close")
        self.settle()

    def settle(self) -> None:
        """Wait until the app has run to its end after what was done last, and shows it."""
        self.runs.wait()

    def follow(self, path: str) -> None:
        """Go to another page of the same session."""
        ends = f"/{path}" if path else f"{self.base}/"
        links = self.page.locator('[data-testid="stTopNavLink"]')
        links.nth(PATHS.index(path)).click()
        self.page.wait_for_url(re.compile(re.escape(ends) + r"(\?|$)"))
        self.settle()

    def map_frame(self) -> Any:
        """The frame of the map, once it has painted."""
        frame = self.page.wait_for_selector(MAP).content_frame()
        frame.wait_for_function("window.atlas && atlas.painted && atlas.painted.serial > 0")
        return frame

    def open_closed(self) -> None:
        """Open every expander that is closed."""
        closed = self.page.locator("[data-testid=stMain] details:not([open]) > summary")
        while closed.count():
            one = closed.first.element_handle()
            one.click()
            self.page.wait_for_function(OPENED, arg=one)
            COUNTS["controls opened"] += 1
        self.settle()

    def open_popovers(self) -> Iterator[str]:
        """Open every popover in turn; each is closed again after it was yielded."""
        buttons = self.page.locator("[data-testid=stMain] [data-testid=stPopoverButton]")
        for button in buttons.all():
            button.click()
            self.page.locator(f'{BODY}:not(:has([data-testid="stSkeleton"]))').wait_for()
            COUNTS["controls opened"] += 1
            yield button.inner_text()
            self.page.keyboard.press("Escape")
            self.page.locator(BODY).wait_for(state="detached")  # the next one is not this one

    def save(self, button: Any) -> Any:
        """Press a button that saves a file; the download. Its address is asked once more.

        By keyboard: a popover may still be finding its place, and what moves between the going
        down of a mouse button and its coming up was not clicked.
        """
        try:
            with self.page.expect_download() as waiting:
                button.press("Enter")
        except TimeoutError as late:
            far = f"{self.runs.files_asked} files asked for, {self.runs.files_told} answers"
            raise AssertionError(f"no download began: {far}") from late
        saved = waiting.value
        saved.path()
        COUNTS["files saved"] += 1
        again = self.page.request.get(saved.url)
        self.note_headers(saved.url, again.headers)
        return saved

    def outside(self) -> list[str]:
        """The requests that went to another host, or to the place attacks call."""
        home = urlsplit(self.base).netloc
        parts = [(url, urlsplit(url)) for url in self.requests]
        return [url for url, at in parts if at.scheme not in LOCAL and at.netloc != home]

    def check_now(self) -> None:
        """Fail at once if a script of ours ran here or something was asked of another host."""
        self.page.wait_for_timeout(30)
        assert (self.ran, self.dialogs, self.outside(), self.blocked) == ([], [], [], [])

    def check(self) -> None:
        """Fail on anything noticed that must not be."""
        COUNTS["requests recorded"] += len(self.requests)
        COUNTS["outside requests"] += len(self.outside())
        COUNTS["scripts run"] += len(self.ran)
        COUNTS["dialogs opened"] += len(self.dialogs)
        COUNTS["requests blocked by the policy"] += len(self.blocked)
        COUNTS["unhandled exceptions"] += len(self.errors)
        assert self.ran == [], "a script from a text ran"
        assert self.dialogs == []
        assert self.outside() == []
        assert self.blocked == []
        assert self.bare == []
        assert self.errors == []
        assert self.page.locator('[data-testid="stException"]').count() == 0


@pytest.fixture
def open_watch(browser: Any, atlas: Any) -> Iterator[Callable[..., Watch]]:
    """Opens readers with a watch on all they do; each is checked and closed at the end."""
    opened: list[Watch] = []
    heard = len(atlas.lines)

    def open_one(base: str = atlas.url, **options: Any) -> Watch:
        opened.append(Watch(browser, base, **options))
        return opened[-1]

    yield open_one
    try:
        for one in opened:
            one.check()
    finally:
        for one in opened:
            one.context.close()
    traces = [line for line in atlas.lines[heard:] if line.startswith("Traceback")]
    COUNTS["unhandled exceptions"] += len(traces)
    assert traces == [], "\n".join(atlas.lines[heard:])
