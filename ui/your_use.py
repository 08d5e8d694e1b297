"""Putting a reader's rows on the map: beside the embedded ones or instead, and out again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from incidents.intake import Report
from incidents.sentence import number_of
from ui import atlas, own_data, your_banner, your_jobs
from ui.plain import plain
from ui.your_file import Draft
from ui.your_jobs import Job

if TYPE_CHECKING:
    import pandas as pd

HOW = {True: "Beside the embedded reports", False: "Instead of the embedded reports"}


def draw(draft: Draft) -> None:
    """Draw the choice of how the rows of the file are shown, and the button that shows them."""
    st.subheader("Use it", anchor=False)
    came = len(draft.report.incidents)
    if not came:
        st.info("No row came in, so there is nothing to show. The report says why, row by row.")
        return
    own = own_data.current()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        joins = st.radio(
            "Show the rows", list(HOW), format_func=HOW.__getitem__, key="your_joins",
            horizontal=True,
        )  # fmt: skip
        adds = own is not None and st.checkbox(
            f"Keep my {number_of(len(own.rows), 'row')} in use, too", key="your_adds"
        )
        if st.button(f"Use {number_of(came, 'row')}", type="primary", key="your_use"):
            show(draft.report, draft.name, bool(joins), bool(adds))
            st.rerun()


def show(report: Report, name: str, joins: bool, adds: bool) -> None:
    """Begin to put the rows of a report into use; `adds`: to those in use already."""
    own = own_data.current() if adds else None
    before = own.rows if own else None

    def make() -> pd.DataFrame:
        from incidents.intake.add import append

        return append(before, report)

    clashes = _clashes(before, report.incidents)
    begin(make, (*own.names, name) if own else (name,), joins, clashes)


def begin(
    make: Callable[[], pd.DataFrame], names: tuple[str, ...], joins: bool, clashes: int = 0
) -> None:
    """Begin to show rows that are made on a thread of their own."""
    embedded = atlas.embedded()

    def work(job: Job) -> own_data.Own:
        job.tell("Putting the rows on the map", 0.1)
        rows = make()
        job.tell("Putting the rows on the map", 0.4)
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
    st.subheader("Your data in use", anchor=False)
    st.markdown(
        f"**{len(own.rows):,}** {'row' if len(own.rows) == 1 else 'rows'} from "
        f"{plain(own_data.in_words(own))}, shown "
        f"{'beside the embedded reports' if own.joins else 'instead of the embedded reports'}."
    )
    if own.renamed:
        st.caption(
            f"{number_of(own.renamed, 'row')} of yours with the id of an embedded report: shown "
            "and exported from the atlas with yours: before the id."
        )
    if own.clashes:
        st.caption(
            f"{number_of(own.clashes, 'id')} stood in your earlier rows already and got a number "
            "behind it."
        )
    rows = own.rows
    with st.container(horizontal=True):
        st.button(HOW[not own.joins], on_click=put, args=(not own.joins,), key="your_other_way")
        st.download_button(
            "Download my rows as CSV", data=lambda: _csv(rows), mime="text/csv",
            file_name="my-incidents.csv", on_click="ignore", key="your_rows_out",
        )  # fmt: skip
        st.button("Forget my data", on_click=your_banner.forget, key="your_forget_here")


def _csv(rows: pd.DataFrame) -> bytes:
    from incidents.export import to_csv

    return to_csv(rows)
