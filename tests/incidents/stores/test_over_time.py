"""Run-ups, lags and payments: every engine counts the reports alike as DuckDB in memory does."""

from __future__ import annotations

import math

import pytest

from incidents import payments
from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.grouped import listed
from incidents.lag import delays, store_delays
from incidents.rates import answers, cautions, ranked
from incidents.selection import Selection
from incidents.view import look

CALENDAR = read_calendar(DATA)
ENGINES = ("duckdb", "parquet", "postgresql", "spark")
QUERIES = (
    {},
    {"constant_sources": True, "years": (2018, 2019, 2020)},
    {"province": ("KP-10",), "without_tied": True},
    {"text": ("혜산",), "dates": "within"},
    {"occasion": ("day_of_security",), "minus": ("new_year",)},
)


def told(store, query):
    """All that the periods page says of a view, part by part."""
    view = look(store, Selection(**{"period": "day_of_security"} | query), CALENDAR)
    full, untied, years = answers(view)
    return {
        "run-up": [one.to_json() for one in (full, untied, *years.values())],
        "cautions": cautions(view, full, untied),
        "ranking": cells(ranked(view)),
        "delays": cells(delays(view.without_time)),
        "whole": [cells(store_delays(view)[0]), store_delays(view)[1]],
        "paid": payments.count(view),
        "payments": cells(payments.payments(payments.each(view, "summary"))),
        "sums": cells(payments.in_currency(payments.sums(view), "USD")),
        "kinds": cells(payments.kinds(view)),
        "drawn": cells(listed(view, "id", "title", "province")),
    }


def cells(frame):
    """A frame as lists; a number is a float, unknown is None."""
    plain = frame.astype(object).where(frame.notna(), None).to_numpy().tolist()
    return [[float(c) if isinstance(c, int | float) else c for c in row] for row in plain]


def same(one, other):
    """Whether two parts say the same; sums of shares may differ in their last digits."""
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9)
    return one == other


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_an_engine_says_of_time_and_money_what_duckdb_in_memory_says(engine, query, stores):
    """Comparisons, cautions, ranking, lags and payments."""
    found, expected = told(stores(engine), query), told(stores("memory"), query)
    assert [part for part in expected if not same(found[part], expected[part])] == []
