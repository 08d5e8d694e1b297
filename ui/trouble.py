"""A fault met while something is drawn: told as a sentence in its place, and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from geo.gazetteer import PlaceDataFault
from incidents.faults import DataFaults, StoreLost, in_words
from incidents.why import why
from incidents.words import say

FAULTS = (DataFaults, PlaceDataFault, StoreLost, OSError)


@contextmanager
def told() -> Iterator[None]:
    """Let what is drawn inside end with a sentence if its data or the engine fail it."""
    try:
        yield
    except FAULTS as fault:
        st.error(say("trouble.cannot_show"))
        for sentence in _sentences(fault):
            st.text(sentence)


def _sentences(fault: Exception) -> tuple[str, ...]:
    if isinstance(fault, DataFaults):
        return fault.sentences
    if isinstance(fault, OSError):
        name = Path(str(fault.filename)).name if fault.filename else "–"
        return (say("trouble.system", why=why(fault), file=name),)
    return (in_words(fault),)
