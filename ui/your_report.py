"""The report on a reader's file: totals, what became of every row, duplicates, downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents.sentence import number_of
from ui.your_file import Draft

if TYPE_CHECKING:
    import pandas as pd

STATUSES = ("refused", "repaired", "accepted")
HEADINGS = {
    "row": "Row", "status": "Outcome", "field": "Field", "value": "From", "becomes": "To",
    "why": "Why", "rows": "Rows",
}  # fmt: skip
WIDTHS = {"row": 60, "rows": 60, "status": 85, "field": 110, "value": 160, "becomes": 110,
          "why": 520}  # fmt: skip
ROW, HEAD, TALLEST = 35, 37, 11
AT_ONCE = 1_000
SAME = ["status", "field", "value", "becomes", "why"]


def draw_totals(draft: Draft) -> None:
    """Draw what came of the rows in one line; the parts add up to the rows read."""
    report = draft.report
    st.markdown(
        f"**{report.rows:,}** {'row' if report.rows == 1 else 'rows'} read = "
        f"**{report.accepted:,}** accepted + **{report.repaired:,}** repaired + "
        f"**{report.refused:,}** refused",
        help="Accepted: came in as it was. Repaired: came in with something changed or left out. "
        "Refused: has no valid date, or cannot be read as a row; it stays in the report.",
    )


def draw(draft: Draft) -> None:
    """Draw the report row by row, what may be told twice, and all of it as files."""
    st.subheader("Row by row", anchor=False)
    _table(draft)
    _downloads(draft)
    _duplicates(draft)


def _table(draft: Draft) -> None:
    lines = _filtered(draft)
    grouped = st.toggle("Same faults together", key=f"your_same_{draft.serial}")
    if grouped:
        lines = lines.groupby(SAME, sort=False).size().reset_index(name="rows")
        lines = lines.sort_values("rows", ascending=False, kind="stable")[["rows", *SAME]]
    pages = max(1, -(-len(lines) // AT_ONCE))
    page = 1
    if pages > 1:
        label = f"Page of {pages:,}, {AT_ONCE:,} lines each"
        page = int(st.number_input(label, 1, pages, key=f"your_page_{draft.serial}_{pages}"))
    shown = lines.iloc[(page - 1) * AT_ONCE : page * AT_ONCE]
    if not len(shown):
        st.caption("No row fits.")
        return
    st.dataframe(
        shown.rename(columns=HEADINGS),
        height=HEAD + ROW * min(len(shown), TALLEST),
        row_height=ROW,
        hide_index=True,
        column_config=_columns(),
        alt="What became of each row of the file, and why",
    )


def _filtered(draft: Draft) -> pd.DataFrame:
    """The lines of the report that the reader's filters leave."""
    lines = draft.lines
    outcome, field, words = st.columns([1.2, 1, 1.2])
    with outcome:
        there = [name for name in STATUSES if name in set(draft.report.statuses)]
        statuses = st.multiselect(
            "Outcome", there, key=f"your_status_{draft.serial}", placeholder="All"
        )
    with field:
        fields = sorted(set(lines["field"]) - {""})
        chosen = st.multiselect("Field", fields, key=f"your_field_{draft.serial}",
                                placeholder="All")  # fmt: skip
    with words:
        text = st.text_input("Words", key=f"your_words_{draft.serial}", max_chars=200,
                             placeholder="in From, To or Why")  # fmt: skip
    if statuses:
        by_row = lines["row"].map(dict(enumerate(draft.report.statuses, 1)))
        lines = lines[by_row.isin(statuses)]
    if chosen:
        lines = lines[lines["field"].isin(chosen)]
    for word in text.split():
        hits = [lines[name].str.contains(word, case=False, regex=False)
                for name in ("value", "becomes", "why")]  # fmt: skip
        lines = lines[hits[0] | hits[1] | hits[2]]
    return lines


def _columns() -> dict[str, Any]:
    return {
        heading: st.column_config.NumberColumn(heading, width=WIDTHS[name], format="%d")
        if name in ("row", "rows")
        else st.column_config.TextColumn(heading, width=WIDTHS.get(name))
        for name, heading in HEADINGS.items()
    }


def _downloads(draft: Draft) -> None:
    from incidents.intake.convert import to_our_csv

    report = draft.report
    stem = "".join(c if c.isalnum() or c in "-_" else "-" for c in draft.name.rsplit(".", 1)[0])
    came = report.rows - report.refused
    with st.container(horizontal=True):
        _button("Report as CSV", report.to_csv, f"{stem}_report.csv", True,
                "Every row of the file: its number, what became of it, and its own columns.")
        _button(f"{number_of(report.refused, 'refused row')} as CSV", report.refused_csv,
                f"{stem}_refused.csv", bool(report.refused),
                "In their own columns, to be corrected and loaded again.")
        _button(f"{number_of(came, 'row')} that came in as CSV", lambda: to_our_csv(report),
                f"{stem}_atlas.csv", bool(came), "In the columns of this atlas, with source_row.")


def _button(label: str, data: Any, name: str, enabled: bool, told: str) -> None:
    st.download_button(
        label, data=data, file_name=name, mime="text/csv", disabled=not enabled, help=told,
        on_click="ignore", key=f"your_out_{name.rsplit('_', 1)[-1]}",
    )  # fmt: skip


def _duplicates(draft: Draft) -> None:
    found = draft.report.duplicates
    if not len(found):
        return
    rows = number_of(found["row"].nunique(), "row")
    with st.expander(f"{rows} may report what another row does; none was removed"):
        shown = found.head(AT_ONCE)
        st.dataframe(
            {
                "Row": shown["row"].tolist(),
                "Like": [_other(kind, other) for kind, other in
                         zip(shown["kind"], shown["other"], strict=True)],
                "Why": shown["why"].tolist(),
            },
            hide_index=True,
            height=HEAD + ROW * min(len(shown), TALLEST),
            row_height=ROW,
            column_config={
                "Like": st.column_config.TextColumn("Like"),
                "Why": st.column_config.TextColumn("Why"),
            },
            alt="Rows that may report the same incident as another",
        )  # fmt: skip
        if len(found) > AT_ONCE:
            st.caption(f"The first {AT_ONCE:,} of {len(found):,}.")


def _other(kind: str, other: object) -> str:
    return f"row {other} of this file" if kind == "file" else f"embedded {other}"


