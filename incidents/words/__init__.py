"""Every word a reader sees, in English and Korean: one table in parts, one part a room.

A part is a module of this package with ``WORDS``: key -> (English, Korean). ``say("frame.link")``
reads the entry ``link`` of the part ``frame``, in the language being spoken. What the templates
may hold is written in ``incidents.words.form``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import import_module

from incidents.words.form import fill

LANGUAGES = ("en", "ko")
_SPOKEN: ContextVar[str] = ContextVar("language", default="")
_ask: Callable[[], str] = lambda: LANGUAGES[0]  # noqa: E731 - a place for one answer


def hear(ask: Callable[[], str]) -> None:
    """Let the app say which language a reader chose; it is asked each time a word is said."""
    global _ask
    _ask = ask


def language() -> str:
    """Return the language being spoken, "en" or "ko"."""
    return _SPOKEN.get() or _ask()


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak one language until the block ends, whatever the reader chose.

    >>> with speaking("ko"):
    ...     language()
    'ko'
    """
    before = _SPOKEN.set(code)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def say(key: str, /, **values: object) -> str:
    """Return the words of a key ("part.entry") with its values filled in.

    Values are shown as they are: text from data is never read as a template. KeyError or
    ModuleNotFoundError for a key that is not in the table.

    >>> say("form.reports", n=1), say("form.reports", n=1200)
    ('1 report', '1,200 reports')
    """
    part, _, entry = key.partition(".")
    pair = _part(part)[entry]
    return fill(pair[LANGUAGES.index(language())], values)


def pick(english: str, korean: str) -> str:
    """Return one of two names that the data give in both languages; the English if one is empty.

    >>> pick("Day of Security", "사회안전성 창립절")
    'Day of Security'
    """
    return korean if language() == "ko" and korean else english or korean


@cache
def _part(name: str) -> dict[str, tuple[str, str]]:
    words: dict[str, tuple[str, str]] = import_module(f"incidents.words.{name}").WORDS
    return words
