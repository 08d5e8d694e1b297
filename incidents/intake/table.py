"""A file as a table of text cells, before anything in it is understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING

from incidents.intake.errors import Cancelled, IntakeError
from incidents.intake.limits import LIMITS, check_cell, check_columns, check_rows

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

CHUNK = 5_000
HXL_TAG = re.compile(r"#[A-Za-z][\w+ -]*$")
Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that could not be taken apart into cells: what stood there, and why not."""

    cells: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Lines:
    """What a reader of one format found, row by row, the header not yet told from the rows."""

    kind: str
    rows: Iterable[Cells | Unreadable]
    header: Cells | None = None
    ragged: bool = False
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)
    keeps_guard: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A file as text. `cells` has one row per data row (no header, HXL tag row, blank lines).

    `unreadable` and `doubtful` tell, by position from 0, why a row could not be read or what is
    odd about it. `guarded`: cells may carry the apostrophe of a CSV for Excel.
    """

    cells: pa.Table
    kind: str
    unreadable: dict[int, str]
    doubtful: dict[int, str]
    tags: dict[str, str]
    encoding: str
    delimiter: str
    sheet: str
    sheets: tuple[str, ...]
    notes: tuple[str, ...]
    guarded: bool

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
        names = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
        parts = [self.kind, self.encoding]
        if self.delimiter:
            parts.append(f"separated by {names.get(self.delimiter, self.delimiter)}")
        if len(self.sheets) > 1:
            parts.append(f"sheet '{self.sheet}' of {len(self.sheets)}")
        return ", ".join(part for part in parts if part)


def build(lines: Lines, cancelled: Callable[[], bool] = lambda: False) -> Table:
    """Return the rows of a file as a table of text.

    Raises IntakeError for an empty file, a header alone, a repeated column name, and for what is
    beyond the limits; Cancelled if the reader stops.
    """
    rows = iter(lines.rows)
    header, rows = _find_header(lines, rows)
    names = _name_columns(header, lines.ragged)
    tags, rows = _skip_tags(names, rows) if lines.header is None else ({}, rows)
    pile = _Pile(names, lines.ragged, lines.header is None)
    while batch := list(islice(rows, CHUNK)):
        if cancelled():
            raise Cancelled
        pile.add(batch)
    return pile.finish(lines, tags)


def _find_header(
    lines: Lines, rows: Iterator[Cells | Unreadable]
) -> tuple[Cells, Iterator[Cells | Unreadable]]:
    """The header row; lines of one cell above it (a title, a date of printing) are left out."""
    if lines.header is not None:
        return lines.header, rows
    first = list(islice((row for row in rows if _filled(row)), 6))
    if not first:
        raise IntakeError("The file has no rows. Choose a file that has a header and rows.")
    widest = max(_filled(row) for row in first)
    start = next(at for at, row in enumerate(first) if _filled(row) > 1 or widest == 1)
    if isinstance(first[start], Unreadable):
        raise IntakeError(f"The header cannot be read: {first[start].why}")  # type: ignore[union-attr]
    for row in first[:start]:
        lines.notes.append(f"Above the header stood: {' '.join(_cells(row)).strip()[:120]}")
    return _cells(first[start]), chain(first[start + 1 :], rows)


def _cells(row: Cells | Unreadable) -> Cells:
    return row.cells if isinstance(row, Unreadable) else row


def _filled(row: Cells | Unreadable) -> int:
    return sum(1 for cell in _cells(row) if cell and not cell.isspace())


def _name_columns(header: Cells, ragged: bool) -> list[str]:
    names = [" ".join(name.replace("\ufeff", "").split()) for name in header]
    while names and not names[-1] and (not ragged or len(names) > LIMITS.columns):
        names.pop()
    check_columns(len(names))
    seen: dict[str, int] = {}
    for at, name in enumerate(names, 1):
        if len(name) > 1_000:
            raise IntakeError(f"Column {at} has a name of {len(name):,} characters; no header?")
        if name and name in seen:
            raise IntakeError(
                f"The header names '{name[:80]}' twice (columns {seen[name]} and {at}). "
                "Rename or remove one of them."
            )
        seen.setdefault(name, at)
    return [name or _unnamed(at, seen) for at, name in enumerate(names, 1)]


def _unnamed(at: int, taken: dict[str, int]) -> str:
    name = f"column {at}"
    while name in taken:
        name += "_"
    return name


def _skip_tags(
    names: list[str], rows: Iterator[Cells | Unreadable]
) -> tuple[dict[str, str], Iterator[Cells | Unreadable]]:
    """The HXL tags by column, if the first row after the header consists of them."""
    for row in rows:
        if not _filled(row):
            continue
        cells = [cell.strip() for cell in _cells(row)]
        tagged = [cell for cell in cells if HXL_TAG.match(cell)]
        if tagged and 2 * len(tagged) >= _filled(row) and not isinstance(row, Unreadable):
            return dict(zip(names, cells, strict=False)), rows
        return {}, chain([row], rows)
    return {}, rows


class _Pile:
    """Rows heaped up chunk by chunk as columns of text."""

    def __init__(self, names: list[str], ragged: bool, skip_blank: bool) -> None:
        self.names, self.ragged, self.skip_blank = names, ragged, skip_blank
        self.count = 0
        self.unreadable: dict[int, str] = {}
        self.doubtful: dict[int, str] = {}
        self.chunks: list[pa.Table] = []

    def add(self, batch: list[Cells | Unreadable]) -> None:
        width = len(self.names)
        kept: list[Cells] = []
        for row in batch:
            if self.skip_blank and not any(cell and not cell.isspace() for cell in _cells(row)):
                continue
            at = self.count + len(kept)
            if isinstance(row, Unreadable):
                self._refuse(at, row.why)
            kept.append(row if type(row) is list and len(row) == width else self._fit(row, at))
        self.count += len(kept)
        check_rows(self.count)
        if kept:
            self.chunks.append(self._columns(kept))

    def _refuse(self, at: int, why: str) -> None:
        self.unreadable[at] = why
        if len(self.unreadable) > LIMITS.unreadable_rows:
            raise IntakeError(
                f"More than {LIMITS.unreadable_rows:,} rows cannot be taken apart into cells "
                f"(the first: {next(iter(self.unreadable.values()))}) Is this a table?"
            )

    def _fit(self, row: Cells | Unreadable, at: int) -> Cells:
        cells, width = list(_cells(row)), len(self.names)
        rest = [cell for cell in cells[width:] if cell and not cell.isspace()]
        if rest:
            self._tell_rest(at, len(cells))
            return [*cells[: width - 1], " | ".join([*cells[width - 1 : width], *rest])]
        if len(cells) < width and self.ragged and at not in self.unreadable:
            self.doubtful[at] = f"The row has {len(cells)} cells, the header {width}."
        return cells[:width] + [""] * (width - len(cells))

    def _tell_rest(self, at: int, count: int) -> None:
        why = f"The row has {count} cells, the header {len(self.names)}."
        if not self.ragged:
            self.doubtful[at] = f"{why} What stands right of the header was not used."
        elif at not in self.unreadable:
            self._refuse(at, f"{why} Look for a separator inside a cell that is not in quotes.")

    def _columns(self, kept: list[Cells]) -> pa.Table:
        import pyarrow as pa

        first = self.count - len(kept)
        columns = [_to_arrow(list(column)) for column in zip(*kept, strict=True)]
        for column in columns:
            self._check(column, first)
        return pa.table([self._without_nul(c, first) for c in columns], names=self.names)

    def _check(self, column: pa.Array, first: int) -> None:
        import pyarrow.compute as pc

        if column.nbytes <= LIMITS.cell_chars:
            return
        lengths = pc.utf8_length(column)
        longest = pc.max(lengths).as_py() or 0
        if longest > LIMITS.cell_chars:
            check_cell(longest, first + pc.index(lengths, longest).as_py() + 1)

    def _without_nul(self, column: pa.Array, first: int) -> pa.Array:
        import pyarrow.compute as pc

        hits = pc.match_substring(column, "\x00")
        if not pc.any(hits).as_py():
            return column
        for at in pc.indices_nonzero(hits).to_pylist():
            self._refuse(first + at, "The row has a NUL character, so it is not plain text.")
        return pc.replace_substring(column, "\x00", "\ufffd")

    def finish(self, lines: Lines, tags: dict[str, str]) -> Table:
        import pyarrow as pa

        if not self.count:
            raise IntakeError("The file has a header but no rows. Add rows, or choose another.")
        cells = pa.concat_tables(self.chunks)
        return Table(
            cells=cells,
            kind=lines.kind,
            unreadable=self.unreadable,
            doubtful=self.doubtful,
            tags=tags,
            encoding=lines.encoding,
            delimiter=lines.delimiter,
            sheet=lines.sheet,
            sheets=lines.sheets,
            notes=tuple(lines.notes),
            guarded=not lines.keeps_guard,
        )


def _to_arrow(column: list[str]) -> pa.Array:
    import pyarrow as pa

    try:
        return pa.array(column, pa.large_string())
    except UnicodeEncodeError:
        clean = [cell.encode("utf-8", "replace").decode("utf-8") for cell in column]
        return pa.array(clean, pa.large_string())
