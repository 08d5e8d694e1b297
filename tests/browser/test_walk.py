"""The main job in a browser, as a reader does it, with every request and error recorded."""

import csv
import re

import pytest
from playwright.sync_api import expect

MAP = 'iframe[title^="streamlit_folium"]'
RUNUP = "/?period=day_of_security&before=18&years=2019&province=KP-10"


def frame(reader):
    """Return the frame of the map once it has painted."""
    handle = reader.page.wait_for_selector(MAP)
    inner = handle.content_frame()
    inner.wait_for_function("window.atlas && atlas.painted && atlas.painted.serial > 0")
    return inner


def painted(reader, act):
    """Do something and wait until the map has painted once more."""
    inner = frame(reader)
    before = inner.evaluate("atlas.painted.serial")
    act()
    inner.wait_for_function(f"atlas.painted.serial > {before}")
    reader.settle()


def lead(reader):
    return reader.page.locator(".st-key-lead h2").inner_text()


def says(reader, words):
    """Wait until the view in one sentence has these words."""
    expect(reader.page.locator(".st-key-lead h2")).to_contain_text(words)


def choose(reader, label, typed):
    """Type into a searchable list of the sidebar and take the first offer."""
    box = reader.page.get_by_role("combobox", name=re.compile(label)).first
    box.click()
    box.fill(typed)
    reader.page.get_by_role("option", name=re.compile(typed)).first.wait_for()
    box.press("Enter")
    reader.page.keyboard.press("Escape")


def saved_rows(reader):
    """Press the download button; return the rows of the file as the browser saved it."""
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("button", name=re.compile(r"Download .* as CSV")).first.click()
    with waiting.value.path().open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def drag(reader, thumb, by):
    """Drag one thumb of a slider sideways by pixels, as a hand does."""
    box = reader.page.get_by_role("slider", name=thumb[0]).nth(thumb[1]).bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    mouse = reader.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + by / 2, y, steps=4)
    mouse.move(x + by, y, steps=4)
    mouse.up()


def test_the_whole_main_job(reader):
    """Period, time slider, province, district, record, download: the numbers agree throughout."""
    reader.goto("/")
    says(reader, "497 reported incidents")
    frame(reader)
    painted(reader, lambda: choose(reader, "Period", "Day of Security"))
    says(reader, "18 days before the Day of Security")
    painted(reader, lambda: drag(reader, ("Time", 0), 60))
    says(reader, "on or after")
    painted(reader, lambda: choose(reader, "Province", "Ryanggang"))
    says(reader, "in Ryanggang")
    hyesan = frame(reader).locator('[data-kind="adm2"][data-id="KP-10-01"]').first
    painted(reader, lambda: hyesan.click(force=True))
    says(reader, "in Hyesan")
    count = int(lead(reader).split()[0])
    rows = saved_rows(reader)
    assert len(rows) == count > 0
    assert all("KP-10-01" in row["district_id"].split(";") for row in rows)
    reader.page.get_by_role("link", name="Records").click()
    reader.page.wait_for_url("**/records*")
    reader.settle()
    assert int(lead(reader).split()[0]) == count
    reader.goto("/records?id=NK00301")
    for words in ("Hyesan fuel seller pays CNY 1,500", "Songbong"):
        expect(reader.page.locator("body")).to_contain_text(words)
    source = reader.page.locator('a[href*="mps-officers-extract-bribes"]').first
    expect(source).to_have_attribute("rel", re.compile("noreferrer"))


def test_the_link_of_the_first_report_shows_eight_everywhere(reader):
    """The sentence, the triple, the map, the panel and the file say 8."""
    reader.goto(RUNUP)
    says(reader, re.compile("^8 reported incidents in Ryanggang"))
    state = frame(reader).evaluate("atlas.state()")
    assert state["districts"]["KP-10-01"] == 6
    looks = '[data-kind="adm2"][data-id="{}"]'
    inner = frame(reader)
    assert "outside" in inner.locator(looks.format("KP-09-02")).first.get_attribute("class")
    assert "outside" not in inner.locator(looks.format("KP-10-03")).first.get_attribute("class")
    rows = saved_rows(reader)
    assert len(rows) == 8
    report = next(row for row in rows if row["id"] == "NK00301")
    assert (report["bribe_amount"], report["bribe_currency"]) == ("1500", "CNY")
    reader.page.get_by_role("link", name="Records").click()
    reader.page.wait_for_url("**/records*")
    reader.settle()
    says(reader, re.compile("^8 reported incidents in Ryanggang"))
    assert [row["id"] for row in saved_rows(reader)] == [row["id"] for row in rows]


def test_the_zoom_survives_ten_filter_changes(reader):
    """The reader's view of the map is the reader's."""
    reader.goto("/?period=day_of_security")
    inner = frame(reader)
    inner.evaluate("atlas.app.map.setView([41.4, 128.2], 9, {animate: false})")
    slider = reader.page.get_by_role("slider", name="Days before")
    for _ in range(10):
        painted(reader, lambda: (slider.focus(), reader.page.keyboard.press("ArrowRight")))
    view = inner.evaluate("[atlas.app.map.getZoom(), atlas.app.map.getCenter().lat]")
    assert view[0] == 9 and view[1] == pytest.approx(41.4, abs=0.01)
    assert "before=28" in reader.page.url


@pytest.mark.parametrize("path", ["/", "/periods", "/records", "/your-data", "/sources", RUNUP])
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_opens_cold_and_fits_its_screen(open_reader, path, size, scheme):
    """No sideways scrolling, no error, no other host, the data version at the foot."""
    reader = open_reader(*size, color_scheme=scheme)
    reader.goto(path)
    expect(reader.page.locator(".st-key-close")).to_contain_text("dataset version")
    reader.fits()


def test_the_copied_link_restores_exactly_this_view(reader, open_reader):
    """The permanent link names every parameter and opens the same eight reports elsewhere."""
    reader.goto(RUNUP)
    reader.page.get_by_role("button", name="Copy link").click()
    shown = reader.page.locator('[data-testid="stPopoverBody"] code')
    expect(shown).to_contain_text("version=")
    link = shown.inner_text().strip()
    assert "after=0" in link
    other = open_reader()
    other.goto(link.removeprefix(reader.base))
    assert lead(other) == lead(reader)
