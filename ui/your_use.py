"""Putting a reader's rows on the map: beside the embedded ones or instead, and out again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from incidents.intake import Report
from incidents.intake.said import to_say
from incidents.words import say
from ui import atlas, own_data, saving, your_banner, your_jobs
from ui.own_data import Name
from ui.plain import plain
from ui.your_file import Draft
from ui.your_jobs import Job

if TYPE_CHECKING:
    import pandas as pd

PLACING = to_say("your_data.placing")


def draw(draft: Draft) -> None:
    """Draw the choice of how the rows of the file are shown, and the button that shows them."""
    st.subheader(say("your_data.use_title"), anchor=False)
    came = len(draft.report.incidents)
    if not came:
        st.info(say("your_data.nothing_came"))
        return
    own = own_data.current()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        joins = st.radio(
            say("your_data.how"), (True, False), format_func=_how, key="your_joins",
            horizontal=True,
        )  # fmt: skip
        adds = own is not None and st.checkbox(
            say("your_data.keep_too", rows=len(own.rows)), key="your_adds"
        )
        if st.button(say("your_data.use", rows=came), type="primary", key="your_use"):
            show(draft.report, draft.name, bool(joins), bool(adds))
            st.rerun()


def _how(joins: bool) -> str:
    return say("your_data.how_beside" if joins else "your_data.how_instead")


def show(report: Report, name: Name, joins: bool, adds: bool) -> None:
    """Begin to put the rows of a report into use; `adds`: to those in use already."""
    own = own_data.current() if adds else None
    before = own.rows if own else None

    def make() -> pd.DataFrame:
        from incidents.intake.add import append

        return append(before, report)

    clashes = _clashes(before, report.incidents)
    begin(make, (*own.names, name) if own else (name,), joins, clashes)


def begin(
    make: Callable[[], pd.DataFrame], names: tuple[Name, ...], joins: bool, clashes: int = 0
) -> None:
    """Begin to show rows that are made on a thread of their own."""
    embedded = atlas.embedded()

    def work(job: Job) -> own_data.Own:
        job.tell(PLACING, 0.1)
        rows = make()
        job.tell(PLACING, 0.4)
        return own_data.build(embedded, rows, names, joins, clashes)

    your_jobs.start(work, own_data.use)


def put(joins: bool) -> None:
    """Show the rows in use beside the embedded ones, or instead of them."""
    own = own_data.current()
    if own:
        rows = own.rows
        begin(lambda: rows, own.names, joins, own.clashes)


def _clashes(before: pd.DataFrame | None, added: pd.DataFrame) -> int:
    """How many of the added rows have an id that one of the earlier rows has."""
    return 0 if before is None else int(added["id"].isin(before["id"]).sum())


def draw_own() -> None:
    """Draw what of the reader's own is in use: how it is shown, as a file, and out with it."""
    own = own_data.current()
    if own is None:
        return
    st.subheader(say("your_data.in_use"), anchor=False)
    key = "your_data.shown_beside" if own.joins else "your_data.shown_instead"
    st.markdown(say(key, rows=len(own.rows), files=plain(own_data.in_words(own))))
    if own.renamed:
        st.caption(say("your_data.renamed", rows=own.renamed))
    if own.clashes:
        st.caption(say("your_data.clashes", ids=own.clashes))
    rows = own.rows
    with st.container(horizontal=True):
        st.button(_how(not own.joins), on_click=put, args=(not own.joins,), key="your_other_way")
        saving.button(
            say("your_data.download_rows"), data=lambda: _csv(rows), mime="text/csv",
            file_name="my-incidents.csv", key="your_rows_out",
        )  # fmt: skip
        st.button(say("your_data.forget"), on_click=your_banner.forget, key="your_forget_here")


def _csv(rows: pd.DataFrame) -> bytes:
    from incidents.export import to_csv

    return to_csv(rows)
