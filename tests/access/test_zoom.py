"""Large type, small screens, paper, still pictures: nothing is cut off, covered or lost."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.waiting import AT_REST

PAGES = ("/", "/periods?period=day_of_security", "/records", "/your-data", "/sources")
ZOOMED = {"width": 720, "height": 450, "device_scale_factor": 2}  # 1440x900 at 200 %
NARROW = {"width": 320, "height": 640}  # WCAG 2.2, 1.4.10: 1280 px at 400 %

# Of the page: how much wider it is than its frame, texts and controls that stick out of the
# screen, controls whose words are cut, controls that lie over each other.
FAULTS = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const seen = (e) => e.checkVisibility() && e.getBoundingClientRect().width > 0;
  const held = (e) => e.closest('[data-testid="stElementToolbar"], ' +
    '[data-testid="stDataFrame"], [data-testid="stTable"], ' +
    '.stVegaLiteChart, [data-testid="stVegaLiteChart"], pre, .st-key-language iframe');
  const words = (e) => (e.getAttribute("aria-label") || e.textContent).trim().slice(0, 60);
  const each = (found) => [...main.querySelectorAll(found)].filter((e) => seen(e) && !held(e));
  const out = each("p, h1, h2, h3, h4, li, label, button, input, iframe, summary").filter((e) => {
    const box = e.getBoundingClientRect();
    return box.right > innerWidth + 1 || box.left < -1;
  }).map(words);
  const cut = each("button p, h1, h2, h3, h4, label p, summary p")
    .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== "visible")
    .map(words);
  const boxes = each("button, summary, h2, h3, h4, iframe, [data-testid=stCaptionContainer] p")
    .map((e) => [e, e.getBoundingClientRect()]);
  const over = [];
  boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
    const apart = a.contains(b) || b.contains(a) || a.closest(".st-key-language")
      || b.closest(".st-key-language") || a.closest(".st-key-cards") || b.closest(".st-key-cards");
    const width = Math.min(p.right, q.right) - Math.max(p.left, q.left);
    const height = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
    if (!apart && width > 2 && height > 2) over.push([words(a), words(b)]);
  }));
  return { wide: Math.max(0, main.scrollWidth - main.clientWidth - 1), out, cut, over };
}"""
NONE = {"wide": 0, "out": [], "cut": [], "over": []}
IN_MAP = """() => {
  const boxes = [".tools", ".legend", ".leaflet-control-scale-line", ".opener", ".credit"]
    .map((one) => [one, document.querySelector(one).getBoundingClientRect()]);
  const over = [];
  boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
    if (Math.min(p.right, q.right) - Math.max(p.left, q.left) > 1
      && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 1) over.push([a, b]);
  }));
  const out = boxes.filter(([, p]) => p.right > innerWidth + 1 || p.bottom > innerHeight + 1);
  return { over, out: out.map(([one]) => one) };
}"""


def opened(reader, path):
    """The page, drawn to its end."""
    reader.goto(path)
    reader.page.wait_for_selector(".st-key-close")
    reader.settle()
    expect(reader.page.get_by_test_id("stSkeleton").filter(visible=True)).to_have_count(0)
    reader.page.wait_for_function(AT_REST)
    return reader.page


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("screen", [ZOOMED, NARROW], ids=["200 %", "320 px"])
def test_every_page_flows_into_the_screen(open_reader, screen, lang):
    """No sideways scrolling, no words cut, nothing over anything; the map's panels included."""
    reader = open_reader(**screen)
    for path in PAGES:
        page = opened(reader, f"{path}{'&' if '?' in path else '?'}lang={lang}")
        assert page.evaluate(FAULTS) == NONE, path
        if path == "/":
            frame = page.wait_for_selector('iframe[title^="streamlit_folium"]').content_frame()
            frame.wait_for_function("window.atlas && atlas.painted")
            assert frame.evaluate(IN_MAP) == {"over": [], "out": []}


STICKING_OUT = """(side) => {
  const edge = side.getBoundingClientRect().right + 1;
  const drawn = [...side.querySelectorAll('[data-testid="stElementContainer"], label, button')];
  return drawn.filter((e) => e.getBoundingClientRect().right > edge).map((e) => e.textContent);
}"""


@pytest.mark.parametrize("screen", [ZOOMED, NARROW], ids=["200 %", "320 px"])
def test_the_filters_flow_into_the_screen(open_reader, screen):
    """Opened from their button, every filter is whole and the button that closes them there."""
    page = opened(open_reader(**screen), "/records")
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("textbox", name="Words in the report").wait_for()
    inner = page.get_by_test_id("stSidebarContent")  # it slides in, and its fields come as met
    expect(inner.get_by_test_id("stSkeleton").filter(visible=True)).to_have_count(0)
    page.wait_for_function(AT_REST)
    side = page.get_by_test_id("stSidebar")
    wide = side.evaluate("(e) => [e.getBoundingClientRect().right, innerWidth]")
    assert wide[0] <= wide[1] + 1
    assert inner.evaluate(STICKING_OUT) == []


def test_paper_has_no_controls(reader, tmp_path):
    """Map and records in print: the words and the map, not the filters, the buttons, the menus."""
    for path in ("/?period=day_of_security", "/records"):
        page = opened(reader, path)
        page.emulate_media(media="print")
        shown = page.evaluate(
            "[...document.querySelectorAll('input, select, button, [role=slider]')]"
            ".filter((e) => e.checkVisibility() && e.getBoundingClientRect().height > 1)"
            ".map((e) => e.textContent.trim() || e.outerHTML.slice(0, 80))"
        )
        places = re.compile(r"· [\d,]+$")  # the list of places has the numbers of the map
        assert [one for one in shown if not places.search(one)] == []
        expect(page.locator(".st-key-lead h2")).to_be_visible()
        paper = page.pdf(path=tmp_path / "page.pdf", format="A4", print_background=True)
        assert paper.startswith(b"%PDF") and paper.count(b"/Type /Page\n") <= 12
        page.emulate_media(media="screen")


@pytest.mark.parametrize("reader", [{"reduced_motion": "reduce"}], indirect=True)
def test_nothing_moves_for_a_reader_who_asks_for_stillness(reader):
    """Zooming jumps, the player steps and offers no play, nothing on the map fades or slides."""
    page = opened(reader, "/")
    frame = page.wait_for_selector('iframe[title^="streamlit_folium"]').content_frame()
    frame.wait_for_function("window.atlas && atlas.painted && atlas.app.ready")
    assert frame.evaluate("atlas.app.map.options.zoomAnimation") is False
    assert frame.evaluate("atlas.app.map.options.inertia") is False
    frame.locator(".opener button").click()
    expect(frame.locator(".play-note")).to_contain_text("step by step")
    expect(frame.locator(".play-buttons .play")).to_be_hidden()
    moving = frame.evaluate(
        "[...document.querySelectorAll('.atlas *')].filter((e) =>"
        " parseFloat(getComputedStyle(e).transitionDuration) > 0"
        " || getComputedStyle(e).animationName !== 'none').map((e) => e.className)"
    )
    assert moving == []


@pytest.mark.parametrize("path", PAGES)
def test_every_page_and_the_map_say_their_language(reader, path):
    """English, Korean after the switch, and English again, for the voice of a screen reader."""
    page = opened(reader, path)
    for name, lang in (("", "en"), ("한국어", "ko"), ("English", "en")):
        if name:
            page.get_by_role("button", name=name, exact=True).click()
        page.wait_for_function("(lang) => document.documentElement.lang === lang", arg=lang)
        if path == "/":
            frame = page.wait_for_selector('iframe[title^="streamlit_folium"]').content_frame()
            frame.wait_for_function("(lang) => document.documentElement.lang === lang", arg=lang)
            assert frame.frame_element().get_attribute("aria-label") in ("Map", "지도")
