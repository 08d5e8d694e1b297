"""What stands beside every comparison, with the numbers of the rows compared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from incidents import labels
from incidents.dates import day_in_words
from incidents.rates import words
from incidents.rates.chosen import constant_outlets, counts_of
from incidents.rates.compare import Comparison
from incidents.words import say

if TYPE_CHECKING:
    import pandas as pd


def warnings(
    comparison: Comparison,
    compared: pd.DataFrame,
    untied: Comparison | None = None,
    incomplete: date | None = None,
) -> tuple[str, ...]:
    """The cautions that apply, each one sentence or two.

    `compared` are the reports with at least one day in the windows or the baseline: outlet,
    province and what `constant_outlets` takes, as rows of `compare` have them. `incomplete` is
    the first day for which reports are still to come.
    """
    if compared.empty:
        return ()
    said = (
        _reports(comparison, compared),
        _outlets(comparison, compared),
        _recent(comparison, incomplete),
        _provinces(compared),
        _tied(comparison, untied),
    )
    return tuple(filter(None, said))


def _reports(comparison: Comparison, compared: pd.DataFrame) -> str:
    days = comparison.inside_days + comparison.outside_days
    return say("rates.reports", n=int(counts_of(compared).sum()), days=days)


def _numbers(compared: pd.DataFrame, column: str) -> pd.Series:
    """Return the reports by what the column names, most first; those that name nothing left out."""
    counted = compared[[column]].assign(n=counts_of(compared))
    sums = counted[counted[column] != ""].groupby(column)["n"].sum()
    return sums.sort_index().sort_values(ascending=False, kind="stable")


def _outlets(comparison: Comparison, compared: pd.DataFrame) -> str:
    named = _numbers(compared, "outlet")
    if named.empty:
        return say("rates.no_outlet")
    return say(
        "rates.outlets",
        n=len(named),
        outlet=named.index[0],
        share=named.iloc[0] / counts_of(compared).sum(),
        steady=len(constant_outlets(compared, comparison.question.years)),
    )


def _recent(comparison: Comparison, incomplete: date | None) -> str:
    runs = comparison.question.inside.runs + comparison.question.outside.runs
    if incomplete is None or max(last for _, last in runs) < incomplete.toordinal():
        return ""
    return say("rates.incomplete", day=day_in_words(incomplete))


def _provinces(compared: pd.DataFrame) -> str:
    placed = _numbers(compared, "province")
    if placed.empty:
        return say("rates.no_province")
    share = placed.iloc[:2].sum() / counts_of(compared).sum()
    first, *more = map(labels.province_name, placed.index[:2])
    if not more:
        return say("rates.one_province", first=first, share=share)
    return say("rates.two_provinces", first=first, second=more[0], share=share)


def _tied(comparison: Comparison, untied: Comparison | None) -> str:
    if not comparison.tied:
        return ""
    said = say("rates.tied", n=comparison.tied)
    if untied is None:
        return said
    effect = say(
        "rates.tied_effect",
        low=words.times(untied.ratio_within.value),
        high=words.times(untied.ratio_touches.value),
        place=words.percentile(untied.placebo.percentile),
        with_place=words.percentile(comparison.placebo.percentile),
    )
    return f"{said} {effect}"
