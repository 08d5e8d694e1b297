"""The run-up against the rest of the year: counts, ratios and placebo in one value."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from incidents.periods import Calendar, Window
from incidents.rates.chosen import chosen_rows, counts_of, distinct
from incidents.rates.placebo import Density, Placebo, place
from incidents.rates.question import Choice, Question, ask, ask_selection
from incidents.rates.ratio import Ratio, rate_ratio

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Pair:
    """One way of counting: reports in the windows and reports in the baseline."""

    inside: float
    outside: float

    def to_json(self) -> dict[str, float]:
        """As `rates` prints it, unrounded."""
        return {"inside": self.inside, "outside": self.outside}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the reports say about one question.

    `within` can only make the run-up look too small and `touches` too large; `expected` spreads
    each incident evenly over its days and lies between. `rows` incidents were asked, `tied` of
    them because their source ties them to this occasion.
    """

    question: Question
    within: Pair
    expected: Pair
    touches: Pair
    ratio_within: Ratio
    ratio_touches: Ratio
    placebo: Placebo
    rows: int
    tied: int = 0

    @property
    def inside_days(self) -> int:
        """Exposure of the windows in days."""
        return len(self.question.inside)

    @property
    def outside_days(self) -> int:
        """Exposure of the baseline in days."""
        return len(self.question.outside)

    @property
    def ratio_expected(self) -> float | None:
        """Rate ratio of the expected counts, between the two bounds; no interval is claimed."""
        if not (self.inside_days and self.outside_days and self.expected.outside > 0):
            return None
        per_days = self.outside_days / self.inside_days
        return self.expected.inside / self.expected.outside * per_days

    def to_json(self) -> dict[str, Any]:
        """The keys that `python -m incidents rates` prints, unrounded.

        None stands where there is nothing, or no finite limit.
        `placebo_percentile` is a share from 0 to 1.
        """
        return {
            "inside_days": self.inside_days,
            "outside_days": self.outside_days,
            "within": self.within.to_json(),
            "expected": self.expected.to_json(),
            "touches": self.touches.to_json(),
            "ratio_within": self.ratio_within.value,
            "ci_within": self.ratio_within.limits(),
            "ratio_touches": self.ratio_touches.value,
            "ci_touches": self.ratio_touches.limits(),
            "placebo_percentile": self.placebo.percentile,
            "years": list(self.question.years),
        }


def contrast(
    question: Question,
    starts: NDArray,
    ends: NDArray,
    density: Density | None,
    tied: int = 0,
    counts: NDArray | None = None,
) -> Comparison:
    """Compare incidents given by first and last day (ordinals, inclusive).

    `counts` says how many incidents have each interval, one each without it. `density` holds
    the same incidents over the span of the store; None when it has no span.
    """
    n = np.ones(len(starts), dtype=np.int64) if counts is None else counts
    length = ends - starts + 1
    inside = question.inside.shared(starts, ends)
    outside = question.outside.shared(starts, ends)
    held, met = inside == length, inside > 0
    within = Pair(int(n[held].sum()), int(n[((inside + outside) > 0) & ~held].sum()))
    touches = Pair(int(n[met].sum()), int(n[outside == length].sum()))
    days = len(question.inside), len(question.outside)
    return Comparison(
        question=question,
        within=within,
        expected=Pair(shares(inside, length, n), shares(outside, length, n)),
        touches=touches,
        ratio_within=rate_ratio(int(within.inside), days[0], int(within.outside), days[1]),
        ratio_touches=rate_ratio(int(touches.inside), days[0], int(touches.outside), days[1]),
        placebo=place(density, question.windows) if density else Placebo(),
        rows=int(n.sum()),
        tied=tied,
    )


def shares(days: NDArray, length: NDArray, counts: NDArray) -> float:
    """The sum of days / length over all incidents, to the last digit however they are grouped.

    Whole days are added up before anything is divided: three incidents of four days, two of
    them together, give the same as each alone.

    >>> shares(np.array([1, 2]), np.array([4, 4]), np.array([2, 1]))
    1.0
    """
    lengths, place_of = np.unique(length, return_inverse=True)
    sums = np.bincount(place_of, weights=days * counts, minlength=len(lengths))
    return math.fsum(sums / lengths)


def _tied(rows: pd.DataFrame, question: Question) -> int:
    return int(counts_of(rows[rows["occasion_id"] == question.occasion.id]).sum())


def compare(
    rows: pd.DataFrame, calendar: Calendar, selection: Choice, span: Window | None
) -> Comparison:
    """The comparison of a selection, all its years pooled.

    `rows` are incidents (date_start, date_end, occasion_id, for constant sources outlet) that
    passed every filter but time; with a column n each stands for as many alike. `span` runs
    from the first date_start to the last date_end of the whole store.

    Raises ValueError when the selection's period is not a recurring occasion.
    """
    question = ask_selection(calendar, selection, span)
    rows = chosen_rows(rows, question, selection)
    starts, ends, counts = distinct(rows)
    density = Density(starts, ends, span, counts) if span else None
    return contrast(question, starts, ends, density, _tied(rows, question), counts)


def by_year(
    rows: pd.DataFrame, calendar: Calendar, selection: Choice, span: Window | None
) -> dict[int, Comparison]:
    """The same comparison for each compared year alone, by year.

    The switches apply as in the pooled comparison: a constant source reported in all years.
    """
    pooled = ask_selection(calendar, selection, span)
    rows = chosen_rows(rows, pooled, selection)
    starts, ends, counts = distinct(rows)
    density = Density(starts, ends, span, counts) if span else None
    minus = [calendar.occasions[name] for name in selection.minus]
    return {
        year: contrast(
            ask(pooled.occasion, pooled.before, pooled.after, [year], span, minus),
            starts,
            ends,
            density,
            counts=counts,
        )
        for year in pooled.years
    }


def tied_and_untied(
    rows: pd.DataFrame, calendar: Calendar, selection: Any, span: Window | None
) -> tuple[Comparison, Comparison]:
    """The comparison with and without the rows their source ties to the occasion."""
    return (
        compare(rows, calendar, replace(selection, without_tied=False), span),
        compare(rows, calendar, replace(selection, without_tied=True), span),
    )
