"""Counts by interval and place, held in memory: a period adds up its part of them at once.

A store keeps how many rows each pair of interval and place has (``Store.counts``). They are far
fewer than the rows: 1.5 million pairs of ten million made-up rows. Where time and place alone
filter, nothing else is needed, so what lies on this machine is read once and asked no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from incidents.selection import Selection
from incidents.stores.duck import Duck

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from incidents.kept import Kept
    from incidents.store import Store
    from incidents.stores.protocol import Columns

MOST = 3_000_000  # pairs of a store, 8 bytes each


class Pairs(NamedTuple):
    """One entry a pair of interval and place, by interval: its number of place, its rows.

    ``begins`` holds where the pairs of each interval begin, and behind the last where all end.
    """

    begins: NDArray[np.int64]
    place: NDArray[np.int32]
    rows: NDArray[np.int32]


class Sums(NamedTuple):
    """One entry a number of place: its rows that touch, those within, those expected."""

    touches: NDArray[Any]
    within: NDArray[Any]
    expected: NDArray[Any]


def hold(store: Store) -> None:
    """Read the pairs of a store, if they lie on this machine and are not too many."""
    if not isinstance(store.engine, Duck) or store.pairs:
        return
    counts = store.counts
    asked = store.ask(lambda: counts.aggregate(n=counts.count()), {}, None, lambda a: a.fetchall())
    if asked[0][0] > MOST:
        return
    columns = ("interval", "place", "n")
    found = store.ask(lambda: counts.select(*columns), {}, None, lambda a: a.arrow())
    interval, place, rows = (found[name].to_numpy() for name in columns)
    order = np.argsort(interval, kind="stable")
    numbers = np.arange(store.intervals.number.max(initial=-1) + 2)
    begins = np.searchsorted(interval[order], numbers)
    store.pairs.append(Pairs(begins, place[order].astype(np.int32), rows[order].astype(np.int32)))


def sums(kept: Kept) -> Sums | None:
    """Return the counts by place of the rows that pass; None where they are not held.

    Without a time filter every row is within and expected whole.
    """
    if kept.other != Selection() or not kept.store.pairs:
        return None
    pairs = kept.store.pairs[0]
    width = len(kept.store.places.province)
    if kept.is_timed:
        found = _summed(pairs, kept.relations["hits"], width)
    else:
        found = Sums(*[np.bincount(pairs.place, pairs.rows, width)] * 3)
    if kept.is_placed:
        chosen = np.isin(np.arange(width), kept.relations["chosen"]["place"])
        found = Sums(*(each * chosen for each in found))
    return found


def _summed(pairs: Pairs, hits: Columns, width: int) -> Sums:
    first, end = pairs.begins[hits["interval"]], pairs.begins[hits["interval"] + 1]
    length = end - first
    at = np.arange(length.sum()) + np.repeat(first - (np.cumsum(length) - length), length)
    place, rows = pairs.place[at], pairs.rows[at]
    return Sums(
        np.bincount(place, rows, width),
        np.bincount(place, rows * np.repeat(hits["inside"], length), width),
        np.bincount(place, rows * np.repeat(hits["share"], length), width),
    )
