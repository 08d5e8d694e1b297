"""Rows as a stream of Arrow tables of one form, whatever they come as: frames, tables, batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeAlias

from incidents.export.columns import (
    COLUMNS,
    DATES,
    INTEGERS,
    NUMBERS,
    UNKNOWN_SIGN,
    Record,
    check_columns,
    plain_number,
    read_numbers,
    read_texts,
)

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    import pyarrow as pa
    from numpy.typing import NDArray

    Piece: TypeAlias = pd.DataFrame | pa.Table | pa.RecordBatch
    Rows: TypeAlias = Piece | Iterable[Piece]

CHUNK = 5_000
RECORDS = 2_000


def tables(rows: Rows, extra: Sequence[str] = ()) -> Iterator[pa.Table]:
    """The rows in their order as Arrow tables of at most CHUNK rows, columns of an export.

    Texts are large_string and never null ("" is unknown, NUL is replaced), days date32, counts
    int64, sums double, null where unknown or not finite; `extra` columns follow as texts. One
    table has one chunk, and there is at least one. Raises ValueError naming every column that is
    missing.
    """
    pieces = iter([rows] if hasattr(rows, "columns") else rows)
    for piece in chain([next(pieces, None)], pieces):
        if piece is None:
            yield _no_rows(extra)
            continue
        for first in range(0, len(piece), CHUNK) or [0]:
            yield _as_table(piece[first : first + CHUNK] if len(piece) > CHUNK else piece, extra)


def _no_rows(extra: Sequence[str]) -> pa.Table:
    import pandas as pd

    names = (*COLUMNS, *extra)
    return _as_table(pd.DataFrame({name: pd.Series(dtype="object") for name in names}), extra)


def even(stream: Iterable[pa.Table], size: int = CHUNK) -> Iterator[pa.Table]:
    """The same rows in tables of exactly `size` rows; the last may have fewer.

    What depends on where a table ends, such as Parquet's row groups, then depends on the rows
    alone and not on how they came.
    """
    import pyarrow as pa

    held = None
    for table in stream:
        held = pa.concat_tables([held, table]) if held else table
        while len(held) > size:
            yield held[:size].combine_chunks()
            held = held[size:]
    if held is not None:
        yield held.combine_chunks()


def read_records(rows: Rows) -> list[Record]:
    """One dict per incident in the order given: str, date, int or float; unknown is "" or None."""
    return list(records(tables(rows)))


def records(stream: Iterable[pa.Table]) -> Iterator[Record]:
    """The rows one by one, as in `read_records`; few at a time are held as Python values."""
    for table in stream:
        for first in range(0, len(table), RECORDS):
            part = table[first : first + RECORDS]
            columns = {name: _values(part[name], name) for name in COLUMNS}
            for cells in zip(*columns.values(), strict=True):
                yield dict(zip(columns, cells, strict=True))


def _values(column: pa.ChunkedArray, name: str) -> list[Any]:
    values: list[Any] = column.to_pylist()
    if name in NUMBERS or name in INTEGERS:
        return [None if one is None else plain_number(one) for one in values]
    return values


def _as_table(piece: Any, extra: Sequence[str]) -> pa.Table:
    import pandas as pd
    import pyarrow as pa

    names = (*COLUMNS, *extra)
    if isinstance(piece, pd.DataFrame):
        check_columns(piece.columns, extra)
        return pa.table({name: _from_frame(piece[name], name) for name in names})
    check_columns(piece.schema.names, extra)
    return pa.table({name: _from_arrow(piece.column(name), name) for name in names})


def _from_frame(column: pd.Series, name: str) -> pa.Array:
    """One column of a frame."""
    import pandas as pd
    import pyarrow as pa

    if name in DATES:
        return pa.array(pd.to_datetime(column).to_numpy("datetime64[D]"))
    if name in INTEGERS or name in NUMBERS:
        return _numbers(read_numbers(column), name)
    return pa.array(read_texts(column), pa.large_string())


def _numbers(values: list[int | float | None], name: str) -> pa.Array:
    """Counts as int64, unless there is one that is not whole; sums as double."""
    import pyarrow as pa

    if name in INTEGERS and all(one is None or isinstance(one, int) for one in values):
        return pa.array(values, pa.int64())
    return pa.array([None if one is None else float(one) for one in values], pa.float64())


def _from_arrow(column: Any, name: str) -> pa.Array:
    """One column of an Arrow table or batch."""
    import pyarrow as pa
    import pyarrow.compute as pc

    array = in_one(column) if isinstance(column, pa.ChunkedArray) else column
    if name in DATES:
        return pc.cast(array, pa.date32(), safe=False)
    if name in INTEGERS and not pa.types.is_floating(array.type):
        return pc.cast(array, pa.int64())
    if name in INTEGERS or name in NUMBERS:
        return _finite(pc.cast(array, pa.float64()), name)
    return _clean(pc.fill_null(pc.cast(array, pa.large_string()), ""))


def _finite(doubles: pa.Array, name: str) -> pa.Array:
    """The numbers without those that are not finite; counts as int64 where all are whole."""
    import numpy as np
    import pyarrow as pa

    values = doubles.to_numpy(zero_copy_only=False)
    known = np.isfinite(values)
    if name in INTEGERS and (np.trunc(values[known]) == values[known]).all():
        return pa.array(np.where(known, values, 0).astype(np.int64), mask=~known)
    return pa.array(values, mask=~known)


def _clean(texts: pa.Array) -> pa.Array:
    import pyarrow.compute as pc

    found = bytes_of(texts)
    has_nul = found.size and found.min() == 0
    return pc.replace_substring(texts, "\x00", UNKNOWN_SIGN) if has_nul else texts


def in_one(column: pa.ChunkedArray) -> pa.Array:
    """A column as one array, copied only where it comes in several."""
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def bytes_of(texts: pa.Array) -> NDArray[np.uint8]:
    """The UTF-8 of all texts of a large_string array, one after the other, without a copy."""
    import numpy as np

    ends, content = ends_of(texts), texts.buffers()[2]
    if content is None:
        return np.empty(0, np.uint8)
    return np.frombuffer(content, np.uint8)[ends[0] : ends[-1]]


def ends_of(texts: pa.Array) -> NDArray[np.int64]:
    """Where each text of a large_string array begins in its buffer, and where the last ends."""
    import numpy as np

    found = np.frombuffer(texts.buffers()[1], np.int64)
    return found[texts.offset : texts.offset + len(texts) + 1]
