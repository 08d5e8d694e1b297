"""KML placemarks as rows: names, times, extended data and points; nothing is followed or run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from incidents.intake.errors import IntakeError
from incidents.intake.limits import check_tree
from incidents.intake.said import Words, cause_of, to_say
from incidents.intake.table import Lines

AREAS = ("Polygon", "LineString", "LinearRing", "Track", "MultiTrack", "Model")
DAYS = {"date_start", "date", "event_date"}
LINKS = ("NetworkLink", "NetworkLinkControl")


def read(data: bytes, kind: str = "KML") -> Lines:
    """Return one row per placemark; those that are shapes without a day are left out and counted.

    Columns: id, name, description, when, begin, end, folder, longitude, latitude (those that occur)
    and the names of the extended data. Raises IntakeError for what is not KML, and for XML that
    declares entities or a document type.
    """
    check_tree(len(data), to_say("file_faults.the_kind", kind=kind))
    root = _parse(data)
    if _local(root) not in ("kml", "Document", "Folder", "Placemark"):
        raise IntakeError(to_say("format_faults.not_kml", root=_local(root)[:40]))
    notes: list[Words] = []
    rows, shapes = _placemarks(root)
    if shapes:
        notes.append(to_say("file_notes.shapes_left", count=shapes))
    if any(_local(element) in LINKS for element in root.iter()):
        notes.append(to_say("file_notes.links"))
    header = list(dict.fromkeys(name for row in rows for name in row))
    if not rows:
        raise IntakeError(to_say("format_faults.no_placemark"))
    cells = ([row.get(name, "") for name in header] for row in rows)
    return Lines(kind=kind, rows=cells, header=header, notes=notes)


def _parse(data: bytes) -> Any:
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        return fromstring(data, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise IntakeError(to_say("format_faults.kml_declares")) from None
    except (ParseError, ValueError, LookupError, RecursionError) as fault:
        raise IntakeError(to_say("format_faults.kml_broken", fault=cause_of(fault))) from fault


def _local(element: Any) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _placemarks(root: Any) -> tuple[list[dict[str, str]], int]:
    rows: list[dict[str, str]] = []
    shapes = 0
    for element, folder in _walk(root):
        row = _row(element, folder)
        if row is None:
            shapes += 1
        else:
            rows.append(row)
    return rows, shapes


def _walk(root: Any) -> Iterator[tuple[Any, str]]:
    """Every placemark with the names of the folders around it, without recursion."""
    stack = [(root, "")]
    while stack:
        element, folder = stack.pop()
        name = _local(element)
        if name == "Placemark":
            yield element, folder
            continue
        if name == "Folder":
            folder = _child_text(element, "name") or folder
        stack.extend((child, folder) for child in reversed(element))


def _child_text(element: Any, name: str) -> str:
    return next((_all_text(child) for child in element if _local(child) == name), "")


def _all_text(element: Any) -> str:
    return "".join(element.itertext()).strip()


def _value(element: Any) -> str:
    values = (child for child in element if _local(child) == "value")
    return next(("".join(value.itertext()) for value in values), "")


def _row(placemark: Any, folder: str) -> dict[str, str] | None:
    """The cells of a placemark; None for a shape without data that name a day."""
    own = {"name": "", "description": "", "when": "", "begin": "", "end": ""}
    data: dict[str, str] = {}
    points: list[str] = []
    has_shape = False
    for element in placemark.iter():
        name = _local(element)
        if name in own:
            own[name] = own[name] or _all_text(element)
        elif name == "Data":
            data[element.get("name", "")] = _value(element)
        elif name == "SimpleData":
            data[element.get("name", "")] = "".join(element.itertext())
        elif name == "Point":
            points.append(_child_text(element, "coordinates"))
        has_shape = has_shape or name in AREAS
    if has_shape and not (own["begin"] or own["when"] or DAYS & set(data)):
        return None
    row = {name: text for name, text in own.items() if text and name not in data}
    row |= {"folder": folder} if folder and "folder" not in data else {}
    row |= _coordinates(points)
    return row | {name: text for name, text in data.items() if name}


def _coordinates(points: list[str]) -> dict[str, str]:
    """Longitude and latitude of a placemark that has exactly one point."""
    parts = points[0].split(",") if len(points) == 1 else []
    if len(parts) < 2:
        return {}
    return {"longitude": parts[0].strip(), "latitude": parts[1].strip()}
