"""Where incidents come from: a frame or the embedded file held in an engine, asked in ibis."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from incidents import ahead, record
from incidents.engine import Engine
from incidents.filters import agency_bits
from incidents.periods import Calendar, Window
from incidents.query import Vocabulary

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd
    from numpy.typing import NDArray

Columns = Mapping[str, "NDArray[Any]"]
MOST_WRITTEN = 2000  # questions kept in writing, about a kilobyte each
SHOWN = (*record.COLUMNS, *record.DERIVED_COLUMNS)


@dataclass(frozen=True, slots=True)
class Intervals:
    """The distinct intervals of a store: number, first and last day (proleptic ordinals)."""

    number: NDArray[np.int64]
    start: NDArray[np.int64]
    end: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Store:
    """Incidents and their districts as two relations in one engine.

    ``incidents``: one row an incident, the columns of ``SHOWN`` plus ``interval`` (number of
    its interval), ``start_day``, ``end_day``, ``agency_bits`` and ``haystack`` (folded text).
    ``links``: one row for each district of an incident (``incident``, ``district``).
    ``span`` reaches from the first date_start to the last date_end.
    """

    engine: Engine
    intervals: Intervals
    span: Window
    version: str
    outlets: tuple[str, ...]
    datasets: tuple[str, ...]
    size: int
    lock: threading.Lock = field(default_factory=threading.Lock)
    written: dict[Hashable, str] = field(default_factory=ahead.questions)

    @property
    def incidents(self) -> ir.Table:
        """The incidents in the query language."""
        return self.engine.table("incidents")

    @property
    def links(self) -> ir.Table:
        """The districts of the incidents in the query language."""
        return self.engine.table("incident_district")

    def prepare(self) -> None:
        """Load the query language, so that the first question not yet written need not wait."""
        _ = self.incidents, self.links

    def ask(
        self, question: Callable[[], ir.Table], relations: Mapping[str, Columns], key: Hashable
    ) -> Any:
        """Return the engine's answer to a question in the query language; fetch it from there.

        ``relations`` are small tables that the question names, by column. ``key`` stands for all
        the question holds, so that it is written out once and not again when only the relations
        change. Each question has a cursor of its own: readers on other threads neither wait nor
        see each other's.
        """
        sql = self.written.get(key) or self._write(question(), key)
        cursor = self.engine.cursor()
        for name, relation in relations.items():
            cursor.register(name, relation)
        return cursor.execute(sql)

    def answer(self, question: ir.Table) -> pd.DataFrame:
        """Return the answer to a question asked once, such as a count over all of the data."""
        frame: pd.DataFrame = self.engine.cursor().execute(self.engine.write(question)).df()
        return frame

    def _write(self, question: ir.Table, key: Hashable) -> str:
        sql = self.engine.write(question)
        with self.lock:
            if len(self.written) >= MOST_WRITTEN:
                self.written.clear()
            self.written[key] = sql
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
    from incidents.dataset import INCIDENTS, dataset_version, read_sidecar
    from incidents.reading import read_incidents
    from incidents.sidecars import SUFFIX

    path = folder / INCIDENTS
    if not path.is_file():
        return store_of(read_incidents(path), "")  # raises the sentence for a missing file
    version = dataset_version(folder)
    sidecar = path.with_name("incidents" + SUFFIX)
    known = sidecar.is_file() and read_sidecar(sidecar).sha256
    return store_of(read_incidents(path, trusted=version == known), version)


def store_of(incidents: pd.DataFrame, version: str) -> Store:
    """Return a store in memory over an incidents frame (one row an incident, columns SHOWN)."""
    from incidents.reading import with_search

    searchable = with_search(incidents[list(SHOWN)])
    numbered, intervals = _number_intervals(searchable)
    engine = Engine()
    engine.hold("incidents", numbered)
    engine.hold("incident_district", _links(numbered))
    return Store(
        engine=engine,
        intervals=intervals,
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
    numbered = searchable.assign(
        interval=number.reshape(-1), agency_bits=searchable["agency"].map(agency_bits)
    )
    return numbered, Intervals(np.arange(len(distinct)), distinct[:, 0], distinct[:, 1])


def _links(incidents: pd.DataFrame) -> pd.DataFrame:
    placed = incidents.loc[incidents["district_id"] != "", ["id", "district_id"]]
    each = placed.assign(district=placed["district_id"].str.split(";")).explode("district")
    return each.rename(columns={"id": "incident"})[["incident", "district"]]
