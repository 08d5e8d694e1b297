"""Comparisons of what a view shows, its reports counted together by the engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from incidents.grouped import everything, grouped
from incidents.lag import unfinished
from incidents.periods import Window
from incidents.rates.chosen import constant_outlets
from incidents.rates.compare import Comparison, by_year, compare
from incidents.rates.days import EPOCH
from incidents.rates.question import Question, ask_selection
from incidents.rates.ranking import rank
from incidents.rates.warnings import warnings

if TYPE_CHECKING:
    import pandas as pd

    from incidents.view import View

ALIKE = ("start_day", "end_day", "occasion_id")
STEADY = ("outlet", "year", "last_year")  # what constant outlets are told by


def reports(view: View, without_tied: bool | None = None) -> pd.DataFrame:
    """Return the reports that pass every filter but time, and the switch for constant sources.

    One row is one interval of the reports that a source ties to the occasion asked about, or of
    the others: date_start, date_end, occasion_id ("" for the others), and n, how many. Whether
    sources are constant is judged without the tied reports if the selection, or `without_tied`,
    leaves them out.
    """
    import pandas as pd

    question = ask_selection(view.calendar, view.selection, view.span)
    every, tied = _intervals(view, question, without_tied)
    code = question.occasion.id
    keys = ["start_day", "end_day"]
    both = every.merge(tied, on=keys, how="left", suffixes=("", "_tied")).fillna({"n_tied": 0})
    others = both.assign(n=both["n"] - both["n_tied"].astype(int), occasion_id="")
    found = pd.concat([others.drop(columns="n_tied"), tied.assign(occasion_id=code)])
    return _dated(found[found["n"] > 0])


def _intervals(
    view: View, question: Question, without_tied: bool | None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the intervals of all reports and of those tied: start_day, end_day, n."""
    chosen, plain = view.selection, view.without_time
    is_none = False
    if chosen.constant_sources:
        leave_out = chosen.without_tied if without_tied is None else without_tied
        outlets = _steady(plain, question, leave_out)
        plain, is_none = plain.narrowed(outlet=tuple(sorted(outlets))), not outlets
    code = question.occasion.id
    is_tied = not is_none and (not chosen.occasion or code in chosen.occasion)
    tied = plain.narrowed(occasion=(code,)) if is_tied else None
    return _counted(None if is_none else plain), _counted(tied)


def _counted(view: View | None) -> pd.DataFrame:
    import pandas as pd

    names = ("start_day", "end_day", "n")
    found = view.intervals() if view else (np.zeros(0, dtype=np.int64),) * 3
    return pd.DataFrame(dict(zip(names, found, strict=True)))


def _steady(plain: View, question: Question, without_tied: bool) -> frozenset[str]:
    known = grouped(plain, "occasion_id", *STEADY)
    if without_tied:
        known = known[known["occasion_id"] != question.occasion.id]
    return constant_outlets(known, question.years)


def _dated(counted: pd.DataFrame) -> pd.DataFrame:
    """Return the groups in the order of their days, the ordinals as dates."""
    ordered = counted.sort_values(list(ALIKE), ignore_index=True)
    days = {
        name: (ordered[day].to_numpy(dtype=np.int64) - EPOCH)
        .astype("datetime64[D]")
        .astype("datetime64[s]")
        for name, day in (("date_start", "start_day"), ("date_end", "end_day"))
    }
    return ordered[["occasion_id", "n"]].assign(**days)


def _asked(view: View, **changes: Any) -> tuple[Any, ...]:
    """Return what `compare` takes besides the rows; constant sources are already chosen."""
    return view.calendar, replace(view.selection, constant_sources=False, **changes), view.span


def comparison(view: View) -> Comparison:
    """The comparison of a view's selection, as `compare` of its rows one by one."""
    return compare(reports(view), *_asked(view))


def answers(view: View) -> tuple[Comparison, Comparison, dict[int, Comparison]]:
    """The comparison with and without the reports their source ties to the occasion, and by year.

    The years are compared as the selection has it: with the tied reports, or without.
    """
    chosen = view.selection
    full = reports(view, without_tied=False)
    untied = reports(view, without_tied=True) if chosen.constant_sources else full
    return (
        compare(full, *_asked(view, without_tied=False)),
        compare(untied, *_asked(view, without_tied=True)),
        by_year(untied if chosen.without_tied else full, *_asked(view)),
    )


def ranked(view: View) -> pd.DataFrame:
    """Every occasion with its default window, as `rank`."""
    plain, asked = view.without_time, (view.calendar, view.span, view.selection.years)
    if view.selection.without_tied:
        return rank(_dated(grouped(plain, *ALIKE)), *asked, without_tied=True)
    known = grouped(plain, "occasion_id")
    tied = dict(zip(known["occasion_id"], known["n"].astype(int), strict=True))
    return rank(_dated(_counted(plain).assign(occasion_id="")), *asked, tied=tied)


def cautions(view: View, one: Comparison, untied: Comparison | None = None) -> tuple[str, ...]:
    """The warnings that apply to a comparison of a view, as sentences."""
    days = one.question.inside | one.question.outside
    if not days.runs:
        return ()
    windows = tuple(Window(date.fromordinal(a), date.fromordinal(b)) for a, b in days.runs)
    compared = replace(view.without_time, windows=windows)
    found = grouped(compared, "province", *STEADY)
    return warnings(one, found, untied, unfinished(everything(view)))
