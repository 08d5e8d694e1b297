"""Every format written from rows of payloads, and read back by a reader that is not ours."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import xml.etree.ElementTree as ET
import zipfile
from html.parser import HTMLParser
from io import BytesIO, StringIO

import duckdb
import openpyxl
import pandas as pd
import pytest

from incidents.citation import bibtex, cite
from incidents.export import FORMATS, About, export
from incidents.export.columns import COLUMNS, TEXTS
from incidents.intake import check
from incidents.intake.convert import to_our_csv
from tests.attack.payloads import ADDRESSES, HIDDEN, PAYLOADS, sheet

MORE = {
    "lines": "one\r\ntwo\rthree\nfour\ttab",
    "white": "  at both ends  ",
    "guarded": "'=1+1",
    "guarded twice": "''@x",
    "tab first": "\t=1+1",
    "return first": "\r=1+1",
    "escape of a sheet": "_x0041_ _x005F_ _xD800_",
    "long": "가" * 33_000,
    "quotes": '""",\n"=1+1"\n,"',
    "element end": "]]>&#60;&amp;</value></Data></Placemark></kml>",
    "nul": "a\x00b",
    "half": "a\ud800b",
}
TEXT = {**PAYLOADS, **MORE}
PLACES = ("province", "province_name", "district_id", "edtf")  # stay what they are
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FORMULA = tuple("=+-@\t\r")
LONGEST = 32_767  # characters of a cell
SOLE = tuple(name for name in TEXTS if name not in PLACES)


def truths():
    """One row a payload, which stands in every column of text but those of the place."""
    return [
        dict.fromkeys(COLUMNS, "") | dict.fromkeys(SOLE, text)
        | {"date_start": "2019-11-01", "date_end": "2019-11-13", "province": "KP-10",
           "province_name": "Ryanggang (량강도)", "edtf": "2019-11-01/2019-11-13",
           "district_id": "KP-10-01", "source_url": ADDRESSES[number % len(ADDRESSES)]}
        for number, text in enumerate(TEXT.values())
    ]  # fmt: skip


def written(text):
    """What any format can hold of a text: all of it, but NUL and halves of pairs."""
    return re.sub("[\x00\ud800-\udfff]", "\ufffd", text)


def frame():
    """The rows as the frame an export takes; texts are objects, as a half of a pair must be."""
    rows = pd.DataFrame(truths(), dtype=object)
    for name in ("date_start", "date_end", "reported_on"):
        rows[name] = pd.to_datetime(rows[name].replace("", None))
    for name in ("people_affected", "people_detained", "people_killed", "source_count"):
        rows[name] = pd.array([None] * len(rows), dtype="Int64")
    rows["bribe_amount"] = pd.array([None] * len(rows), dtype="Float64")
    return rows


@pytest.fixture(scope="module")
def files():
    """Every format of the rows, by its name."""
    hostile = TEXT["script"] + TEXT["formula"]
    about = About(
        query="text=" + TEXT["image"], words=hostile, link="http://127.0.0.1/?" + TEXT["quote"],
        dataset_version="8d66370441eb", data_as_of=TEXT["template"], row_count=len(TEXT),
        licences=[TEXT["formula"], TEXT["entities"]],
    )  # fmt: skip
    rows = frame()
    return {name: export(rows, name, about) for name in FORMATS}


@pytest.fixture
def count(tried):
    """Counts what a format was given."""
    tried["inputs tried"] += len(TEXT) * len(SOLE)


@pytest.fixture(autouse=True)
def _any_length():
    """Let the reader of CSV read long cells."""
    before = csv.field_size_limit(10_000_000)
    yield
    csv.field_size_limit(before)


def compare(found, rule=written):
    """Fail on the first text that is not what a rule makes of what was put in."""
    wanted = truths()
    assert len(found) == len(wanted)
    for (name, _), got, put in zip(TEXT.items(), found, wanted, strict=True):
        for column in TEXTS:
            assert (got[column] or "") == rule(put[column]), (name, column)


def test_csv_comes_back(files, count):
    """RFC 4180, UTF-8, no sign of it changed."""
    compare(list(csv.DictReader(StringIO(files["csv"].decode("utf-8"), newline=""))))


def guarded(text):
    """One apostrophe more where Excel could see a formula, after apostrophes or at once."""
    text = written(text)
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


def test_csv_for_excel_comes_back_guarded(files, count):
    """No cell begins as a formula does."""
    assert files["csv-excel"].startswith(b"\xef\xbb\xbf")
    text = files["csv-excel"].decode("utf-8-sig")
    compare(list(csv.DictReader(StringIO(text, newline=""))), guarded)
    for line in csv.reader(StringIO(text, newline="")):
        assert [cell for cell in line if cell.startswith(FORMULA)] == []


def in_cell(text):
    """A cell: line feeds alone, nothing XML forbids, cut with a word on it where too long."""
    text = NOT_IN_XML.sub("\ufffd", re.sub("\r\n?", "\n", text))
    cut = " [cut: longer than a cell can hold]"
    units = text.encode("utf-16-le")
    if len(units) // 2 <= LONGEST:
        return text
    return units[: 2 * (LONGEST - len(cut))].decode("utf-16-le", "ignore") + cut


def shown_by_excel(cell):
    """The text of a cell: in the file _x0041_ is a sign by its code (ECMA-376, ST_Xstring)."""
    if not isinstance(cell, str):
        return cell
    return re.sub("_x([0-9A-F]{4})_", lambda code: chr(int(code[1], 16)), cell)


def test_xlsx_comes_back_without_a_formula_or_a_link(files, count):
    """Texts are texts in every sheet; there is no part that leads out of the workbook."""
    book = openpyxl.load_workbook(BytesIO(files["xlsx"]))
    head, *lines = book["Incidents"].iter_rows(values_only=True)
    shown = [[shown_by_excel(cell) for cell in line] for line in lines]
    compare([dict(zip(head, line, strict=True)) for line in shown], in_cell)
    for cells in (cell for page in book for line in page.iter_rows() for cell in line):
        assert cells.data_type != "f" and cells.hyperlink is None, cells.coordinate
    with zipfile.ZipFile(BytesIO(files["xlsx"])) as parts:
        for name in parts.namelist():
            content = parts.read(name)
            assert not re.search(rb"<f[ >]|TargetMode=|ddeLink|<hyperlink", content), name
            assert "external" not in name.lower() and "vba" not in name.lower()


def test_geojson_comes_back(files, count):
    """One JSON document without what JSON does not know, each text as it was."""
    content = json.loads(files["geojson"].decode("utf-8"), parse_constant=pytest.fail)
    compare([feature["properties"] for feature in content["features"]])
    for feature in content["features"]:
        assert feature["geometry"]["type"] == "Point"


def test_geopackage_comes_back(files, count, tmp_path):
    """Read with SQLite alone; no trigger or view of it names anything of ours."""
    path = tmp_path / "rows.gpkg"
    path.write_bytes(files["gpkg"])
    base = sqlite3.connect(path)
    base.row_factory = sqlite3.Row
    compare([dict(row) for row in base.execute('select * from "incidents" order by fid')])
    made = base.execute("select sql from sqlite_master where type in ('trigger', 'view')")
    assert not any("attacked" in (one["sql"] or "") for one in made)
    assert base.execute("pragma integrity_check").fetchone()[0] == "ok"
    base.close()


class Tags(HTMLParser):
    """The tags, what would run or be asked for, and the text of a page."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.marks, self.text = [], [], ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.marks += attrs

    def handle_decl(self, decl):
        self.tags.append(f"!{decl}")

    def handle_pi(self, data):
        self.tags.append(f"?{data}")

    def handle_comment(self, data):
        self.tags.append("!--")

    def handle_data(self, data):
        self.text += data


KML = "{http://www.opengis.net/kml/2.2}"


def test_kml_is_well_formed_and_comes_back(files, count):
    """Texts as they were but for what XML forbids; what is read as HTML has no tag in it."""
    root = ET.fromstring(files["kml"])
    marks = root.findall(f".//{KML}Placemark[{KML}styleUrl='#incident']")
    found = [
        {column: "" for column in COLUMNS}
        | {one.get("name"): one.find(f"{KML}value").text for one in mark.iter(f"{KML}Data")}
        for mark in marks
    ]
    order = {NOT_IN_XML.sub("\ufffd", text): number for number, text in enumerate(TEXT.values())}
    found.sort(key=lambda cells: order[cells["title"]])
    compare(found, lambda text: NOT_IN_XML.sub("\ufffd", text))
    tags = {one.tag.removeprefix(KML) for one in root.iter()}
    assert not tags & {"NetworkLink", "Link", "Model", "GroundOverlay", "PhotoOverlay", "Tour"}
    for one in root.iter(f"{KML}description"):
        seen = Tags(one.text)
        assert seen.tags == [], one.text[:200]
        assert "$[" not in one.text


def test_parquet_comes_back(files, count, tmp_path):
    """Read with DuckDB's own reader."""
    path = tmp_path / "rows.parquet"
    path.write_bytes(files["parquet"])
    found = duckdb.sql(f"select * from read_parquet('{path}', file_row_number = true)")
    names = found.columns
    compare([dict(zip(names, line, strict=True)) for line in found.fetchall()])


def test_a_bundle_comes_back(files, count):
    """Its rows are the CSV; its manifest is JSON; no citation runs into the next."""
    with zipfile.ZipFile(BytesIO(files["bundle"])) as parts:
        names = parts.namelist()
        held = {name: parts.read(name).decode("utf-8") for name in names}
    assert names == ["rows.csv", "CITATION.txt", "citation.bib", "LICENCES.txt", "manifest.json"]
    assert held["rows.csv"].encode() == files["csv"]
    assert json.loads(held["manifest.json"])["filter"] == TEXT["script"] + TEXT["formula"]
    lines = held["CITATION.txt"].rstrip("\n").split("\n")
    assert len(lines) == 2 + len(TEXT)  # of the whole, a blank one, one a row
    entries = re.findall(r"^@\w+\{", held["citation.bib"], re.MULTILINE)
    assert len(entries) == 1 + len(TEXT)


@pytest.mark.parametrize(
    ("name", "column", "put"),
    [("acled", "source", "outlet"), ("acled", "assoc_actor_2", "targets"), ("acled", "notes", ""),
     ("ucdp", "source_headline", "source_title"), ("ucdp", "source_office", "outlet"),
     ("ucdp", "where_coordinates", "locality")],
)  # fmt: skip
def test_the_columns_of_others_come_back(files, tried, name, column, put):
    """ACLED's and UCDP's: one line a row, each text as it was."""
    found = list(csv.DictReader(StringIO(files[name].decode("utf-8"), newline="")))
    assert len(found) == len(TEXT)
    for got, row in zip(found, truths(), strict=True):
        tried["inputs tried"] += 1
        text = written(row[put or "summary"])
        assert got[column] == text if put else got[column].endswith(text)


ESCAPED = re.compile(r"\\text\w+\{\}|\\[%&_#$]")


@pytest.mark.parametrize("named", TEXT)
def test_a_citation_is_one_line_and_its_bibtex_one_entry(tried, named):
    """Braces balance, as BibTeX counts them, and no command of TeX is left but our escapes."""
    for row in truths():
        if row["title"] != TEXT[named]:
            continue
        tried["inputs tried"] += 2
        line, entry = cite(row, "8d66370441eb"), bibtex(row, "8d66370441eb")
        assert "\n" not in line and "\r" not in line and "\u2028" not in line
        assert "javascript:" not in line.split("undated")[-1].split(" (coded")[0]
        depth, ends = 0, []
        for place, sign in enumerate(entry):
            depth += (sign == "{") - (sign == "}")
            if depth == 0 and sign == "}":
                ends.append(place)
        assert ends == [len(entry.rstrip()) - 1]
        for value in re.findall(r"^  (?!url)\w+ = \{(.*)\},$", entry, re.MULTILINE):
            assert not re.search(r"[\\%&_#$~^]", ESCAPED.sub("", value)), value
        for address in re.findall(r"^  url = \{(.*)\},$", entry, re.MULTILINE):
            assert re.fullmatch(r"https?://[^\s{}\\\"<>]+", address), address


def test_the_report_on_a_hostile_file_runs_in_no_sheet(tried):
    """What is refused or repaired goes out guarded; what came in is our own CSV, letter by letter.

    The heading of a column is the reader's own text, too.
    """
    report = check(sheet(), "sheet.csv")
    for made in (report.to_csv(), report.refused_csv()):
        for line in csv.reader(StringIO(made.decode("utf-8-sig"), newline="")):
            tried["inputs tried"] += len(line)
            assert [cell for cell in line if cell.startswith(FORMULA)] == []
    ours = list(csv.DictReader(StringIO(to_our_csv(report).decode(), newline="")))
    titles = {one["title"] for one in ours}
    for name, text in PAYLOADS.items():
        assert name == "controls" or text.strip() in titles, name


@pytest.mark.parametrize("named", [name for name in TEXT if name not in ("long", "one word")])
def test_a_brief_has_no_tag_but_its_own(tried, named, brief_of):
    """Of a view whose words and outlet are the payload: text, no script, nothing asked for."""
    page = brief_of(TEXT[named])
    seen = Tags(page)
    tried["inputs tried"] += 1
    assert not {"script", "img", "iframe", "object", "embed", "form", "base", "link"} & {*seen.tags}
    assert [key for key, _ in seen.marks if key.startswith("on") or key in ("src", "srcdoc")] == []
    links = [value for key, value in seen.marks if key == "href"]
    assert len(links) == 1 and links[0].startswith("http://127.0.0.1:8501/?")
    assert "default-src 'none'" in page
    if named not in (*HIDDEN, "nul", "half"):
        assert " ".join(TEXT[named].split()[:3]) in seen.text


@pytest.fixture(scope="module")
def brief_of():
    """Makes the brief of a view that asks for words, over rows that have them."""
    from datetime import UTC, datetime

    from incidents.almanac import read_calendar
    from incidents.dataset import DATA
    from incidents.selection import Selection
    from incidents.store import store_of
    from incidents.view import look
    from ui.brief import page

    rows = check(sheet(), "sheet.csv").incidents
    store, calendar = store_of(rows, "f" * 64), read_calendar(DATA)

    def make(text):
        words = tuple(re.sub("[\x00-\x08\x0e-\x1b\ud800-\udfff]", "\ufffd", text).split())
        outlet = (text,) if text in store.outlets else ()
        view = look(store, Selection(text=words, outlet=outlet), calendar)
        return page(view, "http://127.0.0.1:8501/", datetime(2026, 2, 1, tzinfo=UTC))

    return make
