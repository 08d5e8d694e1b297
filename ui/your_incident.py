"""A form for one incident: the same checks as a file's row, its time shown back as an interval."""

from __future__ import annotations

import streamlit as st

from incidents.dates import edtf, in_words
from incidents.intake import IntakeError, Report
from incidents.intake.add import check_one, show_interval
from incidents.record import AGENCIES, EVENT_TYPES
from ui import own_data, your_use
from ui.plain import plain
from ui.your_places import labels

NAME = "added by hand"
ADDED = "your_added"
SERIAL = "your_form"
TEXTS = {
    "title": ("Title", "One line in your own words. No private person's name."),
    "summary": ("Summary", "What was reported, in your own words. No private person's name."),
    "locality": ("Finer place", "Village, market, checkpoint or the like, as text."),
    "targets": ("Aimed at", "Separated by ;"),
    "pretext": ("Reason given", ""),
    "outlet": ("Outlet", "The original publisher."),
    "source_url": ("Link", "https://..."),
    "reported_on": ("Reported on", "The day of publication."),
}
NUMBERS = {
    "bribe_amount": "Bribe, amount",
    "bribe_currency": "Bribe, currency",
    "people_affected": "Persons affected",
    "people_detained": "Persons detained",
    "people_killed": "Persons killed",
}


def draw() -> None:
    """Draw the form; what is added joins the reader's own rows and can be downloaded."""
    st.caption(
        "Only the date is required. The same rules apply as to a file; what is missing is told."
    )
    left, right = st.columns(2, gap="medium")
    with left:
        cells, order = _when()
        cells |= _where()
        cells |= _kind()
        cells |= _texts("locality", "targets", "pretext")
    with right:
        cells |= _texts("title", "summary", "outlet", "source_url", "reported_on")
        with st.expander("Sums and numbers, if stated"):
            for name, label in NUMBERS.items():
                cells[name] = st.text_input(label, key=_key(name), max_chars=40)
    pressed = st.button("Add this incident", type="primary", key="your_add")
    if pressed:
        _add(cells, order)
    _said()


def _key(name: str) -> str:
    return f"your_one_{st.session_state.get(SERIAL, 0)}_{name}"


def _when() -> tuple[dict[str, str], str | None]:
    """The words for the date and, where they read two ways, the order the reader chooses."""
    words = st.text_input(
        "When",
        key=_key("date"),
        max_chars=120,
        placeholder="2019-11-13, early November 2019, 11월 초 2019 ...",
        help="A day or words for a time: 2019.11.13, Nov 2019, 1-5 November 2019, 2019년 11월 초.",
    )
    if not words.strip():
        return {}, None
    order = None
    meant = show_interval(words)
    if isinstance(meant, str) and not isinstance(show_interval(words, "dmy"), str):
        order = st.radio(
            "Day or month first?", ("dmy", "mdy"), index=None, horizontal=True,
            format_func={"dmy": "Day first", "mdy": "Month first"}.__getitem__, key=_key("order"),
        )  # fmt: skip
        meant = show_interval(words, order) if order else meant
    if isinstance(meant, str):
        st.caption(plain(meant))
    else:
        written = f"{in_words(meant.start, meant.end)} ({edtf(meant.start, meant.end)})"
        st.caption(f"Understood as **{plain(written)}**, known to the {meant.precision}.")
    return {"date": words}, order


def _where() -> dict[str, str]:
    """The place picked: a district's id or a province's code; searched in both scripts."""
    known = labels()
    place = st.selectbox(
        "Where",
        list(known),
        index=None,
        format_func=lambda code: f"{known[code]} [{code}]",
        key=_key("place"),
        placeholder="Type a name, e.g. Hyesan or 혜산",
        help="A district or a whole province. Empty: nationwide or unknown.",
    )
    if place is None:
        return {}
    return {"district" if place.count("-") > 1 else "province": place}


def _kind() -> dict[str, str]:
    kind = st.selectbox(
        "Type", list(EVENT_TYPES), index=None, format_func=EVENT_TYPES.__getitem__,
        key=_key("event_type"), placeholder="Choose a type",
    )  # fmt: skip
    agencies = st.multiselect(
        "Agency", list(AGENCIES), format_func=AGENCIES.__getitem__, key=_key("agency"),
        placeholder="Not named",
    )  # fmt: skip
    return {"event_type": kind or "", "agency": ";".join(agencies)}


def _texts(*names: str) -> dict[str, str]:
    cells = {}
    for name in names:
        label, told = TEXTS[name]
        draw_one = st.text_area if name == "summary" else st.text_input
        cells[name] = draw_one(label, key=_key(name), help=told or None, max_chars=2_000) or ""
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
    words = f"Added: {row['title'] or 'one incident'}, {row['edtf']}."
    st.session_state[ADDED] = (words, _lines(report))
    st.session_state[SERIAL] = st.session_state.get(SERIAL, 0) + 1
    st.rerun()


def _lines(report: Report) -> list[str]:
    found = [f"{fault.field}: {fault.why}" for _, fault in report.faults]
    return [*found, *(notice.sentence for notice in report.notices)]


def _said() -> None:
    """Say once what was added, and what is missing in it or doubtful."""
    words, lines = st.session_state.pop(ADDED, (None, ()))
    if words:
        st.success(plain(words))
        for line in lines:
            st.caption(plain(line))
