"""Small pieces of the sentences about a comparison: names, windows, numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from incidents.rates.question import Question


def ordinal(share: float) -> str:
    """A share of the shifts as a percentile in words, rounded down so that none is promoted.

    >>> ordinal(0.9499), ordinal(0.915), ordinal(0.12), ordinal(0.03)
    ('94th', '91st', '12th', '3rd')
    """
    number = math.floor(share * 100 + 1e-9)
    tail = number % 100
    ending = "th" if 11 <= tail <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(tail % 10, "th")
    return f"{number}{ending}"


def times(ratio: float | None) -> str:
    """A rate ratio with two figures; None is one that has no finite value.

    >>> times(0.4149), times(2.66), times(12.3), times(None)
    ('0.41', '2.7', '12', 'infinitely many')
    """
    if ratio is None:
        return "infinitely many"
    return f"{ratio:.2f}" if ratio < 1 else f"{ratio:.1f}" if ratio < 10 else f"{ratio:.0f}"


def limits(low: float | None, high: float | None) -> str:
    """An interval in words: "1.6 to 6.5", or "1.6 or more" without an upper limit."""
    return f"{times(low)} or more" if high is None else f"{times(low)} to {times(high)}"


def counted(number: int, noun: str) -> str:
    """A number and its noun.

    >>> counted(1, "report"), counted(1200, "day")
    ('1 report', '1,200 days')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def name(question: Question) -> str:
    """The English name of the occasion without what stands in brackets."""
    return question.occasion.name_en.split(" (")[0]


def span_of_years(years: Sequence[int]) -> str:
    """Years as a reader writes them.

    >>> span_of_years([2019]), span_of_years([2017, 2018, 2019]), span_of_years([2015, 2019])
    ('2019', '2017–2019', '2015 and 2019')
    """
    if len(years) > 2 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]}–{years[-1]}"
    return " and ".join(filter(None, [", ".join(map(str, years[:-1])), *map(str, years[-1:])]))


def window(question: Question) -> str:
    """The window in words: "the 18 days before Day of Security and the day itself"."""
    before, after, day = question.before, question.after, name(question)
    if before and after:
        return (
            f"the days from {counted(before, 'day')} before to {counted(after, 'day')} after {day}"
        )
    if before:
        days = "day" if before == 1 else f"{before} days"
        return f"the {days} before {day} and the day itself"
    if after:
        return f"{day} and the {'day' if after == 1 else f'{after} days'} after it"
    return f"{day} itself"


def basis(question: Question) -> str:
    """On what the length of the run-up rests, in one sentence."""
    occasion = question.occasion
    days = counted(question.before, "day")
    if question.before != occasion.default_before or question.after:
        return "The window was chosen by hand."
    if occasion.typical_runup_days is None:
        return f"No source gives the length of this run-up; {days} are a plain default."
    ground = re.split(r"[:;.](?:\s|$)", occasion.runup_basis)[0].strip()
    return f"The length of {days} rests on this: {ground or 'no basis is recorded'}."
