"""Where incidents come from: a frame, the embedded file or a loaded store, asked in ibis."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from incidents import ahead, record, remembered
from incidents.periods import Calendar, Window
from incidents.query import Vocabulary
from incidents.stores.layout import SHOWN
from incidents.stores.patience import ask_patiently
from incidents.stores.places import Places
from incidents.stores.protocol import Answer, Columns, Engine

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd
    from numpy.typing import NDArray

    from incidents.listing import Whole
    from incidents.paired import Pairs
    from incidents.recent import Recent
    from incidents.selection import Selection

__all__ = ["SHOWN", "Intervals", "Store", "open_store", "store_of"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Intervals:
    """The distinct intervals of a store: number, first and last day (proleptic ordinals)."""

    number: NDArray[np.int32]
    start: NDArray[np.int64]
    end: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Store:
    """Incidents as the tables of ``incidents.stores.layout`` in one engine.

    ``span`` reaches from the first date_start to the last date_end. ``edition`` is the engine's
    at opening; ``synthetic`` the number of made-up rows; ``as_of`` the day the data reach up to,
    where the store says one. ``check`` is called while an answer is waited for: an error it
    raises cancels the question.
    """

    engine: Engine
    intervals: Intervals
    places: Places
    span: Window
    version: str
    outlets: tuple[str, ...]
    datasets: tuple[str, ...]
    size: int
    edition: str = ""
    synthetic: int = 0
    as_of: str = ""
    check: Callable[[], None] | None = None
    written: Recent[Hashable, str] = field(
        default_factory=lambda: remembered.written(ahead.questions())
    )
    passing: Recent[Selection, remembered.Passing] = field(default_factory=remembered.passing)
    pairs: list[Pairs] = field(default_factory=list)
    whole: list[Whole] = field(default_factory=list)

    @property
    def incidents(self) -> ir.Table:
        """The incidents in the query language."""
        return self.engine.table("incidents")

    @property
    def counts(self) -> ir.Table:
        """How many incidents each pair of interval and place has, in the query language."""
        return self.engine.table("counts")

    def prepare(self) -> None:
        """Do what the first question need not wait for: load the query language, hold counts."""
        from incidents import few, paired

        self.engine.write(self.counts)
        if not few.is_few(self):  # few rows are held themselves
            paired.hold(self)

    def ask(
        self,
        question: Callable[[], ir.Table],
        relations: Mapping[str, Columns],
        key: Hashable,
        take: Callable[[Answer], T],
    ) -> T:
        """Return what is taken of the engine's answer to a question in the query language.

        ``relations`` are small tables that the question names, by column. ``key`` stands for all
        the question holds, so that it is written out once and not again when only the relations
        change; None is not kept. Readers on other threads neither wait nor see each other's.
        """
        sql = (self.written.get(key) if key else None) or self._write(question(), key)
        if self.check is None:
            return take(self.engine.ask(sql, relations))
        return ask_patiently(self.engine, sql, relations, take, self.check)

    def answer(self, question: ir.Table) -> pd.DataFrame:
        """Return the answer to a question asked once, such as a count over all of the data."""
        return self.ask(lambda: question, {}, None, lambda answer: answer.df())

    def _write(self, question: ir.Table, key: Hashable) -> str:
        sql = self.engine.write(question)
        if key:
            self.written.put(key, sql)
        return sql

    def vocabulary(self, calendar: Calendar) -> Vocabulary:
        """Return the codes a query over this store may name."""
        from geo.places import districts, provinces

        return Vocabulary(
            {
                "period": calendar.ids,
                "occasion": calendar.ids,
                "minus": tuple(calendar.occasions),
                "province": tuple(provinces()),
                "district": tuple(districts()),
                "event_type": tuple(record.EVENT_TYPES),
                "agency": tuple(record.AGENCIES),
                "outlet": self.outlets,
                "dataset": self.datasets,
            }
        )


def open_store(folder: Path) -> Store:
    """Return the store of the embedded incidents.csv; raises DataFaults if it has any fault."""
    from incidents.reading import read_published

    return store_of(*read_published(folder))


def store_of(incidents: pd.DataFrame, version: str) -> Store:
    """Return a store in memory over an incidents frame (one row an incident, columns SHOWN)."""
    from incidents.reading import with_search
    from incidents.stores.duck import Memory

    searchable = with_search(incidents[list(SHOWN)])
    numbered, intervals = _number_intervals(searchable)
    numbered, places = _number_places(numbered)
    engine = Memory()
    engine.hold("incidents", numbered)
    engine.hold("counts", _counts(numbered))
    return Store(
        engine=engine,
        intervals=intervals,
        places=places,
        span=Window(
            date.fromordinal(int(intervals.start.min())), date.fromordinal(int(intervals.end.max()))
        ),
        version=version,
        outlets=tuple(sorted(set(numbered["outlet"]) - {""})),
        datasets=tuple(sorted(set(numbered["dataset"]))),
        size=len(numbered),
    )


def _number_intervals(searchable: pd.DataFrame) -> tuple[pd.DataFrame, Intervals]:
    pairs = searchable[["start_day", "end_day"]].to_numpy()
    distinct, number = np.unique(pairs, axis=0, return_inverse=True)
    numbered = searchable.assign(interval=number.reshape(-1), position=np.arange(len(searchable)))
    numbers = np.arange(len(distinct), dtype=np.int32)
    return numbered, Intervals(numbers, distinct[:, 0], distinct[:, 1])


def _number_places(incidents: pd.DataFrame) -> tuple[pd.DataFrame, Places]:
    pairs = list(zip(incidents["province"], incidents["district_id"], strict=True))
    distinct = {pair: number for number, pair in enumerate(sorted(set(pairs)))}
    numbered = incidents.assign(place=[distinct[pair] for pair in pairs])
    return numbered, Places(tuple(p for p, _ in distinct), tuple(d for _, d in distinct))


def _counts(incidents: pd.DataFrame) -> pd.DataFrame:
    import pandas as pd

    pairs = incidents[["interval", "place"]].to_numpy()
    distinct, n = np.unique(pairs, axis=0, return_counts=True)
    return pd.DataFrame({"interval": distinct[:, 0], "place": distinct[:, 1], "n": n})
