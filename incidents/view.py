"""What a selection shows: its rows and its counts, worked out once for every page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from incidents import few, groups, listing
from incidents.kept import Kept
from incidents.matching import Triple
from incidents.once import once
from incidents.periods import Calendar, Window
from incidents.selection import Selection
from incidents.store import Store
from incidents.stores.layout import TABLES
from incidents.windows import time_filter

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import numpy as np
    import pandas as pd
    import pyarrow as pa
    from numpy.typing import NDArray

FEW = 500  # rows that are read at once and kept; of more only the page that is shown


class Spots(NamedTuple):
    """One entry a row: the numbers of its place and of its interval in the store."""

    place: NDArray[np.int32]
    interval: NDArray[np.int32]


@dataclass(frozen=True)
class View:
    """One selection over one store. Counts are of reported incidents, each counted once.

    ``windows`` are merged, () without a time filter; ``reason`` says why nothing can match.
    Frames are worked out when first asked for and kept. ``rows``, ``unplaced`` and ``spots`` hold
    all of their rows: where there may be many, ask for a ``page``, ``batches`` or ``counted``.
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

    @property
    def is_timed(self) -> bool:
        """Whether time is filtered; an impossible time filter counts too and shows nothing."""
        return bool(self.windows) or self.reason is not None

    @once
    def _kept(self) -> Kept:
        asked = replace(self.selection.filters(), dates=self.selection.dates)
        return Kept(self.store, asked, self.windows, self.is_timed)

    @once
    def _groups(self) -> groups.Groups:
        return groups.groups(self._kept)

    @once
    def triple(self) -> Triple:
        """Surely, expected and possibly inside the windows, whatever dates are chosen."""
        return self._groups.triple

    @once
    def rows_count(self) -> int:
        """Number of rows shown, exported and counted on the map and beside it."""
        return int(self._groups.rows.sum())

    @once
    def in_districts(self) -> int:
        """Rows placed in at least one district."""
        return self._groups.rows_where(self.store.places.has_district)

    @once
    def in_provinces(self) -> int:
        """Rows placed in a province and in no district."""
        places = self.store.places
        return self._groups.rows_where(places.has_province & ~places.has_district)

    @once
    def not_on_map(self) -> int:
        """Rows without a province: nationwide or unknown."""
        places = self.store.places
        return self._groups.rows_where(~places.has_province & ~places.has_district)

    @once
    def districts(self) -> list[groups.DistrictCounts]:
        """The counts of every district with rows, by its id."""
        return self._groups.districts

    @once
    def provinces(self) -> list[groups.ProvinceCounts]:
        """The counts of every province with rows, by its code."""
        return self._groups.provinces

    @property
    def by_district(self) -> pd.DataFrame:
        """``districts`` as a frame: district (ADM2 id), rows, within, expected, touches.

        A report that names several districts counts once in each of them.
        """
        return _framed(self.districts, groups.DistrictCounts)

    @property
    def by_province(self) -> pd.DataFrame:
        """``provinces`` as a frame: province, rows, only, within, expected, touches.

        ``only`` counts the rows that name no district with a shape.
        """
        return _framed(self.provinces, groups.ProvinceCounts)

    @once
    def nationwide(self) -> int:
        """Rows without a province that the time filter alone would show."""
        alone = replace(self, selection=Selection(dates=self.selection.dates))
        return alone._groups.rows_where(~self.store.places.has_province)

    @once
    def rows(self) -> pd.DataFrame:
        """Every row shown, one an incident, columns ``SHOWN``, by date_start then id."""
        return listing.listed(self._kept)

    @once
    def unplaced(self) -> pd.DataFrame:
        """The rows that are not on the map, as in ``rows``."""
        return listing.listed(self._kept.nowhere())

    def page(
        self, offset: int, limit: int, order_by: str | None = None, descending: bool = False
    ) -> pd.DataFrame:
        """Return rows offset .. offset + limit - 1, as in ``rows``; fewer at the end.

        ``order_by`` names a column of ``SHOWN``: unknown values last, equal ones by date_start
        and id. None is the order of ``rows``; descending turns it round. Raises ValueError for a
        column that is not there.
        """
        if order_by is None and self.rows_count <= FEW:
            ordered = self.rows.iloc[::-1] if descending else self.rows
            return ordered.iloc[offset : offset + limit].reset_index(drop=True)
        return listing.page(self._kept, offset, limit, order_by, descending)

    def batches(self, size: int = listing.AT_ONCE) -> Iterator[pd.DataFrame]:
        """Return all of ``rows`` piece by piece, at most ``size`` rows each.

        Nothing is held but one piece; whoever stops early leaves nothing behind.
        """
        return (listing.tidy(piece.to_pandas()) for piece in self.tables(size))

    def tables(self, size: int = listing.AT_ONCE) -> Iterator[pa.Table]:
        """Return the same pieces as Arrow tables, for exports: "" is an unknown text."""
        return listing.pieces(self._kept, size)

    def rows_of(self, place: str, limit: int, offset: int = 0) -> pd.DataFrame:
        """Return rows of one province (KP-10) or district (KP-10-01) of the view, as a page."""
        kind = "district" if place.count("-") > 1 else "province"
        return self._with(**{kind: (place,)}).page(offset, limit)

    def unplaced_page(self, offset: int, limit: int, descending: bool = False) -> pd.DataFrame:
        """Return rows of ``unplaced``, as a page."""
        return listing.page(self._kept.nowhere(), offset, limit, None, descending)

    def counted(self, *columns: str) -> pd.DataFrame:
        """Return how many rows shown have each combination of values: the columns, and ``rows``.

        Columns of the incidents table (``SHOWN``, year, month_day of date_start, start_day and
        end_day as proleptic ordinals), ordered by them. Raises ValueError for any other.
        """
        unknown = [name for name in columns if name not in TABLES["incidents"]]
        if unknown or not columns:
            raise ValueError(f"counted needs columns of the incidents table, not {unknown}.")

        def question() -> ir.Table:
            shown = self.shown(*columns)
            return shown.group_by(columns).aggregate(rows=shown.count()).order_by(columns)

        return self.frame(f"counted {' '.join(columns)}", question)

    def shown(self, *columns: str) -> ir.Table:
        """Return the rows shown in the query language, of them the columns named, for a count."""
        return self._kept.shown(*columns)

    def frame(self, name: str, question: Callable[[], ir.Table]) -> pd.DataFrame:
        """Return the answer to a question over ``shown``; ``name`` stands for all else in it."""
        return self._kept.frame(name, question)

    @once
    def spots(self) -> Spots:
        """Where and when of every row shown, and no more of it, in no order."""
        if few.is_few(self.store):
            rows = few.shown(self._kept)
            return Spots(rows.place, rows.interval)
        return Spots(*self._kept.spots())

    def intervals(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """Return start days, end days (proleptic ordinals) and how many rows have each interval."""
        count = few.intervals if few.is_few(self.store) else Kept.intervals
        number, rows = count(self._kept)
        return self.store.intervals.start[number], self.store.intervals.end[number], rows

    def narrowed(self, **changes: Any) -> View:
        """Return the view of the same selection with changes, over the same store."""
        return look(self.store, replace(self.selection, **changes), self.calendar)

    def _with(self, **changes: Any) -> View:
        return replace(self, selection=replace(self.selection, **changes))

    @once
    def without_time(self) -> View:
        """The view of every filter but time, for statements that compare times."""
        return replace(self, windows=(), reason=None, selection=self.selection.untimed())

    def untimed(self) -> pd.DataFrame:
        """Rows that pass every filter but time, all of them."""
        return self.without_time.rows


def look(store: Store, selection: Selection, calendar: Calendar) -> View:
    """Return what a selection shows of a store; nothing is read before it is asked for."""
    time = time_filter(selection, calendar, store.span)
    return View(selection, calendar, store, time.windows, time.reason)


def _framed(counts: list[Any], kind: type[Any]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(counts, columns=list(kind._fields))
