"""Heatmaps: few, none and unknown look apart, and the key names both ends of its shades."""

import pytest

from ui import heat

GROUND = {"light": "#ffffff", "dark": "#14161b"}


def light_of(color):
    """The relative luminance of a colour, as WCAG has it."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((light_of(one), light_of(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_least_is_neither_the_ground_nor_a_known_nothing(theme):
    """A single report stands out from a cell without any and from where nothing is known."""
    least, none = heat.SHADES[theme][0], heat.NONE[theme]
    assert contrast(least, GROUND[theme]) >= 1.75
    assert contrast(least, none) >= 1.5
    assert contrast(none, GROUND[theme]) >= 1.15  # and it has an edge
    assert contrast(heat.EDGE, GROUND[theme]) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_more_is_further_from_the_ground(theme):
    """The shades go one way."""
    away = [contrast(shade, GROUND[theme]) for shade in heat.SHADES[theme]]
    assert away == sorted(away) and away[-1] > 12


def test_the_key_names_its_ends():
    """From one report, or from more than none, to the most."""
    drawn = heat.color("n:Q", "Reports", heat.whole(33))
    assert drawn["legend"]["values"] == [1, 11, 33]
    assert drawn["scale"]["domain"] == [1, 33]
    drawn = heat.color("n:Q", "Reports", heat.shares(2.0))
    assert drawn["scale"]["domain"] == [0, 2.0]
    assert "'>0'" in drawn["legend"]["labelExpr"]
