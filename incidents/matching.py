"""How an incident's interval meets the windows of a period, and the triple it gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from incidents.periods import Window

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Triple:
    """Incidents surely inside, expected inside (a sum of shares), and possibly inside."""

    within: int
    expected: float
    touches: int


@dataclass(frozen=True, slots=True)
class Match:
    """For each interval: its share of days inside the windows (0 to 1), and if it lies inside."""

    share: NDArray[np.float64]
    within: NDArray[np.bool_]

    @property
    def touches(self) -> NDArray[np.bool_]:
        """Whether the interval has at least one day in any window."""
        return self.share > 0


def match(
    starts: NDArray[np.int64], ends: NDArray[np.int64], windows: Iterable[Window]
) -> Match:
    """Return how each inclusive interval (proleptic ordinals) meets merged windows.

    >>> from datetime import date
    >>> november = [Window(date(2019, 11, 1), date(2019, 11, 30))]
    >>> first = date(2019, 10, 27).toordinal()
    >>> match(np.array([first]), np.array([first + 9]), november).share
    array([0.5])
    """
    overlap = np.zeros(len(starts), dtype=np.int64)
    within = np.zeros(len(starts), dtype=np.bool_)
    for window in windows:
        first, last = window.first.toordinal(), window.last.toordinal()
        overlap += np.maximum(np.minimum(ends, last) - np.maximum(starts, first) + 1, 0)
        within |= (starts >= first) & (ends <= last)
    return Match(overlap / (ends - starts + 1), within)
