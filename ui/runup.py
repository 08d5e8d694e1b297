"""The run-up against the rest of the year: a verdict, its counts, its placebo and its years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents import labels
from incidents.dates import year_in_words
from incidents.selection import Selection
from incidents.view import View
from incidents.words import say
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

    full: Comparison
    untied: Comparison
    shown: Comparison
    years: dict[str, Comparison]


def draw(view: View) -> None:
    """Draw the comparison of the chosen occasion, or a sentence that one has to be chosen."""
    if view.selection.period not in view.calendar.occasions:
        st.info(say("runup.need_occasion"))
        return
    answer = work_out(view)
    with st.container(border=True):
        headline, *pieces = verdict(answer, view.selection)
        st.markdown(f"**{plain(headline)}**")
        st.caption("\n\n".join(map(plain, pieces)))
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
    """Compare the reports that pass every filter but time."""
    from incidents import rates

    full, untied, years = rates.answers(view)
    shown = untied if view.selection.without_tied else full
    named = {say("runup.all_years"): shown}
    if full.tied and shown is full:
        named[say("runup.all_untied")] = untied
    each = sorted(years.items(), reverse=True)
    named |= {year_in_words(year): one for year, one in each}
    return Answer(full, untied, shown, named)


def verdict(answer: Answer, selection: Selection) -> list[str]:
    """Return what may be printed, with the tied rows and without, or only without if so chosen.

    The finding in one sentence first, then its figures and what they rest on, piece by piece.
    """
    from incidents import rates

    if not selection.without_tied:
        compared = answer.full, answer.untied
        return [rates.headline(*compared), *rates.parts(*compared)]
    left_out = say("runup.left_out")
    return [rates.headline(answer.untied), left_out, *rates.parts(answer.untied)]


def table(one: Comparison) -> pd.DataFrame:
    """Return the counts as text, one row a way of counting and one for the days.

    Columns: inside, outside and the rate ratio with its exact 95 % interval in words.
    """
    import pandas as pd

    from ui.forest import in_words

    days = one.inside_days, one.outside_days
    middle = one.ratio_expected
    rows = {
        say("runup.surely"): _whole(one.within, in_words(one.ratio_within, *days)),
        say("runup.expected"): (
            f"{one.expected.inside:,.1f}",
            f"{one.expected.outside:,.1f}",
            say("runup.undefined") if middle is None else say("runup.between", value=middle),
        ),
        say("runup.possibly"): _whole(one.touches, in_words(one.ratio_touches, *days)),
        say("runup.days"): (f"{days[0]:,}", f"{days[1]:,}", ""),
    }
    names = [say(f"runup.{name}") for name in ("inside", "outside", "ratio_and_interval")]
    return pd.DataFrame.from_dict(rows, orient="index", columns=names)


def _whole(pair: Any, told: str) -> tuple[str, str, str]:
    return f"{pair.inside:,.0f}", f"{pair.outside:,.0f}", told


def _counts(answer: Answer, selection: Selection) -> None:
    st.subheader(say("runup.counts"), anchor=False)
    if not selection.without_tied:
        st.table(table(answer.full))
        if not answer.full.tied:
            st.caption(say("runup.none_tied"))
            return
        st.caption(say("runup.without_tied", n=answer.full.tied))
    st.table(table(answer.untied))


def _switches(view: View) -> None:
    """Draw the three switches; each changes the selection and with it the link."""
    selection, occasions = view.selection, view.calendar.occasions
    _toggle(TIED, "without_tied", say("runup.leave_out"), selection)
    _toggle(STEADY, "constant_sources", say("runup.constant"), selection)
    if set(st.session_state.get(MINUS, ())) != set(selection.minus):
        st.session_state[MINUS] = list(selection.minus)
    st.multiselect(
        say("runup.minus"),
        [code for code in occasions if code != selection.period or code in selection.minus],
        format_func=lambda code: labels.occasion(occasions[code]),
        key=MINUS,
        on_change=lambda: state.change(minus=tuple(st.session_state[MINUS])),
        placeholder=say("runup.none"),
    )


def _toggle(key: str, field: str, label: str, selection: Selection) -> None:
    state.sync(key, getattr(selection, field))
    st.toggle(label, key=key, on_change=lambda: state.change(**{field: st.session_state[key]}))


def _cautions(view: View, answer: Answer) -> None:
    from incidents import rates

    other = None if view.selection.without_tied else answer.untied
    st.subheader(say("runup.with_care"), anchor=False)
    for caution in rates.cautions(view, answer.shown, other):
        st.markdown(f"- {plain(caution)}")
    st.caption(say("runup.filters"))


def _placebo(answer: Answer) -> None:
    from ui import forest

    placebo = answer.shown.placebo
    st.subheader(say("runup.moved"), anchor=False)
    if placebo.percentile is None:
        st.caption(say("runup.nothing_to_move"))
        return
    st.caption(say("runup.moves", n=len(placebo.rates)))
    forest.draw_placebo(placebo)


def _years(answer: Answer) -> None:
    from ui import forest

    st.subheader(say("runup.by_year"), anchor=False)
    forest.draw_forest(answer.years)
