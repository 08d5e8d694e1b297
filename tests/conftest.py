"""What the tests share: the running app, a browser that records everything, and no silent skips."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import settings

from tests.serving import Atlas, start_atlas
from tests.waiting import PATIENCE, Runs

ROOT = Path(__file__).resolve().parent.parent
NO_CHROMIUM = (
    "no Chromium found, so nothing was tried in a browser; install one "
    "(Debian: apt-get install chromium; elsewhere: python -m playwright install chromium)"
)
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
FITS = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return main.scrollWidth - main.clientWidth <= 1;
}"""

settings.register_profile("atlas", deadline=None, print_blob=True)
settings.load_profile("atlas")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put browser tests last: Playwright keeps an event loop that others must not meet."""
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Make a skipped test a failure where ATLAS_NO_SKIP=1 asks for it."""
    skipped = _skipped(session.config)
    if skipped and os.environ.get("ATLAS_NO_SKIP") == "1" and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """List what was skipped, with its reason, where a skip is a failure."""
    skipped = _skipped(config)
    if skipped and os.environ.get("ATLAS_NO_SKIP") == "1":
        terminalreporter.section("skipped, which ATLAS_NO_SKIP=1 makes a failure")
        for report in skipped:
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
            terminalreporter.line(f"{report.nodeid}: {reason}")


def _skipped(config: pytest.Config) -> list[Any]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return list(reporter.stats.get("skipped", [])) if reporter else []


def chromium_path() -> str:
    """Where Chromium is: on the PATH, else Playwright's own; the test is skipped if nowhere."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    for found in filter(None, map(shutil.which, names)):
        return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if not Path(own).is_file():
        pytest.skip(NO_CHROMIUM)
    return own


@pytest.fixture(scope="session")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Atlas]:
    """The running app with everything it prints, stopped at the end."""
    home = tmp_path_factory.mktemp("home")
    running = start_atlas(home)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def atlas_url(atlas: Atlas) -> str:
    """The address of the running app, without a slash at its end."""
    return atlas.url


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One headless Chromium for the whole run, driven by Playwright."""
    path = chromium_path()
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        yield chromium
        chromium.close()


@dataclass
class Record:
    """What a page asked for (addresses) and complained of (console errors, uncaught errors)."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass
class Reader:
    """One reader with a page of their own; `record` holds all that the page did."""

    page: Any
    base: str
    record: Record = field(default_factory=Record)

    def __post_init__(self) -> None:
        self.runs = Runs(self.page)

    @property
    def requests(self) -> list[str]:
        """Every address asked for so far, web sockets included."""
        return self.record.requests

    @property
    def errors(self) -> list[str]:
        """Every error told by the browser so far, but for Streamlit's own two probes."""
        return self.record.errors

    def goto(self, path: str = "/") -> None:
        """Open a path of the app, `goto("/records?province=KP-10")`, and wait for its end."""
        self.runs.expect()
        self.page.goto(self.base + path)
        self.settle()

    def settle(self) -> None:
        """Wait until the app has run to its end after what was done last, and shows it."""
        self.runs.wait()

    def fits(self) -> None:
        """Wait until nothing sticks out sideways."""
        self.page.wait_for_function(FITS)

    def listen(self) -> None:
        """Record what the page asks for and complains of from now on."""
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("websocket", lambda sock: self.requests.append(sock.url))
        self.page.on("pageerror", lambda error: self.errors.append(f"uncaught: {error}"))
        self.page.on("console", self._hear)

    def _hear(self, message: Any) -> None:
        address = urlsplit(message.location.get("url", "")).path
        is_probe = address.endswith(("/_stcore/health", "/_stcore/host-config"))
        if message.type == "error" and not (is_probe and "404" in message.text):
            self.errors.append(message.text)

    def check(self) -> None:
        """Fail on a request to another host, an error in the browser, or a traceback."""
        home = urlsplit(self.base).netloc
        abroad = [
            address
            for address in self.requests
            if urlsplit(address).scheme not in {"data", "blob", "about"}
            and urlsplit(address).netloc != home
        ]
        assert abroad == [], "the page asked another host"
        assert self.errors == [], "the browser told of errors"
        assert self.page.locator('[data-testid="stException"]').count() == 0, (
            "an exception is shown"
        )


@pytest.fixture
def open_reader(browser: Any, atlas: Atlas) -> Iterator[Callable[..., Reader]]:
    """Opens readers: `open_reader(width=390, height=844, color_scheme="dark")`.

    Takes width, height and whatever Playwright's new_context does (timezone_id, locale,
    reduced_motion ...). At the end each reader is checked (Reader.check) and closed, and the
    app must have printed no traceback meanwhile.
    """
    opened: list[tuple[Reader, Any]] = []
    heard = len(atlas.lines)

    def open_one(width: int = 1440, height: int = 900, **options: Any) -> Reader:
        options.setdefault("locale", "en-GB")
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(PATIENCE)
        reader = Reader(context.new_page(), atlas.url)
        reader.listen()
        opened.append((reader, context))
        return reader

    yield open_one
    try:
        for reader, _ in opened:
            reader.check()
    finally:
        for _, context in opened:
            context.close()
    printed = [line for line in atlas.lines[heard:] if line.startswith("Traceback")]
    assert printed == [], "\n".join(atlas.lines[heard:])


@pytest.fixture
def reader(request: pytest.FixtureRequest, open_reader: Callable[..., Reader]) -> Reader:
    """One reader at 1440x900; other sizes with parametrize("reader", [...], indirect=True)."""
    return open_reader(**getattr(request, "param", {}))
