"""What only the reader can settle: days that read two ways, and names of places nobody knows."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

import streamlit as st

from incidents.intake import IntakeError
from incidents.intake.mapping import MOST_BYTES, read_mapping, write_mapping
from incidents.sentence import number_of
from ui import own_data
from ui import your_file as loading
from ui.plain import plain
from ui.your_file import Draft

ORDERS = ("", "dmy", "mdy")
TWO_WAYS = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{2,4})")
AT_ONCE = 15
LEAVE = ""
MAPPING_FILE = "place-names.json"


@cache
def labels() -> dict[str, str]:
    """Return every place that can be chosen, in both scripts: id -> label."""
    from geo.places import districts, provinces

    known = provinces()
    units = sorted(districts().values(), key=lambda unit: (unit.name, unit.id))
    whole = {code: f"{unit.label}, the whole province" for code, unit in known.items()}
    return {unit.id: f"{unit.label}, {known[unit.province].label}" for unit in units} | whole


def draw_dates(draft: Draft) -> None:
    """Ask once per file which way round days like 05/11/2019 are, where any are."""
    count = draft.report.ambiguous_dates
    if not count and not draft.dates:
        return
    day, month, year = _example(draft)
    meanings = {
        "": "Not settled: those rows are refused",
        "dmy": f"Day first: {day}/{month}/{year} is the day {day} of month {month}",
        "mdy": f"Month first: {day}/{month}/{year} is the day {month} of month {day}",
    }
    key = f"your_dates_{draft.serial}"
    st.markdown("**Which way round are the dates?**")
    if count:
        st.caption(f"{number_of(count, 'row has a date', 'rows have dates')} that read both ways.")
    st.radio(
        "Order of day and month in this file",
        ORDERS,
        index=ORDERS.index(draft.dates or ""),
        format_func=meanings.__getitem__,
        key=key,
        on_change=lambda: loading.again(dates=st.session_state[key] or None),
        label_visibility="collapsed",
    )


def _example(draft: Draft) -> tuple[int, int, str]:
    """Day, month and year of the first date of the file that reads two ways."""
    fields = ("date", "date_start", "date_end", "reported_on")
    columns = [draft.report.matching.columns.get(field) for field in fields]
    for column in filter(None, columns):
        for cell in draft.table.cells.column(column).to_pylist():
            found = TWO_WAYS.search(cell or "")
            if found and found[1] != found[2] and int(found[1]) < 13 and int(found[2]) < 13:
                return int(found[1]), int(found[2]), found[3]
    return 5, 11, "2019"


def draw(draft: Draft) -> None:
    """Draw the names that did not resolve, once each, with a choice that holds for all rows."""
    names = draft.report.unresolved
    if not len(names) and not draft.places:
        return
    st.subheader("Names of places", anchor=False)
    if len(names):
        st.caption(
            f"{number_of(len(names), 'name')} could not be placed for sure. A choice holds for "
            "all rows with the name; what is left stays on its province or off the map."
        )
        _form(draft)
    if draft.places:
        _chosen(draft)
    _reuse(draft)


def _form(draft: Draft) -> None:
    names = draft.report.unresolved.head(AT_ONCE)
    spelled = names["name"].tolist()
    with st.form(f"your_places_{draft.serial}", border=False):
        for at, row in enumerate(names.to_dict("records")):
            _name(row, f"your_place_{draft.serial}_{at}")
        more = len(draft.report.unresolved) - len(spelled)
        if more:
            st.caption(f"{number_of(more, 'more name')} after these.")
        pressed = st.form_submit_button("Use these places")
    if pressed:
        chosen = {name: st.session_state[f"your_place_{draft.serial}_{at}"]
                  for at, name in enumerate(spelled)}  # fmt: skip
        loading.again(places={**draft.places, **{n: c for n, c in chosen.items() if c}})
        st.rerun()


def _name(row: Mapping[Any, Any], key: str) -> None:
    """Draw one name with how often it occurs, what it may mean, and every place there is."""
    offered = [code for code in row["suggestions"].split(";") if code in labels()]
    rest = [code for code in labels() if code not in offered]
    st.selectbox(
        f"{plain(row['name'])} · {plain(row['field'])} · {number_of(row['count'], 'row')}",
        [LEAVE, *offered, *rest],
        format_func=lambda code: _option(code, offered),
        key=key,
    )


def _option(code: str, suggested: Collection[str]) -> str:
    if code == LEAVE:
        return "Leave it"
    return f"{labels()[code]} [{code}]" + (" (suggested)" if code in suggested else "")


def _chosen(draft: Draft) -> None:
    with st.expander(f"{number_of(len(draft.places), 'name')} placed by you"):
        st.dataframe(
            {
                "Name": list(draft.places),
                "Place": [labels().get(code, code) for code in draft.places.values()],
            },
            hide_index=True,
            column_config={n: st.column_config.TextColumn(n) for n in ("Name", "Place")},
            alt="Names of places and what you chose for them",
        )
        st.button(
            "Undo these choices", on_click=loading.again, kwargs={"places": {}}, key="your_undo"
        )


def _reuse(draft: Draft) -> None:
    with st.expander("Keep or load place names (JSON)"):
        st.download_button(
            "Download my place names",
            data=write_mapping(draft.places),
            file_name=MAPPING_FILE,
            mime="application/json",
            disabled=not draft.places,
            on_click="ignore",
            key="your_mapping_out",
        )
        key = f"your_mapping_{st.session_state.get(own_data.UPLOADER, 0)}"
        st.file_uploader(
            "Place names of an earlier file",
            key=key,
            on_change=_load,
            args=(key,),
            max_upload_size=MOST_BYTES // 1_000_000,
        )
        fault = st.session_state.pop("your_mapping_fault", None)
        if fault:
            st.error(plain(fault))


def _load(key: str) -> None:
    upload, draft = st.session_state.get(key), loading.current()
    if upload is None or draft is None:
        return
    data = upload.getvalue()
    own_data.drop_uploads()
    try:
        loading.again(places={**draft.places, **read_mapping(data)})
    except IntakeError as fault:
        st.session_state["your_mapping_fault"] = str(fault)
