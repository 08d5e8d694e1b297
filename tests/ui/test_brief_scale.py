"""The shades of a brief's map: the classes and colours of the map page, held to its own files."""

import re
from pathlib import Path

from ui.brief_scale import SHADES, classes, shade

STATIC = Path(__file__).resolve().parents[2] / "static"


def test_classes_meet_without_gap_and_reach_the_largest_count():
    """Every count from 1 up lies in one class."""
    for most in (1, 2, 3, 7, 63, 64, 65, 170, 999, 12_345, 3_000_000):
        steps = classes(most)
        assert steps[0].first == 1 and steps[-1].last == most
        assert all(a.last + 1 == b.first for a, b in zip(steps, steps[1:], strict=False))


def test_no_count_has_no_class():
    """Nothing to shade, no class; a count of none has no shade."""
    assert classes(0) == () and shade(0, classes(9)) == ""


def test_the_shades_are_those_of_the_map_page():
    """The light theme's, as paper is white."""
    light = (STATIC / "atlas.css").read_text("utf-8").split('[data-theme="dark"]')[0]
    assert re.findall(r"--s\d: (#\w+);", light) == list(SHADES)
