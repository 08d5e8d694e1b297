"""The verdict on a comparison: a finding, and a sentence that can be printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from incidents.rates import words
from incidents.rates.compare import Comparison
from incidents.words import say

UNUSUAL = 0.95  # percentile below which a run-up is unremarkable
LEAST_EXPECTED = 5  # reports the window would hold if it were like the rest
LEAST_REPORTS = 10
FINDINGS = ("no_window", "too_few", "unremarkable", "unproven", "rests_on_tied", "more")


def reports(comparison: Comparison) -> int:
    """How many reports touch a compared day."""
    return int(comparison.within.inside + comparison.within.outside)


def expected_by_chance(comparison: Comparison) -> float:
    """Reports the window would hold if all compared days were alike."""
    days = comparison.inside_days + comparison.outside_days
    return reports(comparison) * comparison.inside_days / days if days else 0.0


def finding(comparison: Comparison, untied: Comparison | None = None) -> str:
    """One of FINDINGS, the first that holds.

    no_window: nothing to compare. too_few: fewer than 10 reports, or fewer than 5 would fall in
    the window if it were like the rest (the power of the data, not what was found).
    unremarkable: below the 95th placebo percentile. unproven: above it, but the intervals do
    not both lie above 1. rests_on_tied: both do, yet `untied` (the same without the rows their
    source ties to the occasion) does not find it. more: both do.
    """
    percentile = comparison.placebo.percentile
    if percentile is None or not comparison.outside_days:
        return "no_window"
    if reports(comparison) < LEAST_REPORTS or expected_by_chance(comparison) < LEAST_EXPECTED:
        return "too_few"
    if percentile < UNUSUAL:
        return "unremarkable"
    if not (comparison.ratio_within.side == comparison.ratio_touches.side == 1):
        return "unproven"
    if untied is not None and comparison.tied and finding(untied) != "more":
        return "rests_on_tied"
    return "more"


def verdict(comparison: Comparison, untied: Comparison | None = None) -> str:
    """What may be printed: the finding, its numbers, and what the data cannot carry.

    "More often" is said only when both intervals lie above 1 and the run-up stands at or above
    the 95th placebo percentile, with and (if `untied` is given) without the tied rows.
    """
    return " ".join(parts(comparison, untied))


def parts(comparison: Comparison, untied: Comparison | None = None) -> list[str]:
    """The verdict piece by piece: the finding first, then what it rests on and cannot carry."""
    found = finding(comparison, untied)
    said = [_SENTENCES[found](comparison)]
    if found != "no_window":
        said += [_untied(comparison, untied), _vague(comparison)]
        said += [words.basis(comparison.question), say("rates.caveat")]
    return [part for part in said if part]


def headline(comparison: Comparison, untied: Comparison | None = None) -> str:
    """The finding in one plain sentence without a figure."""
    return say(f"rates.headline_{finding(comparison, untied)}")


def _ratios(c: Comparison) -> str:
    low, high = c.ratio_within, c.ratio_touches
    return say(
        "rates.ratios",
        low=words.times(low.value),
        low_limits=words.limits(low.low, low.high),
        high=words.times(high.value),
        high_limits=words.limits(high.low, high.high),
    )


def _scope(c: Comparison) -> str:
    years = words.span_of_years(c.question.exposed_years)
    return say("rates.scope", window=words.window(c.question), years=years)


def _placed(c: Comparison) -> str:
    return say("rates.placed", place=words.ordinal(c.placebo.percentile or 0.0))


def _told(entry: str, c: Comparison) -> str:
    return say(f"rates.{entry}", scope=_scope(c), ratios=_ratios(c), placed=_placed(c))


def _no_window(c: Comparison) -> str:
    entry = "no_other_day" if c.inside_days else "no_window"
    return say(f"rates.{entry}", name=words.name(c.question))


def _too_few(c: Comparison) -> str:
    said = say(
        "rates.too_few",
        scope=_scope(c),
        n=reports(c),
        expected=expected_by_chance(c),
        least=LEAST_EXPECTED,
    )
    if (c.placebo.percentile or 0.0) >= UNUSUAL:
        return said
    return f"{said} {say('rates.too_few_unremarkable', placed=_placed(c))}"


def _unremarkable(c: Comparison) -> str:
    said = _told("unremarkable", c)
    if c.ratio_within.side == c.ratio_touches.side == -1:
        return f"{said} {say('rates.fewer')}"
    return said


_SENTENCES: dict[str, Callable[[Comparison], str]] = {
    "no_window": _no_window,
    "too_few": _too_few,
    "unremarkable": _unremarkable,
    "unproven": partial(_told, "unproven"),
    "rests_on_tied": partial(_told, "rests_on_tied"),
    "more": partial(_told, "more"),
}


def _untied(c: Comparison, untied: Comparison | None) -> str:
    if untied is None or not c.tied or untied.placebo.percentile is None:
        return ""
    return say(
        "rates.without_tied",
        n=c.tied,
        placed=_placed(untied),
        low=words.times(untied.ratio_within.value),
        high=words.times(untied.ratio_touches.value),
    )


def _vague(c: Comparison) -> str:
    unsure = int(c.touches.inside - c.within.inside)
    return say("rates.vague", n=int(c.touches.inside), unsure=unsure) if unsure else ""
