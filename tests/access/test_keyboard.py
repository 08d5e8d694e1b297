"""The main job with a keyboard alone: from the period to the file, through the map and out."""

from __future__ import annotations

import csv
import re

from playwright.sync_api import expect

STEP_IN_MAP = "[atlas.app.map.getCenter().lng, atlas.app.map.getZoom()]"


def says(keys, words):
    """Wait until the view in one sentence has these words."""
    expect(keys.page.locator(".st-key-lead h2")).to_contain_text(words)


def lead(keys):
    return keys.page.locator(".st-key-lead h2").inner_text()


def search(keys, name, typed):
    """Go to a searchable list, type, take the first offer, close it."""
    keys.go_to(name)
    keys.keyboard.type(typed)
    keys.page.get_by_role("option", name=re.compile(typed)).first.wait_for()
    keys.painted(lambda: keys.press("Enter"))
    keys.press("Escape")


def walk_through_the_map(keys):
    """Move it, zoom, fold the legend, play a step, and leave it at both ends."""
    inner = keys.map
    keys.go_to("^Map of North Korea")
    before = inner.evaluate(STEP_IN_MAP)
    keys.press("ArrowRight")
    inner.wait_for_function(f"(was) => {STEP_IN_MAP}[0] > was", arg=before[0])
    keys.press("+")
    inner.wait_for_function(f"(was) => {STEP_IN_MAP}[1] > was", arg=before[1])
    keys.go_to("^Reported incidents by district", most=1)
    keys.press("Enter")
    expect(inner.locator(".legend-head")).to_have_attribute("aria-expanded", "false")
    keys.press("Enter")
    expect(inner.locator(".legend-head")).to_have_attribute("aria-expanded", "true")
    keys.go_to("^Show the whole country", most=9)
    keys.press("Enter")
    inner.wait_for_function(f"(was) => {STEP_IN_MAP}[1] === was", arg=before[1])
    play(keys, inner)
    assert not keys.tab()["frame"], "the map is left at its end"
    assert keys.tab(back=True)["frame"], "and entered again from there"
    at = next(at for _ in range(12) if not (at := keys.tab(back=True))["frame"])
    assert at["name"], "and left at its start"


def play(keys, inner):
    """Open the player, one step on with an arrow, close it with Escape."""
    keys.go_to("^Play through time", most=3)
    keys.press("Enter")
    inner.wait_for_function("atlas.state().mode === 'play'")
    first = inner.evaluate("atlas.state().first")
    assert keys.focus["name"] == "Moment shown"
    keys.press("ArrowRight")
    inner.wait_for_function("(was) => atlas.state().first !== was", arg=first)
    keys.press("Escape")
    inner.wait_for_function("atlas.state().mode === 'still'")
    assert keys.focus["name"] == "Play through time"


def open_record(keys):
    """Follow the link of the first report of the list; its page, in a tab of its own or here."""
    number = keys.go_to(r"^NK\d{5}$")["name"]
    link = keys.page.get_by_role("link", name=number, exact=True).first
    if link.get_attribute("target") == "_blank":
        with keys.page.context.expect_page() as opening:
            keys.press("Enter")
        opening.value.locator(".st-key-record").get_by_text(number).first.wait_for()
        opening.value.close()
        return
    keys.press("Enter")
    keys.page.locator(".st-key-record").get_by_text(number).first.wait_for()
    keys.page.go_back()
    keys.map  # noqa: B018 - waits for it


def saved(keys):
    keys.go_to("^Download .* as CSV")
    with keys.page.expect_download() as waiting:
        keys.press("Enter")
    with waiting.value.path().open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_main_job_needs_no_mouse(keys):
    """Period, days, province, map, list, record, file, language: the focus is always seen."""
    keys.reader.goto("/")
    keys.map  # noqa: B018 - waits for it
    search(keys, "^Period$", "Day of Security")
    says(keys, "18 days before the Day of Security")
    keys.go_to("^Days before")
    keys.painted(lambda: keys.press("ArrowRight"))
    says(keys, "19 days before the Day of Security")
    search(keys, "^Province$", "Ryanggang")
    says(keys, "in Ryanggang")
    walk_through_the_map(keys)
    counts = keys.map.evaluate("atlas.state().districts")
    keys.go_to("^The numbers of the map as a list", most=30)
    keys.press("Enter")
    hyesan = keys.go_to("^Hyesan")["name"]
    assert hyesan.endswith(f"· {counts['KP-10-01']}")
    keys.painted(lambda: keys.press("Enter"))
    says(keys, "in Hyesan")
    open_record(keys)
    count = int(lead(keys).split()[0])
    rows = saved(keys)
    assert len(rows) == count == counts["KP-10-01"]
    keys.go_to("^한국어")
    keys.press("Enter")
    keys.page.wait_for_function("document.documentElement.lang === 'ko'")
    assert keys.hidden == []
    print(f"\nkeyboard: {keys.stops} stops, each with a focus that is seen")


def test_no_page_holds_the_keyboard(keys):
    """Tab goes from stop to stop down to the end of each page; every stop has a name."""
    for path in ("/periods", "/records", "/records?id=NK00301", "/your-data", "/sources"):
        keys.reader.goto(path)
        for drawn in (".st-key-close", "[data-testid=stSidebar] .stTextInput input"):
            keys.page.wait_for_selector(drawn)
        keys.reader.settle()
        met = []
        while len(met) < 200 and (at := keys.tab())["tag"] != "BODY":
            met.append((at["tag"], at["name"]))
        assert 20 < len(met) < 200, path
        unnamed = [tag for tag, name in met if not name and tag != "DIV"]  # a box to scroll
        assert unnamed == [], (path, met)
    assert keys.hidden == []
    print(f"\nkeyboard: {keys.stops} stops on 5 further pages")
