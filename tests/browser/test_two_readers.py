"""Two readers at once: what one loads reaches the other by no way, and is gone when forgotten."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

MARK = "Zaqwertine"
SHEET = (
    "date,district,event_type,title,outlet,source_url\n"
    f"2019-11-13,Hyesan,arrest,{MARK} title,{MARK} Press,https://e.org/1\n"
    f"2019-11-14,Musan,{MARK}type,Second,{MARK} Press,https://e.org/2\n"
)
OWN = ".st-key-own_banner"


class Listener:
    """A reader and every message the server sent them."""

    def __init__(self, reader):
        self.reader, self.page, self.heard = reader, reader.page, []
        reader.page.on("websocket", lambda socket: socket.on("framereceived", self._hear))

    def _hear(self, message):
        self.heard.append(message if isinstance(message, bytes) else str(message).encode())

    def marked(self):
        """How many messages, and whether the page itself, hold the mark."""
        sent = sum(MARK.encode() in message for message in self.heard)
        return sent, MARK in self.page.content()

    def open(self, path):
        self.reader.goto(path)
        return self

    def follow(self, name):
        """Go to another page within the session, as a click in the navigation does."""
        self.page.get_by_role("link", name=name, exact=True).first.click()
        self.page.wait_for_url(re.compile("/" if name == "Map" else name.lower()))
        self.reader.settle()

    def load(self):
        """Load the marked file and put its rows beside the embedded ones."""
        file = {"name": f"{MARK}.csv", "mimeType": "text/csv", "buffer": SHEET.encode()}
        self.use(file)

    def use(self, file):
        """Load a file and put its rows beside the embedded ones."""
        self.page.set_input_files('input[type="file"]', file)
        use = self.page.locator(".st-key-your_use button")
        use.wait_for()
        self.reader.settle()
        use.click()
        self.page.wait_for_selector(OWN)
        self.reader.settle()

    def forget(self):
        self.page.locator(f"{OWN} button").click()
        self.page.wait_for_selector(OWN, state="detached")
        self.reader.settle()


@pytest.fixture
def two(open_reader):
    """One reader who loads a file and one who only looks."""
    return Listener(open_reader()), Listener(open_reader())


def test_what_one_loads_never_reaches_the_other(two):
    """Not while the other looks on, not on any page, not in a session begun later."""
    mine, other = two
    other.open("/records")
    mine.open("/your-data").load()
    mine.follow("Records")
    mine.page.wait_for_selector("text=499 reported incidents")
    other.page.get_by_role("textbox", name="Words in the report").fill(MARK)
    other.page.keyboard.press("Enter")
    other.page.wait_for_selector("text=No report matches all of the filters")
    other.reader.settle()
    other.heard.clear()  # their own words came back to them
    for path in ("/", "/records", "/sources", "/your-data"):
        other.open(path)
        assert other.marked() == (0, False), path
    assert other.page.locator(OWN).count() == 0
    assert mine.marked()[0] > 0


def test_after_forget_it_is_gone_and_a_link_does_not_bring_it_back(two):
    """Pages, filters, the address bar and files offered for download."""
    mine, other = two
    mine.open("/your-data").load()
    with mine.page.expect_download() as download:
        mine.page.get_by_role("button", name="Download my rows as CSV").click()
    address = download.value.url
    assert other.page.request.get(address).status == 200  # a secret address, as long as it lives
    mine.forget()
    mine.heard.clear()
    for name in ("Records", "Sources", "Map"):
        mine.follow(name)
        assert mine.marked() == (0, False), name
    mine.follow("Records")
    mine.page.wait_for_selector("text=497 reported incidents")
    assert other.page.request.get(address).status == 404
    other.open("/records?dataset=yours")
    assert other.marked() == (0, False)
    other.page.wait_for_selector("text=Unknown dataset 'yours'")


def test_a_reload_forgets(two):
    """The data live in the session of the tab alone."""
    mine, _ = two
    mine.open("/your-data").load()
    mine.heard.clear()
    mine.open("/records")
    mine.page.wait_for_selector("text=497 reported incidents")
    assert mine.marked() == (0, False)


def test_both_use_their_own_at_the_same_time(two):
    """Each sees 499, and the other's rows never."""
    mine, other = two
    mine.open("/your-data").load()
    other.open("/your-data")
    file = {"name": "plain.csv", "mimeType": "text/csv",
            "buffer": SHEET.replace(MARK, "Ordinary").encode()}  # fmt: skip
    other.use(file)
    for one in two:
        one.follow("Records")
        one.page.wait_for_selector("text=499 reported incidents")
    assert other.marked() == (0, False)
    mine.forget()
    other.follow("Map")
    expect(other.page.locator(OWN)).to_contain_text("plain.csv")


def test_a_large_file_shows_how_far_and_can_be_stopped(two):
    """The bar moves, the other reader is served meanwhile, and nothing is kept."""
    mine, other = two
    head, line, _ = SHEET.split("\n", 2)
    rows = [line.replace("title", f"title {number}") for number in range(150_000)]
    content = "\n".join([head, *rows]).encode()
    file = {"name": "large.csv", "mimeType": "text/csv", "buffer": content}
    other.open("/sources")
    mine.open("/your-data")
    mine.page.set_input_files('input[type="file"]', file)
    mine.page.wait_for_selector(".st-key-your_stop button")
    progress = mine.page.get_by_test_id("stProgress")
    expect(progress).not_to_have_text(progress.inner_text())
    other.follow("Records")
    other.page.wait_for_selector("text=497 reported incidents")
    expect(progress).to_be_visible()
    mine.page.locator(".st-key-your_stop button").click()
    mine.page.wait_for_selector("text=Stopped. Nothing was changed.")
    expect(mine.page.get_by_text("File with incidents")).to_have_count(1)
    assert other.marked() == (0, False)
