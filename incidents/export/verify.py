"""Whether a bundle is byte for byte as it was written, and which part is not."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO, Any

from incidents.export.bundle import MANIFEST, PARTS, Part, pack, sealed_as_written

LOCAL_HEADER = 30
CENTRAL_HEADER = 46
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, OSError,
    OverflowError, RuntimeError, ValueError, struct.error,
)  # fmt: skip
LARGEST_MANIFEST = 1 << 24
ORDER = (*PARTS, MANIFEST)


def find_faults(path: Path) -> list[str]:
    """The faults of the bundle at `path`, worst part first; empty if there are none."""
    try:
        with path.open("rb") as file:
            return _find_in(file, path.name)
    except OSError as problem:
        return [f"{path.name}: cannot be opened ({problem.strerror or problem})."]


def _find_in(file: IO[bytes], name: str) -> list[str]:
    try:
        archive = zipfile.ZipFile(file)
    except UNREADABLE as problem:
        return [f"{name}: not a readable zip ({problem}); get the bundle again."]
    faults, parts = _read_parts(archive)
    faults += _compare(parts) if MANIFEST in parts else []
    return faults or _compare_archive(file, name, parts)


def _read_parts(archive: zipfile.ZipFile) -> tuple[list[str], dict[str, Part]]:
    """What cannot be read, is missing or does not belong, and the parts that could be read."""
    found = [entry.filename for entry in archive.infolist()]
    faults = [f"{one}: missing from the bundle." for one in ORDER if one not in found]
    faults += [f"{_shown(one)}: does not belong in a bundle." for one in found if one not in ORDER]
    faults += [f"{one}: stands twice in the bundle." for one in ORDER if found.count(one) > 1]
    parts = {}
    for name in (one for one in ORDER if one in found):
        part = _read_part(archive, name)
        if part is None:
            faults.append(f"{name}: damaged, its checksum in the zip does not fit.")
        else:
            parts[name] = part
    return faults, parts


def _shown(name: str) -> str:
    """A name from the archive on one line, as far as it can be printed."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name[:200])


def _read_part(archive: zipfile.ZipFile, name: str) -> Part | None:
    """A part read through once; None if it is damaged or claims to unpack to far more than it is.

    Of the manifest the content is kept, of the others what is needed to tell them apart.
    """
    entry = archive.getinfo(name)
    packed = entry.compress_type != zipfile.ZIP_STORED
    if packed and entry.file_size > 200 * entry.compress_size:
        return None
    if name == MANIFEST and entry.file_size > LARGEST_MANIFEST:
        return None
    try:
        if name == MANIFEST:
            return Part.of_bytes(archive.read(name))
        return Part.of_file(archive.open(name))
    except UNREADABLE:
        return None


def _compare(parts: dict[str, Part]) -> list[str]:
    """The parts that are not what the manifest says of them."""
    facts = sealed_as_written(parts[MANIFEST].file.read())
    if facts is None:
        return [f"{MANIFEST}: altered, it does not fit its own checksum."]
    said = facts.get("parts", {})
    return [
        f"{name}: altered, its SHA-256 is not the one in {MANIFEST}."
        for name in PARTS
        if name in parts and parts[name].sha256 != said.get(name, {}).get("sha256")
    ]


def _compare_archive(file: IO[bytes], name: str, parts: dict[str, Part]) -> list[str]:
    """With all parts intact: whether the zip around them is as written."""
    mirror = _Mirror(file)
    pack({one: parts[one] for one in ORDER}, mirror)  # type: ignore[arg-type]
    size = file.seek(0, io.SEEK_END)
    if size != mirror.size:
        return [f"{name}: packed anew or added to, though its parts are as written."]
    if not mirror.faults:
        return []
    owner = _owner(min(mirror.faults.values()), parts) or name
    return [f"{owner}: its entry in the zip was altered."]


class _Mirror(io.RawIOBase):
    """A file that holds nothing: what is written to it is compared with what another file holds.

    `faults` has, by place of a write, the place of its first byte that differs; a later write at
    the same place (the zip states sizes once they are known) stands for the earlier.
    """

    def __init__(self, other: IO[bytes]) -> None:
        self.other, self.place, self.size = other, 0, 0
        self.faults: dict[int, int] = {}

    def write(self, content: Any) -> int:
        self.other.seek(self.place)
        found = self.other.read(len(content))
        self.faults.pop(self.place, None)
        if found != content:
            self.faults[self.place] = self.place + _first_difference(found, content)
        self.place += len(content)
        self.size = max(self.size, self.place)
        return len(content)

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        self.place = place + {io.SEEK_SET: 0, io.SEEK_CUR: self.place}.get(whence, self.size)
        return self.place

    def tell(self) -> int:
        return self.place

    def seekable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True


def _first_difference(found: bytes, wanted: bytes) -> int:
    pairs = enumerate(zip(found, wanted, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(found), len(wanted)))


def _owner(place: int, parts: dict[str, Part]) -> str | None:
    """The part whose header, content or directory entry holds the byte at `place`."""
    ends = [(name, LOCAL_HEADER + len(name) + parts[name].size) for name in ORDER]
    ends += [(name, CENTRAL_HEADER + len(name)) for name in ORDER]
    end = 0
    for name, length in ends:
        end += length
        if place < end:
            return name
    return None
