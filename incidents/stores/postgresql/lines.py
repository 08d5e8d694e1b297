"""Batches of rows as the lines of PostgreSQL's COPY, and back."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from incidents.stores import layout

if TYPE_CHECKING:
    import pyarrow as pa

CHUNK = 20_000  # rows written at once
ESCAPES = (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r"))


def lines_of(batch: pa.RecordBatch) -> bytes:
    r"""Return rows as COPY reads them: tabs between, \N for unknown, backslash before the rest.

    >>> import pyarrow as pa
    >>> lines_of(pa.record_batch({"id": ["A", "B\tb"], "n": [1, None]})).decode().splitlines()
    ['A\t1', 'B\\tb\t\\N']
    """
    import pyarrow.compute as pc

    cells = [pc.fill_null(_written(column), "\\N") for column in batch.columns]
    lines = pc.binary_join_element_wise(*cells, "\t").to_pylist()
    return ("\n".join(lines) + "\n").encode() if lines else b""


def _written(column: pa.Array) -> pa.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pa.types.is_string(column.type):
        return column.cast(pa.string())
    for character, written in ESCAPES:
        column = pc.replace_substring(column, character, written)
    return column


def batch_of(lines: io.BytesIO) -> pa.RecordBatch:
    """Return incidents from CSV as COPY writes it: quoted, but for what is unknown."""
    import pyarrow as pa
    import pyarrow.csv as arrow_csv

    columns = layout.arrow("incidents")
    found = arrow_csv.read_csv(
        lines,
        arrow_csv.ReadOptions(column_names=columns.names, block_size=max(1, len(lines.getvalue()))),
        arrow_csv.ParseOptions(newlines_in_values=True),
        arrow_csv.ConvertOptions(
            column_types=columns,
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        ),
    ).combine_chunks()
    return pa.RecordBatch.from_arrays([c.combine_chunks() for c in found.columns], schema=columns)
