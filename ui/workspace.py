"""A reader's data kept on their own machine, in the folder named when the app was started."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import streamlit as st

from incidents.intake import IntakeError
from incidents.intake.said import cause_of, to_say
from incidents.intake.signs import named
from incidents.intake.workspace import Kept, forget_kept, keep, list_kept, load_kept
from incidents.words import say
from ui import own_data, your_use
from ui.plain import plain

if TYPE_CHECKING:
    import pandas as pd

VARIABLE = "ATLAS_WORKSPACE"
SAID = "your_workspace_said"
OWN_NAMES = ("localhost", "127.0.0.1", "::1")


def folder() -> Path | None:
    """Return the folder to keep data in; None if none was named or the reader is elsewhere.

    Only a browser on the machine that runs the app sees the folder: it is that person's.
    """
    named = os.environ.get(VARIABLE, "").strip()
    return Path(named).expanduser() if named and _is_this_machine() else None


def _is_this_machine() -> bool:
    """Return whether the reader's browser runs here, by where it comes from and what it asked for.

    Behind a proxy that does not tell who asks, all come from here, but by another name.
    """
    asked = st.context.headers.get("host") or OWN_NAMES[0]
    try:
        name = urlsplit(f"//{asked}").hostname
    except ValueError:  # "[" and the like: no name of ours
        return False
    return st.context.ip_address is None and name in OWN_NAMES


def draw() -> None:
    """Draw what is kept, with a way to open and to remove it, and a way to keep what is in use."""
    where = folder()
    if where is None:
        return
    st.subheader(say("workspace.title"), anchor=False)
    st.caption(plain(say("workspace.where", folder=named(where))))
    said = st.session_state.pop(SAID, None)
    if said:
        st.info(plain(said))
    try:
        found = list_kept(where)
    except OSError as fault:
        told = {"folder": named(where), "why": cause_of(fault)}
        st.error(plain(say("workspace.folder_unreadable", **told)))
        return
    for one in found:
        _kept(where, one)
    if not found:
        st.caption(say("workspace.nothing"))
    _keep(where)


def _kept(where: Path, one: Kept) -> None:
    words, first, second = st.columns([4, 1, 1], vertical_alignment="center")
    size = f"{one.size / 1_000_000:,.1f}"
    words.markdown(say("workspace.one", name=plain(one.name), rows=one.rows, size=size))
    first.button(say("workspace.show"), key=f"your_open_{one.name}", on_click=_open,
                 args=(where, one), width="stretch")  # fmt: skip
    second.button(say("workspace.remove"), key=f"your_remove_{one.name}", on_click=_remove,
                  args=(where, one.name), width="stretch")  # fmt: skip


def _open(where: Path, one: Kept) -> None:
    own = own_data.current()
    your_use.begin(lambda: _whole(where, one), (one.name,), own.joins if own else True)


def _whole(where: Path, one: Kept) -> pd.DataFrame:
    """The rows of a kept file, all of them or none."""
    rows = load_kept(where, one.name)
    if len(rows) != one.rows:
        told = to_say("workspace.not_all", rows=one.rows, name=one.name, readable=len(rows))
        raise IntakeError(told)
    return rows


def _remove(where: Path, name: str) -> None:
    try:
        forget_kept(where, name)
    except IntakeError as fault:
        st.session_state[SAID] = str(fault)


def _keep(where: Path) -> None:
    own = own_data.current()
    if own is None:
        st.caption(say("workspace.can_be_kept"))
        return
    with st.form("your_keep", border=False):
        name, press = st.columns([4, 2], vertical_alignment="bottom")
        chosen = name.text_input(say("workspace.name"), max_chars=80, key="your_keep_name")
        pressed = press.form_submit_button(say("workspace.keep"), width="stretch")
    if pressed:
        st.session_state[SAID] = _kept_as(where, chosen.strip(), own)
        st.rerun()


def _kept_as(where: Path, name: str, own: own_data.Own) -> str:
    try:
        keep(where, name, own.rows, replaces=False)
    except IntakeError as fault:
        return str(fault)
    return say("workspace.kept", rows=len(own.rows), name=name)
