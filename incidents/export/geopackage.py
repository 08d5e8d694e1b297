"""GeoPackage: incidents as points, districts and provinces counted, and the manifest."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from incidents.export.about import About, describe_lines
from incidents.export.chunks import even, records
from incidents.export.parquet import columns, with_unknown
from incidents.export.spots import Point, Tally, find_spot, read_provinces
from incidents.export.target import ExportFault, workplace
from incidents.why import why
from incidents.words import say

if TYPE_CHECKING:
    import geopandas as gpd
    import pyarrow as pa

WGS84 = "EPSG:4326"
FIXED_CHANGE_DATE = "2000-01-01T00:00:00.000Z"


def write_geopackage(stream: Iterable[pa.Table], about: About, out: BinaryIO) -> None:
    """Write a GeoPackage (EPSG:4326) of four layers.

    `incidents`: one row per incident, MultiPoint as in GeoJSON. `districts`: one row per
    district polygon with `reports` (null: no reports; an incident counts once in each of its
    districts). `provinces`: polygons with `reports_province_only`. `about`: the manifest.
    """
    from geo.boundaries import read_districts

    _fix_change_date()
    tally = Tally()
    with workplace() as folder:
        path = folder / "atlas.gpkg"
        _write_incidents(path, stream, tally)
        districts = _counted(read_districts(), "reports", tally.by_district)
        _write_layer(path, "districts", districts, "MultiPolygon")
        provinces = _counted(read_provinces(), "reports_province_only", tally.by_province)
        _write_layer(path, "provinces", provinces, "MultiPolygon")
        _write_layer(path, "about", _about_table(about), None)
        with path.open("rb") as made:
            shutil.copyfileobj(made, out, 1 << 20)


def _write_incidents(path: Path, stream: Iterable[pa.Table], tally: Tally) -> None:
    """Write the layer of incidents from a stream; an error of the stream comes out as it is."""
    import pyarrow as pa

    stopped: list[BaseException] = []

    def batches() -> Iterator[pa.RecordBatch]:
        try:
            for table in even(stream):
                yield from _points(table, tally).to_batches()
        except BaseException as why:
            stopped.append(why)
            raise

    reader = pa.RecordBatchReader.from_batches(_points_schema(), batches())
    try:
        _write_layer(path, "incidents", reader, "MultiPoint")
    except ExportFault:
        if stopped:
            raise stopped[0] from None
        raise


def _points_schema() -> pa.Schema:
    import pyarrow as pa

    return columns().append(pa.field("geometry_means", pa.string())).append(
        pa.field("geom", pa.binary())
    )  # fmt: skip


def _points(table: pa.Table, tally: Tally) -> pa.Table:
    """The rows with where they may be drawn and what that means, each counted in the tally."""
    import pyarrow as pa

    spots = [find_spot(tally.add(record)) for record in records([table])]
    means = pa.array([spot.means or None for spot in spots], pa.string())
    shapes = pa.array([_multipoint(spot.points) for spot in spots], pa.binary())
    placed = with_unknown(table).append_column("geometry_means", means)
    return placed.append_column("geom", shapes)


@cache
def _multipoint(points: tuple[Point, ...]) -> bytes | None:
    from shapely import MultiPoint, to_wkb

    return to_wkb(MultiPoint(points)) if points else None


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


def _write_layer(path: Path, layer: str, rows: Any, geometry_type: str | None) -> None:
    """Write one layer from an Arrow table or reader; raises ExportFault if it cannot be."""
    import pyogrio
    from pyogrio.errors import DataLayerError, DataSourceError, FeatureError

    geometry = {"geometry_name": "geom", "geometry_type": geometry_type, "crs": WGS84}
    try:
        pyogrio.write_arrow(
            rows,
            str(path),
            layer=layer,
            driver="GPKG",
            append=path.exists(),
            **(geometry if geometry_type else {}),
        )
    except (DataLayerError, DataSourceError, FeatureError, RuntimeError) as fault:
        raise ExportFault(say("export_faults.geopackage", reason=why(fault))) from fault


@cache
def _fix_change_date() -> None:
    """Let GDAL stamp every GeoPackage with a constant date, so equal rows give equal bytes."""
    import pyogrio

    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": FIXED_CHANGE_DATE})
