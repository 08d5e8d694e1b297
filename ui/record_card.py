"""One record in full: every field in words, all its sources, its link and a ready citation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from incidents.citation import bibtex, cite
from incidents.dataset import short_version
from incidents.export.columns import COLUMNS
from incidents.market import Rate
from incidents.money import Derived, derive
from incidents.periods import Calendar
from incidents.words import language, say
from ui import record_facts, state, trouble
from ui.cards import address
from ui.plain import is_link, plain

LONGEST = 64  # letters of an address that are shown; the link itself is whole


def draw(row: Mapping[str, Any], calendar: Calendar, version: str) -> None:
    """Draw a record of the incidents frame; ``version`` is that of its data set."""
    with st.container(key="record"):
        st.subheader(f"{plain(row['title'])} :small[:gray[{plain(row['id'])}]]", anchor=False)
        read, trust = st.columns([1.7, 1], gap="large")
        with read:
            st.markdown(plain(row["summary"]))
            if language() != "en":
                st.caption(say("record.original"))
            _read(row, calendar)
        with trust, st.container(key="source"):
            _source(row)
            _cite(row, version)
        with st.expander(say("record.every_field")):
            _fields(row)


def _read(row: Mapping[str, Any], calendar: Calendar) -> None:
    first, second = st.columns(2, gap="medium")
    with first:
        _group("record.when", record_facts.when(row))
        _group("record.where", record_facts.where(row))
    with second:
        _group("record.what", record_facts.what(row))
        _tied(row, calendar)
        _sums(row)
    if row["note"]:
        _group("record.how_dated", [("", row["note"])])


def _group(entry: str, facts: record_facts.Facts) -> None:
    if not facts:
        return
    _titled(entry)
    st.markdown("\n\n".join(_fact(label, plain(text)) for label, text in facts))


def _titled(entry: str) -> None:
    st.markdown(f"#### {say(entry)}")


def _fact(label: str, value: str) -> str:
    return f":small[:gray[{label}]]  \n{value}" if label else value


def _sums(row: Mapping[str, Any]) -> None:
    """Draw what was paid and how many people; other money is marked as derived."""
    _group("record.sums", record_facts.sums(row))
    with trouble.told():  # rates of a damaged file are no reason to hide the record
        _derived(row)


def _derived(row: Mapping[str, Any]) -> None:
    amounts = derive(row)
    if not amounts:
        return
    lines = [_fact(say("record.derived"), plain(one.figure)) for one in amounts[:1]]
    lines += [plain(one.figure) for one in amounts[1:]]
    st.markdown("  \n".join(lines))
    with st.popover(say("record.rates_used")):
        for one in amounts:
            st.markdown(plain(f"{one.words}."))
        st.markdown("  \n".join(_rate_sources(amounts)))


def _rate_sources(amounts: tuple[Derived, ...]) -> list[str]:
    rates = dict.fromkeys(rate for one in amounts for rate in one.rates)
    return [_link(rate.source_url, _named(rate)) for rate in rates]


def _named(rate: Rate) -> str:
    return f"{rate.pair}, {rate.where_and_when}: {rate.outlet or say('record.a_source')}"


def _tied(row: Mapping[str, Any], calendar: Calendar) -> None:
    _group("record.occasion", record_facts.tied(row, calendar))
    if (tied := row["occasion_id"]) in calendar.ids:
        st.button(
            say("record.show_tied"),
            on_click=state.change,
            kwargs={"occasion": (tied,), "id": None},
        )


def _source(row: Mapping[str, Any]) -> None:
    _group("record.source", record_facts.source(row))
    pages = [_link(url, _bare(url)) for url in record_facts.links(row)]
    label = say("record.pages" if len(pages) > 1 else "record.page")
    if pages:
        st.markdown("  \n".join([f":small[:gray[{label}]]", *pages]))


def _bare(url: str) -> str:
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.")


def _link(url: str, label: str) -> str:
    """Return a link that opens a new tab and says nothing of this page; text if it is none."""
    shown = plain(label if len(label) <= LONGEST else f"{label[: LONGEST - 1]}…")
    return f"[{shown}]({address(url)})" if is_link(url) else shown


def _of_version(row: Mapping[str, Any], version: str) -> dict[str, str]:
    """What a link adds to the id, so that it can say later what changed; nothing for one's own."""
    is_ours = version and row["dataset"] == "embedded"
    return {"version": short_version(version)} if is_ours else {}


def _cite(row: Mapping[str, Any], version: str) -> None:
    _titled("record.link_and_citation")
    query = urlencode({"id": row["id"], **_of_version(row, version)})
    st.code(f"{state.address('records')}?{query}", language=None, wrap_lines=True)
    st.code(cite(row, version), language=None, wrap_lines=True)
    with st.expander(say("record.bibtex")):
        st.code(bibtex(row, version).rstrip(), language="latex", wrap_lines=True)


def _fields(row: Mapping[str, Any]) -> None:
    st.table(
        {
            say("records.column"): [
                f"`{name}`  \n:small[:gray[{plain(say(f'columns.{name}'))}]]" for name in COLUMNS
            ],
            say("records.value"): [plain(record_facts.as_in_files(row, name)) for name in COLUMNS],
        },
        border="horizontal",
        hide_index=True,
        width="stretch",
    )
