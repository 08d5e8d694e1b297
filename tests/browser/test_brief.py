"""The brief on paper: one sheet of A4 with everything on it, no script, no request of its own."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from geo.places import districts
from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.query import read_query
from incidents.store import open_store
from incidents.view import look
from incidents.words import speaking
from ui import brief
from ui.brief_scale import classes

SCALE = Path(__file__).resolve().parents[2] / "static" / "atlas-scale.js"
NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
CHOSEN = "&".join(f"district={code}" for code in districts())
VIEWS = {
    "everything": "",
    "a run-up": "period=day_of_security&before=18&years=2019&province=KP-10",
    "every year": "period=day_of_security&before=18",
    "every district": f"period=day_of_security&before=18&dates=within&{CHOSEN}",
    "long words": "text=" + "%EB%8B%A8%EC%86%8D" * 110,
    "hostile words": "text=" + "%3Cscript%3Ealert(1)%3C/script%3E%22%20onload%3D1%20" * 9,
}
CUT_OFF = """() => {
  const sheet = document.querySelector('main').getBoundingClientRect();
  return [...document.querySelectorAll('main *')].filter((part) => {
    if (part.closest('svg') && part.tagName !== 'svg') return false;
    const box = part.getBoundingClientRect();
    return box.width && (box.right > sheet.right + 1 || box.bottom > sheet.bottom + 1
      || box.left < sheet.left - 1 || part.scrollWidth > part.clientWidth + 2 && part.clientWidth);
  }).map((part) => part.tagName + ' ' + part.textContent.slice(0, 60));
}"""
OVERLAPPING = """() => {
  const named = 'h1, dl, .middle, figcaption, .map, aside, main > section, .end';
  const parts = [...document.querySelectorAll(named)];
  const boxes = parts.map((part) => part.getBoundingClientRect());
  return boxes
    .flatMap((a, i) => boxes.slice(i + 1).map((b, j) => [parts[i], parts[i + 1 + j], a, b]))
    .filter(([p, q, a, b]) => !p.contains(q) && a.bottom > b.top + 1 && a.top < b.bottom - 1
      && a.right > b.left + 1 && a.left < b.right - 1)
    .map(([p, q]) => p.tagName + ' ' + q.tagName);
}"""


@pytest.fixture(scope="module")
def written():
    """Writes the brief of a query in a language."""
    calendar, store = read_calendar(DATA), open_store(DATA)
    known = store.vocabulary(calendar)

    def write(query, language):
        with speaking(language):
            view = look(store, read_query(query, known).selection, calendar)
            return brief.page(view, "http://127.0.0.1:8501/", NOW)

    return write


@pytest.fixture
def opened(browser, tmp_path):
    """Opens a brief from a file as a reader does; gives the page and all it asked for or said."""
    pages = []

    def open_file(html, **options):
        (tmp_path / "brief.html").write_text(html, "utf-8")
        context = browser.new_context(**options)
        page, heard = context.new_page(), []
        page.on("request", lambda request: heard.append(request.url))
        page.on("console", lambda message: heard.append(message.text))
        page.on("dialog", lambda dialog: heard.append("dialog"))
        page.goto((tmp_path / "brief.html").as_uri())
        pages.append(context)
        return page, heard

    yield open_file
    for context in pages:
        context.close()


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("named", VIEWS)
def test_it_is_one_sheet_with_nothing_cut_off(written, opened, named, language):
    """Also with the longest filters, in both languages, as Chromium prints it."""
    page, heard = opened(written(VIEWS[named], language), viewport={"width": 900, "height": 1200})
    page.emulate_media(media="print")
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(OVERLAPPING) == []
    assert page.locator(".map svg").first.bounding_box()["height"] > 120
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    assert len(heard) == 1 and heard[0].startswith("file://")


def test_the_map_is_shaded_in_the_classes_of_the_map_page(browser):
    """The map's own script gives the same bounds and shades up to 3,000 and for larger counts."""
    counts = [*range(3_001), 9_999, 10_000, 31_622, 123_456, 3_000_000, 10_000_000]
    page = browser.new_page()
    page.evaluate(SCALE.read_text("utf-8"))
    asked = "(counts) => counts.map(n => atlas.classes(n).map(s => [s.from, s.to, s.shade]))"
    theirs = page.evaluate(asked, counts)
    page.close()
    assert theirs == [[[s.first, s.last, s.shade] for s in classes(n)] for n in counts]


def test_it_can_be_read_on_a_telephone(written, opened):
    """Nothing wider than the screen."""
    page, _ = opened(written("", "ko"), viewport={"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_reader_gets_it_from_the_records_page(reader):
    """The button saves brief.html, which speaks of the view on the screen."""
    reader.goto("/records?period=day_of_security&before=18&years=2019&province=KP-10")
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("button", name="Brief of this view").click()
    assert waiting.value.suggested_filename == "brief.html"
    saved = waiting.value.path().read_text("utf-8")
    assert "8 reported incidents in Ryanggang" in saved
    assert f"{reader.base}/?period=day_of_security" in saved
