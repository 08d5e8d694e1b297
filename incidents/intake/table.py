"""A file as a table of text cells, before anything in it is understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING

from incidents.intake.errors import Cancelled, IntakeError
from incidents.intake.limits import LIMITS, check_columns
from incidents.intake.pile import Cells, Line, Pile, Unreadable, cells_of, count_filled
from incidents.intake.said import Said, Words, to_say
from incidents.intake.signs import INSTEAD, NO_TEXT, readable

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

CHUNK = 5_000
TABBED = "TSV"
SIGNS = {
    sign: to_say(f"file_notes.{name}")
    for sign, name in ((",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "bar"))
}
TAILS = {
    ", damaged": "file_notes.damaged",
    " with BOM": "file_notes.bom",
    " without BOM": "file_notes.no_bom",
}
HXL_TAG = re.compile(r"#[A-Za-z][\w+ -]*$")


@dataclass(frozen=True, slots=True)
class Lines:
    """What a reader of one format found, row by row, the header not yet told from the rows."""

    kind: str
    rows: Iterable[Line]
    header: Cells | None = None
    ragged: bool = False
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    notes: list[Words] = field(default_factory=list)
    keeps_guard: bool = True
    from_1904: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A file as text. `cells` has one row per data row (no header, HXL tag row, blank lines).

    `unreadable` and `doubtful` tell, by position from 0, why a row could not be read or what is
    odd about it. `guarded`: cells may carry the apostrophe of a CSV for Excel. `from_1904`: its
    day numbers count from 1904, as in old workbooks of a Mac.
    """

    cells: pa.Table
    kind: str
    unreadable: dict[int, Words]
    doubtful: dict[int, Words]
    tags: dict[str, str]
    encoding: str
    delimiter: str
    sheet: str
    sheets: tuple[str, ...]
    notes: tuple[Words, ...]
    guarded: bool
    from_1904: bool

    @property
    def header(self) -> tuple[str, ...]:
        """Names of the columns in the order of the file."""
        return tuple(self.cells.column_names)

    def __len__(self) -> int:
        return self.cells.num_rows

    def to_frame(self) -> pd.DataFrame:
        """Return the original cells as text; one row is one data row of the file."""
        return self.cells.to_pandas()

    def describe(self) -> str:
        """Return in words what was read, for example "CSV, UTF-8, separated by ;"."""
        sign = SIGNS.get(self.delimiter, self.delimiter)
        parts = [name_kind(self.kind), name_encoding(self.encoding)]
        if self.delimiter:
            parts.append(to_say("file_notes.separated_by", sign=sign))
        if len(self.sheets) > 1:
            count = len(self.sheets)
            parts.append(to_say("file_notes.sheet_of", name=self.sheet, count=count))
        return ", ".join(str(part) for part in parts if part)


def name_kind(kind: str) -> Said | str:
    """Return what a format is called."""
    return to_say("file_notes.tab_separated") if kind == TABBED else kind


def name_encoding(name: str) -> Said | str:
    """Return an encoding with what is said of it: a byte order mark, damage."""
    for tail, key in TAILS.items():
        if name.endswith(tail):
            return to_say(key, encoding=name_encoding(name.removesuffix(tail)))
    return name


def build(lines: Lines, cancelled: Callable[[], bool] = lambda: False) -> Table:
    """Return the rows of a file as a table of text.

    Raises IntakeError for an empty file, a header alone, a repeated column name, and for what is
    beyond the limits; Cancelled if the reader stops.
    """
    rows = iter(lines.rows)
    header, rows = _find_header(lines, rows)
    if any(map(NO_TEXT.search, header)):
        lines.notes.append(to_say("file_notes.no_text_in_names", instead=INSTEAD))
    names = _name_columns(header, lines.ragged)
    tags, rows = _skip_tags(names, rows) if lines.header is None else ({}, rows)
    pile = Pile(names, lines.ragged, lines.header is None)
    while batch := list(islice(rows, CHUNK)):
        if cancelled():
            raise Cancelled
        pile.add(batch)
    return _finish(pile, lines, tags)


def _find_header(lines: Lines, rows: Iterator[Line]) -> tuple[Cells, Iterator[Line]]:
    """The header row; lines of one cell above it (a title, a date of printing) are left out."""
    if lines.header is not None:
        return lines.header, rows
    first = list(islice((row for row in rows if count_filled(row)), 6))
    if not first:
        raise IntakeError(to_say("file_faults.no_rows"))
    widest = max(count_filled(row) for row in first)
    start = next(at for at, row in enumerate(first) if count_filled(row) > 1 or widest == 1)
    head = first[start]
    if isinstance(head, Unreadable):
        raise IntakeError(to_say("file_faults.header_unreadable", why=head.why))
    for row in first[:start]:
        text = readable(" ".join(cells_of(row)).strip()[:120])
        lines.notes.append(to_say("file_notes.above_header", text=text))
    return cells_of(head), chain(first[start + 1 :], rows)


def _name_columns(header: Cells, ragged: bool) -> list[str]:
    names = [" ".join(readable(name.replace("\ufeff", "")).split()) for name in header]
    while names and not names[-1] and (not ragged or len(names) > LIMITS.columns):
        names.pop()
    check_columns(len(names))
    seen: dict[str, int] = {}
    for at, name in enumerate(names, 1):
        if len(name) > 1_000:
            raise IntakeError(to_say("file_faults.long_header", column=at, count=len(name)))
        if name and name in seen:
            places = {"first": seen[name], "second": at}
            raise IntakeError(to_say("file_faults.same_header", name=name[:80], **places))
        seen.setdefault(name, at)
    return [name or _unnamed(at, seen) for at, name in enumerate(names, 1)]


def _unnamed(at: int, taken: dict[str, int]) -> str:
    name = f"column {at}"
    while name in taken:
        name += "_"
    return name


def _skip_tags(names: list[str], rows: Iterator[Line]) -> tuple[dict[str, str], Iterator[Line]]:
    """The HXL tags by column, if the first row after the header consists of them."""
    for row in rows:
        if not count_filled(row):
            continue
        cells = [cell.strip() for cell in cells_of(row)]
        tagged = [cell for cell in cells if HXL_TAG.match(cell)]
        if tagged and 2 * len(tagged) >= count_filled(row) and not isinstance(row, Unreadable):
            return dict(zip(names, cells, strict=False)), rows
        return {}, chain([row], rows)
    return {}, rows


def _finish(pile: Pile, lines: Lines, tags: dict[str, str]) -> Table:
    if not pile.count:
        raise IntakeError(to_say("file_faults.only_header"))
    return Table(
        cells=pile.cells(),
        kind=lines.kind,
        unreadable=pile.unreadable,
        doubtful=pile.doubtful,
        tags=tags,
        encoding=lines.encoding,
        delimiter=lines.delimiter,
        sheet=lines.sheet,
        sheets=lines.sheets,
        notes=tuple(lines.notes),
        guarded=not lines.keeps_guard,
        from_1904=lines.from_1904,
    )
