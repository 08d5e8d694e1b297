"""A view in words: what is shown, for when, how many, how sure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from incidents.dates import day_in_words, in_words
from incidents.periods import Calendar, Window
from incidents.record import AGENCIES, EVENT_TYPES
from incidents.selection import Selection
from incidents.windows import effective_before

if TYPE_CHECKING:
    from incidents.view import View


def listed(parts: Iterable[str], last: str = "or", most: int = 4) -> str:
    """Return the parts as a list in a sentence, the tail of a long one counted.

    >>> listed(["a", "b", "c"]), listed(["a"]), listed("abcdef")
    ('a, b or c', 'a', 'a, b, c or 3 more')
    """
    names = list(parts)
    if len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} more"]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def number_of(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun: "1 report", "1,204 reports"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def period_in_words(selection: Selection, calendar: Calendar, windows: tuple[Window, ...]) -> str:
    """Return the time asked for, as in "the 18 days up to the Day of Security in 2019"."""
    parts = [_period(selection, calendar)] if selection.period else []
    if selection.years:
        years = listed(map(str, selection.years), "and", most=6)
        parts.append(f"in {years}")
    elif selection.period in calendar.occasions and len(windows) > 1:
        parts.append(f"in each year {windows[0].last.year}–{windows[-1].last.year}")
    parts += _bounds(selection)
    if len(windows) == 1 and selection.period:
        parts.append(f"({in_words(windows[0].first, windows[0].last)})")
    return " ".join(parts)


def _period(selection: Selection, calendar: Calendar) -> str:
    assert selection.period is not None
    before, after = effective_before(selection, calendar), selection.after or 0
    if selection.period in calendar.occasions:
        return _around(calendar.occasions[selection.period].name_en, before, after)
    name = calendar.campaigns[selection.period].name_en
    return f"{name}{_margin(before, after)}"


def _around(name: str, before: int, after: int) -> str:
    if before and after:
        return f"from {number_of(before, 'day')} before to {number_of(after, 'day')} after: {name}"
    if before:
        return f"the {number_of(before, 'day')} up to and including: {name}"
    if after:
        return f"the day itself and {number_of(after, 'day')} after: {name}"
    return f"the day itself: {name}"


def _margin(before: int, after: int) -> str:
    parts = [f"{number_of(n, 'day')} {side}" for n, side in ((before, "before"), (after, "after"))
             if n]  # fmt: skip
    return f" with {' and '.join(parts)}" if parts else ""


def _bounds(selection: Selection) -> list[str]:
    words = []
    if selection.from_:
        words.append(f"from {day_in_words(selection.from_)}")
    if selection.to:
        words.append(f"to {day_in_words(selection.to)}")
    return words


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
    selection = view.selection
    where = " ".join(filters_in_words(selection, place_names()))
    text = number_of(view.rows_count, "reported incident") + (f" {where}" if where else "")
    time = period_in_words(selection, view.calendar, view.windows)
    if not time:
        return f"{text}, {in_words(view.span.first, view.span.last)}."
    sure = "surely in" if selection.dates == "within" else "in or possibly in"
    return f"{text}, dated {sure} {time}."


def triple_in_words(view: View) -> str:
    """Return the triple as words, or "" where no time is filtered and all three agree."""
    if not view.is_timed:
        return ""
    t = view.triple
    return f"{t.within:,} surely inside, {t.expected:,.1f} expected, {t.touches:,} possibly."
