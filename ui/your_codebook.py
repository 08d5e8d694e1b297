"""The codebook: what every column takes, and a template to fill in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from incidents import labels
from incidents.intake.template import codebook, notes, to_csv_template, to_xlsx_template
from incidents.record import AGENCIES, EVENT_TYPES
from incidents.words import say
from ui import saving
from ui.plain import plain

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw() -> None:
    """Draw the template's downloads, how to fill it in, and the columns with their codes."""
    st.markdown(say("codebook.intro"))
    with st.container(horizontal=True):
        saving.button(
            say("codebook.xlsx"), data=to_xlsx_template, mime=SHEET,
            file_name="incidents-template.xlsx", key="your_template_xlsx",
        )  # fmt: skip
        saving.button(
            say("codebook.csv"), data=to_csv_template, mime="text/csv",
            file_name="incidents-template.csv", key="your_template_csv",
        )  # fmt: skip
    st.markdown("\n".join(f"- {plain(note)}" for note in notes()))
    st.subheader(say("codebook.columns"), anchor=False)
    lines = codebook()
    st.table(
        {
            say("codebook.column"): [f"`{name}`" for name, _, _ in lines],
            say("codebook.meaning"): [plain(say(f"columns.{name}")) for name, _, _ in lines],
            say("codebook.codes"): [plain(_codes(name, codes)) for name, _, codes in lines],
        },
        border="horizontal",
        hide_index=True,
    )
    _labels(say("codebook.types"), EVENT_TYPES, labels.event_type)
    _labels(say("codebook.agencies"), AGENCIES, labels.agency)


def _codes(name: str, codes: str) -> str:
    return say("codebook.see_below") if name in ("event_type", "agency") else codes


def _labels(title: str, codes: Iterable[str], label: Callable[[str], str]) -> None:
    st.subheader(title, anchor=False)
    listed = list(codes)
    st.table(
        {
            say("codebook.code"): [f"`{code}`" for code in listed],
            say("codebook.meaning"): [plain(label(code)) for code in listed],
        },
        border="horizontal",
        hide_index=True,
    )
