"""What the colours of the timeline mean, of those that are drawn."""

from __future__ import annotations

from datetime import date
from typing import Any

from incidents.dates import day_in_words
from incidents.words import say
from ui.theme import theme
from ui.timeline_layers import CHOSEN, QUIET, RUNUP, SHADES
from ui.timeline_marks import COUNTED

Key = list[tuple[str, str, str]]  # shape, colour and words of each


def key(
    is_chosen: bool, days: list[Any], runs: list[Any], lines: list[Any], pending: date | None
) -> Key:
    """Return what the colours mean of those that are drawn: shape, colour, words."""
    shades = dict(zip(COUNTED, SHADES[theme()], strict=True))
    late = say("timeline.grey", day=day_in_words(pending)) if pending else ""
    others = (
        (is_chosen, "box", f"{CHOSEN}59", say("timeline.chosen")),
        (days, "tick", CHOSEN, say("timeline.key_day")),
        (runs, "line", RUNUP, say("timeline.key_runups")),
        (lines, "line", QUIET, say("timeline.key_campaigns")),
        (late, "box", f"{QUIET}55", late),
    )
    ways = [("box", shades[way], say(f"timeline.{way}")) for way in reversed(COUNTED)]
    return ways + [(shape, color, words) for is_drawn, shape, color, words in others if is_drawn]
