"""What a change of the filters leaves in the map's frame: the new numbers, and nothing else."""

import pytest

VIEW = "/?period=day_of_security&before=5"
STYLES = """[...document.querySelectorAll('style')]
  .filter((sheet) => sheet.textContent.includes('--secondary-background-color')).length"""
RADII = """[...document.querySelectorAll('.sheet .rings circle')]
  .map((ring) => Number(ring.getAttribute('r')))"""
DRAWN = "Object.fromEntries([...atlas.app.sheet.marks.rings].map(([id, ring]) => [id, ring.r]))"

# What the scale says: areas in proportion, to the tenth of a px.
ASKED = """() => {
  const { max, largest } = atlas.app.sheet.marks.view;
  return Object.fromEntries(Object.entries(atlas.app.drawn.counts.districts)
    .filter(([, n]) => n > 0).map(([id, n]) => [id, largest * Math.sqrt(n / Math.max(max, 8))]));
}"""

# How many nodes of a group are put in again when it gets the next order of its nodes.
MOVES = """async ([first, then]) => {
  const { marks } = atlas.app.sheet;
  const group = atlas.node("g", {}, marks.groups.rings);
  const make = (id) => (
    { node: atlas.node("g", { id }, group), text: document.createElement("p") });
  const placed = (ids) => ids.map((id) => (
    { id, make: () => make(id), place: () => {}, at: "here" }));
  const stood = marks.renew(new Map(), placed(first));
  let moved = 0;
  const watch = new MutationObserver((all) => {
    for (const one of all) moved += one.addedNodes.length;
  });
  watch.observe(group, { childList: true });
  marks.renew(stood, placed(then));
  await new Promise((after) => setTimeout(after));
  const order = [...group.children].map((node) => node.id);
  watch.disconnect();
  group.remove();
  return [order, moved];
}"""


def move_days_before(reader, shown, times):
    """Move the days before the occasion up by one, several times."""
    reader.page.get_by_role("slider", name="Days before").focus()
    for _ in range(times):
        shown.after(lambda: reader.page.keyboard.press("ArrowRight"))


def test_a_change_adds_no_style_sheet(reader, open_map):
    """Streamlit's theme comes with every change; only the last one stays in the frame."""
    shown = open_map(reader, VIEW)
    move_days_before(reader, shown, 4)
    assert shown.ask(STYLES) == 1


def test_another_theme_takes_the_place_of_the_one_before(reader, open_map):
    """A frame whose theme changes has one sheet still, and it is the new one."""
    shown = open_map(reader, VIEW)
    shown.ask(
        """() => {
          const sheet = document.createElement("style");
          sheet.textContent = ":root { --secondary-background-color: rgb(1, 2, 3); }";
          document.head.append(sheet);
          atlas.keepOneTheme();
        }"""
    )
    assert shown.ask(STYLES) == 1
    ground = "getComputedStyle(document.documentElement).getPropertyValue"
    assert shown.ask(f"{ground}('--secondary-background-color')") == "rgb(1, 2, 3)"


def test_rings_follow_the_numbers_and_the_larger_lie_below(reader, open_map):
    """After six changes every ring has the area of its number, and none lies on a smaller one."""
    shown = open_map(reader, VIEW)
    move_days_before(reader, shown, 6)
    asked = shown.ask(ASKED)
    assert asked and shown.ask(DRAWN) == pytest.approx(asked, abs=0.051)
    radii = [round(radius) for radius in shown.ask(RADII)]
    assert all(above <= below + 1 for below, above in zip(radii, radii[1:], strict=False))


@pytest.mark.parametrize(
    ("first", "then", "moves"),
    [
        ("abcde", "abcde", 0),
        ("abcde", "bcdea", 1),
        ("abcde", "eabcd", 1),
        ("abcde", "edcba", 4),
        ("abcde", "ace", 0),
        ("ace", "abcde", 4),  # two are new, and two are put where they belong
        ("", "ab", 2),
        ("ab", "", 0),
    ],
)
def test_the_next_order_moves_as_few_as_can_be(reader, open_map, first, then, moves):
    """One node that goes to the other end is one move, not one for each that it passes."""
    shown = open_map(reader, VIEW)
    assert shown.ask(MOVES, [list(first), list(then)]) == [list(then), moves]


def test_only_the_first_of_two_maps_is_shown(reader, open_map):
    """Without the rules of streamlit-folium its second map stays hidden and the first is whole."""
    shown = open_map(reader, VIEW)
    widths = "[...document.querySelector('#parent').children].map((map) => map.offsetWidth)"
    assert shown.ask(f"JSON.stringify([{widths}, innerWidth])") == (
        f"[[{shown.ask('innerWidth')},0],{shown.ask('innerWidth')}]"
    )


def test_a_long_run_draws_a_line_at_the_top(reader):
    """The page's header has the class by which the line is drawn: under a run it is there."""
    reader.goto(VIEW)
    reader.settle()
    line = """() => {
      const app = document.querySelector('[data-testid="stApp"]');
      app.setAttribute("data-test-script-state", "running");
      const { content } = getComputedStyle(document.querySelector(".stAppHeader"), "::after");
      app.setAttribute("data-test-script-state", "notRunning");
      return content;
    }"""
    assert reader.page.evaluate(line) == '""'
