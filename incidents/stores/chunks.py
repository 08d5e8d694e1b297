"""A file to load read piece by piece: our CSV or Parquet, each row with its line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from incidents import record
from incidents.faults import DataFaults

SIZE = 20_000  # rows of one piece
Cells = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of a file as text by column, with ``line``; ``done`` rows of it are read now."""

    cells: Cells
    faults: list[tuple[int, str]]
    done: int


def read_chunks(path: Path, skip: int) -> Iterator[Chunk]:
    """Return the rows of a file after the first ``skip``, piece by piece.

    The line of a row of a CSV is where it ends, of a Parquet file its number. Raises DataFaults
    for a file that cannot be read as what it is, or lacks a column.
    """
    if path.suffix.lower() == ".parquet":
        return _parquet_chunks(path, skip)
    return _csv_chunks(path, skip)


def _csv_chunks(path: Path, skip: int) -> Iterator[Chunk]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            _refuse_missing(path, reader.fieldnames or ())
            rows = (_row(path, reader, row) for row in reader)
            yield from _pieces(islice(rows, skip, None), skip)
    except FileNotFoundError:
        raise DataFaults([f"{path.name}: there is no such file. Check the name."]) from None
    except (OSError, UnicodeDecodeError, csv.Error) as why:
        raise DataFaults([f"{path.name}: it is not UTF-8 CSV ({why}). Correct it."]) from None


def _row(path: Path, reader: csv.DictReader[str], row: dict[Any, Any]) -> dict[str, str] | str:
    """Return a row, or the sentence that refuses it."""
    where = f"{path.name} line {reader.line_num}: "
    if None in row or None in row.values():
        return where + "it has too many or too few cells. Correct it."
    if "\0" in "".join(row.values()):
        return where + "it holds a NUL character. Remove it."
    return {**row, "line": str(reader.line_num)}


def _pieces(rows: Iterator[dict[str, str] | str], skip: int) -> Iterator[Chunk]:
    done = skip
    while piece := list(islice(rows, SIZE)):
        done += len(piece)
        good = [row for row in piece if isinstance(row, dict)]
        bad = [row for row in piece if isinstance(row, str)]
        yield Chunk(good, [(_line(sentence), sentence) for sentence in bad], done)


def _line(sentence: str) -> int:
    return int(sentence.partition(" line ")[2].partition(":")[0])


def _parquet_chunks(path: Path, skip: int) -> Iterator[Chunk]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            _refuse_missing(path, file.schema_arrow.names)
            rows = (row for batch in file.iter_batches(SIZE) for row in _as_text(batch))
            numbered = ({**row, "line": str(n)} for n, row in enumerate(rows, 1))
            yield from _pieces(islice(numbered, skip, None), skip)
    except FileNotFoundError:
        raise DataFaults([f"{path.name}: there is no such file. Check the name."]) from None
    except (OSError, pa.ArrowException) as why:
        raise DataFaults([f"{path.name}: it is not a Parquet file ({why}). Correct it."]) from None


def _as_text(batch: Any) -> Iterator[dict[str, str]]:
    import pyarrow as pa

    wanted = [name for name in (*record.COLUMNS, "dataset") if name in batch.schema.names]
    columns = []
    for name in wanted:
        column = batch.column(name)
        if pa.types.is_timestamp(column.type):
            column = column.cast(pa.date32(), safe=False)
        columns.append(column.cast(pa.string()).fill_null("").to_pylist())
    return (dict(zip(wanted, cells, strict=True)) for cells in zip(*columns, strict=True))


def _refuse_missing(path: Path, columns: Any) -> None:
    missing = [name for name in record.COLUMNS if name not in columns]
    if missing:
        raise DataFaults([f"{path.name} line 1: no column {', '.join(missing)}."])
