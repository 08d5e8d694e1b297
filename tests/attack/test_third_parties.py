"""Every page, everything that opens and every file: no other host is asked, nothing is blocked."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from incidents.export import FORMATS
from ui.downloads import SPREADSHEETS

SHEET = (
    "when,district,event_type,title,outlet,source_url\n"
    "2019-11-13,Hyesan,arrest,One,Daily NK,https://e.org/1\n"
    "05/11/2019,Musan,arrest,Two,Daily NK,https://e.org/2\n"
    "2019-11-31,Hoeryng,raid,Three,Daily NK,https://e.org/3\n"
    "2019-11-13,Hyesan,arrest,One,Daily NK,https://e.org/1\n"
)
FILE = {"name": "sheet.csv", "mimeType": "text/csv", "buffer": SHEET.encode()}
RUNUP = "period=day_of_security&before=18&years=2019&province=KP-10"
SECTIONS = 6
WAYS = [("en", "light"), ("en", "dark"), ("ko", "light"), ("ko", "dark")]
WHOLE = ("en", "light"), ("ko", "dark")  # here every control is opened, in the others every page
OUTSIDE = "[data-testid=stMain] [data-testid=stDownloadButton] button:visible"
INSIDE = "[data-testid=stPopoverBody] [data-testid=stDownloadButton] button:visible"
MAP_AT_REST = "!document.querySelector('.leaflet-zoom-anim, .leaflet-pan-anim')"
# The map's own buttons: some put others away when they are pressed.
PRESS_ALL = """() => {
  const there = [...document.querySelectorAll("button")].filter((b) => b.offsetParent);
  there.forEach((button) => button.click());
  return there.length;
}"""


class Tour:
    """One reader's way through the app, who opens what there is to open."""

    def __init__(self, watch, tried, whole):
        self.watch, self.page, self.tried, self.whole = watch, watch.page, tried, whole

    def look(self):
        """Open all that can be opened on the page that is shown."""
        self.tried["pages covered"] += 1
        self.watch.open_closed()
        if not self.whole:
            return
        for _ in self.watch.open_popovers():
            pass
        for told in self.page.locator("[data-testid=stMain] .stTooltipIcon").all():
            told.hover(force=True)
            self.tried["controls opened"] += 1

    def save(self):
        """Save every file that the page offers."""
        for button in self.page.locator(OUTSIDE).all() if self.whole else ():
            if button.is_enabled():  # asked one by one: a button is not, while it works
                self.watch.save(button)

    def see_map(self):
        """The map's own controls, what it says under the hand, a place and its reports."""
        frame = self.watch.map_frame()
        self.look()
        pressed = frame.evaluate(PRESS_ALL) if self.whole else 0
        self.tried["controls opened"] += pressed
        self.watch.settle()
        frame.wait_for_function(MAP_AT_REST)
        shape = self.watch.map_frame().locator('[data-kind="adm2"][data-id="KP-10-01"]').first
        shape.hover(force=True)
        shape.click(force=True)
        self.watch.settle()
        self.look()

    def see_periods(self):
        """Each of its sections."""
        radios = self.page.locator(".st-key-periods_section [role=radio]")
        expect(radios).to_have_count(SECTIONS)
        for number in range(SECTIONS):
            radios.nth(number).click()
            self.watch.settle()
            self.look()

    def see_your_data(self):
        """A file, its report and its files; its rows in use; the form and the codebook."""
        self.page.set_input_files('.st-key-your_page input[type="file"]', FILE)
        self.page.wait_for_selector(".st-key-your_use button")
        self.watch.settle()
        self.look()
        self.save()
        self.page.locator(".st-key-your_use button").click()
        self.page.wait_for_selector(".st-key-own_banner")
        self.watch.settle()
        for number in (1, 2):
            self.page.locator(".st-key-your_part [role=radio]").nth(number).click()
            self.watch.settle()
            self.look()
            self.save()


@pytest.mark.parametrize(("lang", "scheme"), WAYS)
def test_no_page_or_control_asks_another_host(open_watch, tried, lang, scheme):
    """Map, periods, sources, own data, one record: nothing outside, nothing blocked or bare."""
    watch = open_watch(color_scheme=scheme)
    tour = Tour(watch, tried, (lang, scheme) in WHOLE)
    watch.goto(f"/?{RUNUP}&lang={lang}")
    tour.see_map()
    watch.follow("periods")
    tour.see_periods()
    watch.follow("sources")
    tour.look()
    tour.save()
    watch.follow("your-data")
    tour.see_your_data()
    watch.follow("")
    watch.map_frame()
    watch.follow("records")
    watch.goto(f"/records?id=NK00301&lang={lang}")
    tour.look()


@pytest.mark.parametrize(("lang", "scheme"), WAYS[::3])
def test_no_export_or_brief_asks_another_host(open_watch, tried, browser, lang, scheme):
    """Each format is saved; the brief is opened as a file and asks for nothing but itself."""
    watch = open_watch(color_scheme=scheme)
    watch.goto(f"/records?{RUNUP}&lang={lang}")
    outside, inside = watch.page.locator(OUTSIDE), watch.page.locator(INSIDE)
    expect(outside).to_have_count(len(SPREADSHEETS) + 1)  # and the brief
    names = [watch.save(button).suggested_filename for button in outside.all()]
    watch.goto(f"/records?{RUNUP}&lang={lang}")  # Chromium asks before the 11th file of one page
    for _ in watch.open_popovers():
        names += [watch.save(button).suggested_filename for button in inside.all()]
    assert len(names) == len(FORMATS) + 1
    endings = {Path(name).suffix for name in names}
    assert {".csv", ".xlsx", ".geojson", ".gpkg", ".kml", ".parquet", ".zip", ".html"} <= endings
    brief = watch.save(watch.page.locator(".st-key-brief button:visible"))
    path = brief.path().with_suffix(".html")
    brief.save_as(path)
    context = browser.new_context(color_scheme=scheme)
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(message.text))
    page.goto(path.as_uri())
    tried["pages covered"] += 1
    assert asked == [path.as_uri()]
    context.close()
