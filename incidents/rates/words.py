"""Small pieces of the sentences about a comparison: names, windows, numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from incidents import labels
from incidents.dates import year_in_words, years_in_words
from incidents.rates.question import Question
from incidents.sentence import around, listed
from incidents.words import say


def ordinal(share: float) -> str:
    """A share of the shifts as a percentile in words, rounded down so that none is promoted.

    >>> ordinal(0.9499), ordinal(0.915), ordinal(0.12), ordinal(0.03)
    ('94th', '91st', '12th', '3rd')
    """
    number = math.floor(share * 100 + 1e-9)
    tail = number % 100
    ending = "th" if 11 <= tail <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(tail % 10, "th")
    return say(f"rates.ordinal_{ending}", n=number)


def percentile(share: float | None) -> str:
    """A share of the shifts as "94th percentile", or that there is none."""
    if share is None:
        return say("rates.no_percentile")
    return say("rates.percentile", place=ordinal(share))


def figure(ratio: float | None) -> str:
    """A rate ratio with two figures; None is one that has no finite value.

    >>> figure(0.4149), figure(2.66), figure(12.3), figure(None)
    ('0.41', '2.7', '12', 'infinitely many')
    """
    if ratio is None:
        return say("rates.infinite")
    return f"{ratio:.2f}" if ratio < 1 else f"{ratio:.1f}" if ratio < 10 else f"{ratio:.0f}"


def times(ratio: float | None) -> str:
    """A rate ratio before the word "times", which Korean has in it."""
    return figure(None) if ratio is None else say("rates.times", figure=figure(ratio))


def limits(low: float | None, high: float | None) -> str:
    """An interval in words: "1.6 to 6.5", or "1.6 or more" without an upper limit."""
    if high is None:
        return say("rates.limits_open", low=figure(low))
    return say("rates.limits", low=figure(low), high=figure(high))


def name(question: Question) -> str:
    """The name of the occasion without what stands in brackets."""
    return labels.short_name(question.occasion)


def span_of_years(years: Sequence[int]) -> str:
    """Years as a reader writes them.

    >>> span_of_years([2019]), span_of_years([2017, 2018, 2019]), span_of_years([2015, 2019])
    ('2019', '2017–2019', '2015 and 2019')
    """
    if len(years) < 2:
        return "".join(map(year_in_words, years))
    if len(years) > 2 and years[-1] - years[0] == len(years) - 1:
        return years_in_words(years[0], years[-1])
    return say("rates.years_apart", years=listed(map(str, years), "and", most=len(years)))


def window(question: Question) -> str:
    """The window in words: "the 18 days before the Day of Security and the day itself"."""
    before, after, day = question.before, question.after, labels.in_text(question.occasion)
    if before or after:
        return around(day, before, after)
    return say("rates.window_itself", name=day)


def basis(question: Question) -> str:
    """On what the length of the run-up rests, in one sentence."""
    occasion, days = question.occasion, question.before
    if days != occasion.default_before or question.after:
        return say("rates.by_hand")
    if occasion.typical_runup_days is None:
        return say("rates.plain_default", n=days)
    ground = re.split(r"[:;.](?:\s|$)", occasion.runup_basis)[0].strip()
    return say("rates.rests_on", n=days, ground=ground or say("rates.no_ground"))
