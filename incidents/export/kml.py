"""KML for Google Earth: districts shaded by count, incidents listed by type, text only."""

from __future__ import annotations

import html
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, BinaryIO

from incidents.citation import web_address
from incidents.dates import in_words
from incidents.export.about import CAVEAT, TITLE, About, describe_lines
from incidents.export.chunks import records
from incidents.export.columns import Record, as_sentence, clean_for_xml
from incidents.export.kml_styles import add_styles, shade
from incidents.export.spots import Point, Tally, find_spot, read_provinces, unit_points
from incidents.record import AGENCIES, EVENT_TYPES
from incidents.words import speaking

if TYPE_CHECKING:
    import geopandas as gpd
    import pyarrow as pa

DECLARATION = b"<?xml version='1.0' encoding='UTF-8'?>\n"
SPOOLED = 1 << 20  # bytes of placemarks of one type in memory, more on disk
NAMESPACE = "http://www.opengis.net/kml/2.2"
DISTRICT_LEVEL = (
    "Every incident is known to its district at best: points stand inside the district or "
    "province, not at the place of the incident, and carry no pin."
)


def write_kml(stream: Iterable[pa.Table], about: About, out: BinaryIO) -> None:
    """Write KML 2.2 (lon/lat, WGS 84), UTF-8.

    Folders: districts as polygons shaded by reports, provinces with the reports that name no
    district, and one placemark per incident in a folder per event type, all columns in
    ExtendedData. Descriptions are escaped plain text; only http(s) addresses are offered.
    Folders and counts come before the incidents, which wait in temporary files until all are
    counted.
    """
    tally = Tally()
    with ExitStack() as stack:
        kinds: dict[str, _Kind] = {}
        for record in records(stream):
            kind = record["event_type"]
            if kind not in kinds:
                kinds[kind] = _Kind(stack.enter_context(SpooledTemporaryFile(SPOOLED)))
            kinds[kind].add(tally.add(record))
        start, end = _around(tally, about)
        out.write(start)
        for event_type, kind_of_it in kinds.items():
            kind_of_it.write(EVENT_TYPES.get(event_type, event_type), out)
        out.write(end)


class _Kind:
    """The placemarks of one event type, in order, in a file of their own."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.count = file, 0

    def add(self, record: Record) -> None:
        self.file.write(_serialise(_incident(record)))
        self.count += 1

    def write(self, label: str, out: BinaryIO) -> None:
        folder = ET.Element("Folder")
        add(folder, "name", f"{label} ({self.count})")
        out.write(_serialise(folder).removesuffix(b"</Folder>"))
        self.file.seek(0)
        copyfileobj(self.file, out, 1 << 20)
        out.write(b"</Folder>")


def _around(tally: Tally, about: About) -> tuple[bytes, bytes]:
    """The document before and after the incidents."""
    from geo.boundaries import read_districts

    root = ET.Element("kml", xmlns=NAMESPACE)
    document = add(root, "Document")
    add(document, "name", TITLE)
    describe(document, [DISTRICT_LEVEL, *(f"{key}: {text}" for key, text in describe_lines(about))])
    add_styles(document)
    _add_districts(document, read_districts(), tally.by_district)
    _add_provinces(document, read_provinces(), tally.by_province)
    _add_folder(document, "Reported incidents by type (district-level)")
    end = b"</Folder></Document></kml>"
    return DECLARATION + _serialise(root).removesuffix(end), end


def add(parent: ET.Element, tag: str, text: str = "") -> ET.Element:
    """A new child element holding `text`, with what XML forbids replaced."""
    element = ET.SubElement(parent, tag)
    element.text = clean_for_xml(text) or None
    return element


def describe(parent: ET.Element, lines: list[str]) -> None:
    """A description: Google Earth reads it as HTML, so the text is escaped once for that."""
    escaped = html.escape("\n".join(lines), quote=False).replace("$", "&#36;")
    add(parent, "description", escaped)


def _serialise(element: ET.Element) -> bytes:
    """UTF-8 bytes; carriage returns in texts survive XML's own line-end rule."""
    return ET.tostring(element, encoding="unicode").replace("\r", "&#13;").encode("utf-8")


def _add_folder(parent: ET.Element, name: str) -> ET.Element:
    folder = add(parent, "Folder")
    add(folder, "name", name)
    return folder


def _add_districts(parent: ET.Element, units: gpd.GeoDataFrame, reports: Counter[str]) -> None:
    folder = _add_folder(parent, "Districts shaded by reports")
    silent = _add_folder(parent, "Districts without reports")
    for unit in units.itertuples():
        count = reports[unit.id]
        said = f"Reports that name this district: {count}." if count else "No reports."
        style = shade(count) if count else "silent"
        _add_unit(folder if count else silent, unit, count, said, style)


def _add_provinces(parent: ET.Element, units: gpd.GeoDataFrame, reports: Counter[str]) -> None:
    folder = _add_folder(parent, "Provinces: reports that name no district")
    for unit in units.itertuples():
        count = reports[unit.id]
        said = f"Reports that name this province but none of its districts: {count}."
        _add_unit(folder, unit, count, said, "province" if count else "silent")


def _add_unit(parent: ET.Element, unit: object, count: int, said: str, style: str) -> None:
    """A placemark of one polygon, named and with its count."""
    name, shape, unit_id = unit.name, unit.geometry, unit.id  # type: ignore[attr-defined]
    mark = add(parent, "Placemark")
    add(mark, "name", f"{name}: {count}" if count else str(name))
    describe(mark, [f"{name}.", said, CAVEAT])
    add(mark, "styleUrl", f"#{style}")
    _add_data(mark, {"unit": unit_id, "reports": count or ""})
    parts = add(mark, "MultiGeometry")
    _add_point(parts, unit_points()[unit_id])
    for polygon in getattr(shape, "geoms", [shape]):
        outline = add(parts, "Polygon")
        _add_ring(outline, "outerBoundaryIs", polygon.exterior.coords)
        for hole in polygon.interiors:
            _add_ring(outline, "innerBoundaryIs", hole.coords)


def _add_ring(parent: ET.Element, tag: str, points: list[Point]) -> None:
    ring = add(add(parent, tag), "LinearRing")
    add(ring, "coordinates", " ".join(f"{lon:.5f},{lat:.5f}" for lon, lat, *_ in points))


def _add_point(parent: ET.Element, point: Point) -> None:
    add(add(parent, "Point"), "coordinates", f"{point[0]},{point[1]}")


def _add_data(parent: ET.Element, cells: Record) -> None:
    """ExtendedData: one entry per known cell; an unknown one has none."""
    data = add(parent, "ExtendedData")
    for name, cell in cells.items():
        if cell not in ("", None):
            entry = add(data, "Data")
            entry.set("name", name)
            add(entry, "value", str(cell))


def _incident(record: Record) -> ET.Element:
    """The placemark of one incident."""
    spot = find_spot(record)
    mark = ET.Element("Placemark")
    add(mark, "name", record["title"] or record["id"])
    add(mark, "Snippet").set("maxLines", "0")
    describe(mark, _incident_lines(record, spot.means))
    if record["date_start"] and record["date_end"]:
        span = add(mark, "TimeSpan")
        add(span, "begin", str(record["date_start"]))
        add(span, "end", str(record["date_end"]))
    add(mark, "styleUrl", "#incident")
    _add_data(mark, record)
    if spot.points:
        shape = add(mark, "MultiGeometry") if len(spot.points) > 1 else mark
        for point in spot.points:
            _add_point(shape, point)
    return mark


@speaking("en")  # a file reads the same whoever had it written
def _incident_lines(record: Record, means: str) -> list[str]:
    first, last = record["date_start"], record["date_end"]
    agencies = [AGENCIES.get(one, one) for one in record["agency"].split(";") if one]
    said = {
        "When": f"{in_words(first, last)} ({record['edtf']})" if first and last else "",
        "Where": ", ".join(filter(None, (record["district"], record["province_name"]))),
        "Drawn at": means or "no point: the place is known for the country only",
        "Type": EVENT_TYPES.get(record["event_type"], record["event_type"]),
        "Agency": ", ".join(agencies),
        "Source": ", ".join(filter(None, (record["outlet"], record["source_title"]))),
        "Record": record["id"],
        "Link": web_address(record["source_url"]),
    }
    lines = [f"{label}: {text}" for label, text in said.items() if text]
    return [as_sentence(line) for line in (record["title"], record["summary"]) if line] + lines
