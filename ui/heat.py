"""The shades of the heatmaps: the least is no blank, none is grey, and the key names both ends."""

from __future__ import annotations

from ui import vega
from ui.theme import theme

# From few to many. The first of each reads on its ground, which is where nothing is known.
SHADES = {
    "light": ["#b4bee2", "#7d84c5", "#4a4796", "#231d57"],
    "dark": ["#4a478c", "#787ec7", "#aab2e5", "#eef0fc"],
}
NONE = {"light": "#eceae6", "dark": "#2c2d30"}  # a known zero: no shade of the others
EDGE = "#757b89"  # of a cell, on light and dark ground


def none() -> str:
    """Return the colour of a cell that is known to hold nothing."""
    return NONE[theme()]


def color(shorthand: str, title: str, values: list[float]) -> vega.Part:
    """Return the shades of a field, the values named in its key beginning and ending its range.

    A first value of 0 stands for all that is more than 0: what is 0 has a colour of its own.
    """
    named = "datum.value == 0 ? '>0' : format(datum.value, datum.value < 10 ? '.2~r' : ',d')"
    legend = dict(
        orient="top", title=title, titleOrient="left", titleLimit=300, values=values,
        labelExpr=named, labelOverlap="parity", gradientLength=150, gradientThickness=12,
        offset=8, padding=0,
    )  # fmt: skip
    scale = {"type": "sqrt", "domain": [values[0], values[-1]], "range": SHADES[theme()]}
    return vega.field(shorthand, legend=legend, scale=scale)


def whole(most: int) -> list[float]:
    """Return numbers of reports for the key, from 1: the ends, and one about half way in shade.

    >>> whole(33), whole(3), whole(1)
    ([1, 11, 33], [1, 2, 3], [1, 2])
    """
    most = max(most, 2)
    middle = round(((1 + most**0.5) / 2) ** 2)
    return sorted({1, middle, most})


def shares(most: float) -> list[float]:
    """Return expected numbers for the key, from more than 0: half way in shade is a quarter.

    >>> shares(2.0)
    [0, 0.5, 2.0]
    """
    return [0, most / 4, most]
