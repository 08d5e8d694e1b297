"""Every page, everything that opens and every file: no other host is asked, nothing is blocked."""

from __future__ import annotations

from pathlib import Path

import pytest

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
            told.hover(timeout=3_000, force=True)
            self.tried["controls opened"] += 1

    def save(self):
        """Save every file that the page offers."""
        buttons = "[data-testid=stMain] [data-testid=stDownloadButton] button:visible:enabled"
        for button in self.page.locator(buttons).all() if self.whole else ():
            self.watch.save(button)

    def see_map(self):
        """The map's own controls, what it says under the hand, a place and its reports."""
        frame = self.watch.map_frame()
        self.look()
        pressed = frame.evaluate(PRESS_ALL) if self.whole else 0
        self.tried["controls opened"] += pressed
        self.page.wait_for_timeout(500)
        self.watch.settle()
        shape = self.watch.map_frame().locator('[data-kind="adm2"][data-id="KP-10-01"]').first
        shape.hover(force=True)
        shape.click(force=True)
        self.watch.settle()
        self.look()

    def see_periods(self):
        """Each of its sections."""
        radios = self.page.locator(".st-key-periods_section [role=radio]")
        assert radios.count() == SECTIONS
        for number in range(SECTIONS):
            radios.nth(number).click()
            self.watch.settle()
            self.look()

    def see_your_data(self):
        """A file, its report and its files; its rows in use; the form and the codebook."""
        self.page.set_input_files('.st-key-your_page input[type="file"]', FILE)
        self.page.wait_for_selector(".st-key-your_use button", timeout=60_000)
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
    watch.page.locator(".st-key-brief button:visible").wait_for()  # not all come at once
    names = []
    buttons = "[data-testid=stMain] [data-testid=stDownloadButton] button:visible"
    for button in watch.page.locator(buttons).all():
        names.append(watch.save(button).suggested_filename)
    for _ in watch.open_popovers():
        inside = watch.page.locator('[data-testid="stPopoverBody"] [data-testid=stDownloadButton]')
        for button in inside.locator("button:visible").all():
            names.append(watch.save(button).suggested_filename)
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
