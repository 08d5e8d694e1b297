"""Downloads of many rows: made on disk with progress, then saved from there; more is told how.

Measured on 1,000,000 rows: a download button's file stays in the server's memory until its next
but one run and is copied once more to be sent, two gigabytes for the CSV. From ``FROM`` rows on a
file is therefore made on disk (ui/making.py) and sent from disk (ui/kept_files.py): the server
grew by 110 MB at most while it made and sent that CSV, and by nothing while it only sent.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import BinaryIO

import streamlit as st

from incidents.about import permanent
from incidents.export import FORMATS, About, file_name
from incidents.export.of_view import write_view
from incidents.view import View
from incidents.words import say
from ui import state
from ui.kept_files import address_of
from ui.making import Making
from ui.plain import plain
from ui.your_jobs import alive

FROM = 10_000  # rows; up to this a download button writes the file in memory at once
MOST = 1_000_000  # rows; beyond, a browser is the wrong tool
MAKING = "big_download"
BEAT, QUICK = 0.5, 0.3  # s between two looks at the work; s that a click waits for quick work


def is_big(view: View) -> bool:
    """Return whether the files of a view are made here and not by a download button."""
    return view.rows_count > FROM


def button(view: View, name: str, label: str, told: str | None = None) -> None:
    """Draw the button that begins to make a file, or says how where there are too many rows."""
    if view.rows_count <= MOST:
        st.button(
            label, key=f"make_{name}", help=told, on_click=_start, width="stretch",
            args=(view, name, state.address()),
        )  # fmt: skip
        return
    with st.popover(label, width="stretch", key=f"command_{name}"):
        st.write(say("big_download.too_many", rows=view.rows_count, most=MOST))
        st.code(command(view, name), language=None, wrap_lines=True)


def command(view: View, name: str) -> str:
    """Return the command line that writes the same file; STORE stands for the reader's own."""
    query = permanent(view).to_query()
    out = file_name(name, About(query=query, row_count=view.rows_count))
    return f'python -m incidents export "{query}" --format {name} --out {out} --store STORE'


def draw_status() -> None:
    """Draw how far this reader's file is, or where to save it, or why there is none."""
    making = _current()
    if making is None:
        return
    if not making.wait(QUICK):
        _watch()
    elif making.kept:
        _draw_ready(making)
    else:
        if making.fault:
            st.error(plain(making.fault))
        _forget()


@st.fragment(run_every=BEAT)
def _watch() -> None:
    """Draw how far the work is; at its end the page is drawn anew."""
    making = _current()
    if making is None or making.done:
        st.rerun()
    st.progress(min(making.written / max(making.rows, 1), 1.0), text=plain(_how_far(making)))
    st.button(say("big_download.cancel"), on_click=_forget, key="big_download_cancel")


def _how_far(making: Making) -> str:
    if making.is_waiting:
        return say("big_download.waiting")
    told = "closing" if making.written >= making.rows else "writing"
    return say(f"big_download.{told}", name=making.name, n=making.written, rows=making.rows)


def _draw_ready(making: Making) -> None:
    kept = making.kept
    path = address_of(kept) if kept else None
    if kept is None or path is None:
        st.error(say("big_download.no_route"))
        return
    st.caption(plain(say("big_download.ready", name=kept.name, rows=making.rows)))
    size = f"{max(kept.size / 1e6, 0.1):,.1f}"
    with st.container(horizontal=True):
        st.link_button(say("big_download.save", size=size), state.address(path), type="primary")
        st.button(say("big_download.discard"), on_click=_forget, key="big_download_discard")


def _start(view: View, name: str, link: str) -> None:
    """Begin to make a file in place of any other of this reader's."""
    _forget()
    written_at = datetime.now(UTC).isoformat(timespec="seconds")

    def fill(out: BinaryIO, progress: Callable[[int], None]) -> None:
        write_view(view, name, out, written_at, link, progress)

    about = About(query=permanent(view).to_query(), row_count=view.rows_count)
    st.session_state[MAKING] = Making(
        fill, file_name(name, about), FORMATS[name].mime, view.rows_count, alive()
    )


def _current() -> Making | None:
    making: Making | None = st.session_state.get(MAKING)
    return making


def _forget() -> None:
    """Stop the work, if any, and let go of its file."""
    making: Making | None = st.session_state.pop(MAKING, None)
    if making:
        making.stop()
