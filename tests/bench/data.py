"""The data of a measurement: the embedded incidents, or so many made-up ones in a store."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figure import ROOT, embedded_rows

KEPT = "ATLAS_BENCH_STORES"  # a folder in which stores are kept from one run to the next


@dataclass(frozen=True, slots=True)
class Data:
    """`rows` incidents; `address` is that of their store, "" for the embedded ones."""

    rows: int
    address: str = ""


def data_of(rows: int) -> Data:
    """The data with about so many rows: the embedded up to 500, else a store made if need be."""
    if rows <= max(500, embedded_rows()):
        return Data(embedded_rows())
    store = _folder() / f"{rows}.duckdb"
    if not store.is_file():
        print(f"making {rows:,} incidents in {store}", file=sys.stderr, flush=True)
        command = [sys.executable, "-m", "incidents", "synthesize", str(rows), str(store)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return Data(rows, str(store))


def _folder() -> Path:
    given = os.environ.get(KEPT)
    folder = Path(given) if given else Path(tempfile.gettempdir()) / "crackdown-atlas-bench"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
