"""Faults in data files, each a sentence with value, rule, place and way out."""

from __future__ import annotations

from collections.abc import Iterable

from geo.gazetteer import PlaceDataFault
from incidents.why import why
from incidents.words import say


class DataFaults(Exception):
    """All faults found in the data at once; ``sentences`` holds one for each.

    ``lines`` are the lines they stand in, where the faults are those of rows.
    """

    def __init__(self, sentences: Iterable[str], lines: Iterable[int] = ()) -> None:
        self.sentences = tuple(sentences)
        self.lines = tuple(lines)
        super().__init__("\n".join(self.sentences))


def in_words(fault: Exception) -> str:
    """Return what a fault of the data or of a store says; one of places is told here."""
    if not isinstance(fault, PlaceDataFault):
        return str(fault)
    if fault.cause is None:
        unit = fault.unit or say("data_files.a_feature")
        return say("data_files.no_property", file=fault.file, unit=unit, name=fault.needs)
    told = {"file": fault.file, "format": fault.format, "columns": fault.needs}
    return say("data_files.not_places", why=why(fault.cause), **told)


def nearest(value: str, known: Iterable[str]) -> str:
    """Return "; did you mean 'x'?" for the closest known code, or the end of a sentence.

    >>> nearest("arest", ["arrest", "execution"])
    "; did you mean 'arrest'?"
    >>> nearest("zzz", ["arrest"])
    '.'
    """
    from difflib import get_close_matches

    close = get_close_matches(value[:100], list(known), n=1)
    return say("link.did_you_mean", close=close[0]) if close else "."


class StoreLost(Exception):
    """A store that cannot be reached now: one sentence with its address, the reason, the way out.

    The next question tries again, so nobody needs to start anything anew when it returns.
    """


class QuestionStopped(Exception):
    """A question that was cancelled because nobody waits for its answer any more."""
