"""Playing through time on the map: the right numbers, at once, and without the server."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import MAP

MONTHS_TO_NOVEMBER_2019 = 179  # from December 2004
MONTHS_TO_MARCH_2010 = 63

SYNTHETIC = """() => {
  const shapes = atlas.app.sheet.shapes;
  const units = [...shapes.districts, ...shapes.provinces].map((unit) => unit.id).concat("");
  const [n, code] = [300000, new Uint16Array(300000)];
  const [start, end] = [new Int32Array(n), new Int32Array(n)];
  for (let i = 0; i < n; i += 1) {
    code[i] = (i * 7919) % units.length;
    start[i] = 12000 + ((i * 104729) % 7600);
    end[i] = start[i] + (i % 30);
  }
  atlas.feedPlayer({ track: { rows: n, units, code, start, end }, anchors: null });
}"""

# Milliseconds from a step to the frame after it has been drawn, and of a frame with nothing to
# draw: the quickest tenth of 40 each, for whatever else the machine does comes on top of the rest.
STEP = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const timed = async (act) => {
    const start = performance.now();
    act();
    await frame();
    return performance.now() - start;
  };
  const [steps, empty] = [[], []];
  for (let i = 0; i < 40; i += 1) {
    empty.push(await timed(() => {}));
    steps.push(await timed(() => atlas.player.show(3 + i * 2)));
  }
  return [steps, empty].map((times) => times.sort((a, b) => a - b)[4]);
}"""


@pytest.fixture
def play(open_map):
    """Opens the map of a reader with the player open."""

    def open_player(reader, path="/"):
        shown = open_map(reader, path)
        shown.after(lambda: shown.one(".opener button").click())
        return shown

    return open_player


# What of the map must stay while the player opens: zoom, size, and every name where it is.
LOOK = """() => [atlas.app.map.getZoom(), atlas.app.canvas.clientHeight,
  ...[...document.querySelectorAll('.sheet .names > g')].map((g) => [g.textContent,
    g.style.display, g.getBBox().x, g.getBBox().y])]"""
# Words a reader must read in less than 11 px, and controls no finger meets: not among them are the
# symbols, which stand where the places are and are in the list beside the map, too.
SMALL = """() => {
  const all = [...document.querySelectorAll('.atlas *')].filter((e) => e.checkVisibility());
  const words = all.filter((e) => !e.children.length && e.textContent.trim());
  const controls = all.filter((e) => e.matches('button, input, select'));
  const name = (e) => e.getAttribute('class') || e.tagName;
  return [words.filter((e) => parseFloat(getComputedStyle(e).fontSize) < 11).map(name),
    controls.filter((e) => Math.min(e.offsetWidth, e.offsetHeight) < 32).map(name)];
}"""


def choose(shown, number, value):
    """Choose in one of the lists of the player: window, count, along, speed."""
    shown.frame.locator(".choice select").nth(number).select_option(value)


def move(shown, step):
    """Move the scrubber to a step."""
    shown.one(".play-time input").fill(str(step))


def shade(shown, district):
    """The class of a district's colour."""
    script = "(id) => document.querySelector(`.district[data-id='${id}']`).getAttribute('class')"
    return shown.ask(script, district)


def test_november_2019(reader, play):
    """Six reports may lie in Hyesan (NK00273, 298-301, 304), one in Chongjin (305), two beside."""
    shown = play(reader)
    move(shown, MONTHS_TO_NOVEMBER_2019)
    state = shown.state
    assert state["words"] == "November 2019" == shown.one(".play-said strong").inner_text()
    assert (state["first"], state["last"]) == ("2019-11-01", "2019-11-30")
    assert state["districts"] == {"KP-10-01": 6, "KP-09-01": 1}
    assert state["provinces"] == {"KP-10": 2}
    assert state["total"] == 9
    assert "9 of 497 reports possibly in it" in shown.one(".play-said").inner_text()
    assert shade(shown, "KP-10-01") == "district shade-5"
    assert shade(shown, "KP-09-01") == "district shade-1"
    assert shade(shown, "KP-10-08") == "district"


def test_march_2010(reader, play):
    """NK00070 in Songchon, NK00074 in Maengsan and NK00075 in Hoeryong, nothing else."""
    shown = play(reader)
    move(shown, MONTHS_TO_MARCH_2010)
    assert shown.state["words"] == "March 2010"
    assert shown.state["districts"] == {"KP-02-13": 1, "KP-02-06": 1, "KP-09-02": 1}
    assert shown.state["provinces"] == {}
    assert shade(shown, "KP-02-13") == "district shade-1"


def test_the_week_from_3_february_2020(reader, play):
    """NK00311 to NK00317: four districts, two provinces and one report off the map."""
    shown = play(reader)
    choose(shown, 0, "week")
    while shown.state["first"] < "2020-02-03":
        shown.ask("atlas.player.go(1)")
    state = shown.state
    assert (state["first"], state["last"]) == ("2020-02-03", "2020-02-09")
    expected = {"KP-08-15": 1, "KP-03-02": 1, "KP-10-08": 1, "KP-10-01": 1}
    assert state["districts"] == expected
    assert state["provinces"] == {"KP-13": 1, "KP-10": 1}
    assert (state["unplaced"], state["total"]) == (1, 7)


def test_counting_up_to_the_end_holds_everything_at_last(reader, play):
    """At the last step of the cumulative count the map shows what it shows without the player."""
    shown = play(reader)
    choose(shown, 1, "cumulative")
    shown.one(".play-time input").press("End")
    assert shown.state["total"] == 497
    playing = shown.state
    shown.one(".player .close").click()
    still = shown.state
    assert still["mode"] == "still"
    assert playing["districts"] == still["districts"]
    assert playing["provinces"] == still["provinces"]


def test_the_days_around_an_occasion_in_all_years_at_once(reader, play):
    """On 19 November 2019 itself four reports may lie in Hyesan, with Ryanggang as the filter.

    NK00273, 299, 300 and 304 reach over the day; 298 ended on the 17th, 301 to 303 on the 13th.
    """
    path = "/?period=day_of_security&before=60&after=30&years=2019&province=KP-10"
    shown = play(reader, path)
    choose(shown, 2, "aligned")
    choose(shown, 0, "day")
    move(shown, 60)
    state = shown.state
    assert state["words"] == "the day itself"
    assert state["districts"] == {"KP-10-01": 4}
    assert (state["first"], state["last"]) == (0, 0)
    move(shown, 54)
    assert shown.state["words"] == "6 days before"
    move(shown, 70)
    assert shown.state["words"] == "10 days after"
    assert shown.one(".player .text-button").is_disabled()


def test_playing_sends_nothing_and_stops_where_it_is(reader, play):
    """From the keyboard alone: open, play, stop, step back; no message leaves the page."""
    shown = play(reader)
    move(shown, 100)
    shown.sent.clear()
    shown.one(".play-time input").focus()
    keys = reader.page.keyboard
    keys.press(" ")
    shown.frame.wait_for_function("atlas.player.step >= 104")
    keys.press(" ")
    step = shown.ask("atlas.player.step")
    reader.page.wait_for_timeout(700)
    assert shown.ask("atlas.player.step") == step
    keys.press("ArrowLeft")
    assert shown.ask("atlas.player.step") == step - 1
    assert shown.sent == []
    keys.press("Escape")
    assert shown.state["mode"] == "still"
    assert shown.ask("document.activeElement === document.querySelector('.opener button')")


def test_a_step_paints_within_50_ms(reader, play):
    """With the embedded reports and with 300,000 made-up ones; on a slow machine in three frames.

    An empty frame takes 17 ms where there is nothing else to do.
    """
    shown = play(reader)
    step, empty = shown.ask(STEP)
    assert step <= max(50, 3 * empty)
    shown.ask(SYNTHETIC)
    assert shown.ask("atlas.player.track.code.length") == 300_000
    step, empty = shown.ask(STEP)
    assert step <= max(50, 3 * empty)


def test_rows_that_were_not_sent_are_asked_for(reader, play):
    """The server is told once that they are wanted; the player goes on once it has them."""
    shown = play(reader)
    shown.ask("atlas.feedPlayer({ track: { rows: 2000, later: true }, anchors: null })")
    expect(shown.one(".play-said span")).to_have_text("Fetching 2,000 reports …")
    assert shown.state["mode"] == "still"
    shown.told()
    assert len(shown.sent) == 1 and b"track" in shown.sent[0]
    shown.ask("atlas.feedPlayer(atlas.app.sent)")
    assert shown.state["mode"] == "play"


def test_the_moment_shown_becomes_the_filter(reader, play):
    """November 2019, used as the window, leaves its nine reports in the view."""
    shown = play(reader)
    move(shown, MONTHS_TO_NOVEMBER_2019)
    shown.after(lambda: shown.one(".player .text-button").click())
    reader.settle()
    assert "from=2019-11-01" in reader.page.url and "to=2019-11-30" in reader.page.url
    shown.one(".player .close").click()
    assert shown.state["districts"] == {"KP-10-01": 6, "KP-09-01": 1}


@pytest.mark.parametrize("reader", [{"reduced_motion": "reduce"}], indirect=True)
def test_with_reduced_motion_time_moves_by_steps_only(reader, play):
    """There is nothing to press that would animate; steps work."""
    shown = play(reader)
    assert not shown.one(".play-buttons .tool:nth-child(2)").is_visible()
    shown.one(".play-time input").press(" ")
    reader.page.wait_for_timeout(600)
    assert shown.ask("atlas.player.step") == 0
    shown.one(".play-buttons .on").click()
    assert shown.ask("atlas.player.step") == 1


@pytest.mark.parametrize("path", ["/", "/?period=day_of_security&years=2019&province=KP-10"])
def test_opening_the_player_leaves_the_map_and_its_names_where_they_are(reader, open_map, path):
    """On a laptop all of the player is in view, and closed again the frame is as it was."""
    shown = open_map(reader, path)
    before, high = shown.ask(LOOK), shown.ask("innerHeight")
    shown.after(lambda: shown.one(".opener button").click())
    shown.frame.wait_for_function("(high) => innerHeight > high", arg=high)
    assert shown.ask(LOOK) == before
    expect(shown.one(".choice select")).to_be_in_viewport(ratio=1)
    top = reader.page.locator(MAP).bounding_box()["y"]
    rows = "Math.max(...[...document.querySelectorAll('.player select')].map("
    assert top + shown.ask(rows + "(s) => s.getBoundingClientRect().bottom))") <= 900
    shown.one(".player .close").click()
    shown.frame.wait_for_function("(high) => innerHeight === high", arg=high)
    assert shown.ask("atlas.app.map.getZoom()") == before[0]
    assert abs(shown.ask("atlas.app.canvas.clientHeight") - before[1]) <= 1


@pytest.mark.parametrize("reader", [{"width": 1280, "height": 640}], indirect=True)
def test_on_a_low_screen_the_player_comes_into_view(reader, open_map):
    """The page scrolls to it; nobody has to look for what has just opened."""
    shown = open_map(reader, "/")
    shown.after(lambda: shown.ask("document.querySelector('.opener button').click()"))
    expect(shown.frame.locator(".player select").nth(1)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("reader", [{"width": 390, "height": 844}], indirect=True)
def test_on_a_phone_no_word_is_tiny_and_every_control_meets_a_finger(reader, play):
    """With the player and the legend open."""
    shown = play(reader)
    shown.one(".legend-head").click()
    assert shown.ask(SMALL) == [[], []]


@pytest.mark.parametrize("reader", [{"width": 390, "height": 844}], indirect=True)
def test_on_a_phone_the_player_takes_room_of_its_own(reader, play):
    """Closed it is one button under the map; open it neither covers the map nor sticks out."""
    shown = play(reader)
    assert shown.ask("document.documentElement.scrollWidth <= innerWidth")
    below = "(s) => document.querySelector(s).getBoundingClientRect()"
    assert shown.ask(below, ".player")["top"] >= shown.ask(below, ".atlas-map")["bottom"]
    assert shown.ask(below, ".atlas-map")["height"] > 350
