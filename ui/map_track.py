"""What the player on the map needs: the days and places of the filtered reports, packed small."""

from __future__ import annotations

from base64 import b64encode
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from incidents.windows import anchor_years

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from incidents.store import Intervals
    from incidents.stores.places import Places
    from incidents.view import Spots, View

EPOCH = date(1970, 1, 1).toordinal()
FEW_ROWS = 1_000  # are sent with every change of a filter
MOST_ROWS = 20_000  # are sent to a reader who opened the player; more are too many to play
AGAIN = 0x8000  # marks each further district of a report that names several


def track(view: View, *, is_asked: bool = False) -> dict[str, Any]:
    """The rows of a view for the player: their number, and all of them packed.

    One entry is one place of one report: ``units`` lists the codes in use ("" is not on the map),
    ``codes`` points into it (plus 0x8000 on a report's second and further districts), ``starts``
    and ``ends`` are days after ``base`` (days after 1970-01-01), as base64 of little-endian
    16-bit numbers, or of 32-bit ones where ``wide``. Of more than 1,000 rows the number alone,
    with ``later``: the browser asks for the rest once its reader opens the player. Of more than
    20,000 only their number.
    """
    rows = view.rows_count
    if not 0 < rows <= MOST_ROWS:
        return {"rows": rows}
    if rows > FEW_ROWS and not is_asked:
        return {"rows": rows, "later": True}
    store = view.store
    return {"rows": rows} | pack_track(view.spots, store.places, store.intervals)


def pack_track(spots: Spots, places: Places, intervals: Intervals) -> dict[str, Any]:
    """The packed entries of rows, each with the numbers of its place and its interval."""
    units, code, row = _entries(spots.place, places)
    again = np.concatenate([[False], row[1:] == row[:-1]])
    start = intervals.start[spots.interval][row] - EPOCH
    end = intervals.end[spots.interval][row] - EPOCH
    base = int(start.min())
    wide = int(end.max()) - base >= 1 << 16
    kind = "<i4" if wide else "<u2"
    return {
        "units": units,
        "base": base,
        "wide": wide,
        "codes": _base64(code | np.where(again, AGAIN, 0), "<u2"),
        "starts": _base64(start - base, kind),
        "ends": _base64(end - base, kind),
    }


def _entries(
    place: NDArray[np.int32], places: Places
) -> tuple[list[str], NDArray[np.int64], NDArray[np.int64]]:
    """Return the codes in use, and for each place of each row its number there and its row."""
    used, at = np.unique(place, return_inverse=True)
    named = [(places.district_id[n] or places.province[n]).split(";") for n in used]
    units = {unit: number for number, unit in enumerate(dict.fromkeys(chain(*named)))}
    length = np.array([len(several) for several in named])
    first = np.cumsum(length) - length
    entries = length[at]
    row = np.repeat(np.arange(len(at)), entries)
    nth = np.arange(len(row)) - np.repeat(np.cumsum(entries) - entries, entries)
    codes = np.array([units[unit] for unit in chain(*named)])
    return list(units), codes[first[at[row]] + nth], row


def anchors(view: View) -> dict[str, Any] | None:
    """Name and days of the chosen occasion in the chosen years; None without an occasion."""
    occasion = view.calendar.occasions.get(view.selection.period or "")
    if occasion is None:
        return None
    days = [occasion.anchor(year) for year in anchor_years(view.selection, view.span)]
    known = [day.isoformat() for day in days if day]
    name = occasion.name_ko if view.selection.lang == "ko" else occasion.name_en
    return {"name": name.partition(" (")[0], "days": known} if known else None


def _base64(numbers: NDArray[np.int64], kind: str) -> str:
    return b64encode(numbers.astype(kind).tobytes()).decode()
