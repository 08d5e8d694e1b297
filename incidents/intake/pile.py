"""Rows of text heaped up chunk by chunk as columns, each held to the limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from incidents.intake.errors import IntakeError
from incidents.intake.limits import LIMITS, check_cell, check_rows
from incidents.intake.said import Several, Words, to_say
from incidents.intake.signs import CONTROLS, HALF, HALVES, INSTEAD

if TYPE_CHECKING:
    import pyarrow as pa

Cells = Sequence[str]
NO_TEXT_TOLD = to_say("row_faults.no_text", instead=INSTEAD)
REPLACED = Several((NO_TEXT_TOLD,))  # a row that is whole but for signs that are no text


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that could not be taken apart into cells: what stood there, and why not."""

    cells: tuple[str, ...]
    why: Words


@dataclass(frozen=True, slots=True)
class Odd:
    """A row that was taken apart, but perhaps not as meant: its cells, and what is odd."""

    cells: tuple[str, ...]
    why: Words


Line = Cells | Unreadable | Odd


def cells_of(row: Line) -> Cells:
    """The cells of a row, also of one that could not be read."""
    return row.cells if isinstance(row, Unreadable | Odd) else row


def count_filled(row: Line) -> int:
    """How many cells of a row hold more than blanks."""
    return sum(1 for cell in cells_of(row) if cell and not cell.isspace())


class Pile:
    """Rows heaped up chunk by chunk as columns of text."""

    def __init__(self, names: list[str], ragged: bool, skip_blank: bool) -> None:
        self.names, self.ragged, self.skip_blank = names, ragged, skip_blank
        self.count = 0
        self.unreadable: dict[int, Words] = {}
        self.doubtful: dict[int, Words] = {}
        self.chunks: list[pa.Table] = []

    def add(self, batch: list[Line]) -> None:
        """Take in some rows; blank lines are left out if asked so at the start."""
        width = len(self.names)
        kept: list[Cells] = []
        for row in batch:
            if self.skip_blank and not any(cell and not cell.isspace() for cell in cells_of(row)):
                continue
            at = self.count + len(kept)
            if isinstance(row, Unreadable):
                self._refuse(at, row.why)
            elif isinstance(row, Odd):
                self.doubtful[at] = row.why
            kept.append(row if type(row) is list and len(row) == width else self._fit(row, at))
        self.count += len(kept)
        check_rows(self.count, len(self.names))
        if kept:
            self.chunks.append(self._columns(kept))

    def _refuse(self, at: int, why: Words) -> None:
        self.unreadable[at] = why
        if len(self.unreadable) > LIMITS.unreadable_rows:
            shown = {"limit": LIMITS.unreadable_rows, "first": next(iter(self.unreadable.values()))}
            raise IntakeError(to_say("file_faults.too_many_unreadable", **shown))

    def _fit(self, row: Line, at: int) -> Cells:
        cells, width = list(cells_of(row)), len(self.names)
        rest = [cell for cell in cells[width:] if cell and not cell.isspace()]
        if rest:
            self._tell_rest(at, len(cells))
            return [*cells[: width - 1], " | ".join([*cells[width - 1 : width], *rest])]
        if len(cells) < width and self.ragged and at not in self.unreadable:
            self.doubtful[at] = to_say("row_faults.cells", count=len(cells), columns=width)
        return cells[:width] + [""] * (width - len(cells))

    def _tell_rest(self, at: int, count: int) -> None:
        why = to_say("row_faults.cells", count=count, columns=len(self.names))
        if not self.ragged:
            self.doubtful[at] = Several((why, to_say("row_faults.cells_beyond")))
        elif at not in self.unreadable:
            self._refuse(at, Several((why, to_say("row_faults.loose_separator"))))

    def _columns(self, kept: list[Cells]) -> pa.Table:
        import pyarrow as pa

        first = self.count - len(kept)
        columns = [_to_arrow(list(column)) for column in zip(*kept, strict=True)]
        for column in columns:
            self._check(column, first)
        spoiled: set[int] = set()
        clean = [self._only_text(column, first, spoiled) for column in columns]
        for at in sorted(spoiled):
            told = [self.doubtful[at]] if at in self.doubtful else []
            self.doubtful[at] = Several((*told, NO_TEXT_TOLD))
        return pa.table(clean, names=self.names)

    def _check(self, column: pa.Array, first: int) -> None:
        import pyarrow.compute as pc

        if column.nbytes <= LIMITS.cell_chars:
            return
        lengths = pc.utf8_length(column)
        longest = pc.max(lengths).as_py() or 0
        if longest > LIMITS.cell_chars:
            check_cell(longest, first + pc.index(lengths, longest).as_py() + 1)

    def _only_text(self, column: pa.Array, first: int, spoiled: set[int]) -> pa.Array:
        """The column with what is no text replaced; such rows are refused for a NUL, else noted."""
        import pyarrow.compute as pc

        hits = pc.match_substring_regex(column, CONTROLS)
        if not pc.any(hits).as_py():
            return column
        for at in pc.indices_nonzero(hits).to_pylist():
            if "\x00" in column[at].as_py():
                self._refuse(first + at, to_say("row_faults.nul"))
            else:
                spoiled.add(first + at)
        return pc.replace_substring_regex(column, CONTROLS, INSTEAD)

    def cells(self) -> pa.Table:
        """All rows as columns of text."""
        import pyarrow as pa

        return pa.concat_tables(self.chunks)


def _to_arrow(column: list[str]) -> pa.Array:
    import pyarrow as pa

    try:
        return pa.array(column, pa.string())
    except UnicodeEncodeError:
        return pa.array([HALVES.sub(HALF, cell) for cell in column], pa.string())
