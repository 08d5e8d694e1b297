"""CSV as RFC 4180 has it, and CSV that Excel opens without running anything in it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, BinaryIO

from incidents.export.columns import (
    COLUMNS,
    DATES,
    INTEGERS,
    NUMBERS,
    check_columns,
    read_numbers,
    read_texts,
)

if TYPE_CHECKING:
    import pandas as pd

    from incidents.export.about import About

BOM = b"\xef\xbb\xbf"
CHUNK = 50_000
GUARDED = re.compile(r"'*[=+\-@\t\r]")
UNDOABLE = re.compile(r"'+[=+\-@\t\r]")


def to_csv(rows: pd.DataFrame, about: About | None = None, *, extra: Sequence[str] = ()) -> bytes:
    """The rows as CSV: UTF-8, CRLF, one header row, ISO dates, unknown is empty.

    One line is one incident; `extra` names further columns of `rows` to append as text.
    `about` never enters the file: a manifest stands beside a CSV. Raises ValueError if a
    column is missing.
    """
    out = BytesIO()
    write_csv(rows, out, extra=extra)
    return out.getvalue()


def to_excel_csv(
    rows: pd.DataFrame, about: About | None = None, *, extra: Sequence[str] = ()
) -> bytes:
    """The rows as CSV for Excel: as `to_csv`, with a BOM and every text cell guarded."""
    out = BytesIO()
    write_csv(rows, out, for_excel=True, extra=extra)
    return out.getvalue()


def write_csv(
    rows: pd.DataFrame | Iterable[pd.DataFrame],
    out: BinaryIO,
    *,
    for_excel: bool = False,
    extra: Sequence[str] = (),
) -> int:
    """The number of lines of data written to the binary `out`, a chunk of rows at a time.

    `rows` is one frame or a stream of frames; memory stays that of one chunk of text.
    """
    out.write((BOM if for_excel else b"") + write_lines([*COLUMNS, *extra], []))
    written = 0
    for chunk in _chunks(rows):
        table = _as_text(chunk, for_excel, extra)
        text = table.to_csv(index=False, header=False, lineterminator="\r\n")
        out.write(text.encode("utf-8"))
        written += len(table)
    return written


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


def write_lines(head: Sequence[str], lines: Iterable[Sequence[object]]) -> bytes:
    """A header and lines of cells as RFC 4180 CSV in UTF-8."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(lines)
    return out.getvalue().encode("utf-8")


def _chunks(rows: pd.DataFrame | Iterable[pd.DataFrame]) -> Iterable[pd.DataFrame]:
    """Frames of at most CHUNK rows, in the order given."""
    import pandas as pd

    for frame in [rows] if isinstance(rows, pd.DataFrame) else rows:
        for first in range(0, len(frame), CHUNK):
            yield frame.iloc[first : first + CHUNK]


def _as_text(rows: pd.DataFrame, for_excel: bool, extra: Sequence[str]) -> pd.DataFrame:
    """The rows with every cell as the text that stands in the file."""
    import pandas as pd

    check_columns(rows, extra)
    names = (*COLUMNS, *extra)
    return pd.DataFrame({name: _column(rows[name], name, for_excel) for name in names})


def _column(column: pd.Series, name: str, for_excel: bool) -> pd.Series:
    import pandas as pd

    if name in DATES:
        return pd.to_datetime(column).dt.strftime("%Y-%m-%d").fillna("")
    if name in (*INTEGERS, *NUMBERS):
        cells = ["" if one is None else str(one) for one in read_numbers(column)]
        return pd.Series(cells, index=column.index, dtype="str")
    texts = read_texts(column)
    return texts.where(~texts.str.match(GUARDED.pattern), "'" + texts) if for_excel else texts
