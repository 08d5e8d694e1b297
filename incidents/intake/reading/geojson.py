"""GeoJSON features as rows: their properties, and the coordinates of those that are points."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from incidents.intake.errors import IntakeError
from incidents.intake.limits import check_columns, check_tree
from incidents.intake.reading.encodings import detect
from incidents.intake.reading.values import as_text
from incidents.intake.said import Words, cause_of, to_say
from incidents.intake.table import Lines

WGS84 = ("CRS84", "EPSG::4326", "EPSG:4326", "4326")
Feature = Mapping[str, Any]


def read(data: bytes) -> Lines:
    """Return one row per feature; properties become columns, a point longitude and latitude.

    Raises IntakeError for what is not GeoJSON. Shapes other than one point give no coordinates.
    """
    check_tree(len(data), to_say("file_faults.the_kind", kind="GeoJSON"))
    content = _parse(data)
    features = _features(content)
    notes: list[Words] = []
    in_degrees = _is_wgs84(content)
    if not in_degrees:
        notes.append(to_say("file_notes.not_wgs84"))
    header = _header(features)
    return Lines(
        kind="GeoJSON", rows=_rows(features, header, in_degrees), header=header, notes=notes
    )


def _parse(data: bytes) -> Any:
    encoding = detect(data)
    try:
        return json.loads(data.decode(encoding.codec, encoding.errors))
    except RecursionError:
        raise IntakeError(to_say("format_faults.json_too_deep")) from None
    except ValueError as fault:
        raise IntakeError(to_say("format_faults.not_whole_json", fault=cause_of(fault))) from fault


def _features(content: Any) -> list[Feature]:
    kind = content.get("type") if isinstance(content, dict) else None
    features = content.get("features") if kind == "FeatureCollection" else [content]
    if kind not in ("FeatureCollection", "Feature") or not isinstance(features, list):
        raise IntakeError(to_say("format_faults.not_geojson"))
    if not features:
        raise IntakeError(to_say("format_faults.no_features"))
    return [feature if isinstance(feature, dict) else {} for feature in features]


def _is_wgs84(content: Any) -> bool:
    crs = content.get("crs")
    return crs is None or any(name in json.dumps(crs)[:500] for name in WGS84)


def _properties(feature: Feature) -> Feature:
    properties = feature.get("properties")
    return properties if isinstance(properties, dict) else {}


def _header(features: list[Feature]) -> list[str]:
    names: dict[str, None] = {}
    for feature in features:
        names.update(dict.fromkeys(_properties(feature)))
        check_columns(len(names))
    if "id" not in names and any(feature.get("id") not in (None, "") for feature in features):
        names = {"id": None, **names}
    points = [name for name in ("longitude", "latitude") if name not in names]
    return [*names, *points] if len(points) == 2 else list(names)


def _rows(features: list[Feature], header: list[str], in_degrees: bool) -> Iterator[list[str]]:
    for feature in features:
        own = {"id": feature.get("id"), **_point(feature, in_degrees)}
        cells = {**own, **_properties(feature)}
        yield [as_text(cells.get(name)) for name in header]


def _point(feature: Feature, in_degrees: bool) -> dict[str, Any]:
    geometry = feature.get("geometry")
    if not in_degrees or not isinstance(geometry, dict):
        return {}
    spot = geometry.get("coordinates")
    if geometry.get("type") == "MultiPoint" and isinstance(spot, list) and len(spot) == 1:
        spot = spot[0]
    elif geometry.get("type") != "Point":
        return {}
    if not isinstance(spot, list) or len(spot) < 2:
        return {}
    return {"longitude": spot[0], "latitude": spot[1]}
