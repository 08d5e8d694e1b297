"""GeoJSON and GeoPackage: points that say they are not the place, and counted districts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from incidents.export.about import About, describe, describe_lines
from incidents.export.columns import Record, read_records
from incidents.export.parquet import to_table
from incidents.export.spots import Point, Spot, count_places, find_spot, read_provinces

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd
    import pyarrow as pa

WGS84 = "EPSG:4326"
FIXED_CHANGE_DATE = "2000-01-01T00:00:00.000Z"


def to_geojson(rows: pd.DataFrame, about: About) -> bytes:
    """The rows as a GeoJSON FeatureCollection (RFC 7946, lon/lat, WGS 84), UTF-8.

    One feature is one incident with all columns as properties, unknown as null. Its geometry
    is the interior point of its district (MultiPoint for several) or, for the province only,
    of its province; null if it is on no map. `geometry_means` says so in each feature.
    """
    features = [_feature(record) for record in read_records(rows)]
    collection = {"type": "FeatureCollection", "about": describe(about), "features": features}
    return json.dumps(collection, ensure_ascii=False, allow_nan=False).encode("utf-8")


def _feature(record: Record) -> dict[str, Any]:
    spot = find_spot(record)
    properties = {name: _json_value(cell) for name, cell in record.items()}
    return {
        "type": "Feature",
        "id": record["id"],
        "geometry": _geometry(spot.points),
        "properties": {**properties, "geometry_means": spot.means or None},
    }


def _geometry(points: tuple[Point, ...]) -> dict[str, Any] | None:
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points}


def _json_value(cell: Any) -> Any:
    if isinstance(cell, date):
        return cell.isoformat()
    return None if cell == "" else cell


def to_geopackage(rows: pd.DataFrame, about: About) -> bytes:
    """The rows as a GeoPackage (EPSG:4326) of four layers.

    `incidents`: one row per incident, MultiPoint as in GeoJSON. `districts`: one row per
    district polygon with `reports` (null: no reports; an incident counts once in each of its
    districts). `provinces`: polygons with `reports_province_only`. `about`: the manifest.
    """
    from geo.boundaries import read_districts

    records = read_records(rows)
    by_district, by_province = count_places(records)
    with TemporaryDirectory() as folder, _fixed_change_date():
        path = Path(folder) / "atlas.gpkg"
        _write_layer(path, "incidents", _points_table(records), "MultiPoint")
        districts = _counted(read_districts(), "reports", by_district)
        _write_layer(path, "districts", districts, "MultiPolygon")
        provinces = _counted(read_provinces(), "reports_province_only", by_province)
        _write_layer(path, "provinces", provinces, "MultiPolygon")
        _write_layer(path, "about", _about_table(about), None)
        return path.read_bytes()


def _points_table(records: list[Record]) -> pa.Table:
    import pyarrow as pa

    spots = [find_spot(record) for record in records]
    means = pa.array([spot.means or None for spot in spots], type=pa.string())
    shapes = pa.array([_multipoint(spot) for spot in spots], type=pa.binary())
    return to_table(records).append_column("geometry_means", means).append_column("geom", shapes)


def _multipoint(spot: Spot) -> bytes | None:
    from shapely import MultiPoint, to_wkb

    return to_wkb(MultiPoint(spot.points)) if spot.points else None


def _counted(units: gpd.GeoDataFrame, name: str, counts: Counter[str]) -> pa.Table:
    """The polygons of `units` with a count in column `name`, null where there is none."""
    import pyarrow as pa

    named = [column for column in ("id", "name", "hangul", "province") if column in units.columns]
    return pa.table(
        {
            **{column: pa.array(units[column].tolist(), pa.string()) for column in named},
            name: pa.array([counts.get(unit) for unit in units["id"]], pa.int64()),
            "geom": pa.array([_multipolygon(shape) for shape in units.geometry], pa.binary()),
        }
    )


def _multipolygon(shape: Any) -> bytes:
    from shapely import MultiPolygon, to_wkb

    return to_wkb(MultiPolygon(getattr(shape, "geoms", [shape])))


def _about_table(about: About) -> pa.Table:
    import pyarrow as pa

    keys, texts = zip(*describe_lines(about), strict=True)
    return pa.table({"key": pa.array(keys, pa.string()), "value": pa.array(texts, pa.string())})


def _write_layer(path: Path, layer: str, table: pa.Table, geometry_type: str | None) -> None:
    import pyogrio

    geometry = {"geometry_name": "geom", "geometry_type": geometry_type, "crs": WGS84}
    pyogrio.write_arrow(
        table,
        str(path),
        layer=layer,
        driver="GPKG",
        append=path.exists(),
        **(geometry if geometry_type else {}),
    )


@contextmanager
def _fixed_change_date() -> Iterator[None]:
    """GDAL stamps a GeoPackage with a constant date, so equal rows give equal bytes."""
    import pyogrio

    option = "OGR_CURRENT_DATE"
    before = pyogrio.get_gdal_config_option(option)
    pyogrio.set_gdal_config_options({option: FIXED_CHANGE_DATE})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({option: before})
