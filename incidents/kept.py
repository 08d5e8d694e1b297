"""The rows that pass every filter of a view, as questions to the engine of its store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from incidents.filters import keep
from incidents.matching import match
from incidents.once import once
from incidents.periods import Window
from incidents.selection import Selection
from incidents.store import Store
from incidents.stores.protocol import Answer, Columns

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd
    from numpy.typing import NDArray

HITS = {"interval": "int32", "share": "float64", "inside": "boolean"}
CHOSEN = {"place": "int32"}
T = TypeVar("T")


@dataclass(frozen=True)
class Kept:
    """Which rows of a store pass; ``selection`` is only its filters and its choice of dates.

    Time is asked by number of interval and place by number of place, in small relations made
    anew for each question, so that one written question serves every period and every place.
    """

    store: Store = field(repr=False)
    selection: Selection
    windows: tuple[Window, ...]
    is_timed: bool
    is_nowhere: bool = False

    @property
    def is_placed(self) -> bool:
        """Whether place is filtered."""
        return self.is_nowhere or bool(self.selection.province or self.selection.district)

    def nowhere(self) -> Kept:
        """Return those of the rows that have no province: nationwide or unknown."""
        return replace(self, is_nowhere=True)

    @property
    def other(self) -> Selection:
        """The filters besides time and place; a bare selection if there are none."""
        return replace(self.selection, province=(), district=(), dates="touches")

    @property
    def is_everything(self) -> bool:
        """Whether no filter is left at all."""
        return not self.is_timed and not self.is_placed and self.other == Selection()

    @once
    def relations(self) -> Mapping[str, Columns]:
        """The small tables the questions name: hits by interval, chosen places."""
        found: dict[str, Columns] = {}
        if self.is_timed:
            known = self.store.intervals
            met = match(known.start, known.end, self.windows)
            hit = met.touches
            found["hits"] = {
                "interval": known.number[hit], "share": met.share[hit], "inside": met.within[hit],
            }  # fmt: skip
        if self.is_placed:
            found["chosen"] = {"place": self._chosen()}
        return found

    def ask(
        self,
        name: str,
        question: Callable[[], ir.Table],
        take: Callable[[Answer], T],
        more: Mapping[str, Columns] | None = None,
    ) -> T:
        """Ask the store; all that the question holds besides its name is the selection's."""
        key = (name, self.other, self.selection.dates, self.is_timed, self.is_placed)
        return self.store.ask(question, {**self.relations, **(more or {})}, key, take)

    def frame(self, name: str, question: Callable[[], ir.Table]) -> pd.DataFrame:
        """Ask the store for a frame."""
        return self.ask(name, question, lambda answer: answer.df())

    def touching(self, *columns: str) -> ir.Table:
        """Return the incidents that pass, of them the columns named; timed: their share, if inside.

        Fewer columns are sooner written, read and planned.
        """
        rows = keep(self.store.incidents, self.other)
        needed = dict.fromkeys(("interval", "place", *columns))
        return self._met(rows.select(*needed))

    def shown(self, *columns: str) -> ir.Table:
        """Return the incidents of the rows shown: all that touch, or only those within."""
        found = self.touching(*columns)
        return found.filter(found.inside) if self._only_within else found

    def spots(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Ask for the numbers of place and interval of every row shown, in no order."""
        found = self.ask(
            "spots",
            lambda: self.shown().select("place", "interval"),
            lambda answer: answer.arrow(),
        )
        return found["place"].to_numpy(), found["interval"].to_numpy()

    def intervals(self) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Ask for the numbers of the intervals of the rows shown, and how many have each."""
        counted = self.frame("intervals", lambda: self.tally("interval"))
        column = "within" if self._only_within else "touches"
        shown = counted[counted[column] > 0]
        return shown["interval"].to_numpy(), shown[column].to_numpy().astype("int64")

    def tally(self, by: str) -> ir.Table:
        """Return by number of interval or place: touches, and with time filtered within, expected.

        Where time and place alone filter, the counts made ahead are added up instead of rows.
        """
        if self.other != Selection():
            return _counted_rows(self.touching(), by, self.is_timed)
        return _counted_ahead(self._met(self.store.counts), by, self.is_timed)

    def _chosen(self) -> NDArray[np.int32]:
        places = self.store.places
        numbers = places.numbers(self.selection.province, self.selection.district)
        if not self.is_nowhere:
            return numbers
        return np.array([n for n in numbers if not places.province[n]], dtype=np.int32)

    @property
    def _only_within(self) -> bool:
        return self.is_timed and self.selection.dates == "within"

    def _met(self, incidents: ir.Table) -> ir.Table:
        """Leave the rows at the chosen places, and join the share of each interval hit."""
        import ibis

        if self.is_placed:
            incidents = incidents.filter(
                incidents.place.isin(ibis.table(CHOSEN, name="chosen").place)
            )
        if not self.is_timed:
            return incidents
        return incidents.join(ibis.table(HITS, name="hits"), "interval")


def _counted_rows(rows: ir.Table, by: str, is_timed: bool) -> ir.Table:
    timed = {"within": rows.inside.sum(), "expected": rows.share.sum()} if is_timed else {}
    return rows.group_by(by).aggregate(touches=rows.count(), **timed)


def _counted_ahead(counts: ir.Table, by: str, is_timed: bool) -> ir.Table:
    timed = {}
    if is_timed:
        within = counts.inside.ifelse(counts.n, 0).sum()
        timed = {"within": within, "expected": (counts.n * counts.share).sum()}
    return counts.group_by(by).aggregate(touches=counts.n.sum(), **timed)
