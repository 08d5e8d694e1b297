"""CSV as RFC 4180 has it, and CSV that Excel opens without running anything in it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, StringIO
from typing import IO, TYPE_CHECKING, BinaryIO

from incidents.export.chunks import RECORDS, tables
from incidents.export.columns import COLUMNS
from incidents.export.lines import FORMULA, as_lines

if TYPE_CHECKING:
    import pyarrow as pa

    from incidents.export.about import About
    from incidents.export.chunks import Rows

BOM = b"\xef\xbb\xbf"
GUARDED = re.compile(FORMULA)
UNDOABLE = re.compile(r"'+[=+\-@\t\r]")


def write_plain(stream: Iterable[pa.Table], about: About, out: BinaryIO) -> None:
    """Write CSV: UTF-8, CRLF, one header row, ISO dates, unknown is empty; one line one incident.

    `about` never enters the file: a manifest stands beside a CSV.
    """
    write_head(out)
    for table in stream:
        out.write(as_lines(table))


def write_excel(stream: Iterable[pa.Table], about: About, out: BinaryIO) -> None:
    """Write CSV for Excel: as `write_plain`, with a BOM and every text cell guarded."""
    out.write(BOM)
    write_head(out)
    for table in stream:
        out.write(as_lines(table, for_excel=True))


def to_csv(rows: Rows, *, extra: Sequence[str] = ()) -> bytes:
    """The rows as CSV, as in `write_csv`."""
    out = BytesIO()
    write_csv(rows, out, extra=extra)
    return out.getvalue()


def write_csv(rows: Rows, out: BinaryIO, *, extra: Sequence[str] = ()) -> int:
    """The number of lines of data written as CSV to the binary `out`, a chunk of rows at a time.

    `rows` is one frame or a stream of frames or Arrow tables; `extra` names further columns of
    them to append as text. Raises ValueError if a column is missing.
    """
    write_head(out, extra)
    written = 0
    for table in tables(rows, extra):
        out.write(as_lines(table))
        written += len(table)
    return written


def write_head(out: IO[bytes], extra: Sequence[str] = ()) -> None:
    """Write the header row."""
    write_lines([*COLUMNS, *extra], [], out)


def guard(text: str) -> str:
    """The text with an apostrophe in front if Excel could take it for a formula.

    A text that already has apostrophes before such a character gets one more, so that
    `undo_guard` gives back exactly what was there.

    >>> guard("=1+1"), guard("'=1+1"), guard("plain"), guard("'quoted'")
    ("'=1+1", "''=1+1", 'plain', "'quoted'")
    """
    return f"'{text}" if GUARDED.match(text) else text


def undo_guard(text: str) -> str:
    """The text as it was before `guard`.

    >>> undo_guard("'=1+1"), undo_guard("''=1+1"), undo_guard("'quoted'")
    ('=1+1', "'=1+1", "'quoted'")
    """
    return text[1:] if UNDOABLE.match(text) else text


def write_lines(head: Sequence[str], lines: Iterable[Sequence[object]], out: IO[bytes]) -> None:
    """Write a header and lines of cells as RFC 4180 CSV in UTF-8, some lines at a time."""
    for part in _pages(head, lines):
        page = StringIO()
        csv.writer(page, lineterminator="\r\n").writerows(part)
        out.write(page.getvalue().encode("utf-8"))


def _pages(
    head: Sequence[str], lines: Iterable[Sequence[object]]
) -> Iterator[list[Sequence[object]]]:
    page: list[Sequence[object]] = [head]
    for line in lines:
        page.append(line)
        if len(page) >= RECORDS:
            yield page
            page = []
    yield page
