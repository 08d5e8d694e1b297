"""Coordinates of rows: read, located in a district, and held against the place the row names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from incidents.intake.faults import Fault
from incidents.intake.said import Label, to_say
from incidents.intake.words import is_blank

FIELD = "coordinates"
NUMBER = re.compile(r"[+-]?\d{1,3}(?:[.,]\d+)?(?:[eE][+-]?\d+)?")
NOT_DEGREES = to_say("place_faults.not_degrees")
NOWHERE, SWAPPED = to_say("place_faults.not_on_earth"), to_say("place_faults.not_on_earth_swapped")
NEAR_M = 3_000
REACH = 0.05  # degrees; at these latitudes never less than 3 km
LOW = (37.0, 124.0)
HIGH = (43.2, 131.0)


Degrees = tuple[float, float]


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
        return None, Fault(FIELD, text, "", NOT_DEGREES)
    y, x = (float(one[0].replace(",", ".")) for one in (first, second))
    if not (-90 <= y <= 90 and -180 <= x <= 180):
        swapped = -90 <= x <= 90 and -180 <= y <= 180
        return None, Fault(FIELD, text, "", SWAPPED if swapped else NOWHERE)
    return Point(y, x, text), None


def spot_of(district: str) -> Spot | None:
    """Return a district as a spot; None for an id that is no district's."""
    from geo.places import districts

    unit = districts().get(district)
    return Spot(unit.id, unit.name, unit.province) if unit else None


@dataclass(slots=True)
class Points:
    """Locates the points of one file; remembers those it has located.

    `inside`: the district whose polygon holds a point, "" for none; `metres`: the distances to
    those districts it may be within 3 km of.
    """

    inside: dict[Degrees, str] = field(default_factory=dict)
    metres: dict[Degrees, dict[str, float]] = field(default_factory=dict)

    def locate_all(self, cells: Iterable[tuple[str, str]]) -> None:
        """Locate many points (latitude, longitude as text) in one go, which is far quicker."""
        read = (read_point(lat, lon)[0] for lat, lon in cells)
        self._locate([(p.lat, p.lon) for p in read if p and p.is_in_view])

    def _locate(self, asked: list[Degrees]) -> None:
        import shapely

        points = [point for point in dict.fromkeys(asked) if point not in self.inside]
        if not points:
            return
        ids, shapes, metric = _shapes()
        tree = shapely.STRtree(shapes)
        made = shapely.points([(lon, lat) for lat, lon in points])
        self.inside |= dict.fromkeys(points, "")
        for at, unit in sorted(tree.query(made, predicate="intersects").T.tolist(), reverse=True):
            self.inside[points[at]] = ids[unit]
        at, unit = tree.query(made, predicate="dwithin", distance=REACH)
        self.metres |= {point: {} for point in points}
        away = shapely.distance(_to_metres(made)[at], metric[unit]).tolist()
        for point, number, distance in zip(at.tolist(), unit.tolist(), away, strict=True):
            self.metres[points[point]][ids[number]] = distance

    def near(self, point: Point) -> dict[str, float]:
        """Metres to each district within 3 km of a point, 0 for the one it lies in."""
        if not point.is_in_view:
            return {}
        key = (point.lat, point.lon)
        self._locate([key])
        return {unit: away for unit, away in self.metres[key].items() if away <= NEAR_M}

    def spot(self, point: Point) -> Spot | None:
        """The district of a point: by polygon, then the nearest within 3 km, else None."""
        near = self.near(point)
        inside = self.inside.get((point.lat, point.lon))
        if inside or not near:
            return spot_of(inside or "")
        return spot_of(min(near, key=lambda unit: (near[unit], unit)))

    def disagrees(self, point: Point, province: str, ids: list[str]) -> Fault | None:
        """A fault if a point lies farther than 3 km from the named districts or province."""
        from geo.places import districts

        near = self.near(point)
        if any(u in ids if ids else districts()[u].province == province for u in near):
            return None
        here = self.spot(point)
        named = Label("district_name", ids[0]) if ids else Label("province_name", province)
        if here is None:
            why = to_say("place_faults.point_outside", named=named)
        else:
            lies = Label("district_name", here.id)
            why = to_say("place_faults.point_disagrees", here=lies, named=named)
        return Fault(FIELD, point.text, "", why)


@cache
def _shapes() -> tuple[list[str], Any, Any]:
    """Ids of the districts, their polygons in degrees and in metres (UTM zone 52N)."""
    from geo.boundaries import METRES, read_districts

    units = read_districts()
    return units["id"].tolist(), units.geometry.to_numpy(), units.to_crs(METRES).geometry.to_numpy()


def _to_metres(points: Any) -> Any:
    import geopandas

    from geo.boundaries import DEGREES, METRES

    return geopandas.GeoSeries(points, crs=DEGREES).to_crs(METRES).to_numpy()
