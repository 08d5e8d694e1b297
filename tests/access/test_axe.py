"""axe-core over every page in both languages and themes: nothing serious or critical.

axe-core 4.14.1 (Deque Systems, Mozilla Public License 2.0) stands beside this file as published;
it runs in the page and in the map's frame and asks nobody for anything.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.waiting import AT_REST

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
RUN = "axe.run(document, { resultTypes: ['violations'] })"
GRAVE = ("serious", "critical")
# What cannot be cured from here, as rule and last selector. Vega-Lite gives the two marks of a
# brush a role, and no way to give them a name; the chart around them has its words, and the dates
# that a brush sets can be set in the filters.
EXCUSED = {("svg-img-alt", ".brush_brush"), ("svg-img-alt", ".brush_brush_bg")}
SHEET = (
    "when,district,event_type,title,outlet,source_url\n"
    "2019-11-13,Hyesan,arrest,One,Daily NK,https://e.org/1\n"
    "2019-11-31,Musan,arrest,Two,Daily NK,https://e.org/2\n"
    "05/11/2019,Hoeryng,raid,Three,Daily NK,https://e.org/3\n"
)
FILE = {"name": "sheet.csv", "mimeType": "text/csv", "buffer": SHEET.encode()}
PERIOD = "period=day_of_security&before=18"
SECTIONS = 6
PHONE = {"width": 390, "height": 844}
WAYS = [
    ("en", {"color_scheme": "light"}),
    ("en", {"color_scheme": "dark"}),
    ("ko", {"color_scheme": "light"}),
    ("ko", {"color_scheme": "dark"}),
    ("ko", {"color_scheme": "light", **PHONE}),
]


class Look:
    """Runs axe on what a reader sees and keeps what it finds."""

    def __init__(self, reader, lang):
        self.reader, self.page, self.lang = reader, reader.page, lang
        self.pages, self.passed, self.minor, self.found = 0, 0, 0, []

    def open(self, path):
        """Open a page in the language, to the end, with all that is folded on it unfolded."""
        self.reader.goto(f"{path}{'&' if '?' in path else '?'}lang={self.lang}")
        self.page.wait_for_selector(".st-key-close")
        self.unfold()

    def unfold(self):
        self.reader.settle()
        closed = self.page.locator("[data-testid=stMain] details:not([open]) > summary")
        closed.evaluate_all("all => all.forEach((one) => one.click())")
        expect(closed).to_have_count(0)
        self.reader.settle()
        self.rest()

    def rest(self):
        """Wait until all that comes late has come and nothing fades or slides any more."""
        expect(self.page.get_by_test_id("stSkeleton").filter(visible=True)).to_have_count(0)
        self.page.wait_for_function(AT_REST)

    def run(self, told, page=None):
        """Look at what is shown now."""
        page = page or self.page
        for frame in page.frames:
            frame.evaluate(AXE)
        result = page.evaluate(RUN)
        self.pages += 1
        self.passed += len(result["passes"])
        for rule in result["violations"]:
            for node in rule["nodes"]:
                self._take(told, rule, node)

    def _take(self, told, rule, node):
        if (rule["id"], node["target"][-1]) in EXCUSED:
            return
        if rule["impact"] in GRAVE:
            self.found.append((told, rule["id"], node["html"][:200], node["failureSummary"][:300]))
        else:
            self.minor += 1

    def see_map(self):
        """All of it, a period in a province, a district with its reports, the player open."""
        for path in ("/", f"/?{PERIOD}&years=2019&province=KP-10", "/?district=KP-10-01"):
            self.open(path)
            frame = self.page.frame_locator('iframe[title^="streamlit_folium"]')
            frame.locator(".opener button").wait_for()
            if "district" in path:
                frame.locator(".opener button").click()
                frame.locator(".play-said").wait_for()
            self.run(path)

    def see_sidebar(self):
        """On a phone the filters are a sheet of their own."""
        self.page.get_by_test_id("stExpandSidebarButton").click()
        self.page.locator("[data-testid=stSidebar] .stTextInput input").wait_for()
        self.rest()
        self.run("filters")

    def see_periods(self):
        """Each of its sections."""
        self.open(f"/periods?{PERIOD}")
        radios = self.page.locator(".st-key-periods_section [role=radio]")
        expect(radios).to_have_count(SECTIONS)
        for number in range(SECTIONS):
            radios.nth(number).click()
            self.unfold()
            self.run(f"periods {number}")

    def see_your_data(self):
        """Empty; with a file and its report."""
        self.open("/your-data")
        self.run("your data")
        self.page.set_input_files('.st-key-your_page input[type="file"]', FILE)
        self.page.wait_for_selector(".st-key-your_use button")
        self.unfold()
        self.run("your data, a file")

    def see_brief(self, browser, home):
        """The one-page brief, opened as the file it is."""
        with self.page.expect_download() as waiting:
            self.page.locator(".st-key-brief button:visible").first.click()
        path = home / "brief.html"
        waiting.value.save_as(path)
        context = browser.new_context()
        page = context.new_page()
        page.goto(path.as_uri())
        self.run("brief", page)
        context.close()


@pytest.mark.parametrize(("lang", "screen"), WAYS)
def test_no_page_has_a_serious_finding(open_reader, browser, tmp_path, lang, screen):
    """Map, periods, records, one record, own data, sources and brief, the map's frame included."""
    look = Look(open_reader(**screen), lang)
    look.see_map()
    look.see_periods()
    for path in ("/records?id=NK00301", "/sources", "/records"):
        look.open(path)
        look.run(path)
    look.see_brief(browser, tmp_path)
    look.see_your_data()
    if "width" in screen:
        look.see_sidebar()
    told = f"{look.pages} views, {look.passed} checks passed, {len(look.found)} serious or critical"
    print(f"\naxe {lang} {screen}: {told}, {look.minor} minor")
    assert look.found == []
    assert look.pages >= 15
