"""Parquet rows as text, a bounded number at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from incidents.intake.errors import IntakeError
from incidents.intake.limits import LIMITS, MB, check_columns, check_rows, check_unpacked
from incidents.intake.reading.values import as_text
from incidents.intake.table import Lines

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

BATCH = 2_000


def read(data: bytes) -> Lines:
    """Return one row per row of the file; shapes and other bytes become "".

    Raises IntakeError for what is damaged or would unpack beyond the limits.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(pa.BufferReader(data))
        names = file.schema_arrow.names
        groups = [file.metadata.row_group(i) for i in range(file.metadata.num_row_groups)]
    except Exception as fault:  # noqa: BLE001 - arrow raises several kinds for damaged bytes
        raise _damaged(fault) from fault
    check_rows(file.metadata.num_rows)
    check_columns(len(names))
    check_unpacked(sum(max(0, group.total_byte_size) for group in groups), "The Parquet file")
    _check_texts(file, data)
    return Lines(kind="Parquet", rows=_rows(file), header=names)


def _damaged(fault: BaseException) -> IntakeError:
    said = " ".join(str(fault).split())[:200]
    return IntakeError(f"The Parquet file is damaged ({said}). Save or download it again.")


def _check_texts(file: pq.ParquetFile, data: bytes) -> None:
    """A short dictionary may stand for very long columns: measure before spreading it out."""
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    texts = [field.name for field in file.schema_arrow if _is_text(field.type)]
    if not texts or LIMITS.unpacked_megabytes * MB > file.metadata.num_rows * LIMITS.cell_chars:
        return
    try:
        packed = pq.ParquetFile(pa.BufferReader(data), read_dictionary=texts)
        total = 0
        for batch in packed.iter_batches(batch_size=BATCH, columns=texts):
            for column in batch.columns:
                lengths = pc.binary_length(column.dictionary)
                total += pc.sum(pc.take(lengths, column.indices)).as_py() or 0
            check_unpacked(total, "The Parquet file")
    except IntakeError:
        raise
    except Exception as fault:  # noqa: BLE001 - arrow raises several kinds for damaged bytes
        raise _damaged(fault) from fault


def _is_text(kind: pa.DataType) -> bool:
    import pyarrow.types as types

    return types.is_string(kind) or types.is_large_string(kind)


def _rows(file: pq.ParquetFile) -> Iterator[list[str]]:
    try:
        for batch in file.iter_batches(batch_size=BATCH):
            columns = [[as_text(cell) for cell in _plain(column)] for column in batch.columns]
            yield from map(list, zip(*columns, strict=True))
    except IntakeError:
        raise
    except Exception as fault:  # noqa: BLE001 - arrow raises several kinds for damaged bytes
        raise _damaged(fault) from fault


def _plain(column: Any) -> list[Any]:
    """Cells as Python values; moments finer than a microsecond are cut to it."""
    import pyarrow as pa
    import pyarrow.types as types

    if types.is_timestamp(column.type) and column.type.unit == "ns":
        column = column.cast(pa.timestamp("us", column.type.tz), safe=False)
    if types.is_binary(column.type) or types.is_large_binary(column.type):
        return [None] * len(column)
    return column.to_pylist()
