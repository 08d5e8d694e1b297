"""Download buttons for any view: exactly its rows, in every format the exports know."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import streamlit as st

from incidents.about import about_view, permanent
from incidents.export import FORMATS, LOSSES, About, export, file_name
from incidents.view import View
from incidents.words import say
from ui import big_download, saving, state
from ui.plain import plain

OTHERS = "other_formats"
SPREADSHEETS = ("csv", "csv-excel")


def draw(view: View, formats: Iterable[str] = SPREADSHEETS, *, has_status: bool = True) -> None:
    """Draw one button for each format; its file is written when the button is pressed.

    Below them stands what becomes of a large file, unless the page draws that elsewhere.
    """
    for name in formats:
        told = say("downloads.button", n=view.rows_count, format=_label(name))
        _button(view, name, told)
    if has_status:
        draw_status()


def draw_status() -> None:
    """Draw what becomes of a file of many rows; nothing where none was asked for."""
    big_download.draw_status()


def draw_others(view: View, besides: Iterable[str] = SPREADSHEETS) -> None:
    """Draw a quiet popover with a button for every format that has none of its own yet."""
    with st.popover(say("downloads.others"), width="stretch", key=OTHERS):
        st.write(say("downloads.others_told", n=view.rows_count))
        for name in FORMATS:
            if name not in besides:
                _button(view, name, _label(name), _what_is_lost(name))


def _button(view: View, name: str, label: str, told: str | None = None) -> None:
    if big_download.is_big(view):
        big_download.button(view, name, label, told)
        return
    chosen = FORMATS[name]
    saving.button(
        label,
        data=_writer(view, name, state.address()),
        file_name=file_name(name, _named(view)),
        mime=chosen.mime,
        key=f"download_{name}",
        help=told,
        disabled=not view.rows_count,
        width="stretch",
    )


def _writer(view: View, name: str, link: str) -> Callable[[], bytes]:
    """Return what writes the file once it is asked for, on a thread without a session."""

    def write() -> bytes:
        written_at = datetime.now(UTC).isoformat(timespec="seconds")
        return export(view.rows, name, about_view(view, written_at, link))

    return write


def _named(view: View) -> About:
    """Return as much of the facts about an export as its file name needs."""
    return About(query=permanent(view).to_query(), row_count=view.rows_count)


def _label(name: str) -> str:
    return say(f"downloads.format.{name}")


def _what_is_lost(name: str) -> str | None:
    """Return the limits of a format beyond those of all, as a sentence for readers."""
    own = [say(f"downloads.loss.{loss}") for loss in LOSSES[name][1:]]
    return say("downloads.limits", limits=plain("; ".join(own))) if own else None
