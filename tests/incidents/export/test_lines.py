"""Lines composed by columns are the lines Python's own csv module writes."""

from __future__ import annotations

import csv
import io

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from incidents.export.csv import guard
from incidents.export.lines import as_lines

TEXT = st.text(max_size=12) | st.text("'=+-@\t\r\n\",x가🙂", max_size=6)


def table_of(lines: list[tuple[str, str]]) -> pa.Table:
    """Two columns of text."""
    columns = list(zip(*lines, strict=True)) or [(), ()]
    return pa.table(
        {name: pa.array(c, pa.large_string()) for name, c in zip("ab", columns, strict=True)}
    )


def written(lines: list[tuple[str, str]]) -> bytes:
    """The lines as the csv module writes them."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(lines)
    return out.getvalue().encode("utf-8")


@given(st.lists(st.tuples(TEXT, TEXT), max_size=9))
def test_lines_are_those_of_the_csv_module(lines):
    """Byte for byte, whatever the cells hold."""
    assert bytes(as_lines(table_of(lines))) == written(lines)


@given(st.lists(st.tuples(TEXT, TEXT), max_size=9))
def test_lines_for_excel_are_those_of_guarded_cells(lines):
    """Every cell guarded first, then written."""
    guarded = [(guard(a), guard(b)) for a, b in lines]
    assert bytes(as_lines(table_of(lines), for_excel=True)) == written(guarded)


@given(st.lists(st.tuples(TEXT, TEXT), min_size=4, max_size=9))
def test_a_part_of_a_table_is_written_as_itself(lines):
    """What lies before and after in the same memory does not come along."""
    part = table_of(lines)[1:3]
    assert bytes(as_lines(part)) == written(lines[1:3])


def test_numbers_are_as_short_as_they_can_be():
    """Whole sums have no point, unknown ones are empty; by hand."""
    sums = pa.table(
        {"bribe_amount": pa.array([1500.0, 0.5, None, -3.5, 1e16, 1e-7]), "note": list("abcdef")}
    ).cast(pa.schema([("bribe_amount", pa.float64()), ("note", pa.large_string())]))
    assert bytes(as_lines(sums)).decode().split("\r\n") == [
        "1500,a", "0.5,b", ",c", "-3.5,d", "10000000000000000,e", "1e-07,f", "",
    ]  # fmt: skip
