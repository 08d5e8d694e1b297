"""The template for a reader's own coding: a CSV header, and a workbook with drop-downs."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from incidents.record import (
    AGENCIES,
    COLUMNS,
    DATE_PRECISIONS,
    EVENT_TYPES,
    PLACE_PRECISIONS,
    REPORTED_ON_BASES,
    YEAR_BASES,
)
from incidents.words import say, speaking

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LINES = 2_000
BOM = b"\xef\xbb\xbf"
WIDE = ("title", "summary", "source_url", "source_title", "note")
NOTES = ("note_sheet", "note_days", "note_empty", "note_persons")


def notes() -> list[str]:
    """Return how to fill in the template, in the language being spoken."""
    return [say(f"codebook.{note}") for note in NOTES]


def vocabularies() -> dict[str, Mapping[str, str]]:
    """Codes with their labels, by column: what the drop-downs offer."""
    from geo.places import districts, provinces

    return {
        "date_precision": DATE_PRECISIONS,
        "reported_on_basis": REPORTED_ON_BASES,
        "year_basis": YEAR_BASES,
        "province": {code: unit.label for code, unit in provinces().items()},
        "district": {unit.name: f"{unit.label}, {unit.province}" for unit in _sorted(districts())},
        "place_precision": PLACE_PRECISIONS,
        "event_type": EVENT_TYPES,
        "agency": AGENCIES,
    }


def _sorted(districts: Mapping[str, Any]) -> list[Any]:
    return sorted(districts.values(), key=lambda unit: (unit.name, unit.id))


def codebook() -> list[tuple[str, str, str]]:
    """What each column means and takes: (column, meaning, codes it takes or "")."""
    known = vocabularies()
    return [
        (name, meaning, ", ".join(known[name]) if name in known and name != "district" else "")
        for name, meaning in COLUMNS.items()
    ]


def to_csv_template() -> bytes:
    """Return the header of our columns as CSV, UTF-8 with BOM so that Excel keeps Hangul whole."""
    line = StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(COLUMNS)
    return BOM + line.getvalue().encode("utf-8")


def to_xlsx_template() -> bytes:
    """Return a workbook: Incidents (empty, with drop-downs), Columns, Codes, Read me."""
    import xlsxwriter

    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("Incidents")
        columns, codes = book.add_worksheet("Columns"), book.add_worksheet("Codes")
        with speaking("en"):  # as all of the file: it is data
            _write_lines(book.add_worksheet("Read me"), [(note,) for note in notes()], 110)
        columns.write_row(0, 0, ("column", "meaning", "codes"), bold)
        _write_lines(columns, codebook(), 40, first=1)
        ranges = _write_codes(codes, bold)
        _write_head(book, sheet, bold, ranges)
    return out.getvalue()


def _write_lines(sheet: Any, lines: Sequence[tuple[str, ...]], width: int, first: int = 0) -> None:
    sheet.set_column(0, 2, width)
    for at, line in enumerate(lines, first):
        for place, cell in enumerate(line):
            sheet.write_string(at, place, cell)


def _write_codes(sheet: Any, bold: Any) -> dict[str, str]:
    """Two columns per vocabulary, code and label; returns the range of the codes by column."""
    ranges = {}
    for at, (name, known) in enumerate(vocabularies().items()):
        place = 2 * at
        sheet.write_string(0, place, name, bold)
        sheet.write_string(0, place + 1, "meaning", bold)
        sheet.set_column(place, place, 22)
        sheet.set_column(place + 1, place + 1, 40)
        for line, (code, label) in enumerate(known.items(), 1):
            sheet.write_string(line, place, code)
            sheet.write_string(line, place + 1, label)
        letter = _letter(place)
        ranges[name] = f"=Codes!${letter}$2:${letter}${len(known) + 1}"
    return ranges


def _letter(place: int) -> str:
    return chr(65 + place)


def _write_head(book: Any, sheet: Any, bold: Any, ranges: Mapping[str, str]) -> None:
    """The header with a comment per column, and what the cells below it take."""
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.freeze_panes(1, 1)
    for place, (name, meaning) in enumerate(COLUMNS.items()):
        is_day = name in ("date_start", "date_end", "reported_on")
        sheet.set_column(place, place, 44 if name in WIDE else 16, day if is_day else None)
        sheet.write_string(0, place, name, bold)
        sheet.write_comment(0, place, meaning)
        if name in ranges:
            several = name in ("agency", "district")
            rule = {"validate": "list", "source": ranges[name]}
            if several:
                rule |= {"error_type": "information", "error_message": "Separate several by ;"}
            sheet.data_validation(1, place, LINES, place, rule)
