"""The contents of the sources page: a link to each of its sections."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from incidents.sidecars import Sidecar
from incidents.words import say
from ui.plain import plain

LIMITS = {"incidents.csv": "limits_rows", "prk_adm2.geojson": "limits_map"}
OF_ROWS = ("must_know", "how_checked", "how_coded", "weak_years", "contested")
SECTIONS = (
    "sources.must_know", "sources.how_checked", "coverage.by_outlet", "coverage.by_province",
    "coverage.by_year", "sources.how_coded", "sources.weak_years", "sources.contested",
    "sources.limits_rows", "sources.limits_map", "sources.files", "sources.cite",
)  # fmt: skip


def draw(sidecars: Mapping[str, Sidecar]) -> None:
    """Draw a link to each section of the page that is drawn, in their order."""
    links = (f"[{plain(say(entry))}](#{anchor(entry)})" for entry in sections(sidecars))
    with st.container(key="sources_contents"):
        st.markdown(" · ".join(links))


def sections(sidecars: Mapping[str, Sidecar]) -> list[str]:
    """Return the headings of what these sidecars let the page draw, as entries of the words."""
    incidents = sidecars.get("incidents.csv")
    told = {name: bool(incidents and getattr(incidents, name)) for name in OF_ROWS}
    told |= {entry: file in sidecars for file, entry in LIMITS.items()}
    return [entry for entry in SECTIONS if told.get(entry.partition(".")[2], True)]


def anchor(entry: str) -> str:
    """Return the name in the page of a section headed by an entry of the words.

    >>> anchor("sources.must_know")
    'must-know'
    """
    return entry.partition(".")[2].replace("_", "-")
