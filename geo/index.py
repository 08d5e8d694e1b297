"""Every known spelling of every unit, in tiers from a unit's own names to habits of the press."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from geo import romanize
from geo.fold import fold, is_hangul
from geo.spellings import Spelling, Unit, spellings

_QUOTES = str.maketrans("’‘ʼʻ`´", "''''''")


Tier = Mapping[str, tuple[Unit, ...]]


def exact_key(text: str) -> str:
    """A spelling as compared letter by letter: case, spaces and kinds of apostrophe aside."""
    spelled = unicodedata.normalize("NFC", text).translate(_QUOTES).casefold()
    return "".join(spelled.split()) if is_hangul(spelled) else " ".join(spelled.split())


def press_key(text: str) -> str:
    """The fold key with ae, ai and e alike, as the press often writes them."""
    return fold(text).replace("ae", "e").replace("ai", "e")


@cache
def exact_tiers() -> tuple[Tier, Tier]:
    """Spellings that keep all distinctions (Hangul, Han, marks, eo/eu): own names, then aliases."""
    own: dict[str, list[Unit]] = defaultdict(list)
    other: dict[str, list[Unit]] = defaultdict(list)
    for spelling in spellings():
        shelf = own if spelling.own else other
        for text in _exact_forms(spelling):
            _add(shelf, exact_key(text), spelling.unit)
    return _frozen(own), _frozen(other)


@cache
def fold_tiers() -> tuple[Tier, Tier]:
    """Fold keys of own Latin names; then of aliases and of forms generated from Hangul."""
    own: dict[str, list[Unit]] = defaultdict(list)
    other: dict[str, list[Unit]] = defaultdict(list)
    for spelling in spellings():
        for text in {spelling.text, spelling.bare}:
            if not is_hangul(text):
                _add(own if spelling.own else other, fold(text), spelling.unit)
        for text in _generated(spelling):
            _add(other, fold(text), spelling.unit)
    return _frozen(own), _frozen(other)


@cache
def press_tiers() -> tuple[Tier, Tier]:
    """Keys of press habits (Onsung, Hoiryong, Sepyol): of own names, then of aliases."""
    own: dict[str, list[Unit]] = defaultdict(list)
    other: dict[str, list[Unit]] = defaultdict(list)
    for spelling in spellings():
        for text in _press_forms(spelling):
            _add(own if spelling.own else other, press_key(text), spelling.unit)
    return _frozen(own), _frozen(other)


def _add(shelf: dict[str, list[Unit]], key: str, unit: Unit) -> None:
    if key and unit not in shelf[key]:
        shelf[key].append(unit)


def _frozen(shelf: dict[str, list[Unit]]) -> Tier:
    return {key: tuple(units) for key, units in shelf.items()}


def _exact_forms(spelling: Spelling) -> Iterator[str]:
    text, bare = spelling.text, spelling.bare
    if not text.isascii():
        yield from {text, bare}
    if is_hangul(text):
        southern = romanize.southern(bare)
        yield from {romanize.southern(text), southern}
        if spelling.own:
            forms = (romanize.revised(hangul) for hangul in {bare, southern})
            yield from (form for form in forms if "eo" in form or "eu" in form)


def _press_forms(spelling: Spelling) -> Iterator[str]:
    if is_hangul(spelling.bare):
        mixed = spelling.unit.kind != "covered"
        yield from romanize.press(romanize.southern(spelling.bare), mixed)
    else:
        yield spelling.bare


def _generated(spelling: Spelling) -> Iterator[str]:
    if not is_hangul(spelling.text):
        return
    for hangul in {spelling.bare, romanize.southern(spelling.bare)}:
        yield romanize.revised(hangul)
        yield romanize.mccune_reischauer(hangul)
        yield romanize.letterwise(hangul)
