"""Campaigns in lanes below the timeline, each with its name beside its line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from incidents import labels
from incidents.dates import day_in_words, in_words
from incidents.periods import Campaign, Window, clip
from incidents.words import say
from ui.timeline_marks import moment

REFERENCE = 1000  # pixels of the plot for which lanes are chosen
LETTER, LONGEST, GAP = 5.2, 320, 7  # pixels of a letter, of a label before it is cut, beside it
LANES = 16  # more only where so many campaigns run at once


def lanes(campaigns: Iterable[Campaign], span: Window) -> list[dict[str, Any]]:
    """Return the campaigns of the span, each in a lane where no other lies on it or its label.

    from, to, name, when, label, before (whether the label stands before the line, for want of
    room after it), at (where it begins, or ends), lane (from 0), room (share of the plot's
    width beside the line, up to the next of its lane or the end of the span), pixels (what the
    labels in that room take).
    """
    placed = [_placed(one, part, span) for one in campaigns for part in _parts(one, span)]
    ends: list[tuple[float, float]] = []  # a lane's last moment, and the end of its last label
    for one in sorted(placed, key=lambda each: (each["low"], each["name"])):
        one["lane"] = lane = _lane(ends, one["low"], one["from"])
        if lane < len(ends) and ends[lane][1] > one["low"]:  # no lane has room for its label
            one |= {"label": "", "wide": 0.0, "high": one["to"]}
        ends[lane : lane + 1] = [(one["to"], one["high"])]
    placed.sort(key=lambda each: (each["from"], each["to"]))
    return [one | _room(one, placed, span) for one in placed]


def _parts(one: Campaign, span: Window) -> Sequence[Window]:
    return clip([Window(one.start, max(one.end or span.last, one.start))], span.first, span.last)


def _placed(one: Campaign, part: Window, span: Window) -> dict[str, Any]:
    """Return a campaign with the moments between which it and its label lie: low and high."""
    label = labels.name(one).partition(" (")[0]
    pixels = min(_wide(label), LONGEST)
    start, end = moment(part.first), moment(part.last, 1)
    wide = (pixels + 2 * GAP) / REFERENCE * _whole(span)
    before = end + wide > moment(span.last, 1) and start - wide >= moment(span.first)
    return {
        "from": start, "to": end, "name": labels.campaign(one), "label": label, "when": _told(one),
        "before": before, "at": start if before else end, "wide": pixels,
        "low": start - wide if before else start, "high": end if before else end + wide,
    }  # fmt: skip


def _whole(span: Window) -> int:
    return moment(span.last, 1) - moment(span.first)


def _wide(name: str) -> float:
    """Return how many pixels a label takes; Hangul is about twice as wide as Latin."""
    return sum(LETTER if sign.isascii() else 2.2 * LETTER for sign in name)


def _told(one: Campaign) -> str:
    if one.end:
        return in_words(one.start, one.end)
    return say("timeline.since", day=day_in_words(one.start))


def _lane(ends: Sequence[tuple[float, float]], low: float, start: float) -> int:
    """Return the lane for what begins then: with room for its label if any, else a free one."""
    clear = [lane for lane, (_, label) in enumerate(ends) if label <= low]
    if clear or len(ends) < LANES:
        return clear[0] if clear else len(ends)
    free = [(label, lane) for lane, (end, label) in enumerate(ends) if end <= start]
    return min(free)[1] if free else len(ends)


def _room(one: dict[str, Any], placed: list[dict[str, Any]], span: Window) -> dict[str, float]:
    """Return the room beside a line on the side of its label, and what labels there need."""
    others = [other for other in placed if other["lane"] == one["lane"] and other is not one]
    low, high = moment(span.first), moment(span.last, 1)
    if one["before"]:
        left = [o for o in others if o["to"] <= one["from"]]
        near = max(left, key=lambda o: o["to"], default=None)
        free, shared = one["from"] - (near["to"] if near else low), near and not near["before"]
    else:
        right = [o for o in others if o["from"] >= one["to"]]
        near = min(right, key=lambda o: o["from"], default=None)
        free, shared = (near["from"] if near else high) - one["to"], near and near["before"]
    pixels = one["wide"] + 2 * GAP + (near["wide"] + GAP if near and shared else 0)
    return {"room": free / _whole(span), "pixels": pixels}
