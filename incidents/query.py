"""A link or a command line read as a Selection: lenient for old links, strict for commands."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

from incidents.faults import nearest
from incidents.periods import MOST_DAYS
from incidents.selection import CONTROLS, INSTEAD, KEYS, LISTS, SWITCHES, Selection
from incidents.words import say

SINGLE = ("period", "before", "after", "from", "to", "dates", "id", "lang", "version", *SWITCHES)
SEVERAL = (*LISTS, "years", "text")
FIELDS = {key: name for name, key in KEYS.items()}
NOT_OURS = ("embed", "embed_options")  # Streamlit's own, harmless
MOST_PAIRS = 5000
MOST_NOTES = 12  # sentences told of one link; of more only their number
ID_RULE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")
DAY_RULE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
VERSION_RULE = re.compile(r"[0-9a-f]{8,64}")
HALVES = re.compile("[\ud800-\udfff]")  # of pairs that stand for one sign


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The codes that exist, by key; a key that is absent is not checked."""

    codes: Mapping[str, Collection[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """A selection read from a link, and sentences on the parts that could not be read."""

    selection: Selection
    notes: tuple[str, ...]


class QueryError(ValueError):
    """A query that cannot be read; its message is one sentence for each fault."""


def read_query(query: str, vocabulary: Vocabulary) -> Reading:
    """Return what can be read of a link; the rest is named in notes. Never raises."""
    notes: list[str] = []
    if HALVES.search(query):  # bytes of a command line that are no UTF-8
        query = HALVES.sub(INSTEAD, query)
        notes.append(say("link.no_text", instead=INSTEAD))
    values: dict[str, Any] = {}
    for key, given in _grouped(query, notes).items():
        _take(key, given, vocabulary, values, notes)
    return _assembled(values, notes)


def parse_query(query: str, vocabulary: Vocabulary) -> Selection:
    """Return the selection of a query; raises QueryError if any part of it cannot be read."""
    reading = read_query(query, vocabulary)
    if reading.notes:
        raise QueryError(" ".join(reading.notes))
    return reading.selection


def _grouped(query: str, notes: list[str]) -> dict[str, list[str]]:
    try:
        pairs = parse_qsl(
            query.strip().removeprefix("?"), keep_blank_values=True, max_num_fields=MOST_PAIRS
        )
    except ValueError:
        notes.append(say("link.too_many", most=MOST_PAIRS))
        return {}
    grouped: dict[str, list[str]] = {}
    for key, value in pairs:
        grouped.setdefault(key, []).append(value)
    return grouped


def _take(
    key: str,
    given: list[str],
    vocabulary: Vocabulary,
    values: dict[str, Any],
    notes: list[str],
) -> None:
    if key in NOT_OURS:
        return
    if key not in (*SINGLE, *SEVERAL):
        hint = nearest(key, (*SINGLE, *SEVERAL)) if len(notes) < MOST_NOTES else "."
        notes.append(say("link.unknown_key", value=_shown(key), hint=hint))
        return
    if key in SINGLE and len(given) > 1:
        notes.append(say("link.repeated", key=key, n=len(given)))
        return
    good = []
    for value in dict.fromkeys(given):
        try:
            good.append(_value(key, value, vocabulary, len(notes) < MOST_NOTES))
        except ValueError as why:
            notes.append(str(why))
    if good:
        values[FIELDS.get(key, key)] = tuple(good) if key in SEVERAL else good[0]


def _value(key: str, value: str, vocabulary: Vocabulary, hints: bool) -> Any:
    """Return what a value means; ``hints``: what is like it is looked for, which takes time."""
    if key in ("before", "after", "years"):
        return _whole(key, value)
    if key in ("from", "to"):
        return _day(key, value)
    if key in SWITCHES:
        return _switch(key, value)
    if key == "id" and not ID_RULE.fullmatch(value):
        raise ValueError(say("link.bad_id", value=_shown(value)))
    if key == "version" and not VERSION_RULE.fullmatch(value):
        raise ValueError(say("link.bad_version", value=_shown(value)))
    if key == "text" and CONTROLS.search(value):
        raise ValueError(say("link.not_text", value=_shown(value)))
    if key in ("dates", "lang"):
        return _shown(value)  # the selection knows which there are, and names the wrong one
    known = vocabulary.codes.get(key)
    if known is not None and value not in known:
        hint = nearest(value, known) if hints else "."
        raise ValueError(say("link.unknown_code", key=key, value=_shown(value), hint=hint))
    return value


def _whole(key: str, value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,4}", value):
        raise ValueError(say("link.not_whole", key=key, value=_shown(value)))
    number = int(value)
    if key == "years" and not number:
        raise ValueError(say("link.year_zero"))
    if key != "years" and number > MOST_DAYS:
        raise ValueError(say("link.too_many_days", key=key, number=number, most=MOST_DAYS))
    return number


def _day(key: str, value: str) -> date:
    rule = say("link.not_a_day", key=key, value=_shown(value))
    if not DAY_RULE.fullmatch(value):
        raise ValueError(rule)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(rule) from None


def _switch(key: str, value: str) -> bool:
    if value not in ("0", "1"):
        raise ValueError(say("link.not_a_switch", key=key, value=_shown(value)))
    return value == "1"


def _assembled(values: dict[str, Any], notes: list[str]) -> Reading:
    selection = Selection()
    if "period" in values:
        selection = replace(selection, period=values.pop("period"))
    for name, value in values.items():
        try:
            selection = replace(selection, **{name: value})
        except ValueError as why:
            notes.append(str(why))
    return Reading(selection, _few(notes))


def _few(notes: list[str]) -> tuple[str, ...]:
    """Return the first sentences, and one on how many there are besides."""
    more = len(notes) - MOST_NOTES
    rest = [say("link.more", n=more)] if more > 0 else []
    return (*notes[:MOST_NOTES], *rest)


def _shown(value: str) -> str:
    printable = "".join(c if c.isprintable() else INSTEAD for c in value[:60])
    return printable + ("…" if len(value) > 60 else "")
