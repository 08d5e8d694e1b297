"""The report on a reader's file: totals, what became of every row, duplicates, downloads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents.words import language, say, speaking
from ui import saving
from ui.your_file import Draft

if TYPE_CHECKING:
    import pandas as pd

STATUSES = ("refused", "repaired", "accepted")
HEADINGS = {"row": "row", "status": "outcome", "field": "field", "value": "from", "becomes": "to",
            "why": "why", "rows": "rows"}  # fmt: skip
WIDTHS = {"row": 60, "rows": 60, "status": 85, "field": 150, "value": 160, "becomes": 110,
          "why": 520}  # fmt: skip
ROW, HEAD, TALLEST = 35, 37, 11
AT_ONCE = 1_000
SAME = ["status", "field", "value", "becomes", "why"]


def draw_totals(draft: Draft) -> None:
    """Draw what came of the rows in one line; the parts add up to the rows read."""
    report = draft.report
    counts = {name: getattr(report, name) for name in ("rows", *STATUSES)}
    st.markdown(say("your_report.totals", **counts), help=say("your_report.totals_told"))


def draw(draft: Draft) -> None:
    """Draw the report row by row, what may be told twice, and all of it as files."""
    st.subheader(say("your_report.title"), anchor=False)
    _table(draft)
    _downloads(draft)
    _duplicates(draft)


def _table(draft: Draft) -> None:
    lines = _filtered(draft)
    grouped = st.toggle(say("your_report.together"), key=f"your_same_{draft.serial}")
    if grouped:
        lines = lines.groupby(SAME, sort=False).size().reset_index(name="rows")
        lines = lines.sort_values("rows", ascending=False, kind="stable")[["rows", *SAME]]
    pages = max(1, -(-len(lines) // AT_ONCE))
    page = 1
    if pages > 1:
        label = say("your_report.page", pages=pages, lines=AT_ONCE)
        page = int(st.number_input(label, 1, pages, key=f"your_page_{draft.serial}_{pages}"))
    shown = lines.iloc[(page - 1) * AT_ONCE : page * AT_ONCE]
    if not len(shown):
        st.caption(say("your_report.nothing"))
        return
    st.dataframe(
        _in_words(shown),
        height=HEAD + ROW * min(len(shown), TALLEST),
        row_height=ROW,
        hide_index=True,
        column_config=_columns(),
        alt=say("your_report.table"),
    )


def _in_words(lines: pd.DataFrame) -> pd.DataFrame:
    """Lines of the report with their codes and headings in the language spoken."""
    said = lines.assign(status=lines["status"].map(_outcome), field=lines["field"].map(_field))
    return said.rename(columns={name: _heading(name) for name in HEADINGS})


def _heading(name: str) -> str:
    return say(f"your_report.{HEADINGS[name]}")


def _outcome(status: str) -> str:
    return say(f"your_report.{status}")


def _field(name: str) -> str:
    return say(f"fields.{name}") if name else ""


def _filtered(draft: Draft) -> pd.DataFrame:
    """The lines of the report that the reader's filters leave."""
    lines = draft.lines
    outcome, field, words = st.columns([1.2, 1, 1.2])
    with outcome:
        there = [name for name in STATUSES if name in set(draft.report.statuses)]
        statuses = st.multiselect(
            say("your_report.outcome"), there, key=f"your_status_{draft.serial}",
            format_func=_outcome, placeholder=say("your_report.all"),
        )  # fmt: skip
    with field:
        fields = sorted(set(lines["field"]) - {""})
        chosen = st.multiselect(
            say("your_report.field"), fields, key=f"your_field_{draft.serial}",
            format_func=_field, placeholder=say("your_report.all"),
        )  # fmt: skip
    with words:
        text = st.text_input(
            say("your_report.words"), key=f"your_words_{draft.serial}", max_chars=200,
            placeholder=say("your_report.words_where"),
        )  # fmt: skip
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
        _heading(name): st.column_config.NumberColumn(None, width=WIDTHS[name], format="%d")
        if name in ("row", "rows")
        else st.column_config.TextColumn(None, width=WIDTHS.get(name))
        for name in HEADINGS
    }


def _downloads(draft: Draft) -> None:
    from incidents.intake.convert import to_our_csv

    report = draft.report
    stem = "".join(c if c.isalnum() or c in "-_" else "-" for c in draft.name.rsplit(".", 1)[0])
    came = report.rows - report.refused
    with st.container(horizontal=True):
        _button("report", report.rows, report.to_csv, stem)
        _button("refused", report.refused, report.refused_csv, stem)
        _button("came", came, lambda: to_our_csv(report), stem, "atlas")


def _button(what: str, rows: int, make: Callable[[], bytes], stem: str, tail: str = "") -> None:
    """A file of some rows; its sentences are in the language in which it is offered."""
    spoken = language()

    def made() -> bytes:
        with speaking(spoken):
            return make()

    name = f"{tail or what}.csv"
    saving.button(
        say(f"your_report.{what}_csv", rows=rows), data=made, file_name=f"{stem}_{name}",
        mime="text/csv", disabled=not rows, help=say(f"your_report.{what}_told"),
        key=f"your_out_{name}",
    )  # fmt: skip


def _duplicates(draft: Draft) -> None:
    found = draft.report.duplicates
    if not len(found):
        return
    shown = found.head(AT_ONCE)
    kinds = list(shown["kind"])
    like, why = say("your_report.like"), say("your_report.why")
    columns = {
        say("your_report.row"): shown["row"].tolist(),
        like: [_other(kind, other) for kind, other in zip(kinds, shown["other"], strict=True)],
        why: [say(f"your_report.{k}_{w}") for k, w in zip(kinds, shown["why"], strict=True)],
    }
    with st.expander(say("your_report.duplicates", rows=found["row"].nunique())):
        st.dataframe(
            columns,
            hide_index=True,
            height=HEAD + ROW * min(len(shown), TALLEST),
            row_height=ROW,
            column_config={name: st.column_config.TextColumn(name) for name in (like, why)},
            alt=say("your_report.duplicates_table"),
        )
        if len(found) > AT_ONCE:
            st.caption(say("your_report.first_of", shown=AT_ONCE, all=len(found)))


def _other(kind: str, other: object) -> str:
    if kind == "file":
        return say("your_report.like_row", row=other)
    return say("your_report.like_embedded", id=other)
