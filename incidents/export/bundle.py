"""A zip of rows, manifest, citations and licences, of which every byte can be verified."""

from __future__ import annotations

import hashlib
import json
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents.citation import bibtex, bibtex_view, cite, cite_view
from incidents.export.about import About, describe
from incidents.export.columns import COLUMNS, read_records
from incidents.export.csv import to_csv

if TYPE_CHECKING:
    import pandas as pd

MANIFEST = "manifest.json"
PARTS = ("rows.csv", "CITATION.txt", "citation.bib", "LICENCES.txt")
SEAL = "manifest_sha256"
FIXED_TIME = (2000, 1, 1, 0, 0, 0)
ON_UNIX = 3


def to_bundle(rows: pd.DataFrame, about: About) -> bytes:
    """The rows as a zip: rows.csv, CITATION.txt, citation.bib, LICENCES.txt, manifest.json.

    Parts are stored uncompressed with constant times, so equal rows give equal bytes and
    `verify_bundle` can account for each of them.
    """
    records = read_records(rows)
    version = about.dataset_version
    citations = [cite_view(about), "", *(cite(record, version) for record in records)]
    entries = [bibtex_view(about), *(bibtex(record, version) for record in records)]
    parts = {
        "rows.csv": to_csv(rows),
        "CITATION.txt": _lines(citations),
        "citation.bib": _lines(entries),
        "LICENCES.txt": _lines(about.licences),
    }
    return pack({**parts, MANIFEST: manifest(parts, about)})


def manifest(parts: dict[str, bytes], about: About) -> bytes:
    """The manifest as JSON: what was exported, and the SHA-256 of every part and of itself."""
    facts = {**describe(about), "columns": COLUMNS, "parts": _digests(parts)}
    return _sealed(facts)


def pack(parts: dict[str, bytes]) -> bytes:
    """A zip of the parts in the order given; the same parts always give the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.create_system = ON_UNIX
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()


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


def _digests(parts: dict[str, bytes]) -> dict[str, dict[str, object]]:
    return {
        name: {"sha256": digest(content), "bytes": len(content)} for name, content in parts.items()
    }


def _lines(texts: list[str]) -> bytes:
    return ("\n".join(text.rstrip("\n") for text in texts) + "\n").encode("utf-8", "replace")
