"""The frame of every page: the view in one sentence, how sure it is, its link, its data version."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from incidents.about import permanent
from incidents.dataset import short_version
from incidents.sentence import sentence
from incidents.view import View
from incidents.words import say
from ui import living, state
from ui.atlas import Atlas
from ui.plain import plain


def head(view: View) -> bool:
    """Draw the view in words with its link; return whether there is any row to show."""
    with st.container(key="lead"):
        _notes(state.notes())
        st.header(plain(sentence(view)), anchor=False)
        _how_sure(view)
    is_told = living.draw(view)
    if view.rows_count:
        return True
    _empty(view, is_told)
    return False


def _notes(notes: Sequence[str]) -> None:
    """Say in one box what of the link could not be read, however much it is."""
    if len(notes) == 1:
        st.warning(say("frame.link_note", note=plain(notes[0])))
    elif notes:
        listed = "\n".join(f"- {plain(note)}" for note in notes)
        st.warning(f"{say('frame.link_notes', n=len(notes))}\n\n{listed}")


def _how_sure(view: View) -> None:
    if view.is_timed and view.reason is None:
        t = view.triple
        key = f"frame.sure_of_{view.selection.dates if t.touches else 'none'}"
        sure = say(key, within=t.within, expected=t.expected, touches=t.touches)
        st.markdown(sure, help=say("frame.how_sure_told"))
    if view.selection.province or view.selection.district:
        extra = view.nationwide
        if extra:
            st.caption(say("frame.nationwide", n=extra))


def _empty(view: View, is_told: bool) -> None:
    if not is_told:
        st.info(say("frame.empty", reason=plain(view.reason or say("frame.no_match"))))
    with st.container(horizontal=True):
        if view.is_timed:
            st.button(say("frame.all_times"), on_click=state.drop_time)
        st.button(say("frame.reset_filters"), on_click=state.reset)


def link(view: View, page: str = "") -> None:
    """Draw "Copy link": the address that restores exactly this view, with its data version."""
    with st.popover(say("frame.copy_link"), width="stretch"):
        st.write(say("frame.link_told"))
        query = permanent(view).to_query()
        st.code(f"{state.address(page)}?{query}", language=None, wrap_lines=True)


def close(source: Atlas) -> None:
    """Draw the foot of every page: data version, data as of, and what is counted."""
    with st.container(key="close"):
        told = say(
            "frame.close",
            as_of=plain(source.as_of),
            version=plain(short_version(source.store.version)),
            n=source.store.size,
        )
        st.caption(told)
