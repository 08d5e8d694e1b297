"""Ranges of dates: two dates, or one and a half (1-13 November 2019, 2019.11.1~11.13)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from incidents.intake.dates.numbers import read_month_day
from incidents.intake.dates.parts import Dated, DateFault, Parts, precision_of
from incidents.intake.said import to_say

Reader = Callable[[str, str | None], Parts | None]
AROUND = re.compile(r"^(?:from|during) ")
BETWEEN = re.compile(r"^between (.+) and (.+)$")
ENDING = re.compile(r" ?까지$")
CUTS = re.compile(r" ?(?:부터|에서) ?| (?:to|until|till|through) | ?\.\. ?| ?~ ?| ?/ ?| ?- ?")
STRONG = ("부터", "에서", "to", "until", "till", "through", "..", "~")


def read_range(text: str, order: str | None, year: int | None, read: Reader) -> Dated | None:
    """Return the interval from the first day of one date to the last day of another.

    Raises DateFault where the halves are dates but make no interval: end before start, an
    ambiguous half, two ways to cut. None if the text is no range.
    """
    plain = BETWEEN.sub(r"\1 to \2", text)
    plain = ENDING.sub("", AROUND.sub("", plain)).strip()
    found: list[Dated] = []
    faults: list[DateFault] = []
    for left, cut, right in _cuts(plain):
        try:
            dated = _join(left, right, cut, order, year, read)
        except DateFault as fault:
            faults.append(fault)
        else:
            found += [dated] if dated else []
    if len({(one.start, one.end) for one in found}) > 1:
        raise DateFault("unclear", to_say("date_faults.cut_two_ways"))
    if not found and faults:
        raise min(faults, key=lambda fault: fault.kind != "ambiguous")
    return found[0] if found else None


def _cuts(text: str) -> Iterator[tuple[str, str, str]]:
    """Each way to cut a text in two; only at words and ~ if there are any."""
    cuts = list(CUTS.finditer(text))
    strong = [cut for cut in cuts if cut[0].strip() in STRONG]
    spaced = [cut for cut in cuts if cut[0].startswith(" ") and cut[0].endswith(" ")]
    for cut in strong or spaced or cuts:
        left, right = text[: cut.start()].strip(), text[cut.end() :].strip()
        if left and right:
            yield left, cut[0].strip(), right


def _join(
    left: str, right: str, cut: str, order: str | None, year: int | None, read: Reader
) -> Dated | None:
    first, last = read(left, order), read(right, order)
    if first and first.year_first and first.day and (cut != "/" or "-" in left):
        last = last or read_month_day(right)
    if first is None or last is None or (cut == "/" and not _is_plain(first, last)):
        return None
    first, last = _complete(first, last, year)
    start, end = first.interval(), last.interval()
    notes = [*start.note, *end.note]
    if end.end < start.start and first.year == last.year and not _named_both(left, right):
        start = replace(first, year=(first.year or 0) - 1).interval()
        notes.append(to_say("date_faults.start_year", year=start.start.year))
    if end.end < start.start:
        raise DateFault("reversed", to_say("date_faults.range_reversed"))
    precision = precision_of(start.start, end.end)
    return Dated(start.start, end.end, precision, tuple(dict.fromkeys(notes)))


def _is_plain(first: Parts, last: Parts) -> bool:
    """Whether both halves at a slash are whole dates (EDTF), or both bare months or days."""
    whole = first.year is not None and (last.year is not None or first.day is not None)
    months = first.month is not None and first.day is None and first.year is None
    return whole or (months and last.month is not None and last.day is None)


def _complete(first: Parts, last: Parts, year: int | None) -> tuple[Parts, Parts]:
    """Each half with what only the other one says: 1-13 November, 28 Oct - 3 Nov 2019."""
    if last.year is None and first.year is not None:
        last = last.within(first.year, first.month)
    first = first.within(last.year or year, last.month)
    return first, last.within(first.year or year, first.month)


def _named_both(left: str, right: str) -> bool:
    """Whether both halves state their year, so that neither may be moved."""
    years = re.compile(r"\d{4}")
    return bool(years.search(left) and years.search(right))
