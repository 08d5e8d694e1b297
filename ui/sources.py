"""The sources page: coverage, method, known weaknesses, licences, all read from the sidecars."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from incidents import labels, record
from incidents.about import about_view
from incidents.citation import bibtex_view, cite_view
from incidents.dataset import DATA, readable_sidecars
from incidents.dates import day_in_words
from incidents.selection import Selection
from incidents.sidecars import Sidecar
from incidents.view import View, look
from incidents.words import columns, language, say
from ui import atlas, coverage, frame, living, sources_contents, state
from ui.plain import is_link, plain
from ui.sources_contents import LIMITS, anchor

# Constant markup only: lines of a length that can be read, and room between the parts.
STYLE = """
<style>
.st-key-sources [data-testid="stMarkdown"] p, .st-key-sources li { max-width: 70ch; }
.st-key-sources h3 { padding: 1.1rem 0 0; scroll-margin-top: 3.5rem; }
.st-key-sources h3 a { display: none; }
.st-key-sources .st-key-sources_contents p { max-width: none; }
.st-key-sources_contents a { white-space: nowrap; }
.st-key-sources table { font-size: 0.9rem; }
.st-key-sources td { vertical-align: top; }
</style>
"""
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")
CODES = {
    "event_type": (record.EVENT_TYPES, labels.event_type),
    "agency": (record.AGENCIES, labels.agency),
    "date_precision": (record.DATE_PRECISIONS, labels.date_precision),
    "place_precision": (record.PLACE_PRECISIONS, labels.place_precision),
    "year_basis": (record.YEAR_BASES, labels.year_basis),
    "reported_on_basis": (record.REPORTED_ON_BASES, labels.reported_on_basis),
}


def draw(view: View) -> None:
    """Draw the page; it speaks of all the data, whatever the filters."""
    st.html(STYLE)
    sidecars = _sidecars()
    with st.container(key="sources"):
        _head(view, sidecars)
        incidents = sidecars.get("incidents.csv")
        sources_contents.draw(sidecars)
        if incidents:
            _trust(incidents)
        coverage.draw(view)
        if incidents:
            _method(view, incidents)
        _limits(sidecars)
        _files(sidecars)
        living.draw_list()
        _cite(view)


def _sidecars() -> dict[str, Sidecar]:
    """Return the sidecars that can be read, and say what is wrong with the others."""
    sidecars, faults = readable_sidecars(DATA)
    if faults:
        st.error(say("sources.unreadable"))
    for sentence in faults:
        st.text(sentence)
    return sidecars


def _head(view: View, sidecars: dict[str, Sidecar]) -> None:
    words, action = st.columns([3.4, 1], gap="medium")
    with words:
        with st.container(key="lead"):
            st.header(say("sources.title"), anchor=False)
        st.markdown(
            say(
                "sources.lead",
                n=view.store.size,
                outlets=len(view.store.outlets),
                first=day_in_words(view.span.first),
                last=day_in_words(view.span.last),
            )
        )
        living.draw_version(view)
        _whole(sidecars)
    with action:
        frame.link(view, "sources")


def _whole(sidecars: dict[str, Sidecar]) -> None:
    """Say whether every data file is byte for byte what its sidecar describes."""
    faults = atlas.file_faults()
    for fault in faults:
        st.warning(say("sources.not_as_published", fault=plain(fault)))
    if not faults:
        st.caption(say("sources.as_described", n=len(sidecars)))
    if language() != "en":
        st.caption(say("sources.original"))


def _trust(incidents: Sidecar) -> None:
    first, second = st.columns(2, gap="large")
    with first:
        _listed("must_know", incidents.must_know)
    with second:
        _listed("how_checked", incidents.how_checked)


def _method(view: View, incidents: Sidecar) -> None:
    first, second = st.columns(2, gap="large")
    with first:
        _listed("how_coded", incidents.how_coded)
        with st.expander(say("sources.columns")):
            _meanings(say("sources.column"), _columns(incidents))
        with st.expander(say("sources.codes")):
            for column, (codes, label) in CODES.items():
                _meanings(column, [(code, label(code)) for code in codes])
    with second:
        _records(view, "weak_years", incidents.weak_years)
        _records(view, "contested", incidents.contested)


def _columns(incidents: Sidecar) -> list[tuple[str, str]]:
    """Return each column with its meaning, in English as the sidecar states it."""
    if language() == "en":
        return list(incidents.columns)
    known = columns.WORDS
    return [
        (name, say(f"columns.{name}") if name in known else told)
        for name, told in incidents.columns
    ]


def _titled(entry: str) -> None:
    st.subheader(say(f"sources.{entry}"), anchor=anchor(f"sources.{entry}"))


def _listed(entry: str, lines: Iterable[str]) -> None:
    found = list(lines)
    if found:
        _titled(entry)
        st.markdown("\n".join(f"- {plain(line)}" for line in found))


def _meanings(kind: str, pairs: Iterable[tuple[str, str]]) -> None:
    known = list(pairs)
    st.table(
        {
            kind: [f"`{code}`" if "`" not in code else plain(code) for code, _ in known],
            say("sources.meaning"): [plain(meaning) for _, meaning in known],
        },
        border="horizontal",
        hide_index=True,
    )


def _records(view: View, entry: str, ids: Iterable[str]) -> None:
    """Draw records as links with their titles; ids that the store lacks stay without a link."""
    titles = _titles(view, [code for code in ids if ID.fullmatch(code)])
    lines = [
        f"- [{plain(code)}](records?id={code}) {plain(titles[code])}"
        if code in titles
        else f"- {plain(code)}"
        for code in ids
    ]
    if lines:
        _titled(entry)
        st.markdown("\n".join(lines))


def _titles(view: View, ids: list[str]) -> dict[str, str]:
    rows = view.store.incidents
    found = view.store.answer(rows.filter(rows.id.isin(ids)).select("id", "title"))
    return dict(zip(found["id"], found["title"], strict=True))


def _limits(sidecars: dict[str, Sidecar]) -> None:
    halves = st.columns(2, gap="large")
    for half, (name, entry) in zip(halves, LIMITS.items(), strict=True):
        if name in sidecars:
            with half:
                _listed(entry, sidecars[name].limits)


def _files(sidecars: dict[str, Sidecar]) -> None:
    _titled("files")
    found = list(sidecars.values())
    st.table(
        {
            say("sources.file"): [_named(one) for one in found],
            say("sources.licence"): [_allowed(one) for one in found],
        },
        border="horizontal",
        hide_index=True,
    )
    with st.expander(say("sources.details")):
        for one in found:
            st.markdown(_file(one))


def _named(one: Sidecar) -> str:
    row = say("sources.one_row", file=plain(one.file), row=plain(one.row))
    return f"{plain(one.title)}  \n:small[:gray[{row}]]"


def _allowed(one: Sidecar) -> str:
    return f"{plain(one.licence_text)}  \n:small[:gray[{plain(one.credit)}]]"


def _file(one: Sidecar) -> str:
    known = {
        "producer": one.producer,
        "changes": " ".join(one.changes),
        "limits": "" if one.file in LIMITS else " ".join(one.limits),
        "sha256": one.sha256,
    }
    lines = [f"- {say(f'sources.{key}', told=plain(text))}" for key, text in known.items() if text]
    links = [f"[{plain(url)}]({url})" for url in one.sources if is_link(url)]
    return "\n".join([f"**{plain(one.title)}**\n", *lines, *(f"- {link}" for link in links)])


def _cite(view: View) -> None:
    _titled("cite")
    everything = look(view.store, Selection(), view.calendar)
    about = replace(about_view(everything, None, state.address()), words="")
    st.code(cite_view(about), language=None, wrap_lines=True)
    with st.expander(say("record.bibtex")):
        st.code(bibtex_view(about).rstrip(), language="latex", wrap_lines=True)
    st.caption(say("sources.cite_one"))
