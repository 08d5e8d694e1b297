"""How late reports come, on seven rows."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.lag import incomplete_from, lags, quantile

SEVEN = [
    ("A", "2019-03-01", "2019-03-01"),  # the same day: 0
    ("A", "2019-03-01", "2019-03-05"),  # 4
    ("A", "2019-03-01", "2019-03-11"),  # 10
    ("A", "2019-06-30", "2019-06-20"),  # told while running
    ("A", "2019-04-01", None),  # unknown
    ("A", "2020-01-01", "2020-01-03"),  # 2, in another year
    ("B", "2019-02-01", None),
]


LATEST = date(2020, 1, 3)  # of the seven


def frame(rows) -> pd.DataFrame:
    """Each row alone, as the engine would count it: outlet, year, lag and n."""
    table = pd.DataFrame(rows, columns=["outlet", "date_end", "reported_on"])
    ends, told = pd.to_datetime(table["date_end"]), pd.to_datetime(table["reported_on"])
    lag = (told - ends).dt.days.astype("Int64")
    return pd.DataFrame({"outlet": table["outlet"], "year": ends.dt.year, "lag": lag, "n": 1})


def test_lags_by_outlet_and_year():
    """Median and quartiles of 0, 4 and 10 days; the others are counted apart."""
    table = lags(frame(SEVEN)).set_index(["outlet", "year"])
    one = table.loc[("A", 2019)]
    assert one[["n", "running", "unknown"]].tolist() == [3, 1, 1]
    assert one[["lower", "median", "upper"]].tolist() == [2.0, 4.0, 7.0]
    assert one["late"] == pytest.approx(8.8)
    assert table.loc[("A", 2020), "median"] == 2.0


def test_an_outlet_without_a_known_lag_has_no_median():
    """Unknown is empty, not nought."""
    one = lags(frame(SEVEN)).set_index("outlet").loc["B"]
    assert (one["n"], one["unknown"]) == (0, 1)
    assert pd.isna(one["median"])


def test_every_row_is_in_one_of_three_counts():
    """Lags by outlet alone keep their books."""
    table = lags(frame(SEVEN), by=["outlet"])
    assert (table["n"] + table["running"] + table["unknown"]).tolist() == [6, 1]


def test_no_rows_have_no_lags():
    """An empty frame gives an empty table with the same columns."""
    assert list(lags(frame([])).columns)[:3] == ["outlet", "year", "n"]


def test_the_last_weeks_are_incomplete():
    """Lags 0, 2, 4, 10: nine in ten come within 8.2 days, so 9 days back from 3 January 2020."""
    assert incomplete_from(frame(SEVEN), LATEST) == date(2019, 12, 26)


def test_all_reported_at_once_leaves_only_tomorrow_open():
    """When every report came on the day, nothing up to the last day is incomplete."""
    assert incomplete_from(frame(SEVEN[:1]), date(2019, 3, 1)) == date(2019, 3, 2)


def test_without_any_known_lag_nothing_is_shaded():
    """Neither an empty frame nor one without report dates says where it is incomplete."""
    assert incomplete_from(frame([]), None) is None
    assert incomplete_from(frame(SEVEN[-1:]), LATEST) is None


def test_reports_alike_weigh_as_many():
    """Two reports of a lag of 4 days as one group of two are the same as each alone."""
    twice = [*SEVEN, ("A", "2019-07-01", "2019-07-05")]
    alone = frame(twice)
    together = alone.groupby(["outlet", "year", "lag"], dropna=False, as_index=False)["n"].sum()
    assert len(together) < len(alone)
    pd.testing.assert_frame_equal(lags(together), lags(alone))
    assert incomplete_from(together, LATEST) == incomplete_from(alone, LATEST)


@given(
    st.lists(st.integers(0, 40), min_size=1, max_size=30), st.sampled_from([0.25, 0.5, 0.75, 0.9])
)
def test_a_quantile_of_counts_is_that_of_the_values(values, place):
    """Against numpy, on the values written out."""
    distinct, counts = np.unique(values, return_counts=True)
    assert quantile(distinct.astype(float), counts, place) == pytest.approx(
        np.quantile(values, place)
    )
