"""Which rows a comparison counts, and how many incidents each row stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from incidents.rates.days import ordinals
from incidents.rates.question import Choice, Question

if TYPE_CHECKING:
    import pandas as pd


def constant_outlets(rows: pd.DataFrame, years: tuple[int, ...]) -> frozenset[str]:
    """The outlets with a report whose interval touches every one of the years.

    `rows` have outlet and the years of the first and last day, year and last_year, or the days
    themselves.
    """
    is_counted = "last_year" in rows
    first = rows["year"] if is_counted else rows["date_start"].dt.year
    last = rows["last_year"] if is_counted else rows["date_end"].dt.year
    named = rows["outlet"] != ""
    kept = set(rows.loc[named, "outlet"])
    for year in years:
        kept &= set(rows.loc[named & (first <= year) & (last >= year), "outlet"])
    return frozenset(kept)


def chosen_rows(rows: pd.DataFrame, question: Question, selection: Choice) -> pd.DataFrame:
    """The rows left by the two switches: without tied rows first, then constant sources."""
    if selection.without_tied:
        rows = rows[rows["occasion_id"] != question.occasion.id]
    if selection.constant_sources:
        rows = rows[rows["outlet"].isin(constant_outlets(rows, question.years))]
    return rows


def counts_of(rows: pd.DataFrame) -> NDArray[np.int64]:
    """How many incidents each row stands for: its column n, one each without such a column."""
    if "n" in rows:
        return rows["n"].to_numpy(dtype=np.int64)
    return np.ones(len(rows), dtype=np.int64)


def distinct(rows: pd.DataFrame) -> tuple[NDArray, NDArray, NDArray]:
    """First days, last days (ordinals) and numbers of incidents, each interval once, in order."""
    starts, ends, counts = ordinals(rows["date_start"]), ordinals(rows["date_end"]), counts_of(rows)
    if not len(starts):
        return starts, ends, counts
    low, width = ends.min(), ends.max() - ends.min() + 1
    keys, place = np.unique(starts * width + ends - low, return_inverse=True)
    sums = np.bincount(place, weights=counts).astype(np.int64)
    return keys // width, keys % width + low, sums
