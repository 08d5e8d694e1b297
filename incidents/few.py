"""Few rows, held in memory: time and place are filtered here, without a question to the engine.

Where and when of each row that passes the other filters is asked once; a reader who moves a
slider then waits for no answer. More rows are counted where they lie (``incidents.kept``).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from incidents.paired import Sums
from incidents.remembered import Passing
from incidents.stores.duck import Duck

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from incidents.kept import Kept
    from incidents.store import Store

MOST = 50_000  # rows of a store


class Rows(NamedTuple):
    """One entry a row that touches: its position, place, interval by number, share, if inside.

    Without a time filter every share is 1 and every row inside.
    """

    position: NDArray[np.int32]
    place: NDArray[np.int32]
    interval: NDArray[np.int32]
    share: NDArray[np.float64]
    inside: NDArray[np.bool_]

    def where(self, met: NDArray[np.bool_]) -> Rows:
        """Return those that are met."""
        position, place, interval = self.position[met], self.place[met], self.interval[met]
        return Rows(position, place, interval, self.share[met], self.inside[met])


def is_few(store: Store) -> bool:
    """Return whether the rows of a store lie on this machine and are few."""
    return isinstance(store.engine, Duck) and store.size <= MOST


def rows(kept: Kept) -> Rows:
    """Return the rows that pass every filter, by position."""
    position, place, interval = _passing(kept)
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
    return Rows(position, place, interval, share, inside).where(met)


def shown(kept: Kept) -> Rows:
    """Return the rows shown, by position: all that touch, or only those within."""
    found = rows(kept)
    if kept.selection.dates != "within":
        return found
    return found.where(found.inside)


def intervals(kept: Kept) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return the numbers of the intervals of the rows shown, and how many have each."""
    counts = np.bincount(shown(kept).interval)
    number = np.flatnonzero(counts)
    return number.astype(np.int32), counts[number]


def sums(kept: Kept) -> Sums:
    """Return the counts by place of the rows that pass."""
    found = rows(kept)
    width = len(kept.store.places.province)
    weights = (None, found.inside, found.share)
    return Sums(*(np.bincount(found.place, each, width) for each in weights))


def _passing(kept: Kept) -> Passing:
    """Return the rows that pass what is filtered besides time and place, by position."""
    held = kept.store.passing
    found = held.get(kept.other)
    if found is None:
        bare = replace(kept, selection=kept.other, windows=(), is_timed=False, is_nowhere=False)
        found = _asked(bare)
        held.put(kept.other, found)
    return found


def _asked(kept: Kept) -> Passing:
    columns = Passing._fields
    table = kept.ask(
        "few",
        lambda: kept.touching("position").select(*columns).order_by("position"),
        lambda answer: answer.arrow(),
    )
    return Passing(*(table[name].to_numpy() for name in columns))
