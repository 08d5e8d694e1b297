"""Packed files: what kind a zip is, that it stays within the limits, and the one file to read."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import PurePosixPath

from incidents.intake.errors import IntakeError
from incidents.intake.limits import LIMITS, MB, check_unpacked

TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", ".geojson", ".gpkg", ".kml", ".kmz", ".parquet")
PERHAPS_TABLES = (".json", ".txt", ".tab")
OUTSIDE = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|\x00")
DAMAGED = "The packed file is damaged and cannot be opened ({}). Save or download it again."


def open_zip(data: bytes, what: str) -> zipfile.ZipFile:
    """Return an opened zip whose members are few, small together, unencrypted, and stay inside.

    Nothing is ever unpacked to disk. Raises IntakeError with the member that breaks a rule.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
        raise IntakeError(DAMAGED.format(fault)) from fault
    members = archive.infolist()
    if len(members) > LIMITS.zip_members:
        raise IntakeError(
            f"{what} holds {len(members):,} files; the limit is {LIMITS.zip_members:,}."
        )
    for member in members:
        _check_member(member, what)
    check_unpacked(sum(member.file_size for member in members), what)
    return archive


def _check_member(member: zipfile.ZipInfo, what: str) -> None:
    if OUTSIDE.search(member.filename) or OUTSIDE.search(member.orig_filename):
        raise IntakeError(
            f"{what} names a path outside itself ('{member.filename[:80]}'); it was not opened. "
            "Pack the file again without paths."
        )
    if member.flag_bits & 0x1:
        raise IntakeError(f"{what} is locked with a password. Save it without one.")


def unpack(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the bytes of one member, at most as many as the limits allow."""
    most = LIMITS.unpacked_megabytes * MB
    try:
        with archive.open(name) as member:
            content = member.read(most + 1)
    except KeyError:
        raise IntakeError(f"The packed file lacks its part '{name[:80]}'; save it again.") from None
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError) as fault:
        raise IntakeError(DAMAGED.format(fault)) from fault
    except Exception as fault:  # noqa: BLE001 - zlib, lzma and bz2 each raise their own
        raise IntakeError(DAMAGED.format(fault)) from fault
    check_unpacked(len(content), f"The part '{name[:80]}'")
    return content


def kind_of(archive: zipfile.ZipFile) -> str:
    """Return "xlsx", "kmz", "ods" or "zip", told from the names of the members."""
    names = {member.filename.lower() for member in archive.infolist()}
    if any(name.startswith("xl/") for name in names) and "[content_types].xml" in names:
        return "xlsx"
    if "mimetype" in names and "content.xml" in names:
        return "ods"
    suffixes = {PurePosixPath(name).suffix for name in names}
    if ".kml" in suffixes and not suffixes & {".csv", ".xlsx", ".geojson", ".gpkg", ".parquet"}:
        return "kmz"
    return "zip"


def choose_member(archive: zipfile.ZipFile) -> str:
    """Return the name of the one table in a zip; IntakeError if there is none or several."""
    files = [
        member.filename
        for member in archive.infolist()
        if not member.is_dir() and not member.filename.startswith("__MACOSX/")
    ]
    for suffixes in (TABLES, PERHAPS_TABLES):
        tables = [name for name in files if PurePosixPath(name.lower()).suffix in suffixes]
        if len(tables) == 1:
            return tables[0]
        if tables:
            named = ", ".join(f"'{name[:60]}'" for name in sorted(tables)[:6])
            raise IntakeError(
                f"The zip holds {len(tables)} tables ({named}); it may hold one. "
                "Unpack it and choose the one to load."
            )
    raise IntakeError(
        "The zip holds no table. It may hold one CSV, XLSX, GeoJSON, GeoPackage, KML, KMZ or "
        "Parquet file."
    )


def choose_kml(archive: zipfile.ZipFile) -> str:
    """Return the name of the KML to show in a KMZ: doc.kml, else the first one."""
    names = [member.filename for member in archive.infolist()]
    inside = [name for name in names if name.lower().endswith(".kml")]
    return next((name for name in inside if name.lower() == "doc.kml"), inside[0])
