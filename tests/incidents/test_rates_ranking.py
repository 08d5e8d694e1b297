"""All occasions at once, and what chance alone would bring up."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.periods import Window
from incidents.rates import chance_note, compare, rank
from incidents.rates.ranking import q_values
from incidents.selection import Selection

CALENDAR = read_calendar(DATA)
SPAN = Window(date(2010, 1, 1), date(2019, 12, 31))


def frame(days, tied="") -> pd.DataFrame:
    """Incidents of one day each."""
    return pd.DataFrame(
        {
            "date_start": pd.to_datetime(days),
            "date_end": pd.to_datetime(days),
            "occasion_id": tied,
            "outlet": "A",
        }
    )


ROWS = frame(
    [f"{y}-{m:02}-{d:02}" for y in range(2010, 2020) for m in range(1, 13) for d in (2, 9, 16, 23)]
    + [f"{y}-05-01" for y in range(2010, 2020) for _ in range(10)]
)


def test_benjamini_hochberg_by_hand():
    """0.01, 0.02, 0.03 and 0.5 of four become 0.04, 0.04, 0.04 and 0.5."""
    assert q_values([0.5, 0.01, None, 0.03, 0.02]) == pytest.approx([0.5, 0.04, None, 0.04, 0.04])
    assert q_values([None]) == [None]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_q_values_are_those_of_scipy(p_values):
    """Also where p-values are equal, 0 or 1."""
    assert q_values(p_values) == pytest.approx(false_discovery_control(p_values).tolist())


def test_the_most_raised_occasion_comes_first():
    """Ten reports each May Day put it on top, and its q stays low among all windows."""
    table = rank(ROWS, CALENDAR, SPAN)
    assert len(table) == len(CALENDAR.occasions)
    assert table.loc[0, "occasion"] == "may_day"
    assert table.loc[0, "q"] < 0.001
    assert table["ratio_expected"].dropna().is_monotonic_decreasing


def test_a_row_of_the_table_is_the_comparison_itself():
    """The table and the page of one occasion show the same numbers."""
    row = rank(ROWS, CALENDAR, SPAN).set_index("occasion").loc["chusok"]
    one = compare(ROWS, CALENDAR, Selection(period="chusok"), SPAN)
    assert (row["within"], row["touches"]) == (one.within.inside, one.touches.inside)
    assert row["low_within"] == one.ratio_within.low
    assert row["percentile"] == one.placebo.percentile


def test_an_occasion_not_kept_in_the_data_is_last_and_empty():
    """The day of 2021 has no window before 2020: no ratio, no q."""
    row = rank(ROWS, CALENDAR, SPAN).set_index("occasion").loc["kpra_founding_day"]
    assert row["inside_days"] == 0
    assert pd.isna(row["ratio_expected"])
    assert pd.isna(row["q"])


def test_rows_tied_to_an_occasion_can_be_left_out_of_its_own_line():
    """Without the rows tied to it, only the line of May Day changes."""
    tied = ROWS.assign(occasion_id=["may_day" if d.day == 1 else "" for d in ROWS["date_start"]])
    every = rank(tied, CALENDAR, SPAN).set_index("occasion")
    without = rank(tied, CALENDAR, SPAN, without_tied=True).set_index("occasion")
    assert every.loc["may_day", "touches"] - without.loc["may_day", "touches"] == 100
    assert every.loc["chusok", "touches"] == without.loc["chusok", "touches"]


def test_the_note_counts_what_chance_would_bring():
    """The number of windows, how many would pass by chance, and how many did."""
    said = chance_note(rank(ROWS, CALENDAR, SPAN))
    assert said.startswith("26 windows are ranked here.")
    assert "about 1.3 of them" in said


def test_an_empty_store_ranks_nothing():
    """Every line is there and empty."""
    assert rank(frame([]), CALENDAR, None)["q"].isna().all()
