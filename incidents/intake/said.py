"""Sentences kept as a key and its values, and said in the language of the moment they are read."""

from __future__ import annotations

from dataclasses import dataclass

from incidents import labels
from incidents.why import cause
from incidents.words import say


@dataclass(frozen=True, slots=True)
class Said:
    """An entry of the table of words with its values; `str` says it in the language spoken then.

    A value may be another one, so that a part of a sentence changes its language with the whole.
    """

    key: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return say(self.key, **dict(self.values))


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a code by a function of `incidents.labels`, such as "district_name"."""

    kind: str
    code: str

    def __str__(self) -> str:
        return str(getattr(labels, self.kind)(self.code))


@dataclass(frozen=True, slots=True)
class Several:
    """Some sentences, or names between commas, one after the other; `capital`: the first large."""

    parts: tuple[object, ...]
    between: str = " "
    capital: bool = False

    def __str__(self) -> str:
        text = self.between.join(map(str, self.parts))
        return text[:1].upper() + text[1:] if self.capital else text


Words = Said | Several
UNSAID = Several(())


def cause_of(fault: BaseException) -> Said:
    """Return why something could not be read or written, whatever the system or a library says."""
    key, values = cause(fault)
    return to_say(key, **values)


def to_say(key: str, /, **values: object) -> Said:
    """Return an entry of the table, to be said when it is shown.

    >>> str(to_say("form.reports", n=2))
    '2 reports'
    """
    return Said(key, tuple(values.items()))
