"""Run-ups against the rest of the year, on rows whose counts fit on a hand."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.periods import Window
from incidents.rates import by_year, compare, constant_outlets, tied_and_untied
from incidents.selection import Selection

CALENDAR = read_calendar(DATA)
YEAR_2019 = Window(date(2019, 1, 1), date(2019, 12, 31))
SECURITY_2019 = Selection(period="day_of_security", years=(2019,))  # 1 to 19 November

SIX = [
    ("2019-11-05", "2019-11-05", "A", "day_of_security"),  # within
    ("2019-10-30", "2019-11-02", "A", ""),  # half inside: 2 of 4 days
    ("2019-10-15", "2019-12-08", "B", ""),  # covers the window: 19 of 55 days
    ("2019-03-03", "2019-03-03", "B", ""),  # outside
    ("2019-12-20", "2019-12-22", "B", ""),  # outside, in the run-up to New Year
    ("2019-12-16", "2019-12-19", "A", ""),  # outside, 2 of 4 days in that run-up
]


def frame(rows) -> pd.DataFrame:
    """An incidents frame with the columns a comparison reads."""
    table = pd.DataFrame(rows, columns=["date_start", "date_end", "outlet", "occasion_id"])
    days = {name: pd.to_datetime(table[name]) for name in ("date_start", "date_end")}
    return table.assign(**days)


def counts(comparison) -> dict:
    """The three ways of counting as (inside, outside)."""
    said = comparison.to_json()
    names = ("within", "expected", "touches")
    return {name: (said[name]["inside"], said[name]["outside"]) for name in names}


def test_six_rows_by_hand():
    """One within, three touching; the vague ones count by the share of their days."""
    comparison = compare(frame(SIX), CALENDAR, SECURITY_2019, YEAR_2019)
    found = counts(comparison)
    assert found["within"] == (1, 5)
    assert found["touches"] == (3, 3)
    assert found["expected"] == pytest.approx((1 + 2 / 4 + 19 / 55, 2 / 4 + 36 / 55 + 3))
    assert (comparison.inside_days, comparison.outside_days) == (19, 346)
    assert comparison.ratio_within.value == pytest.approx(1 / 19 / (5 / 346))
    assert comparison.ratio_touches.value == pytest.approx(3 / 19 / (3 / 346))
    assert comparison.rows == 6


def test_the_json_has_the_agreed_keys_and_only_those():
    """Keys, and values that JSON can hold."""
    said = compare(frame(SIX), CALENDAR, SECURITY_2019, YEAR_2019).to_json()
    assert list(said) == [
        "inside_days", "outside_days", "within", "expected", "touches", "ratio_within",
        "ci_within", "ratio_touches", "ci_touches", "placebo_percentile", "years",
    ]  # fmt: skip
    assert said["years"] == [2019]
    assert len(said["ci_within"]) == 2
    assert 0 <= said["placebo_percentile"] <= 1


def test_a_row_that_leaves_the_universe_is_not_surely_outside():
    """A row from 30 December 2018 touches 2019 but does not lie within it."""
    rows = frame([("2018-12-30", "2019-01-02", "A", ""), ("2018-06-01", "2018-06-01", "A", "")])
    span = Window(date(2018, 6, 1), date(2019, 12, 31))
    found = counts(compare(rows, CALENDAR, SECURITY_2019, span))
    assert found == {"within": (0, 1), "expected": (0.0, 0.5), "touches": (0, 0)}


def test_several_windows_count_a_row_once():
    """A row over two run-ups touches once; its shares add up."""
    rows = frame([("2018-11-19", "2019-11-01", "A", "")])  # 348 days, 1 + 1 in the windows
    span = Window(date(2018, 1, 1), date(2019, 12, 31))
    chosen = Selection(period="day_of_security", years=(2018, 2019))
    found = counts(compare(rows, CALENDAR, chosen, span))
    assert found["touches"] == (1, 0)
    assert found["within"] == (0, 1)
    assert found["expected"] == pytest.approx((2 / 348, 346 / 348))


def test_a_row_over_two_adjoining_windows_is_within():
    """Windows that adjoin are one, so a row across their seam lies within it."""
    rows = frame([("2018-11-10", "2018-11-30", "A", "")])
    span = Window(date(2017, 1, 1), date(2019, 12, 31))
    chosen = Selection(period="day_of_security", before=364, years=(2018, 2019))
    assert counts(compare(rows, CALENDAR, chosen, span))["within"] == (1, 0)


def test_a_run_up_across_new_year():
    """25 December to 8 January: a row on New Year's Eve lies in the run-up of the next year."""
    rows = frame([("2019-12-31", "2019-12-31", "A", ""), ("2020-02-29", "2020-02-29", "A", "")])
    span = Window(date(2019, 1, 1), date(2020, 12, 31))
    chosen = Selection(period="kim_jong_un_birthday", before=14, years=(2020,))
    comparison = compare(rows, CALENDAR, chosen, span)
    assert counts(comparison) == {"within": (1, 1), "expected": (1.0, 1.0), "touches": (1, 1)}
    assert (comparison.inside_days, comparison.outside_days) == (15, 358)


def test_a_lunar_run_up_follows_its_moon():
    """11 September is in the run-up to Chusok in 2019 and not in 2020."""
    rows = frame([("2019-09-11", "2019-09-11", "A", ""), ("2020-09-11", "2020-09-11", "A", "")])
    span = Window(date(2019, 1, 1), date(2020, 12, 31))
    each = by_year(rows, CALENDAR, Selection(period="chusok"), span)
    assert [each[year].within.inside for year in (2019, 2020)] == [1, 0]
    assert [each[year].within.outside for year in (2019, 2020)] == [0, 1]


def test_a_year_without_data_still_exposes_its_days():
    """Nothing is known of 2019, yet its days count as days and its own ratio is unknown."""
    rows = frame([("2018-03-01", "2018-03-01", "A", ""), ("2020-03-01", "2020-03-01", "A", "")])
    span = Window(date(2018, 3, 1), date(2020, 3, 1))
    chosen = Selection(period="day_of_security")
    assert compare(rows, CALENDAR, chosen, span).inside_days == 38  # 2018 and 2019
    silent = by_year(rows, CALENDAR, chosen, span)[2019]
    assert not silent.ratio_within.known
    assert (silent.inside_days, silent.outside_days) == (19, 346)


def test_no_window_in_the_span_leaves_the_ratios_empty():
    """With data until October there is a baseline and no run-up."""
    rows = frame([("2019-03-01", "2019-03-01", "A", "")])
    said = compare(
        rows, CALENDAR, SECURITY_2019, Window(date(2019, 1, 1), date(2019, 10, 31))
    ).to_json()
    assert (said["inside_days"], said["outside_days"]) == (0, 304)
    assert said["within"] == {"inside": 0, "outside": 1}
    empty = ("ratio_within", "ci_within", "ratio_touches", "ci_touches", "placebo_percentile")
    assert [said[key] for key in empty] == [None] * 5


def test_years_outside_the_data_give_zeros():
    """A year nobody has data for: no days, no counts, no ratios."""
    chosen = Selection(period="day_of_security", years=(1999,))
    said = compare(frame(SIX), CALENDAR, chosen, YEAR_2019).to_json()
    assert said["years"] == [1999]
    assert (said["inside_days"], said["outside_days"]) == (0, 0)
    assert said["touches"] == {"inside": 0, "outside": 0}


def test_an_infinite_limit_is_empty():
    """Reports in the run-up and none outside: no ratio, a lower limit, no upper one."""
    rows = frame([("2019-11-05", "2019-11-05", "A", "")] * 3)
    said = compare(rows, CALENDAR, SECURITY_2019, YEAR_2019).to_json()
    assert said["ratio_within"] is None
    assert said["ci_within"][0] > 1
    assert said["ci_within"][1] is None


def test_the_baseline_without_new_year_leaves_out_its_rows():
    """What lies in the other run-up counts nowhere; what reaches out of it by its share."""
    chosen = Selection(period="day_of_security", years=(2019,), minus=("new_year",))
    comparison = compare(frame(SIX), CALENDAR, chosen, YEAR_2019)
    found = counts(comparison)
    assert comparison.outside_days == 346 - 15
    assert found["within"] == (1, 4)
    assert found["touches"] == (3, 1)
    assert found["expected"][1] == pytest.approx(2 / 4 + 36 / 55 + 1 + 2 / 4)


def test_from_and_to_play_no_part():
    """A comparison is made over whole years, whatever days the other pages are cut to."""
    cut = Selection(period="day_of_security", years=(2019,), from_=date(2019, 11, 10))
    whole = compare(frame(SIX), CALENDAR, SECURITY_2019, YEAR_2019)
    assert compare(frame(SIX), CALENDAR, cut, YEAR_2019).to_json() == whole.to_json()


def test_rows_found_because_of_the_occasion_can_be_left_out():
    """One of the six is tied to the day by its source."""
    tied, untied = tied_and_untied(frame(SIX), CALENDAR, SECURITY_2019, YEAR_2019)
    assert (tied.rows, tied.tied, tied.within.inside) == (6, 1, 1)
    assert (untied.rows, untied.tied, untied.within.inside) == (5, 0, 0)


def test_constant_sources_reported_in_every_compared_year():
    """A reported in both years (its second row touches 2020), B only in 2019."""
    rows = frame(
        [
            ("2019-03-01", "2019-03-01", "A", ""),
            ("2019-12-25", "2020-01-02", "A", ""),
            ("2019-05-01", "2019-05-01", "B", ""),
            ("2019-06-01", "2020-06-01", "", ""),
        ]
    )
    assert constant_outlets(rows, (2019, 2020)) == {"A"}
    chosen = Selection(period="may_day", years=(2019, 2020), constant_sources=True)
    span = Window(date(2019, 1, 1), date(2020, 12, 31))
    assert compare(rows, CALENDAR, chosen, span).rows == 2


def test_no_rows_at_all():
    """Nothing passes the filters: zeros, unknown ratios and the middle of the placebo."""
    said = compare(frame([]), CALENDAR, SECURITY_2019, YEAR_2019).to_json()
    assert said["expected"] == {"inside": 0.0, "outside": 0.0}
    assert said["ci_within"] is None
    assert said["placebo_percentile"] == 0.5


def test_the_incoming_frame_is_not_changed():
    """A comparison reads its rows and leaves them as they were."""
    rows = frame(SIX)
    before = rows.copy()
    compare(rows, CALENDAR, Selection(period="new_year", without_tied=True), YEAR_2019)
    pd.testing.assert_frame_equal(rows, before)
