"""Whether a bundle is byte for byte as it was written, and which part is not."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from pathlib import Path

from incidents.export.bundle import MANIFEST, PARTS, digest, pack, sealed_as_written

LOCAL_HEADER = 30
CENTRAL_HEADER = 46
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, OSError,
    RuntimeError, ValueError,
)  # fmt: skip
LARGEST_PART = 4 * 1024**3


def find_faults(path: Path) -> list[str]:
    """The faults of the bundle at `path`, worst part first; empty if there are none."""
    try:
        with zipfile.ZipFile(path) as archive:
            faults, parts = _read_parts(archive)
    except OSError as problem:
        return [f"{path.name}: cannot be opened ({problem.strerror or problem})."]
    except UNREADABLE as problem:
        return [f"{path.name}: not a readable zip ({problem}); get the bundle again."]
    faults += _compare(parts) if MANIFEST in parts else []
    return faults or _compare_archive(path, parts)


def _read_parts(archive: zipfile.ZipFile) -> tuple[list[str], dict[str, bytes]]:
    """What cannot be read, is missing or does not belong, and the parts that could be read."""
    expected = (*PARTS, MANIFEST)
    found = [entry.filename for entry in archive.infolist()]
    faults = [f"{one}: missing from the bundle." for one in expected if one not in found]
    faults += [f"{one}: does not belong in a bundle." for one in found if one not in expected]
    faults += [f"{one}: stands twice in the bundle." for one in expected if found.count(one) > 1]
    parts = {}
    for name in (one for one in expected if one in found):
        content = _read_part(archive, name)
        if content is None:
            faults.append(f"{name}: damaged, its checksum in the zip does not fit.")
        else:
            parts[name] = content
    return faults, parts


def _read_part(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of a part; None if it is damaged or claims to unpack to far more than it is."""
    entry = archive.getinfo(name)
    packed = entry.compress_type != zipfile.ZIP_STORED
    if entry.file_size > (min(LARGEST_PART, 200 * entry.compress_size) if packed else LARGEST_PART):
        return None
    try:
        return archive.read(name)
    except UNREADABLE:
        return None


def _compare(parts: dict[str, bytes]) -> list[str]:
    """The parts that are not what the manifest says of them."""
    facts = sealed_as_written(parts[MANIFEST])
    if facts is None:
        return [f"{MANIFEST}: altered, it does not fit its own checksum."]
    said = facts.get("parts", {})
    return [
        f"{name}: altered, its SHA-256 is not the one in {MANIFEST}."
        for name in PARTS
        if name in parts and digest(parts[name]) != said.get(name, {}).get("sha256")
    ]


def _compare_archive(path: Path, parts: dict[str, bytes]) -> list[str]:
    """With all parts intact: whether the zip around them is as written."""
    written = pack({name: parts[name] for name in (*PARTS, MANIFEST)})
    actual = path.read_bytes()
    if actual == written:
        return []
    if len(actual) != len(written):
        return [f"{path.name}: packed anew or added to, though its parts are as written."]
    place = next(at for at, byte in enumerate(written) if byte != actual[at])
    return [f"{_owner(place, parts) or path.name}: its entry in the zip was altered."]


def _owner(place: int, parts: dict[str, bytes]) -> str | None:
    """The part whose header, content or directory entry holds the byte at `place`."""
    names = (*PARTS, MANIFEST)
    ends = [(name, LOCAL_HEADER + len(name) + len(parts[name])) for name in names]
    ends += [(name, CENTRAL_HEADER + len(name)) for name in names]
    end = 0
    for name, length in ends:
        end += length
        if place < end:
            return name
    return None
