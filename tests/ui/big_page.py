"""A page with the downloads of made-up rows, many enough to be made on disk."""

import os

import pandas as pd
import streamlit as st

from incidents.almanac import read_calendar
from incidents.dataset import DATA, INCIDENTS
from incidents.reading import read_incidents
from incidents.selection import Selection
from incidents.store import store_of
from incidents.view import look
from ui import downloads


@st.cache_resource
def view():
    """The embedded rows thirty times over, each with an id of its own."""
    rows = read_incidents(DATA / INCIDENTS)
    times = [rows.assign(id=[f"{one}-{time}" for one in rows["id"]]) for time in range(30)]
    return look(store_of(pd.concat(times, ignore_index=True), "ab"), Selection(), _calendar())


def _calendar():
    return read_calendar(DATA)


if os.environ.get("ATLAS_SLOW"):
    from incidents.export import of_view

    of_view.PIECE = 60
downloads.draw(view())
downloads.draw_others(view())
