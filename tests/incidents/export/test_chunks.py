"""However rows come - whole, in pieces, as frames or as Arrow - the file is the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.export import FORMATS, About, export
from incidents.export.chunks import CHUNK, even, read_records, tables
from incidents.export.columns import COLUMNS, DATES, INTEGERS, NUMBERS

WHOLE = ("csv", "csv-excel", "geojson", "kml", "parquet", "bundle", "acled", "ucdp")
SLOW = ("xlsx", "gpkg")


def cut(rows, places):
    """The rows as frames, cut before these places."""
    ends = [0, *sorted(places), len(rows)]
    return [rows.iloc[first:after] for first, after in pairwise(ends)]


def as_arrow(rows):
    """The frame as an engine gives it: days as date32, unknown texts as null or empty."""
    columns = {}
    for name in COLUMNS:
        kind = pa.date32() if name in DATES else pa.int32() if name in INTEGERS else pa.string()
        kind = pa.float64() if name in NUMBERS else kind
        columns[name] = pa.array(rows[name], from_pandas=True).cast(kind, safe=False)
    return pa.table(columns)


def test_the_formats_are_all_here():
    """A format added later is held to the same."""
    assert sorted((*WHOLE, *SLOW)) == sorted(FORMATS)


@pytest.mark.parametrize("format", WHOLE)
@settings(max_examples=12)
@given(st.lists(st.integers(0, 60), max_size=8))
def test_pieces_give_the_bytes_of_the_whole(many, about_of, format, places):
    """Cut anywhere, also into empty pieces: every byte is the same."""
    about = about_of(many)
    assert export(iter(cut(many, places)), format, about) == export(many, format, about)


@pytest.mark.parametrize("format", SLOW)
def test_pieces_give_the_bytes_of_the_whole_in_slow_formats(many, about_of, format):
    """The same, for a few ways to cut."""
    about = about_of(many)
    whole = export(many, format, about)
    for places in ([], [1], [0, 30, 30, 59], list(range(60))):
        assert export(iter(cut(many, places)), format, about) == whole


@pytest.mark.parametrize("format", FORMATS)
def test_arrow_gives_the_bytes_of_the_frame(many, about_of, format):
    """As a table, as batches of seven rows, and as a frame."""
    about, whole = about_of(many), export(many, format, about_of(many))
    table = as_arrow(many)
    assert export(table, format, about) == whole
    assert export(table.to_batches(max_chunksize=7), format, about) == whole


@pytest.mark.parametrize("format", FORMATS)
def test_no_pieces_are_no_rows(no_rows, format):
    """A stream that ends at once is a view that shows nothing."""
    assert export(iter(()), format, About()) == export(no_rows, format, About())


def test_more_rows_than_a_chunk_give_the_bytes_of_the_whole(make_rows, truths, about):
    """Across the chunks that are cut inside, too: 11,000 rows of which two cells differ."""
    line = {**truths[0], "summary": "", "title": ""}
    rows = make_rows([{**line, "id": f"NK{n}", "bribe_amount": str(n)} for n in range(11_000)])
    said = replace(about, row_count=len(rows))
    assert len(rows) > 2 * CHUNK
    for format in ("csv", "parquet"):
        assert export(iter(cut(rows, [4_999])), format, said) == export(rows, format, said)


def test_even_tables_depend_on_the_rows_alone(many):
    """Seven at a time, whatever the pieces; the last has the rest."""
    for places in ([], [3, 4, 50], list(range(60))):
        sizes = [len(table) for table in even(tables(iter(cut(many, places))), 7)]
        assert sizes == [7] * 8 + [4]


def test_what_an_engine_gives_is_read_as_records(truths, rows):
    """Days come as timestamps too, NUL and numbers that are not finite are no values."""
    table = as_arrow(rows)
    stamps = table["date_start"].cast(pa.timestamp("us"))
    odd = pa.array([float("nan"), float("inf"), None, 2.0, 3.0, 4.0])
    notes = pa.array(["a\x00b", None, "", "d", "e", "f"])
    for name, column in (
        ("date_start", stamps), ("people_killed", odd), ("bribe_amount", odd), ("note", notes),
    ):  # fmt: skip
        table = table.set_column(table.schema.get_field_index(name), name, column)
    records = read_records(table)
    assert [str(one["date_start"]) for one in records] == [one["date_start"] for one in truths]
    assert [one["people_killed"] for one in records] == [None, None, None, 2, 3, 4]
    assert [one["bribe_amount"] for one in records] == [None, None, None, 2, 3, 4]
    assert [one["note"] for one in records] == ["a\ufffdb", "", "", "d", "e", "f"]


def test_a_missing_column_of_an_arrow_table_is_named(rows):
    """As for a frame."""
    with pytest.raises(ValueError, match="lack note; an export takes"):
        export(as_arrow(rows).drop_columns(["note"]), "csv", About(row_count=6))


def test_progress_is_told_after_each_piece(many, about_of):
    """So many rows are written."""
    from io import BytesIO

    from incidents.export import write

    told = []
    write(iter(cut(many, [10, 25])), "csv", about_of(many), BytesIO(), told.append)
    assert told == [10, 25, 60]
