"""An earlier version of the embedded data, shown to a reader whose link names it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from incidents.faults import DataFaults
from incidents.query import VERSION_RULE
from incidents.selection import Selection
from incidents.versions import is_other, open_version

if TYPE_CHECKING:
    from ui.atlas import Atlas

DAMAGED = "earlier_is_damaged"


def over(embedded: Atlas) -> Atlas:
    """Return the version this reader's link names, if it is kept and whole; else the embedded."""
    st.session_state.pop(DAMAGED, None)
    asked = _asked()
    if not asked or not is_other(asked, embedded.store.version):
        return embedded
    try:
        store = open_version(asked)
    except DataFaults:
        st.session_state[DAMAGED] = True
        return embedded
    if store is None:
        return embedded
    vocabulary = store.vocabulary(embedded.calendar)
    return replace(embedded, store=store, vocabulary=vocabulary, as_of=store.as_of)


def is_damaged() -> bool:
    """Return whether the version this reader's link names is kept, but not whole."""
    return bool(st.session_state.get(DAMAGED))


def _asked() -> str | None:
    """The version of the selection; before there is one, that of the link."""
    from ui import state

    chosen: Selection | None = st.session_state.get(state.SELECTION)
    if chosen:
        return chosen.version
    named = st.query_params.get_all("version")
    return named[0] if len(named) == 1 and VERSION_RULE.fullmatch(named[0]) else None
