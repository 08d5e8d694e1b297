"""The polygons of provinces and districts, and which district a point lies in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from geo.gazetteer import ADM1_FILE, ADM2_FILE, DATA, PlaceDataFault

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

DEGREES = "EPSG:4326"
METRES = "EPSG:32652"
NEAR_M = 3000.0


@dataclass(frozen=True, slots=True)
class Located:
    """Where a point lies: `how` is "polygon", "nearest" or None (outside, `id` None).

    `distance_m` is 0 inside the polygon, the metres to its edge outside, None if out of range.
    """

    id: str | None
    how: str | None
    distance_m: float | None


NOWHERE = Located(None, None, None)


def read_districts() -> GeoDataFrame:
    """The 179 districts: id, name, hangul, province, geometry; one row per unit, EPSG:4326.

    Ordered by id. Source: WFP / OCHA ROAP 2019 via geoBoundaries, simplified and edge-matched.
    Raises PlaceDataFault if the file is missing or damaged.
    """
    return _districts().copy()


def read_provinces() -> GeoDataFrame:
    """The 13 provinces and cities: province, name, hangul, geometry; one row each, EPSG:4326.

    Ordered by ISO code; dissolved from the districts. Raises PlaceDataFault like the districts.
    """
    return _provinces().copy()


@cache
def interior_points() -> dict[str, tuple[float, float]]:
    """(latitude, longitude) of a point inside every district and province, by id or ISO code."""
    named = [(_districts(), "id"), (_provinces(), "province")]
    return {
        identity: (point.y, point.x)
        for shapes, key in named
        for identity, point in zip(shapes[key], shapes.geometry.representative_point(), strict=True)
    }


def locate(lat: float, lon: float) -> Located:
    """The district a point lies in, else the nearest within 3 km, else none.

    Degrees, WGS 84; distances are measured in UTM zone 52N. A point on a shared edge belongs to
    the lower id. Numbers that are no place on Earth give none.
    """
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return NOWHERE
    import shapely

    tree, ids = _tree()
    inside = tree.query(shapely.Point(lon, lat), predicate="intersects")
    if len(inside):
        return Located(ids[min(inside)], "polygon", 0.0)
    return _nearest(lat, lon)


def distance_m(district: str, lat: float, lon: float) -> float:
    """Metres from a point to a district, 0 inside it; KeyError for an unknown id.

    Degrees, WGS 84, measured in UTM zone 52N; infinite for what is no place on Earth.
    """
    shape = _metric_shapes()[district]
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return float("inf")
    return float(shape.distance(_metric_point(lat, lon)))


def _nearest(lat: float, lon: float) -> Located:
    near = {u: distance_m(u, lat, lon) for u in _ids_near(lat, lon)}
    if not near:
        return NOWHERE
    closest = min(near, key=lambda unit: (near[unit], unit))
    if near[closest] > NEAR_M:
        return NOWHERE
    return Located(closest, "nearest", near[closest])


def _ids_near(lat: float, lon: float) -> list[str]:
    """Ids whose bounds come within about 4 km, so that few exact distances are needed."""
    import shapely

    tree, ids = _tree()
    reach = shapely.box(lon - 0.05, lat - 0.04, lon + 0.05, lat + 0.04)
    return [ids[i] for i in tree.query(reach)]


@cache
def _tree() -> tuple[Any, list[str]]:
    from shapely import STRtree

    shapes = _districts()
    return STRtree(shapes.geometry.to_numpy()), shapes["id"].tolist()


@cache
def _metric_shapes() -> dict[str, Any]:
    shapes = _districts().to_crs(METRES)
    return dict(zip(shapes["id"], shapes.geometry, strict=True))


def _metric_point(lat: float, lon: float) -> Any:
    from geopandas import points_from_xy

    return points_from_xy([lon], [lat], crs=DEGREES).to_crs(METRES)[0]


@cache
def _districts() -> GeoDataFrame:
    shapes = _read(
        ADM2_FILE, {"id": "id", "name": "name", "hangul": "hangul", "iso_now": "province"}
    )
    return shapes.sort_values("id", ignore_index=True)


@cache
def _provinces() -> GeoDataFrame:
    shapes = _read(ADM1_FILE, {"iso": "province", "name": "name", "hangul": "hangul"})
    shapes["name"] = shapes["name"].str.partition(" (")[0]
    return shapes.sort_values("province", ignore_index=True)


def _read(file_name: str, columns: dict[str, str]) -> GeoDataFrame:
    import geopandas

    path = DATA / file_name
    try:
        shapes = geopandas.read_file(path)[[*columns, "geometry"]].rename(columns=columns)
    except Exception as fault:  # noqa: BLE001 - the reading engine raises its own kinds
        raise PlaceDataFault(file_name, ", ".join(columns), fault) from fault
    return shapes.set_crs(DEGREES, allow_override=True)
