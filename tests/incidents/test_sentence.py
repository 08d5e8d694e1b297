"""The view in words."""

from datetime import date

import pytest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.selection import Selection
from incidents.sentence import listed, sentence, triple_in_words
from incidents.store import open_store
from incidents.view import look

CALENDAR = read_calendar(DATA)


@pytest.fixture(scope="module")
def store():
    return open_store(DATA)


def said(store, **asked):
    return sentence(look(store, Selection(**asked), CALENDAR))


def test_the_bare_view_says_how_many_and_from_when_to_when(store):
    """497 reports from the first day to the last."""
    assert said(store) == "497 reported incidents, 11 December 2004 – 22 January 2026."


def test_the_first_report_is_said_in_full(store):
    """Where, which run-up, which year, which days."""
    asked = {"period": "day_of_security", "years": (2019,), "province": ("KP-10",)}
    assert said(store, **asked) == (
        "8 reported incidents in Ryanggang that lie or may lie in the 18 days before Day of "
        "Security or on the day itself, in 2019 (1–19 November 2019)."
    )
    view = look(store, Selection(**asked), CALENDAR)
    assert triple_in_words(view) == "3 surely inside, 4.7 expected, 8 possibly."


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"period": "day_of_security", "before": 0}, "on Day of Security, each year 2004–2026."),
        (
            {"period": "day_of_security", "before": 2, "after": 1, "years": (2018, 2019)},
            "from 2 days before to 1 day after Day of Security, in 2018 and 2019.",
        ),
        ({"years": (2019,), "dates": "within"}, "that surely lie in 2019."),
        (
            {"from_": date(2019, 11, 6), "to": date(2019, 11, 6)},
            "that lie or may lie on 6 November 2019.",
        ),
        ({"from_": date(2019, 1, 1)}, "that lie or may lie on or after 1 January 2019."),
        ({"to": date(2019, 1, 1)}, "on or before 1 January 2019."),
        (
            {"period": "spa_election_2019", "before": 34},
            "during “14th Supreme People's Assembly election” or 34 days before it "
            "(4 February – 10 March 2019).",
        ),
        ({"event_type": ("arrest",), "agency": ("MPS",)}, "of type arrest by Police (MPS)"),
        ({"text": ("fuel",)}, "with the words “fuel”"),
        ({"id": "NK00301"}, "1 reported incident with the id NK00301"),
    ],
)
def test_each_filter_is_said(store, asked, words):
    """Every part of a selection has its phrase."""
    assert words in said(store, **asked)


def test_long_lists_are_counted_not_spelled_out():
    """Four of eight names and the rest as a number."""
    assert listed("abcdefgh") == "a, b, c or 5 more"
