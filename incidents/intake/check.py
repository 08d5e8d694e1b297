"""A file checked from end to end: bytes to table, rows to ours, and the report on all of it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from incidents.intake.errors import Cancelled, IntakeError
from incidents.intake.faults import REFUSED, REPAIRED, Fault
from incidents.intake.profiles import Matching, match
from incidents.intake.report import ACCEPTED, Notice, Report, collect_unresolved
from incidents.intake.rows import Made, Maker, cells_by_field
from incidents.intake.said import to_say
from incidents.intake.spelling import Names, key_of_name
from incidents.intake.table import CHUNK, Table
from incidents.intake.unresolved import Unresolved
from incidents.record import COLUMNS, DATES, NUMBERS, WHOLE_NUMBERS

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Progress = Callable[[int, int], None]
Cancel = Callable[[], bool]
ORDERS = ("dmy", "mdy")
UNREADABLE = "row"


def check(
    data: bytes,
    name: str = "",
    *,
    sheet: str | None = None,
    profile: str | None = None,
    dates: str | None = None,
    columns: Mapping[str, str] | None = None,
    mapping: Mapping[str, str] | None = None,
    progress: Progress = lambda done, total: None,
    cancelled: Cancel = lambda: False,
) -> Report:
    """Return the report on a file; see `check_table` for the choices.

    Raises IntakeError with one sentence if it cannot be read, Cancelled if the reader stops.
    """
    from incidents.intake.reading import read

    table = read(data, name, sheet, cancelled)
    del data  # from here on the table holds all there is
    return check_table(
        table, profile=profile, dates=dates, columns=columns, mapping=mapping,
        progress=progress, cancelled=cancelled,
    )  # fmt: skip


def check_table(
    table: Table,
    *,
    profile: str | None = None,
    dates: str | None = None,
    columns: Mapping[str, str] | None = None,
    mapping: Mapping[str, str] | None = None,
    progress: Progress = lambda done, total: None,
    cancelled: Cancel = lambda: False,
) -> Report:
    """Return the report on a table already read, so that other choices need no second reading.

    `profile`: ours, acled, ucdp or plain (default: the header decides). `dates`: dmy or mdy
    settles days that can be read both ways. `columns`: field -> column, over the guess.
    `mapping`: name of a place -> ADM1 code or ADM2 id. `progress(done, total)` is called, and
    `cancelled()` asked, between chunks of rows.
    """
    if dates not in (None, *ORDERS):
        raise IntakeError(to_say("file_faults.unknown_order", order=dates))
    _check_mapping(mapping or {})
    matching = match(table, profile, columns)
    tally = _Tally(table)
    maker = Maker(matching, Names(mapping), dates)
    cells = _wanted(table, matching)
    for start in range(0, len(table), CHUNK):
        if cancelled():
            raise Cancelled
        chunk = {field: column.to_pylist() for field, column in _slice(cells, start).items()}
        maker.prepare(chunk)
        for at, row in enumerate(cells_by_field(chunk, min(CHUNK, len(table) - start)), start):
            tally.add(at, None if at in table.unreadable else maker.make(row, at + 1))
        tally.close_chunk()
        progress(min(start + CHUNK, len(table)), len(table))
    return tally.finish(table, matching)


def _check_mapping(mapping: Mapping[str, str]) -> None:
    from geo.places import districts, provinces

    for name, unit in mapping.items():
        if unit not in provinces() and unit not in districts():
            shown = {"name": name[:60], "unit": str(unit)[:40]}
            raise IntakeError(to_say("file_faults.no_such_unit", **shown))


def _wanted(table: Table, matching: Matching) -> dict[str, pa.ChunkedArray]:
    """The matched columns by field, the apostrophes of a CSV for Excel undone."""
    cells = {field: _unguarded(table, name) for field, name in matching.columns.items()}
    for field in (*DATES, "date") if table.from_1904 else ():
        if field in cells:
            cells[field] = _from_1904(cells[field])
    return cells


def _from_1904(column: pa.ChunkedArray) -> pa.ChunkedArray:
    import pyarrow as pa

    from incidents.intake.dates.numbers import from_1904

    days = [from_1904(cell) for cell in column.to_pylist()]
    return pa.chunked_array([pa.array(days, pa.large_string())])


def _unguarded(table: Table, name: str) -> pa.ChunkedArray:
    import pyarrow.compute as pc

    column = table.cells.column(name)
    if table.guarded and pc.any(pc.starts_with(column, "'")).as_py():
        return pc.replace_substring_regex(column, r"^'('*[=+\-@\t\r])", r"\1")
    return column


def _slice(cells: Mapping[str, pa.ChunkedArray], start: int) -> dict[str, pa.ChunkedArray]:
    return {field: column.slice(start, CHUNK) for field, column in cells.items()}


class _Tally:
    """Rows as they are made, heaped up by column, with their faults."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.kept: list[tuple[int, Made]] = []
        self.chunks: list[pa.Table] = []
        self.statuses: list[str] = []
        self.fault_rows = array("l")
        self.faults: list[Fault] = []
        self.ambiguous = 0
        self.unresolved: dict[str, tuple[Unresolved, int]] = {}

    def add(self, at: int, made: Made | None) -> None:
        """Take in the row at a position from 0; None for one that could not be taken apart."""
        faults = list(made.faults) if made else []
        if made is None:
            text = " ".join(filter(None, self.table.cells.slice(at, 1).to_pylist()[0].values()))
            faults = [Fault(UNREADABLE, text[:200], None, self.table.unreadable[at])]
        elif at in self.table.doubtful:
            faults.append(Fault(UNREADABLE, "", "", self.table.doubtful[at]))
        self.faults += faults
        self.fault_rows.extend([at + 1] * len(faults))
        self.statuses.append(_worst(faults))
        if made is None:
            return
        self.ambiguous += made.when.ambiguous
        for name in made.placed.unresolved:
            key = key_of_name(name.name)
            self.unresolved[key] = (name, self.unresolved.get(key, (name, 0))[1] + 1)
        if made.when.start:
            self.kept.append((at + 1, made))

    def close_chunk(self) -> None:
        """Pack the rows at hand as columns, which takes a fraction of the memory."""
        made = [one for _, one in self.kept]
        columns: dict[str, list[Any]] = {
            name: [one.cells[name] for one in made] for name in COLUMNS
        }
        columns["date_start"] = [one.when.start for one in made]
        columns["date_end"] = [one.when.end for one in made]
        columns["source_row"] = [row for row, _ in self.kept]
        self.chunks.append(to_columns(columns))
        self.kept.clear()

    def finish(self, table: Table, matching: Matching) -> Report:
        """The report on all rows."""
        from incidents.intake.duplicates import find_duplicates
        from incidents.intake.lint import warn_of_persons

        incidents = to_incidents(self.chunks)
        self.chunks.clear()
        duplicates = find_duplicates(incidents)
        notes = [Notice("file", note) for note in table.notes]
        return Report(
            table=table,
            matching=matching,
            incidents=incidents,
            statuses=tuple(self.statuses),
            fault_rows=self.fault_rows,
            fault_list=self.faults,
            ambiguous_dates=self.ambiguous,
            unresolved=collect_unresolved(self.unresolved),
            duplicates=duplicates,
            notices=(*notes, *warn_of_persons(table, matching)),
        )


def _worst(faults: list[Fault]) -> str:
    if not faults:
        return ACCEPTED
    return REFUSED if any(fault.becomes is None for fault in faults) else REPAIRED


def to_columns(columns: Mapping[str, list[Any]]) -> pa.Table:
    """Return cells by column (days as dates, all else as text) as a typed table."""
    import pyarrow as pa

    typed = {}
    for name, cells in columns.items():
        if name in DATES:
            days = [date.fromisoformat(c) if isinstance(c, str) and c else c or None for c in cells]
            typed[name] = pa.array(days, pa.date32())
        elif name == "source_row":
            typed[name] = pa.array(cells, pa.int64())
        elif name in (*WHOLE_NUMBERS, *NUMBERS):
            read, kind = (float, pa.float64()) if name in NUMBERS else (int, pa.int64())
            typed[name] = pa.array([read(cell) if cell else None for cell in cells], kind)
        else:
            typed[name] = pa.array(cells, pa.large_string())
    return pa.table(typed)


def to_incidents(chunks: list[pa.Table]) -> pd.DataFrame:
    """Return typed chunks as an incidents frame of dataset "yours", with `source_row`."""
    import pandas as pd
    import pyarrow as pa

    from incidents.reading import complete

    table = pa.concat_tables(chunks)
    typed: dict[str, Any] = {}
    for name in table.column_names:
        column = table.column(name)
        if name in DATES:
            typed[name] = column.cast(pa.timestamp("ns")).to_pandas()
        elif name in (*WHOLE_NUMBERS, *NUMBERS):
            kind = pd.Float64Dtype() if name in NUMBERS else pd.Int64Dtype()
            typed[name] = column.to_pandas(types_mapper=lambda _, kind=kind: kind)
        else:
            typed[name] = column.to_pandas()
    return complete(pd.DataFrame(typed), dataset="yours")
