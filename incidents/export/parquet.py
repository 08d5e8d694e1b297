"""Parquet, and the typed table other formats are written from."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from incidents.export.about import About, describe_lines
from incidents.export.columns import COLUMNS, DATES, INTEGERS, NUMBERS, Record, read_records

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


def to_parquet(rows: pd.DataFrame, about: About) -> bytes:
    """The rows as Parquet: date32, int64, double and string; unknown is null.

    One row is one incident; the manifest stands in the file's key-value metadata.
    """
    import pyarrow.parquet as pq

    table = to_table(read_records(rows))
    facts = {f"atlas.{key}": text for key, text in describe_lines(about)}
    facts["atlas.licences"] = "; ".join(about.licences)
    out = BytesIO()
    pq.write_table(table.replace_schema_metadata(facts), out, compression="zstd")
    return out.getvalue()


def to_table(records: list[Record]) -> pa.Table:
    """An Arrow table with one row per record and the columns of an export; unknown is null."""
    import pyarrow as pa

    arrays = {
        name: pa.array([_known(one[name]) for one in records], type=_type(name)) for name in COLUMNS
    }
    return pa.table(arrays)


def _known(cell: object) -> object:
    return None if cell == "" else cell


def _type(name: str) -> pa.DataType:
    import pyarrow as pa

    if name in DATES:
        return pa.date32()
    if name in INTEGERS:
        return pa.int64()
    return pa.float64() if name in NUMBERS else pa.string()
