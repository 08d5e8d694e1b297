"""Buttons that save a file, which stays until its reader's browser has fetched it.

Streamlit keeps what such a button writes only until two runs of any readers have ended: with
thirty readers that is a moment, and the browser is told there is no such file. So the file is
also held under a name of its own in the reader's session, until that reader's next run.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Any

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner_utils.script_run_context import (
    ScriptRunContext,
    add_script_run_ctx,
    get_script_run_ctx,
)


def button(
    label: str, data: Callable[[], bytes], file_name: str, mime: str, key: str, **looks: Any
) -> None:
    """Draw a button that saves what ``data`` writes once it is pressed; no run follows."""
    st.download_button(
        label,
        data=_held(data, get_script_run_ctx(suppress_warning=True), file_name, mime, key),
        file_name=file_name,
        mime=mime,
        key=key,
        on_click="ignore",
        **looks,
    )


def _held(
    data: Callable[[], bytes],
    context: ScriptRunContext | None,
    name: str,
    mime: str,
    key: str,
) -> Callable[[], bytes]:
    """Return what writes the file and, on a server, lets this reader's session hold it."""

    def write() -> bytes:
        content = data()
        if context and runtime.exists() and _is_here(context):
            media = runtime.get_instance().media_file_mgr
            keeping = Thread(target=media.add, args=(content, mime, f"saved-{key}", name, True))
            add_script_run_ctx(keeping, context)  # whose session it is
            keeping.start()
            keeping.join()
        return content

    return write


def _is_here(context: ScriptRunContext) -> bool:
    """Return whether the session goes on: nobody would let go of what is held for another."""
    return runtime.get_instance().is_active_session(context.session_id)
