"""The map of a brief as one SVG: districts and provinces from geo, shaded like the map page."""

from __future__ import annotations

import math
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from geo.boundaries import interior_points, read_districts, read_provinces
from geo.places import districts as places
from geo.places import provinces as wide_places
from incidents import labels
from ui.brief_scale import Step, classes, shade

if TYPE_CHECKING:
    from collections.abc import Iterable

    from incidents.view import View

WIDTH = 1000  # units of the drawing
WEST, EAST, SOUTH, NORTH = 124.1, 130.75, 37.6, 43.05  # degrees
EMPTY, HATCH, OUTSIDE = "#f1efec", "#c9c5bd", "#ffffff"
BADGE = 30
NAME = 19  # units high are the letters of a name
# Units east and south of its badge, for a name that would leave its province or meet another there;
# those of Nampo and Kaesong, which have no room, stand beside them.
MOVED = {"KP-01": (-6, -54), "KP-05": (-18, -54), "KP-06": (14, 6), "KP-13": (-24, 0),
         "KP-14": (-70, -30), "KP-15": (72, 6)}  # fmt: skip
DEFINED = (
    '<defs><pattern id="none" width="9" height="9" patternUnits="userSpaceOnUse">'
    f'<rect width="9" height="9" fill="{EMPTY}"/>'
    f'<path d="M-1 1L1 -1M0 9L9 0M8 10L10 8" stroke="{HATCH}" stroke-width="1.2"/>'
    "</pattern></defs>"
)


def draw(view: View) -> str:
    """Return the map of a view as SVG without a title of its own: numbers and provinces' names."""
    counts = _counts(view, "district", "rows")
    steps = classes(max(counts.values(), default=0))
    fills = {code: shade(count, steps) for code, count in counts.items()}
    districts = "".join(
        f'<path d="{d}" fill="{fills.get(code) or _without(view, code)}"/>'
        for code, d in _district_paths().items()
    )
    provinces = "".join(f'<path d="{d}"/>' for d in _province_paths())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height()}">{DEFINED}'
        f'<g stroke="#ffffff" stroke-width="1.2" stroke-linejoin="round">{districts}</g>'
        f'<g fill="none" stroke="#77757a" stroke-width="1.8">{provinces}</g>'
        f"{_names()}{_badges(_counts(view, 'province', 'only'))}</svg>"
    )


def steps_of(view: View) -> tuple[Step, ...]:
    """Return the classes by which the districts of a view are shaded."""
    return classes(max(_counts(view, "district", "rows").values(), default=0))


def is_limited(view: View) -> bool:
    """Return whether only chosen places can have reports, so that others are not "no reports"."""
    return bool(view.selection.district or view.selection.province)


def height() -> int:
    """Return the height of the drawing in its units."""
    return math.ceil(_place(WEST, SOUTH)[1])


def _without(view: View, code: str) -> str:
    """Return the fill of a district without reports: hatched, or blank where none can be."""
    selection, province = view.selection, places()[code].province
    outside = selection.district and code not in selection.district
    outside = outside or (selection.province and province not in selection.province)
    return OUTSIDE if outside else "url(#none)"


def _counts(view: View, column: str, number: str) -> dict[str, int]:
    rows = view.by_district if column == "district" else view.by_province
    return {str(c): int(n) for c, n in zip(rows[column], rows[number], strict=True) if n}


def _badges(only: dict[str, int]) -> str:
    """Return a square with its number for each province whose reports name no district."""
    points = interior_points()
    return "".join(
        _badge(*_place(points[code][1], points[code][0]), count)
        for code, count in only.items()
        if code in points
    )


def _names() -> str:
    """Return the name of every province below where its badge stands."""
    points = interior_points()
    return "".join(
        _name(labels.province_name(code), *_place(points[code][1], points[code][0]), code)
        for code in wide_places()
    )


def _name(words: str, x: float, y: float, code: str) -> str:
    east, south = MOVED.get(code, (0, 0))
    return (
        f'<text x="{x + east:.0f}" y="{y + south + BADGE / 2 + NAME:.0f}" font-size="{NAME}" '
        'text-anchor="middle" fill="#3d4250" stroke="#ffffff" stroke-width="4" '
        f'stroke-linejoin="round" paint-order="stroke">{escape(words)}</text>'
    )


def _badge(x: float, y: float, count: int) -> str:
    text = f"{count:,}"
    width = max(BADGE, 15 * len(text) + 12)
    return (
        f'<rect x="{x - width / 2:.0f}" y="{y - BADGE / 2:.0f}" width="{width}" height="{BADGE}" '
        'rx="5" fill="#fffdf6" stroke="#2b2a66" stroke-width="2"/>'
        f'<text x="{x:.0f}" y="{y + 8:.0f}" font-size="23" text-anchor="middle" fill="#24242c">'
        f"{text}</text>"
    )


def _place(lon: float, lat: float) -> tuple[float, float]:
    """Return a point of the drawing for degrees east and north, in Mercator's projection."""
    scale = WIDTH / math.radians(EAST - WEST)
    down = _stretched(NORTH) - _stretched(lat)
    return math.radians(lon - WEST) * scale, down * scale


def _stretched(lat: float) -> float:
    return math.asinh(math.tan(math.radians(lat)))


@cache
def _district_paths() -> dict[str, str]:
    shapes = read_districts()
    return {str(c): _path(s) for c, s in zip(shapes["id"], shapes.geometry, strict=True)}


@cache
def _province_paths() -> tuple[str, ...]:
    return tuple(_path(shape) for shape in read_provinces().geometry)


def _path(shape: Any) -> str:
    """Return a polygon, or several, as the path of an SVG, every ring closed."""
    parts = getattr(shape, "geoms", [shape])
    return "".join(
        _ring(ring.coords) for part in parts for ring in (part.exterior, *part.interiors)
    )


def _ring(points: Iterable[tuple[float, ...]]) -> str:
    written = [f"{x:.1f} {y:.1f}" for x, y in (_place(*point[:2]) for point in points)]
    return f"M{'L'.join(dict.fromkeys(written))}Z"
