"""Beside the map: what a chosen place has to do with the rest of the map."""

import pytest

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.query import read_query
from incidents.store import open_store
from incidents.view import look
from incidents.words import speaking
from ui import place_panel

CALENDAR = read_calendar(DATA)


@pytest.fixture(scope="module")
def beside():
    """What the panel says of a query beside the number of its reports."""
    store = open_store(DATA)

    def ask(query):
        selection = read_query(query, store.vocabulary(CALENDAR)).selection
        return place_panel._beside(look(store, selection, CALENDAR))

    return ask


def test_a_district_says_what_else_is_shaded_and_what_may_be_its_own(beside):
    """Reports of Hyesan name Pochon, too; 42 name Ryanggang alone."""
    assert beside("district=KP-10-01") == [
        "reports that also name other districts shade those, too",
        "42 more name Ryanggang without a district",
    ]
    with speaking("ko"):
        assert beside("district=KP-10-01")[1] == "시·군 없이 량강도만 나오는 보고 42건 더 있음"


def test_the_other_filters_hold_for_what_is_said(beside):
    """In the run-up of 2019: two name Ryanggang alone, none of Hyesan's another district."""
    asked = "district=KP-10-01&period=day_of_security&before=18&years=2019"
    assert beside(asked) == ["2 more name Ryanggang without a district"]


def test_districts_of_two_provinces_are_said_together(beside):
    """42 and 40, as their badges say on the first map."""
    assert beside("district=KP-10-01&district=KP-09-02")[1] == (
        "82 more name North Hamgyong or Ryanggang without a district"
    )


@pytest.mark.parametrize("query", ["province=KP-10", "id=NK00301", ""])
def test_without_a_district_there_is_nothing_to_say(beside, query):
    """A province shades its own districts."""
    assert beside(query) == []
