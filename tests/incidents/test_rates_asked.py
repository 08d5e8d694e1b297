"""Reports counted together by the engine give the numbers of the rows one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incidents import record
from incidents.__main__ import rates
from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.grouped import grouped
from incidents.lag import delays, lags, unfinished
from incidents.rates import (
    answers,
    cautions,
    compare,
    comparison,
    rank,
    ranked,
    tied_and_untied,
)
from incidents.rates.compare import by_year
from incidents.reading import complete
from incidents.selection import Selection
from incidents.store import open_store, store_of
from incidents.view import look

CALENDAR = read_calendar(DATA)
FIRST = date(2017, 1, 1)
ROW = st.tuples(
    st.integers(0, 1200),  # days from the first
    st.sampled_from([0, 0, 0, 6, 29, 200]),  # days more
    st.sampled_from(["A", "B", ""]),  # outlet
    st.sampled_from(["", "", "day_of_security", "chusok"]),
    st.sampled_from([None, -3, 0, 1, 20]),  # days from the end to the report
)


def store(rows):
    """A store of rows as hypothesis drew them."""
    cells = pd.DataFrame(
        [dict.fromkeys(record.COLUMNS, "") | _row(i, one) for i, one in enumerate(rows)],
        dtype="str",
    ).assign(date_precision="day", place_precision="province", source_url="https://example.org/")
    typed = {name: pd.to_datetime(cells[name].replace("", None)) for name in record.DATES}
    blank = {
        name: pd.array([None] * len(cells), dtype=kind)
        for names, kind in ((record.WHOLE_NUMBERS, "Int64"), (record.NUMBERS, "Float64"))
        for name in names
    }
    return store_of(complete(cells.assign(**typed, **blank), dataset="embedded"), "")


def _row(number, one):
    after, more, outlet, tied, lag = one
    start = FIRST + timedelta(days=after)
    end = start + timedelta(days=more)
    told = "" if lag is None else (end + timedelta(days=lag)).isoformat()
    return {
        "id": f"R{number}", "date_start": start.isoformat(), "date_end": end.isoformat(),
        "outlet": outlet, "occasion_id": tied, "reported_on": told, "event_type": "arrest",
        "province": "KP-10" if number % 3 else "KP-09",
    }  # fmt: skip


def look_at(held, **fields):
    """The view of a selection, its period the Day of Security unless told otherwise."""
    return look(held, Selection(**{"period": "day_of_security"} | fields), CALENDAR)


def one_by_one(view):
    """The rows of a view and all else that `compare` takes."""
    return view.untimed(), view.calendar, view.selection, view.span


ANY = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@ANY
@given(st.lists(ROW, min_size=1, max_size=25), st.booleans(), st.booleans())
def test_a_comparison_in_the_engine_is_that_of_the_rows(rows, without_tied, constant):
    """Every number, with each switch on and off, pooled and by year."""
    view = look_at(store(rows), without_tied=without_tied, constant_sources=constant)
    near(comparison(view), compare(*one_by_one(view)))
    *found, years = answers(view)
    for mine, other in zip(found, tied_and_untied(*one_by_one(view)), strict=True):
        near(mine, other)
    each = by_year(*one_by_one(view))
    assert years.keys() == each.keys()
    for year, one in years.items():
        near(one, each[year])


def near(mine, other):
    """Two comparisons are equal but for the order in which shares were added up."""
    said, expected = mine.to_json(), other.to_json()
    assert said["expected"] == expected["expected"]  # to the last digit
    percentiles = said.pop("placebo_percentile"), expected.pop("placebo_percentile")
    assert said == expected
    assert percentiles[0] == pytest.approx(percentiles[1])
    assert mine.placebo.rates == pytest.approx(other.placebo.rates)
    assert (mine.rows, mine.tied) == (other.rows, other.tied)


@ANY
@given(st.lists(ROW, min_size=1, max_size=25), st.booleans())
def test_the_ranking_in_the_engine_is_that_of_the_rows(rows, without_tied):
    """Each line of the table, in the same order."""
    view = look_at(store(rows), without_tied=without_tied)
    expected = rank(view.untimed(), CALENDAR, view.span, (), without_tied)
    pd.testing.assert_frame_equal(ranked(view), expected)


@ANY
@given(st.lists(ROW, min_size=1, max_size=25))
def test_lags_in_the_engine_are_those_of_the_rows(rows):
    """Quartiles by pandas on one row each, and every report in one of three counts."""
    view = look(store(rows), Selection(), CALENDAR)
    days = (view.rows["reported_on"] - view.rows["date_end"]).dt.days
    found = lags(delays(view), ["outlet"]).set_index("outlet")
    for outlet, each in days.groupby(view.rows["outlet"]):
        known = each[each >= 0]
        counted = [len(known), (each < 0).sum(), each.isna().sum()]
        assert found.loc[outlet, ["n", "running", "unknown"]].tolist() == counted
        if len(known):
            assert found.loc[outlet, "median"] == known.median()
            assert found.loc[outlet, "late"] == pytest.approx(known.quantile(0.9))


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"without_tied": True},
        {"constant_sources": True, "years": (2018, 2019)},
        {"constant_sources": True},  # no outlet reported in all of them: no report is compared
        {"occasion": ("day_of_security", "new_year")},
        {"occasion": ("chusok",)},  # none of them is tied to the occasion asked about
        {"province": ("KP-10",), "minus": ("new_year",), "before": 30},
    ],
    ids=str,
)
def test_the_embedded_data_compare_the_same_either_way(query):
    """The app and the command line count in the engine; the rows say the same."""
    view = look_at(open_store(DATA), **query)
    near(comparison(view), compare(*one_by_one(view)))


def test_groups_hold_every_report_once():
    """497 rows in fewer groups, and the groups of a window those that touch it."""
    view = look_at(open_store(DATA))
    assert grouped(view.without_time, "outlet", "province")["n"].sum() == len(view.untimed())
    assert grouped(view, "event_type")["n"].sum() == view.rows_count


def test_the_cautions_speak_of_the_reports_compared():
    """Without the year 2019 fewer reports are told of; the tied ones stay counted."""
    held = open_store(DATA)
    every, few = (
        cautions(view, comparison(view))
        for view in (look_at(held), look_at(held, years=(2019,)))
    )  # fmt: skip
    assert every[0].startswith("Reports are counted, not events: 497 reports on 7,713 days")
    days = [pd.Timestamp(2019, 1, 1), pd.Timestamp(2019, 12, 31)]
    rows = look_at(held).untimed()
    touching = ((rows["date_start"] <= days[1]) & (rows["date_end"] >= days[0])).sum()
    assert few[0].startswith(f"Reports are counted, not events: {touching} reports on 365 days")


def test_the_first_incomplete_day_needs_no_rows():
    """The 90th percentile of all lags before the last day known."""
    view = look(open_store(DATA), Selection(), CALENDAR)
    days = (view.rows["reported_on"] - view.rows["date_end"]).dt.days
    late = days[days >= 0].quantile(0.9)
    latest = max(view.rows["date_end"].max(), view.rows["reported_on"].max()).date()
    expected = latest - timedelta(days=int(-(-late // 1)) - 1)
    assert unfinished(replace(view)) == expected == date(2025, 12, 20)


def test_the_command_line_says_the_same_numbers_in_both_languages():
    """What is printed are keys and numbers, so the language of the query changes nothing."""
    query = "period=day_of_security&years=2019"
    assert rates(query) == rates(f"{query}&lang=ko")
