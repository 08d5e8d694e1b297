"""A zip of rows, manifest, citations and licences, of which every byte can be verified."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, BinaryIO

from incidents.citation import bibtex, bibtex_view, cite, cite_view
from incidents.export.about import About, describe
from incidents.export.chunks import records
from incidents.export.columns import COLUMNS
from incidents.export.csv import write_head
from incidents.export.lines import as_lines
from incidents.export.target import Sink

if TYPE_CHECKING:
    import pyarrow as pa

MANIFEST = "manifest.json"
PARTS = ("rows.csv", "CITATION.txt", "citation.bib", "LICENCES.txt")
SEAL = "manifest_sha256"
FIXED_TIME = (2000, 1, 1, 0, 0, 0)
ON_UNIX = 3
PAGE = 1 << 20  # bytes read and written at a time


def write_bundle(stream: Iterable[pa.Table], about: About, out: BinaryIO) -> None:
    """Write a zip: rows.csv, CITATION.txt, citation.bib, LICENCES.txt, manifest.json.

    Parts are stored uncompressed with constant times, so equal rows give equal bytes and
    `verify_bundle` can account for each of them. The zip states the size of a part before it,
    so the parts wait in temporary files.
    """
    with ExitStack() as stack:
        files = {name: stack.enter_context(TemporaryFile()) for name in PARTS}
        _write_parts(stream, about, files)
        parts = {name: Part.of_file(file) for name, file in files.items()}
        pack({**parts, MANIFEST: Part.of_bytes(manifest(parts, about))}, out)


def _write_parts(stream: Iterable[pa.Table], about: About, files: Mapping[str, IO[bytes]]) -> None:
    version = about.dataset_version
    rows, text, bib, licences = (files[name] for name in PARTS)
    text.write(_lines([cite_view(about), ""]))
    bib.write(_lines([bibtex_view(about)]))
    licences.write(_lines(about.licences))
    write_head(rows)
    for table in stream:
        rows.write(as_lines(table))
        for record in records([table]):
            text.write(_lines([cite(record, version)]))
            bib.write(_lines([bibtex(record, version)]))


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bundle: its bytes in an open file, how many, and their SHA-256."""

    file: IO[bytes]
    size: int
    sha256: str

    @classmethod
    def of_file(cls, file: IO[bytes]) -> Part:
        """The part a file holds from its start to its end."""
        file.seek(0)
        known = hashlib.sha256()
        while content := file.read(PAGE):
            known.update(content)
        size = file.tell()
        file.seek(0)
        return cls(file, size, known.hexdigest())

    @classmethod
    def of_bytes(cls, content: bytes) -> Part:
        """The part with this content."""
        return cls.of_file(BytesIO(content))


def manifest(parts: Mapping[str, Part], about: About) -> bytes:
    """The manifest as JSON: what was exported, and the SHA-256 of every part and of itself."""
    said = {name: {"sha256": part.sha256, "bytes": part.size} for name, part in parts.items()}
    return _sealed({**describe(about), "columns": COLUMNS, "parts": said})


def pack(parts: Mapping[str, Part], out: IO[bytes]) -> None:
    """Write a zip of the parts in the order given; the same parts always give the same bytes."""
    with Sink(out) as sink, zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.create_system = ON_UNIX
            entry.external_attr = 0o644 << 16
            entry.file_size = part.size
            part.file.seek(0)
            with archive.open(entry, "w") as into:
                shutil.copyfileobj(part.file, into, PAGE)


def digest(content: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def sealed_as_written(content: bytes) -> dict[str, Any] | None:
    """The facts of a manifest, or None if any byte of it is not as `manifest` wrote it."""
    try:
        facts = json.loads(content.decode("utf-8"))
        rest = {key: value for key, value in facts.items() if key != SEAL}
    except (ValueError, AttributeError, RecursionError):
        return None
    return facts if _sealed(rest) == content else None


def verify_bundle(path: Path | str) -> list[str]:
    """What is wrong with a bundle, one sentence per part, each starting with its file name.

    An empty list means that every byte is as it was written. It finds damage and careless
    changes; one who rewrites the manifest too can only be found by comparing
    `dataset_version` and the bundle's own SHA-256 with a copy from elsewhere.
    """
    from incidents.export.verify import find_faults

    return find_faults(Path(path))


def _sealed(facts: dict[str, Any]) -> bytes:
    seal = digest(_json(facts))
    return _json({**facts, SEAL: seal})


def _json(facts: dict[str, Any]) -> bytes:
    return (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _lines(texts: list[str]) -> bytes:
    return ("\n".join(text.rstrip("\n") for text in texts) + "\n").encode("utf-8", "replace")
