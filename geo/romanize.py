"""Hangul to Latin: McCune-Reischauer, Revised Romanization, letter by letter, press habits.

Written from the published rules of the systems: McCune and Reischauer 1939 (table of consonants
at syllable boundaries) and the Revised Romanization of 2000 (Ministry of Culture and Tourism).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

Letters = tuple[str, ...]


def _table(line: str) -> Letters:
    """Letters by jamo number; "-" is silent."""
    return tuple(line.split())


_REVISED_VOWELS = _table("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")
_MCCUNE_VOWELS = _table("a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i")
_REVISED_INITIALS = _table("g kk n d tt r m b pp s ss - j jj ch k t p h")
_MCCUNE_INITIALS = _table("k kk n t tt r m p pp s ss - ch tch ch' k' t' p' h")
_REVISED_LINKED = _table("- g kk gs n nj nh d r lg lm lb ls lt lp lh m b bs s ss ng j ch k t p h")
_FINALS = _table("- k k k n n n t l k m l l l p l m p p t t ng t t k t p t")

_VOICED = {"k": "g", "t": "d", "p": "b", "ch": "j"}
_NASAL = {"k": "ng", "t": "n", "p": "m"}
_SONORANT = ("n", "m", "ng", "l")
# How 20th-century press English writes these vowels besides the two systems.
_PRESS_VOWELS = {
    4: ("o", "u"),  # 어: Onsung, Chungjin
    6: ("yo", "yu", "you"),  # 여: Pyungyang, Hoeryoung
    11: ("oe", "oi", "we"),  # 외: Hoiryong, Hweryong
}

Syllable = tuple[int, int, int]


def syllables(hangul: str) -> list[Syllable]:
    """(initial, vowel, final) numbers of each Hangul syllable; other characters are skipped."""
    codes = (ord(c) - 0xAC00 for c in hangul if "가" <= c <= "힣")
    return [(code // 588, code % 588 // 28, code % 28) for code in codes]


def southern(hangul: str) -> str:
    """The name by the southern spelling rule: no initial ㄹ, no ㄴ before i or y, 률 as 율.

    >>> southern("량강도"), southern("라선시"), southern("녕변군"), southern("은률군")
    ('양강도', '나선시', '영변군', '은율군')
    """
    spelled = hangul
    for at, (initial, vowel, _) in enumerate(syllables(hangul)):
        before = syllables(hangul[at - 1])[0][2] if at else None
        soft = vowel in (2, 3, 6, 7, 12, 17, 20)
        if before is None and initial in (2, 5) and soft:
            spelled = _with_initial(spelled, at, 11)
        elif before is None and initial == 5:
            spelled = _with_initial(spelled, at, 2)
        elif before in (0, 4) and hangul[at] in "률렬":
            spelled = _with_initial(spelled, at, 11)
    return spelled


def _with_initial(text: str, at: int, initial: int) -> str:
    code = ord(text[at]) - 0xAC00
    return text[:at] + chr(0xAC00 + initial * 588 + code % 588) + text[at + 1 :]


def revised(hangul: str) -> str:
    """The name in Revised Romanization, lower case.

    >>> revised("청진"), revised("천리마"), revised("백암"), revised("락랑")
    ('cheongjin', 'cheollima', 'baegam', 'rangnang')
    """
    return _assimilated(syllables(hangul), _REVISED_VOWELS, mccune=False)


def mccune_reischauer(hangul: str) -> str:
    """The name in McCune-Reischauer with its marks, lower case.

    >>> mccune_reischauer("청진"), mccune_reischauer("신계"), mccune_reischauer("은률")
    ("ch'ŏngjin", "sin'gye", 'ŭllyul')
    """
    return _assimilated(syllables(hangul), _MCCUNE_VOWELS, mccune=True)


def letterwise(hangul: str) -> str:
    """The name letter by letter, with no assimilation, as maps of the DPRK write it.

    >>> letterwise("랑림"), letterwise("벽동")
    ('rangrim', 'byeokdong')
    """
    return _letters(syllables(hangul), _REVISED_VOWELS)


def press(hangul: str, mixed: bool = True) -> Iterator[str]:
    """Spellings of the name by press habits (u for 어, young for 영, oi for 외), lower case.

    `mixed` lets one name write the same vowel in two ways (Dukchon for 덕천).

    >>> sorted(set(press("서성", mixed=False))), "dukchon" in set(press("덕천"))
    (['sosong', 'susung'], True)
    """
    parts = syllables(hangul)
    for vowels in _press_vowels([vowel for _, vowel, _ in parts], mixed):
        yield _letters(parts, vowels, spread=True)
        yield _assimilated(parts, vowels, mccune=False, spread=True)


def _press_vowels(vowels: list[int], mixed: bool) -> Iterator[Letters]:
    keys = list(range(len(vowels))) if mixed else list(dict.fromkeys(vowels))
    kinds = vowels if mixed else keys
    choices = [_PRESS_VOWELS.get(kind, (_REVISED_VOWELS[kind],)) for kind in kinds]
    for chosen in itertools.product(*choices):
        spelled = dict(zip(keys, chosen, strict=True))
        yield tuple(spelled[at if mixed else vowel] for at, vowel in enumerate(vowels))


def _letters(parts: list[Syllable], vowels: Letters, spread: bool = False) -> str:
    text = ""
    for at, (initial, vowel, final) in enumerate(parts):
        sound = vowels[at] if spread else vowels[vowel]
        text += _sound(_REVISED_INITIALS, initial) + sound + _sound(_FINALS, final)
    return text


def _sound(table: Letters, number: int) -> str:
    return "" if table[number] == "-" else table[number]


def _assimilated(
    parts: list[Syllable],
    vowels: Letters,
    mccune: bool,
    spread: bool = False,
) -> str:
    text = ""
    final = None
    for at, (initial, vowel, ending) in enumerate(parts):
        text += _boundary(final, initial, mccune)
        text += vowels[at] if spread else vowels[vowel]
        final = ending
    return text + _sound(_FINALS, final or 0)


def _boundary(final: int | None, initial: int, mccune: bool) -> str:
    """The letters between two vowels: a syllable's final and the next one's initial."""
    initials = _MCCUNE_INITIALS if mccune else _REVISED_INITIALS
    if final is None:
        return _sound(initials, initial)
    if initial == 11:
        return _linked(final)
    coda, onset = _sound(_FINALS, final), initials[initial]
    if onset in ("n", "m", "r"):
        return _nasalised(coda, onset)
    return coda + (_softened(coda, onset) if mccune else onset)


def _linked(final: int) -> str:
    return _sound(_REVISED_LINKED, final)


def _nasalised(coda: str, onset: str) -> str:
    if (coda, onset) in (("l", "n"), ("l", "r"), ("n", "r")):
        return "ll"
    if onset == "r" and coda:
        return _NASAL.get(coda, coda) + "n"
    return _NASAL.get(coda, coda) + onset


def _softened(coda: str, onset: str) -> str:
    if coda == "l" and onset in ("t", "ch"):
        return onset
    if coda and coda not in _SONORANT:
        return onset
    voiced = _VOICED.get(onset, onset)
    return "'" + voiced if coda == "n" and voiced == "g" else voiced
