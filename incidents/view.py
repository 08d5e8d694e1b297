"""What a selection shows: its rows and its counts, worked out once for every page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from incidents.filters import keep, nationwide
from incidents.matching import Triple, match
from incidents.periods import Calendar, Window
from incidents.selection import Selection
from incidents.store import SHOWN, Store
from incidents.windows import time_filter

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

HITS = {"interval": "int64", "share": "float64", "inside": "boolean"}
SPOT = ["district_id", "province", "date_start", "date_end"]


class Group(NamedTuple):
    """Counts of the rows of one province that name the same districts."""

    province: str
    district_id: str
    rows: int
    within: int
    expected: float
    touches: int


COUNTS = ["rows", "within", "expected", "touches"]


@dataclass(frozen=True)
class View:
    """One selection over one store. Counts are of reported incidents, each counted once.

    ``windows`` are merged, () without a time filter; ``reason`` says why nothing can match.
    Frames are worked out when first asked for and kept.
    """

    selection: Selection
    calendar: Calendar
    store: Store = field(repr=False)
    windows: tuple[Window, ...]
    reason: str | None

    @property
    def span(self) -> Window:
        """First date_start to last date_end of the store."""
        return self.store.span

    @cached_property
    def _groups(self) -> list[Group]:
        def question() -> ir.Table:
            kept = self._kept("province", "district_id")
            return kept.group_by("province", "district_id").aggregate(**self._counts(kept))

        return [Group(*row) for row in self._ask("groups", question).fetchall()]

    @cached_property
    def _hits(self) -> dict[str, NDArray[Any]]:
        """The intervals that touch the windows, by column: number, share inside, wholly inside."""
        intervals = self.store.intervals
        found = match(intervals.start, intervals.end, self.windows)
        hits = {"interval": intervals.number, "share": found.share, "inside": found.within}
        return {name: column[found.touches] for name, column in hits.items()}

    def _ask(self, name: str, question: Callable[[], ir.Table]) -> Any:
        """Ask the store; all that the question holds besides its name is the selection's."""
        key = (name, self.selection.filters(), self.selection.dates, self.is_timed)
        return self.store.ask(question, {"hits": self._hits} if self.is_timed else {}, key)

    def _kept(self, *columns: str) -> ir.Table:
        """Return the incidents that pass every filter; of them the columns named, or all."""
        kept = keep(self.store.incidents, self.store.links, self.selection)
        return self._matched(kept.select("interval", *columns) if columns else kept)

    def _matched(self, incidents: ir.Table) -> ir.Table:
        """Join the share of each interval; without a time filter every row counts whole."""
        import ibis

        if not self.is_timed:
            return incidents.mutate(share=ibis.literal(1.0), inside=ibis.literal(True))
        return incidents.join(ibis.table(HITS, name="hits"), "interval")

    def _counts(self, kept: ir.Table) -> dict[str, Any]:
        touches, within = kept.count(), kept.inside.sum()
        rows = within if self.selection.dates == "within" else touches
        return {"rows": rows, "within": within, "expected": kept.share.sum(), "touches": touches}

    @property
    def is_timed(self) -> bool:
        """Whether time is filtered; an impossible time filter counts too and shows nothing."""
        return bool(self.windows) or self.reason is not None

    @cached_property
    def triple(self) -> Triple:
        """Surely, expected and possibly inside the windows, whatever dates are chosen."""
        groups = self._groups
        return Triple(
            sum(g.within for g in groups),
            float(sum(g.expected for g in groups)),
            sum(g.touches for g in groups),
        )

    @property
    def rows_count(self) -> int:
        """Number of rows shown, exported and counted on the map and beside it."""
        return sum(g.rows for g in self._groups)

    @property
    def in_districts(self) -> int:
        """Rows placed in at least one district."""
        return sum(g.rows for g in self._groups if g.district_id)

    @property
    def in_provinces(self) -> int:
        """Rows placed in a province and in no district."""
        return sum(g.rows for g in self._groups if g.province and not g.district_id)

    @property
    def not_on_map(self) -> int:
        """Rows without a province: nationwide or unknown."""
        return sum(g.rows for g in self._groups if not g.province and not g.district_id)

    @cached_property
    def by_district(self) -> pd.DataFrame:
        """One row a district with rows: district (ADM2 id), rows, within, expected, touches.

        A report that names several districts counts once in each of them.
        """
        placed = (g for g in self._groups if g.district_id)
        each = [(district, *g[2:]) for g in placed for district in g.district_id.split(";")]
        return _summed(each, ["district", *COUNTS])

    @cached_property
    def by_province(self) -> pd.DataFrame:
        """One row a province with rows: province, rows, only, within, expected, touches.

        ``only`` counts the rows that name no district with a shape.
        """
        each = [
            (g.province, g.rows, 0 if g.district_id else g.rows, *g[3:])
            for g in self._groups
            if g.province
        ]
        return _summed(each, ["province", "rows", "only", *COUNTS[1:]])

    @cached_property
    def nationwide(self) -> int:
        """Rows without a province that the time filter alone would show."""
        alone = replace(self, selection=Selection(dates=self.selection.dates))

        def question() -> ir.Table:
            kept = alone._kept()
            found = alone._shown(kept.filter(nationwide(kept)))
            return found.aggregate(n=found.count())

        return int(alone._ask("nationwide", question).fetchone()[0])

    def _shown(self, kept: ir.Table) -> ir.Table:
        return kept.filter(kept.inside) if self.selection.dates == "within" else kept

    def _listed(self, name: str, where: Callable[[ir.Table], ir.Table]) -> pd.DataFrame:
        def question() -> ir.Table:
            return self._shown(where(self._kept())).order_by(["date_start", "id"]).select(*SHOWN)

        return _tidy(self._ask(name, question).df())

    @cached_property
    def rows(self) -> pd.DataFrame:
        """Every row shown, one an incident, columns ``SHOWN``, by date_start then id."""
        return self._listed("rows", lambda kept: kept)

    @cached_property
    def unplaced(self) -> pd.DataFrame:
        """The rows that are not on the map, as in ``rows``."""
        return self._listed("unplaced", lambda kept: kept.filter(nationwide(kept)))

    @cached_property
    def spots(self) -> pd.DataFrame:
        """Where and when of every row shown, and no more of it, in no order.

        One row an incident: district_id, province, date_start, date_end.
        """
        return self._ask("spots", lambda: self._shown(self._kept(*SPOT)).select(*SPOT)).df()

    def intervals(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """Return start days, end days (proleptic ordinals) and how many rows have each interval."""

        def question() -> ir.Table:
            kept = self._shown(self._kept("id"))
            return kept.group_by("interval").aggregate(n=kept.count())

        counted = self._ask("intervals", question).df()
        known, number = self.store.intervals, counted["interval"].to_numpy()
        return known.start[number], known.end[number], counted["n"].to_numpy()

    def narrowed(self, **changes: Any) -> View:
        """Return the view of the same selection with changes, over the same store."""
        return look(self.store, replace(self.selection, **changes), self.calendar)

    @cached_property
    def _without_time(self) -> View:
        return replace(self, windows=(), reason=None, selection=self.selection.untimed())

    def untimed(self) -> pd.DataFrame:
        """Rows that pass every filter but time, for statements that compare times."""
        return self._without_time.rows


def look(store: Store, selection: Selection, calendar: Calendar) -> View:
    """Return what a selection shows of a store; nothing is read before it is asked for."""
    time = time_filter(selection, calendar, store.span)
    return View(selection, calendar, store, time.windows, time.reason)


def _summed(each: list[tuple[Any, ...]], columns: list[str]) -> pd.DataFrame:
    """Add up rows of (code, number, ...) by code; codes without a row to show are left out."""
    import pandas as pd

    sums: dict[str, list[Any]] = {}
    for code, *numbers in each:
        known = sums.setdefault(code, [0] * len(numbers))
        sums[code] = [a + b for a, b in zip(known, numbers, strict=True)]
    found = [(code, *numbers) for code, numbers in sorted(sums.items()) if numbers[0]]
    return pd.DataFrame(found, columns=columns)


def _tidy(rows: pd.DataFrame) -> pd.DataFrame:
    """Give the engine's answer the types of an incidents frame back."""
    from incidents import record

    dates = {name: "datetime64[ns]" for name in record.DATES}
    counts = {name: "Int64" for name in record.WHOLE_NUMBERS}
    sums = {name: "Float64" for name in record.NUMBERS}
    texts = {name: "str" for name in SHOWN if name not in {*dates, *counts, *sums}}
    return rows.astype({**dates, **counts, **sums, **texts})


