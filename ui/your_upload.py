"""The first step of loading a file: what it may be, the upload, and what was read of it."""

from __future__ import annotations

import streamlit as st

from incidents.intake import LIMITS, PROFILES
from incidents.sentence import number_of
from ui import own_data, your_banner
from ui import your_file as loading
from ui.plain import plain
from ui.your_file import Draft

FORMATS = (
    "CSV (any separator; UTF-8, UTF-16, CP949/EUC-KR or CP1252), XLSX, GeoJSON, GeoPackage, KML or "
    "KMZ, Parquet, or a zip with one of these. Own coding sheets in English or Korean, ACLED and "
    "UCDP GED downloads, and everything this atlas exports."
)
MEBIBYTE = 1_048_576


def draw() -> None:
    """Draw the limits and the uploader."""
    st.caption(plain(FORMATS))
    st.caption(plain(LIMITS.in_words()))
    key = f"your_upload_{st.session_state.get(own_data.UPLOADER, 0)}"
    st.file_uploader(
        "File with incidents",
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
        words = f"Read as {draft.table.describe()}: {number_of(len(draft.table), 'row')}, "
        st.markdown(plain(words + number_of(len(draft.table.header), "column") + "."))
    with right, st.container(gap="small"):
        st.button("Choose another file", on_click=loading.put_away, width="stretch")
        if own_data.current() is None:
            st.button("Forget this file", on_click=your_banner.forget, width="stretch",
                      help="And which columns and places you chose for it.")  # fmt: skip
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
        st.caption("A row of HXL tags under the header was set aside.")
    if draft.remembered:
        st.caption("A file with the same header was matched before; its choices are used again.")


def _sheet(draft: Draft) -> None:
    if len(draft.table.sheets) < 2:
        return
    key = f"your_sheet_{draft.serial}"
    st.selectbox(
        "Sheet",
        draft.table.sheets,
        index=draft.table.sheets.index(draft.table.sheet),
        key=key,
        on_change=lambda: loading.other_sheet(st.session_state[key]),
    )


def _profile(draft: Draft) -> None:
    key = f"your_profile_{draft.serial}"
    st.selectbox(
        "Profile",
        list(PROFILES),
        index=list(PROFILES).index(draft.report.matching.profile),
        format_func=PROFILES.__getitem__,
        key=key,
        on_change=lambda: loading.again(profile=st.session_state[key], columns={}),
        help="Told from the header. It decides what dates, types and codes mean.",
    )
