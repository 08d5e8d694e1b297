"""One figure of the benchmark: repeated measurements beside those of a floor."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured: `runs` of the atlas and `floors` of the least possible, in `unit`.

    `rows` is the number of incidents in the store.

    >>> one = Figure("filter_to_map", 497, "ms", runs=[90.0, 120.0, 99.0], floors=[60.0])
    >>> one.median, one.floor, one.ratio
    (99.0, 60.0, 1.65)
    """

    name: str
    rows: int
    unit: str
    runs: Sequence[float]
    floors: Sequence[float]

    @property
    def median(self) -> float:
        """The middle one of the runs."""
        return float(median(self.runs))

    @property
    def floor(self) -> float:
        """The middle one of the floors."""
        return float(median(self.floors))

    @property
    def ratio(self) -> float:
        """How many times the floor the median is."""
        return self.median / self.floor

    def to_json(self) -> dict[str, Any]:
        """The figure as an object of the JSON list; numbers rounded to what they can mean."""
        return {
            "name": self.name,
            "rows": self.rows,
            "median": round(self.median, 3),
            "unit": self.unit,
            "floor": round(self.floor, 3),
            "ratio": round(self.ratio, 3),
            "runs": [round(run, 3) for run in self.runs],
        }


@cache
def embedded_rows() -> int:
    """Number of incidents in the embedded file."""
    with (ROOT / "data" / "incidents.csv").open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))
