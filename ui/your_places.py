"""What only the reader can settle: days that read two ways, and names of places nobody knows."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache, partial
from typing import Any

import streamlit as st

from incidents import labels
from incidents.intake import IntakeError
from incidents.intake.mapping import MOST_BYTES, read_mapping, write_mapping
from incidents.words import language, pick, say, speaking
from ui import own_data, saving
from ui import your_file as loading
from ui.plain import plain
from ui.your_file import Draft

ORDERS = ("", "dmy", "mdy")
TWO_WAYS = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{2,4})")
AT_ONCE = 15
LEAVE = ""
MAPPING_FILE = "place-names.json"


def choices() -> dict[str, str]:
    """Return every place that can be chosen, in both scripts: id -> label, by name."""
    return _choices(language())


@cache
def _choices(code: str) -> dict[str, str]:
    """The same in one language, remembered for all readers who speak it."""
    from geo.places import districts, provinces

    with speaking(code):
        units = sorted(
            districts().values(), key=lambda unit: (pick(unit.name, unit.hangul), unit.id)
        )
        whole = {p: say("your_places.whole", province=labels.province(p)) for p in provinces()}
        return {unit.id: _inside(unit.id, unit.province) for unit in units} | whole


def _inside(district: str, province: str) -> str:
    names = {"district": labels.district(district), "province": labels.province(province)}
    return say("your_places.inside", **names)


def draw_dates(draft: Draft) -> None:
    """Ask once per file which way round days like 05/11/2019 are, where any are."""
    count = draft.report.ambiguous_dates
    if not count and not draft.dates:
        return
    example = _example(draft)
    meanings = {
        "": say("your_places.unsettled"),
        "dmy": say("your_places.order_dmy", **example),
        "mdy": say("your_places.order_mdy", **example),
    }
    key = f"your_dates_{draft.serial}"
    st.markdown(say("your_places.which_way"))
    if count:
        st.caption(say("your_places.both_ways", rows=count))
    st.radio(
        say("your_places.order"),
        ORDERS,
        index=ORDERS.index(draft.dates or ""),
        format_func=meanings.__getitem__,
        key=key,
        on_change=lambda: loading.again(dates=st.session_state[key] or None),
        label_visibility="collapsed",
    )


def _example(draft: Draft) -> dict[str, object]:
    """Day, month and year of the first date of the file that reads two ways."""
    fields = ("date", "date_start", "date_end", "reported_on")
    columns = [draft.report.matching.columns.get(field) for field in fields]
    for column in filter(None, columns):
        for cell in draft.table.cells.column(column).to_pylist():
            found = TWO_WAYS.search(cell or "")
            if found and found[1] != found[2] and int(found[1]) < 13 and int(found[2]) < 13:
                return {"day": int(found[1]), "month": int(found[2]), "year": found[3]}
    return {"day": 5, "month": 11, "year": "2019"}


def draw(draft: Draft) -> None:
    """Draw the names that did not resolve, once each, with a choice that holds for all rows."""
    names = draft.report.unresolved
    if not len(names) and not draft.places:
        return
    st.subheader(say("your_places.title"), anchor=False)
    if len(names):
        st.caption(say("your_places.unplaced", names=len(names)))
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
            st.caption(say("your_places.more", names=more))
        pressed = st.form_submit_button(say("your_places.use"))
    if pressed:
        chosen = {name: st.session_state[f"your_place_{draft.serial}_{at}"]
                  for at, name in enumerate(spelled)}  # fmt: skip
        loading.again(places={**draft.places, **{n: c for n, c in chosen.items() if c}})
        st.rerun()


def _name(row: Mapping[Any, Any], key: str) -> None:
    """Draw one name with how often it occurs, what it may mean, and every place there is."""
    offered = [code for code in row["suggestions"].split(";") if code in choices()]
    rest = [code for code in choices() if code not in offered]
    named = {"name": plain(row["name"]), "field": plain(say(f"fields.{row['field']}"))}
    st.selectbox(
        say("your_places.name_rows", rows=row["count"], **named),
        [LEAVE, *offered, *rest],
        format_func=lambda code: _option(code, offered),
        placeholder=say("your_incident.where_example"),
        key=key,
    )


def _option(code: str, suggested: Collection[str]) -> str:
    if code == LEAVE:
        return say("your_places.leave")
    key = "your_places.suggested" if code in suggested else "your_incident.place"
    return say(key, place=choices()[code], code=code)


def _chosen(draft: Draft) -> None:
    shown = {
        say("your_places.name"): list(draft.places),
        say("your_places.place"): [choices().get(code, code) for code in draft.places.values()],
    }
    with st.expander(say("your_places.placed", names=len(draft.places))):
        st.dataframe(
            shown,
            hide_index=True,
            column_config={name: st.column_config.TextColumn(name) for name in shown},
            alt=say("your_places.placed_table"),
        )
        st.button(
            say("your_places.undo"),
            on_click=loading.again,
            kwargs={"places": {}},
            key="your_undo",
        )


def _reuse(draft: Draft) -> None:
    with st.expander(say("your_places.reuse")):
        saving.button(
            say("your_places.download"),
            partial(write_mapping, draft.places),
            MAPPING_FILE,
            "application/json",
            key="your_mapping_out",
            disabled=not draft.places,
        )
        key = f"your_mapping_{st.session_state.get(own_data.UPLOADER, 0)}"
        st.file_uploader(
            say("your_places.earlier"),
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
        st.session_state["your_mapping_fault"] = fault.words
