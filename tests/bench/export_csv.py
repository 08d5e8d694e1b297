"""The rows as CSV, from the command line, in s; and what that takes of memory, in MB."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.data import Data
from tests.bench.figure import ROOT, Figure

REPEATS = 3
COPY = """
import sys, duckdb
from incidents.stores.layout import SHOWN
store, out = sys.argv[1:]
columns = ", ".join(f'"{c}"' for c in SHOWN)
with duckdb.connect(store, read_only=True, config={"threads": 2}) as db:
    db.execute(f"COPY (SELECT {columns} FROM incidents ORDER BY position) TO '{out}' (HEADER)")
"""


def take(data: Data) -> Figure:
    """Write all rows; in turn, let DuckDB copy the same rows of the same file."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "rows.csv"
        pairs = [(_export(data, out), _copy(data, out)) for _ in range(REPEATS)]
    return Figure(
        "export_csv",
        data.rows,
        "s",
        runs=[ours for ours, _ in pairs],
        floors=[theirs for _, theirs in pairs],
    )


def take_memory(data: Data) -> Figure:
    """The most that one export holds; the floor is a Python that holds nothing."""
    with tempfile.TemporaryDirectory() as folder:
        command = _exporting(data, Path(folder) / "rows.csv")
        return Figure(
            "export_memory",
            data.rows,
            "MB",
            runs=[_peak(command)],
            floors=[_peak([sys.executable, "-c", ""])],
        )


def _exporting(data: Data, out: Path) -> list[str]:
    store = ["--store", data.address] if data.address else []
    command = [sys.executable, "-m", "incidents", "export", "", "--format", "csv"]
    return [*command, "--out", str(out), *store]


def _export(data: Data, out: Path) -> float:
    return _timed(_exporting(data, out))


def _copy(data: Data, out: Path) -> float:
    if not data.address:
        return _timed([sys.executable, "-c", "import duckdb, pandas"])
    return _timed([sys.executable, "-c", COPY, data.address, str(out)])


def _timed(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def _peak(command: list[str]) -> float:
    """The most memory the command held, in MB: asked of a parent that has no other children."""
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, "
        "stdout=subprocess.DEVNULL); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    asked = [sys.executable, "-c", script, *command]
    said = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return int(said) * 1024 / 1e6
