"""The first step of loading a file: what it may be, the upload, and what was read of it."""

from __future__ import annotations

import streamlit as st

from incidents.intake import LIMITS, PROFILES
from incidents.words import say
from ui import own_data, your_banner
from ui import your_file as loading
from ui.plain import plain
from ui.your_file import Draft

MEBIBYTE = 1_048_576


def draw() -> None:
    """Draw the limits and the uploader."""
    st.caption(plain(say("your_data.formats")))
    st.caption(plain(LIMITS.in_words()))
    key = f"your_upload_{st.session_state.get(own_data.UPLOADER, 0)}"
    st.file_uploader(
        say("your_data.file"),
        key=key,
        on_change=_take,
        args=(key,),
        max_upload_size=LIMITS.megabytes * 1_000_000 // MEBIBYTE,
    )


def _take(key: str) -> None:
    """Begin to read the upload; the server's own copy of it goes at once."""
    upload = st.session_state.get(key)
    if upload is not None:
        name, data = upload.name, upload.getvalue()
        own_data.drop_uploads()
        loading.take(name, data)


def draw_read(draft: Draft) -> None:
    """Draw what the file was read as, with the choices of sheet and profile."""
    left, right = st.columns([3, 1], vertical_alignment="center")
    with left:
        st.subheader(plain(draft.name), anchor=False)
        size = {"rows": len(draft.table), "columns": len(draft.table.header)}
        st.markdown(plain(say("your_data.read_as", described=draft.table.describe(), **size)))
    with right, st.container(gap="small"):
        st.button(say("your_data.other_file"), on_click=loading.put_away, width="stretch")
        if own_data.current() is None:
            st.button(say("your_data.forget_file"), on_click=your_banner.forget, width="stretch",
                      help=say("your_data.forget_file_told"))  # fmt: skip
    _notes(draft)
    first, second = st.columns(2)
    with first:
        _profile(draft)
    with second:
        _sheet(draft)


def _notes(draft: Draft) -> None:
    notices = draft.report.notices
    private = [plain(notice.sentence) for notice in notices if notice.kind == "privacy"]
    if private:
        st.warning("  \n".join(private))
    for notice in notices:
        if notice.kind != "privacy":
            st.caption(plain(notice.sentence))
    if draft.table.tags:
        st.caption(say("your_data.tags"))
    if draft.remembered:
        st.caption(say("your_data.remembered"))


def _sheet(draft: Draft) -> None:
    if len(draft.table.sheets) < 2:
        return
    key = f"your_sheet_{draft.serial}"
    st.selectbox(
        say("your_data.sheet"),
        draft.table.sheets,
        index=draft.table.sheets.index(draft.table.sheet),
        key=key,
        on_change=lambda: loading.other_sheet(st.session_state[key]),
    )


def _profile(draft: Draft) -> None:
    key = f"your_profile_{draft.serial}"
    st.selectbox(
        say("your_data.profile"),
        PROFILES,
        index=PROFILES.index(draft.report.matching.profile),
        format_func=lambda one: say(f"your_data.profile_{one}"),
        key=key,
        on_change=lambda: loading.again(profile=st.session_state[key], columns={}),
        help=say("your_data.profile_told"),
    )
