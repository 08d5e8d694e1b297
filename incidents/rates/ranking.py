"""Every occasion at once, ranked, with what chance alone would bring up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from incidents.periods import Calendar, Occasion, Window
from incidents.rates.chosen import counts_of, distinct
from incidents.rates.compare import Comparison, contrast
from incidents.rates.placebo import Density
from incidents.rates.question import ask
from incidents.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

UNUSUAL = 0.95


def p_value(comparison: Comparison) -> float | None:
    """The two-sided p-value that both ways of counting carry.

    The larger of the two, as a claim needs both; 1 when they point in different directions.
    None without an interval.
    """
    low, high = comparison.ratio_within, comparison.ratio_touches
    if low.p is None or high.p is None:
        return None
    agree = _direction(low.value) * _direction(high.value) > 0
    return max(low.p, high.p) if agree else 1.0


def _direction(ratio: float | None) -> int:
    return 1 if ratio is None else int(np.sign(ratio - 1))


def q_values(p_values: Iterable[float | None]) -> list[float | None]:
    """Benjamini-Hochberg q-values in the same order; None stays None and is not counted.

    >>> [round(q, 3) for q in q_values([0.01, 0.04, 0.03])]
    [0.03, 0.04, 0.04]
    """
    given = list(p_values)
    known = np.array([p for p in given if p is not None], dtype=float)
    order = known.argsort()[::-1]  # the largest first: no q is above that of a larger p
    raised = known[order] * len(known) / np.arange(len(known), 0, -1)
    controlled = np.empty(len(known))
    controlled[order] = np.minimum.accumulate(raised).clip(max=1.0)
    each = iter(controlled.tolist())
    return [None if p is None else next(each) for p in given]


def rank(
    rows: pd.DataFrame,
    calendar: Calendar,
    span: Window | None,
    years: tuple[int, ...] = (),
    without_tied: bool = False,
    tied: Mapping[str, int] | None = None,
) -> pd.DataFrame:
    """Every occasion with its default window, the most raised first.

    One row is one occasion: occasion (id), label, before, after, years (number compared),
    inside_days, outside_days, within, expected, touches (reports in the windows), ratio_expected
    (the order of the table), ratio_within, low_within, high_within, ratio_touches, low_touches,
    high_touches, percentile (0 to 1), p, q. Unknown is None. `rows` are those `compare` takes;
    `tied` tells how many are tied to each occasion where no row says so.
    """
    import pandas as pd

    compared = _compare_all(rows, calendar, span, years, without_tied)
    if tied is not None:
        compared = [replace(c, tied=tied.get(c.question.occasion.id, 0)) for c in compared]
    table = pd.DataFrame([_row(one) for one in compared])
    table["q"] = pd.Series(q_values([p_value(one) for one in compared]), dtype="Float64")
    ordered = table.sort_values(
        ["ratio_expected", "occasion"], ascending=[False, True], na_position="last"
    )
    return ordered.reset_index(drop=True)


def _compare_all(
    rows: pd.DataFrame,
    calendar: Calendar,
    span: Window | None,
    years: tuple[int, ...],
    without_tied: bool,
) -> list[Comparison]:
    days = distinct(rows)
    density = Density(*days[:2], span, days[2]) if span else None
    tied = {code: each for code, each in rows.groupby("occasion_id") if code}
    done = []
    for occasion in calendar.occasions.values():
        question = ask(occasion, occasion.default_before, 0, years, span)
        own = tied.get(occasion.id, rows.head(0))
        if without_tied and len(own):
            starts, ends, counts = distinct(rows[rows["occasion_id"] != occasion.id])
            kept = Density(starts, ends, span, counts) if span else None
            done.append(contrast(question, starts, ends, kept, counts=counts))
        else:
            told = int(counts_of(own).sum())
            done.append(contrast(question, *days[:2], density, told, days[2]))
    return done


def _row(one: Comparison) -> dict[str, Any]:
    occasion: Occasion = one.question.occasion
    return {
        "occasion": occasion.id,
        "label": occasion.label,
        "before": one.question.before,
        "after": one.question.after,
        "years": len(one.question.years),
        "inside_days": one.inside_days,
        "outside_days": one.outside_days,
        "within": one.within.inside,
        "expected": one.expected.inside,
        "touches": one.touches.inside,
        "tied": one.tied,
        "ratio_expected": one.ratio_expected,
        "ratio_within": one.ratio_within.value,
        "low_within": one.ratio_within.low,
        "high_within": one.ratio_within.high,
        "ratio_touches": one.ratio_touches.value,
        "low_touches": one.ratio_touches.low,
        "high_touches": one.ratio_touches.high,
        "percentile": one.placebo.percentile,
        "p": p_value(one),
    }


def chance_note(ranking: pd.DataFrame) -> str:
    """What the reader must know before reading the top of the table, with its numbers.

    >>> import pandas as pd
    >>> print(chance_note(pd.DataFrame({"percentile": [0.99] + [0.5] * 19, "q": [0.2] * 20})))
    20 windows are ranked here. If no occasion made any difference, about 1 of them would still \
come out above the 95th percentile by chance; 1 did. q is the p-value corrected for ranking \
many windows (Benjamini-Hochberg): 0 of 20 have q below 0.05.
    """
    ranked = ranking["percentile"].notna()
    compared = int(ranked.sum())
    above = int((ranking.loc[ranked, "percentile"] >= UNUSUAL).sum())
    low = int((ranking["q"].dropna() < 1 - UNUSUAL).sum())
    return say(
        "rates.chance",
        compared=compared,
        by_chance=compared * (1 - UNUSUAL),
        above=above,
        low=low,
        known=int(ranking["q"].notna().sum()),
    )
