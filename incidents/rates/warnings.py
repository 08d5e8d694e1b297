"""What stands beside every comparison, with the numbers of the rows compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from incidents.dates import day_in_words
from incidents.lag import incomplete_from
from incidents.rates import words
from incidents.rates.compare import Comparison, constant_outlets
from incidents.rates.days import ordinals

if TYPE_CHECKING:
    import pandas as pd


def warnings(
    comparison: Comparison,
    rows: pd.DataFrame,
    untied: Comparison | None = None,
    everything: pd.DataFrame | None = None,
) -> tuple[str, ...]:
    """The cautions that apply, each one sentence or two.

    `rows` are those given to `compare`; the reporting lag is taken from `everything` (all rows
    of the store) when given.
    """
    compared = compared_rows(comparison, rows)
    if compared.empty:
        return ()
    said = (
        _reports(comparison, compared),
        _outlets(comparison, compared),
        _recent(comparison, rows if everything is None else everything),
        _provinces(compared),
        _tied(comparison, untied),
    )
    return tuple(filter(None, said))


def compared_rows(comparison: Comparison, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with at least one day in the windows or the baseline."""
    days = comparison.question.inside | comparison.question.outside
    return rows[days.shared(ordinals(rows["date_start"]), ordinals(rows["date_end"])) > 0]


def _reports(comparison: Comparison, compared: pd.DataFrame) -> str:
    return (
        f"Reports are counted, not events: {words.counted(len(compared), 'report')} on "
        f"{words.counted(comparison.inside_days + comparison.outside_days, 'day')}. One report "
        "can stand for many cases, and many cases are never reported."
    )


def _outlets(comparison: Comparison, compared: pd.DataFrame) -> str:
    named = compared.loc[compared["outlet"] != "", "outlet"].value_counts()
    if named.empty:
        return "No row names its outlet, so a change of sources cannot be told from a change."
    steady = len(constant_outlets(compared, comparison.question.years))
    most = f"{named.index[0]} alone gives {named.iloc[0] / len(compared):.0%}"
    return (
        f"The reports come from {words.counted(len(named), 'outlet')}; {most}. Each starts, "
        f"pauses and closes: {steady} of {len(named)} reported in every compared year."
    )


def _recent(comparison: Comparison, everything: pd.DataFrame) -> str:
    day = incomplete_from(everything)
    runs = comparison.question.inside.runs + comparison.question.outside.runs
    if day is None or max(last for _, last in runs) < day.toordinal():
        return ""
    return (
        f"From {day_in_words(day)} on the data are incomplete: one report in ten still comes "
        "later than that after what it describes."
    )


def _provinces(compared: pd.DataFrame) -> str:
    column = "province_name" if "province_name" in compared else "province"
    placed = compared.loc[compared["province"] != "", column].value_counts()
    if placed.empty:
        return "No report compared names its province."
    first = " and ".join(map(str, placed.index[:2]))
    share = placed.iloc[:2].sum() / len(compared)
    verb = "hold" if len(placed) > 1 else "holds"
    return (
        f"{first} {verb} {share:.0%} of these reports: the figures speak for what can be heard "
        "from there more than for the country."
    )


def _tied(comparison: Comparison, untied: Comparison | None) -> str:
    if not comparison.tied:
        return ""
    tied = words.counted(comparison.tied, "row")
    said = f"{tied} were found because a source ties them to this occasion."
    if comparison.tied == 1:
        said = said.replace(" were ", " was ").replace("ties them", "ties it")
    if untied is None:
        return said
    both = " to ".join(words.times(r.value) for r in (untied.ratio_within, untied.ratio_touches))
    return f"{said} Without: {both} times the rest, {_place(untied)}; with: {_place(comparison)}."


def _place(comparison: Comparison) -> str:
    place = comparison.placebo.percentile
    return "no percentile" if place is None else f"{words.ordinal(place)} percentile"
