"""Coordinates of a row: read, located in a district, and held against the place it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from incidents.intake.faults import Fault
from incidents.intake.words import is_blank

FIELD = "latitude, longitude"
NUMBER = re.compile(r"[+-]?\d{1,3}(?:[.,]\d+)?(?:[eE][+-]?\d+)?")
NEAR_M = 3_000
LOW = (37.0, 124.0)
HIGH = (43.2, 131.0)


@dataclass(frozen=True, slots=True)
class Point:
    """A point in degrees (WGS 84) and the cells it came from."""

    lat: float
    lon: float
    text: str


@dataclass(frozen=True, slots=True)
class Spot:
    """The district a point lies in, or the nearest within 3 km."""

    id: str
    name: str
    province: str


def read_point(lat: str, lon: str) -> tuple[Point | None, Fault | None]:
    """Return the point two cells give, or the fault that keeps them from being one."""
    if is_blank(lat) and is_blank(lon):
        return None, None
    text = f"{lat.strip()}, {lon.strip()}"
    first, second = (NUMBER.fullmatch(cell.strip()) for cell in (lat, lon))
    if not first or not second:
        return None, Fault(FIELD, text, "", "Not two numbers in degrees, such as 41.4 and 128.2.")
    y, x = (float(one[0].replace(",", ".")) for one in (first, second))
    if not (-90 <= y <= 90 and -180 <= x <= 180):
        swapped = " They look swapped." if -90 <= x <= 90 and -180 <= y <= 180 else ""
        return None, Fault(FIELD, text, "", f"No such place on Earth.{swapped}")
    return Point(y, x, text), None


@lru_cache(maxsize=200_000)
def place_by_point(point: Point) -> Spot | None:
    """Return the district of a point: by polygon, then the nearest within 3 km, else None."""
    from geo.boundaries import locate

    if not _is_in_view(point):
        return None
    return spot_of(locate(point.lat, point.lon).id or "")


def spot_of(district: str) -> Spot | None:
    """Return a district as a spot; None for an id that is no district's."""
    from geo.places import districts

    unit = districts().get(district)
    return Spot(unit.id, unit.name, unit.province) if unit else None


def is_near(point: Point, spot: Spot) -> bool:
    """Return whether a point lies in a district or within 3 km of it."""
    return _metres(point, spot.id) <= NEAR_M


@lru_cache(maxsize=200_000)
def _metres(point: Point, unit: str) -> float:
    from geo.boundaries import distance_m

    return distance_m(unit, point.lat, point.lon) if _is_in_view(point) else float("inf")


def _is_in_view(point: Point) -> bool:
    return LOW[0] <= point.lat <= HIGH[0] and LOW[1] <= point.lon <= HIGH[1]


def check_point(point: Point, province: str, ids: list[str]) -> Fault | None:
    """Return a fault if a point lies farther than 3 km from the named districts or province."""
    from geo.places import districts, provinces

    here = place_by_point(point)
    if here and (here.id in ids or (not ids and here.province == province)):
        return None
    units = ids or [unit.id for unit in districts().values() if unit.province == province]
    nearest = min(_metres(point, unit) for unit in units)
    if nearest <= NEAR_M:
        return None
    named = districts()[ids[0]].name if ids else provinces()[province].name
    away = f"{nearest / 1000:,.0f} km from" if nearest < 1e9 else "far from"
    lies = f"lies in {here.name}, " if here else "lies "
    return Fault(FIELD, point.text, "", f"The point {lies}{away} {named}; the name was taken.")
