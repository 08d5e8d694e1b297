"""The page of a reader's own data, as a session without a browser."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from incidents.intake import Cancelled
from tests.ui.jobs import settle
from ui import your_jobs

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) **b** `${1}`"
SHEET = (
    "when,district,event_type,title,outlet,source_url\n"
    "2019-11-13,Hyesan,arrest,One,Daily NK,https://e.org/1\n"
    "05/11/2019,Musan,arrest,Two,Daily NK,https://e.org/2\n"
    "2019-11-31,Musan,arrest,Three,Daily NK,https://e.org/3\n"
    "Nov 2019,Hoeryng,raid,Four,Daily NK,https://e.org/4\n"
    "Nov 2019,Hoeryng,arrest,Five,Daily NK,https://e.org/5\n"
)
TOTALS = "**5** rows read = **1** accepted + **2** repaired + **2** refused"


@pytest.fixture
def page(monkeypatch):
    """The page as a reader opens it; no folder to keep data in."""
    monkeypatch.delenv("ATLAS_WORKSPACE", raising=False)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    return settle(app.switch_page("pages/import_.py").run())


def load(app, content, name="sheet.csv"):
    data = content if isinstance(content, bytes) else content.encode()
    uploader = next(u for u in app.file_uploader if u.label == "File with incidents")
    return settle(uploader.upload(name, data).run())


def words(app):
    kinds = ("header", "subheader", "markdown", "caption", "warning", "info", "error", "success")
    return "\n".join(str(e.value).replace("\\", "") for kind in kinds for e in app.get(kind))


def one(elements, label):
    return next(e for e in elements if e.label.replace("\\", "").startswith(label))


def table(app, heading):
    return next(t.value for t in app.dataframe if heading in t.value.columns)


def use(app):
    return settle(app.button(key="your_use").click().run())


def test_the_limits_are_stated_before_the_upload(page):
    """Megabytes, unpacked size, rows, columns and characters stand above the uploader."""
    said = words(page)
    for bound in ("100 MB", "200 MB unpacked", "200,000 rows", "300 columns", "100,000 characters"):
        assert bound in said
    assert "Forget my data" not in [b.label for b in page.button]


def test_every_row_is_accounted_for(page):
    """Five rows: one accepted, two repaired, two refused; each of them is in the table."""
    app = load(page, SHEET)
    assert TOTALS in words(app)
    assert set(table(app, "Outcome")["Row"]) == {1, 2, 3, 4, 5}
    refused = table(app, "Outcome").query("Outcome == 'refused'")
    assert list(refused["Row"]) == [2, 3]
    assert list(refused["From"]) == ["05/11/2019", "2019-11-31"]


def test_what_was_read_is_shown(page):
    """Encoding, separator, rows, columns, profile and which column is which."""
    app = load(page, SHEET.replace(",", ";").encode("utf-16"))
    assert "UTF-16" in words(app) and "separated by semicolons" in words(app)
    assert "5 rows, 6 columns" in words(app)
    assert one(app.selectbox, "Profile").value == "plain"
    shown = table(app, "Read as").set_index("Column of the file")["Read as"]
    assert shown["when"] == "date" and shown["district"] == "district"


def test_the_order_of_dates_is_asked_once_and_settles_all(page):
    """05/11/2019 is refused until the reader says that the day comes first."""
    app = load(page, SHEET)
    order = one(app.radio, "Order of day and month")
    assert order.value == ""
    app = settle(order.set_value("dmy").run())
    assert "= **2** accepted + **2** repaired + **1** refused" in words(app)
    rows = app.session_state["your_draft"].report.incidents.set_index("source_row")
    assert rows.loc[2, "edtf"] == "2019-11-05"
    app = settle(one(app.radio, "Order of day and month").set_value("").run())
    assert TOTALS in words(app)


def test_a_name_is_asked_once_and_the_choice_holds_for_all_rows(page):
    """Hoeryng occurs twice; choosing Hoeryong places both rows, and is there to be reused."""
    app = load(page, SHEET)
    asked = [s for s in app.selectbox if s.label.startswith("Hoeryng")]
    assert len(asked) == 1 and "2 rows" in asked[0].label
    assert asked[0].options[1].endswith("(suggested)")
    asked[0].set_value("KP-09-02")
    app = settle(one(app.button, "Use these places").click().run())
    rows = app.session_state["your_draft"].report.incidents.set_index("source_row")
    assert list(rows.loc[[4, 5], "district_id"]) == ["KP-09-02", "KP-09-02"]
    assert "1 name placed by you" in [e.label for e in app.expander]
    app = settle(app.button(key="your_undo").click().run())
    assert "2 rows" in one(app.selectbox, "Hoeryng").label


def test_a_mapping_that_is_none_is_told_and_changes_nothing(page):
    """A wrong code is a sentence, and the next file is not hurt by it."""
    app = load(page, SHEET)
    second = one(app.file_uploader, "Place names of an earlier file")
    app = settle(second.upload("m.json", b'{"Hoeryng": "KP-99"}').run())
    assert "which is no code of a province" in words(app) and TOTALS in words(app)
    second = one(app.file_uploader, "Place names of an earlier file")
    app = settle(second.upload("m.json", b"[1").run())
    assert "The mapping is not JSON" in words(app)
    second = one(app.file_uploader, "Place names of an earlier file")
    app = settle(second.upload("m.json", b'{"Hoeryng": "KP-09-02"}').run())
    assert not [s for s in app.selectbox if s.label.startswith("Hoeryng")]


def test_columns_are_corrected_and_remembered_for_the_same_header(page):
    """A reader says that 'a' holds the title; the next file with this header is read so at once."""
    sheet = "date,a,b\n2019-11-13,Title one,Hyesan\n"
    app = load(page, sheet)
    one(app.selectbox, "title").set_value("a")
    app = settle(one(app.button, "Read the columns like this").click().run())
    assert app.session_state["your_draft"].report.incidents["title"].tolist() == ["Title one"]
    app = settle(one(app.button, "Choose another file").click().run())
    app = load(app, sheet.replace("one", "two"), "next.csv")
    assert app.session_state["your_draft"].report.incidents["title"].tolist() == ["Title two"]
    assert "matched before" in words(app)


def test_a_profile_is_chosen_by_the_reader(page):
    """Another profile reads the same columns anew."""
    app = load(page, SHEET)
    app = settle(one(app.selectbox, "Profile").set_value("ours").run())
    assert app.session_state["your_draft"].report.matching.profile == "ours"
    assert "**5** refused" in words(app)  # our own columns have no `when`
    assert "nothing to show" in words(app)


def test_the_report_is_filtered(page):
    """By outcome, by field, by words; the same faults together."""
    app = load(page, SHEET)
    app = one(app.multiselect, "Outcome").set_value(["refused"]).run()
    assert set(table(app, "Outcome")["Row"]) == {2, 3}
    app = one(app.multiselect, "Outcome").set_value([]).run()
    app = one(app.text_input, "Words").set_value("hoeryng").run()
    assert set(table(app, "Outcome")["Row"]) == {4, 5}
    app = one(app.toggle, "Same faults together").set_value(True).run()
    assert list(table(app, "Outcome")["Rows"]) == [2]
    app = one(app.text_input, "Words").set_value("zzz").run()
    assert "No row fits." in words(app)


def test_rows_in_use_are_counted_on_every_page_until_forgotten(page):
    """497 and 3 beside each other; a banner says so; then 497 again and no trace of the file."""
    app = use(load(page, SHEET, "my sheet.csv"))
    assert "3 reports from my sheet.csv beside 497 embedded ones" in words(app)
    for other in ("pages/records.py", "pages/map.py"):
        app = settle(app.switch_page(other).run())
        assert "500 reported incidents" in words(app) and "my sheet.csv" in words(app)
    app = settle(app.button(key="your_forget").click().run())
    assert "497 reported incidents" in words(app) and "my sheet.csv" not in words(app)
    app = settle(app.switch_page("pages/import_.py").run())
    assert "my sheet" not in words(app)


def test_rows_can_stand_instead_of_the_embedded_ones(page):
    """Three reports and no other; then beside them with one click."""
    app = load(page, SHEET)
    one(app.radio, "Show the rows").set_value(False)
    app = use(app)
    assert "none of the embedded ones" in words(app)
    app = settle(app.switch_page("pages/records.py").run())
    assert "3 reported incidents" in words(app)
    app = settle(app.switch_page("pages/import_.py").run())
    app = settle(app.button(key="your_other_way").click().run())
    assert "beside 497 embedded ones" in words(app)


def test_a_file_not_in_use_is_forgotten_too(page):
    """Its table, the matching of its columns and the places chosen for it."""
    app = load(page, SHEET)
    app = settle(one(app.radio, "Order of day and month").set_value("dmy").run())
    app = settle(one(app.button, "Forget this file").click().run())
    kept = {"your_draft", "your_matched", "your_places"} & {str(key) for key in app.session_state}
    assert kept == set() and "sheet.csv" not in words(app)


def test_forgetting_ends_work_that_runs(page, monkeypatch):
    """The thread stops at its next step and its result is taken by nobody."""
    started, go = threading.Event(), threading.Event()

    def slow(table, cancelled, **kwargs):
        started.set()
        go.wait(60)
        raise Cancelled if cancelled() else AssertionError("not stopped")

    app = use(load(page, SHEET))
    monkeypatch.setattr("ui.your_file.check_table", slow)
    one(app.radio, "Order of day and month").set_value("dmy").run()
    job = app.session_state[your_jobs.JOB][0]
    assert started.wait(60) and not job.done
    app = app.button(key="your_forget").click().run()
    go.set()
    assert job.wait(60) and (job.result, job.fault) == (None, "")
    assert not app.exception and "your_draft" not in app.session_state


def test_a_second_file_can_join_the_first(page):
    """Ids that stood in the first file get a number behind, and this is said."""
    app = use(load(page, SHEET))
    app = settle(one(app.button, "Choose another file").click().run())
    app = load(app, SHEET, "second.csv")
    app.checkbox(key="your_adds").set_value(True)
    app = use(app)
    assert "6 reports from sheet.csv and second.csv" in words(app)
    assert "3 ids stood in your earlier rows" in words(app)


def test_filters_that_fit_no_more_are_dropped_with_the_data(page):
    """An outlet of the reader's alone leaves the selection when their data go."""
    app = use(load(page, SHEET.replace("Daily NK", "My Own Press")))
    app = settle(app.multiselect(key="pick_outlet").select("My Own Press").run())
    app = settle(app.button(key="your_forget").click().run())
    assert app.multiselect(key="pick_outlet").value == []
    assert "outlet" not in app.query_params


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "a.csv", "is empty"),
        (b"%PDF-1.4 \x00", "a.csv", "a PDF"),
        (b"PK\x03\x04 broken", "a.xlsx", ""),
        (b"a,b\n", "a.csv", "a header but no rows"),
        (b"a,a\n1,2\n", "a.csv", "names 'a' twice"),
        (b"<html><body>x</body></html>", "a.kml", "web page"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_sentence(page, content, name, sentence):
    """No traceback; the uploader is there for the next try."""
    app = load(page, content, name)
    assert app.error and sentence in words(app)
    assert [u for u in app.file_uploader if u.label == "File with incidents"]


def test_hostile_text_of_a_file_stays_text(page):
    """In headers, cells, names of places and the file's own name."""
    sheet = f'when,district,"{HOSTILE}"\n2019-11-13,"{HOSTILE}",x\n2019-11-31,y,z\n'
    app = use(load(page, sheet, f"{HOSTILE}.csv".replace("/", "")))
    shown = [str(e.value) for kind in ("markdown", "caption", "warning", "subheader", "error")
             for e in app.get(kind)]  # fmt: skip
    shown += [s.label for s in app.selectbox] + [e.label for e in app.expander]
    shown += [b.label for b in app.button]
    assert [text for text in shown if "onerror" in text]
    assert not [t for t in shown if "onerror" in t and ("<img" in t.replace("\\<", ""))]
    assert not [t for t in shown if "onerror" in t and "](javascript" in t]


def test_privacy_is_warned_about(page):
    """A column of telephone numbers is told with its rows."""
    app = load(page, SHEET.replace("title", "phone").replace("One", "010-1234-5678"))
    assert "telephone numbers in 1 rows" in words(app)


def test_possible_duplicates_are_pointed_out_and_kept(page):
    """The same row twice comes in twice."""
    line = "2019-11-13,Hyesan,arrest,One,Daily NK,https://e.org/1\n"
    app = load(page, SHEET + line)
    assert any(e.label.startswith("1 row may report") for e in app.expander)
    assert len(app.session_state["your_draft"].report.incidents) == 4


def test_the_sheet_of_a_workbook_is_chosen(page, tmp_path):
    """The first with rows is read, the other on demand."""
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["date", "title"])
    book.active.append(["2019-11-13", "first"])
    other = book.create_sheet("other")
    other.append(["date", "title"])
    other.append(["2019-11-14", "second"])
    book.save(tmp_path / "book.xlsx")
    app = load(page, (tmp_path / "book.xlsx").read_bytes(), "book.xlsx")
    app = settle(one(app.selectbox, "Sheet").set_value("other").run())
    assert app.session_state["your_draft"].report.incidents["title"].tolist() == ["second"]


def test_one_incident_is_added_with_its_interval_shown(page):
    """Words become 1 to 10 November 2019; what is missing is told; the row is in use."""
    app = settle(page.segmented_control(key="your_part").set_value("one").run())
    app = one(app.text_input, "When").set_value("early November 2019").run()
    assert "2019-11-01/2019-11-10" in words(app)
    place = one(app.selectbox, "Where")
    assert any("Hyesan (혜산시)" in option for option in place.options)
    place.set_value("KP-10-01")
    one(app.text_input, "Title").set_value("Seen at the market")
    app = settle(app.button(key="your_add").click().run())
    assert "Added: Seen at the market, 2019-11-01/2019-11-10." in words(app)
    assert "source_url: No link." in words(app)
    assert "1 report from added by hand beside 497" in words(app)
    rows = app.session_state["your_own"].rows
    assert rows[["province", "district"]].values.tolist() == [["KP-10", "Hyesan"]]
    assert one(app.text_input, "When").value == ""


def test_a_form_without_a_readable_date_is_not_added(page):
    """Empty, unreadable, ambiguous: a sentence each."""
    app = settle(page.segmented_control(key="your_part").set_value("one").run())
    app = settle(app.button(key="your_add").click().run())
    assert "The form is empty" in words(app)
    app = one(app.text_input, "When").set_value("some day").run()
    assert "cannot be read as a date" in words(app)
    app = one(app.text_input, "When").set_value("05/11/2019").run()
    app = settle(app.button(key="your_add").click().run())
    assert app.error and "your_own" not in app.session_state
    app = one(app.radio, "Day or month first?").set_value("dmy").run()
    app = settle(app.button(key="your_add").click().run())
    assert app.session_state["your_own"].rows["edtf"].tolist() == ["2019-11-05"]


def test_the_codebook_lists_every_column_and_offers_the_template(page):
    """CSV and XLSX, and the codes of the vocabularies."""
    from incidents.record import COLUMNS

    app = settle(page.segmented_control(key="your_part").set_value("codebook").run())
    listed = app.table[0].value
    assert list(listed["Column"]) == [f"`{name}`" for name in COLUMNS]
    labels = [b.label for b in app.get("download_button")]
    assert "Template as CSV" in labels and "Template as XLSX, with drop-downs" in labels


def test_work_that_breaks_is_a_sentence(page, monkeypatch):
    """A fault of the program ends the work, not the page."""
    monkeypatch.setattr("threading.excepthook", lambda hook: None)
    monkeypatch.setattr("ui.your_file.check_table", lambda *args, **kwargs: 1 / 0)
    app = load(page, SHEET)
    assert "through a fault of the program" in words(app)


def test_stopped_work_changes_nothing(page, monkeypatch):
    """The reader presses Stop while the rows are checked."""
    def stopped(*args, **kwargs):
        raise Cancelled

    monkeypatch.setattr("ui.your_file.check_table", stopped)
    app = load(page, SHEET)
    assert "Stopped. Nothing was changed." in words(app)
    assert "your_draft" not in app.session_state


