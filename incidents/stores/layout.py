"""The tables of a loaded store, the same in every engine: their columns, kinds and indexes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from incidents import record

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

LAYOUT = "1"  # changes with the tables below; meta holds it

SYNTHETIC = "synthetic"  # the dataset of rows made up for measurements

TEXT, DAY, WHOLE, LARGE, NUMBER = "text", "day", "whole", "large", "number"  # kinds of columns
IBIS = {TEXT: "string", DAY: "date", WHOLE: "int32", LARGE: "int64", NUMBER: "float64"}
SQL = {TEXT: "VARCHAR", DAY: "DATE", WHOLE: "INTEGER", LARGE: "BIGINT", NUMBER: "DOUBLE"}  # DuckDB
SHOWN = (*record.COLUMNS, *record.DERIVED_COLUMNS)

# Worked out at load for the questions: ``position`` (rows count from 0 by date_start, then id),
# the numbers of the interval and of the place, first and last day (proleptic ordinals), year and
# month-day (1119 is 19 November) of date_start, agencies as bits. ``haystack`` is the folded text.
WORKED_OUT = (
    "position", "interval", "place", "start_day", "end_day", "year", "month_day", "agency_bits",
)  # fmt: skip


def _kind(column: str) -> str:
    if column in record.DATES:
        return DAY
    if column in WORKED_OUT:
        return WHOLE
    if column in record.WHOLE_NUMBERS:
        return LARGE
    return NUMBER if column in record.NUMBERS else TEXT


# Texts are never null ("" is unknown); days and numbers may be.
TABLES = {
    # one row an incident
    "incidents": {name: _kind(name) for name in (*SHOWN, *WORKED_OUT, "haystack")},
    # one row for each distinct interval, numbered from 0 by first day, then last day
    "intervals": {"interval": WHOLE, "start_day": WHOLE, "end_day": WHOLE},
    # one row for each distinct pair of province and district_id, numbered from 0 in that order
    "places": {"place": WHOLE, "province": TEXT, "district_id": TEXT},
    # one row for each pair of interval and place that occurs: how many incidents have it
    "counts": {"interval": WHOLE, "place": WHOLE, "n": WHOLE},
    # one row a fact about the store: its name, and its value as JSON
    "meta": {"key": TEXT, "value": TEXT},
}

# A folder of Parquet files (also read by Spark) holds one file TABLE.parquet for each table.
# Table -> columns to index where an engine has indexes (DuckDB needs none: rows lie in order).
INDEXES = {
    "incidents": ("position", "id", "interval", "place", "event_type", "outlet", "occasion_id"),
    "counts": ("interval",),
}


@cache
def table(name: str) -> ir.Table:
    """Return a table in the query language, bound to no connection."""
    import ibis

    return ibis.table({c: IBIS[kind] for c, kind in TABLES[name].items()}, name=name)


def arrow(name: str) -> pa.Schema:
    """Return the columns of a table as Arrow has them."""
    import pyarrow as pa

    kinds = {
        TEXT: pa.string(), DAY: pa.date32(), WHOLE: pa.int32(), LARGE: pa.int64(),
        NUMBER: pa.float64(),
    }  # fmt: skip
    return pa.schema([(column, kinds[kind]) for column, kind in TABLES[name].items()])
