"""Few rows, held in memory: time and place are filtered here, without a question to the engine.

Where and when of each row that passes the other filters is asked once; a reader who moves a
slider then waits for no answer. More rows are counted where they lie (``incidents.kept``).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from incidents.paired import Sums
from incidents.stores.duck import Duck

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from incidents.kept import Kept
    from incidents.store import Store

MOST = 50_000  # rows of a store
REMEMBERED = 1_000_000  # rows of all choices of the other filters, 8 bytes each


class Rows(NamedTuple):
    """One entry a row that touches: its numbers of place and interval, its share, if inside.

    Without a time filter every share is 1 and every row inside.
    """

    place: NDArray[np.int32]
    interval: NDArray[np.int32]
    share: NDArray[np.float64]
    inside: NDArray[np.bool_]


def is_few(store: Store) -> bool:
    """Return whether the rows of a store lie on this machine and are few."""
    return isinstance(store.engine, Duck) and store.size <= MOST


def rows(kept: Kept) -> Rows:
    """Return the rows that pass every filter, in no order."""
    place, interval = _passing(kept)
    met = np.ones(len(place), dtype=bool)
    share, inside = np.ones(len(place)), np.ones(len(place), dtype=bool)
    if kept.is_timed:
        hits = kept.relations["hits"]
        numbers = int(kept.store.intervals.number.max(initial=-1)) + 1
        shares, insides = np.full(numbers, np.nan), np.zeros(numbers, dtype=bool)
        shares[hits["interval"]] = hits["share"]
        insides[hits["interval"]] = hits["inside"]
        share, inside = shares[interval], insides[interval]
        met = ~np.isnan(share)
    if kept.is_placed:
        met &= np.isin(place, kept.relations["chosen"]["place"])
    return Rows(place[met], interval[met], share[met], inside[met])


def sums(kept: Kept) -> Sums:
    """Return the counts by place of the rows that pass."""
    found = rows(kept)
    width = len(kept.store.places.province)
    weights = (None, found.inside, found.share)
    return Sums(*(np.bincount(found.place, each, width) for each in weights))


def _passing(kept: Kept) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return place and interval of the rows that pass what is filtered besides time and place."""
    held = kept.store.passing
    found = held.get(kept.other)
    if found is None:
        bare = replace(kept, selection=kept.other, windows=(), is_timed=False, is_nowhere=False)
        found = bare.spots()
        if sum(len(places) for places, _ in list(held.values())) + len(found[0]) > REMEMBERED:
            held.clear()
        held[kept.other] = found
    return found
