"""A form for one incident: the same checks as a file's row, its time shown back as an interval."""

from __future__ import annotations

import streamlit as st

from incidents import labels
from incidents.dates import edtf, in_words
from incidents.intake import IntakeError, Report
from incidents.intake.add import check_one, show_interval
from incidents.intake.dates import Dated
from incidents.intake.faults import Fault
from incidents.intake.said import Said, Words, to_say
from incidents.record import AGENCIES, EVENT_TYPES
from incidents.words import say
from ui import own_data, your_use
from ui.plain import plain
from ui.your_places import choices

NAME = to_say("your_incident.by_hand")
ADDED = "your_added"
SERIAL = "your_form"
TEXTS = ("title", "summary", "outlet", "source_url", "reported_on")
UNEXPLAINED = ("pretext",)
NUMBERS = ("bribe_amount", "bribe_currency", "people_affected", "people_detained", "people_killed")


def draw() -> None:
    """Draw the form; what is added joins the reader's own rows and can be downloaded."""
    st.caption(say("your_incident.intro"))
    left, right = st.columns(2, gap="medium")
    with left:
        cells, order = _when()
        cells |= _where()
        cells |= _kind()
        cells |= _texts("locality", "targets", "pretext")
    with right:
        cells |= _texts(*TEXTS)
        with st.expander(say("your_incident.numbers")):
            for name in NUMBERS:
                label = say(f"your_incident.{name}")
                cells[name] = st.text_input(label, key=_key(name), max_chars=40)
    pressed = st.button(say("your_incident.add"), type="primary", key="your_add")
    if pressed:
        _add(cells, order)
    _said()


def _key(name: str) -> str:
    return f"your_one_{st.session_state.get(SERIAL, 0)}_{name}"


def _when() -> tuple[dict[str, str], str | None]:
    """The words for the date and, where they read two ways, the order the reader chooses."""
    words = st.text_input(
        say("your_incident.when"),
        key=_key("date"),
        max_chars=120,
        placeholder=say("your_incident.when_example"),
        help=say("your_incident.when_told"),
    )
    if not words.strip():
        return {}, None
    order = None
    meant = show_interval(words)
    if not isinstance(meant, Dated) and isinstance(show_interval(words, "dmy"), Dated):
        order = st.radio(
            say("your_incident.order"), ("dmy", "mdy"), index=None, horizontal=True,
            format_func=lambda one: say(f"your_incident.{one}"), key=_key("order"),
        )  # fmt: skip
        meant = show_interval(words, order) if order else meant
    if isinstance(meant, Dated):
        written = f"{in_words(meant.start, meant.end)} ({edtf(meant.start, meant.end)})"
        known = labels.date_precision(meant.precision)
        st.caption(say("your_incident.understood", interval=plain(written), precision=known))
    else:
        st.caption(plain(meant))
    return {"date": words}, order


def _where() -> dict[str, str]:
    """The place picked: a district's id or a province's code; searched in both scripts."""
    known = choices()
    place = st.selectbox(
        say("your_incident.where"),
        list(known),
        index=None,
        format_func=lambda code: say("your_incident.place", place=known[code], code=code),
        key=_key("place"),
        placeholder=say("your_incident.where_example"),
        help=say("your_incident.where_told"),
    )
    if place is None:
        return {}
    return {"district" if place.count("-") > 1 else "province": place}


def _kind() -> dict[str, str]:
    kind = st.selectbox(
        say("your_incident.type"), list(EVENT_TYPES), index=None, format_func=labels.event_type,
        key=_key("event_type"), placeholder=say("your_incident.type_example"),
    )  # fmt: skip
    agencies = st.multiselect(
        say("your_incident.agency"), list(AGENCIES), format_func=labels.agency,
        key=_key("agency"), placeholder=say("your_incident.agency_example"),
    )  # fmt: skip
    return {"event_type": kind or "", "agency": ";".join(agencies)}


def _texts(*names: str) -> dict[str, str]:
    cells = {}
    for name in names:
        label = say(f"your_incident.{name}")
        told = None if name in UNEXPLAINED else say(f"your_incident.{name}_told")
        draw_one = st.text_area if name == "summary" else st.text_input
        cells[name] = draw_one(label, key=_key(name), help=told, max_chars=2_000) or ""
    return cells


def _add(cells: dict[str, str], order: str | None) -> None:
    """Check the form; if it can come in, begin to add it and empty the form."""
    try:
        report = check_one(cells, order)
    except IntakeError as fault:
        st.error(plain(fault))
        return
    if report.refused:
        for line in _lines(report):
            st.error(plain(line))
        return
    own = own_data.current()
    your_use.show(report, NAME, own.joins if own else True, own is not None)
    row = report.incidents.iloc[0]
    title = row["title"] or to_say("your_incident.one_incident")
    words = to_say("your_incident.added", title=title, when=row["edtf"])
    st.session_state[ADDED] = (words, _lines(report))
    st.session_state[SERIAL] = st.session_state.get(SERIAL, 0) + 1
    st.rerun()


def _lines(report: Report) -> list[Words]:
    found = [_missing(fault) for _, fault in report.faults]
    return [*found, *(notice.words for notice in report.notices)]


def _missing(fault: Fault) -> Said:
    field = to_say(f"fields.{fault.field}")
    return to_say("your_incident.missing", field=field, why=fault.reason)


def _said() -> None:
    """Say once what was added, and what is missing in it or doubtful."""
    words, lines = st.session_state.pop(ADDED, (None, ()))
    if words:
        st.success(plain(words))
        for line in lines:
            st.caption(plain(line))
