"""The frame of every page: the view in one sentence, how sure it is, its link, its data version."""

from __future__ import annotations

import streamlit as st

from incidents.about import permanent
from incidents.dataset import short_version
from incidents.sentence import sentence
from incidents.view import View
from incidents.words import say
from ui import language, living, state, your_banner
from ui.atlas import Atlas
from ui.plain import plain

# Constant markup only: space for the map, quiet notes, and no gap above the first line.
STYLE = """
<style>
[data-testid="stMainBlockContainer"] { padding: 4.4rem 2rem 1rem; max-width: 1900px; }
[data-testid="stSidebarHeader"] { height: 2.2rem; padding-bottom: 0; margin-bottom: 0; }
[data-testid="stSidebarContent"] h3 { padding: 0; }
[data-testid="stHeader"] { border-bottom: 1px solid rgba(128, 132, 145, 0.25); }
[data-testid="stSidebarContent"] [data-testid="stVerticalBlock"] { gap: 0.7rem; }
.st-key-language { position: fixed; top: 0.75rem; right: 4.2rem; z-index: 1000001; width: auto; }
.st-key-lead h2 { padding: 0 0 0.3rem; font-size: 1.25rem; font-weight: 600; line-height: 1.35; }
.st-key-lead { gap: 0.75rem; }
.st-key-own_banner { border-left: 3px solid #b08a3e; padding: 0.1rem 0 0.1rem 0.8rem; }
.st-key-own_banner p { overflow-wrap: anywhere; }
.st-key-close { border-top: 1px solid rgba(128, 132, 145, 0.25); padding-top: 0.6rem; }
.st-key-places, .st-key-only { gap: 0; }
.st-key-places button, .st-key-only button { min-height: 0; padding: 0.22rem 0; }
.st-key-cards hr { margin: 0.7rem 0; }
:lang(ko) .stApp { word-break: keep-all; overflow-wrap: break-word; }
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding: 4.2rem 1rem 1rem; }
  .st-key-lead h2 { font-size: 1.1rem; }
}
@media print {
  [data-testid="stSidebar"], [data-testid="stHeader"], .st-key-language { display: none; }
}
</style>
"""


def dress() -> None:
    """Draw what every page wears: the style that the theme cannot say, and whose data it shows."""
    st.html(STYLE)
    language.draw()
    your_banner.draw()


def head(view: View) -> bool:
    """Draw the view in words with its link; return whether there is any row to show."""
    with st.container(key="lead"):
        for note in state.notes():
            st.warning(say("frame.link_note", note=plain(note)))
        st.header(plain(sentence(view)), anchor=False)
        _how_sure(view)
    living.draw(view)
    if view.rows_count:
        return True
    _empty(view)
    return False


def _how_sure(view: View) -> None:
    if view.is_timed and view.reason is None:
        t = view.triple
        sure = say("frame.how_sure", within=t.within, expected=t.expected, touches=t.touches)
        st.markdown(sure, help=say("frame.how_sure_told"))
    if view.selection.province or view.selection.district:
        extra = view.nationwide
        if extra:
            st.caption(say("frame.nationwide", n=extra))


def _empty(view: View) -> None:
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
