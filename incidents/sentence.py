"""A view in words: what is shown, for when, how many, how sure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from incidents import labels
from incidents.dates import day_in_words, in_words, year_in_words, years_in_words
from incidents.periods import Calendar, Window
from incidents.selection import Selection
from incidents.windows import effective_before
from incidents.words import say

if TYPE_CHECKING:
    from incidents.view import View


def listed(parts: Iterable[str], last: str = "or", most: int = 4) -> str:
    """Return the parts as a list in a sentence, the tail of a long one counted.

    >>> listed(["a", "b", "c"]), listed(["a"]), listed("abcdef")
    ('a, b or c', 'a', 'a, b, c or 3 more')
    >>> from incidents.words import speaking
    >>> with speaking("ko"):
    ...     listed("가나다"), listed("가나다라마바")
    ('가, 나 또는 다', '가, 나, 다 또는 그 외 3개')
    """
    names = list(parts)
    if len(names) > most:
        names = [*names[: most - 1], say("labels.more", n=len(names) - most + 1)]
    if len(names) < 2:
        return "".join(names)
    return say(f"labels.listed_{last}", first=", ".join(names[:-1]), last=names[-1])


def period_in_words(selection: Selection, calendar: Calendar, windows: tuple[Window, ...]) -> str:
    """Return the time asked for as a phrase that follows "may lie", "" without a time filter."""
    if not selection.has_time:
        return ""
    if whole := _whole(selection, calendar, windows):
        return whole
    parts = {
        "period": _period(selection, calendar) if selection.period else "",
        "years": _years(selection, calendar, windows),
        "bounds": _bounds(selection),
    }
    given = {key: words for key, words in parts.items() if words}
    text = say(f"sentence.time_{'_'.join(given)}", **given)
    if len(windows) == 1 and selection.period:
        dates = in_words(windows[0].first, windows[0].last)
        return say("sentence.time_dated", time=text, dates=dates)
    return text


def _whole(selection: Selection, calendar: Calendar, windows: tuple[Window, ...]) -> str:
    """Return the days of the one window of an occasion and what they are, "" if it is cut."""
    occasion = calendar.occasions.get(selection.period or "")
    before, after = effective_before(selection, calendar), selection.after or 0
    if not occasion or len(windows) != 1:
        return ""
    first, last = windows[0].first, windows[0].last
    if (last - first).days != before + after:
        return ""
    named = labels.in_text(occasion)
    if before or after:
        named = around(named, before, after)
    key = "sentence.time_whole" if before or after else "sentence.time_whole_day"
    return say(key, dates=in_words(first, last), named=named)


def around(name: str, before: int, after: int) -> str:
    """Return a window around a day: "the 18 days before the Day of Security and the day itself"."""
    if before and after:
        return say("rates.window", before=before, after=after, name=name)
    if before == 1 or after == 1:
        return say(f"rates.window_{'before' if before else 'after'}_one", name=name)
    if before:
        return say("rates.window_before", before=before, name=name)
    return say("rates.window_after", after=after, name=name)


def _period(selection: Selection, calendar: Calendar) -> str:
    before, after = effective_before(selection, calendar), selection.after or 0
    occasion = calendar.occasions.get(selection.period or "")
    if occasion:
        return _around(labels.in_text(occasion), before, after)
    name = labels.name(calendar.campaigns[selection.period or ""])
    sides = "around" if before and after else "before" if before else "after" if after else ""
    key = f"sentence.during_or_{sides}" if sides else "sentence.during"
    return say(key, name=name, before=before, after=after)


def _around(name: str, before: int, after: int) -> str:
    if before and after:
        return say("sentence.before_to_after", name=name, before=before, after=after)
    if before:
        return say("sentence.before_or_on", name=name, before=before)
    if after:
        return say("sentence.on_or_after", name=name, after=after)
    return say("sentence.on_occasion", name=name)


def _years(selection: Selection, calendar: Calendar, windows: tuple[Window, ...]) -> str:
    if selection.years:
        years = map(year_in_words, selection.years)
        return say("sentence.in_years", years=listed(years, "and", most=6))
    if selection.period in calendar.occasions and len(windows) > 1:
        first, last = windows[0].last.year, windows[-1].last.year
        return say("sentence.each_year", years=years_in_words(first, last))
    return ""


def _bounds(selection: Selection) -> str:
    first = day_in_words(selection.from_) if selection.from_ else ""
    last = day_in_words(selection.to) if selection.to else ""
    if first and first == last:
        return say("sentence.on_day", first=first)
    if first and last:
        return say("sentence.between", first=first, last=last)
    if first:
        return say("sentence.from_on", first=first)
    return say("sentence.up_to", last=last) if last else ""


def filters_in_words(selection: Selection, calendar: Calendar) -> list[str]:
    """Return every filter but time as a phrase, in the order of the vocabulary."""
    found = {
        "places": [
            listed(map(labels.province_name, selection.province)),
            listed(map(labels.district_name, selection.district)),
        ],
        "types": [listed(labels.event_type(code).lower() for code in selection.event_type)],
        "agencies": [listed(map(labels.agency, selection.agency))],
        "outlets": [listed(selection.outlet)],
        "tied": [listed(_tied(code, calendar) for code in selection.occasion)],
        "words": [" ".join(selection.text)],
        "record": [selection.id or ""],
        "dataset": [listed(map(_dataset, selection.dataset))],
    }
    return [
        say(f"sentence.{phrase}", names=names)
        for phrase, lists in found.items()
        for names in lists
        if names
    ]


def _tied(code: str, calendar: Calendar) -> str:
    occasion = calendar.occasions.get(code)
    return labels.in_text(occasion) if occasion else labels.short_period(code, calendar)


def _dataset(code: str) -> str:
    return say(f"sentence.dataset_{code}") if code in ("embedded", "yours") else code


def sentence(view: View) -> str:
    """Return one sentence that says the view: how many, what, where, when."""
    selection, n = view.selection, view.rows_count
    count = say("sentence.count", n=n)
    where = " ".join(filters_in_words(selection, view.calendar))
    if where:
        count = say("sentence.count_where", count=count, where=where)
    time = period_in_words(selection, view.calendar, view.windows)
    if time:
        sure = "within" if selection.dates == "within" else "touching"
        return say(f"sentence.{sure}", count=count, time=time, n=n)
    if selection.id:
        return say("sentence.plain", count=count)
    dates = in_words(view.span.first, view.span.last)
    return say("sentence.spanning", count=count, dates=dates)


def triple_in_words(view: View) -> str:
    """Return the triple as words, or "" where no time is filtered and all three agree."""
    if not view.is_timed:
        return ""
    t = view.triple
    return say("sentence.triple", within=t.within, expected=t.expected, touches=t.touches)
