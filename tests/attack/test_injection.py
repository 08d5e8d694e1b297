"""Hostile text in every column of a reader's own file, seen in every place that draws it."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from playwright.sync_api import expect

from tests.attack.payloads import HIDDEN, PAYLOADS, rows, sheet
from tests.attack.servers import serve
from tests.waiting import PATIENCE

NAME = "<img src=x onerror=top.__attacked=1>${top}`=1`.csv"
FILE = {"name": NAME, "mimeType": "text/csv", "buffer": sheet()}
HEAD, ROW, SHOWN, SECTIONS, TRIES = 37, 35, 12, 6, 5


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A server with a folder to keep data in, whose name is an attack too."""
    folder = tmp_path_factory.mktemp("home") / "<b>${x} :streamlit: `w`"
    with serve(folder.parent, ATLAS_WORKSPACE=str(folder)) as server:
        yield server
        assert server.traces() == [], "\n".join(server.lines)


class Victim:
    """A reader who has loaded the hostile file and looks at every place that shows it."""

    def __init__(self, watch, tried):
        self.watch, self.page, self.tried = watch, watch.page, tried

    def seen(self, places=1):
        self.tried["places looked at"] += places
        self.watch.check_now()

    def load(self, file):
        self.page.set_input_files('.st-key-your_page input[type="file"]', file)
        self.page.wait_for_selector(".st-key-your_use button")
        self.watch.settle()

    def use(self):
        self.page.locator(".st-key-your_joins label", has_text=re.compile("nstead")).click()
        self.watch.settle()
        self.page.locator(".st-key-your_use button").click()
        self.page.wait_for_selector(".st-key-own_banner")
        self.watch.settle()

    def see_report(self):
        """What the file was read as, its columns, its names, each row; the same together."""
        self.watch.open_closed()
        self.page.get_by_text(NAME).first.wait_for(state="attached")
        self.seen()
        self.page.locator('[class*="st-key-your_same_"] label').first.click()
        self.watch.settle()
        words = self.page.locator('[class*="st-key-your_words_"] input')
        for text in ("${", "<img", "=HYPER", "\\", "(?"):
            words.fill(text)
            words.press("Enter")
            self.watch.settle()
            self.seen()

    def see_map(self):
        """The banner, the places, the cards of each page, what is not on the map."""
        self.watch.follow("")
        frame = self.watch.map_frame()
        serial = frame.evaluate("atlas.painted.serial")
        self.page.locator(".st-key-place_KP-10-01 button").click()
        frame.wait_for_function("(n) => atlas.painted.serial > n", arg=serial)
        self.watch.settle()
        self.page.get_by_role("heading", name="Hyesan").first.wait_for()
        shown = self.page.locator(".st-key-cards").inner_text()
        self.page.locator("[class*=st-key-card_page_] button").last.click()
        self.page.get_by_text("own-4", exact=False).first.wait_for()
        self.watch.settle()
        shown += self.page.locator(".st-key-cards").inner_text()
        for name, text in PAYLOADS.items():
            if name not in HIDDEN and list(PAYLOADS).index(name) % 3:
                assert " ".join(text.split()) in " ".join(bare(shown).split()), name
        for link in self.page.locator("[data-testid=stMain] a").all():
            assert re.match(r"https?://|#|/", link.get_attribute("href") or "#"), link
        self.seen()
        frame.locator('[data-kind="adm2"][data-id="KP-10-01"]').first.hover(force=True)
        frame.locator('[data-kind="adm2"][data-id="KP-10-01"]').first.click(force=True)
        self.watch.settle()
        self.seen()

    def see_records(self):
        """The table, and each record in full with all that opens."""
        self.watch.follow("records")
        shown = ""
        for number in range(SHOWN):
            self.open_row(number)
            if number % 6 == 0:
                self.watch.open_closed()
            shown += bare(self.page.locator(".st-key-record h3").inner_text()) + "\n"
            self.seen()
        met = [n for n, text in PAYLOADS.items() if " ".join(text.split()) in joined(shown)]
        assert len(met) >= SHOWN // 2, met

    def open_row(self, number):
        """Click a row of the table, which shows twelve at once."""
        canvas = self.page.locator("[data-testid=stDataFrame] canvas").first
        canvas.scroll_into_view_if_needed()
        box = canvas.bounding_box()
        y = HEAD + ROW * number + ROW // 2
        shown = self.page.locator(".st-key-record h3")
        before = shown.inner_text() if shown.count() else ""
        for _ in range(TRIES):  # a click may meet a table that is being drawn
            self.page.mouse.click(box["x"] + 250, box["y"] + y)
            with suppress(AssertionError):
                expect(shown).not_to_have_text(before, timeout=PATIENCE / TRIES)
                break
        self.watch.settle()

    def see_periods(self):
        """Each section, with the hand over its charts."""
        self.watch.follow("periods")
        radios = self.page.locator(".st-key-periods_section [role=radio]")
        expect(radios).to_have_count(SECTIONS)
        for number in range(SECTIONS):
            radios.nth(number).click()
            self.watch.settle()
            for chart in self.page.locator("[data-testid=stVegaLiteChart]").all():
                box = chart.bounding_box()
                for part in (0.3, 0.5, 0.7, 0.9) if box else ():
                    self.page.mouse.move(
                        box["x"] + box["width"] * part, box["y"] + box["height"] / 2
                    )
            self.seen()

    def filter_by(self, outlet):
        """Choose an outlet in the list of the sidebar; nothing of it is drawn but text."""
        box = self.page.get_by_role("combobox", name=re.compile("Outlet")).first
        box.click()
        offered = self.page.get_by_role("option")
        offered.first.wait_for()
        everything = offered.count()
        box.fill(outlet)
        expect(offered).not_to_have_count(everything)
        box.press("Enter")
        self.page.keyboard.press("Escape")
        self.page.wait_for_url(re.compile("outlet="))
        self.watch.settle()
        assert self.page.locator(".katex, [data-testid=stMain] img").count() == 0
        self.seen()


def joined(text):
    """Text on one line."""
    return " ".join(text.split())


def bare(text):
    """Text without the joiners that keep Streamlit from redrawing it."""
    return text.replace("\u2060", "")


@pytest.fixture
def victim(open_watch, served, tried):
    """A reader whose hostile file is loaded and in use."""
    watch = open_watch(served.url)
    watch.goto("/your-data")
    one = Victim(watch, tried)
    one.load(FILE)
    tried["inputs tried"] += len(rows())
    return one


def test_a_hostile_file_is_shown_as_text_everywhere(victim):
    """Report, map, cards, records, periods, filters: letter by letter, and nothing runs."""
    victim.see_report()
    victim.use()
    victim.see_map()
    victim.see_records()
    victim.see_periods()
    for name in ("image", "template", "latex", "logo"):
        victim.filter_by(PAYLOADS[name])
    assert "<" not in victim.page.title() and "$" not in victim.page.title()
