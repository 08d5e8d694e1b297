"""Fold keys: one plain spelling for the many ways a Korean place name is written in Latin."""

from __future__ import annotations

import re
import unicodedata

_JOINERS = re.compile(r"[\s'’‘ʼʻ`´ʹ′.·\-‐‑‒–—―]+")
_WORD_FORMS = (("oo", "u"), ("ee", "i"), ("wu", "u"), ("eo", "o"), ("eu", "u"), ("ui", "i"))
_CONSONANTS = (("sh", "s"), ("ph", "p"), ("th", "t"), ("kh", "k"), ("ch", "j"))
_PAIRS = str.maketrans("gdbl", "ktpr")

CATEGORIES = {
    "city": "si shi city|special city|municipality|특별시|직할시|시",
    "county": "gun kun county|군",
    "district": "kuyok guyok kuyeok guyeok gu ku district dist|구역|지구|구",
    "province": "do province prov|특별자치도|도",
}
_CATEGORY_OF = {
    word: category
    for category, line in CATEGORIES.items()
    for part in line.split("|")
    for word in (part.split() if part != "special city" else [part])
}
_LATIN_WORDS = sorted((w for w in _CATEGORY_OF if w.isascii()), key=len, reverse=True)
_HANGUL_WORDS = sorted((w for w in _CATEGORY_OF if not w.isascii()), key=len, reverse=True)
_LATIN_SUFFIX = re.compile(rf"^(?P<bare>.*?\S)[\s\-‐‑–]+(?P<word>{'|'.join(_LATIN_WORDS)})\.?$")
_HANGUL_SUFFIX = re.compile(rf"^(?P<bare>.*?[가-힣])\s*(?P<word>{'|'.join(_HANGUL_WORDS)})$")
_LEADING = re.compile(r"^(?:the )?(?P<word>city|county|district|province) of (?P<bare>.+)$")


def strip_marks(text: str) -> str:
    """Text without combining marks; Hangul stays whole.

    >>> strip_marks("Hoeryŏng 회령")
    'Hoeryong 회령'
    """
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    kept = (c for c in decomposed if unicodedata.category(c) != "Mn")
    return unicodedata.normalize("NFC", "".join(kept))


def is_hangul(text: str) -> bool:
    """Whether the text holds at least one Hangul syllable."""
    return any("가" <= c <= "힣" for c in text)


def fold(text: str) -> str:
    """The fold key of a spelling; no unit suffix is dropped here (see `split_suffix`).

    Marks, apostrophes, hyphens and spaces go; eo=o, eu=u, ui=i, sh=s, aspirates lose their h,
    ch=j, k=g, t=d, p=b, l=r, oo=u, ee=i; an initial r or n before y or i goes, any other initial
    r is n; doubled letters become single. Characters of other scripts stay, so they match nothing.

    >>> fold("Ch’ŏngjin") == fold("Cheongjin") == "jonkjin"
    True
    >>> fold("Ryanggang") == fold("Yanggang")
    True
    >>> fold("Woonsan") == fold("Unsan"), fold("Woonsan") == fold("Wonsan")
    (True, False)
    """
    key = _JOINERS.sub("", strip_marks(text).casefold())
    for spelled, plain in _WORD_FORMS + _CONSONANTS:
        if spelled in key:
            key = key.replace(spelled, plain)
    return _single_letters(_initial(key.translate(_PAIRS)))


def _initial(key: str) -> str:
    if key[:1] in ("r", "n") and key[1:2] in ("y", "i"):
        return key[1:]
    return "n" + key[1:] if key[:1] == "r" else key


def _single_letters(key: str) -> str:
    kept = [c for i, c in enumerate(key) if not (c.isascii() and key[i - 1 : i] == c)]
    return "".join(kept)


def split_suffix(text: str) -> tuple[str, str | None]:
    """The name without its unit suffix, and the suffix's category, or the name itself and None.

    A Latin suffix counts only where a hyphen or space sets it apart.

    >>> split_suffix("Hyesan-si"), split_suffix("Changdo"), split_suffix("함경북도")
    (('Hyesan', 'city'), ('Changdo', None), ('함경북', 'province'))
    """
    plain = text if is_hangul(text) else strip_marks(text).casefold().strip()
    pattern = _HANGUL_SUFFIX if is_hangul(text) else _LATIN_SUFFIX
    match = pattern.match(plain) or _LEADING.match(plain)
    if match is None:
        return text, None
    category = _CATEGORY_OF[match["word"]]
    bare = match["bare"].rstrip(" -")
    if not is_hangul(text) and len(plain) == len(text.strip()) and match.re is _LATIN_SUFFIX:
        bare = text.strip()[: len(bare)]
    return bare, category
