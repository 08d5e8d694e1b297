"""GeoJSON: one feature an incident, at points that say they are not the place."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

from incidents.export.about import About, describe
from incidents.export.chunks import records
from incidents.export.columns import Record
from incidents.export.spots import Point, find_spot

if TYPE_CHECKING:
    import pyarrow as pa


def write_geojson(stream: Iterable[pa.Table], about: About, out: BinaryIO) -> None:
    """Write a GeoJSON FeatureCollection (RFC 7946, lon/lat, WGS 84), UTF-8.

    One feature is one incident with all columns as properties, unknown as null. Its geometry
    is the interior point of its district (MultiPoint for several) or, for the province only,
    of its province; null if it is on no map. `geometry_means` says so in each feature.
    """
    head = {"type": "FeatureCollection", "about": describe(about)}
    out.write(_json(head)[:-1] + b', "features": [')
    for place, record in enumerate(records(stream)):
        out.write((b", " if place else b"") + _json(_feature(record)))
    out.write(b"]}")


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8")


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
