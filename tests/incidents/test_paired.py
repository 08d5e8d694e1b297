"""Counts held by interval and place: the engine's numbers, and no question for a moved slider."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from incidents import few, paired
from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.paired import Pairs
from incidents.selection import Selection
from incidents.store import open_store
from incidents.stores.making_up import synthesize
from incidents.stores.opening import store_at
from incidents.view import look
from tests.incidents.test_few import SELECTIONS


@pytest.fixture(autouse=True)
def many(monkeypatch):
    """Take every store for one of many rows."""
    monkeypatch.setattr(few, "MOST", 0)


@pytest.fixture(scope="module")
def calendar():
    return read_calendar(DATA)


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    """The address of a store of 3,000 made-up rows."""
    path = str(tmp_path_factory.mktemp("store") / "made_up.duckdb")
    synthesize(3000, path, 7)
    return path


def told(view):
    """All that a view counts by district and by province, and in all."""
    expected = round(view.triple.expected, 6)
    numbers = view.rows_count, view.triple.within, expected, view.triple.touches, view.nationwide
    rounded = [(*d[:3], round(d.expected, 6), d.touches) for d in view.districts]
    return numbers, rounded, [(*p[:4], round(p.expected, 6), p.touches) for p in view.provinces]


@pytest.mark.parametrize("selection", SELECTIONS, ids=lambda s: s.to_query() or "everything")
@pytest.mark.parametrize("data", ["embedded", "made up"])
def test_what_is_held_is_counted_as_the_engine_counts(data, selection, calendar, made_up):
    """Time, place, kind, words, dates within, and choices that leave nothing."""
    stores = [open_store(DATA) if data == "embedded" else store_at(made_up) for _ in range(2)]
    paired.hold(stores[1])
    assert stores[1].pairs and not stores[0].pairs
    engine, held = (told(look(store, selection, calendar)) for store in stores)
    assert engine == held


def test_a_moved_slider_asks_the_engine_nothing(monkeypatch, calendar):
    """Once the counts are held, any time and any place is answered without a question."""
    store = open_store(DATA)
    store.prepare()
    monkeypatch.setattr(store.engine, "ask", None)
    view = look(store, SELECTIONS[1], calendar)
    assert (view.rows_count, view.triple.within, view.triple.touches) == (8, 3, 8)


def test_three_pairs_by_hand():
    """Interval 0 has 2 rows at place 1, interval 2 has 3 at place 0 and 1 at place 1."""
    pairs = Pairs(np.array([0, 1, 1, 3]), np.array([1, 0, 1]), np.array([2, 3, 1]))
    hits = {
        "interval": np.array([2, 1]), "share": np.array([0.5, 1.0]),
        "inside": np.array([False, True]),
    }  # fmt: skip
    touches, within, expected = paired._summed(pairs, hits, 2)
    assert (touches.tolist(), within.tolist()) == ([3, 1], [0, 0])
    assert expected.tolist() == [1.5, 0.5]


def test_a_store_of_too_many_pairs_is_asked_each_time(monkeypatch, calendar):
    """Nothing is held, and the numbers are the same."""
    monkeypatch.setattr(paired, "MOST", 100)
    store = open_store(DATA)
    store.prepare()
    assert store.pairs == []
    assert look(store, replace(Selection(), province=("KP-10",)), calendar).rows_count > 8
