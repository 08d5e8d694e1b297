"""Parquet, and the typed table other formats are written from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

from incidents.export.about import About, describe_lines
from incidents.export.chunks import even
from incidents.export.columns import COLUMNS, DATES, INTEGERS, NUMBERS

if TYPE_CHECKING:
    import pyarrow as pa


ROW_GROUP = 20_000  # rows


def write_parquet(stream: Iterable[pa.Table], about: About, out: BinaryIO) -> None:
    """Write Parquet: date32, int64, double and string; unknown is null.

    One row is one incident; the manifest stands in the file's key-value metadata.
    """
    import pyarrow.parquet as pq

    facts = {f"atlas.{key}": text for key, text in describe_lines(about)}
    facts["atlas.licences"] = "; ".join(about.licences)
    schema = columns().with_metadata(facts)
    with pq.ParquetWriter(out, schema, compression="zstd") as file:
        for table in even(stream, ROW_GROUP):
            file.write_table(with_unknown(table).replace_schema_metadata(facts))


def with_unknown(table: pa.Table) -> pa.Table:
    """A table of `chunks.tables` with the types of a file and unknown as null."""
    import pyarrow as pa
    import pyarrow.compute as pc

    texts = [name for name in COLUMNS if columns().field(name).type == pa.string()]
    for name in texts:
        known = pc.if_else(pc.equal(table[name], ""), None, table[name])
        table = table.set_column(table.schema.get_field_index(name), name, known)
    return table.cast(columns())


def columns() -> pa.Schema:
    """The columns of an export with the types they have in a file."""
    import pyarrow as pa

    return pa.schema([(name, _type(name)) for name in COLUMNS])


def _type(name: str) -> pa.DataType:
    import pyarrow as pa

    if name in DATES:
        return pa.date32()
    if name in INTEGERS:
        return pa.int64()
    return pa.float64() if name in NUMBERS else pa.string()
