"""The sources page: coverage, method, known weaknesses, licences, all read from the sidecars."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from incidents import record
from incidents.about import about_view
from incidents.citation import bibtex_view, cite_view
from incidents.dataset import DATA, read_sidecars
from incidents.dates import day_in_words
from incidents.faults import DataFaults
from incidents.selection import Selection
from incidents.sentence import number_of
from incidents.sidecars import Sidecar
from incidents.view import View, look
from ui import atlas, coverage, frame, state
from ui.plain import is_link, plain

# Constant markup only: lines of a length that can be read, and room between the parts.
STYLE = """
<style>
.st-key-sources [data-testid="stMarkdown"] p, .st-key-sources li { max-width: 70ch; }
.st-key-sources h3 { padding: 1.1rem 0 0; }
.st-key-sources table { font-size: 0.9rem; }
.st-key-sources td { vertical-align: top; }
</style>
"""
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")
CODES = {
    "event_type": record.EVENT_TYPES,
    "agency": record.AGENCIES,
    "date_precision": record.DATE_PRECISIONS,
    "place_precision": record.PLACE_PRECISIONS,
    "year_basis": record.YEAR_BASES,
    "reported_on_basis": record.REPORTED_ON_BASES,
}

LIMITS = {
    "incidents.csv": "Known limits of the rows",
    "prk_adm2.geojson": "Known limits of the map",
}


def draw(view: View) -> None:
    """Draw the page; it speaks of all the data, whatever the filters."""
    st.html(STYLE)
    sidecars = _sidecars()
    with st.container(key="sources"):
        _head(view, sidecars)
        incidents = sidecars.get("incidents.csv")
        if incidents:
            _trust(incidents)
        coverage.draw(view)
        if incidents:
            _method(view, incidents)
        _limits(sidecars)
        _files(sidecars)
        _cite(view)


def _sidecars() -> dict[str, Sidecar]:
    try:
        return read_sidecars(DATA)
    except DataFaults as found:
        st.error("What the data files say of themselves cannot be read.")
        for sentence in found.sentences:
            st.text(sentence)
        return {}


def _head(view: View, sidecars: dict[str, Sidecar]) -> None:
    words, action = st.columns([3.4, 1], gap="medium")
    with words:
        with st.container(key="lead"):
            st.header("How we know, and how far to trust it", anchor=False)
        st.markdown(
            f"{number_of(view.store.size, 'report')} from {len(view.store.outlets)} outlets, "
            f"{day_in_words(view.span.first)} – {day_in_words(view.span.last)}. This page speaks "
            "of all the data; the filters do not change it."
        )
        _whole(sidecars)
    with action:
        frame.link(view, "sources")


def _whole(sidecars: dict[str, Sidecar]) -> None:
    """Say whether every data file is byte for byte what its sidecar describes."""
    faults = atlas.file_faults()
    for fault in faults:
        st.warning(f"A data file is not as published. {plain(fault)}")
    if not faults:
        st.caption(
            f"All {len(sidecars)} data files are byte for byte as described below (SHA-256)."
        )


def _trust(incidents: Sidecar) -> None:
    first, second = st.columns(2, gap="large")
    with first:
        _listed("What a reader must know", incidents.must_know)
    with second:
        _listed("How rows were checked", incidents.how_checked)


def _method(view: View, incidents: Sidecar) -> None:
    first, second = st.columns(2, gap="large")
    with first:
        _listed("How rows were coded", incidents.how_coded)
        with st.expander("Columns and what they mean"):
            _meanings("Column", incidents.columns)
        with st.expander("Codes and what they stand for"):
            for column, codes in CODES.items():
                _meanings(column, codes.items())
    with second:
        _records(view, "Where the year is weak", incidents.weak_years)
        _records(view, "Contested, or hearsay", incidents.contested)


def _listed(title: str, lines: Iterable[str]) -> None:
    found = list(lines)
    if found:
        st.subheader(title, anchor=False)
        st.markdown("\n".join(f"- {plain(line)}" for line in found))


def _meanings(kind: str, pairs: Iterable[tuple[str, str]]) -> None:
    known = list(pairs)
    st.table(
        {
            kind: [f"`{code}`" for code, _ in known],
            "Meaning": [plain(meaning) for _, meaning in known],
        },
        border="horizontal",
        hide_index=True,
    )


def _records(view: View, title: str, ids: Iterable[str]) -> None:
    """Draw records as links with their titles; ids that the store lacks stay without a link."""
    titles = _titles(view, [code for code in ids if ID.fullmatch(code)])
    lines = [
        f"- [{plain(code)}](records?id={code}) {plain(titles[code])}"
        if code in titles
        else f"- {plain(code)}"
        for code in ids
    ]
    if lines:
        st.subheader(title, anchor=False)
        st.markdown("\n".join(lines))


def _titles(view: View, ids: list[str]) -> dict[str, str]:
    rows = view.store.incidents
    found = view.store.answer(rows.filter(rows.id.isin(ids)).select("id", "title"))
    return dict(zip(found["id"], found["title"], strict=True))


def _limits(sidecars: dict[str, Sidecar]) -> None:
    columns = st.columns(2, gap="large")
    for column, (name, title) in zip(columns, LIMITS.items(), strict=True):
        if name in sidecars:
            with column:
                _listed(title, sidecars[name].limits)


def _files(sidecars: dict[str, Sidecar]) -> None:
    st.subheader("Files, licences and credit", anchor=False)
    found = list(sidecars.values())
    st.table(
        {
            "File": [_named(one) for one in found],
            "Licence and credit": [_allowed(one) for one in found],
        },
        border="horizontal",
        hide_index=True,
    )
    with st.expander("What was changed in each file, its limits, its sources and its SHA-256"):
        for one in found:
            st.markdown(_file(one))


def _named(one: Sidecar) -> str:
    return f"{plain(one.title)}  \n:small[:gray[{plain(one.file)}: one row is {plain(one.row)}]]"


def _allowed(one: Sidecar) -> str:
    return f"{plain(one.licence_text)}  \n:small[:gray[{plain(one.credit)}]]"


def _file(one: Sidecar) -> str:
    known = [
        ("Producer", one.producer),
        ("Changes", " ".join(one.changes)),
        ("Limits", "" if one.file in LIMITS else " ".join(one.limits)),
        ("SHA-256", one.sha256),
    ]
    lines = [f"- {label}: {plain(text)}" for label, text in known if text]
    links = [f"[{plain(url)}]({url})" for url in one.sources if is_link(url)]
    return "\n".join([f"**{plain(one.title)}**\n", *lines, *(f"- {link}" for link in links)])


def _cite(view: View) -> None:
    st.subheader("How to cite", anchor=False)
    everything = look(view.store, Selection(), view.calendar)
    about = replace(about_view(everything, None, state.address()), words="")
    st.code(cite_view(about), language=None, wrap_lines=True)
    with st.expander("BibTeX"):
        st.code(bibtex_view(about).rstrip(), language="latex", wrap_lines=True)
    st.caption("To cite one record, open it: its citation stands beside it.")
