"""Which column of a reader's file holds what: shown, and corrected by the reader."""

from __future__ import annotations

import streamlit as st

from incidents.intake.profiles import ACLED, EXTRA, UCDP
from incidents.record import COLUMNS
from incidents.words import say
from ui import your_file as loading
from ui.plain import plain
from ui.your_file import Draft

GROUPS = {
    "when": ("date", "date_start", "date_end", "year", "month", "day", "date_precision",
             "reported_on"),
    "where": ("place", "province", "district", "locality", "latitude", "longitude", "coordinates",
              "country"),
    "what": ("event_type", "title", "summary", "agency", "targets", "pretext", "people_affected",
             "people_detained", "people_killed", "bribe_amount", "bribe_currency",
             "bribe_in_kind"),
    "source": ("outlet", "source_url", "source_title", "via", "other_source_urls", "source_count",
               "id", "note"),
}  # fmt: skip
OF_PROFILE = {"acled": ACLED, "ucdp": UCDP}
ABREAST = 4
EXAMPLES, LONGEST, TALLEST = 3, 60, 12
NONE = ""


def draw(draft: Draft) -> None:
    """Draw how the columns are read, and the form to correct it."""
    used = draft.report.matching.columns
    unused = draft.report.matching.unused(draft.table.header)
    count = len(draft.table.header)
    told = say("your_columns.read", read=count - len(unused), all=count)
    with st.expander(told, expanded=not used):
        _shown(draft)
        if unused:
            st.caption(say("your_columns.unread_stay"))
        _form(draft)


def _shown(draft: Draft) -> None:
    fields: dict[str, list[str]] = {}
    for field, column in draft.report.matching.columns.items():
        fields.setdefault(column, []).append(say(f"fields.{field}"))
    header, none = draft.table.header, [say("your_columns.not_read")]
    shown = {
        say("your_columns.column"): list(header),
        say("your_columns.example"): [_examples(draft, name) for name in header],
        say("your_columns.read_as"): [", ".join(fields.get(name, none)) for name in header],
    }
    st.dataframe(
        shown,
        height=37 + 35 * min(len(header), TALLEST),
        row_height=35,
        column_config={name: st.column_config.TextColumn(name) for name in shown},
        hide_index=True,
        alt=say("your_columns.table"),
    )


def _examples(draft: Draft, column: str) -> str:
    head = draft.table.cells.column(column).slice(0, 200).to_pylist()
    found = dict.fromkeys(cell.strip()[:LONGEST] for cell in head if cell and cell.strip())
    return " · ".join(list(found)[:EXAMPLES])


def _form(draft: Draft) -> None:
    st.markdown(say("your_columns.correct"))
    with st.form(f"your_columns_{draft.serial}", border=False):
        for title, fields in _groups(draft).items():
            st.caption(f"**{say(f'your_columns.{title}')}**")
            for first in range(0, len(fields), ABREAST):  # row by row, the order a phone shows
                places = st.columns(ABREAST)
                for place, field in zip(places, fields[first : first + ABREAST], strict=False):
                    with place:
                        _field(draft, field)
        pressed = st.form_submit_button(say("your_columns.apply"))
    if pressed:
        _apply(draft)


def _groups(draft: Draft) -> dict[str, list[str]]:
    """The fields to choose columns for, by group, those the profile knows besides at the end."""
    groups = {title: list(fields) for title, fields in GROUPS.items()}
    known = {field for fields in GROUPS.values() for field in fields}
    profile = draft.report.matching.profile
    more = [name for name in OF_PROFILE.get(profile, (*COLUMNS, *EXTRA)) if name not in known]
    if more:
        groups["further"] = more
    return groups


def _key(draft: Draft, field: str) -> str:
    return f"your_column_{draft.serial}_{field}"


def _field(draft: Draft, field: str) -> None:
    options = [NONE, *draft.table.header]
    st.selectbox(
        say(f"fields.{field}"),
        options,
        index=options.index(draft.report.matching.columns.get(field, NONE)),
        format_func=lambda name: name or say("your_columns.no_column"),
        key=_key(draft, field),
        placeholder=say("your_columns.no_column"),
        help=_meaning(field),
    )


def _meaning(field: str) -> str | None:
    if field in COLUMNS:
        return plain(say(f"columns.{field}"))
    return plain(say(f"your_columns.{field}")) if field in EXTRA else None


def _apply(draft: Draft) -> None:
    chosen = {
        field: st.session_state[_key(draft, field)]
        for fields in _groups(draft).values()
        for field in fields
    }
    profile = draft.report.matching.profile
    found = loading.automatic(draft, profile).columns
    changed = {f: column for f, column in chosen.items() if column != found.get(f, NONE)}
    kept = {f: column for f, column in chosen.items() if column and f not in changed}
    loading.again(profile=profile, columns={**kept, **changed})
    st.rerun()
