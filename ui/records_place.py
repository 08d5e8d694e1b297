"""Where a reader stands in a long table: the order of its rows and the page shown."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from incidents.selection import Selection
from incidents.view import View
from incidents.words import say
from ui import state

PAGE = 200  # rows sent at once
WHOLE = 1_000  # rows up to which a table is sent whole and sorted in the browser
ORDERS = (
    "date_start", "date_end", "reported_on", "title", "province_name", "district", "event_type",
    "agency", "bribe_amount", "outlet", "id",
)  # fmt: skip
PLACE = "rows_place"


@dataclass(frozen=True, slots=True)
class Place:
    """The order of the rows (a column, and its direction) and the page shown, from 1."""

    order: str = ORDERS[0]
    descending: bool = False
    page: int = 1

    @property
    def offset(self) -> int:
        """Number of rows before the page."""
        return (self.page - 1) * PAGE


def is_paged(view: View) -> bool:
    """Return whether the view has more rows than are sent at once."""
    return view.rows_count > WHOLE


def pages(view: View) -> int:
    """Return the number of pages of a view."""
    return max(1, -(-view.rows_count // PAGE))


def place(view: View) -> Place:
    """Return where the reader stands; rows of another selection start at their first page."""
    asked, known = st.session_state.get(PLACE, (None, Place()))
    if asked != _asked(view.selection):
        known = replace(known, page=1)
        _keep(view, known)
    return replace(known, page=min(known.page, pages(view)))


def order_by(view: View, column: str) -> None:
    """Order the rows by a column, from the first page; by the same column again the other way."""
    now = place(view)
    if column in ORDERS:
        again = column == now.order
        _keep(view, Place(column, not now.descending if again else False))


def draw(view: View) -> Place:
    """Draw order, page and what part of the rows is shown; return where the reader stands."""
    now = place(view)
    with st.container(horizontal=True, vertical_alignment="bottom", key="rows_place_bar"):
        _order(view, now)
        _moves(view, now)
    first, last = now.offset + 1, min(now.offset + PAGE, view.rows_count)
    st.caption(say("records.rows_of", first=first, last=last, all=view.rows_count))
    return now


def _order(view: View, now: Place) -> None:
    state.sync("rows_order", now.order)
    st.selectbox(
        say("records.order"),
        ORDERS,
        format_func=lambda column: say(f"records.by_{column}"),
        key="rows_order",
        on_change=_take_order,
        args=(view,),
        width=180,
    )
    state.sync("rows_direction", "down" if now.descending else "up")
    st.selectbox(
        say("records.direction"),
        ("up", "down"),
        format_func=lambda way: say(f"records.{way}"),
        key="rows_direction",
        on_change=_take_order,
        args=(view,),
        width=140,
    )


def _take_order(view: View) -> None:
    descending = st.session_state["rows_direction"] == "down"
    _keep(view, Place(st.session_state["rows_order"], descending))


def _moves(view: View, now: Place) -> None:
    many = pages(view)
    _move(view, "first", 1, now.page > 1)
    _move(view, "previous", now.page - 1, now.page > 1)
    state.sync("rows_page", now.page)
    st.number_input(
        say("records.page", pages=many), 1, many, key="rows_page",
        on_change=_take_page, args=(view,), width=150,
    )  # fmt: skip
    _move(view, "next", now.page + 1, now.page < many)
    _move(view, "last", many, now.page < many)


def _move(view: View, name: str, page: int, is_possible: bool) -> None:
    st.button(
        say(f"records.{name}"), key=f"rows_{name}", on_click=_go, args=(view, page),
        disabled=not is_possible,
    )  # fmt: skip


def _take_page(view: View) -> None:
    _go(view, st.session_state["rows_page"])


def _go(view: View, page: int) -> None:
    _keep(view, replace(place(view), page=min(max(page, 1), pages(view))))


def _keep(view: View, chosen: Place) -> None:
    st.session_state[PLACE] = (_asked(view.selection), chosen)


def _asked(selection: Selection) -> Selection:
    """Return what of a selection decides the rows, so that the language moves no one."""
    return replace(
        selection, lang="en", version=None, without_tied=False, constant_sources=False, minus=()
    )
