"""A reader's browser at the hosted atlas: all of it works, and all of it under one path."""

from __future__ import annotations

import csv
import ssl
from socket import create_connection
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from incidents.words import say
from tests.soak.asked import Asked
from tests.soak.visitor import Visitor
from tests.waiting import PATIENCE, Runs

NOVEMBER = Asked(period="day_of_security", before=18, province=("KP-10",))
MAP = 'iframe[title^="streamlit_folium"]'
TRUSTING = ssl._create_unverified_context()  # the certificate is one of our own


@pytest.fixture
def visit(hosted, browser):
    """Opens a path of the hosted atlas for somebody logged in; what goes wrong is told at the end.

    Every address asked for must be of this host and below /atlas/, web sockets included.
    """
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="en-GB", ignore_https_errors=True
    )
    home = f"https://{hosted.host}"
    context.add_cookies([{"name": "team", "value": "let-me-in", "url": home}])
    context.set_default_timeout(PATIENCE)
    page, asked, errors = context.new_page(), [], []
    runs = Runs(page)
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("pageerror", lambda error: errors.append(str(error)))

    def open_one(path):
        runs.expect()
        page.goto(hosted.url + path, wait_until="commit")
        runs.wait()
        return page

    yield open_one
    context.close()
    abroad = [one for one in asked if urlsplit(one).netloc != hosted.host]
    assert [one for one in abroad if not one.startswith(("data:", "blob:"))] == []
    ours = [urlsplit(one).path for one in asked if one not in abroad]
    assert len(ours) > 20
    assert [path for path in ours if not path.startswith("/atlas/")] == []
    assert any(one.startswith("wss://") for one in asked)
    assert errors == []


def link_of(page):
    """The address that "Copy link" offers."""
    page.get_by_role("button", name="Copy link").click()
    shown = page.locator('[data-testid="stCode"]').first
    expect(shown).to_contain_text("version=")
    return shown.inner_text().strip()


def test_the_map_paints_and_its_rows_can_be_saved(visit, hosted):
    """The map of 1 to 19 November in Ryanggang, its link, its rows as CSV."""
    page = visit(f"/?{NOVEMBER.link()}")
    frame = page.wait_for_selector(MAP).content_frame()
    frame.wait_for_function("window.atlas && atlas.painted")
    assert "KP-10-01" in frame.evaluate("atlas.state()")["districts"]
    assert link_of(page).startswith(f"{hosted.url}/?period=day_of_security&before=18&")
    page.keyboard.press("Escape")
    with page.expect_download() as saving:
        page.locator(".st-key-download_csv button").click()
    with saving.value.path().open(encoding="utf-8", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == NOVEMBER.ids()


def test_a_deep_link_opens_its_page_and_pages_keep_the_path(visit, hosted):
    """Records by link, then another page by a click and back again."""
    page = visit(f"/records?{NOVEMBER.link()}")
    told = f"{len(NOVEMBER.ids())} reported incidents"
    expect(page.locator("h2").first).to_contain_text(told)
    assert link_of(page).startswith(f"{hosted.url}/records?period=day_of_security&before=18&")
    page.keyboard.press("Escape")
    page.locator('[data-testid="stTopNavLink"]', has_text="Sources").click()
    page.wait_for_url(f"{hosted.url}/sources*")
    page.go_back()
    page.wait_for_url(f"{hosted.url}/records*")


class Looker(Visitor):
    """A reader who notes every heading."""

    def _note(self, element):
        super()._note(element)
        if element.WhichOneof("type") == "heading":
            self.headings = [*getattr(self, "headings", ()), element.heading.body]


def your_data(url, **how):
    """The headings of the page of one's own data for a reader at an address."""
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(address, origin=url.removesuffix("/atlas"), max_size=None, **how) as socket:
        looker = Looker(socket, "")
        looker.ask()
        looker.turn_to("your-data")
        return looker.headings


def test_the_app_answers_to_its_own_name_alone(hosted):
    """A page of somebody else whose name was made to lead here is refused by the app itself."""
    with pytest.raises(InvalidStatus, match="403"):
        your_data(hosted.app)


def test_data_kept_on_the_server_are_for_the_server_itself_alone(hosted):
    """Who comes through nginx from elsewhere (127.0.0.2) is not taken for the machine itself."""
    kept = say("workspace.title")
    assert kept in your_data(hosted.app.replace("127.0.0.1", "localhost"))
    host, port = hosted.host.split(":")
    elsewhere = create_connection((host, int(port)), PATIENCE / 1000, ("127.0.0.2", 0))
    through = {"ssl": TRUSTING, "additional_headers": {"Cookie": "team=let-me-in"}}
    assert kept not in your_data(hosted.url, sock=elsewhere, **through)
