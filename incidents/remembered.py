"""What a store remembers of the questions of all its readers, and how much of it at most."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from incidents.recent import Recent

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from incidents.selection import Selection

WRITTEN = 400_000  # letters of the questions kept in writing
REMEMBERED = 1_000_000  # rows of the choices of other filters, 12 bytes each
LEAST = 4_000  # rows that a choice counts for at least: of the embedded data 250 are kept


class Passing(NamedTuple):
    """One entry a row, by position: its position, and the numbers of its place and interval."""

    position: NDArray[np.int32]
    place: NDArray[np.int32]
    interval: NDArray[np.int32]


def written(begin: Mapping[Hashable, str]) -> Recent[Hashable, str]:
    """Return room for questions in writing, with some to begin with."""
    return Recent(WRITTEN, len, begin)


def passing() -> Recent[Selection, Passing]:
    """Return room for position, place and interval of the rows that pass a choice of filters."""
    return Recent(REMEMBERED, lambda rows: max(len(rows.position), LEAST))
