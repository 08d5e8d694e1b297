"""Reports as short cards: what, when, who, how well known, and a link to the source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from incidents import labels, words
from incidents.dates import in_words
from incidents.sentence import listed
from incidents.words import say
from ui.plain import is_link, plain

if TYPE_CHECKING:
    import pandas as pd

AT_ONCE = 25


def draw(count: int, newest: Callable[[int, int], pd.DataFrame]) -> None:
    """Draw so many rows as cards, newest first, a screenful at a time.

    ``newest`` gives the rows of one screen: from which on, and how many.
    """
    pages = max(1, -(-count // AT_ONCE))
    page = 1
    if pages > 1:
        page = st.number_input(say("panel.page_of", n=pages), 1, pages, key=f"card_page_{pages}")
    shown = newest((page - 1) * AT_ONCE, AT_ONCE)
    with st.container(height=470, border=False, key="cards"):
        st.markdown("\n\n---\n\n".join(card(row) for row in records(shown)))


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as one mapping each, column to value."""
    return [{str(name): value for name, value in row.items()} for row in rows.to_dict("records")]


def card(row: Mapping[str, Any]) -> str:
    """Return one report as Markdown whose data can only be read as text."""
    facts = [labels.event_type(row["event_type"]), agencies(row["agency"])]
    known = say("panel.date_known", precision=labels.date_precision(row["date_precision"]))
    exact = labels.place_precision(row["place_precision"])
    lines = [
        f"**{plain(row['title'])}**",
        f"{plain(when(row))} · {known}",
        plain(" · ".join(fact for fact in facts if fact)),
        f"{plain(place(row))} · {say('panel.place_known', precision=exact)}",
        plain(paid(row)),
        f"{source(row)} · {_record(row)}",
    ]
    return "  \n".join(line for line in lines if line)


def when(row: Mapping[Any, Any]) -> str:
    """Return the days on which it can have happened, in words."""
    return in_words(row["date_start"].date(), row["date_end"].date())


def _record(row: Mapping[str, Any]) -> str:
    """Return the id as a link to the record; a reader's own row is in no other session."""
    known = plain(row["id"])
    return known if row.get("dataset") == "yours" else f"[{known}](records?id={row['id']})"


def agencies(cell: str) -> str:
    """Return the agencies of a row in words, "" where the source names none."""
    return listed((labels.agency(code) for code in cell.split(";") if code), "and")


def place(row: Mapping[str, Any]) -> str:
    """Return where, from the finest to the province; words for it where unknown."""
    parts = [row["locality"], row["district"].replace(";", ", "), row["province_name"]]
    if words.language() == "ko":
        parts = _place_in_korean(row)
    return ", ".join(part for part in parts if part) or say("panel.no_province")


def _place_in_korean(row: Mapping[str, Any]) -> list[str]:
    """Return the parts from the province down; a district without a shape is as it was written."""
    named = [name for name in row["district"].split(";") if name]
    known = [code for code in row["district_id"].split(";") if code]
    if named and len(named) == len(known):
        return [*map(labels.district_of, known), row["locality"]]
    return [labels.province(row["province"]), *named, row["locality"]]


def paid(row: Mapping[str, Any]) -> str:
    """Return the bribe or levy as reported, "" where none is."""
    amount = number(row["bribe_amount"])
    total = f"{row['bribe_currency']} {amount}" if amount else ""
    return "; ".join(part for part in (total, row["bribe_in_kind"]) if part)


def number(value: Any) -> str:
    """Return a number with thousands set apart, "" where unknown.

    >>> number(1500.0), number(None), number(float("nan"))
    ('1,500', '', '')
    """
    if value is None or str(value) in ("<NA>", "nan"):
        return ""
    return f"{float(value):,.15g}"


def source(row: Mapping[str, Any]) -> str:
    """Return the outlet as a link to the page, or as text where the address is no web link."""
    name = plain(row["outlet"] or say("panel.source"))
    return f"[{name}]({address(row['source_url'])})" if is_link(row["source_url"]) else name


def address(url: str) -> str:
    """Return a web address that cannot end a Markdown link early."""
    return url.replace("(", "%28").replace(")", "%29")
