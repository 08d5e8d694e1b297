"""The data of the running app: opened once, shared read-only, and the only caches there are."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Hashable
from contextlib import suppress
from dataclasses import dataclass

import streamlit as st

from incidents.almanac import read_calendar
from incidents.dataset import DATA, check_files, data_as_of, stamp
from incidents.faults import DataFaults
from incidents.periods import Calendar
from incidents.query import Vocabulary
from incidents.selection import Selection
from incidents.store import Store, open_store
from incidents.view import View
from incidents.view import look as look_at
from incidents.words import LANGUAGES, language, say, speaking
from ui import own_data

LOOKED = "looked_at"
WAITED = "waited_for_data"
PREPARE_AFTER = 3.0  # s: the first reader's map comes before what only later questions need
_OPENED = threading.Event()  # the embedded data have been read by this server
_AT_START: dict[str, list[str]] = {}  # language -> what was wrong with the files by then

# The server sends from another thread than the one that works: without this a finished map waits
# up to 5 ms at each hand-over.
sys.setswitchinterval(0.0005)


@dataclass(frozen=True, slots=True)
class Atlas:
    """Everything a page needs to know of the data: the store, the calendar, their codes."""

    store: Store
    calendar: Calendar
    vocabulary: Vocabulary
    as_of: str


def open_atlas() -> Atlas:
    """Return the data this reader sees: the embedded, or their own; stops with sentences if none.

    The embedded data are read once for all readers, a reader's own live in their session alone.
    """
    try:
        return own_data.over(embedded())
    except DataFaults as found:
        st.error("The data files cannot be used, so no numbers are shown.")
        for sentence in found.sentences:
            st.text(sentence)
        st.stop()


def is_first() -> bool:
    """Return True once for a server just started: its data are still to be read."""
    return not _OPENED.is_set() and st.session_state.setdefault(WAITED, False) is False


def open_first() -> None:
    """Read the embedded data and start the run again; faults are left for that run to tell."""
    st.session_state[WAITED] = True
    with suppress(DataFaults):
        embedded()
    st.rerun()


def embedded() -> Atlas:
    """Return the embedded data, whatever this reader sees; raises DataFaults if it has any."""
    data = _open_embedded()
    if not _OPENED.is_set():
        _OPENED.set()
        gc.freeze()  # what is read once stays: each reader's change need not walk it for garbage
    return data


@st.cache_resource(show_spinner=False)
def _open_embedded() -> Atlas:
    store, calendar = open_store(DATA), read_calendar(DATA)
    later = threading.Timer(PREPARE_AFTER, _get_ready, (store,))
    later.daemon = True
    later.start()
    return Atlas(store, calendar, store.vocabulary(calendar), _as_of())


def _as_of() -> str:
    try:
        return data_as_of(DATA).isoformat()
    except DataFaults:  # the page of sources tells
        return "–"


def _get_ready(store: Store) -> None:
    """Do what the first reader need not wait for: load the query language, check the files."""
    store.prepare()
    for code in LANGUAGES:
        with speaking(code):
            _AT_START[code] = check_files(DATA)


def file_faults() -> list[str]:
    """Return one sentence for each data file that does not fit its sidecar, now or at the start."""
    now = _check(stamp(DATA), language())
    then = [fault for fault in _AT_START.get(language(), []) if fault not in now]
    return [*now, *(say("data_files.at_start", fault=fault) for fault in then)]


@st.cache_data(ttl=600, max_entries=2 * len(LANGUAGES), show_spinner=False)
def _check(stamped: Hashable, code: str) -> list[str]:
    """Return the faults of the files as they lie there; another stamp, another check."""
    with speaking(code):
        return check_files(DATA)


def look(source: Atlas, selection: Selection) -> View:
    """Return the view of a selection, counted once for as long as this reader keeps it."""
    known: View | None = st.session_state.get(LOOKED)
    if known and known.selection == selection and known.store is source.store:
        return known
    view = look_at(source.store, selection, source.calendar)
    st.session_state[LOOKED] = view
    return view
