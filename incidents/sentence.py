"""A view in words: what is shown, for when, how many, how sure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from incidents.dates import day_in_words, in_words
from incidents.periods import Calendar, Window
from incidents.record import AGENCIES, EVENT_TYPES
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


def number_of(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun: "1 report", "1,204 reports"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def period_in_words(selection: Selection, calendar: Calendar, windows: tuple[Window, ...]) -> str:
    """Return the time asked for as a phrase that follows "that lie", "" without a time filter."""
    if not selection.has_time:
        return ""
    parts = [_period(selection, calendar) if selection.period else "", _years(selection)]
    if selection.period in calendar.occasions and not selection.years and windows:
        parts.append(f"each year {windows[0].last.year}–{windows[-1].last.year}")
    parts.append(_bounds(selection))
    text = ", ".join(part for part in parts if part)
    if len(windows) == 1 and selection.period:
        text += f" ({in_words(windows[0].first, windows[0].last)})"
    return text


def short_name(name: str) -> str:
    """Return the name of an occasion without what stands in brackets after it.

    >>> short_name("Day of Security (founding day of the police ministry)")
    'Day of Security'
    """
    return name.split(" (")[0]


def _period(selection: Selection, calendar: Calendar) -> str:
    before, after = effective_before(selection, calendar), selection.after or 0
    occasion = calendar.occasions.get(selection.period or "")
    if occasion:
        return _around(short_name(occasion.name_en), before, after)
    name = calendar.campaigns[selection.period or ""].name_en
    sides = ((before, "before"), (after, "after"))
    margin = [f"{number_of(days, 'day')} {side}" for days, side in sides if days]
    return f"during “{name}”" + (f" or {' or '.join(margin)} it" if margin else "")


def _around(name: str, before: int, after: int) -> str:
    if before and after:
        return f"from {number_of(before, 'day')} before to {number_of(after, 'day')} after {name}"
    if before:
        return f"in the {number_of(before, 'day')} before {name} or on the day itself"
    if after:
        return f"on {name} or in the {number_of(after, 'day')} after it"
    return f"on {name}"


def _years(selection: Selection) -> str:
    years = listed(map(str, selection.years), "and", most=6)
    return f"in {years}" if years else ""


def _bounds(selection: Selection) -> str:
    first, last = selection.from_, selection.to
    if first and first == last:
        return f"on {day_in_words(first)}"
    if first and last:
        return f"between {day_in_words(first)} and {day_in_words(last)}"
    if first:
        return f"on or after {day_in_words(first)}"
    return f"on or before {day_in_words(last)}" if last else ""


def filters_in_words(selection: Selection, names: Mapping[str, str]) -> list[str]:
    """Return every filter but time as a phrase; ``names`` label the places by code."""
    found = [
        ("in {}", listed(names.get(code, code) for code in selection.province)),
        ("in {}", listed(names.get(code, code) for code in selection.district)),
        ("of type {}", listed(EVENT_TYPES.get(t, t).lower() for t in selection.event_type)),
        ("by {}", listed(AGENCIES.get(a, a) for a in selection.agency)),
        ("reported by {}", listed(selection.outlet)),
        ("tied by their source to {}", listed(selection.occasion)),
        ("with the words “{}”", " ".join(selection.text)),
        ("with the id {}", selection.id or ""),
        ("from the dataset {}", listed(selection.dataset)),
    ]
    return [phrase.format(value) for phrase, value in found if value]


def place_names() -> dict[str, str]:
    """Return the label of every ADM1 code and ADM2 id."""
    from geo.places import districts, provinces

    known = {code: place.name for code, place in provinces().items()}
    return known | {code: place.name for code, place in districts().items()}


def sentence(view: View) -> str:
    """Return one sentence that says the view: how many, what, where, when."""
    selection, one = view.selection, view.rows_count == 1
    where = " ".join(filters_in_words(selection, place_names()))
    text = number_of(view.rows_count, "reported incident") + (f" {where}" if where else "")
    time = period_in_words(selection, view.calendar, view.windows)
    if not time and selection.id:
        return f"{text}."
    if not time:
        return f"{text}, {in_words(view.span.first, view.span.last)}."
    lie = "lies" if one else "lie"
    sure = f"surely {lie}" if selection.dates == "within" else f"{lie} or may lie"
    return f"{text} that {sure} {time}."


def triple_in_words(view: View) -> str:
    """Return the triple as words, or "" where no time is filtered and all three agree."""
    if not view.is_timed:
        return ""
    t = view.triple
    return f"{t.within:,} surely inside, {t.expected:,.1f} expected, {t.touches:,} possibly."
