"""Names close to an unknown one: only ever offered, never taken."""

from __future__ import annotations

from functools import cache

from geo.fold import fold, is_hangul, split_suffix
from geo.lookup import Scope
from geo.romanize import revised
from geo.spellings import Unit, spellings

LIMIT = 5
LEAST = 70.0


def suggest(text: str, scope: Scope) -> tuple[str, ...]:
    """Ids of up to five units with names like the text, the likeliest first; () if none is."""
    from rapidfuzz import process

    bare = split_suffix(text)[0]
    key = fold(revised(bare) if is_hangul(bare) else bare)
    if len(key) < 3 or not key.isalpha():
        return ()
    keys = _keys(scope)
    scored = process.extract(key, keys.keys(), scorer=_likeness, score_cutoff=LEAST, limit=40)
    ids = (unit.id for found, _, _ in scored for unit in keys[found])
    return tuple(dict.fromkeys(ids))[:LIMIT]


def _likeness(left: str, right: str, *, score_cutoff: float | None = None) -> float:
    """0..100: edit distance and common beginning blended, so Hamgyong stays apart from Hamhung."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import JaroWinkler

    edits = fuzz.ratio(left, right)
    if edits < LEAST - 20:
        return 0.0
    return 0.7 * edits + 30 * JaroWinkler.similarity(left, right)


@cache
def _keys(scope: Scope) -> dict[str, list[Unit]]:
    keys: dict[str, list[Unit]] = {}
    for spelling in spellings():
        unit = spelling.unit
        if not scope.of_kind(unit) or not scope.admits(unit):
            continue
        bare = spelling.bare
        key = fold(revised(bare) if is_hangul(bare) else bare)
        if unit not in keys.setdefault(key, []):
            keys[key].append(unit)
    return keys
