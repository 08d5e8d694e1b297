"""Parquet rows as text, a bounded number at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from incidents.intake.errors import IntakeError
from incidents.intake.limits import LIMITS, MB, check_columns, check_rows, check_unpacked
from incidents.intake.reading.values import as_text
from incidents.intake.said import Words, cause_of, to_say
from incidents.intake.table import Lines

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

BATCH = 2_000
PARQUET = to_say("file_faults.the_parquet")


def read(data: bytes) -> Lines:
    """Return one row per row of the file; bytes, lists and structures are left out unread.

    Raises IntakeError for what is damaged or would unpack beyond the limits.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(pa.BufferReader(data))
        fields = list(file.schema_arrow)
        groups = [file.metadata.row_group(i) for i in range(file.metadata.num_row_groups)]
    except Exception as fault:  # noqa: BLE001 - arrow raises several kinds for damaged bytes
        raise _damaged(fault) from fault
    check_rows(file.metadata.num_rows)
    check_columns(len(fields))
    check_unpacked(sum(max(0, group.total_byte_size) for group in groups), PARQUET)
    names = [field.name for field in fields if _is_flat(field.type)]
    left = [field.name for field in fields if not _is_flat(field.type)]
    _check_texts(file, data)
    notes: list[Words] = [to_say("file_notes.columns_left", names=", ".join(left)[:200])]
    return Lines(kind="Parquet", rows=_rows(file, names), header=names, notes=notes if left else [])


def _is_flat(kind: pa.DataType) -> bool:
    """Whether a type is text, a number, a time or yes and no; texts may be in a dictionary."""
    import pyarrow.types as types

    if types.is_dictionary(kind):
        return _is_text(kind)
    if types.is_binary(kind) or types.is_large_binary(kind) or types.is_fixed_size_binary(kind):
        return False
    return (
        _is_text(kind)
        or (not types.is_nested(kind) and types.is_primitive(kind))
        or (types.is_decimal(kind))
    )


def _damaged(fault: BaseException) -> IntakeError:
    return IntakeError(to_say("format_faults.parquet_damaged", fault=cause_of(fault)))


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
            check_unpacked(total, PARQUET)
    except IntakeError:
        raise
    except Exception as fault:  # noqa: BLE001 - arrow raises several kinds for damaged bytes
        raise _damaged(fault) from fault


def _is_text(kind: pa.DataType) -> bool:
    import pyarrow.types as types

    plain = kind.value_type if types.is_dictionary(kind) else kind
    return types.is_string(plain) or types.is_large_string(plain)


def _rows(file: pq.ParquetFile, names: list[str]) -> Iterator[list[str]]:
    try:
        for batch in file.iter_batches(batch_size=BATCH, columns=names):
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
    return column.to_pylist()
