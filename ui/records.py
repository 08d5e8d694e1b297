"""The records page: the rows of the view as a table, one of them in full, and all exports."""

from __future__ import annotations

import streamlit as st

from incidents.export.columns import COLUMNS
from incidents.selection import Selection
from incidents.view import View, look
from incidents.words import say
from ui import brief, downloads, frame, record_card, records_table
from ui.cards import records
from ui.plain import plain

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
@media print {
  .st-key-record_actions, .st-key-rows_place_bar, .st-key-close_record { display: none; }
}
@media (max-width: 640px) { .st-key-source { border: none; padding: 0; } }
</style>
"""  # constant markup only


def draw(view: View) -> None:
    """Draw the page; a record named in the link is open at once."""
    st.html(STYLE)
    any_rows = frame.head(view)
    if view.selection.id and not any_rows:
        return  # nothing to load, print or cite
    with st.container(horizontal=True, width=1000, key="record_actions"):
        downloads.draw(view, has_status=False)
        downloads.draw_others(view)
        brief.button(view)
        frame.link(view, "records")
    downloads.draw_status()
    if not any_rows:
        return
    opened = records_table.draw(view)
    if opened:
        _record(view, opened)
    _dictionary()


def _record(view: View, code: str) -> None:
    """Draw one record in full: the only row of it that is fetched with all its columns."""
    one = look(view.store, Selection(id=code), view.calendar).rows
    for row in records(one):
        record_card.draw(row, view.calendar, view.store.version)
    if not view.selection.id:
        st.button(
            say("records.close"), key="close_record", on_click=records_table.close, args=(view,)
        )


def _dictionary() -> None:
    with st.expander(say("records.dictionary")):
        st.table(
            {
                say("records.column"): [f"`{name}`" for name in COLUMNS],
                say("records.meaning"): [plain(say(f"columns.{name}")) for name in COLUMNS],
            },
            border="horizontal",
            hide_index=True,
        )
