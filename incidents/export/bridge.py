"""What the ACLED- and UCDP-shaped exports share: points, places and actors in their terms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from incidents.export.columns import Record
from incidents.export.csv import write_lines
from incidents.export.spots import find_spot
from incidents.record import AGENCIES

COUNTRY = "North Korea"


def write_shaped(columns: tuple[str, ...], lines: Iterable[dict[str, Any]], out: BinaryIO) -> None:
    """Write the lines as CSV with these columns in this order; a cell not given is empty."""
    write_lines(columns, ([_cell(line.get(one)) for one in columns] for line in lines), out)


def _cell(value: Any) -> str:
    return "" if value is None else str(value)


def stated_point(record: Record) -> tuple[float, float] | None:
    """The one point the precision code lets one state; none for a locality known by name only."""
    points = find_spot(record).points
    exact = record["place_precision"] == "locality"
    return points[0] if len(points) == 1 and not exact else None


def finest_place(record: Record) -> str:
    """The name of the finest place known: locality, district, province or country."""
    names = (record["locality"], record["district"], latin_part(record["province_name"]), COUNTRY)
    return next(name for name in names if name)


def latin_part(label: str) -> str:
    """The Latin part of a label like "Ryanggang (량강도)"."""
    return label.split(" (")[0]


def agencies_in_words(record: Record) -> str:
    """The agencies named by the report, or that none is."""
    known = [AGENCIES.get(one, one) for one in record["agency"].split(";") if one]
    return "; ".join(known) or f"Unidentified state forces ({COUNTRY})"
