"""XLSX sheets as rows of text: saved values only; formulas, links and macros are never touched."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any

from incidents.intake.errors import IntakeError
from incidents.intake.reading.archives import damaged, unpack
from incidents.intake.reading.cells import Book, read_cells
from incidents.intake.reading.number_formats import is_date_format
from incidents.intake.reading.xml_events import parse_xml
from incidents.intake.said import Words, to_say
from incidents.intake.table import Lines

WANTED = ("incidents", "data", "events", "사건")
NOTES = {
    "xl/vbaProject.bin": to_say("file_notes.macros"),
    "xl/externalLinks/": to_say("file_notes.workbook_links"),
    "xl/embeddings/": to_say("file_notes.embedded"),
    "xl/connections.xml": to_say("file_notes.connections"),
}


def read(archive: zipfile.ZipFile, sheet: str | None = None) -> Lines:
    """Return the rows of one sheet: the one named, one called Incidents, else the first with cells.

    Days come as ISO text, other values as saved. Raises IntakeError for a damaged workbook, an
    unknown sheet, and XML that declares entities.
    """
    sheets, base1904 = _sheets(archive)
    name = _choose(archive, sheets, sheet)
    book = Book(_strings(archive), _date_styles(archive), base1904)
    notes: list[Words] = [
        text
        for part, text in NOTES.items()
        if any(one.startswith(part) for one in archive.namelist())
    ]
    return Lines(
        kind="XLSX",
        rows=_rows(archive, sheets[name], book, notes),
        sheet=name,
        sheets=tuple(sheets),
        notes=notes,
        from_1904=base1904,
    )


def _rows(
    archive: zipfile.ZipFile, part: str, book: Book, notes: list[Words]
) -> Iterator[list[str]]:
    try:
        with archive.open(part) as stream:
            yield from read_cells(stream, book)
    except (zipfile.BadZipFile, OSError, EOFError, KeyError) as fault:
        raise damaged(fault) from fault
    if book.formulas:
        notes.append(to_say("file_notes.formulas", count=book.formulas))
    if book.unsaved:
        notes.append(to_say("file_notes.unsaved", count=book.unsaved))


def _sheets(archive: zipfile.ZipFile) -> tuple[dict[str, str], bool]:
    """Visible sheets by name with the part that holds them, and whether days count from 1904."""
    targets = _targets(archive)
    found: dict[str, str] = {}
    base1904 = False

    def start(name: str, marks: dict[str, str]) -> None:
        nonlocal base1904
        if name == "workbookPr":
            base1904 = marks.get("date1904", "0").lower() in ("1", "true")
        elif name == "sheet" and marks.get("state", "visible") == "visible":
            part = targets.get(marks.get("id", ""))
            if part:
                found[marks.get("name", f"Sheet{len(found) + 1}")[:100]] = part

    parse_xml(unpack(archive, "xl/workbook.xml"), start)
    if not found:
        raise IntakeError(to_say("format_faults.no_sheet"))
    return found, base1904


def _targets(archive: zipfile.ZipFile) -> dict[str, str]:
    targets: dict[str, str] = {}
    parts = set(archive.namelist())

    def start(name: str, marks: dict[str, str]) -> None:
        target = marks.get("Target", "")
        if name == "Relationship" and marks.get("TargetMode", "Internal") == "Internal":
            part = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
            if part in parts:
                targets[marks.get("Id", "")] = part

    parse_xml(unpack(archive, "xl/_rels/workbook.xml.rels"), start)
    return targets


def _choose(archive: zipfile.ZipFile, sheets: dict[str, str], sheet: str | None) -> str:
    if sheet is not None:
        if sheet not in sheets:
            known = ", ".join(f"'{name}'" for name in sheets)[:300]
            raise IntakeError(to_say("format_faults.no_such_sheet", name=sheet[:80], known=known))
        return sheet
    for name in sheets:
        if name.strip().lower() in WANTED:
            return name
    return next((name for name in sheets if _has_cells(archive, sheets[name])), next(iter(sheets)))


def _has_cells(archive: zipfile.ZipFile, part: str) -> bool:
    try:
        with archive.open(part) as stream:
            return b"<v" in (start := stream.read(400_000)) or b"<is" in start or b":v>" in start
    except (zipfile.BadZipFile, OSError, EOFError) as fault:
        raise damaged(fault) from fault


def _strings(archive: zipfile.ZipFile) -> list[str]:
    """The shared strings by number; phonetic guides are left out."""
    strings: list[str] = []
    if "xl/sharedStrings.xml" not in archive.namelist():
        return strings
    parts: list[str] = []
    state: dict[str, Any] = {"text": False, "guide": 0}

    def start(name: str, marks: dict[str, str]) -> None:
        if name == "si":
            parts.clear()
        state["guide"] += name == "rPh"
        state["text"] = name == "t" and not state["guide"]

    def end(name: str) -> None:
        state["guide"] -= name == "rPh"
        state["text"] = False
        if name == "si":
            strings.append("".join(parts))

    def text(piece: str) -> None:
        if state["text"]:
            parts.append(piece)

    parse_xml(unpack(archive, "xl/sharedStrings.xml"), start, end, text)
    return strings


def _date_styles(archive: zipfile.ZipFile) -> frozenset[str]:
    """Numbers of the cell styles that show a number as a day."""
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    formats: dict[str, str] = {}
    styles: list[str] = []
    inside: list[str] = []

    def start(name: str, marks: dict[str, str]) -> None:
        if name == "numFmt":
            formats[marks.get("numFmtId", "")] = marks.get("formatCode", "")
        elif name == "xf" and inside[-1:] == ["cellXfs"]:
            styles.append(marks.get("numFmtId", "0"))
        inside.append(name)

    parse_xml(unpack(archive, "xl/styles.xml"), start, lambda name: inside.pop())
    return frozenset(
        str(at) for at, number in enumerate(styles) if is_date_format(number, formats.get(number))
    )
