"""Coordinates of rows: read, located in a district, and held against the place the row names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from incidents.intake.faults import Fault
from incidents.intake.words import is_blank

FIELD = "coordinates"
NUMBER = re.compile(r"[+-]?\d{1,3}(?:[.,]\d+)?(?:[eE][+-]?\d+)?")
NEAR_M = 3_000
REACH = 0.05  # degrees; at these latitudes never less than 3 km
LOW = (37.0, 124.0)
HIGH = (43.2, 131.0)


@dataclass(frozen=True, slots=True)
class Point:
    """A point in degrees (WGS 84) and the cells it came from."""

    lat: float
    lon: float
    text: str

    @property
    def is_in_view(self) -> bool:
        """Whether it lies in the rectangle around North Korea at all."""
        return LOW[0] <= self.lat <= HIGH[0] and LOW[1] <= self.lon <= HIGH[1]


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
    text = f"{lat.strip()}, {lon.strip()}".strip(", ")
    first, second = (NUMBER.fullmatch(cell.strip()) for cell in (lat, lon))
    if not first or not second:
        return None, Fault(FIELD, text, "", "Not two numbers in degrees, such as 41.4 and 128.2.")
    y, x = (float(one[0].replace(",", ".")) for one in (first, second))
    if not (-90 <= y <= 90 and -180 <= x <= 180):
        swapped = " They look swapped." if -90 <= x <= 90 and -180 <= y <= 180 else ""
        return None, Fault(FIELD, text, "", f"No such place on Earth.{swapped}")
    return Point(y, x, text), None


def spot_of(district: str) -> Spot | None:
    """Return a district as a spot; None for an id that is no district's."""
    from geo.places import districts

    unit = districts().get(district)
    return Spot(unit.id, unit.name, unit.province) if unit else None


@dataclass(slots=True)
class Points:
    """Locates the points of one file; remembers those located together beforehand.

    `inside`: the district of a point, "" for none; `close`: districts it may be within 3 km of.
    """

    inside: dict[tuple[float, float], str] = field(default_factory=dict)
    close: dict[tuple[float, float], set[str]] = field(default_factory=dict)

    def locate_all(self, cells: Iterable[tuple[str, str]]) -> None:
        """Find the polygons of many points (latitude, longitude as text) in one go."""
        read = (read_point(lat, lon)[0] for lat, lon in cells)
        points = [(p.lat, p.lon) for p in read if p and p.is_in_view]
        fresh = [point for point in dict.fromkeys(points) if point not in self.inside]
        if fresh:
            self._locate_together(fresh)

    def _locate_together(self, points: list[tuple[float, float]]) -> None:
        """Points outside every polygon but near one stay open: they need a measured distance."""
        import shapely

        ids, shapes = _shapes()
        tree = shapely.STRtree(shapes)
        made = shapely.points([(lon, lat) for lat, lon in points])
        self.close |= {point: set() for point in points}
        for at, unit in tree.query(made, predicate="dwithin", distance=REACH).T.tolist():
            self.close[points[at]].add(ids[unit])
        self.inside |= {point: "" for point in points if not self.close[point]}
        hits = tree.query(made, predicate="intersects").T.tolist()
        for at, unit in sorted(hits, reverse=True):
            self.inside[points[at]] = ids[unit]

    def spot(self, point: Point) -> Spot | None:
        """The district of a point: by polygon, then the nearest within 3 km, else None."""
        from geo.boundaries import locate

        if not point.is_in_view:
            return None
        found = self.inside.get((point.lat, point.lon))
        if found is None:
            found = locate(point.lat, point.lon).id or ""
            self.inside[point.lat, point.lon] = found
        return spot_of(found)

    def disagrees(self, point: Point, province: str, ids: list[str]) -> Fault | None:
        """A fault if a point lies farther than 3 km from the named districts or province."""
        from geo.places import districts, provinces

        here = self.spot(point)
        if here and (here.id in ids or (not ids and here.province == province)):
            return None
        close = self.close.get((point.lat, point.lon), set() if not point.is_in_view else None)
        units = set(ids or _units_of(province))
        if any(is_near(point, unit) for unit in (units if close is None else units & close)):
            return None
        named = districts()[ids[0]].name if ids else provinces()[province].name
        lies = f"in {here.name}" if here else "outside every district"
        why = f"The point lies {lies}, not within 3 km of {named}; the name was taken."
        return Fault(FIELD, point.text, "", why)


def is_near(point: Point, district: str) -> bool:
    """Return whether a point lies in a district or within 3 km of it."""
    from geo.boundaries import distance_m

    return distance_m(district, point.lat, point.lon) <= NEAR_M


@cache
def _units_of(province: str) -> tuple[str, ...]:
    from geo.places import districts

    return tuple(unit.id for unit in districts().values() if unit.province == province)


@cache
def _shapes() -> tuple[list[str], Any]:
    from geo.boundaries import read_districts

    units = read_districts()
    return units["id"].tolist(), units.geometry.to_numpy()
