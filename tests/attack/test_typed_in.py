"""Hostile text typed in by hand: the form for one report, its date, words to search, a name."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from incidents.intake import IntakeError
from incidents.intake.add import check_one, show_interval
from incidents.intake.workspace import keep
from tests.attack.payloads import FREE, HIDDEN, PAYLOADS
from tests.attack.servers import serve
from tests.attack.test_injection import Victim, bare, joined

FIELDS = ("title", "summary", "outlet", "locality", "targets", "pretext")
MOST, WORDS, NAME = 2_000, 300, 80  # letters that a field, the search and a name take
ACTIVE = ("image", "script", "template", "backtick", "script link", "latex", "logo", "bidi")
DISTRICT = "KP-10-01"


def typed():
    """The payloads in groups, one for each field of a report; the last is filled up."""
    texts = [text[:MOST] for name, text in PAYLOADS.items() if name != "controls"]
    texts += ["no more"] * (-len(texts) % len(FIELDS))
    return [
        dict(zip(FIELDS, texts[at : at + len(FIELDS)], strict=True))
        for at in range(0, len(texts), len(FIELDS))
    ]


@pytest.mark.parametrize("field", FREE)
def test_every_text_typed_into_every_field_stays_what_it_is(tried, field):
    """The form hands its cells to the same checks as a file; nothing of them is cut or changed."""
    for name, text in PAYLOADS.items():
        report = check_one({"date": "2019-11-05", "province": "KP-10", field: text})
        tried["inputs tried"] += 1
        (cell,) = report.incidents[field]
        if name not in ("controls", "nothing"):
            assert cell == text.strip(), name
        if name == "controls":
            assert "\ufffd" in cell and any("no text" in str(f.why) for _, f in report.faults)


@pytest.mark.parametrize("named", PAYLOADS)
def test_a_payload_as_a_date_or_an_address_is_refused_in_words(tried, named):
    """A sentence on one line."""
    told = str(show_interval(PAYLOADS[named]))
    tried["inputs tried"] += 2
    assert "\n" not in told and "Traceback" not in told
    report = check_one({"date": "2019-11-05", "source_url": PAYLOADS[named]})
    assert list(report.incidents["source_url"]) == [""]


def test_a_payload_as_a_name_leaves_the_folder_or_is_a_plain_file(tried, tmp_path):
    """Whatever it is, no other file is written than one of that name in that folder."""
    rows = check_one({"date": "2019-11-05", "title": "One"}).incidents
    folder = tmp_path / "kept"
    kept = []
    for text in (*PAYLOADS.values(), "..", "../x", "a/b", "a\\b", "", " ", "가" * 80, "nul.", "~"):
        tried["inputs tried"] += 1
        try:
            kept.append(keep(folder, text[:NAME], rows))
        except IntakeError as fault:
            assert "\n" not in str(fault)
    assert {path.parent for path in kept} == {folder}
    assert sorted(tmp_path.iterdir()) == [folder]
    assert sorted(folder.iterdir()) == sorted(kept)
    assert all(re.fullmatch(r"[\w .()-]+", path.name) for path in kept)


class Writer(Victim):
    """A reader who types hostile reports and looks at every place that shows them."""

    def choose(self, part):
        self.page.locator(".st-key-your_part [role=radio]").nth(part).click()
        self.watch.settle()

    def box(self, field):
        return self.page.locator(
            f"[class*=st-key-your_one_][class*=_{field}] :is(input, textarea)"
        ).first

    def type_report(self, cells, district=""):
        """Fill the form and add it; what was added is said as text."""
        self.box("date").fill("2019-11-05")
        for field, text in cells.items():
            self.box(field).fill(text)
        self.box("summary").press("Tab")
        self.watch.settle()
        if district:
            self.box("place").fill(district)
            self.page.get_by_role("option").first.wait_for()
            self.box("place").press("Enter")
            self.watch.settle()
        self.page.locator(".st-key-your_add button").click()
        told = self.page.locator("[data-testid=stAlertContentSuccess]")
        self.must_show(told, cells["title"])
        self.watch.settle()
        self.tried["inputs tried"] += len(cells)
        self.seen()

    def must_show(self, place, *texts):
        """A place shows texts letter by letter, but for signs that are not seen."""
        place.first.wait_for()
        for text in texts:
            if text in {PAYLOADS[name] for name in HIDDEN}:
                continue
            expect(place.first).to_contain_text(re.compile(pattern(text)))

    def see_cards(self, reports):
        """What is on the map and what is beside it."""
        self.watch.follow("")
        self.watch.map_frame()
        self.page.locator(f".st-key-place_{DISTRICT} button").click()
        self.watch.settle()
        self.must_show(self.page.locator(".st-key-cards"), reports[0]["title"])
        self.seen()
        self.page.locator(".st-key-all_places button").first.click()
        self.watch.settle()
        self.page.locator(".st-key-not_on_map button").click()
        self.watch.settle()
        cards = self.page.locator(".st-key-cards")
        for cells in reports[1:]:
            self.must_show(cards, cells["title"], cells["locality"], cells["outlet"])
        self.seen()

    def see_each_record(self, reports):
        """Every field of every report, in a table, in words, in its citation, in full."""
        self.watch.follow("records")
        left = {cells["title"]: cells for cells in reports}
        for number in range(len(reports)):
            self.open_row(number)
            self.watch.open_closed()
            shown = joined(bare(self.page.locator(".st-key-record").inner_text()))
            title = next(title for title in left if joined(title)[:200] in shown)
            for field, text in left.pop(title).items():
                if text not in {PAYLOADS[name] for name in HIDDEN}:
                    assert joined(text) in shown, (field, text)
            self.seen()
        assert left == {}

    def search(self, text):
        """Type words into the filter: the sentence of the view says them, and so does its link."""
        box = self.page.locator(".st-key-pick_text input")
        box.fill(text[:WORDS])
        box.press("Enter")
        self.watch.settle()
        self.must_show(self.page.locator(".st-key-lead h2"), text.split()[0])
        assert self.page.locator(".katex, [data-testid=stMain] img").count() == 0
        assert not re.search("[<$`]", self.page.title())
        self.seen()

    def save_brief(self, browser, text):
        """The brief of that view, opened as a file: the same words, and nothing asked for."""
        path = self.watch.save(self.page.locator(".st-key-brief button:visible")).path()
        page, asked = browser.new_page(), []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: asked.append(dialog.message))
        html = {"path": path, "content_type": "text/html; charset=utf-8"}
        page.route("**/brief.html", lambda route: route.fulfill(**html))
        page.goto("http://127.0.0.1:9/brief.html")
        expect(page.locator("h1")).to_contain_text(re.compile(pattern(text.split()[0])))
        assert asked == ["http://127.0.0.1:9/brief.html"]
        page.close()
        self.seen()


def pattern(text):
    """A text as it may be laid out: any white space for its own, invisible joiners between."""
    words = [r"\u2060?".join(map(re.escape, word)) for word in text[:200].split()]
    return r"\s+".join(words)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A server with a folder to keep rows in."""
    home = tmp_path_factory.mktemp("home")
    with serve(home, ATLAS_WORKSPACE=str(home / "kept")) as server:
        yield server
        assert server.traces() == [], "\n".join(server.lines)


@pytest.fixture
def writer(open_watch, served, tried):
    """A reader at the form."""
    watch = open_watch(served.url)
    watch.goto("/your-data")
    return Writer(watch, tried)


def test_what_is_typed_into_the_form_is_shown_as_text_everywhere(writer, browser):
    """Each payload once: said when added, on cards, in records, in words to search, in a brief."""
    reports = typed()
    writer.choose(1)
    for number, cells in enumerate(reports):
        writer.type_report(cells, "" if number else DISTRICT)
    writer.choose(0)
    writer.page.locator(".st-key-your_other_way button").click()  # instead of the embedded rows
    writer.page.locator(".st-key-own_banner", has_text=f"{len(reports)}").wait_for()
    writer.watch.settle()
    writer.see_cards(reports)
    writer.see_each_record(reports)
    for name in ("image", "script", "template", "logo"):
        writer.search(PAYLOADS[name])
    writer.search(PAYLOADS["image"])
    writer.save_brief(browser, PAYLOADS["image"])
    link = writer.page.url
    writer.watch.goto(link.removeprefix(writer.watch.base))  # now over the embedded rows
    writer.must_show(writer.page.locator(".st-key-lead"), PAYLOADS["image"].split()[0])


def test_a_hostile_date_is_told_as_text(writer):
    """Why it is no date stands below the field, with what was typed."""
    writer.choose(1)
    for name in ACTIVE:
        writer.box("date").fill(PAYLOADS[name][:120])
        writer.box("date").press("Tab")
        writer.watch.settle()
        writer.tried["inputs tried"] += 1
        writer.seen()
        assert writer.page.locator(".katex, [data-testid=stMain] img").count() == 0


def test_a_hostile_name_to_keep_rows_under_is_refused_as_text(writer, served):
    """A sentence, no file; a name in Hangul is kept, listed and shown again."""
    writer.choose(1)
    writer.type_report({"title": PAYLOADS["script"], "summary": PAYLOADS["template"]})
    writer.choose(0)
    name = writer.page.locator(".st-key-your_keep_name input")
    keep_it = writer.page.get_by_role("button", name="Keep my rows")
    for one in ACTIVE:
        name.fill(PAYLOADS[one][:NAME])
        keep_it.click()
        writer.page.get_by_text("A name has letters").first.wait_for()
        writer.watch.settle()
        writer.tried["inputs tried"] += 1
        writer.seen()
    name.fill("혜산시 보안서 1")
    keep_it.click()
    writer.page.locator("[class*=st-key-your_open_] button").click()
    writer.watch.settle()
    expect(writer.page.locator(".st-key-own_banner")).to_contain_text("혜산시 보안서 1")
    writer.seen()
