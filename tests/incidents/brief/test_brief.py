"""What a brief says of a view: numbers, places, caveats, citation and link, in both languages."""

from dataclasses import replace
from datetime import date

import pytest

from incidents.about import about_view
from incidents.almanac import read_calendar
from incidents.brief import DISTRICTS, PROVINCES, brief
from incidents.dataset import DATA
from incidents.query import read_query
from incidents.store import open_store, store_of
from incidents.view import look
from incidents.words import speaking

VOCABULARY = open_store(DATA).vocabulary(read_calendar(DATA))
DAY = date(2026, 11, 25)
RUNUP = "period=day_of_security&before=18&years=2019&province=KP-10"


@pytest.fixture(scope="module")
def told():
    """Puts together the brief of a query over the embedded data."""
    calendar, store = read_calendar(DATA), open_store(DATA)
    known = store.vocabulary(calendar)

    def tell(query):
        view = look(store, read_query(query, known).selection, calendar)
        return brief(view, about_view(view, "2026-11-25T08:00:00+00:00", "http://a/"), DAY)

    return tell


def test_the_triple_is_that_of_the_view(told):
    """Ryanggang in the 18 days before 19 November 2019: 3 surely, 4.7 expected, 8 possibly."""
    assert [number for number, _ in told(RUNUP).triple] == ["3", "4.7", "8"]
    assert told("").triple == ()


def test_the_books_balance(told):
    """497 reports: 331 in districts, 145 in a province only, 21 nowhere."""
    assert told("").books == "331 in a district, 145 in a province only, 21 not on the map."
    assert 331 + 145 + 21 == 497


def test_the_places_with_most_reports_come_first_and_the_rest_is_counted(told):
    """Nothing is lost: the provinces and the reports without one add up to all."""
    found = told("")
    assert len(found.provinces) == PROVINCES + 1 and len(found.districts) == DISTRICTS
    assert found.provinces[0].place == "North Hamgyong (함경북도)"
    assert found.districts[0].place == "Hyesan (혜산시), Ryanggang"
    assert sum(one.rows for one in found.provinces) == 497
    rows = [one.rows for one in found.districts[:-1]]
    assert rows == sorted(rows, reverse=True)
    assert found.districts[-1].place == "41 more districts" and found.districts[-1].places == 41


def test_a_short_list_is_whole(told):
    """One province, one district, no line for others."""
    found = told(RUNUP)
    assert [(one.place, one.rows) for one in found.provinces] == [("Ryanggang (량강도)", 8)]
    assert [(one.place, one.rows) for one in found.districts] == [("Hyesan (혜산시), Ryanggang", 6)]


def test_the_caveats_are_those_of_the_atlas(told):
    """Reports are not events, absence is not absence, dates are intervals; the triple explained."""
    said = " ".join(told(RUNUP).caveats)
    for words in ("One report is not one event", "No report is not no event", "Dates are intervals",
                  "expected spreads", "several districts"):  # fmt: skip
        assert words in said
    assert "expected spreads" not in " ".join(told("").caveats)


def test_it_is_dated_cited_and_linked(told):
    """Version, data as of, the day it was written, and the permanent link."""
    found = told(RUNUP)
    assert "dataset version 8d66370441eb, data as of 22 January 2026" in found.citation
    assert found.citation.endswith(found.sentence)
    assert found.made.startswith("Written 25 November 2026. Dataset version 8d66370441eb12d7068")
    assert found.link.startswith("http://a/?period=day_of_security&before=18&after=0&years=2019")
    assert "version=8d66370441eb" in found.link


def test_a_readers_own_rows_are_neither_credited_nor_dated_as_published(told):
    """Own rows: no licence of ours, no day of ours, and a caveat that the link lacks them."""
    calendar = read_calendar(DATA)
    rows = look(open_store(DATA), read_query("", VOCABULARY).selection, calendar).rows
    own = store_of(rows.assign(dataset="yours"), "v" * 64)
    view = look(own, read_query("", VOCABULARY).selection, calendar)
    found = brief(view, about_view(view, None, "http://a/"), DAY)
    assert "reader's own" in found.caveats[0]
    assert "CC BY 4.0" not in found.credit and "data as of" not in found.citation
    assert "CC BY 4.0" in told("").credit


def test_made_up_rows_are_named_before_anything_else():
    """A store filled to try the atlas never looks like reports on paper."""
    store = replace(open_store(DATA), synthetic=497)
    view = look(store, read_query("", VOCABULARY).selection, read_calendar(DATA))
    found = brief(view, about_view(view, None, "http://a/"), DAY)
    assert found.caveats[0].startswith("The rows are synthetic")


def test_it_speaks_korean(told):
    """Every sentence of it, with the link keeping the language."""
    with speaking("ko"):
        found = told(RUNUP + "&lang=ko")
    texts = [found.sentence, found.books, found.citation, found.made, *found.caveats]
    texts += [label for _, label in found.triple]
    texts += [one.place for one in (*found.provinces, *found.districts)]
    assert [text for text in texts if not any("가" <= sign <= "힣" for sign in text)] == []
    assert found.districts[0].place == "량강도 혜산시(Hyesan)" and "lang=ko" in found.link
