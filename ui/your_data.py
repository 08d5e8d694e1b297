"""The page of a reader's own data: a file loaded and checked, one incident added, the codebook."""

from __future__ import annotations

import streamlit as st

from incidents.intake import LIMITS
from incidents.intake.limits import MB
from incidents.intake.mapping import MOST_BYTES
from incidents.view import View
from incidents.words import language, say
from ui import (
    workspace,
    your_codebook,
    your_columns,
    your_incident,
    your_jobs,
    your_places,
    your_report,
    your_upload,
    your_use,
)
from ui import your_file as loading
from ui.plain import plain

# Constant markup only: lines of a length that can be read, room between the steps.
STYLE = """
<style>
.st-key-your_page { max-width: 1080px; }
.st-key-your_page [data-testid="stMarkdown"] p,
.st-key-your_page [data-testid="stCaptionContainer"] p { max-width: 78ch; overflow-wrap: anywhere; }
.st-key-your_page h3 { padding: 0.9rem 0 0; }
.st-key-your_page [data-testid="stExpander"] summary p { max-width: none; }
.st-key-your_page table { font-size: 0.9rem; }
.st-key-your_page td { vertical-align: top; overflow-wrap: anywhere; }
</style>
"""
# The upload fields speak Streamlit's English; words of the table stand in for it. Placed in quotes
# of CSS, so they may hold no quotation mark and no backslash.
UPLOADS = """
<style>
.st-key-your_page section > div span, .st-key-your_page section button p { font-size: 0; }
.st-key-your_page section > div span::before, .st-key-your_page section button p::before
{ font-size: 0.9rem; }
.st-key-your_page section button p::before { content: "%s"; }
[class*="st-key-your_upload_"] section > div span::before { content: "%s"; }
[class*="st-key-your_mapping_"] section > div span::before { content: "%s"; }
</style>
"""
PARTS = ("file", "one", "codebook")
KEPT = ("your_part", "your_joins")
QUICK = 0.7  # seconds within which work needs no progress bar
BEAT = 0.4  # seconds between two looks at how far it is


def draw(view: View) -> None:
    """Draw the page; while a file is being read it shows how far, and a way to stop."""
    st.html(STYLE)
    if language() != "en":
        st.html(UPLOADS % _upload_words())
    _keep_choices()
    with st.container(key="your_page"):
        st.header(say("your_data.title"), anchor=False)
        st.markdown(say("your_data.intro"))
        fault = your_jobs.collect(QUICK)
        if your_jobs.current():
            _watch()
            return
        _tell(fault)
        _parts()


def _upload_words() -> tuple[str, str, str]:
    own, whole = (
        say("your_data.at_most", megabytes=n) for n in (LIMITS.megabytes, MOST_BYTES // MB)
    )
    return say("your_data.upload"), own, whole


def _keep_choices() -> None:
    """Let what was chosen here outlive the runs that only show how far the work is."""
    for key in KEPT:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def _tell(fault: object) -> None:
    if fault:
        st.error(plain(fault))
    elif fault == "":
        st.info(say("your_data.stopped"))


def _parts() -> None:
    part = st.segmented_control(
        say("your_data.part"), PARTS, format_func=lambda one: say(f"your_data.part_{one}"),
        key="your_part", default="file", required=True, label_visibility="collapsed",
    )  # fmt: skip
    if part == "one":
        your_incident.draw()
    elif part == "codebook":
        your_codebook.draw()
    else:
        _file()
    if part != "codebook":
        your_use.draw_own()
        workspace.draw()


@st.fragment(run_every=BEAT)
def _watch() -> None:
    """Draw how far the work is; at its end the page is drawn anew."""
    job = your_jobs.current()
    if job is None or job.done:
        st.rerun()
    st.progress(job.fraction, text=plain(job.words))
    st.button(say("your_data.stop"), on_click=job.stop, key="your_stop")


def _file() -> None:
    draft = loading.current()
    if draft is None:
        your_upload.draw()
        return
    your_upload.draw_read(draft)
    your_columns.draw(draft)
    your_report.draw_totals(draft)
    your_places.draw_dates(draft)
    your_places.draw(draft)
    your_use.draw(draft)
    your_report.draw(draft)
