"""The cells of one sheet as rows of text, streamed from its XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import IO
from xml.parsers import expat

from incidents.intake.errors import IntakeError
from incidents.intake.limits import LIMITS, check_cell
from incidents.intake.reading.values import as_text
from incidents.intake.reading.xml_events import PIECE, make_parser
from incidents.intake.said import cause_of, to_say

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
LETTERS = re.compile(r"[A-Z]{1,3}")
EPOCH = datetime(1899, 12, 30)
EPOCH_1904 = datetime(1904, 1, 1)
LAST_SERIAL = 2_958_466


@dataclass(slots=True)
class Book:
    """What cells need of their workbook, and what was met in them (formulas, unsaved ones)."""

    strings: list[str]
    date_styles: frozenset[str]
    base1904: bool
    formulas: int = 0
    unsaved: int = 0

    def day(self, serial: str) -> str:
        """A day number as ISO text; unchanged if it is none."""
        try:
            number = float(serial)
        except ValueError:
            return serial
        if not 1 <= number < LAST_SERIAL:
            return serial
        epoch = EPOCH_1904 if self.base1904 else EPOCH
        return as_text(epoch + timedelta(days=int(number), seconds=round(number % 1 * 86_400)))


def read_cells(stream: IO[bytes], book: Book) -> Iterator[list[str]]:
    """Yield each row of a sheet as a list of texts, as long as its last filled cell.

    Raises IntakeError for damaged XML, too many columns and too long cells.
    """
    sheet = _Sheet(book)
    parser = make_parser(sheet.start, sheet.end, sheet.text)
    try:
        while piece := stream.read(PIECE):
            parser.Parse(piece, False)
            yield from sheet.take()
        parser.Parse(b"", True)
    except expat.ExpatError as fault:
        raise IntakeError(to_say("format_faults.sheet_damaged", fault=cause_of(fault))) from fault
    yield from sheet.take()


class _Sheet:
    """Collects rows from the events of the sheet's XML."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.done: list[list[str]] = []
        self.row: list[str] = []
        self.at = -1
        self.marks: dict[str, str] = {}
        self.pieces: list[str] = []
        self.length = 0
        self.listening = self.formula = False
        self.columns: dict[str, int] = {}

    def take(self) -> list[list[str]]:
        """The rows finished since last asked."""
        done, self.done = self.done, []
        return done

    def start(self, name: str, marks: dict[str, str]) -> None:
        """An element opens."""
        if name == "c":
            self.marks = marks
            self.at = self._column(marks.get("r", ""))
            self.formula = False
            self.length = 0
        elif name in ("v", "t"):
            self.listening = True
        elif name == "row":
            self.row, self.at = [], -1
        elif name == "f":
            self.formula = True

    def text(self, piece: str) -> None:
        """Characters of a value."""
        if self.listening:
            self.length += len(piece)
            if self.length > LIMITS.cell_chars:
                check_cell(self.length, len(self.done) + 1)
            self.pieces.append(piece)

    def end(self, name: str) -> None:
        """An element closes."""
        if name in ("v", "t"):
            self.listening = False
        elif name == "c":
            if self.pieces:
                self._put(self._value("".join(self.pieces)))
                self.pieces.clear()
            if self.formula:
                self.book.formulas += 1
                self.book.unsaved += not self.length
        elif name == "row":
            self.done.append(self.row)

    def _column(self, reference: str) -> int:
        letters = LETTERS.match(reference)
        if not letters:
            return self.at + 1
        word = letters[0]
        if word not in self.columns:
            number = 0
            for letter in word:
                number = number * 26 + ord(letter) - 64
            self.columns[word] = number - 1
        return self.columns[word]

    def _put(self, value: str) -> None:
        if value and self.at >= LIMITS.columns:
            far = {"column": self.at + 1, "limit": LIMITS.columns}
            raise IntakeError(to_say("file_faults.column_too_far", **far))
        if value and self.at >= len(self.row):
            self.row.extend([""] * (self.at + 1 - len(self.row)))
        if value:
            self.row[self.at] = value

    def _value(self, raw: str) -> str:
        kind = self.marks.get("t", "n")
        if kind == "s":
            index = int(raw) if raw.isdecimal() else -1
            raw = self.book.strings[index] if 0 <= index < len(self.book.strings) else ""
            check_cell(len(raw), len(self.done) + 1)
            return ESCAPED.sub(_unescape, raw) if "_x" in raw else raw
        if kind in ("str", "inlineStr"):
            return ESCAPED.sub(_unescape, raw) if "_x" in raw else raw
        if kind == "b":
            return "true" if raw == "1" else "false"
        if kind == "n":
            return self.book.day(raw) if self.marks.get("s") in self.book.date_styles else raw
        return raw


def _unescape(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))
