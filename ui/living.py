"""Data that change, on the page: the version a link asks for, and what became of its record."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from incidents.changes import ADDED, CHANGED, Change, in_words, read_changes, since, story
from incidents.dataset import short_version
from incidents.faults import DataFaults
from incidents.selection import Selection
from incidents.versions import is_other
from incidents.view import View, look
from incidents.words import say
from ui import atlas, earlier, state
from ui.plain import plain

EMBEDDED = "embedded"
MOST_LISTED = 30


def draw(view: View) -> bool:
    """Say what a link's version and record are today, where that is not what the link was for.

    Returns whether it said that there is no such record.
    """
    if EMBEDDED not in view.store.datasets:
        return False
    _version(view)
    asked = view.selection.id
    return asked is not None and not _record(view, asked)


def draw_version(view: View) -> None:
    """Say which version a link was made with where that is not the present one."""
    if EMBEDDED in view.store.datasets:
        _version(view)


def draw_list() -> None:
    """Draw what changed in the data, the latest first."""
    st.subheader(say("living.list_title"), anchor=False)
    try:
        lines = read_changes()[::-1]
    except DataFaults:
        st.caption(say("living.list_unread"))
        return
    st.markdown("\n".join(f"- {plain(in_words(one))}" for one in lines[:MOST_LISTED]))
    if len(lines) > MOST_LISTED:
        st.caption(say("living.list_more", n=len(lines) - MOST_LISTED))


def _version(view: View) -> None:
    linked, shown = view.selection.version, view.store.version
    if not linked:
        return
    today = atlas.embedded().store.version
    if is_other(linked, shown):
        key, button, box = "living.other_version", "living.drop_version", st.warning
    elif is_other(linked, today):
        key, button, box = "living.kept_version", "living.to_present", st.info
        shown = today
    else:
        return
    versions = {"linked": short_version(linked), "shown": short_version(shown)}
    told = [say(key, **versions), _in_between(linked)]
    if earlier.is_damaged():
        told.insert(1, say("living.kept_damaged", **versions))
    box(plain(" ".join(told)))
    st.button(say(button), on_click=state.change, kwargs={"version": None})


def _in_between(linked: str) -> str:
    try:
        after = since(read_changes(), linked)
    except DataFaults:
        return say("living.since_unread")
    return say("living.since_unknown") if after is None else say("living.since", **_counts(after))


def _counts(changes: Iterable[Change]) -> dict[str, int]:
    """How many records were added, changed and removed (merged ones, too)."""
    listed = tuple(changes)
    ended = {one.id for one in listed if one.is_end}
    return {
        "added": len({one.id for one in listed if one.what == ADDED}),
        "changed": len({one.id for one in listed if one.what == CHANGED} - ended),
        "removed": len(ended),
    }


def _record(view: View, record: str) -> bool:
    """Say what became of a record; return whether the data have it."""
    linked, shown = view.selection.version or "", view.store.version
    present = bool(look(view.store, Selection(id=record), view.calendar).rows_count)
    try:
        told = story(record, read_changes(), present=present, linked=linked, shown=shown)
    except DataFaults:
        if not present:
            st.info(plain(say("living.untold", id=record)))
        return present
    if told.sentences:
        st.info(plain(" ".join(told.sentences)))
    if told.successor:
        words = say("living.show_successor", id=told.successor)
        st.button(plain(words), on_click=state.change, kwargs={"id": told.successor})
    return present
