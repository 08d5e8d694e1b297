"""The view in words."""

from datetime import date

import pytest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.labels import in_text
from incidents.selection import Selection
from incidents.sentence import listed, sentence, triple_in_words
from incidents.store import open_store
from incidents.view import look
from incidents.words import speaking

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
    """Where, which days, which run-up they are."""
    asked = {"period": "day_of_security", "years": (2019,), "province": ("KP-10",)}
    assert said(store, **asked) == (
        "8 reported incidents in Ryanggang may lie in 1–19 November 2019, the 18 days before the "
        "Day of Security and the day itself."
    )
    view = look(store, Selection(**asked), CALENDAR)
    assert triple_in_words(view) == "3 surely inside, 4.7 expected, 8 possibly."


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (
            {"period": "day_of_security", "before": 0},
            "may lie on the Day of Security, each year 2004–2026.",
        ),
        (
            {"period": "day_of_security", "before": 2, "after": 1, "years": (2018, 2019)},
            "from 2 days before to 1 day after the Day of Security, in 2018 and 2019.",
        ),
        (
            {"period": "day_of_security", "before": 0, "years": (2019,)},
            "5 reported incidents may lie on 19 November 2019, the Day of Security.",
        ),
        (
            {"period": "day_of_security", "before": 3, "after": 2, "years": (2019,)},
            "in 16–21 November 2019, the days from 3 days before to 2 days after the Day of",
        ),
        (
            {"period": "day_of_security", "years": (2019,), "to": date(2019, 11, 5)},
            "may lie in the 18 days before the Day of Security or on the day itself, in 2019, "
            "on or before 5 November 2019 (1–5 November 2019).",
        ),
        (
            {"period": "day_of_security", "before": 365},
            "may lie in the 365 days before the Day of Security or on the day itself "
            "(20 November 2003 – 19 November 2026).",
        ),
        ({"years": (2019,), "dates": "within"}, "reported incidents surely lie in 2019."),
        (
            {"from_": date(2019, 11, 6), "to": date(2019, 11, 6)},
            "reported incidents may lie on 6 November 2019.",
        ),
        ({"from_": date(2019, 1, 1)}, "may lie on or after 1 January 2019."),
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


def test_the_first_report_is_said_in_korean(store):
    """The same facts in the order of a Korean sentence, names as the data write them."""
    asked = {"period": "day_of_security", "years": (2019,), "province": ("KP-10",)}
    with speaking("ko"):
        view = look(store, Selection(**asked), CALENDAR)
        assert sentence(view) == (
            "2019년 11월 1∼19일(보안절 전 18일과 당일)에 포함될 수 있는 량강도의 보고 사건 8건."
        )
        assert triple_in_words(view) == "확실히 포함 3건, 기대값 4.7건, 포함 가능 8건."


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, "보고 사건 497건(2004년 12월 11일∼2026년 1월 22일)."),
        ({"period": "day_of_security", "before": 0}, "2004∼2026년 매년 보안절 당일에 포함될 수"),
        (
            {"period": "day_of_security", "before": 2, "after": 1, "years": (2018, 2019)},
            "2018년 및 2019년 보안절 2일 전부터 1일 후까지의 기간에",
        ),
        ({"years": (2019,), "dates": "within"}, "2019년에 확실히 포함되는 보고 사건"),
        ({"from_": date(2019, 1, 1)}, "2019년 1월 1일 이후에 포함될 수"),
        (
            {"period": "spa_election_2019", "before": 34},
            "제14기 대의원 선거” 기간 또는 그 전 34일 동안(2019년 2월 4일∼3월 10일)에",
        ),
        ({"agency": ("MPS",)}, "보안서·안전성(경찰)이 관여한 보고 사건"),
        ({"outlet": ("Daily NK", "AFP")}, "AFP 또는 Daily NK가 보도한 보고 사건"),
        ({"occasion": ("day_of_security",)}, "출처가 보안절과 연관 지은 보고 사건"),
        ({"text": ("fuel",)}, "“fuel” 낱말이 들어 있는 보고 사건"),
    ],
)
def test_each_filter_is_said_in_korean(store, asked, words):
    """Every part of a selection has its place before the noun."""
    with speaking("ko"):
        assert words in said(store, **asked)


def test_a_report_tied_to_an_occasion_is_said_by_its_name(store):
    """The name a reader knows, not the code of the link."""
    tied = said(store, occasion=("day_of_security",))
    assert "tied by their source to the Day of Security" in tied


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("day_of_security", "the Day of Security"),
        ("kim_il_sung_memorial", "the anniversary of Kim Il Sung's death"),
        ("jongwol_taeborum", "the First Full Moon"),
        ("youth_day", "Youth Day"),
        ("kim_jong_un_birthday", "Kim Jong Un's birthday"),
    ],
)
def test_an_occasion_has_its_article_within_a_sentence(code, name):
    """English needs one before some names; a noun that begins one is written small."""
    assert in_text(CALENDAR.occasions[code]) == name
