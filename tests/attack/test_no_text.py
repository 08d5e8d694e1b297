"""What is no text (NUL, controls, halves of pairs, bytes) in files, links, forms and names."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from incidents.intake import IntakeError, check
from incidents.intake.mapping import read_mapping, write_mapping
from incidents.intake.workspace import list_kept
from incidents.query import Vocabulary, read_query
from tests.attack.payloads import COLUMNS
from tests.attack.servers import serve
from tests.attack.spoiled import FILES, PLAIN
from tests.attack.wire import Caller
from tests.serving import ROOT

NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\ud800-\udfff]")
NAMES = (b"\xff\xfe", b"a\x1bb\x01", "한글".encode("cp949"), b"a<b>${x}`", b"\xed\xa0\x80")


def everything_told(report):
    """All texts of a report that somebody may be shown."""
    cells = [str(cell) for line in report.incidents.itertuples() for cell in line]
    faults = [str(x) for _, f in report.faults for x in (f.value, f.becomes, f.why)]
    notices = [notice.sentence for notice in report.notices]
    return [*cells, *faults, *notices, *report.table.header, report.table.describe()]


@pytest.mark.parametrize("named", FILES)
def test_a_file_is_read_with_a_sentence_or_not_at_all(tried, named):
    """What is no text is seen as a sign in its place, and the report says so."""
    data, title, told = FILES[named]
    tried["inputs tried"] += 1
    try:
        report = check(data, "file")
    except IntakeError as fault:
        assert title is None and told in str(fault)
        assert not NO_TEXT.search(str(fault))
        return
    assert list(report.incidents["title"]) == ([] if title is None else [title])
    texts = everything_told(report)
    assert any(told in text for text in texts), texts
    assert [text for text in texts if NO_TEXT.search(text)] == []
    for made in (report.to_csv(), report.refused_csv()):
        made.decode()


def test_every_column_of_a_row_can_hold_controls_and_halves(tried):
    """Each column in turn, in a CSV and as a half of a pair; one sentence for a row."""
    base = {"date_start": "2019-11-05", "province": "KP-10", "title": "x", "event_type": "arrest"}
    for column in COLUMNS:
        cells = {**base, column: base.get(column, "") + "\x1b\x01"}
        file = ",".join(cells) + "\n" + ",".join(cells.values()) + "\n"
        report = check(file.encode())
        told = [fault for _, fault in report.faults if "no text" in str(fault.why)]
        tried["inputs tried"] += 1
        assert len(told) == 1, column
        assert [text for text in everything_told(report) if NO_TEXT.search(text)] == [], column


def test_a_mapping_of_names_keeps_no_halves(tried):
    """It can be written again."""
    tried["inputs tried"] += 1
    names = read_mapping(rb'{"Hye\ud800san": "KP-10-01", "a\u0000": "\udfff"}')
    assert names == {"Hye\ufffdsan": "KP-10-01", "a\ufffd": "\ufffd"}
    assert read_mapping(write_mapping(names)) == names


def test_a_link_with_no_text_in_it_is_told(tried):
    """Bytes of a command line, escaped controls: a sentence, and what is read can be written."""
    for query in ("text=\udcff", "\udcff=1", "province=\udcff", "id=\ud800", "text=a%00b",
                  "text=%1b%5b31m", "outlet=%00", "text=%01&text=fuel"):  # fmt: skip
        reading = read_query(query, Vocabulary({"province": ["KP-10"], "outlet": ["Daily NK"]}))
        tried["inputs tried"] += 1
        assert reading.notes, query
        assert not NO_TEXT.search("".join(reading.notes)), query
        assert not NO_TEXT.search(reading.selection.to_query()), query


COMMANDS = {
    ("count", b"text=\xff"): (2, "no text"),
    ("export", b"text=\xff"): (2, "no text"),
    ("place", b"Hye\xffsan"): (0, "Hye\\udcffsan"),
    ("check", b"/nowhere/\xff.csv"): (2, "cannot be opened"),
    ("verify", b"/nowhere/\xff.zip"): (1, "\\udcff.zip"),
    ("store", b"/nowhere/\xff"): (2, "no incidents"),
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one[0])
def test_the_command_line_takes_any_bytes(tried, command):
    """Where only UTF-8 may be printed, too: a sentence or the name written out, no traceback."""
    code, told = COMMANDS[command]
    tried["inputs tried"] += 1
    found = subprocess.run(
        [sys.executable, "-m", "incidents", *command], cwd=ROOT, capture_output=True, check=False,
        env=os.environ | {"PYTHONIOENCODING": "utf-8:strict"}, encoding="utf-8", timeout=120,
    )  # fmt: skip
    assert "Traceback" not in found.stderr
    assert (found.returncode, told in found.stdout + found.stderr) == (code, True), found


def put_strange_names(folder):
    """Files to be listed as kept, whose names another program chose."""
    for name in NAMES:
        path = folder / os.fsdecode(name + b".incidents.csv")
        path.write_bytes(b"id,date\n1,2019-11-05\n")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A server that keeps data in a folder whose files have names that are no text."""
    home = tmp_path_factory.mktemp("home")
    folder = home / os.fsdecode(b"kept \xff\x1b")
    folder.mkdir()
    put_strange_names(folder)
    with serve(home, ATLAS_WORKSPACE=str(folder)) as server:
        yield server
        assert server.traces() == [], "\n".join(server.lines)


def test_kept_files_of_any_name_have_names_that_are_text(tmp_path):
    """Each its own, so that each has a button of its own."""
    put_strange_names(tmp_path)
    names = [one.name for one in list_kept(tmp_path)]
    assert len(set(names)) == len(NAMES)
    for name in names:
        name.encode()


@pytest.mark.parametrize("page", ["", "records", "periods", "your-data", "sources"])
def test_pages_open_at_links_with_no_text_in_them(served, tried, page):
    """Escaped bytes and controls in every place of a link."""
    for value in ("%ED%A0%80", "%00", "%1B%5B31m", "%C0%AF", "%FF"):
        keys = ("text", "id", "outlet", "lang", "%ED%A0%80") if page == "records" else ("text",)
        for key in keys:
            caller = Caller(served.url).ask(f"{key}={value}", page)
            caller.close()
            tried["inputs tried"] += 1
            assert caller.faults == [] and caller.texts, (key, value)
            told = "".join(caller.texts)
            assert "\ufffd" in told or "\x1b" not in told, (key, value)
            assert "\x00" not in told, (key, value)


@pytest.mark.parametrize("named", ["an escaped half in a heading", "a half above the table"])
def test_a_file_with_no_text_in_it_is_shown(open_watch, served, tried, named):
    """Its report is drawn and its rows are used; a name of a file that is no text is, too."""
    watch = open_watch(served.url)
    watch.goto("/your-data")
    data, title, _ = FILES[named]
    file = {"name": "a\x01\x1b\u202e.csv", "mimeType": "text/csv", "buffer": data}
    watch.page.set_input_files('.st-key-your_page input[type="file"]', file)
    use = watch.page.locator(".st-key-your_use button")
    use.wait_for(timeout=60_000)
    watch.settle()
    tried["inputs tried"] += 1
    assert watch.page.get_by_text("\ufffd").count()
    use.click()
    watch.page.wait_for_selector(".st-key-own_banner")
    watch.settle()
    assert title


def test_what_is_no_text_typed_into_the_form_is_told(open_watch, served, tried):
    """NUL refuses the row with a sentence, other controls are seen as a sign in their place."""
    watch = open_watch(served.url)
    watch.goto("/your-data")
    page = watch.page
    page.locator(".st-key-your_part [role=radio]").nth(1).click()
    page.get_by_label("Date", exact=False).first.wait_for()
    watch.settle()
    for number, (text, told) in enumerate((("a\x00b", "NUL"), ("a\x1b\x08b", "no text"))):
        type_in(watch, "date", "2019-11-05")
        type_in(watch, "title", text)
        page.locator(".st-key-your_add button").click()
        page.get_by_text(told).first.wait_for(timeout=60_000)
        watch.settle()
        tried["inputs tried"] += 1
        assert number or page.locator(".st-key-own_banner").count() == 0
    assert page.get_by_text("a\ufffd\ufffdb").count()


def type_in(watch, field, text):
    """Fill a field of the form and leave it."""
    box = watch.page.locator(f"[class*=st-key-your_one_][class*=_{field}] :is(input, textarea)")
    box.first.fill(text)
    box.first.press("Tab")
    watch.settle()


def test_words_to_search_for_are_text(open_watch, served, tried):
    """A control typed into the filter is seen in the box and in the sentence of the view."""
    watch = open_watch(served.url)
    watch.goto("/records")
    box = watch.page.locator(".st-key-pick_text input")
    box.fill("a\x01\x00b")
    box.press("Enter")
    watch.page.locator(".st-key-lead").get_by_text("a\ufffd\ufffdb").first.wait_for(timeout=60_000)
    tried["inputs tried"] += 1
    watch.settle()


def test_what_the_map_sends_is_not_trusted(open_watch, served, tried):
    """Halves of pairs, wrong kinds and objects for a pick: nothing happens."""
    watch = open_watch(served.url)
    watch.goto("/")
    frame, before = watch.map_frame(), watch.page.url
    for pick in (
        '{kind: "adm2", id: "\\ud800", serial: 91}',
        '{kind: "window", id: "\\ud800/\\0", serial: 92}',
        '{kind: "\\ud800", id: 1, serial: 93}', '{kind: "adm1", id: "a\\0", serial: 94}',
        '[1, {"\\udfff": "\\ud800"}]', '"\\ud800"',
    ):  # fmt: skip
        frame.evaluate(f"Streamlit.setComponentValue({{picked: {pick}}})")
        watch.settle()
        tried["inputs tried"] += 1
    assert watch.page.url == before


def test_a_name_to_keep_rows_under_is_text(open_watch, served, tried):
    """Controls are refused with a sentence; files of other names are listed by names of text."""
    watch = open_watch(served.url)
    watch.goto("/your-data")
    page = watch.page
    expect(page.locator("[class*=st-key-your_open_] button")).to_have_count(len(NAMES))
    file = {"name": "a.csv", "mimeType": "text/csv", "buffer": PLAIN}
    page.set_input_files('.st-key-your_page input[type="file"]', file)
    page.locator(".st-key-your_use button").click(timeout=60_000)
    page.wait_for_selector(".st-key-own_banner")
    watch.settle()
    for name in ("a\x00b", "\x1b[31m", "a\x01", "..\x00", "\ufffe"):
        page.locator(".st-key-your_keep_name input").fill(name)
        page.get_by_role("button", name="Keep my rows").click()
        page.get_by_text("A name").first.wait_for(timeout=60_000)
        watch.settle()
        tried["inputs tried"] += 1
    page.locator("[class*=st-key-your_open_] button").first.click()
    watch.settle()
