"""Which store this server shows: the embedded data, or the one named when it was started."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner_utils.script_run_context import get_run_yield_check

from incidents.faults import StoreLost
from incidents.store import Store, open_store
from incidents.stores.address import named
from incidents.words import say


def open_served(data: Path) -> Store:
    """Return the store to show, by default that of the data folder.

    Raises StoreLost for one that cannot be reached, DataFaults for files that cannot be used.
    A question to a store by address is given up as soon as its reader asks for something else.
    """
    if not named():
        return open_store(data)
    from incidents.stores.opening import store_at

    return replace(store_at(named()), check=_go_on)


def is_outdated(store: Store) -> bool:
    """Return whether another load was published there since; raises StoreLost if out of reach."""
    return bool(store.edition) and store.engine.edition() != store.edition


def tell_lost(fault: StoreLost) -> None:
    """Draw why the store cannot be reached, and a way to try again."""
    st.error(say("store.lost"))
    st.text(str(fault))
    st.button(say("store.again"), key="store_again")


def tell_made_up(store: Store) -> None:
    """Draw on every page that what is shown is made up, if any of it is."""
    if store.synthetic:
        st.warning(say("store.made_up", n=store.synthetic))


def _go_on() -> None:
    """End this run if its reader has changed a filter, opened another page or left."""
    check = get_run_yield_check()
    if check:
        check()
