"""Memory does not grow with the rows: each format written in a process of its own, and measured."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FEW, MANY = 2_000, 30_000
GROWTH, MOST = 60, 400  # MB
WRITE = """
import re, sys
from pathlib import Path
import pandas as pd
from incidents.dataset import DATA, INCIDENTS
from incidents.export import About, write
from incidents.export.chunks import tables
from incidents.reading import read_incidents

format, rows, path = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
(table,) = tables(read_incidents(DATA / INCIDENTS))
pieces = (table[: min(497, rows - first)] for first in range(0, rows, 497))
write(pieces, format, About(row_count=rows), path)
# Not ru_maxrss: that begins with what the process that started this one held.
held = re.search(r"VmHWM:\\s+([0-9]+)", Path("/proc/self/status").read_text())[1]
print(int(held) // 1024, path.stat().st_size)
"""


def measure(format: str, rows: int, folder: Path) -> tuple[int, int]:
    """The most memory the process took, in MB, and the size of the file in bytes."""
    asked = [sys.executable, "-c", WRITE, format, str(rows), str(folder / "rows")]
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    most, size = said.stdout.split()
    return int(most), int(size)


@pytest.mark.parametrize("format", ["csv", "csv-excel", "geojson", "kml", "parquet", "bundle"])
def test_fifteen_times_the_rows_take_no_more_memory(tmp_path, format):
    """The file grows fifteenfold, the process by a chunk of rows at most."""
    few, small = measure(format, FEW, tmp_path)
    many, large = measure(format, MANY, tmp_path)
    assert many < MOST
    assert many - few < GROWTH
    assert format == "parquet" or large > 10 * small


@pytest.mark.parametrize("format", ["xlsx", "gpkg"])
def test_slow_formats_take_no_more_memory_either(tmp_path, format):
    """The same for five times the rows."""
    few, _ = measure(format, FEW, tmp_path)
    many, _ = measure(format, 10_000, tmp_path)
    assert many < MOST
    assert many - few < GROWTH
