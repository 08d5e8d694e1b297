"""Days and intervals in words, in both languages."""

from datetime import date

import pytest

from incidents import dates
from incidents.words import speaking


@pytest.mark.parametrize(
    ("first", "last", "english", "korean"),
    [
        ("2019-11-19", "2019-11-19", "19 November 2019", "2019년 11월 19일"),
        ("2019-11-01", "2019-11-13", "1–13 November 2019", "2019년 11월 1∼13일"),
        ("2019-10-28", "2019-11-03", "28 October – 3 November 2019", "2019년 10월 28일∼11월 3일"),
        (
            "2019-12-20",
            "2020-01-05",
            "20 December 2019 – 5 January 2020",
            "2019년 12월 20일∼2020년 1월 5일",
        ),
        ("2020-02-01", "2020-02-29", "February 2020", "2020년 2월"),
        ("2019-01-01", "2019-12-31", "2019", "2019년"),
    ],
)
def test_an_interval_is_said_as_coarse_as_it_is(first, last, english, korean):
    """A day, days of a month, of a year, across years, a month, a year."""
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert dates.in_words(*days) == english
    with speaking("ko"):
        assert dates.in_words(*days) == korean


def test_parts_of_a_date_are_said_alone():
    """Days that come back, months and years, long and short."""
    assert dates.day_of_year_in_words(11, 19) == "19 November"
    assert dates.month_in_words(2019, 9, short=True) == "Sep 2019"
    assert dates.years_in_words(2004, 2026) == "2004–2026"
    assert dates.years_in_words(2019, 2019) == "2019"
    with speaking("ko"):
        assert dates.day_of_year_in_words(11, 19) == "11월 19일"
        assert dates.month_in_words(2019, 9, short=True) == "2019년 9월"
        assert dates.years_in_words(2004, 2026) == "2004∼2026년"


def test_a_span_of_days_is_never_markup():
    """Two of the usual waves in one line of Markdown would strike out what lies between."""
    with speaking("ko"):
        assert "~" not in dates.in_words(date(2019, 11, 1), date(2020, 1, 2))
