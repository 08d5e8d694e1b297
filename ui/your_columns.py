"""Which column of a reader's file holds what: shown, and corrected by the reader."""

from __future__ import annotations

import streamlit as st

from incidents.intake.profiles import ACLED, EXTRA, UCDP
from incidents.record import COLUMNS
from ui import your_file as loading
from ui.plain import plain
from ui.your_file import Draft

GROUPS = {
    "When": ("date", "date_start", "date_end", "year", "month", "day", "date_precision",
             "reported_on"),
    "Where": ("place", "province", "district", "locality", "latitude", "longitude", "coordinates",
              "country"),
    "What": ("event_type", "title", "summary", "agency", "targets", "pretext", "people_affected",
             "people_detained", "people_killed", "bribe_amount", "bribe_currency",
             "bribe_in_kind"),
    "Source": ("outlet", "source_url", "source_title", "via", "other_source_urls", "source_count",
               "id", "note"),
}  # fmt: skip
MEANINGS = {
    "date": "A day, or words for one: 2019-11-13, Nov 2019, 11월 초, 1-5 Nov 2019",
    "year": "The year, where it stands in a column of its own",
    "month": "The month, where it stands in a column of its own",
    "day": "The day, where it stands in a column of its own",
    "country": "Rows of another country stay off the map",
    "place": "Any place: a district, a province, or both in one cell",
    "latitude": "Degrees north (WGS 84)",
    "longitude": "Degrees east (WGS 84)",
    "coordinates": "Latitude and longitude in one cell",
    **COLUMNS,
}
OF_PROFILE = {"acled": ACLED, "ucdp": UCDP}
ABREAST = 4
EXAMPLES, LONGEST, TALLEST = 3, 60, 12
NONE = ""


def draw(draft: Draft) -> None:
    """Draw how the columns are read, and the form to correct it."""
    used = draft.report.matching.columns
    unused = draft.report.matching.unused(draft.table.header)
    said = f"Columns: {len(draft.table.header) - len(unused)} of {len(draft.table.header)} read"
    with st.expander(said, expanded=not used):
        _shown(draft)
        if unused:
            st.caption("Columns that are not read stay in the downloadable report.")
        _form(draft)


def _shown(draft: Draft) -> None:
    fields: dict[str, list[str]] = {}
    for field, column in draft.report.matching.columns.items():
        fields.setdefault(column, []).append(field)
    header = draft.table.header
    st.dataframe(
        {
            "Column of the file": list(header),
            "For example": [_examples(draft, name) for name in header],
            "Read as": [", ".join(fields.get(name, ["not read"])) for name in header],
        },
        height=37 + 35 * min(len(header), TALLEST),
        row_height=35,
        column_config={
            name: st.column_config.TextColumn(name)
            for name in ("Column of the file", "For example", "Read as")
        },
        hide_index=True,
        alt="Columns of the file and what they are read as",
    )


def _examples(draft: Draft, column: str) -> str:
    head = draft.table.cells.column(column).slice(0, 200).to_pylist()
    found = dict.fromkeys(cell.strip()[:LONGEST] for cell in head if cell and cell.strip())
    return " · ".join(list(found)[:EXAMPLES])


def _form(draft: Draft) -> None:
    st.markdown("**Correct it:** choose for each field the column that holds it.")
    with st.form(f"your_columns_{draft.serial}", border=False):
        for title, fields in _groups(draft).items():
            st.caption(f"**{title}**")
            for first in range(0, len(fields), ABREAST):  # row by row, the order a phone shows
                places = st.columns(ABREAST)
                for place, field in zip(places, fields[first : first + ABREAST], strict=False):
                    with place:
                        _field(draft, field)
        pressed = st.form_submit_button("Read the columns like this")
    if pressed:
        _apply(draft)


def _groups(draft: Draft) -> dict[str, list[str]]:
    """The fields to choose columns for, by group, those the profile knows besides at the end."""
    groups = {title: list(fields) for title, fields in GROUPS.items()}
    known = {field for fields in GROUPS.values() for field in fields}
    profile = draft.report.matching.profile
    more = [name for name in OF_PROFILE.get(profile, (*COLUMNS, *EXTRA)) if name not in known]
    if more:
        groups["Further"] = more
    return groups


def _key(draft: Draft, field: str) -> str:
    return f"your_column_{draft.serial}_{field}"


def _field(draft: Draft, field: str) -> None:
    options = [NONE, *draft.table.header]
    st.selectbox(
        field,
        options,
        index=options.index(draft.report.matching.columns.get(field, NONE)),
        format_func=lambda name: name or "no column",
        key=_key(draft, field),
        help=plain(MEANINGS[field]) if field in MEANINGS else None,
    )


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


