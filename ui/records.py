"""The records page: the rows of the view as a table, one of them in full, and all exports."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents.export.columns import COLUMNS
from incidents.record import DATE_PRECISIONS, EVENT_TYPES
from incidents.view import View
from ui import downloads, frame, record_card
from ui.cards import agencies, paid, place, records
from ui.plain import is_link, plain

if TYPE_CHECKING:
    import pandas as pd

AT_ONCE = 5_000
ROW, HEAD, TALLEST = 35, 37, 12
WIDTHS = {
    "Date": 162, "Title": 300, "Place": 150, "Type": 140, "Agency": 110, "Paid or asked": 92,
    "Source": 105, "Outlet": 120, "Date known": 95, "Id": 78,
}  # fmt: skip
STYLE = """
<style>
.st-key-record { border-top: 1px solid rgba(128, 132, 145, 0.25); padding-top: 1.2rem; }
.st-key-record [data-testid="stMarkdown"] p {
  max-width: 70ch; overflow-wrap: anywhere; margin-bottom: 0.55rem;
}
.st-key-record [data-testid="stMarkdown"] [data-testid="stMarkdownContainer"] {
  margin-bottom: -0.55rem;
}
.st-key-record table { table-layout: fixed; width: 100%; }
.st-key-record td { vertical-align: top; }
.st-key-record h5 a { display: none; }
.st-key-record_actions { margin-top: 0.4rem; }
.st-key-record h3 { padding: 0; }
.st-key-record h5 { padding: 0.3rem 0 0; }
.st-key-record [data-testid="stVerticalBlock"] { gap: 0.6rem; }
.st-key-source { border-left: 1px solid rgba(128, 132, 145, 0.25); padding-left: 1.4rem; }
@media (max-width: 640px) { .st-key-source { border: none; padding: 0; } }
</style>
"""  # constant markup only
SHOWN = {
    "Date": "The interval in EDTF: 2019-11 is a month, a/b is from a to b. Sorts by first day.",
    "Title": "One line in our own words.",
    "Place": "From the finest place named to the province.",
    "Type": "What kind of act is reported.",
    "Agency": "Who acted; empty where the source names none.",
    "Paid or asked": "The bribe or levy as reported, never converted.",
    "Source": "The page, opened in a new tab.",
    "Outlet": "Original publisher.",
    "Date known": "How well the source pins the date.",
    "Id": "Stable id of the record.",
}


def draw(view: View) -> None:
    """Draw the page; a record named in the link is open at once."""
    st.html(STYLE)
    any_rows = frame.head(view)
    with st.container(horizontal=True, width=840, key="record_actions"):
        downloads.draw(view)
        downloads.draw_others(view)
        frame.link(view, "records")
    if not any_rows:
        return
    rows = _page(view)
    opened = _table(rows, view)
    if opened is not None:
        record_card.draw(records(rows.iloc[[opened]])[0], view.calendar, view.store.version)
    _dictionary()


def _page(view: View) -> pd.DataFrame:
    """Return the rows to list: all, or one page of very many (downloads always hold all)."""
    pages = -(-view.rows_count // AT_ONCE)
    if pages < 2:
        return view.rows
    page = st.number_input(f"Page of {pages:,}, {AT_ONCE:,} rows each", 1, pages, key="rows_page")
    return view.rows.iloc[(page - 1) * AT_ONCE : page * AT_ONCE]


def _table(rows: pd.DataFrame, view: View) -> int | None:
    """Draw the table and return the position of the row to open, None if none is chosen."""
    chosen = st.dataframe(
        listed(rows),
        key=_name(rows, view),
        hide_index=True,
        height=HEAD + ROW * min(len(rows), TALLEST),
        row_height=ROW,
        column_config=_columns(),
        placeholder="",
        on_select="rerun",
        selection_mode="single-cell",  # a click anywhere in a row opens it, no box to aim at
        alt="Reported incidents of this view, one a row",
    )
    if view.selection.id and len(rows) == 1:
        return 0
    position = _position(chosen["selection"])
    if position is None:
        st.caption("Click a row to read the report in full, a heading to sort.")
    return position if position is not None and position < len(rows) else None


def _position(selected: Mapping[str, Any]) -> int | None:
    """Return the position of the row whose cell is chosen, None if none is."""
    return int(selected["cells"][0][0]) if selected["cells"] else None


def _name(rows: pd.DataFrame, view: View) -> str:
    """Return a name for the table of just these rows, so that a choice never moves to another."""
    told = f"{view.store.version} {rows['id'].iloc[0]} {view.selection.to_query()}"
    return f"rows_{sha256(told.encode()).hexdigest()[:16]}"


def listed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with the columns a reader needs first, in words; columns ``SHOWN``."""
    import pandas as pd

    return pd.DataFrame([_cells(row) for row in records(rows)], columns=list(SHOWN), dtype=object)


def _cells(row: Mapping[str, Any]) -> tuple[str | None, ...]:
    url = row["source_url"]
    return (
        row["edtf"],
        row["title"],
        place(row),
        EVENT_TYPES.get(row["event_type"], row["event_type"]),
        agencies(row["agency"]),
        paid(row),
        url if is_link(url) else None,
        row["outlet"],
        DATE_PRECISIONS.get(row["date_precision"], row["date_precision"]),
        row["id"],
    )


def _columns() -> dict[str, Any]:
    texts = {
        name: st.column_config.TextColumn(name, help=told, width=WIDTHS.get(name))
        for name, told in SHOWN.items()
    }
    shown = r"https?://(?:www\.)?([^/?#]+)"
    link = st.column_config.LinkColumn(
        "Source", help=SHOWN["Source"], display_text=shown, width=WIDTHS["Source"]
    )
    return {**texts, "Source": link}


def _dictionary() -> None:
    with st.expander("What the columns of the files mean"):
        st.table(
            {
                "Column": [f"`{name}`" for name in COLUMNS],
                "Meaning": [plain(meaning) for meaning in COLUMNS.values()],
            },
            border="horizontal",
            hide_index=True,
        )
