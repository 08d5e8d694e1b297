"""Dates as people write them: what each means, what is refused, and that none is guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.dates import edtf
from incidents.intake.dates import DateFault, read_date

DAY = ("2019-11-13", "2019-11-13", "day")
NOVEMBER = ("2019-11-01", "2019-11-30", "month")
READ = {
    "2019-11-13": DAY, "2019-11-13T08:30:00Z": DAY, "2019-11-13 00:00:00.000": DAY,
    "2019.11.13": DAY, "2019. 11. 13.": DAY, "2019/11/13": DAY, "20191113": DAY,
    "13/11/2019": DAY, "11/13/2019": DAY, "13.11.2019": DAY, "13 Nov 2019": DAY,
    "Nov 13, 2019": DAY, "November 13th 2019": DAY, "13-Nov-2019": DAY, "Wed, 13 Nov 2019": DAY,
    "2019년 11월 13일": DAY, "2019년 11월 13일 (수)": DAY, "2019년11월13일 오후 3시": DAY,
    "주체108년 11월 13일": DAY, "43782": DAY, "43782.5": DAY, "2019–11–13": DAY,
    "2019-11": NOVEMBER, "Nov 2019": NOVEMBER, "2019년 11월": NOVEMBER, "11/2019": NOVEMBER,
    "first week of November 2019": NOVEMBER, "2019년 11월 첫째 주": NOVEMBER,
    "2019-11-XX": NOVEMBER, "2019년 11월 중": NOVEMBER,
    "early November 2019": ("2019-11-01", "2019-11-10", "week"),
    "mid-November 2019": ("2019-11-11", "2019-11-20", "week"),
    "late February 2020": ("2020-02-21", "2020-02-29", "week"),
    "2019년 11월 초": ("2019-11-01", "2019-11-10", "week"),
    "2019년 11월 중순": ("2019-11-11", "2019-11-20", "week"),
    "2019년 11월 말": ("2019-11-21", "2019-11-30", "week"),
    "2019-11-01/2019-11-13": ("2019-11-01", "2019-11-13", "month"),
    "2019-11/2019-12": ("2019-11-01", "2019-12-31", "season"),
    "1-13 November 2019": ("2019-11-01", "2019-11-13", "month"),
    "Nov 1-13, 2019": ("2019-11-01", "2019-11-13", "month"),
    "28 Oct - 3 Nov 2019": ("2019-10-28", "2019-11-03", "week"),
    "2019.11.1~11.13": ("2019-11-01", "2019-11-13", "month"),
    "2019년 11월 1일~13일": ("2019-11-01", "2019-11-13", "month"),
    "2019년 11월 1일부터 13일까지": ("2019-11-01", "2019-11-13", "month"),
    "2019년 11월 말~12월 초": ("2019-11-21", "2019-12-10", "month"),
    "from 28 October 2019 to 3 November 2019": ("2019-10-28", "2019-11-03", "week"),
    "Nov/Dec 2019": ("2019-11-01", "2019-12-31", "season"),
    "spring 2019": ("2019-03-01", "2019-05-31", "season"),
    "winter 2019-20": ("2019-12-01", "2020-02-29", "season"),
    "2019-W46": ("2019-11-11", "2019-11-17", "week"),
    "2019": ("2019-01-01", "2019-12-31", "year"),
}  # fmt: skip
REFUSED = {
    "none": ["", "   "],
    "ambiguous": ["05/11/2019", "1/2/2019", "05.11.2019", "13/11/19", "19.11.13",
                  "1/2/2019 - 3/2/2019"],
    "unclear": ["winter 2019", "2019-24"],
    "impossible": ["2019-02-30", "31/11/2019", "30/02/2019", "2019-13-01", "0019-11-13"],
    "reversed": ["2019-11-13/2019-11-01", "13 Nov 2019 to 1 Nov 2019"],
    "yearless": ["11월 초", "13 Nov", "Nov-19", "early November"],
    "open": ["2019-11-01/..", "2019-11-01/", "since the start of November", "before 2019"],
    "unknown": ["yesterday", "13/11", "13 Nov 2019; 14 Nov 2019", "5 and 7 November 2019",
                "x" * 500],
}  # fmt: skip


@pytest.mark.parametrize("text", READ)
def test_a_date_means_these_days(text):
    """First day, last day and precision, worked out by hand."""
    dated = read_date(text)
    assert (str(dated.start), str(dated.end), dated.precision) == READ[text]


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, ts in REFUSED.items() for t in ts])
def test_what_means_no_interval_is_refused(kind, text):
    """Each with its kind and a sentence."""
    with pytest.raises(DateFault) as caught:
        read_date(text)
    assert caught.value.kind == kind
    assert str(caught.value).endswith(".")


def test_the_order_settles_only_what_can_be_read_both_ways():
    """05/11 follows the choice; 11/13 has one reading and says that it goes against the choice."""
    assert str(read_date("05/11/2019", "dmy").start) == "2019-11-05"
    assert str(read_date("05/11/2019", "mdy").start) == "2019-05-11"
    assert str(read_date("13/11/19", "dmy").start) == "2019-11-13"
    against = read_date("11/13/2019", "dmy")
    assert str(against.start) == "2019-11-13"
    assert "against the order" in str(against.note[0])


def test_a_year_beside_the_date_completes_it():
    """A sheet with a column for the year gives "11월 초" its year."""
    assert str(read_date("11월 초", year=2019).end) == "2019-11-10"


def test_doubt_is_noted():
    """About, a year of two digits, "early" in a year: read, and said."""
    for text in ("about 13 Nov 2019", "13-Nov-19", "early 2019", "2019-11-05?", "2019년 11월경"):
        assert read_date(text).note


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(0, 400))
def test_every_interval_survives_its_edtf(first, days):
    """What we write as EDTF we read as the same days."""
    last = min(first.toordinal() + days, 767_009)
    end = first.fromordinal(last)
    dated = read_date(edtf(first, end))
    assert (dated.start, dated.end) == (first, end)


@given(st.text(max_size=60))
def test_no_text_raises_anything_else(text):
    """Words, signs, other scripts: an interval in order, or a fault."""
    try:
        dated = read_date(text)
    except DateFault:
        return
    assert dated.start <= dated.end


PIECES = st.sampled_from([
    "13", "11", "5", "2019", "19", ".", "/", "-", "~", ",", "nov", "november", "early", "mid",
    "late", "to", "from", "년", "월", "일", "초", "말", "부터", "winter", "x",
])  # fmt: skip


@given(st.lists(PIECES, max_size=9), st.sampled_from([None, "dmy", "mdy"]))
def test_no_heap_of_date_words_raises_anything_else(pieces, order):
    """Parts of dates in any order."""
    try:
        dated = read_date(" ".join(pieces), order)
    except DateFault:
        return
    assert dated.start <= dated.end
