"""Workbooks with formulas, links, macros, entities, giant grids and broken parts."""

from __future__ import annotations

import io
import zipfile

import pytest
import xlsxwriter

HEAD = ("date", "place", "title")


def book(lines: list[tuple], **cells: str) -> bytes:
    """A workbook of one sheet: header and lines."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False}) as workbook:
        sheet = workbook.add_worksheet()
        for at, line in enumerate([HEAD, *lines]):
            sheet.write_row(at, 0, line)
        for place, formula in cells.items():
            sheet.write_formula(place, formula, None, 7)
    return out.getvalue()


def swap(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The workbook with some parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


LINE = ("2019-11-05", "Hyesan", "x")
SHEET = "xl/worksheets/sheet1.xml"


def test_formulas_give_their_saved_value_and_a_notice(swallow):
    """Nothing is computed; a formula is never text in a cell."""
    report = swallow(book([LINE], C2='=WEBSERVICE("http://evil.test")'))
    assert list(report.incidents["title"]) == ["7"]
    assert any("formulas" in notice.sentence for notice in report.notices)


def test_macros_and_links_are_left_alone_and_told(swallow):
    """The rows come in; what else the workbook carries is named."""
    parts = {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": b"<x/>"}
    report = swallow(swap(book([LINE]), parts), "list.xlsm")
    said = " ".join(notice.sentence for notice in report.notices)
    assert "macros" in said
    assert "links to other workbooks" in said
    assert report.rows == 1


ENTITY = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">
<!ENTITY c SYSTEM "file:///etc/passwd">]><x>&b;&c;</x>"""


@pytest.mark.parametrize(
    "part",
    [SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml",
     "xl/_rels/workbook.xml.rels"],
)  # fmt: skip
def test_entities_in_any_part_are_refused(swallow, part):
    """Neither a billion laughs nor a file of this machine can be spelled in one."""
    assert "entities" in swallow(swap(book([LINE]), {part: ENTITY}))


def test_a_cell_at_the_far_end_of_the_grid(swallow):
    """Column XFD is beyond the limit and ends in a sentence, not in a giant row."""
    far = b'<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>date</v></c></row>'
    far += b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    assert "the limit is 300 columns" in swallow(swap(book([LINE]), {SHEET: far}))


def test_a_million_blank_rows_are_skipped_in_time(swallow):
    """A sheet formatted to its last line is no larger than what stands in it."""
    rows = b'<row r="1"><c t="str"><v>date</v></c></row><row><c><v>43774</v></c></row>'
    rows += b'<row><c s="1"/></row>' * 1_000_000
    sheet = b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"
    report = swallow(swap(book([LINE]), {SHEET: sheet}))
    assert report.rows == 1
    assert str(report.incidents["date_start"].iloc[0].date()) == "2019-11-05"


def test_ten_megabytes_in_one_cell(swallow):
    """As a shared string and as an inline one."""
    long = b"x" * 10_000_000
    shared = b"<sst><si><t>date</t></si><si><t>" + long + b"</t></si></sst>"
    inline = b'<worksheet><sheetData><row><c t="inlineStr"><is><t>' + long + b"</t></is></c></row>"
    inline += b"</sheetData></worksheet>"
    assert "characters" in swallow(swap(book([LINE]), {"xl/sharedStrings.xml": shared}))
    assert "characters" in swallow(swap(book([LINE]), {SHEET: inline}))


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml"])
def test_broken_parts_end_in_a_sentence(swallow, part):
    """Cut off, or not XML at all."""
    assert isinstance(swallow(swap(book([LINE]), {part: b"<a><b></a>"})), str)
    assert isinstance(swallow(swap(book([LINE]), {part: b"\x00\x01"})), str)


def test_a_sheet_that_points_outside_the_workbook(swallow):
    """A relation to a path or an address is no sheet."""
    rels = (
        b'<Relationships><Relationship Id="rId1" Target="../../../etc/passwd"/>'
        b'<Relationship Id="rId2" Target="http://evil.test/x" TargetMode="External"/>'
        b"</Relationships>"
    )
    assert "no visible sheet" in swallow(swap(book([LINE]), {"xl/_rels/workbook.xml.rels": rels}))


def test_numbers_that_are_no_days_and_strings_that_are_not_there(swallow):
    """They stay what they are, or empty; nothing raises."""
    cells = b'<row><c t="str"><v>date</v></c><c t="str"><v>title</v></c></row>'
    for value in (b"1e308", b"-5", b"nan", b"99999999999999999999", b"x", b"2958466"):
        cells += b'<row><c s="1"><v>' + value + b'</v></c><c t="s"><v>99</v></c></row>'
    sheet = b"<worksheet><sheetData>" + cells + b"</sheetData></worksheet>"
    styles = b'<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    report = swallow(swap(book([LINE]), {SHEET: sheet, "xl/styles.xml": styles}))
    assert report.refused == report.rows == 6


def test_a_sheet_that_is_not_there(swallow):
    """The sentence names those that are."""
    assert "there are 'Sheet1'" in swallow(book([LINE]), sheet="Other")
