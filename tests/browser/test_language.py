"""The two languages in a browser: the switch, the map's own words, the language of the page."""

import json

import pytest
from playwright.sync_api import expect

from incidents.words import form

NOVEMBER = "/?period=day_of_security&before=18&years=2019&province=KP-10&lang=ko"
PHONE = {"width": 390, "height": 844}
LANGUAGE = "document.documentElement.lang"
FORMS = [
    ("{n:,} {n:day|days}", {"n": 1}),
    ("{n:,} {n:day|days}", {"n": 1200}),
    ("{a:+을|를} {a:+으로|로}", {"a": "혜산시"}),
    ("{a:+을|를} {a:+으로|로}", {"a": "량강"}),
    ("{a:+을|를} {a:+으로|로}", {"a": "서울"}),
    ("{a:+이|가}", {"a": "Daily NK"}),
    ("{a:+은|는}", {"a": "혜산시 (Hyesan)"}),
    ("{a:+과|와}", {"a": "2013"}),
    ("{a}", {"a": "{n:,} ${x} $& <b>"}),
]


def test_the_map_speaks_korean(reader, open_map):
    """Names, note, legend and player; the counts are those of the English map."""
    shown = open_map(reader, NOVEMBER)
    assert shown.state["districts"] == {"KP-10-01": 6}
    expect(shown.one(".names")).to_contain_text("혜산시")
    expect(shown.one(".legend")).to_contain_text("이 시·군 안 어딘가")
    reader.page.mouse.move(*shown.spot("KP-10-01"))
    note = shown.one(".hover")
    note.wait_for(state="visible")
    words = note.inner_text().split("\n")
    assert words[:3] == ["혜산시Hyesan", "량강도 (Ryanggang)", "보고 사건 6건"]
    assert words[3:9] == ["1", "확실히 포함", "2.7", "기대값", "6", "포함 가능"]
    assert words[9] == "량강도에 시·군 미상 보고 2건 더 있음"
    shown.one(".opener button").click()
    expect(shown.one(".play-said")).to_contain_text("건 가운데 포함 가능")


def test_the_switch_changes_every_word_and_no_choice(reader, open_map):
    """There and back on the page and inside the map, which is not drawn anew."""
    shown = open_map(reader, "/?period=day_of_security&years=2019&event_type=arrest")
    page = reader.page
    credit, counts = shown.one(".credit"), shown.state["districts"]
    expect(credit).to_contain_text("Boundaries:")
    shown.ask("void (window.same = true)")
    shown.after(lambda: page.get_by_role("button", name="한국어").click())
    page.wait_for_function(f"{LANGUAGE} === 'ko'")
    assert shown.ask(f"[same, {LANGUAGE}]") == [True, "ko"]
    expect(credit).to_contain_text("경계:")
    expect(shown.one(".plus")).to_have_attribute("aria-label", "확대")
    assert shown.state["districts"] == counts
    side = page.locator('[data-testid="stSidebar"]')
    expect(side).to_contain_text("체포")
    expect(side).not_to_contain_text("Arrest")
    assert "lang=ko" in page.url and "event_type=arrest" in page.url
    shown.after(lambda: page.get_by_role("button", name="English").click())
    page.wait_for_function(f"{LANGUAGE} === 'en'")
    expect(credit).to_contain_text("Boundaries:")
    assert "lang" not in page.url and "event_type=arrest" in page.url


def test_the_switch_is_in_sight_on_a_phone(reader, open_map):
    """Without opening the filters, on any page."""
    reader.page.set_viewport_size(PHONE)
    open_map(reader, "/")
    button = reader.page.get_by_role("button", name="한국어")
    expect(button).to_be_visible()
    box = button.bounding_box()
    assert box["x"] + box["width"] <= PHONE["width"] and box["y"] < 60


@pytest.mark.parametrize("page", ["/records", "/sources"])
def test_a_page_without_a_map_says_its_language(reader, page):
    """A screen reader picks its voice by it."""
    reader.goto(f"{page}?lang=ko")
    reader.page.wait_for_function(f"{LANGUAGE} === 'ko'")
    expect(reader.page.get_by_role("button", name="English")).to_be_visible()


def test_the_browser_fills_a_template_as_the_server_does(reader, open_map):
    """Numbers, one or many, particles; text from data is never a template."""
    shown = open_map(reader, "/?lang=ko")
    for template, values in FORMS:
        asked = f"(atlas.table.ko.probe = {json.dumps(template)}, atlas.say('probe', ...[arg]))"
        filled = shown.ask(f"(arg) => {asked}", values)
        assert filled == form.fill(template, values)
