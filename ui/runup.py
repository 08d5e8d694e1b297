"""The run-up against the rest of the year: a verdict, its counts, its placebo and its years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents.selection import Selection
from incidents.view import View
from ui import state
from ui.plain import plain

if TYPE_CHECKING:
    import pandas as pd

    from incidents.rates import Comparison

TIED, STEADY, MINUS = "runup_without_tied", "runup_constant_sources", "runup_minus"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is shown of one question: all reports, those without the tied, and each year alone.

    `shown` is the one of the two that the reader's switch asks for.
    """

    rows: pd.DataFrame
    full: Comparison
    untied: Comparison
    shown: Comparison
    years: dict[str, Comparison]


def draw(view: View) -> None:
    """Draw the comparison of the chosen occasion, or a sentence that one has to be chosen."""
    if view.selection.period not in view.calendar.occasions:
        st.info(
            "Choose a day that comes back every year as the period: only then is there a run-up to "
            "compare with the rest of the year."
        )
        return
    answer = work_out(view)
    with st.container(border=True):
        for sentences in verdicts(answer, view.selection):
            st.markdown(plain(sentences))
    counts, beside = st.columns(2, gap="large")
    with counts:
        _counts(answer, view.selection)
        _switches(view)
        if answer.shown.rows:
            _placebo(answer)
    with beside:
        _cautions(view, answer)
        if answer.shown.rows:
            _years(answer)


def work_out(view: View) -> Answer:
    """Compare the rows that pass every filter but time."""
    from incidents import rates

    rows, asked = view.untimed(), (view.calendar, view.selection, view.span)
    full, untied = rates.tied_and_untied(rows, *asked)
    shown = untied if view.selection.without_tied else full
    named = {"All years": shown}
    if full.tied and shown is full:
        named["All, without tied"] = untied
    each = rates.by_year(rows, *asked)
    named |= {str(year): one for year, one in sorted(each.items(), reverse=True)}
    return Answer(rows, full, untied, shown, named)


def verdicts(answer: Answer, selection: Selection) -> list[str]:
    """Return what may be printed: with the tied rows and without, or only without if so chosen."""
    from incidents import rates

    if not selection.without_tied:
        return [rates.verdict(answer.full, answer.untied)]
    return [
        "Reports tied to this occasion by their source are left out.",
        rates.verdict(answer.untied),
    ]


def table(one: Comparison) -> pd.DataFrame:
    """Return the counts as text, one row a way of counting and one for the days.

    Columns: inside, outside and the rate ratio with its exact 95 % interval in words.
    """
    import pandas as pd

    from ui.forest import POSSIBLY, SURELY, in_words

    days = one.inside_days, one.outside_days
    middle = one.ratio_expected
    rows = {
        SURELY: _whole(one.within, in_words(one.ratio_within, *days)),
        "Expected": (
            f"{one.expected.inside:,.1f}",
            f"{one.expected.outside:,.1f}",
            "undefined" if middle is None else f"{middle:.2f} (between the two)",
        ),
        POSSIBLY: _whole(one.touches, in_words(one.ratio_touches, *days)),
        "Days": (f"{days[0]:,}", f"{days[1]:,}", ""),
    }
    names = ["Inside", "Outside", "Ratio (95 % interval)"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=names)


def _whole(pair: Any, told: str) -> tuple[str, str, str]:
    return f"{pair.inside:,.0f}", f"{pair.outside:,.0f}", told


def _counts(answer: Answer, selection: Selection) -> None:
    st.subheader("Reports in the windows and in the rest", anchor=False)
    if not selection.without_tied:
        st.table(table(answer.full))
        if not answer.full.tied:
            st.caption("No source ties any of these reports to this occasion.")
            return
        st.caption(f"Without the {answer.full.tied:,} reports tied to this occasion by a source:")
    st.table(table(answer.untied))


def _switches(view: View) -> None:
    """Draw the three switches; each changes the selection and with it the link."""
    selection, occasions = view.selection, view.calendar.occasions
    _toggle(TIED, "without_tied", "Leave out reports tied to this occasion", selection)
    _toggle(STEADY, "constant_sources", "Only outlets that reported in every year", selection)
    if set(st.session_state.get(MINUS, ())) != set(selection.minus):
        st.session_state[MINUS] = list(selection.minus)
    st.multiselect(
        "Take these run-ups out of the rest of the year",
        [code for code in occasions if code != selection.period or code in selection.minus],
        format_func=lambda code: occasions[code].label,
        key=MINUS,
        on_change=lambda: state.change(minus=tuple(st.session_state[MINUS])),
        placeholder="None",
    )


def _toggle(key: str, field: str, label: str, selection: Selection) -> None:
    state.sync(key, getattr(selection, field))
    st.toggle(label, key=key, on_change=lambda: state.change(**{field: st.session_state[key]}))


def _cautions(view: View, answer: Answer) -> None:
    from incidents import rates

    everything = replace(view, selection=Selection(), windows=(), reason=None).untimed()
    other = None if view.selection.without_tied else answer.untied
    st.subheader("Read with care", anchor=False)
    for caution in rates.warnings(answer.shown, answer.rows, other, everything):
        st.markdown(f"- {plain(caution)}")
    st.caption("Places, kinds, agencies and outlets are chosen in the filters of the page.")


def _placebo(answer: Answer) -> None:
    from ui import forest

    placebo = answer.shown.placebo
    st.subheader("The same windows at other times of the year", anchor=False)
    if placebo.percentile is None:
        st.caption("No window lies in the time the data cover, so there is nothing to move.")
        return
    st.caption(
        f"All windows moved together by 0 to 364 days; {len(placebo.rates):,} moves keep at least "
        "half of the days. Reports are spread evenly over their days."
    )
    forest.draw_placebo(placebo)


def _years(answer: Answer) -> None:
    from ui import forest

    st.subheader("Year by year", anchor=False)
    forest.draw_forest(answer.years)
