"""Web shapes of the map: one small file of integers built from data/, and the list of web files.

``python -m geo.assets`` rewrites the file. Its name carries a hash of its content, so a browser
may keep it for good.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
STATIC = ROOT / "static"
SCALE = 10_000  # steps per degree: about 11 m, finer than the borders are known

Line = Sequence[Sequence[float]]
Cuts = Sequence[tuple[float, float, float, float]]

LEAFLET = "leaflet/leaflet.js"
SCRIPTS = (
    "atlas-table.js",  # written by `python -m incidents.words`
    "atlas-words.js",
    "atlas-shapes.js",
    "atlas-dom.js",
    "atlas-scale.js",
    "atlas-labels.js",
    "atlas-names.js",
    "atlas-marks.js",
    "atlas-legend.js",
    "atlas-hover.js",
    "atlas-tally.js",
    "atlas-panel.js",
    "atlas-play.js",
    "atlas-sheet.js",
    "atlas-frame.js",
    "atlas.js",
)
BUNDLE = "atlas-bundle.js"  # written from SCRIPTS by `python -m geo.assets`
STYLES = ("leaflet/leaflet.css", "atlas.css")

# Where names of seas, rivers and neighbours stand: lon, lat, and the end of the stretch a river
# name follows. Chosen by eye to lie on the far side of the border.
LABELS: tuple[dict[str, Any], ...] = (
    {"key": "west_sea", "kind": "sea", "at": (123.75, 38.35)},
    {"key": "east_sea", "kind": "sea", "at": (130.2, 40.75)},
    {"key": "china", "kind": "country", "at": (125.9, 42.35)},
    {"key": "russia", "kind": "country", "at": (131.35, 42.98)},
    {"key": "south_korea", "kind": "country", "at": (127.6, 37.62)},
    {"key": "japan", "kind": "country", "at": (133.2, 35.1)},
    {"key": "yalu", "kind": "river", "at": (125.45, 40.86), "to": (126.2, 41.34)},
    {"key": "tumen", "kind": "river", "at": (128.75, 42.19), "to": (129.45, 42.53)},
)


# Where the files were cut to the view: west, south, east, north in degrees.
VIEW = (123.2, 37.0, 131.4, 43.6)
INNER, OUTER = (123.25, 37.05, 131.35, 43.55), (110.0, 30.0, 146.0, 50.0)
CUTS: dict[str, Cuts] = {"context_neighbours": [VIEW], "context_beyond": [INNER, OUTER]}


def links() -> tuple[list[str], list[str]]:
    """Scripts and styles of the map, in order, each with the hash of its content as ``?v=``."""
    return [_versioned(LEAFLET), _versioned(BUNDLE)], [_versioned(name) for name in STYLES]


def bundle() -> bytes:
    """All scripts of our own in order: asked for one by one, a browser waits for each."""
    return b"\n".join((STATIC / name).read_bytes() for name in SCRIPTS)


@cache
def _versioned(name: str) -> str:
    return f"{name}?v={_digest((STATIC / name).read_bytes())}"


@cache
def shapes_name() -> str:
    """File name of the web shapes in static/; FileNotFoundError says how to build them."""
    names = sorted(path.name for path in STATIC.glob("shapes.*.json"))
    if not names:
        raise FileNotFoundError(f"No shapes.*.json in {STATIC}; build it: python -m geo.assets")
    return names[0]


def build() -> dict[str, bytes]:
    """File name -> content of the web shapes, from data/ (WGS 84, steps of 1/10,000 degree)."""
    content = json.dumps(_shapes(), ensure_ascii=False, separators=(",", ":")).encode()
    return {f"shapes.{_digest(content)}.json": content}


def write(folder: Path = STATIC) -> Path:
    """Path of the rewritten shapes; older ones in the folder are removed. Writes the bundle too."""
    ((name, content),) = build().items()
    for old in folder.glob("shapes.*.json"):
        old.unlink()
    (folder / name).write_bytes(content)
    (folder / BUNDLE).write_bytes(bundle())
    return folder / name


def pack(line: Line) -> list[int]:
    """Flat integers of a line: first point, then the step to each next one.

    >>> pack([(125.5, 39.0), (125.5001, 38.9998), (125.5, 39.0)])
    [1255000, 390000, 1, -2, -1, 2]
    """
    flat: list[int] = []
    last = (0, 0)
    for lon, lat in line:
        point = (round(lon * SCALE), round(lat * SCALE))
        if not flat or point != last:
            flat += (point[0] - last[0], point[1] - last[1])
        last = point
    return flat


def _shapes() -> dict[str, Any]:
    return {
        "scale": SCALE,
        "land": _all_lines("context_land"),
        "beyond": _all_lines("context_beyond"),
        "frontiers": _frontiers(),
        "rivers": [_river(feature) for feature in _features("context_rivers")],
        "towns": [_town(feature) for feature in _features("context_border_towns")],
        "labels": [_label(label) for label in LABELS],
        "provinces": [_unit(f, f["properties"]["iso"]) for f in _features("prk_adm1")],
        "districts": [_district(feature) for feature in _features("prk_adm2")],
    }


def _features(name: str) -> list[dict[str, Any]]:
    return json.loads((DATA / f"{name}.geojson").read_text("utf-8"))["features"]


def _all_lines(name: str) -> list[list[int]]:
    return [pack(line) for f in _features(name) for line in _lines(f["geometry"])]


def _frontiers() -> list[list[int]]:
    """Coasts and borders of the neighbours, without the straight cuts at the edge of the view."""
    rings = (
        line
        for name, cuts in CUTS.items()
        for feature in _features(name)
        for line in _lines(feature["geometry"])
        for line in without_cuts(line, cuts)
    )
    return [pack(line) for line in rings]


def without_cuts(ring: Line, cuts: Cuts) -> list[list[Sequence[float]]]:
    """The pieces of a ring that do not run along a cut (west, south, east, north in degrees).

    >>> without_cuts([(0, 0), (5, 1), (9, 0), (9, 9), (0, 9), (0, 0)], [(0, -9, 9, 99)])
    [[(0, 0), (5, 1), (9, 0)], [(9, 9), (0, 9)]]
    """
    pieces: list[list[Sequence[float]]] = [[ring[0]]]
    for last, point in pairwise(ring):
        if any(_along(last, point, cut) for cut in cuts):
            pieces.append([point])
        else:
            pieces[-1].append(point)
    return [piece for piece in pieces if len(piece) > 1]


def _along(a: Sequence[float], b: Sequence[float], cut: tuple[float, ...]) -> bool:
    sides = ((0, cut[0]), (1, cut[1]), (0, cut[2]), (1, cut[3]))
    return any(abs(a[i] - side) < 0.002 and abs(b[i] - side) < 0.002 for i, side in sides)


def _lines(geometry: dict[str, Any]) -> Iterator[Line]:
    """Every ring or line of a geometry, whatever its nesting."""
    yield from _unnest(geometry["coordinates"])


def _unnest(coordinates: Any) -> Iterator[Line]:
    if isinstance(coordinates[0][0], (int, float)):
        yield coordinates
    else:
        for part in coordinates:
            yield from _unnest(part)


def _unit(feature: dict[str, Any], code: str) -> dict[str, Any]:
    """One province or district: names, the point its symbol stands on, the point of its label."""
    from shapely import maximum_inscribed_circle
    from shapely.geometry import shape

    properties, polygon = feature["properties"], shape(feature["geometry"])
    at, widest = polygon.representative_point(), maximum_inscribed_circle(polygon, 0.01).coords[0]
    return {
        "id": code,
        "name": properties["name"],
        "hangul": properties["hangul"],
        "at": _point((at.x, at.y)),
        "label": _point(widest),
        "rings": [pack(line) for line in _lines(feature["geometry"])],
    }


def _district(feature: dict[str, Any]) -> dict[str, Any]:
    properties = feature["properties"]
    return _unit(feature, properties["id"]) | {"province": properties["iso_now"]}


def _river(feature: dict[str, Any]) -> dict[str, Any]:
    name = feature["properties"]["name"]
    return {"name": name, "lines": [pack(line) for line in _lines(feature["geometry"])]}


def _town(feature: dict[str, Any]) -> dict[str, Any]:
    at = _point(feature["geometry"]["coordinates"])
    return {"name": feature["properties"]["name"], "at": at}


def _label(label: dict[str, Any]) -> dict[str, Any]:
    return label | {key: _point(label[key]) for key in ("at", "to") if key in label}


def _point(point: Iterable[float]) -> list[int]:
    return [round(value * SCALE) for value in point]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]


if __name__ == "__main__":
    print(f"wrote {write().relative_to(ROOT)}")  # noqa: T201
