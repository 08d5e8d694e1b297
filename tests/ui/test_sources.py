"""The sources page: what the sidecars and the store say, and nothing of its own."""

import csv
import re
import shutil
from collections import Counter

import pytest
from streamlit.testing.v1 import AppTest

from incidents.almanac import read_calendar
from incidents.dataset import DATA, read_sidecars
from incidents.selection import Selection
from incidents.store import open_store
from incidents.view import look
from ui import coverage, sources, sources_contents


@pytest.fixture(scope="module")
def view():
    """A narrow view, which this page must not care for."""
    return look(open_store(DATA), Selection(province=("KP-10",)), read_calendar(DATA))


@pytest.fixture(scope="module")
def lines():
    """The incidents file as it lies on disk."""
    with (DATA / "incidents.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def open_page(view):
    def page(view):
        from ui import sources

        sources.draw(view)

    app = AppTest.from_function(page, args=(view,), default_timeout=60).run()
    assert not app.exception
    return app


def words(app):
    kinds = ("header", "subheader", "markdown", "caption", "warning", "error", "text", "code")
    told = [str(e.value) for kind in kinds for e in app.get(kind)]
    told += [str(cell) for t in app.table for cell in t.value.to_numpy().ravel()]
    return "\n".join(told).replace("\\", "")


def test_outlets_are_counted_over_all_the_data(view, lines):
    """The filter on a province changes nothing here."""
    found = coverage.by_outlet(coverage.count(view))
    counted = Counter(line["outlet"] for line in lines)
    assert dict(zip(found["outlet"], found["reports"], strict=True)) == counted
    assert list(found["outlet"][:2]) == ["Daily NK", "Radio Free Asia"]
    assert list(found["reports"][:2]) == [273, 105]


def test_small_outlets_are_drawn_together_and_none_is_lost(view):
    """The bars add up to all reports, the last one says how many outlets it holds."""
    outlets = coverage.by_outlet(coverage.count(view))
    bars = coverage.few(outlets, "outlet")
    assert bars["reports"].sum() == 497
    assert bars["outlet"].iloc[-1] == "20 other outlets" and bars["reports"].iloc[-1] == 29


def test_provinces_include_those_without_one_and_add_up(view, lines):
    """13 provinces and the reports that name none."""
    found = coverage.by_province(coverage.count(view))
    assert len(found) == 14 and found["reports"].sum() == 497
    assert found["province"].iloc[-1] == "No province named"
    assert found["reports"].iloc[-1] == sum(not line["province"] for line in lines) == 21


def test_years_are_those_of_the_first_day(view, lines):
    """Counted again from the file."""
    found = coverage.by_year(coverage.count(view)).groupby("year")["reports"].sum()
    assert found.to_dict() == Counter(int(line["date_start"][:4]) for line in lines)


def test_all_that_the_sidecars_say_stands_on_the_page(view):
    """Method, checks, warnings, limits, licences and credit, word for word."""
    said = words(open_page(view))
    sidecars = read_sidecars(DATA)
    rows = sidecars["incidents.csv"]
    told = [*rows.must_know, *rows.how_coded, *rows.how_checked, *rows.limits]
    told += sidecars["prk_adm2.geojson"].limits
    for one in sidecars.values():
        told += [one.title, one.licence_text, one.credit, one.sha256, one.row]
    assert [sentence for sentence in told if sentence not in said] == []


def test_the_contents_lead_to_every_section_in_its_order(view):
    """Each link names a heading of the page and its anchor, in both languages the same."""
    app = open_page(view)
    (contents,) = [m.value for m in app.markdown if "](#" in m.value]
    links = re.findall(r"\[([^]]+)\]\(#([a-z-]+)\)", contents.replace("\\", ""))
    headings = {part.value: part.anchor for part in app.subheader}
    assert len(links) == 12 and all(headings[words] == anchor for words, anchor in links)
    assert [words for words, _ in links][:2] == ["What a reader must know", "How rows were checked"]


def test_without_the_sidecar_of_the_rows_nothing_is_promised():
    """What is not drawn has no link; the charts, the files and the citation have."""
    found = sources_contents.sections({})
    assert found == [
        "coverage.by_outlet", "coverage.by_province", "coverage.by_year", "sources.files",
        "sources.cite",
    ]  # fmt: skip


def test_weak_and_contested_records_are_linked(view):
    """Each named in the sidecar leads to the record, with its title beside it."""
    drawn = "\n".join(m.value for m in open_page(view).markdown)
    rows = read_sidecars(DATA)["incidents.csv"]
    for code in (*rows.weak_years, *rows.contested):
        assert f"[{code}](records?id={code}) " in drawn


def test_an_id_the_data_lack_is_named_and_not_linked(view):
    """A sidecar can be older than the file; hostile ids stay text."""

    def page(view):
        from ui import sources

        sources._records(view, "weak_years", ["NK99999", "x](javascript:alert(1))"])

    app = AppTest.from_function(page, args=(view,), default_timeout=60).run()
    assert "](" not in app.markdown[0].value.replace("\\]\\(", "")
    assert "NK99999" in app.markdown[0].value


def test_the_data_are_said_to_be_whole_and_how_to_cite_them(view):
    """Version and day of the data come with the citation."""
    said = words(open_page(view))
    assert "data files are byte for byte" in said
    assert view.store.version in said and "Data as of 2026-01-22" in said
    assert "497 reported incidents" in said and "@misc{" in said


def test_an_unreadable_sidecar_is_told_and_the_charts_stay(view, tmp_path, monkeypatch):
    """The page says file and rule instead of breaking."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    (folder / "fx.source.yaml").write_text("title: [", "utf-8")
    monkeypatch.setattr(sources, "DATA", folder)
    said = words(open_page(view))
    assert "cannot be read" in said and "fx.source.yaml" in said
    assert "By outlet" in said and "What a reader must know" in said
    (folder / "incidents.source.yaml").write_text("title: [", "utf-8")
    assert "What a reader must know" not in words(open_page(view))


def test_what_changed_in_the_data_stands_on_the_page(view):
    """So far, only that they were published."""
    said = words(open_page(view))
    assert "What changed in the data" in said
    assert "Version 8d66370441eb was published on 25 November 2026: First version" in said


def test_an_altered_data_file_is_told(view, monkeypatch):
    """Integrity is checked, not claimed."""
    monkeypatch.setattr(sources.atlas, "file_faults", lambda: ["fx.csv: its SHA-256 is off."])
    said = words(open_page(view))
    assert "not as published" in said and "fx.csv: its SHA-256 is off." in said
    assert "byte for byte as described" not in said
