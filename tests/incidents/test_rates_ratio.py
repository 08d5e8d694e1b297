"""The rate ratio and its exact interval, against figures worked out elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy.stats import beta, binomtest

from incidents.rates import Ratio, rate_ratio


def test_twelve_in_thirty_days_against_forty_in_335():
    """The published check: 3.35, from 1.60 to 6.51."""
    ratio = rate_ratio(12, 30, 40, 335)
    assert (round(ratio.value, 2), round(ratio.low, 2), round(ratio.high, 2)) == (3.35, 1.60, 6.51)
    assert ratio.side == 1


def test_none_in_thirty_days_leaves_an_upper_limit():
    """No report in the window is no proof of fewer: the upper limit is 1.08."""
    ratio = rate_ratio(0, 30, 40, 335)
    assert (ratio.value, ratio.low) == (0.0, 0.0)
    assert round(ratio.high, 2) == 1.08
    assert ratio.side == 0


def test_limits_of_three_and_none_by_hand():
    """With k = N = 3 the lower limit of the share is 0.025 ** (1/3); there is no upper one."""
    ratio = rate_ratio(3, 10, 0, 20)
    share = 0.025 ** (1 / 3)
    assert ratio.value is None
    assert ratio.low == pytest.approx(share / (1 - share) * 2)
    assert ratio.high is None
    assert ratio.limits() == [ratio.low, None]


def test_with_no_report_nothing_is_known():
    """Neither a ratio nor an interval comes from no report at all."""
    ratio = rate_ratio(0, 30, 0, 335)
    assert ratio == Ratio()
    assert ratio.limits() is None


@pytest.mark.parametrize("days", [(0, 365), (365, 0)])
def test_with_no_days_on_a_side_nothing_is_known(days):
    """A comparison needs days on both sides."""
    assert not rate_ratio(3, days[0], 4, days[1]).known


def test_a_whole_interval_below_one_is_told():
    """Five in 200 days against 100 in 165 is fewer, whatever the chance."""
    assert rate_ratio(5, 200, 100, 165).side == -1


@example(inside=68585, inside_days=1, outside=1, others=1)  # upper limit 1 - 3.7e-7
@given(
    st.one_of(st.integers(0, 60), st.integers(0, 2_000_000)),
    st.integers(1, 400),
    st.one_of(st.integers(0, 60), st.integers(0, 2_000_000)),
    st.integers(1, 8000),
)
def test_limits_and_p_value_are_those_of_scipys_exact_test(inside, inside_days, outside, others):
    """Few reports and millions, few days and thousands."""
    if not inside + outside:
        return
    ratio = rate_ratio(inside, inside_days, outside, others)
    test = binomtest(inside, inside + outside, inside_days / (inside_days + others))
    assert ratio.p == pytest.approx(test.pvalue, rel=1e-5, abs=1e-12)
    odds = others / inside_days
    # Clopper and Pearson's limits; proportion_ci finds them to 2e-12, too coarse for odds near 1.
    low = beta.ppf(0.025, inside, outside + 1) if inside else 0.0
    assert ratio.low == pytest.approx(low / (1 - low) * odds, rel=1e-6)
    if not outside:
        assert ratio.high is None
    else:
        missing = beta.ppf(0.025, outside, inside + 1)  # to 1
        assert ratio.high == pytest.approx((1 - missing) / missing * odds, rel=1e-6)
