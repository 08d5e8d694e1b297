"""Where a row may be drawn: interior points of its districts or province, and no finer."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from incidents.export.columns import Record

if TYPE_CHECKING:
    import geopandas as gpd

Point = tuple[float, float]

IN_DISTRICT = "an interior point of the district, not the place of the incident"
IN_DISTRICTS = "an interior point of each district named, not the places of the incident"
IN_PROVINCE = "an interior point of the province, not the place of the incident"
NOWHERE = ""


class Spot(NamedTuple):
    """Points (lon, lat in degrees, WGS 84) for one incident and what they mean in words."""

    points: tuple[Point, ...]
    means: str


def find_spot(record: Record) -> Spot:
    """The spot of one incident; no points where it is known for the country only."""
    return _spot(record["district_id"], record["province"])


@lru_cache(4096)
def _spot(district_id: str, province: str) -> Spot:
    points = unit_points()
    named = dict.fromkeys(district_id.split(";"))
    districts = [one for one in named if one in points]
    if districts:
        means = IN_DISTRICT if len(districts) == 1 else IN_DISTRICTS
        return Spot(tuple(points[one] for one in districts), means)
    if province in points:
        return Spot((points[province],), IN_PROVINCE)
    return Spot((), NOWHERE)


class Tally:
    """Reports per ADM2 id (once in each of a report's districts), and per province only."""

    def __init__(self) -> None:
        self.by_district: Counter[str] = Counter()
        self.by_province: Counter[str] = Counter()

    def add(self, record: Record) -> Record:
        """Count one report and give it back."""
        districts = set(filter(None, record["district_id"].split(";")))
        self.by_district.update(districts)
        if not districts and record["province"]:
            self.by_province[record["province"]] += 1
        return record


@cache
def unit_points() -> dict[str, Point]:
    """(lon, lat) of each ADM1 and ADM2 unit by id, rounded to about a metre."""
    from geo.boundaries import interior_points

    return {unit: (round(lon, 5), round(lat, 5)) for unit, (lat, lon) in interior_points().items()}


def read_provinces() -> gpd.GeoDataFrame:
    """The province polygons with their code in `id`, as districts have theirs."""
    from geo.boundaries import read_provinces as read

    return read().rename(columns={"province": "id"})
