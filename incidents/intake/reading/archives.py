"""Packed files: what kind a zip is, that it stays within the limits, and the one file to read."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import PurePosixPath

from incidents.intake.errors import IntakeError
from incidents.intake.limits import LIMITS, MB, check_unpacked
from incidents.intake.said import cause_of, to_say

TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", ".geojson", ".gpkg", ".kml", ".kmz", ".parquet")
PERHAPS_TABLES = (".json", ".txt", ".tab")
PACKED = to_say("file_faults.the_packed_file")
OUTSIDE = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|\x00")


def open_zip(data: bytes) -> zipfile.ZipFile:
    """Return an opened zip whose members are few, small together, unencrypted, and stay inside.

    Nothing is ever unpacked to disk. Raises IntakeError with the member that breaks a rule.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
        raise damaged(fault) from fault
    members = archive.infolist()
    if len(members) > LIMITS.zip_members:
        many = {"what": PACKED, "count": len(members), "limit": LIMITS.zip_members}
        raise IntakeError(to_say("format_faults.too_many_members", **many))
    for member in members:
        _check_member(member)
    check_unpacked(sum(member.file_size for member in members), PACKED)
    return archive


def _check_member(member: zipfile.ZipInfo) -> None:
    if OUTSIDE.search(member.filename) or OUTSIDE.search(member.orig_filename):
        path = member.filename[:80]
        raise IntakeError(to_say("format_faults.outside_path", what=PACKED, path=path))
    if member.flag_bits & 0x1:
        raise IntakeError(to_say("format_faults.locked", what=PACKED))


def damaged(fault: BaseException) -> IntakeError:
    """Return what to raise for a packed file that cannot be opened."""
    return IntakeError(to_say("format_faults.packed_damaged", fault=cause_of(fault)))


def unpack(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the bytes of one member, at most as many as the limits allow."""
    most = LIMITS.unpacked_megabytes * MB
    try:
        with archive.open(name) as member:
            content = member.read(most + 1)
    except KeyError:
        raise IntakeError(to_say("format_faults.part_missing", name=name[:80])) from None
    except Exception as fault:  # noqa: BLE001 - zlib, lzma and bz2 each raise their own
        raise damaged(fault) from fault
    check_unpacked(len(content), to_say("file_faults.the_part", name=name[:80]))
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
            found = {"count": len(tables), "names": named}
            raise IntakeError(to_say("format_faults.several_tables", **found))
    raise IntakeError(to_say("format_faults.no_table"))


def choose_kml(archive: zipfile.ZipFile) -> str:
    """Return the name of the KML to show in a KMZ: doc.kml, else the first one."""
    names = [member.filename for member in archive.infolist()]
    inside = [name for name in names if name.lower().endswith(".kml")]
    return next((name for name in inside if name.lower() == "doc.kml"), inside[0])
