"""The same windows moved through the year, and what they say when nothing happens."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.periods import Window
from incidents.rates import Placebo, ask
from incidents.rates.compare import contrast
from incidents.rates.days import Days
from incidents.rates.placebo import Density, place

SPAN = Window(date(2019, 1, 1), date(2019, 12, 31))
FIRST = SPAN.first.toordinal()
OCCASIONS = read_calendar(DATA).occasions


def test_a_density_spreads_each_incident_over_its_days():
    """A row of four days gives a quarter to each, one of a day the whole to it."""
    starts, ends = np.array([FIRST, FIRST + 2]), np.array([FIRST + 3, FIRST + 2])
    density = Density(starts, ends, SPAN)
    assert density.per_day[:5].tolist() == pytest.approx([0.25, 0.25, 1.25, 0.25, 0.0])
    assert density.sums[-1] == pytest.approx(2.0)


def test_a_density_keeps_out_what_lies_outside_its_span():
    """Of a row that begins two days early, half of its four days are left."""
    density = Density(np.array([FIRST - 2, FIRST - 9]), np.array([FIRST + 1, FIRST - 9]), SPAN)
    assert density.sums[-1] == pytest.approx(0.5)


def test_a_shift_counts_what_the_moved_window_holds():
    """A window of two days on a row of one day: only two of 365 places hold it."""
    density = Density(np.array([FIRST + 10]), np.array([FIRST + 10]), SPAN)
    placebo = place(density, Days.of([(FIRST + 9, FIRST + 10)]))
    assert placebo.rates[:3] == pytest.approx((0.5, 0.5, 0.0))


def test_the_percentile_counts_smaller_and_half_of_equal():
    """Of 355 places (the others leave the year) two are equal and 353 smaller."""
    density = Density(np.array([FIRST + 10]), np.array([FIRST + 10]), SPAN)
    placebo = place(density, Days.of([(FIRST + 9, FIRST + 10)]))
    # shifts 0..355 keep at least one of two days: 356 places, 2 equal, 354 smaller
    assert len(placebo.shifts) == 356
    assert placebo.percentile == pytest.approx((354 + 1) / 356)


def test_places_that_keep_less_than_half_of_the_days_are_left_out():
    """A window of ten days in December moves out of the span after five days."""
    last = SPAN.last.toordinal()
    density = Density(np.array([last]), np.array([last]), SPAN)
    placebo = place(density, Days.of([(last - 9, last)]))
    assert placebo.shifts == (0, 1, 2, 3, 4, 5)
    assert placebo.rates == pytest.approx([1 / 10, 1 / 9, 1 / 8, 1 / 7, 1 / 6, 1 / 5])
    assert placebo.percentile == pytest.approx(0.5 / 6)


def test_a_window_cut_by_the_span_moves_as_a_whole():
    """Cut to its last day at shift 0, it is whole after one day more; the rate is per day."""
    density = Density(np.array([FIRST]), np.array([FIRST + 3]), SPAN)
    placebo = place(density, Days.of([(FIRST - 1, FIRST)]))
    assert placebo.rates[:5] == pytest.approx((0.25, 0.25, 0.25, 0.25, 0.125))


def test_no_window_in_the_span_has_no_percentile():
    """A place that does not exist cannot be ranked."""
    density = Density(np.array([FIRST]), np.array([FIRST]), SPAN)
    assert place(density, Days.of([(1, 5)])).percentile is None
    assert place(density, Days()).percentile is None
    assert Placebo().percentile is None


def test_equal_everywhere_is_the_middle():
    """One row over the whole span makes every place alike."""
    density = Density(np.array([FIRST]), np.array([SPAN.last.toordinal()]), SPAN)
    assert place(density, Days.of([(FIRST + 40, FIRST + 49)])).percentile == 0.5


@pytest.fixture(scope="module")
def nothing_happens():
    """1,000 comparisons of sure-dated incidents thrown evenly over six years (seed 20191119)."""
    generator = np.random.default_rng(20191119)
    span = Window(date(2014, 1, 1), date(2019, 12, 31))
    question = ask(OCCASIONS["day_of_security"], 18, 0, [], span)
    first, last = span.first.toordinal(), span.last.toordinal()
    compared = []
    for _ in range(1000):
        days = generator.integers(first, last + 1, size=generator.poisson(300))
        compared.append(contrast(question, days, days, Density(days, days, span)))
    return compared


def test_without_an_effect_the_interval_holds_one(nothing_happens):
    """The exact 95 % interval covers 1 in at least 95 % of the runs."""
    covered = [one.ratio_within.side == 0 for one in nothing_happens]
    assert np.mean(covered) >= 0.95


def test_without_an_effect_the_percentile_is_uniform(nothing_happens):
    """No more than 0.08 between the percentiles found and a uniform spread of them."""
    found = np.sort([one.placebo.percentile for one in nothing_happens])
    steps = np.arange(1, len(found) + 1) / len(found)
    distance = max((steps - found).max(), (found - steps + 1 / len(found)).max())
    assert distance < 0.08


def test_sure_dates_count_the_same_in_all_three_ways(nothing_happens):
    """For incidents of one day within, expected and touches are one number."""
    one = nothing_happens[0]
    assert one.within == one.touches
    assert one.expected.inside == pytest.approx(one.within.inside)
