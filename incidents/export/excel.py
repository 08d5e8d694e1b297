"""XLSX in which nothing runs: texts stay texts, dates are dates, and bytes are reproducible."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from incidents.export.about import About, describe_lines
from incidents.export.chunks import records
from incidents.export.columns import COLUMNS, DATES, clean_for_xml
from incidents.export.csv import GUARDED
from incidents.export.target import ExportFault, Sink, workplace
from incidents.words import say

if TYPE_CHECKING:
    import pyarrow as pa

ROWS_SHEET = "Incidents"
MOST_ROWS = 1_048_575
LONGEST_CELL = 32_767
CUT_MARK = " [cut: longer than a cell can hold]"
FIRST_EXCEL_DAY = date(1900, 3, 1)
CREATED = datetime(2000, 1, 1)
WIDTHS = {"title": 50, "summary": 70, "source_url": 40, "source_title": 40, "note": 40}
CARRIAGE_RETURN = re.compile("\r\n?")
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_xlsx(stream: Iterable[pa.Table], about: About, out: BinaryIO) -> None:
    """Write a workbook: sheet "Incidents", then "About" (manifest) and "Columns".

    One line is one incident; dates are real dates, unknown cells are blank, texts are never
    formulas or links. Raises ExportFault if there are more rows than a sheet can hold.
    """
    if about.row_count > MOST_ROWS:
        told = say("export_faults.too_many_rows", rows=about.row_count, most=MOST_ROWS)
        raise ExportFault(told)
    with workplace() as folder, _book(out, folder) as book:
        sheet = _Sheet(book, ROWS_SHEET)
        sheet.head(COLUMNS, [WIDTHS.get(name, 14) for name in COLUMNS])
        for line, record in enumerate(records(stream), start=1):
            sheet.line(line, list(record.values()))
        _write_pairs(_Sheet(book, "About"), ("what", "value"), describe_lines(about))
        _write_pairs(_Sheet(book, "Columns"), ("column", "meaning"), list(COLUMNS.items()))


@contextmanager
def _book(out: BinaryIO, folder: Path) -> Iterator[Any]:
    """A workbook that keeps its lines in files of a folder and is put together at the end."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    sink = Sink(out)
    book = Workbook(sink, {**OPTIONS, "tmpdir": str(folder)})
    book.use_zip64()
    book.set_properties({"title": "Crackdown Atlas", "created": CREATED})
    try:
        yield book
        book.close()
    except FileCreateError as why:
        raise why.args[0] from None  # the error of the file system that it stands for
    finally:
        sink.close()
        for sheet in book.worksheets():
            sheet.row_data_fh.close()


def _write_pairs(sheet: _Sheet, head: tuple[str, str], pairs: list[tuple[str, str]]) -> None:
    sheet.head(head, [24, 100])
    for line, pair in enumerate(pairs, start=1):
        sheet.line(line, list(pair))


class _Sheet:
    """One sheet whose first row is a frozen header."""

    def __init__(self, book: Any, name: str) -> None:
        self.sheet = book.add_worksheet(name)
        self.bold = book.add_format({"bold": True})
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})
        self.quoted = book.add_format({"quote_prefix": True})

    def head(self, names: Any, widths: list[int]) -> None:
        """Write the header and set the widths, in characters."""
        for place, (name, width) in enumerate(zip(names, widths, strict=True)):
            self.sheet.set_column(place, place, 12 if name in DATES else width)
            self.sheet.write_string(0, place, name, self.bold)
        self.sheet.freeze_panes(1, 1)

    def line(self, line: int, cells: list[Any]) -> None:
        """Write one row of cells, each by its own type."""
        for place, cell in enumerate(cells):
            self._write(line, place, cell)

    def _write(self, line: int, place: int, cell: Any) -> None:
        if isinstance(cell, date) and cell >= FIRST_EXCEL_DAY:
            self.sheet.write_datetime(line, place, cell, self.day)
        elif isinstance(cell, int | float):
            self.sheet.write_number(line, place, cell)
        elif cell not in (None, ""):
            text = cell_text(str(cell))
            self.sheet.write_string(line, place, text, self.quoted if GUARDED.match(text) else None)


def cell_text(text: str) -> str:
    """The text as a sheet can hold it: line feeds only, no control characters, cut if too long.

    >>> cell_text("one\\r\\ntwo")
    'one\\ntwo'
    """
    text = clean_for_xml(CARRIAGE_RETURN.sub("\n", text))
    if _units(text) <= LONGEST_CELL:
        return text
    return _first_units(text, LONGEST_CELL - len(CUT_MARK)) + CUT_MARK


def _units(text: str) -> int:
    """The length as Excel counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _first_units(text: str, most: int) -> str:
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")
