"""What the player on the map needs: the days and places of the filtered reports, packed small."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from incidents.windows import anchor_years

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from incidents.view import View

MOST_ROWS = 5_000  # more are not sent with every change of a filter
AGAIN = 0x8000  # marks each further district of a report that names several


def track(view: View) -> dict[str, Any]:
    """The rows of a view for the player: their number, and up to 5,000 of them packed.

    One entry is one place of one report: ``units`` lists the codes in use ("" is not on the map),
    ``codes`` points into it (plus 0x8000 on a report's second and further districts), ``starts``
    and ``ends`` are days after ``base`` (days after 1970-01-01), as base64 of little-endian
    16-bit numbers, or of 32-bit ones where ``wide``. More rows: only their number; a page that
    can serve them adds ``url``, from which the browser fetches the same object.
    """
    if not 0 < view.rows_count <= MOST_ROWS:
        return {"rows": view.rows_count}
    return {"rows": view.rows_count} | pack_track(view.spots)


def pack_track(rows: pd.DataFrame) -> dict[str, Any]:
    """The packed entries of rows with district_id, province, date_start and date_end."""
    places = rows["district_id"].where(rows["district_id"] != "", rows["province"])
    entries = places.str.split(";").explode()
    code, units = pd.factorize(entries)
    again = entries.index.duplicated()
    start, end = (_days(rows.loc[entries.index, name]) for name in ("date_start", "date_end"))
    base = int(start.min())
    wide = int(end.max()) - base >= 1 << 16
    kind = "<i4" if wide else "<u2"
    return {
        "units": list(units),
        "base": base,
        "wide": wide,
        "codes": _base64(code | np.where(again, AGAIN, 0), "<u2"),
        "starts": _base64(start - base, kind),
        "ends": _base64(end - base, kind),
    }


def anchors(view: View) -> dict[str, Any] | None:
    """Name and days of the chosen occasion in the chosen years; None without an occasion."""
    occasion = view.calendar.occasions.get(view.selection.period or "")
    if occasion is None:
        return None
    days = [occasion.anchor(year) for year in anchor_years(view.selection, view.span)]
    known = [day.isoformat() for day in days if day]
    name = occasion.name_ko if view.selection.lang == "ko" else occasion.name_en
    return {"name": name.partition(" (")[0], "days": known} if known else None


def _days(dates: pd.Series) -> NDArray[np.int64]:
    return dates.to_numpy("datetime64[D]").astype(np.int64)


def _base64(numbers: NDArray[np.int64], kind: str) -> str:
    return b64encode(numbers.astype(kind).tobytes()).decode()
