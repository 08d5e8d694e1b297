"""Where the reports of a store are, for the pages that draw each one of them."""

import os

import streamlit as st

from geo.boundaries import interior_points
from incidents.dataset import DATA
from incidents.store import open_store
from incidents.stores.opening import store_at


@st.cache_data
def spots():
    """Name, lat and lon of every report with a district, in the order of the store."""
    address = os.environ.get("ATLAS_STORE")
    store = store_at(address) if address else open_store(DATA)
    places = store.counts.group_by("place").aggregate(n=store.counts.n.sum())
    points = interior_points()
    found = []
    for place, n in store.answer(places.order_by("place")).itertuples(index=False):
        district = store.places.district_id[place].partition(";")[0]
        if district:
            found += [(district, *points[district])] * int(n)
    return found
