"""Run-up against the rest of the year: rate ratios, placebo, ranking and words for them."""

from __future__ import annotations

from incidents.rates.asked import answers, cautions, comparison, ranked, reports
from incidents.rates.chosen import constant_outlets
from incidents.rates.compare import Comparison, Pair, by_year, compare, tied_and_untied
from incidents.rates.placebo import Placebo
from incidents.rates.question import Question, ask
from incidents.rates.ranking import chance_note, rank
from incidents.rates.ratio import Ratio, rate_ratio
from incidents.rates.verdict import finding, headline, parts, verdict
from incidents.rates.warnings import warnings

__all__ = [
    "Comparison",
    "Pair",
    "Placebo",
    "Question",
    "Ratio",
    "answers",
    "ask",
    "by_year",
    "cautions",
    "chance_note",
    "compare",
    "comparison",
    "constant_outlets",
    "finding",
    "headline",
    "parts",
    "rank",
    "ranked",
    "rate_ratio",
    "reports",
    "tied_and_untied",
    "verdict",
    "warnings",
]
