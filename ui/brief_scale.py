"""From counts to classes of colour, as the map's own script does it (static/atlas-scale.js)."""

from __future__ import annotations

import math
from dataclasses import dataclass

SHADES = ("#d9dbef", "#b9bce1", "#9496cf", "#7070b8", "#504d9c", "#352f78")  # atlas.css, light
# Which of the six shades k classes use: one class is never the palest.
SPREAD = ((), (3,), (1, 4), (1, 3, 5), (0, 2, 3, 5), (0, 1, 3, 4, 5), (0, 1, 2, 3, 4, 5))


@dataclass(frozen=True, slots=True)
class Step:
    """A class of counts, both ends inclusive, and the number of its shade."""

    first: int
    last: int
    shade: int

    @property
    def words(self) -> str:
        """The counts of the class: "1", "5–9"."""
        same = self.first >= self.last
        return f"{self.first:,}" if same else f"{self.first:,}–{self.last:,}"


def classes(most: int) -> tuple[Step, ...]:
    """Return the classes of counts up to a largest one.

    >>> [step.words for step in classes(9)], [step.words for step in classes(170)]
    (['1', '2–3', '4–7', '8–9'], ['1', '2–4', '5–9', '10–19', '20–99', '100–170'])
    """
    lows = bounds(most)
    ends = [*(low - 1 for low in lows[1:]), most]
    shades = SPREAD[len(lows)]
    return tuple(Step(*step) for step in zip(lows, ends[: len(lows)], shades, strict=True))


def bounds(most: int) -> list[int]:
    """Return the lower bounds: 1, 2, 4, 8 .. while six suffice, then steps of 1, 2, 5, 10 .."""
    if most < 1:
        return []
    ratio = 2.0 if most < 2 ** len(SHADES) else most ** (1 / len(SHADES))
    lows = [1]
    for i in range(1, len(SHADES)):
        low = 2**i if ratio == 2 else _nice(ratio**i)
        if lows[-1] < low <= most:
            lows.append(low)
    return lows


def _nice(value: float) -> int:
    """Return the nearest of 1, 2, 5, 10 times a power of ten, by ratio."""
    ten = 10 ** math.floor(math.log10(value))
    return int(min((1, 2, 5, 10), key=lambda step: abs(math.log(value / ten / step))) * ten)


def shade(count: int, steps: tuple[Step, ...]) -> str:
    """Return the colour of a count, "" for one below every class."""
    found = [step.shade for step in steps if count >= step.first]
    return SHADES[found[-1]] if found else ""
