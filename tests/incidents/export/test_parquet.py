"""Parquet carries every cell with its type, and the manifest in its metadata."""

from __future__ import annotations

import io
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given
from hypothesis import strategies as st

from incidents.export import About, export
from incidents.export.columns import COLUMNS, clean


def read(content: bytes) -> pa.Table:
    """The table in a Parquet file."""
    return pq.read_table(io.BytesIO(content))


def as_text(cell: object) -> str:
    """A cell as the CSV would show it."""
    return "" if cell is None else str(cell).removesuffix(".0")


def test_reads_back_as_the_same_rows(rows, truths, about):
    """Every cell of the six rows comes back, in order; unknown is null."""
    lines = read(export(rows, "parquet", about)).to_pylist()
    assert [{name: as_text(cell) for name, cell in one.items()} for one in lines] == truths
    assert lines[1]["reported_on"] is None


def test_columns_have_types(rows, about):
    """Days are date32, counts int64, sums double, everything else string, empty or not."""
    for some in (rows, rows.iloc[:0]):
        schema = read(export(some, "parquet", replace(about, row_count=len(some)))).schema
        assert schema.names == list(COLUMNS)
        assert schema.field("date_start").type == pa.date32()
        assert schema.field("people_killed").type == pa.int64()
        assert schema.field("bribe_amount").type == pa.float64()
        assert schema.field("title").type == pa.string()


def test_metadata_names_the_dataset_version(rows, about):
    """The dataset version and the licences travel inside the file."""
    facts = read(export(rows, "parquet", about)).schema.metadata
    assert facts[b"atlas.dataset_version"].startswith(b"3f2a9c1b5d7e")
    assert facts[b"atlas.licences"] == (
        b"CC BY 4.0 for the coding; Reports belong to their publishers"
    )


@given(st.text(max_size=20))
def test_any_text_comes_back(make_rows, text):
    """Any text is the same text in Parquet."""
    rows = make_rows([{"id": "NK1", "note": text}])
    (line,) = read(export(rows, "parquet", About(row_count=1))).to_pylist()
    assert as_text_cell(line["note"]) == clean(text)


def as_text_cell(cell: str | None) -> str:
    """A text cell, empty if unknown."""
    return cell or ""
