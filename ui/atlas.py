"""The data of the running app: opened once, shared read-only, and the only caches there are."""

from __future__ import annotations

import threading
from collections.abc import Hashable
from contextlib import suppress
from dataclasses import dataclass

import streamlit as st

from incidents.almanac import read_calendar
from incidents.dataset import DATA, check_files, data_as_of, stamp
from incidents.faults import DataFaults, StoreLost
from incidents.periods import Calendar
from incidents.query import Vocabulary
from incidents.selection import Selection
from incidents.store import Store
from incidents.view import View
from incidents.view import look as look_at
from incidents.words import LANGUAGES, language, say, speaking
from ui import own_data, served
from ui.ended import Ended
from ui.settled import settle

LOOKED = "looked_at"
PREPARE_AFTER = 3.0  # s: the first reader's map comes before what only later questions need
_OPENED = threading.Event()  # the embedded data have been read by this server
_AT_START: dict[str, list[str]] = {}  # language -> what was wrong with the files by then


@dataclass(frozen=True, slots=True)
class Atlas:
    """Everything a page needs to know of the data: the store, the calendar, their codes."""

    store: Store
    calendar: Calendar
    vocabulary: Vocabulary
    as_of: str


def open_atlas() -> Atlas:
    """Return the data this reader sees: the served, or their own; Ended with sentences if none.

    Those served are opened once for all readers, a reader's own live in their session alone.
    """
    try:
        source = own_data.over(embedded())
        served.tell_made_up(source.store)
        return source
    except StoreLost as fault:
        served.tell_lost(fault)
        raise Ended from fault
    except DataFaults as found:
        st.error(say("frame.no_data"))
        for sentence in found.sentences:
            st.text(sentence)
        raise Ended from found


def get_ready() -> None:
    """Read the embedded data, unless they have been read; faults are for a reader's run to tell."""
    with suppress(DataFaults, StoreLost, OSError):
        embedded()


def embedded() -> Atlas:
    """Return the data served, whatever this reader sees: the embedded, or those of ATLAS_STORE.

    Another load published there is opened anew. Raises DataFaults if the data have any, StoreLost
    for a store out of reach.
    """
    data = _open_embedded()
    if served.is_outdated(data.store):
        data.store.engine.close()
        _open_embedded.clear()
        data = _open_embedded()
    if not _OPENED.is_set():
        _OPENED.set()
    return data


@st.cache_resource(show_spinner=False)
def _open_embedded() -> Atlas:
    store, calendar = served.open_served(DATA), read_calendar(DATA)
    later = threading.Timer(PREPARE_AFTER, _get_ready, (store, stamp(DATA)))
    later.daemon = True
    later.start()
    return Atlas(store, calendar, store.vocabulary(calendar), store.as_of or _as_of())


def _as_of() -> str:
    try:
        return data_as_of(DATA).isoformat()
    except DataFaults:  # the page of sources tells
        return "–"


def _get_ready(store: Store, stamped: Hashable) -> None:
    """Do what the first reader need not wait for: load the query language, check the files."""
    store.prepare()
    for code in LANGUAGES:
        with speaking(code):
            faults = check_files(DATA)
        if stamp(DATA) == stamped:  # as they were when they were read
            _AT_START[code] = faults
    settle()


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
