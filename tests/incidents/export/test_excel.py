"""A workbook in which texts are texts, dates are dates, and nothing runs or is fetched."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.export import About, excel, export
from incidents.export.columns import COLUMNS
from incidents.export.excel import cell_text


def open_book(content: bytes):
    """The workbook as openpyxl sees it."""
    return openpyxl.load_workbook(io.BytesIO(content))


def lines_of(sheet) -> list[dict[str, object]]:
    """The lines of a sheet by column."""
    head, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]


def as_text(cell: object) -> str:
    """A cell as the CSV would show it."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell)


def test_reads_back_as_the_same_rows(rows, truths, about):
    """Every cell of the six rows comes back; dates as dates, numbers as numbers."""
    lines = lines_of(open_book(export(rows, "xlsx", about))["Incidents"])
    assert [{name: as_text(cell) for name, cell in one.items()} for one in lines] == truths
    assert lines[0]["date_start"] == datetime(2019, 11, 1)
    assert lines[0]["bribe_amount"] == 1500


def test_no_cell_is_a_formula_or_a_link(rows, about):
    """Not one cell of any sheet is of type formula, and no sheet holds a hyperlink."""
    content = export(rows, "xlsx", about)
    for sheet in open_book(content):
        assert all(cell.data_type != "f" for line in sheet for cell in line)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = [parts.read(one) for one in parts.namelist() if "sheet" in one]
        assert not any(b"<f>" in one or b"hyperlink" in one for one in sheets)
        assert not any("externalLink" in one or "vba" in one for one in parts.namelist())


def test_texts_like_formulas_are_marked_as_quoted(rows, about):
    """A text that starts with = stays a text even when edited in Excel."""
    sheet = open_book(export(rows, "xlsx", about))["Incidents"]
    assert sheet["B2"].value.startswith("=HYPERLINK")
    assert sheet["B2"].data_type == "s"
    assert sheet["B2"].quotePrefix
    assert not sheet["B3"].quotePrefix


def test_about_and_columns_stand_on_their_own_sheets(rows, about):
    """The manifest and the data dictionary come with the rows."""
    book = open_book(export(rows, "xlsx", about))
    assert book.sheetnames == ["Incidents", "About", "Columns"]
    facts = list(book["About"].iter_rows(min_row=2, values_only=True))
    assert ("rows", "6") in facts
    assert ("licences", "CC BY 4.0 for the coding") in facts
    assert len(list(book["Columns"].iter_rows(min_row=2))) == 37
    assert book["Incidents"].freeze_panes == "B2"


def test_equal_rows_give_equal_bytes(rows, about):
    """The workbook holds no time of its making."""
    assert export(rows, "xlsx", about) == export(rows.copy(), "xlsx", about)


def test_no_rows_is_a_header(no_rows):
    """Without rows the first sheet holds the column names only."""
    sheet = open_book(export(no_rows, "xlsx", About()))["Incidents"]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert sheet.max_row == 1


def test_a_text_too_long_is_cut_and_says_so():
    """32,768 characters do not fit a cell; 32,767 do."""
    assert len(cell_text("x" * 32_767)) == 32_767
    assert cell_text("x" * 32_767) == "x" * 32_767
    cut = cell_text("x" * 32_768)
    assert len(cut) == 32_767
    assert cut.endswith("x [cut: longer than a cell can hold]")
    assert len(cell_text("🙂" * 32_768).encode("utf-16-le")) <= 2 * 32_767


def test_days_before_1900_are_text(rows, about):
    """Excel has no days before 1900; they are written as ISO text instead of shifted."""
    early = rows.assign(date_start=pd.to_datetime(["1899-12-31"] * 6).astype("datetime64[s]"))
    assert (
        lines_of(open_book(export(early, "xlsx", about))["Incidents"])[0]["date_start"]
        == "1899-12-31"
    )


def test_more_rows_than_a_sheet_holds_are_refused(rows, about, monkeypatch):
    """Nothing is silently cut off: the reader is sent to another format."""
    monkeypatch.setattr(excel, "MOST_ROWS", 5)
    with pytest.raises(ValueError, match="6 rows do not fit a sheet, which holds 5; export them"):
        export(rows, "xlsx", about)


@settings(max_examples=30)
@given(st.lists(st.text(max_size=12), min_size=1, max_size=20))
def test_any_text_comes_back_as_a_sheet_can_hold_it(make_rows, texts):
    """Whatever the texts, the file opens and holds them, control characters replaced."""
    rows = make_rows([{"id": "NK1", "title": text} for text in texts])
    lines = lines_of(open_book(export(rows, "xlsx", About(row_count=len(texts))))["Incidents"])
    assert [one["title"] or "" for one in lines] == [cell_text(text) for text in texts]
