"""The source of a report, followed from wherever it is linked, does not learn where one came from.

The source here is a second server on loopback, which keeps what it was asked for.
"""

from __future__ import annotations

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.attack.test_injection import HEAD, ROW

PAGE = b"<!DOCTYPE html><title>A source</title><p>A report"
PATHS = ("/first?a=1&b=(2)", "/second", "/third")
FROM_RIGHT = 75  # px from the end of the table to a link in its last column
BARE = """(url) => {
  const link = document.createElement("a");
  Object.assign(link, {href: url, target: "_blank", id: "bare", textContent: "bare"});
  link.style.cssText = "position: fixed; z-index: 9999999; top: 0; left: 0";
  document.body.append(link);
}"""
POINTING = """() => [...document.querySelectorAll("[data-testid=stDataFrame] *")]
  .some((one) => one.style.cursor === "pointer")"""
KNOWN = "[String(window.opener), document.referrer, history.length]"


class Source(ThreadingHTTPServer):
    """A site that keeps each path it was asked for, with the headers of the question."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Asked)
        self.asked = []
        self.url = f"http://localhost:{self.server_address[1]}"  # another site than 127.0.0.1


class Asked(BaseHTTPRequestHandler):
    """One question to the site."""

    def do_GET(self):  # noqa: N802 - the name is that of the base class
        """Answer with a page, but for the picture that a browser asks for by itself."""
        is_page = not self.path.endswith(".ico")
        if is_page:
            self.server.asked.append((self.path, dict(self.headers)))
        self.send_response(200 if is_page else 204)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE if is_page else b"")

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def source():
    """A running source."""
    site = Source()
    threading.Thread(target=site.serve_forever, daemon=True).start()
    yield site
    site.shutdown()
    site.server_close()


class Reader:
    """A reader who follows links to the source and looks at what it learnt."""

    def __init__(self, watch, source, tried):
        self.watch, self.page, self.source, self.tried = watch, watch.page, source, tried

    def load(self):
        """Use a file of one report with three pages."""
        first, *others = (self.source.url + path for path in PATHS)
        sheet = (
            "date,district,event_type,title,outlet,source_url,other_source_urls\n"
            f"2019-11-13,Hyesan,arrest,One,A source,{first},{';'.join(others)}\n"
        )
        file = {"name": "sheet.csv", "mimeType": "text/csv", "buffer": sheet.encode()}
        self.page.set_input_files('.st-key-your_page input[type="file"]', file)
        self.page.wait_for_selector(".st-key-your_use button")
        self.page.locator(".st-key-your_joins label", has_text=re.compile("nstead")).click()
        self.watch.settle()
        self.page.locator(".st-key-your_use button").click()
        self.page.wait_for_selector(".st-key-own_banner")
        self.watch.settle()

    def follow(self, act, path):
        """Do what opens the source; the new page and the source know nothing of this one."""
        before = len(self.source.asked)
        with self.watch.context.expect_page() as opening:
            act()
        opened = opening.value
        opened.wait_for_load_state()
        assert opened.title() == "A source"
        opener, referrer, pages = opened.evaluate(KNOWN)
        assert (opener, referrer, pages) == ("null", "", 1)
        ((asked, headers),) = self.source.asked[before:]
        assert asked == path
        told = {name.lower(): value for name, value in headers.items()}
        assert not {"referer", "origin", "cookie"} & {*told}
        home = self.watch.base.removeprefix("http://")
        assert not any(home in value for name, value in told.items() if name != "host")
        opened.close()
        self.tried["inputs tried"] += 1

    def links(self, within, path):
        """The links to a page of the source in a part of the page; each guards itself."""
        found = self.page.locator(f'{within} a[href^="{self.source.url}{path[:6]}"]')
        found.first.wait_for()
        for link in found.all():
            assert {"noopener", "noreferrer"} <= {*link.get_attribute("rel").split()}
            assert link.get_attribute("target") == "_blank"
        self.tried["places looked at"] += found.count()
        return found.first


@pytest.fixture
def reader(open_watch, source, tried):
    """A reader whose file names the source; what was asked of it was asked for."""
    watch = open_watch()
    watch.goto("/your-data")
    one = Reader(watch, source, tried)
    one.load()
    yield one
    watch.requests[:] = [url for url in watch.requests if not url.startswith(source.url)]


ESCAPED = "/first?a=1&b=%282%29"  # brackets would end a link of Markdown


def test_a_source_does_not_learn_where_its_reader_comes_from(reader):
    """From a card beside the map, from a record by hand and by keyboard, from the table."""
    page, watch = reader.page, reader.watch
    watch.follow("")
    watch.map_frame()
    page.locator(".st-key-place_KP-10-01 button").click()
    watch.settle()
    card = reader.links(".st-key-cards", PATHS[0])
    reader.follow(card.click, ESCAPED)
    reader.follow(lambda: card.click(modifiers=["Control"]), ESCAPED)
    reader.follow(lambda: card.click(button="middle"), ESCAPED)
    watch.follow("records")
    table = page.locator("[data-testid=stDataFrame] canvas").first
    box = table.bounding_box()
    page.mouse.click(box["x"] + 250, box["y"] + HEAD + ROW // 2)
    page.locator(".st-key-record h3").wait_for()
    watch.settle()
    reader.follow(reader.links(".st-key-source", PATHS[0]).click, ESCAPED)
    for path in PATHS[1:]:
        link = reader.links(".st-key-source", path)
        reader.follow(link.click, path)
        reader.follow(lambda link=link: link.press("Enter"), path)
    box = table.bounding_box()
    at = box["x"] + box["width"] - FROM_RIGHT, box["y"] + HEAD + ROW // 2
    page.mouse.move(at[0] - 60, at[1])
    page.mouse.move(*at)
    page.wait_for_function(POINTING)  # the table knows that the hand is on a link
    reader.follow(lambda: page.mouse.click(*at), PATHS[0])


def test_the_page_itself_forbids_to_tell(reader):
    """A link that says nothing of referrers tells none either: the header of every page does."""
    reader.watch.follow("records")
    reader.page.evaluate(BARE, reader.source.url + "/bare")
    reader.follow(reader.page.locator("#bare").click, "/bare")


def test_every_link_out_of_the_sources_page_guards_itself(open_watch, tried):
    """And there are some: the licences and makers of the data."""
    watch = open_watch()
    watch.goto("/sources")
    watch.open_closed()
    links = watch.page.locator("[data-testid=stMain] a[href^=http]")
    found = [(one.get_attribute("rel"), one.get_attribute("target")) for one in links.all()]
    away = [(rel, target) for rel, target in found if target == "_blank"]
    tried["places looked at"] += len(away)
    assert len(away) > 5
    assert all({"noopener", "noreferrer"} <= {*(rel or "").split()} for rel, _ in away)
