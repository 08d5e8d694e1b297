"""Sets of days, and the days a comparison is made of."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.periods import Occasion, Window
from incidents.rates import ask
from incidents.rates.days import Days, ordinals
from incidents.selection import Selection

CALENDAR = read_calendar(DATA)
SECURITY = CALENDAR.occasions["day_of_security"]
NEW_YEAR = CALENDAR.occasions["new_year"]
SPAN = Window(date(2004, 12, 11), date(2026, 1, 22))

runs = st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), max_size=6)


def listed(days: Days) -> set[int]:
    """Every day of the set, one by one."""
    return {day for first, last in days.runs for day in range(first, last + 1)}


def plain(pairs) -> set[int]:
    """The same without the code under test."""
    return {day for first, last in pairs for day in range(first, last + 1)}


@given(runs, runs)
def test_days_behave_as_sets(one, other):
    """Together, without and size are those of a plain set, and runs never adjoin."""
    a, b = Days.of(one), Days.of(other)
    assert listed(a | b) == plain(one) | plain(other)
    assert listed(a - b) == plain(one) - plain(other)
    assert len(a) == len(plain(one))
    assert all(x[1] + 1 < y[0] for x, y in zip(a.runs, a.runs[1:], strict=False))


@given(runs, st.integers(1, 60), st.integers(0, 20))
def test_shared_days_are_counted_one_by_one(pairs, start, more):
    """The days an interval shares with a set are those that lie in both."""
    shared = Days.of(pairs).shared(np.array([start]), np.array([start + more]))
    assert shared.tolist() == [len(plain(pairs) & set(range(start, start + more + 1)))]


def test_many_incidents_share_the_same_days_as_few():
    """The table used for many incidents agrees with the search used for few."""
    days = Days.of([(10, 19), (30, 34), (900, 950)])
    starts = np.arange(60_000) % 1000
    ends = starts + starts % 7
    few = [days.shared(starts[i : i + 1], ends[i : i + 1])[0] for i in range(1000)]
    assert days.shared(starts, ends)[:1000].tolist() == few


def test_ordinals_are_those_of_the_calendar():
    """19 November 2019 is the same day for numpy and for Python."""
    day = np.array(["2019-11-19"], dtype="datetime64[ns]")
    assert ordinals(day).tolist() == [date(2019, 11, 19).toordinal()]


def test_a_common_year_of_the_day_of_security():
    """2019: 1 to 19 November are 19 days, the rest of the year 346."""
    question = ask(SECURITY, 18, 0, [2019], SPAN)
    assert (len(question.inside), len(question.outside)) == (19, 346)
    assert question.inside.runs == (
        (date(2019, 11, 1).toordinal(), date(2019, 11, 19).toordinal()),
    )


def test_a_leap_day_is_a_day_of_exposure():
    """2020 has 347 other days, and a window over 29 February counts it."""
    assert len(ask(SECURITY, 18, 0, [2020], SPAN).outside) == 347
    women = CALENDAR.occasions["womens_day"]  # 8 March
    assert len(ask(women, 8, 0, [2020], SPAN).inside) == 9
    assert ask(women, 8, 0, [2020], SPAN).inside.runs[0][0] == date(2020, 2, 29).toordinal()
    assert ask(women, 8, 0, [2019], SPAN).inside.runs[0][0] == date(2019, 2, 28).toordinal()


def test_a_window_across_new_year_belongs_to_its_anchor():
    """8 January 2020 and 14 days before take 7 days of 2019 into the universe."""
    birthday = CALENDAR.occasions["kim_jong_un_birthday"]
    question = ask(birthday, 14, 0, [2020], SPAN)
    assert len(question.inside) == 15
    assert len(question.outside) == 366 + 7 - 15


def test_a_lunar_occasion_moves():
    """Chusok was on 13 September 2019 and on 1 October 2020."""
    question = ask(CALENDAR.occasions["chusok"], 1, 0, [2019, 2020], SPAN)
    assert question.anchors == {2019: date(2019, 9, 13), 2020: date(2020, 10, 1)}
    assert [date.fromordinal(first) for first, _ in question.inside.runs] == [
        date(2019, 9, 12),
        date(2020, 9, 30),
    ]


def test_windows_that_adjoin_are_one():
    """A window of a whole year joins the next one, and no baseline is left between them."""
    question = ask(SECURITY, 364, 0, [2018, 2019], SPAN)
    assert len(question.inside.runs) == 1
    assert len(question.inside) == 730
    assert len(question.outside) == 42  # 20 November to 31 December 2019


def test_the_span_of_the_store_cuts_both_sides():
    """With data until 10 November 2019 only ten days of the window are exposed."""
    question = ask(SECURITY, 18, 0, [2019], Window(date(2019, 6, 1), date(2019, 11, 10)))
    assert (len(question.inside), len(question.outside)) == (10, 153)


def test_years_without_an_anchor_are_not_compared():
    """Army Day has been on 8 February since 2018; the earlier years chosen are left out."""
    army = CALENDAR.occasions["army_day_feb8"]
    assert ask(army, 14, 0, [2016, 2017, 2018], SPAN).years == (2018,)
    assert ask(army, 14, 0, [], SPAN).years == tuple(range(2018, 2027))
    assert ask(army, 14, 0, [2016], SPAN).outside == Days()


def test_no_years_chosen_means_all_of_the_store():
    """From the year of the first to the year of the last day, with whole and cut years."""
    question = ask(SECURITY, 18, 0, [], SPAN)
    assert question.years == tuple(range(2004, 2027))
    assert len(question.inside) == 21 * 19  # neither 2004 nor 2026 has data in November
    assert question.exposed_years == tuple(range(2005, 2026))
    assert len(question.inside) + len(question.outside) == 7713


def test_the_baseline_without_other_run_ups():
    """Without New Year (14 days and the day), 2019 loses 1 January and 18 to 31 December."""
    question = ask(SECURITY, 18, 0, [2019], SPAN, [NEW_YEAR])
    assert len(question.inside) == 19
    assert len(question.outside) == 346 - 15


def test_the_window_stays_whole_where_another_run_up_overlaps():
    """Mother's Day (16 November) takes nothing from the run-up to the 19th."""
    question = ask(SECURITY, 18, 0, [2019], SPAN, [CALENDAR.occasions["mothers_day"]])
    assert (len(question.inside), len(question.outside)) == (19, 346)


def test_an_empty_store_has_no_days():
    """Without a span nothing is exposed."""
    question = ask(SECURITY, 18, 0, [2019], None)
    assert (len(question.inside), len(question.outside)) == (0, 0)


def test_a_campaign_is_not_compared():
    """Only what recurs has a rest of the year; the sentence says so."""
    from incidents.rates.question import ask_selection

    chosen = Selection(period=next(iter(CALENDAR.campaigns)))
    with pytest.raises(ValueError, match="only recurring occasions are compared"):
        ask_selection(CALENDAR, chosen, SPAN)


def test_a_moon_that_is_not_known_gives_no_window():
    """A lunar feast without a date in a year is not compared in it."""
    moon = Occasion(
        "m", "M", "", None, None, None, None, "", 3, "", "", "", {2019: date(2019, 9, 1)}
    )
    assert ask(moon, 3, 0, [2019, 2020], SPAN).years == (2019,)
