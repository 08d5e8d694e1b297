"""Years side by side and counts by time, on rows whose cells fit on a hand."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.aligned import aligned, bars, year_marks
from incidents.by_time import by_time
from incidents.periods import Window

ANCHORS = {2019: date(2019, 11, 19), 2020: date(2020, 11, 19)}


def days(*texts: str) -> np.ndarray:
    """Ordinals of ISO days."""
    return np.array([date.fromisoformat(text).toordinal() for text in texts], dtype=np.int64)


STARTS = days("2019-11-19", "2019-11-16", "2019-10-01")
ENDS = days("2019-11-19", "2019-11-19", "2019-11-17")


def test_a_cell_is_the_expected_count_of_a_day():
    """On the day: one sure report and a quarter of another. Two days before: that and 1/48."""
    table = aligned(STARTS, ENDS, ANCHORS, before=3, after=1)
    assert len(table) == 2 * 5
    one = table[table["year"] == 2019].set_index("offset")["expected"]
    assert one.to_dict() == pytest.approx(
        {-3: 1 / 4 + 1 / 48, -2: 1 / 4 + 1 / 48, -1: 1 / 4, 0: 1 + 1 / 4, 1: 0}
    )
    assert table[table["year"] == 2020]["expected"].sum() == 0


def test_every_cell_names_its_day():
    """Offset 0 is the anchor itself."""
    table = aligned(STARTS, ENDS, ANCHORS, before=3, after=1)
    assert table.loc[table["offset"] == 0, "day"].tolist() == [
        pd.Timestamp("2019-11-19"),
        pd.Timestamp("2020-11-19"),
    ]


def test_a_row_of_years_goes_on_across_new_year():
    """For 8 January 2020 the days before belong to 2019 and are in one row."""
    table = aligned(days("2019-12-31"), days("2019-12-31"), {2020: date(2020, 1, 8)}, 14, 0)
    assert table.loc[table["expected"] > 0, ["year", "offset"]].values.tolist() == [[2020, -8]]


def test_bars_are_cut_to_the_window():
    """The row from 1 October shows its last two days; what was cut off is said."""
    table = bars(STARTS, ENDS, ANCHORS, before=3, after=1)
    assert table[["row", "first", "last"]].values.tolist() == [[1, -3, 0], [2, -3, -2], [0, 0, 0]]
    assert table["begins_earlier"].tolist() == [False, True, False]
    assert table["share"].tolist() == pytest.approx([1, 2 / 48, 1])


def test_a_year_without_any_report_is_marked():
    """2020 has no report at all; 2019 has three, of which two touch the last four days."""
    marks = year_marks(STARTS[1:], ENDS[1:], ANCHORS, before=1, after=0)
    assert marks["in_year"].tolist() == [2, 0]
    assert marks["in_window"].tolist() == [1, 0]


def test_no_anchor_gives_empty_tables():
    """Nothing to align is not an error."""
    assert aligned(STARTS, ENDS, {}).empty
    assert bars(STARTS, ENDS, {}).empty
    assert year_marks(STARTS, ENDS, {}).empty


def test_counts_by_month():
    """October to November 2019: the long row is in neither month whole."""
    table = by_time(STARTS, ENDS, "month")
    assert table["first"].tolist() == [pd.Timestamp("2019-10-01"), pd.Timestamp("2019-11-01")]
    assert table["last"].tolist() == [pd.Timestamp("2019-10-31"), pd.Timestamp("2019-11-30")]
    assert table["within"].tolist() == [0, 2]
    assert table["expected"].tolist() == pytest.approx([31 / 48, 2 + 17 / 48])
    assert table["touches"].tolist() == [1, 3]


def test_weeks_begin_on_monday():
    """19 November 2019 is a Tuesday; its week runs from the 18th to the 24th."""
    table = by_time(STARTS[:1], ENDS[:1], "week")
    assert table[["first", "last"]].values.tolist() == [
        [pd.Timestamp("2019-11-18"), pd.Timestamp("2019-11-24")]
    ]


@pytest.mark.parametrize(("unit", "number"), [("day", 731), ("quarter", 8), ("year", 2)])
def test_units_without_a_report_are_kept(unit, number):
    """A span of 2019 and 2020 has 731 days, 8 quarters and 2 years."""
    span = Window(date(2019, 1, 1), date(2020, 12, 31))
    table = by_time(STARTS, ENDS, unit, span)
    assert len(table) == number
    assert table["expected"].sum() == pytest.approx(3)


def test_an_unknown_unit_is_refused():
    """The sentence lists the units there are."""
    with pytest.raises(ValueError, match="unit 'hour' is not known. Use day, week, month"):
        by_time(STARTS, ENDS, "hour")


def test_nothing_to_count():
    """No rows and no span: no units."""
    assert by_time(days(), days(), "month").empty


@given(
    st.lists(st.tuples(st.integers(737000, 737400), st.integers(0, 90)), min_size=1, max_size=8),
    st.sampled_from(["day", "week", "month", "quarter", "year"]),
)
def test_counts_by_time_equal_a_plain_count(pairs, unit):
    """Each unit against a loop over its days, and the shares add up to the rows."""
    starts = np.array([first for first, _ in pairs])
    ends = np.array([first + more for first, more in pairs])
    table = by_time(starts, ends, unit)
    assert table["expected"].sum() == pytest.approx(len(pairs))
    for first, last, within, touches in table[["first", "last", "within", "touches"]].values:
        low, high = first.toordinal(), last.toordinal()
        assert within == sum(low <= s and e <= high for s, e in zip(starts, ends, strict=True))
        assert touches == sum(s <= high and e >= low for s, e in zip(starts, ends, strict=True))


@given(
    st.lists(st.tuples(st.integers(737380, 737420), st.integers(0, 9)), min_size=1, max_size=20),
    st.sampled_from(["day", "week", "month"]),
)
def test_intervals_counted_together_give_the_same_as_one_by_one(pairs, unit):
    """Units, cells and years from distinct intervals with their numbers."""
    each = np.array([(first, first + more) for first, more in pairs])
    distinct, counts = np.unique(each, axis=0, return_counts=True)
    alone, together = each.T, distinct.T
    for mine, other in (
        (by_time(*together, unit, None, counts), by_time(*alone, unit)),
        (aligned(*together, ANCHORS, 9, 3, counts), aligned(*alone, ANCHORS, 9, 3)),
        (year_marks(*together, ANCHORS, 9, 3, counts), year_marks(*alone, ANCHORS, 9, 3)),
    ):
        pd.testing.assert_frame_equal(mine, other)
