"""From the bytes of a file to a table of text: what it really is, within limits, never run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from incidents.intake.errors import IntakeError
from incidents.intake.limits import check_size
from incidents.intake.said import to_say
from incidents.intake.signs import readable
from incidents.intake.table import Lines, Table, build, name_kind

PICTURE, PROGRAM = to_say("file_faults.is_picture"), to_say("file_faults.is_program")
OTHERS = (
    (b"%PDF", to_say("file_faults.is_pdf")),
    (b"\xd0\xcf\x11\xe0", to_say("file_faults.is_xls")),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"\x1f\x8b", to_say("file_faults.is_packed", program="gzip")),
    (b"7z\xbc\xaf", to_say("file_faults.is_packed", program="7-Zip")),
    (b"Rar!", to_say("file_faults.is_packed", program="RAR")),
    (b"BZh", to_say("file_faults.is_packed", program="bzip2")),
    (b"\xfd7zXZ", to_say("file_faults.is_packed", program="xz")),
    (b"\x7fELF", PROGRAM),
    (b"MZ", PROGRAM),
)
ENDINGS = {
    ".csv": "CSV", ".tsv": "CSV", ".xlsx": "XLSX", ".xlsm": "XLSX", ".geojson": "GeoJSON",
    ".gpkg": "GeoPackage", ".kml": "KML", ".kmz": "KMZ", ".parquet": "Parquet", ".zip": "zip",
}  # fmt: skip


def read(
    data: bytes,
    name: str = "",
    sheet: str | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Table:
    """Return a file as a table of text cells; what it is is told from its bytes, not its name.

    `sheet` chooses a sheet of a workbook or a layer of a GeoPackage. Raises IntakeError with one
    sentence for what cannot be read, Cancelled if the reader stops.
    """
    check_size(len(data))
    lines = open_lines(data, sheet)
    _note_false_name(lines, name)
    return build(lines, cancelled)


def open_lines(data: bytes, sheet: str | None = None, *, packed: bool = False) -> Lines:
    """Return what the right reader finds in the bytes; `packed`: they come out of a zip."""
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _open_zip(data, sheet, packed)
    if data.startswith(b"SQLite format 3\x00"):
        from incidents.intake.reading import geopackage

        return geopackage.read(data, sheet)
    if data.startswith(b"PAR1"):
        from incidents.intake.reading import parquet

        return parquet.read(data)
    for mark, words in OTHERS:
        if data.startswith(mark) and not _is_plain(data[:64]):
            raise IntakeError(words)
    return _open_text(data, start)


def _is_plain(start: bytes) -> bool:
    """Whether some bytes are printable ASCII, as in a CSV whose first column is called MZ."""
    return all(32 <= byte < 127 or byte in b"\t\r\n" for byte in start) and start[:4] != b"%PDF"


def _open_text(data: bytes, start: bytes) -> Lines:
    if start[:1] in (b"{", b"["):
        from incidents.intake.reading import geojson

        return geojson.read(data)
    if start[:1] == b"<":
        if start[:9].lower().startswith((b"<!doctype", b"<html")) and b"html" in start.lower():
            raise IntakeError(to_say("file_faults.is_web_page"))
        from incidents.intake.reading import kml

        return kml.read(data)
    from incidents.intake.reading import delimited

    return delimited.read(data)


def _open_zip(data: bytes, sheet: str | None, packed: bool) -> Lines:
    from incidents.intake.reading import archives

    archive = archives.open_zip(data)
    kind = archives.kind_of(archive)
    if kind == "xlsx":
        from incidents.intake.reading import workbook

        return workbook.read(archive, sheet)
    if kind == "ods":
        raise IntakeError(to_say("file_faults.is_ods"))
    if kind == "kmz":
        from incidents.intake.reading import kml

        return kml.read(archives.unpack(archive, archives.choose_kml(archive)), "KMZ")
    if packed:
        raise IntakeError(to_say("format_faults.zip_in_zip"))
    name = archives.choose_member(archive)
    lines = open_lines(archives.unpack(archive, name), sheet, packed=True)
    shown = readable(PurePath(name).name[:80])
    lines.notes.append(to_say("file_notes.from_zip", name=shown))
    return lines


def _note_false_name(lines: Lines, name: str) -> None:
    ending = PurePath(name).suffix.lower()
    expected = ENDINGS.get(ending)
    actual = "CSV" if lines.delimiter else lines.kind
    if expected and expected not in (actual, "zip"):
        kind = name_kind(lines.kind)
        lines.notes.append(to_say("file_notes.false_name", ending=ending, kind=kind))
