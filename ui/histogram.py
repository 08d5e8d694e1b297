"""Incidents per month as a small picture above the time slider, with the windows as bands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from incidents.dates import month_in_words
from incidents.periods import Window
from incidents.selection import Selection
from incidents.sentence import listed
from incidents.view import View, look
from incidents.words import say
from ui.atlas import Atlas

WIDTH, HEIGHT = 300, 54
BARS, BAND = "#6f78bd", "#b97b12"  # read on the light and on the dark ground alike
EDGE = 3  # of a band, in full colour, above the highest bar
MONTHS_KEPT = "months_kept"
NAMED = 4  # months with most reports that the picture's sentence names


def svg(source: Atlas, selection: Selection, windows: tuple[Window, ...]) -> str:
    """Return an SVG picture: expected incidents per month, all filters but time applied."""
    counts = _expected(source, selection)
    span = source.store.span
    bands = "".join(_band(window, span) for window in windows)
    edges = bands.replace(f"v{HEIGHT}h", f"v{EDGE}h")
    step = WIDTH / len(counts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" preserveAspectRatio="none">'
        f'<path d="{bands}" fill="{BAND}" opacity=".2"/>'
        f'<path d="{edges}" fill="{BAND}"/>'
        f'<path d="{_bars(counts)}" fill="{BARS}" '
        f'transform="matrix({step:.4f} 0 0 1 0 {HEIGHT})"/></svg>'
    )


def told(source: Atlas, selection: Selection) -> str:
    """Return what the picture shows in words: its span, and the months with most reports."""
    counts, span = _expected(source, selection), source.store.span
    most = sorted(np.flatnonzero(counts), key=lambda month: -counts[month])[:NAMED]
    start = span.first.year * 12 + span.first.month - 1
    named = [
        say("sidebar.month_counted", month=_named(start + int(at)), n=f"{counts[at]:.1f}")
        for at in most
    ]
    first, last = _named(start), _named(start + len(counts) - 1)
    if not named:
        return say("sidebar.histogram_flat", first=first, last=last)
    return say("sidebar.histogram", first=first, last=last, most=listed(named, last="and"))


def _named(months: int) -> str:
    """Return a month, counted from the year 0, in words."""
    return month_in_words(months // 12, months % 12 + 1)


def _expected(source: Atlas, selection: Selection) -> NDArray[np.float64]:
    """Return the counts, kept for as long as only time changes."""
    bare = selection.filters()
    kept = st.session_state.get(MONTHS_KEPT)
    if kept is None or kept[0] != (bare, source.store.version):
        view = look(source.store, bare, source.calendar)
        kept = ((bare, source.store.version), _per_month(view))
        st.session_state[MONTHS_KEPT] = kept
    counts: NDArray[np.float64] = kept[1]
    return counts


def _per_month(view: View) -> NDArray[np.float64]:
    """Return the expected counts: each report spread evenly over its days, added up by day first.

    So the work is one pass over the intervals, and no table of all intervals by all months.
    """
    edges = _edges(view.span)
    starts, ends, numbers = view.intervals()
    size, spread = edges[-1] - edges[0], numbers / (ends - starts + 1)
    begun = np.bincount(starts - edges[0], weights=spread, minlength=size + 1)
    over = np.bincount(ends - edges[0] + 1, weights=spread, minlength=size + 1)
    upto = np.concatenate([[0.0], np.cumsum(np.cumsum(begun - over)[:size])])
    sums: NDArray[np.float64] = np.diff(upto[edges - edges[0]]).clip(min=0).round(9)
    return sums


def _edges(span: Window) -> NDArray[np.int64]:
    first = span.first.year * 12 + span.first.month - 1
    last = span.last.year * 12 + span.last.month
    return np.array([date(n // 12, n % 12 + 1, 1).toordinal() for n in range(first, last + 1)])


def _bars(counts: Iterable[float]) -> str:
    """Return one outline over all months, a unit wide each, up from a baseline of 0."""
    heights = list(counts)
    top = max([*heights, 1e-9])
    tops = [round(height / top * (HEIGHT - 4)) for height in heights]
    path, before = "M0 0", 0
    for now, months in ((top, len(list(same))) for top, same in groupby(tops)):
        path += f"v{before - now}h{months}"
        before = now
    return path + "V0z"


def _band(window: Window, span: Window) -> str:
    """Return a window as a rectangle of a path, at least a line wide; "" outside the span."""
    start = span.first.toordinal()
    left = (max(window.first, span.first).toordinal() - start) / span.days * WIDTH
    right = (min(window.last, span.last).toordinal() - start + 1) / span.days * WIDTH
    if right <= left:
        return ""
    width = max(right - left, 1.5)
    return f"M{left:.1f} 0h{width:.1f}v{HEIGHT}h-{width:.1f}z"
