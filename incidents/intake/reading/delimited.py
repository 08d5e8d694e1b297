"""CSV and its relatives: which sign separates the cells, and rows that survive a stray quote."""

from __future__ import annotations

import csv
import re
from collections import Counter, deque
from collections.abc import Iterator
from io import BytesIO, StringIO, TextIOWrapper

from incidents.intake.errors import IntakeError
from incidents.intake.limits import LIMITS, check_columns
from incidents.intake.pile import Line, Odd, Unreadable
from incidents.intake.reading.encodings import Encoding, detect
from incidents.intake.said import Said, cause_of, to_say
from incidents.intake.table import TABBED, Lines

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_LINES = 60
LONGEST_LINE = 2 * LIMITS.cell_chars
SWALLOWED = to_say("row_faults.swallowed")
SWALLOWS = "swallows"  # an error of ours among those of the csv module
NAMED = re.compile(r"""^["']?sep=(.)["']?\s*$""", re.IGNORECASE)


def read(data: bytes) -> Lines:
    """Return the lines of a delimited text file; IntakeError if it is not text.

    The delimiter is a comma, semicolon, tab or bar, whichever cuts the first lines most evenly; a
    first line `sep=;` as Excel writes it decides.
    """
    encoding = detect(data)
    sample = _sample(data, encoding)
    if not sample.strip():
        raise IntakeError(to_say("file_faults.only_blank_lines"))
    if sample.count("\x00") > max(2, len(sample) // 1_000):
        raise IntakeError(to_say("file_faults.full_of_nul"))
    stated = NAMED.match(sample.split("\n", 1)[0])
    delimiter = stated[1] if stated else sniff(sample)
    _check_width(sample, delimiter)
    return Lines(
        kind="CSV" if delimiter != "\t" else TABBED,
        rows=_rows(_text(data, encoding), delimiter, skip=1 if stated else 0),
        ragged=True,
        encoding=encoding.name,
        delimiter=delimiter,
        keeps_guard=encoding.name == "UTF-8",
    )


def sniff(sample: str) -> str:
    """Return the delimiter of a text: the one that gives most rows the same number of cells.

    >>> sniff("date;place\\n2019-11-05;Hyesan, Ryanggang\\n2019-11-06;Musan, North Hamgyong\\n")
    ';'
    """
    return max(DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    try:
        rows = [row for row in csv.reader(StringIO(sample, newline=""), delimiter=delimiter) if row]
    except csv.Error:
        return (0.0, 0)
    widths = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    if width < 2:
        return (0.0, 0)
    return (count / widths.total() + (0.5 if len(rows[0]) == width else 0), width)


def _text(data: bytes, encoding: Encoding) -> TextIOWrapper:
    return TextIOWrapper(BytesIO(data), encoding.codec, encoding.errors, newline="")


def _sample(data: bytes, encoding: Encoding) -> str:
    text = _text(data, encoding)
    lines = []
    for _ in range(SAMPLE_LINES):
        line = text.readline(LONGEST_LINE)
        if len(line) >= LONGEST_LINE:
            _refuse_long(line)
        lines.append(line)
    return "".join(lines)


def _refuse_long(line: str) -> None:
    for delimiter in DELIMITERS:
        check_columns(line.count(delimiter) + 1)
    bounds = {"limit": LONGEST_LINE, "cell": LIMITS.cell_chars}
    raise IntakeError(to_say("file_faults.line_too_long", **bounds))


def _check_width(sample: str, delimiter: str) -> None:
    first = next(line for line in sample.splitlines() if line.strip())
    if first.count(delimiter) > LIMITS.columns:
        named = [cell for cell in first.split(delimiter) if cell.strip()]
        check_columns(len(named))


class _Feed:
    """Lines of text handed to the csv reader one by one; those of a broken record come back."""

    def __init__(self, text: TextIOWrapper) -> None:
        self.text = text
        self.waiting: deque[str] = deque()
        self.taken: list[str] = []
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        while line := self.waiting.popleft() if self.waiting else self._next():
            self.taken.append(line)
            yield line

    def _next(self) -> str:
        line = self.text.readline(LONGEST_LINE)
        if len(line) >= LONGEST_LINE:
            _refuse_long(line)
        return line

    def close_record(self) -> None:
        self.number += len(self.taken)
        self.taken.clear()

    def give_back(self) -> str:
        """The first line of the record at hand; its further lines will be read again."""
        self.number += 1
        first, *others = self.taken
        self.waiting.extendleft(reversed(others))
        self.taken.clear()
        return first


def _rows(text: TextIOWrapper, delimiter: str, skip: int) -> Iterator[Line]:
    """Rows of cells; a record that breaks the rules of quoting costs its own line only."""
    feed = _Feed(text)
    for _ in range(skip):
        feed.number += bool(text.readline())
    width = 0
    while True:
        try:
            for row in csv.reader(iter(feed), delimiter=delimiter, strict=True):
                width = width or (len(row) if len(row) > 1 else 0)
                swallows = len(feed.taken) > 1 and _holds_rows(feed.taken, width, delimiter)
                if swallows and len(row) != width:
                    raise csv.Error(SWALLOWS)
                feed.close_record()
                yield Odd(tuple(row), SWALLOWED) if swallows else row
            return
        except csv.Error as fault:
            line = feed.give_back()
            yield _salvage(line, delimiter, feed.number, cause_of(fault))


def _holds_rows(lines: list[str], width: int, delimiter: str) -> bool:
    """Whether a record over several lines holds lines that would be whole rows by themselves."""
    return width > 2 and any(
        len(next(csv.reader([line], delimiter=delimiter), ())) == width for line in lines[1:]
    )


def _salvage(line: str, delimiter: str, number: int, fault: Said) -> Line:
    """The one line that broke, taken apart without strictness if it is whole in itself."""
    line = line.rstrip("\r\n")
    if len(line) > LIMITS.cell_chars:
        _refuse_long(line)
    if line.count('"') % 2 == 0:
        try:
            return next(csv.reader([line], delimiter=delimiter))
        except (csv.Error, StopIteration):
            pass
    why = to_say("row_faults.open_quote", line=number, fault=fault)
    return Unreadable(tuple(line.split(delimiter)), why)
