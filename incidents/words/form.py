"""Templates of the table of words: values, singular and plural, Korean particles.

``{n:,}`` a number; ``{n:report|reports}`` the word for one or for many; ``{name:+을|를}`` the
value followed by the particle that fits its last sound.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Any

WORDS = {"reports": ("{n:,} {n:report|reports}", "보고 {n:,}건")}

HANGUL_FIRST, HANGUL_LAST, FINALS, RIEUL = 0xAC00, 0xD7A3, 28, 8
# Final consonant of what a sign is read as: 28-step numbers of the Hangul block, 0 for none.
READ = {"0": 21, "1": RIEUL, "2": 0, "3": 16, "4": 0, "5": 0, "6": 1, "7": RIEUL, "8": RIEUL}
READ |= {"9": 0, "l": RIEUL, "m": 16, "n": 4, "g": 21, "k": 1, "t": 7, "p": 17, "b": 17, "c": 1}
READ |= {"L": RIEUL, "M": 16, "N": 4, "R": RIEUL}  # capitals are read letter by letter


def fill(template: str, values: Mapping[str, object]) -> str:
    """Return the template with its values; KeyError for a value that is missing."""
    return _FORM.vformat(template, (), values) if "{" in template else template


def particle(word: str, closed: str, open_: str) -> str:
    """Return the particle after a word: ``closed`` after a final consonant, else ``open_``.

    After ㄹ the particle 으로 is 로, as after a vowel.

    >>> particle("혜산시", "을", "를"), particle("량강", "을", "를"), particle("서울", "으로", "로")
    ('를', '을', '로')
    """
    final = _final(word)
    return open_ if final == 0 or (final == RIEUL and closed.startswith("으")) else closed


def _final(word: str) -> int:
    sounds = [sign for sign in word if sign.isalnum()]
    if not sounds:
        return 0
    last = ord(sounds[-1])
    if HANGUL_FIRST <= last <= HANGUL_LAST:
        return (last - HANGUL_FIRST) % FINALS
    return READ.get(sounds[-1], 0)


class _Form(Formatter):
    def format_field(self, value: Any, spec: str) -> Any:
        first, bar, second = spec.partition("|")
        if not bar:
            return super().format_field(value, spec)
        if first.startswith("+"):
            return f"{value}{particle(str(value), first[1:], second)}"
        return first if value == 1 else second


_FORM = _Form()
