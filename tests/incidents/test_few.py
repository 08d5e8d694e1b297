"""Few rows counted in memory: the numbers of the engine, and no question for a moved slider."""

from __future__ import annotations

from datetime import date

import pytest

from incidents import few
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
    assert look(store, Selection(), calendar).rows_count == 497
    monkeypatch.setattr(store.engine, "ask", None)
    view = look(store, SELECTIONS[1], calendar)
    assert (view.rows_count, view.triple.within, view.triple.touches) == (8, 3, 8)


def test_what_is_held_is_bounded(monkeypatch, calendar):
    """One choice of the other filters too many, and those before are let go."""
    monkeypatch.setattr(few, "REMEMBERED", 600)
    store = open_store(DATA)
    for words in (("fuel",), ("phone",), ()):
        assert look(store, Selection(text=words), calendar).rows_count > 0
    held = [len(places) for places, _ in store.passing.values()]
    assert sum(held) <= 600 and max(held) == 497
