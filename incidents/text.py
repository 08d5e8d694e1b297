"""Text as the search compares it: without case, marks and apostrophes."""

from __future__ import annotations

import unicodedata

APOSTROPHES = frozenset("'`´ʹʻʼˈ‘’‛′＇")


def fold(text: str) -> str:
    """Return the text folded: NFKD, combining marks and apostrophes dropped, NFC, casefold.

    >>> fold("Ch’ŏngjin"), fold("ch'ongjin")
    ('chongjin', 'chongjin')
    >>> fold("혜산") == "혜산"
    True
    """
    if text.isascii():
        return text.replace("'", "").replace("`", "").casefold()
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text)
        if not unicodedata.combining(letter) and letter not in APOSTROPHES
    )
    return unicodedata.normalize("NFC", bare).casefold()


def haystack(cells: list[str]) -> str:
    """Return the folded cells of one row joined so that no word spans two of them."""
    return "\n".join(fold(cell) for cell in cells if cell)
