"""Few rows counted in memory: the numbers of the engine, and no question for a moved slider."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from incidents import few, listing, remembered
from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.selection import Selection
from incidents.store import open_store
from incidents.view import look

SELECTIONS = [
    Selection(),
    Selection(period="day_of_security", before=18, years=(2019,), province=("KP-10",)),
    Selection(period="day_of_security", before=18, dates="within"),
    Selection(from_=date(2012, 3, 1), to=date(2014, 2, 28), district=("KP-10-01", "KP-09-01")),
    Selection(province=("KP-01", "KP-09"), dates="within", to=date(2019, 12, 31)),
    Selection(event_type=("arrest",), from_=date(2020, 1, 1)),
    Selection(text=("fuel", "hyesan")),
    Selection(text=("nosuchword",), from_=date(2020, 1, 1)),
    Selection(from_=date(1990, 1, 1), to=date(1990, 12, 31)),
]


@pytest.fixture(scope="module")
def calendar():
    return read_calendar(DATA)


def told(view):
    """All that a view counts, and where and when its rows are."""
    spots = sorted(zip(view.spots.place.tolist(), view.spots.interval.tolist(), strict=True))
    expected = round(view.triple.expected, 6)
    numbers = view.rows_count, view.triple.within, expected, view.triple.touches
    rounded = [(*d[:3], round(d.expected, 6), d.touches) for d in view.districts]
    return spots, numbers, rounded, [(p.province, p.rows, p.only) for p in view.provinces]


@pytest.mark.parametrize("selection", SELECTIONS, ids=lambda s: s.to_query() or "everything")
def test_few_rows_are_counted_as_the_engine_counts_them(monkeypatch, calendar, selection):
    """Time, place, kind, words, dates within, and choices that leave nothing."""
    here = told(look(open_store(DATA), selection, calendar))
    monkeypatch.setattr(few, "MOST", 0)
    assert here == told(look(open_store(DATA), selection, calendar))


def test_a_moved_slider_asks_the_engine_nothing(monkeypatch, calendar):
    """Once the rows are held, any time and any place is answered without a question."""
    store = open_store(DATA)
    everything = look(store, Selection(), calendar)
    assert everything.rows_count == len(everything.rows) == 497
    monkeypatch.setattr(store.engine, "ask", None)
    view = look(store, SELECTIONS[1], calendar)
    assert (view.rows_count, view.triple.within, view.triple.touches) == (8, 3, 8)
    assert len(view.rows) == sum(piece.num_rows for piece in view.tables()) == 8
    assert view.intervals()[2].sum() == 8 and "NK00301" in set(view.rows["id"])


@pytest.mark.parametrize("selection", SELECTIONS, ids=lambda s: s.to_query() or "everything")
def test_few_rows_are_listed_as_the_engine_lists_them(monkeypatch, calendar, selection):
    """The same rows with the same types in the same order: listed, unplaced, in pieces of 7."""
    here = look(open_store(DATA), selection, calendar)
    assert listing.is_held(here.store)
    monkeypatch.setattr(listing, "HELD", 0)
    asked = look(open_store(DATA), selection, calendar)
    pd.testing.assert_frame_equal(here.rows, asked.rows)
    pd.testing.assert_frame_equal(here.unplaced, asked.unplaced)
    pairs = list(zip(here.tables(7), asked.tables(7), strict=True))
    assert all(one.equals(other) for one, other in pairs)


def test_rows_handed_out_can_be_changed_without_harm(calendar):
    """What a page does to its rows is seen by no other reader."""
    store = open_store(DATA)
    mine = look(store, Selection(), calendar).rows
    mine.loc[:, "title"] = "changed"
    assert "changed" not in set(look(store, Selection(), calendar).rows["title"])


@pytest.mark.parametrize("selection", SELECTIONS, ids=lambda s: s.to_query() or "everything")
def test_intervals_of_few_rows_are_those_of_the_engine(monkeypatch, calendar, selection):
    """First day, last day and number of rows of each interval shown."""
    store = open_store(DATA)
    here = set(zip(*map(tuple, look(store, selection, calendar).intervals()), strict=True))
    monkeypatch.setattr(few, "MOST", 0)
    asked = look(store, selection, calendar).intervals()
    assert here == set(zip(*map(tuple, asked), strict=True))


def test_what_is_held_is_bounded(monkeypatch, calendar):
    """One choice of the other filters too many, and the one asked for longest ago is let go."""
    monkeypatch.setattr(remembered, "REMEMBERED", 600)
    monkeypatch.setattr(remembered, "LEAST", 1)
    store = open_store(DATA)
    for words in (("fuel",), ("phone",), ()):
        assert look(store, Selection(text=words), calendar).rows_count > 0
    held = [len(rows.place) for rows in store.passing.copy().values()]
    assert sum(held) <= 600 and max(held) == 497


def test_choices_of_few_rows_are_bounded_in_number(calendar):
    """Of the embedded data 250 choices are kept, however few rows pass each: 1,000,000 / 4,000."""
    store = open_store(DATA)
    for number in range(300):
        assert look(store, Selection(text=(f"nothing {number}",)), calendar).rows_count == 0
    assert len(store.passing.copy()) == 250
