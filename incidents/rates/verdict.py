"""The verdict on a comparison: a finding, and a sentence that can be printed."""

from __future__ import annotations

from incidents.rates import words
from incidents.rates.compare import Comparison

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
    found = finding(comparison, untied)
    parts = [_SENTENCES[found](comparison)]
    if found != "no_window":
        parts += [_untied(comparison, untied), _vague(comparison)]
        parts += [words.basis(comparison.question), CAVEAT]
    return " ".join(filter(None, parts))


CAVEAT = (
    "Reports are counted, not events: the figures show when news got out, and neither how often "
    "it happened nor why."
)


def _ratios(c: Comparison) -> str:
    low, high = c.ratio_within, c.ratio_touches
    return (
        f"{words.times(low.value)} (95 % interval {words.limits(low.low, low.high)}) to "
        f"{words.times(high.value)} (95 % interval {words.limits(high.low, high.high)}) times "
        "the reports per day of the rest of the year, depending on how reports with vague dates "
        "are counted"
    )


def _scope(c: Comparison) -> str:
    return f"{words.window(c.question)}, {words.span_of_years(c.question.exposed_years)}"


def _placed(c: Comparison) -> str:
    place = words.ordinal(c.placebo.percentile or 0.0)
    return f"the {place} percentile of the same windows moved through the year"


def _no_window(c: Comparison) -> str:
    if c.inside_days:
        return f"Nothing to compare: the windows of {words.name(c.question)} leave no other day."
    return (
        f"Nothing to compare: no window of {words.name(c.question)} in the chosen years lies in "
        "the time the data cover."
    )


def _too_few(c: Comparison) -> str:
    place = c.placebo.percentile or 0.0
    tail = f" What there is, is unremarkable: {_placed(c)}." if place < UNUSUAL else ""
    return (
        f"Too few reports to say whether {_scope(c)}, differ from the rest of the year: of "
        f"{words.counted(reports(c), 'report')} about {expected_by_chance(c):.1f} would fall "
        f"there by chance, and a statement needs at least {LEAST_EXPECTED}.{tail}"
    )


def _unremarkable(c: Comparison) -> str:
    fewer = ""
    if c.ratio_within.side == c.ratio_touches.side == -1:
        fewer = " If anything, there were fewer reports than at other times."
    return (
        f"Unremarkable: {_scope(c)}, have {_ratios(c)}, and with the incidents spread evenly "
        f"over their days stand at {_placed(c)}, below the 95th.{fewer}"
    )


def _unproven(c: Comparison) -> str:
    return (
        f"Not established: {_scope(c)}, stand at {_placed(c)}, but they have {_ratios(c)}; "
        "the two intervals do not both lie above 1."
    )


def _rests_on_tied(c: Comparison) -> str:
    return (
        f"Not established: {_scope(c)}, have {_ratios(c)}, {_placed(c)}, but this rests on "
        "reports found because their source ties them to the occasion."
    )


def _more(c: Comparison) -> str:
    return f"Reports came more often: {_scope(c)}, have {_ratios(c)}, and stand at {_placed(c)}."


_SENTENCES = {
    "no_window": _no_window,
    "too_few": _too_few,
    "unremarkable": _unremarkable,
    "unproven": _unproven,
    "rests_on_tied": _rests_on_tied,
    "more": _more,
}


def _untied(c: Comparison, untied: Comparison | None) -> str:
    if untied is None or not c.tied or untied.placebo.percentile is None:
        return ""
    tied = words.counted(c.tied, "report")
    return (
        f"Without the {tied} that a source itself ties to the occasion it would be "
        f"{_placed(untied)} and {words.times(untied.ratio_within.value)} to "
        f"{words.times(untied.ratio_touches.value)} times."
    )


def _vague(c: Comparison) -> str:
    unsure = int(c.touches.inside - c.within.inside)
    if not unsure:
        return ""
    return (
        f"Of the {words.counted(int(c.touches.inside), 'report')} that may fall in the window, "
        f"{unsure:,} may as well lie outside it."
    )
