"""The frame of every page: the view in one sentence, how sure it is, its link, its data version."""

from __future__ import annotations

import streamlit as st

from incidents.about import permanent
from incidents.dataset import short_version
from incidents.sentence import sentence
from incidents.view import View
from ui import state, your_banner
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
.st-key-lead h2 { padding: 0 0 0.3rem; font-size: 1.25rem; font-weight: 600; line-height: 1.35; }
.st-key-lead { gap: 0.75rem; }
.st-key-own_banner { border-left: 3px solid #b08a3e; padding: 0.1rem 0 0.1rem 0.8rem; }
.st-key-own_banner p { overflow-wrap: anywhere; }
.st-key-close { border-top: 1px solid rgba(128, 132, 145, 0.25); padding-top: 0.6rem; }
.st-key-places, .st-key-only { gap: 0; }
.st-key-places button, .st-key-only button { min-height: 0; padding: 0.22rem 0; }
.st-key-cards hr { margin: 0.7rem 0; }
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding: 4.2rem 1rem 1rem; }
  .st-key-lead h2 { font-size: 1.1rem; }
}
@media print { [data-testid="stSidebar"], [data-testid="stHeader"] { display: none; } }
</style>
"""


def dress() -> None:
    """Draw what every page wears: the style that the theme cannot say, and whose data it shows."""
    st.html(STYLE)
    your_banner.draw()


def head(view: View) -> bool:
    """Draw the view in words with its link; return whether there is any row to show."""
    with st.container(key="lead"):
        for note in state.notes():
            st.warning(f"Part of the link could not be read: {plain(note)}")
        st.header(plain(sentence(view)), anchor=False)
        _how_sure(view)
    if view.rows_count:
        return True
    _empty(view)
    return False


def _how_sure(view: View) -> None:
    if view.is_timed and view.reason is None:
        t = view.triple
        st.markdown(
            f"**{t.within:,}** surely inside · **{t.expected:,.1f}** expected · "
            f"**{t.touches:,}** possibly inside",
            help="Many reports give a week or a month, not a day. Surely: the whole interval lies "
            "inside the period. Possibly: at least one day of it does. Expected: each report "
            "spread evenly over its days.",
        )
    if view.selection.province or view.selection.district:
        extra = view.nationwide
        if extra:
            st.caption(
                f"{extra} more {'report names' if extra == 1 else 'reports name'} no province and "
                "so pass no place filter."
            )


def _empty(view: View) -> None:
    reason = view.reason or "No report matches all of the filters."
    st.info(f"{plain(reason)} No report is not the same as no event.")
    with st.container(horizontal=True):
        if view.is_timed:
            st.button("Show all times", on_click=state.drop_time)
        st.button("Reset all filters", on_click=state.reset)


def link(view: View, page: str = "") -> None:
    """Draw "Copy link": the address that restores exactly this view, with its data version."""
    with st.popover("Copy link", width="stretch"):
        st.write("This link restores exactly this view.")
        query = permanent(view).to_query()
        st.code(f"{state.address(page)}?{query}", language=None, wrap_lines=True)


def close(source: Atlas) -> None:
    """Draw the foot of every page: data version, data as of, and what is counted."""
    with st.container(key="close"):
        st.caption(
            f"Data as of {plain(source.as_of)} · dataset version "
            f"{plain(short_version(source.store.version))} · {source.store.size:,} reports. "
            "Counts are of reported incidents: one report is not one event, and no report is not "
            "no event."
        )

