"""The app's own data files full of payloads: whoever can publish data can still run nothing."""

from __future__ import annotations

import csv
import re

import pytest
from playwright.sync_api import expect

from tests.attack import altered
from tests.attack.payloads import HIDDEN, PAYLOADS
from tests.attack.servers import Served
from tests.attack.test_files_read_back import Tags
from tests.attack.test_injection import SECTIONS, Victim, bare, joined
from tests.attack.test_typed_in import pattern
from tests.serving import start_atlas

UNITS = 179
PERIODS = 5  # occasions chosen one after the other; of the others the names are seen in lists
UNSEEN = {PAYLOADS[name] for name in HIDDEN}
HOVERED = """(most) => {
  const found = [];
  for (const shape of [...document.querySelectorAll('path[data-kind="adm2"]')].slice(0, most)) {
    const box = shape.getBoundingClientRect();
    const at = {bubbles: true, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2};
    shape.dispatchEvent(new PointerEvent("pointermove", at));
    const note = document.querySelector(".hover");
    const tags = [...new Set([...note.querySelectorAll("*")].map((one) => one.tagName))];
    found.push([shape.dataset.id, note.textContent, tags.join(" ")]);
  }
  return found;
}"""
# The app draws one picture of its own, which names no address.
PICTURE = "img:not([src^='data:image/svg+xml;base64,'])"
FOREIGN = f"{PICTURE}, iframe, svg script, style[media], .katex, object, embed"

OURS = '[title^="streamlit_folium"], [title^="ui.language"]'  # frames of the map and its language


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The altered copy of the app."""
    return altered.make(tmp_path_factory.mktemp("altered"))


@pytest.fixture(scope="module")
def served(copy, tmp_path_factory):
    """The altered copy, running."""
    atlas = start_atlas(tmp_path_factory.mktemp("home"), folder=copy)
    one = Served(atlas.url, atlas.process, atlas.lines)
    yield one
    one.kill()
    assert one.traces() == [], "\n".join(one.lines)


@pytest.fixture
def reader(open_watch, served, tried):
    """A reader of the altered copy."""
    return Reader(open_watch(served.url), tried)


def rows(copy, name):
    """The rows of a table of the copy."""
    with (copy / "data" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Reader(Victim):
    """A reader who looks at every place that draws a text of the data files."""

    def must_show(self, place, text):
        """A place shows a text as text, but for signs that are not seen."""
        place.first.wait_for()
        if text.strip() and text not in UNSEEN:
            expect(place.first).to_contain_text(re.compile(pattern(text)))

    def nothing_foreign(self):
        """No picture, frame or formula is in the page, whose title is its own."""
        found = self.page.locator(f"[data-testid=stApp] :is({FOREIGN}):not({OURS})")
        assert [one.evaluate("(one) => one.outerHTML") for one in found.all()] == []
        assert re.fullmatch(r"[\w \u00b7-]+", self.page.title()), self.page.title()
        self.seen()

    def whole_map(self):
        """The frame of the map, with every district and its legend."""
        frame = self.watch.map_frame()
        expect(frame.locator('path[data-kind="adm2"]')).to_have_count(UNITS)
        expect(frame.locator(".legend .key").first).to_be_attached()
        return frame

    def choose_period(self, name):
        """Find a period by its name in the list of the sidebar, and take it."""
        box = self.page.get_by_role("combobox", name=re.compile("Period")).first
        box.click()
        box.fill(name[:60])
        self.page.get_by_role("option").first.wait_for()
        box.press("Enter")
        self.watch.settle()


def test_the_files_are_as_their_sidecars_say(copy, tried):
    """So nothing on the pages is there because a file was found altered."""
    from incidents.dataset import check_files

    tried["inputs tried"] += altered.ALTERED * len(altered.SHOWN)
    assert check_files(copy / "data") == []


def test_the_map_of_hostile_names_is_whole(reader, copy):
    """Hover, list, legend, labels, in both languages: text, and every district is there."""
    for lang in ("en", "ko"):
        reader.watch.goto(f"/?lang={lang}")
        frame = reader.whole_map()
        hovered = frame.evaluate(HOVERED, UNITS)
        assert len(hovered) == UNITS
        for code, note, tags in hovered:
            assert code in note, "the names end with the id"
            assert {*tags.split()} <= {"DIV", "SPAN", "DL", "DT", "DD"}
        said = joined(" ".join(note for _, note, _ in hovered))
        missed = [n for n, text in altered.TEXTS.items() if joined(text) not in said]
        assert [name for name in missed if name not in HIDDEN] == []
        reader.tried["places looked at"] += UNITS
        assert frame.locator("img, iframe, script[src*=canary]").count() == 0
        reader.nothing_foreign()
        reader.page.locator(".st-key-places button").first.click()
        reader.watch.settle()
        reader.page.locator(".st-key-cards").wait_for()
        reader.whole_map()
        reader.nothing_foreign()


def test_hostile_periods_are_shown_as_text(reader, copy):
    """In the list, in the sentence, in what the default rests on; the map stays whole."""
    reader.watch.goto("/")
    for occasion in rows(copy, "occasions.csv")[:PERIODS]:
        reader.choose_period(occasion["name_en"])
        reader.tried["inputs tried"] += 1
        assert "period=" in reader.page.url
        reader.whole_map()
        closed = reader.page.locator("[data-testid=stSidebar] details:not([open]) > summary")
        if closed.count():
            closed.first.click()
        reader.nothing_foreign()
    several = [one["id"] for one in rows(copy, "campaigns.csv") if ";" in one["scope"]]
    for campaign in several[:3]:  # what is offered then names the provinces where it applied
        reader.watch.goto(f"/?period={campaign}")
        reader.page.get_by_role("button", name="Only where it applied").wait_for()
        reader.nothing_foreign()
    reader.watch.goto(f"/?period={occasion['id']}&before=20")
    reader.must_show(reader.page.locator(".st-key-lead"), occasion["name_en"].split("(")[0])
    reader.whole_map()


def test_hostile_names_in_charts_are_text(reader, copy):
    """Every section of the periods, its tables and what its charts say under the hand."""
    first = rows(copy, "occasions.csv")[0]["id"]
    reader.watch.goto(f"/periods?period={first}&before=20")
    radios = reader.page.locator(".st-key-periods_section [role=radio]")
    expect(radios).to_have_count(SECTIONS)
    told = set()
    for number in range(SECTIONS):
        radios.nth(number).click()
        reader.watch.settle()
        reader.watch.open_closed()
        for chart in reader.page.locator("[data-testid=stVegaLiteChart]").all()[:2]:
            told |= hover_over(reader.page, chart)
        reader.nothing_foreign()
    assert any("<" in text or "$" in text for text in told), told


def hover_over(page, chart):
    """What a chart says where the hand rests; none of it is anything but a table of text."""
    chart.scroll_into_view_if_needed()
    box, told = chart.bounding_box(), set()
    tip = page.locator("#vg-tooltip-element.visible")
    for down in (0.35, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8):
        for across in (0.3, 0.7, 0.9):
            page.mouse.move(box["x"] + box["width"] * across, box["y"] + box["height"] * down)
            if tip.count():
                told.add(tip.first.inner_text())
                assert tip.locator("img, a, script, iframe, svg").count() == 0
    return told


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_hostile_records_of_ours_are_text(reader, copy, lang):
    """Each field of a record in words, in its table, in its citation; the brief of its view."""
    known = rows(copy, "incidents.csv")
    for number in (0, 12, 25) if lang == "en" else (4,):
        row = known[number]
        reader.watch.goto(f"/records?id={row['id']}&lang={lang}")
        reader.page.locator(".st-key-record h3").wait_for()
        reader.watch.open_closed()
        shown = joined(bare(reader.page.locator(".st-key-record").inner_text()))
        for column in altered.SHOWN:
            text = row[column]
            assert text in UNSEEN or joined(text) in shown, (row["id"], column)
        reader.nothing_foreign()
        reader.tried["inputs tried"] += len(altered.SHOWN)
    saved = reader.watch.save(reader.page.locator(".st-key-brief button:visible"))
    brief = Tags(saved.path().read_text("utf-8"))
    assert not {"script", "img", "iframe", "image"} & {*brief.tags}
    assert [key for key, _ in brief.marks if key.startswith("on")] == []


def test_hostile_sidecars_are_text(reader):
    """The page of sources with all that opens: titles, makers, licences, columns, changes."""
    reader.watch.goto("/sources")
    reader.watch.open_closed()
    shown = joined(bare(reader.page.locator("[data-testid=stMain]").inner_text()))
    missed = [name for name, text in altered.TEXTS.items() if joined(text) not in shown]
    assert [name for name in missed if name not in HIDDEN] == []
    reader.nothing_foreign()
    reader.tried["inputs tried"] += len(altered.TEXTS)


def test_hostile_places_can_be_chosen_from(reader):
    """The list of places in the form for one report, and the codebook."""
    reader.watch.goto("/your-data")
    parts = reader.page.locator(".st-key-your_part [role=radio]")
    parts.nth(1).click()
    reader.watch.settle()
    box = reader.page.locator("[class*=st-key-your_one_][class*=_place] input").first
    box.fill("KP-10-01")
    reader.page.get_by_role("option").first.wait_for()
    reader.nothing_foreign()
    box.press("Enter")
    reader.watch.settle()
    parts.nth(2).click()
    reader.watch.settle()
    reader.nothing_foreign()
