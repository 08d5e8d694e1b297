"""The rows of a view as a table of words, and the row a reader opens in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal

import streamlit as st

from incidents import labels
from incidents.view import View
from incidents.words import say
from ui import records_place
from ui.cards import agencies, paid, place, records, when
from ui.plain import is_link
from ui.records_place import Place

if TYPE_CHECKING:
    import pandas as pd
    from pandas.io.formats.style import Styler

ROW, HEAD, TALLEST = 35, 37, 12
Mode = Literal["single-cell", "single-column"]
ALL: tuple[Mode, ...] = ("single-cell",)  # a click anywhere in a row opens it, no box to aim at
PAGED: tuple[Mode, ...] = ("single-cell", "single-column")  # and one on a heading orders the rows
# Column of the table -> width in pixels, and what the engine orders by when its heading is chosen.
COLUMNS = {
    "date": (205, "date_start"),
    "title": (300, "title"),
    "place": (150, "province_name"),
    "type": (140, "event_type"),
    "agency": (110, "agency"),
    "paid": (92, "bribe_amount"),
    "source": (105, "outlet"),
    "outlet": (120, "outlet"),
    "known": (95, ""),
    "id": (78, "id"),
}
SITE = r"https?://(?:www\.)?([^/?#]+)"


def draw(view: View) -> str | None:
    """Draw the rows, all or one page of them; return the id of the one opened, if any."""
    if records_place.is_paged(view):
        return _page(view)
    rows = view.rows
    if view.selection.id and len(rows) == 1:
        _table(rows, name(view))
        return str(rows["id"].iloc[0])
    return _opened(rows, _table(rows, name(view)), "click")


def _page(view: View) -> str | None:
    now = records_place.draw(view)
    rows = view.page(now.offset, records_place.PAGE, now.order, now.descending)
    chosen = _table(rows, name(view, now), headings=True)
    if chosen["columns"]:  # headings order all of the rows in the engine, not this page alone
        records_place.order_by(view, COLUMNS[chosen["columns"][0]][1])
        st.rerun()
    return _opened(rows, chosen, "click_page")


def _table(rows: pd.DataFrame, key: str, headings: bool = False) -> Mapping[str, Any]:
    """Draw a table; return what is chosen in it: ``cells`` and ``columns``."""
    answer = st.dataframe(
        in_words(rows),
        key=key,
        hide_index=True,
        height=HEAD + ROW * min(len(rows), TALLEST),
        row_height=ROW,
        column_config=_config(),
        placeholder="",
        on_select="rerun",
        selection_mode=PAGED if headings else ALL,
        alt=say("records.table"),
    )
    chosen: Mapping[str, Any] = answer["selection"]
    return chosen


def _opened(rows: pd.DataFrame, chosen: Mapping[str, Any], hint: str) -> str | None:
    position = position_of(chosen)
    if position is None or position >= len(rows):
        st.caption(say(f"records.{hint}"))
        return None
    return str(rows["id"].iloc[position])


def position_of(chosen: Mapping[str, Any]) -> int | None:
    """Return the position of the row whose cell is chosen, None if none is."""
    return int(chosen["cells"][0][0]) if chosen["cells"] else None


def close(view: View) -> None:
    """Let no row of the table be chosen; it stays where it is."""
    now = records_place.place(view) if records_place.is_paged(view) else None
    st.session_state[name(view, now)] = {"selection": {"cells": []}}


def name(view: View, now: Place | None = None) -> str:
    """Return a name for the table of just these rows, so that a choice never moves to another."""
    asked = replace(view.selection, lang="en").to_query()
    told = f"{view.store.version} {view.store.size} {asked} {now}"
    return f"rows_{sha256(told.encode()).hexdigest()[:16]}"


def listed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with the columns a reader needs first; columns ``COLUMNS``.

    All are in words but the date: the browser sorts by the text, and EDTF sorts by the first day.
    """
    import pandas as pd

    cells = [_cells(row) for row in records(rows)]
    return pd.DataFrame(cells, columns=list(COLUMNS), dtype=object)


def in_words(rows: pd.DataFrame) -> Styler:
    """Return the rows as `listed`, their dates drawn in words, which still sort by time."""
    told = {row["edtf"]: when(row) for row in records(rows)}
    return listed(rows).style.format({"date": told.__getitem__}, na_rep="")


def _cells(row: Mapping[str, Any]) -> tuple[str | None, ...]:
    url = row["source_url"]
    return (
        row["edtf"],
        row["title"],
        place(row),
        labels.event_type(row["event_type"]),
        agencies(row["agency"]),
        paid(row),
        url if is_link(url) else None,
        row["outlet"],
        labels.date_precision(row["date_precision"]),
        row["id"],
    )


def _config() -> dict[str, Any]:
    return {column: _heading(column, width) for column, (width, _) in COLUMNS.items()}


def _heading(column: str, width: int) -> Any:
    label, told = say(f"records.{column}"), say(f"records.{column}_told")
    if column == "source":
        return st.column_config.LinkColumn(label, help=told, display_text=SITE, width=width)
    return st.column_config.TextColumn(label, help=told, width=width)
