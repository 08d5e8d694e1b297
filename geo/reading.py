"""Takes a written place apart: a name and what it is said to lie in, in any usual order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from geo.fold import is_hangul
from geo.lookup import Finding, Scope, find
from geo.spellings import Unit

MAX_CHARACTERS = 200
MAX_PARTS = 6

_COUNTRY = re.compile(
    r"(?:[,\s]+(?:north korea|n\. korea|dprk|d\.p\.r\.k\.|북한|조선))+$|^(?:북한|조선|북조선)\s+",
    re.IGNORECASE,
)
_PARENTHESES = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]]")
_INSIDE = re.compile(r"\s+(?:in|of)\s+|['’]s\s+", re.IGNORECASE)
_LEADING = re.compile(r"^(?:the\s+)?(city|county|district|province)\s+of\s+(\S+)", re.IGNORECASE)


def clean(text: str) -> str | None:
    """The text in one line without invisible marks; None if no place can be meant.

    >>> clean(" Hoeryong\\u200b\\tCity ")
    'Hoeryong City'
    >>> clean("Hye\\x00san") is None
    True
    """
    if len(text) > MAX_CHARACTERS:
        return None
    visible = "".join(c for c in text if unicodedata.category(c) != "Cf")
    line = " ".join(visible.split())
    if not line or any(unicodedata.category(c) in ("Cc", "Cs", "Co") for c in line):
        return None
    return _COUNTRY.sub("", line).strip(" ,") or None


def read(text: str, scope: Scope) -> Finding:
    """What a cleaned text means in the scope: the name alone, else split into name and places."""
    whole = find(text, scope)
    if whole.units:
        return whole
    best = whole
    for parts in _splits(text):
        finding = read_parts(parts, scope)
        if finding.units:
            return finding
        best = best if best.elsewhere else finding
    return best


def read_parts(parts: list[str], scope: Scope) -> Finding:
    """The part that lies in all the others: the first if that can be, else the last."""
    named = _once_each([(part, find(part).units) for part in parts])
    missed = Finding()
    for at in (0, len(named) - 1):
        inner = _narrow([units for i, (_, units) in enumerate(named) if i != at], scope)
        finding = find(named[at][0], inner) if inner else Finding()
        if finding.units:
            return finding
        missed = missed if missed.elsewhere else finding
    known = tuple(unit for _, units in named if len(units) == 1 for unit in units)
    return missed if missed.elsewhere else Finding((), known, scope.provinces)


def _once_each(named: list[tuple[str, tuple[Unit, ...]]]) -> list[tuple[str, tuple[Unit, ...]]]:
    """The parts without those that name one unit a second time, as in "Hyesan (혜산시)"."""
    kept: list[tuple[str, tuple[Unit, ...]]] = []
    for part, units in named:
        if len(units) != 1 or units not in [earlier for _, earlier in kept]:
            kept.append((part, units))
    return kept


def _narrow(others: list[tuple[Unit, ...]], scope: Scope) -> Scope | None:
    """The scope narrowed to every named place; None if one holds no other or they contradict."""
    for units in others:
        if not units or any(u.kind == "covered" for u in units):
            return None
        provinces = frozenset(u.province for u in units)
        if scope.provinces is not None:
            provinces &= scope.provinces
        city = units[0].id if units[0].kind == "adm2" else scope.city
        if not provinces or (len(units) > 1 and city) or (scope.city or city) != city:
            return None
        scope = replace(scope, provinces=provinces, city=city)
    return scope


def _splits(text: str) -> Iterator[list[str]]:
    """Ways to take the text apart, the surest first."""
    marked = _marked_parts(text)
    if len(marked) > MAX_PARTS:
        return
    if len(marked) > 1:
        yield marked
        return
    words = marked[0].split() if marked else []
    if len(words) > 2 * MAX_PARTS:
        return
    if is_hangul(text) and len(words) > 1:
        yield words
    for at in range(len(words) - 1, 0, -1):
        yield [" ".join(words[:at]), " ".join(words[at:])]
    if is_hangul(text) and len(words) == 1:
        ends = (i for i in range(2, len(text)) if text[i - 1] in "도시")
        yield from ([text[:i], text[i:]] for i in ends)


def _marked_parts(text: str) -> list[str]:
    """Parts set apart by commas, brackets, or words that say "in"."""
    bracketed = _PARENTHESES.findall(text)
    open_text = _PARENTHESES.sub(" ", text)
    chunks = [_LEADING.sub(r"\2 \1", c.strip()) for c in re.split("[,，、/]", open_text)]
    parts = [part for chunk in chunks for part in _INSIDE.split(chunk)]
    return [part for part in (" ".join(p.split()) for p in parts + bracketed) if part]
