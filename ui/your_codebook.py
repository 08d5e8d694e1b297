"""The codebook: what every column takes, and a template to fill in."""

from __future__ import annotations

import streamlit as st

from incidents.intake.template import NOTES, codebook, to_csv_template, to_xlsx_template
from incidents.record import AGENCIES, EVENT_TYPES
from ui.plain import plain

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw() -> None:
    """Draw the template's downloads, how to fill it in, and the columns with their codes."""
    st.markdown("A sheet in these columns is read as it stands, with nothing to match.")
    with st.container(horizontal=True):
        st.download_button(
            "Template as XLSX, with drop-downs", data=to_xlsx_template, mime=SHEET,
            file_name="incidents-template.xlsx", on_click="ignore", key="your_template_xlsx",
        )  # fmt: skip
        st.download_button(
            "Template as CSV", data=to_csv_template, mime="text/csv",
            file_name="incidents-template.csv", on_click="ignore", key="your_template_csv",
        )  # fmt: skip
    st.markdown("\n".join(f"- {plain(note)}" for note in NOTES))
    st.subheader("Columns", anchor=False)
    lines = codebook()
    st.table(
        {
            "Column": [f"`{name}`" for name, _, _ in lines],
            "Meaning": [plain(meaning) for _, meaning, _ in lines],
            "Codes": [plain(_codes(name, codes)) for name, _, codes in lines],
        },
        border="horizontal",
        hide_index=True,
    )
    _labels("Types of incident", EVENT_TYPES)
    _labels("Agencies", AGENCIES)


def _codes(name: str, codes: str) -> str:
    return "see below" if name in ("event_type", "agency") else codes


def _labels(title: str, known: object) -> None:
    st.subheader(title, anchor=False)
    pairs = dict(known)  # type: ignore[call-overload]
    st.table(
        {"Code": [f"`{code}`" for code in pairs], "Meaning": [plain(v) for v in pairs.values()]},
        border="horizontal",
        hide_index=True,
    )
