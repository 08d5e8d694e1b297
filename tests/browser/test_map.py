"""The map as a reader sees it: what is drawn, what a click does, what never happens."""

import pytest
from playwright.sync_api import expect

NOVEMBER = "/?period=day_of_security&before=18&years=2019&province=KP-10"
PHONE = {"width": 390, "height": 844}

# Boxes of what must stay apart: names and badges, in px of the drawn sheet.
OVERLAPS = """() => {
  const seen = [...document.querySelectorAll('.sheet .names > g, .sheet .badges > g')]
    .filter((g) => g.style.display !== 'none' && g.textContent)
    .map((g) => ({ text: g.textContent, box: g.getBBox() }));
  const meet = (a, b) => a.x + 1 < b.x + b.width && b.x + 1 < a.x + a.width
    && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height;
  const rings = [...document.querySelectorAll('.sheet .ring')].map((r) => r.getBBox());
  const found = [];
  seen.forEach((a, i) => {
    seen.slice(i + 1).forEach((b) => meet(a.box, b.box) && found.push([a.text, b.text]));
    rings.forEach((ring) => meet(a.box, ring) && found.push([a.text, 'ring']));
  });
  return [seen.length, found];
}"""


def change_time(reader, shown, times):
    """Move the end of the time slider a month back and forth, so that each step changes counts."""
    reader.page.get_by_role("slider").nth(1).focus()
    for turn in range(times):
        key = "ArrowRight" if turn % 2 else "ArrowLeft"
        shown.after(lambda key=key: reader.page.keyboard.press(key))


def test_the_map_shows_the_counts_of_the_view(reader, open_map):
    """1 to 19 November 2019 in Ryanggang: six reports from Hyesan, two from the province only."""
    shown = open_map(reader, NOVEMBER)
    assert shown.state["districts"] == {"KP-10-01": 6}
    assert shown.state["provinces"] == {"KP-10": 2}
    assert shown.state["unplaced"] == 0
    assert shown.one(".sheet .badge text").text_content() == "2"


def test_the_note_names_the_place_in_both_scripts_and_says_how_sure(reader, open_map):
    """Hyesan: 6 reports, 1 surely, 2.7 expected (19/365 + 17/48 + 2 x 19/61 + 1 + 19/28)."""
    shown = open_map(reader, NOVEMBER)
    reader.page.mouse.move(*shown.spot("KP-10-01"))
    note = shown.one(".hover")
    note.wait_for(state="visible")
    words = note.inner_text().split("\n")
    assert words[0] == "Hyesan혜산시"
    assert words[1:3] == ["Ryanggang (량강도)", "6 reported incidents"]
    assert words[3:9] == ["1", "surely in the period", "2.7", "expected", "6", "possibly in it"]
    assert words[9] == "2 more in Ryanggang, district not named"


def test_a_click_is_one_message_and_outlines_the_place(reader, open_map):
    """Clicking Hyesan selects it; moving and zooming the map send nothing at all."""
    shown = open_map(reader, "/")
    home = shown.ask("atlas.app.map.getZoom()")
    shown.ask("void atlas.app.map.setZoom(8).panBy([40, 30])")
    shown.rest(8)
    reader.settle()
    assert shown.sent == []
    shown.one(".reset").click()
    shown.rest(home)
    shown.after(lambda: reader.page.mouse.click(*shown.spot("KP-10-01")))
    assert len(shown.sent) == 1
    assert shown.state["chosen"] == ["KP-10-01"]
    expect(shown.frame.locator(".outline")).to_have_count(1)


def test_the_same_place_twice_is_two_picks(reader, open_map):
    """A second click on the selected district gives it back."""
    shown = open_map(reader, "/?district=KP-10-01")
    shown.after(lambda: reader.page.mouse.click(*shown.spot("KP-10-01")))
    assert shown.state["chosen"] == []


def test_what_is_not_on_the_map_is_one_click_away(reader, open_map):
    """The legend counts the 21 rows without a province and opens them."""
    shown = open_map(reader, "/")
    expect(shown.one(".unplaced")).to_have_text("21 not on the map")
    shown.one(".unplaced").click()
    shown.told()
    assert len(shown.sent) == 1


def test_the_readers_zoom_survives_ten_filter_changes(reader, open_map):
    """Moving the time slider ten times neither moves nor rebuilds the map."""
    shown = open_map(reader, "/")
    shown.ask("atlas.app.map.setView([41.4, 128.2], 9, {animate: false}); atlas.app.moved = 1")
    seen = shown.ask("[atlas.app.map.getZoom(), atlas.app.map.getCenter()]")
    change_time(reader, shown, 10)
    assert shown.ask("[atlas.app.map.getZoom(), atlas.app.map.getCenter()]") == seen


@pytest.mark.parametrize("reader", [{}, PHONE], indirect=True)
def test_names_and_symbols_never_overlap(reader, open_map):
    """At the first view and at four nearer ones no name meets a name, a badge or a ring."""
    shown = open_map(reader, "/")
    for zoom in (None, 7.25, 8, 8.75, 10):
        if zoom:
            shown.ask("(z) => atlas.app.map.setView([41.4, 128.2], z, {animate: false})", zoom)
        seen, found = shown.ask(OVERLAPS)
        assert seen > 10 and found == []


@pytest.mark.parametrize(
    ("reader", "theme"), [({"color_scheme": "dark"}, "dark"), ({}, "light")], indirect=["reader"]
)
def test_the_map_follows_the_theme(reader, theme, open_map):
    """The frame has no theme of its own: it takes the one of the page."""
    shown = open_map(reader, "/")
    expect(shown.one("html")).to_have_attribute("data-theme", theme)


@pytest.mark.parametrize("reader", [PHONE], indirect=True)
def test_on_a_phone_the_country_fits_and_the_legend_is_closed(reader, open_map):
    """At 390 px nothing sticks out, the legend waits, and the whole country is in view."""
    shown = open_map(reader, "/")
    expect(shown.one(".legend-head")).to_have_attribute("aria-expanded", "false")
    assert shown.ask("atlas.app.map.getBounds().contains([[37.68, 124.2], [43.01, 130.67]])")
    shown.one(".legend-head").click()
    expect(shown.one(".legend-body")).to_be_visible()
    assert shown.ask("document.documentElement.scrollWidth <= innerWidth")


def test_the_map_says_so_when_its_shapes_do_not_arrive(reader, open_map):
    """Without shapes there is a sentence in place of the map."""
    reader.page.route("**/shapes.*.json", lambda route: route.abort())
    reader.goto("/")
    failed = reader.page.frame_locator("iframe[title*=folium]").locator(".failed")
    expect(failed).to_contain_text("Reload the page")
    reader.errors.clear()


def test_memory_stays_flat_over_many_changes(reader, open_map):
    """The heap after 100 changes is under twice that after 5."""
    shown = open_map(reader, "/")
    session = reader.page.context.new_cdp_session(reader.page)

    def heap_after(changes):
        change_time(reader, shown, changes)
        session.send("HeapProfiler.collectGarbage")
        return reader.page.evaluate("performance.memory.usedJSHeapSize")

    early = heap_after(5)
    assert heap_after(95) < 2 * early
