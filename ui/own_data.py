"""A reader's own incidents: held in their session alone, beside the embedded ones or instead."""

from __future__ import annotations

import gc
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeAlias

import streamlit as st

from incidents.selection import Selection
from incidents.sentence import listed
from ui import earlier

if TYPE_CHECKING:
    import pandas as pd

    from incidents.intake.said import Said
    from ui.atlas import Atlas

Name: TypeAlias = "str | Said"  # of a file, or what stands for one
MOST_JOINED = 200_000  # served rows that a reader's session takes a copy of
OWN = "your_own"
KEYS = "your_"  # every key of this session that may hold the reader's content starts so
JOB = "your_job"  # the reader's running work, with what takes its result
LOOKED = "looked_at"
OFFERED = "offered_view"
UPLOADER = "uploads_taken"  # how many uploads were taken from the uploader; no content


@dataclass(frozen=True, slots=True)
class Own:
    """The reader's own incidents and the source that shows them.

    `rows`: an incidents frame of dataset "yours". `names`: the files they came from. `joins`:
    beside the embedded data or instead of them. `renamed`: how many ids the embedded data have
    too; those rows are shown under "yours:" + id. `clashes`: how many ids stood in an earlier
    file of the reader's and got a number behind.
    """

    rows: pd.DataFrame
    names: tuple[Name, ...]
    joins: bool
    renamed: int
    source: Atlas
    clashes: int = 0


def build(
    embedded: Atlas, rows: pd.DataFrame, names: tuple[Name, ...], joins: bool, clashes: int = 0
) -> Own:
    """Return the source over the reader's rows, with the embedded ones if it joins them.

    Needs no session, so it may run on any thread. Its version is the SHA-256 of the embedded
    version, of how they are put together, and of what is in the rows. Raises IntakeError where
    there are more rows to join than a session may hold.
    """
    from incidents.intake import IntakeError
    from incidents.intake.convert import join
    from incidents.intake.said import to_say
    from incidents.store import SHOWN, store_of

    if joins and embedded.store.size > MOST_JOINED:
        size = embedded.store.size
        raise IntakeError(to_say("store.too_many_to_join", n=size, most=MOST_JOINED))
    known = _embedded_rows(embedded) if joins else None
    both = rows[list(SHOWN)] if known is None else join(known, rows)
    store = store_of(both, version_of(embedded.store.version, rows, joins))
    source = replace(
        embedded,
        store=store,
        vocabulary=store.vocabulary(embedded.calendar),
        as_of=embedded.as_of if joins else rows["date_end"].max().date().isoformat(),
    )
    renamed = 0 if known is None else int(rows["id"].isin(known["id"]).sum())
    return Own(rows, names, joins, renamed, source, clashes)


def version_of(embedded: str, rows: pd.DataFrame, joins: bool) -> str:
    """Return the version of data put together from the embedded ones and the reader's rows."""
    import pandas as pd

    from incidents.store import SHOWN

    content = pd.util.hash_pandas_object(rows[list(SHOWN)], index=False).to_numpy().tobytes()
    how = f"{embedded} {'join' if joins else 'replace'} {len(rows)} ".encode()
    return sha256(how + content).hexdigest()


def _embedded_rows(embedded: Atlas) -> pd.DataFrame:
    from incidents.view import look

    return look(embedded.store, Selection(), embedded.calendar).rows


def current() -> Own | None:
    """Return the reader's own data in use; None if they use the embedded ones alone."""
    own: Own | None = st.session_state.get(OWN)
    return own


def over(embedded: Atlas) -> Atlas:
    """Return the source this reader sees: their own data, the version of their link, or ours."""
    own = current()
    return own.source if own else earlier.over(embedded)


def use(own: Own) -> None:
    """Show the reader's own data on every page of this session from now on."""
    st.session_state[OWN] = own
    _let_go_of_views()
    _fit_selection(own.source)


def forget(embedded: Atlas) -> None:
    """Remove everything of the reader's from this session and from the server's memory."""
    work = st.session_state.get(JOB)
    if work:
        work[0].stop()
    for key in [key for key in st.session_state if str(key).startswith(KEYS)]:
        del st.session_state[key]
    drop_uploads()
    _let_go_of_views()
    _fit_selection(embedded)
    gc.collect()  # now, not when Python next finds the time


def drop_uploads() -> None:
    """Remove the bytes of this session's uploads from the server; the uploader starts afresh."""
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    here = get_script_run_ctx()
    if here:
        here.uploaded_file_mgr.remove_session_files(here.session_id)
    st.session_state[UPLOADER] = st.session_state.get(UPLOADER, 0) + 1


def in_words(own: Own) -> str:
    """Return the names of the files the reader's data came from, in one phrase."""
    return listed(map(str, dict.fromkeys(own.names)), "and")


def _let_go_of_views() -> None:
    for key in (LOOKED, OFFERED, "months_kept"):
        st.session_state.pop(key, None)


def _fit_selection(source: Atlas) -> None:
    """Drop from the selection what the data now shown do not have: a record, outlets, a set."""
    from ui import state

    if state.SELECTION not in st.session_state:
        return
    now = state.current()
    outlets = tuple(name for name in now.outlet if name in source.store.outlets)
    datasets = tuple(name for name in now.dataset if name in source.store.datasets)
    changes: dict[str, Any] = {"outlet": outlets, "dataset": datasets, "id": None, "version": None}
    if any(getattr(now, name) != value for name, value in changes.items()):
        state.change(**changes)


def shortened(name: str) -> str:
    """Return a file name without its folders and of a length that can be shown.

    >>> shortened("C:\\\\me\\\\coding sheet.csv")
    'coding sheet.csv'
    """
    bare = name.replace("\\", "/").rsplit("/", 1)[-1].strip()
    return bare if len(bare) <= 60 else f"{bare[:56]}..."
