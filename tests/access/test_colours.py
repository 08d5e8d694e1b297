"""The colours of map and charts: told apart by every sense of colour, read on both grounds."""

from __future__ import annotations

import importlib.util
import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from ui import aligned_chart, forest, heat, histogram, lag_chart, theme, timeline_layers

# The tests are no package; what they calculate with stands beside them.
_spec = importlib.util.spec_from_file_location("sight", Path(__file__).parent / "sight.py")
sight = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(sight)

THEMES = ("light", "dark")
APART = 8  # Delta E*ab and steps of L* between classes of the map; 2.3 is just noticeable
GRADED = 5  # Delta E*ab between the stops of a scale that is read with its key
KINDS_APART = 12  # Delta E*ab between kinds that a chart tells apart by colour
TEXT, GRAPHIC = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
each_theme = pytest.mark.parametrize("shown", THEMES)
each_sense = pytest.mark.parametrize("sense", sight.SENSES)


def grounds(shown):
    """The page and its sidebar."""
    page = sight.of_page(shown)
    return [page["backgroundColor"], page["sidebar"]["backgroundColor"]]


def test_the_simulation_gives_known_values():
    """White stays white, grey grey; pure red is a dark olive to a protanope (Machado 2009)."""
    for sense in sight.SENSES:
        assert sight.distance(sight.seen("#ffffff", sense), "#ffffff") < 1
        assert sight.distance(sight.seen("#808080", sense), "#808080") < 1
    assert sight.seen("#ff0000", "protanopia") == "#6d5f00"
    assert sight.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert sight.lab("#ff0000") == pytest.approx([53.24, 80.09, 67.2], abs=0.1)


@each_theme
@each_sense
def test_neighbouring_classes_of_the_map_stay_apart(shown, sense):
    """Each of the six shades differs from the next in lightness, and all in one direction."""
    colours = sight.of_map(shown)
    shades = [sight.seen(colours[f"s{number}"], sense) for number in range(6)]
    steps = [sight.lab(b)[0] - sight.lab(a)[0] for a, b in pairwise(shades)]
    assert all(step < 0 for step in steps) or all(step > 0 for step in steps)
    assert min(abs(step) for step in steps) >= APART
    assert min(sight.distance(a, b) for a, b in pairwise(shades)) >= APART


@each_theme
@each_sense
def test_a_district_with_reports_never_looks_like_one_without(shown, sense):
    """It carries a ring that is seen on every shade; those without are hatched besides."""
    colours = {name: sight.seen(one, sense) for name, one in sight.of_map(shown).items()}
    under = {"light": ("#ffffff", 0.62), "dark": ("#0f111e", 0.64)}[shown]
    for number in range(6):
        ground = sight.over(sight.seen(under[0], sense), colours[f"s{number}"], under[1])
        assert sight.contrast(colours["ring"], ground) >= GRAPHIC
    assert sight.distance(colours["s0"], colours["empty"]) > 4
    assert sight.distance(colours["hatch"], colours["empty"]) > 4


@each_theme
def test_words_on_the_map_are_read(shown):
    """Names, their softer lines, waters, notes and numbers, each on what lies under it."""
    colours = sight.of_map(shown)
    panel = {"light": "#ffffff", "dark": "#181c21"}[shown]
    pairs = [(ink, ground) for ink in ("ink", "ink-soft") for ground in ("land", "empty", "sea")]
    pairs += [("ink-water", "sea"), ("ink-water", "land"), ("ink", "badge")]
    low = {pair: sight.contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    low |= {ink: sight.contrast(colours[ink], panel) for ink in ("ink", "ink-soft")}
    assert {pair: ratio for pair, ratio in low.items() if ratio < TEXT} == {}
    chosen = [
        max(sight.contrast(colours[line], colours[under]) for line in ("chosen", "chosen-under"))
        for under in ("s0", "s1", "s2", "s3", "s4", "s5", "empty", "land")
    ]
    assert min(chosen) >= GRAPHIC
    assert min(sight.contrast(colours["focus"], ground) for ground in (colours["sea"], panel)) >= 3


@each_theme
def test_words_and_controls_of_the_pages_are_read(shown):
    """Text, links, captions, small words of charts, chosen controls, white words on buttons."""
    page = sight.of_page(shown)
    soft = float(re.search(r'"stCaptionContainer"\] { opacity: ([\d.]+)', style())[1])
    filled = re.search(r"background-color: (#\w{6}); color: #ffffff", style())[1]
    for ground in grounds(shown):
        text = page["textColor"], page["linkColor"], page["primaryColor"], theme.QUIET[shown]
        texts = [*text, sight.over(page["textColor"], ground, soft)]
        assert min(sight.contrast(one, ground) for one in texts) >= TEXT
        assert sight.contrast(filled, ground) >= GRAPHIC
    assert sight.contrast("#ffffff", filled) >= TEXT


def style():
    return (sight.ROOT / "ui" / "dress.py").read_text(encoding="utf-8")


@each_theme
def test_marks_of_the_charts_are_seen(shown):
    """Every colour of the theme and every colour that a chart names for itself, on its ground."""
    page = sight.of_page(shown)
    named = [timeline_layers.CHOSEN, timeline_layers.RUNUP, timeline_layers.QUIET]
    named += [aligned_chart.OUTLINE, aligned_chart.QUIET, forest.ACTUAL, forest.QUIET]
    named += [heat.EDGE, *lag_chart.SHADES[shown]]
    for colour in [*page["chartCategoricalColors"], *named]:
        assert sight.contrast(colour, page["backgroundColor"]) >= GRAPHIC, colour


@each_theme
@each_sense
def test_kinds_in_a_chart_are_told_apart(shown, sense):
    """The lag's three kinds are the most that any chart tells apart by colour."""
    seen = [sight.seen(colour, sense) for colour in lag_chart.SHADES[shown]]
    assert min(sight.distance(a, b) for a, b in combinations(seen, 2)) >= KINDS_APART


@each_theme
@each_sense
def test_the_scale_of_the_charts_rises_evenly(shown, sense):
    """Its ten stops go one way in lightness, none too near to the next."""
    stops = [sight.seen(c, sense) for c in sight.of_page(shown)["chartSequentialColors"]]
    steps = [sight.lab(b)[0] - sight.lab(a)[0] for a, b in pairwise(stops)]
    assert all(step < 0 for step in steps) or all(step > 0 for step in steps)
    assert min(sight.distance(a, b) for a, b in pairwise(stops)) >= GRADED


@each_theme
@each_sense
def test_the_bars_of_the_timeline_are_told_apart(shown, sense):
    """Possible, expected and sure lie over each other, each fuller than the one behind it."""
    bars = [sight.of_page(shown)["backgroundColor"], *timeline_layers.SHADES[shown]]
    seen = [sight.seen(one, sense) for one in bars]
    assert min(sight.distance(a, b) for a, b in pairwise(seen)) >= KINDS_APART
    steps = [sight.lab(b)[0] - sight.lab(a)[0] for a, b in pairwise(seen)]
    assert all(step < 0 for step in steps) or all(step > 0 for step in steps)


@each_theme
@each_sense
def test_few_none_and_unknown_are_told_apart_in_a_heatmap(shown, sense):
    """The ground, a known nothing and the shades from the least on; none is near the next."""
    cells = [sight.of_page(shown)["backgroundColor"], heat.NONE[shown], *heat.SHADES[shown]]
    seen = [sight.seen(one, sense) for one in cells]
    assert min(sight.distance(a, b) for a, b in combinations(seen, 2)) >= GRADED
    assert min(sight.distance(a, b) for a, b in pairwise(seen[1:])) >= KINDS_APART


@each_theme
def test_the_small_histogram_is_seen(shown):
    """Bars on the sidebar and on the band of the chosen window, whose upper edge is full."""
    ground = sight.of_page(shown)["sidebar"]["backgroundColor"]
    source = Path(histogram.__file__).read_text(encoding="utf-8")
    faint = float(re.search(r'opacity="([\d.]+)"', source)[1])
    band = sight.over(histogram.BAND, ground, faint)
    assert sight.contrast(histogram.BARS, ground) >= GRAPHIC
    assert sight.contrast(histogram.BARS, band) >= GRAPHIC
    assert sight.contrast(histogram.BAND, ground) >= GRAPHIC
