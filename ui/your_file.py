"""The file a reader is loading: its table, their choices, and the report on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents.intake import Matching, Report, Table, check_table, match, read
from incidents.intake.said import to_say
from incidents.words import language
from ui import own_data, your_jobs
from ui.your_jobs import Job

if TYPE_CHECKING:
    import pandas as pd

DRAFT = "your_draft"
MATCHED = "your_matched"
PLACES = "your_places"
USUAL = 30_000  # rows; while a file is read its number of rows is not known
READ, COMPARE = to_say("your_data.reading"), to_say("your_data.comparing")
READING = 0.3  # share of the bar for reading, the rest is for checking


@dataclass(frozen=True, slots=True)
class Draft:
    """One file with the choices made for it and the report they give.

    `data` is kept only while another sheet can be chosen. `lines`: one row per fault and one per
    accepted row, as in `Report.faults_frame`, in the language `spoken`. `serial` tells one
    reading from the next.
    """

    name: str
    data: bytes | None
    table: Table
    report: Report
    lines: pd.DataFrame
    spoken: str
    profile: str | None = None
    dates: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    remembered: bool = False
    serial: int = 0


def current() -> Draft | None:
    """Return the file being loaded, its report in the language spoken; None before one is."""
    draft: Draft | None = st.session_state.get(DRAFT)
    if draft and draft.spoken != language():
        draft = replace(draft, lines=_lines(draft.report), spoken=language())
        st.session_state[DRAFT] = draft
    return draft


def take(name: str, data: bytes, sheet: str | None = None) -> None:
    """Begin to read a file (or another sheet of it) and to check its rows."""
    memory: dict[Any, Any] = dict(st.session_state.get(MATCHED, {}))
    places = dict(st.session_state.get(PLACES, {}))
    serial = _next_serial()
    several = own_data.shortened(name)

    def work(job: Job) -> Draft:
        table = read(data, name, sheet, _count_chunks(job))
        known = memory.get(table.header)
        profile, columns = known or (None, {})
        kept = data if len(table.sheets) > 1 else None
        report = _checked(job, table, profile, None, columns, places)
        return Draft(
            several, kept, table, report, _lines(report), language(), profile, None, columns,
            places, bool(known), serial,
        )  # fmt: skip

    your_jobs.start(work, _keep)


def again(**choices: Any) -> None:
    """Check the rows anew with other choices: profile, dates, columns, places."""
    draft = current()
    if draft is None:
        return
    changed = replace(draft, serial=_next_serial(), remembered=False, **choices)

    def work(job: Job) -> Draft:
        report = _checked(
            job, changed.table, changed.profile, changed.dates, changed.columns, changed.places
        )
        return replace(changed, report=report, lines=_lines(report), spoken=language())

    your_jobs.start(work, _keep)


def other_sheet(sheet: str) -> None:
    """Read another sheet of the same file."""
    draft = current()
    if draft and draft.data is not None and sheet in draft.table.sheets:
        take(draft.name, draft.data, sheet)


def put_away() -> None:
    """Leave the file: nothing of it is kept unless its rows are in use."""
    your_jobs.stop()
    st.session_state.pop(DRAFT, None)


def automatic(draft: Draft, profile: str | None) -> Matching:
    """Return how the columns would be matched without the reader's corrections."""
    return match(draft.table, profile)


def _keep(draft: Draft) -> None:
    st.session_state[DRAFT] = draft
    st.session_state[PLACES] = dict(draft.places)
    if draft.columns or draft.profile:
        memory = st.session_state.setdefault(MATCHED, {})
        memory[draft.table.header] = (draft.profile, dict(draft.columns))


def _next_serial() -> int:
    st.session_state["your_serial"] = st.session_state.get("your_serial", 0) + 1
    return int(st.session_state["your_serial"])


def _count_chunks(job: Job) -> Any:
    """Return what the reading of a file asks between chunks; each time the bar moves on."""
    from incidents.intake.table import CHUNK

    rows = 0

    def asked() -> bool:
        nonlocal rows
        words = to_say("your_data.reading_rows", rows=rows) if rows else READ
        job.tell(words, READING * rows / (rows + USUAL))
        rows += CHUNK
        return False

    return asked


def _checked(
    job: Job,
    table: Table,
    profile: str | None,
    dates: str | None,
    columns: Mapping[str, str],
    places: Mapping[str, str],
) -> Report:
    def progress(done: int, total: int) -> None:
        share = READING + (0.9 - READING) * done / max(total, 1)
        words = to_say("your_data.checking", done=done, total=total)
        job.tell(COMPARE if done == total else words, share)

    return check_table(
        table, profile=profile, dates=dates, columns=columns, mapping=places,
        progress=progress, cancelled=job.is_stopped,
    )  # fmt: skip


def _lines(report: Report) -> pd.DataFrame:
    """One line per fault and one per accepted row, by row number; columns of `faults_frame`."""
    import pandas as pd

    faults = report.faults_frame()
    good = [at for at, status in enumerate(report.statuses, 1) if status == "accepted"]
    fine = pd.DataFrame({"row": good, "status": "accepted"}).reindex(columns=list(faults.columns))
    both = pd.concat([faults, fine], ignore_index=True) if len(faults) else fine
    texts = {name: "str" for name in both.columns if name != "row"}
    both = both.fillna({name: "" for name in texts}).astype({"row": "int64", **texts})
    return both.sort_values("row", kind="stable", ignore_index=True)
