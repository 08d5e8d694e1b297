"""What every page wears: the style that the theme cannot say, and the switch of the language.

The first reader's first map waits for what is imported here, so it is little.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from incidents.words import say
from ui import language

WORN = "dress_worn"

# Constant markup only: space for the map, quiet notes, and no gap above the first line. What would
# be cut says so or fits; a link can be copied without a pointer that hovers; Streamlit's limit of
# an upload is left out, as it counts in other megabytes than ours; a finger meets nothing small.
STYLE = """
<style>
[data-testid="stMainBlockContainer"] { padding: 4.4rem 2rem 1rem; max-width: 1900px; }
[data-testid="stSidebarHeader"] { height: 2.2rem; padding-bottom: 0; margin-bottom: 0; }
[data-testid="stSidebarContent"] h3 { padding: 0 0 0.25rem; }
[data-testid="stHeader"] { border-bottom: 1px solid rgba(128, 132, 145, 0.25); }
[data-testid="stSidebarContent"] [data-testid="stVerticalBlock"] { gap: 0.7rem; }
.st-key-language { position: fixed; top: 0.6rem; right: 2rem; z-index: 1000001; width: auto; }
[data-testid="stStatusWidget"] { margin-right: 4.5rem; }
.st-key-language button { white-space: nowrap; }
.st-key-language :has(> iframe) { position: absolute; width: 0; height: 0; overflow: hidden; }
[data-testid="stCaptionContainer"] { opacity: 0.76; }
.stSelectbox input { text-overflow: ellipsis; }
[data-testid="stSidebarContent"] [data-testid="stHorizontalBlock"] { gap: 0.5rem; }
[data-testid="stSidebarContent"] [data-testid="stDateInputField"] {
  padding: 0 0.25rem; gap: 0; font-size: 0.82rem;
}
[data-testid="stSidebarContent"] [data-testid="stDateInputField"] * { font-size: inherit; }
[data-testid="stSidebarContent"] [data-testid="stDateInputField"] [role="group"] { padding: 0; }
[data-testid="stSidebarContent"] [data-testid="stDateInputCalendarButton"] {
  margin: 0; padding: 0 0.15rem;
}
[data-testid="stFileUploaderDropzoneInstructions"]:not(details *) { display: none; }
[data-testid="stCode"] pre { padding-right: 3rem; }
[data-testid="stCode"] > pre + div { opacity: 1; visibility: visible; }
[data-testid="stCode"] > pre + div * { pointer-events: auto; }
[data-testid="stMultiSelectTagsContainer"] [data-tag],
[data-testid="stBaseButton-primary"], [data-testid="stBaseLinkButton-primary"],
[data-testid="stBaseButton-primaryFormSubmit"] { background-color: #5a66c4; color: #ffffff; }
[data-testid="stMain"]:focus-visible, [data-testid="stTopNavLink"]:focus-visible {
  outline: 2px solid #6f78bd; outline-offset: -2px;
}
.stVegaLiteChart :is(.role-axis-label, .role-axis-title) text,
.stVegaLiteChart :is(.role-legend-label, .role-legend-title) text {
  fill: currentColor; fill-opacity: 0.8;
}
/* Streamlit fades what waits to be drawn again, each piece by itself. The browser would paint a
   hundred layers before the map for it; a line at the top says instead that work goes on. Found by
   its class: a rule by attribute would have all that carry it looked at whenever a run begins. */
[data-testid="stElementContainer"], [data-testid="stExpander"] :is(summary, details) {
  opacity: 1 !important; transition: none !important;
}
[data-test-script-state="running"] .stAppHeader::after {
  content: ""; position: absolute; left: 0; right: 0; bottom: -2px; height: 2px;
  background: #6f78bd; opacity: 0; animation: at-work 0.2s linear 0.7s forwards;
}
@keyframes at-work { to { opacity: 1; } }
.st-key-notices:empty, .st-key-brand { display: none; }
.st-key-lead h2 { padding: 0 0 0.3rem; font-size: 1.25rem; font-weight: 600; line-height: 1.35; }
.st-key-lead { gap: 0.75rem; }
.st-key-own_banner { border-left: 3px solid #b08a3e; padding: 0.1rem 0 0.1rem 0.8rem; }
.st-key-own_banner p { overflow-wrap: anywhere; }
.st-key-close { border-top: 1px solid rgba(128, 132, 145, 0.25); padding-top: 0.6rem; }
.st-key-places { gap: 0; }
.st-key-places button { min-height: 0; padding: 0.22rem 0; }
.st-key-cards { padding-bottom: 2rem; }
.st-key-cards { mask-image: linear-gradient(#000 calc(100% - 2rem), transparent); }
.st-key-cards hr { margin: 0.7rem 0; }
.stApp :is(p, li, h1, h2, h3, h4, label, button) {
  word-break: keep-all; overflow-wrap: anywhere;
}
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding: 4.2rem 1rem 1rem; }
  .st-key-lead h2 { font-size: 1.1rem; }
  .st-key-brand { display: block; font-size: 0.85rem; }
  [data-testid="stExpandSidebarButton"]::after { content: var(--atlas-menu); font-size: 0.9rem; }
  [data-testid="stExpandSidebarButton"] { width: auto; gap: 0.35rem; }
  .st-key-language { right: 1rem; }
  [data-testid="stElementToolbar"] { display: none; }
  :has(> .st-key-cards), .st-key-cards { height: auto; max-height: none; overflow: visible; }
  .st-key-cards { mask-image: none; padding-bottom: 0; }
  .st-key-places button { padding: 0.7rem 0; }
  [data-testid="stSidebarNavLink"] { min-height: 2.9rem; }
}
@media print {
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stToolbar"],
  [data-testid="stPopover"], [data-testid="stElementToolbar"], .stTooltipIcon, .stDownloadButton,
  .stSelectbox, .stMultiSelect, .stTextInput, .stNumberInput, .stCheckbox, .stFileUploader,
  details:not([open]), .st-key-language { display: none; }
  :has(> .st-key-cards), .st-key-cards { height: auto; max-height: none; mask-image: none; }
  [data-testid="stMain"] button:not(.st-key-places *) { display: none; }
}
</style>
"""
# What the button of a closed sidebar opens: Streamlit draws a sign without a word.
_MENU = '<style>:root {{ --atlas-menu: "{}"; }}</style>'


@dataclass(frozen=True, slots=True)
class Places:
    """Where things stand on all pages, always in this order, or the map would start anew.

    Notices come and go without moving the map in the page.
    """

    brand: DeltaGenerator
    language: DeltaGenerator
    notices: DeltaGenerator


def lay_out() -> Places:
    """Return the places above a page, with nothing in them yet."""
    return Places(*(st.container(key=name) for name in ("brand", "language", "notices")))


def draw(places: Places) -> None:
    """Draw it: before a reader's first page, and on later runs after, as the browser has it."""
    st.html(STYLE + _MENU.format(say("frame.menu")))
    with places.brand:  # on a phone, where the sidebar that says it is closed
        st.markdown(f"**{say('frame.atlas')}** · {say('sidebar.about')}")
    with places.language:
        language.draw()
    st.session_state[WORN] = True


def is_worn() -> bool:
    """Return whether this reader's browser has it from an earlier run."""
    return WORN in st.session_state
