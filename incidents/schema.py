"""The pandera schema of an incidents frame: the data dictionary as rules that run.

The error of a check is the entry of the table of words (data_files) that tells it, and after a
space the codes it allows.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import pandera.pandas as pa

from geo.places import provinces
from incidents import record

ID_RULE = r"^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$"
LINK_RULE = r"^(https?://\S+)?$"


def _one_of(allowed: Iterable[str], *, blank: bool) -> pa.Check:
    values = [*allowed, *([""] if blank else [])]
    return pa.Check.isin(values, error="one_of " + ", ".join(v for v in values if v))


def _each_of(allowed: Iterable[str]) -> pa.Check:
    known = set(allowed)

    def every_part_is_known(cells: pd.Series) -> pd.Series:
        return cells.map(lambda cell: not cell or set(cell.split(";")) <= known)

    return pa.Check(every_part_is_known, error="each_of " + ", ".join(sorted(known)))


def _text_checks() -> dict[str, pa.Check]:
    return {
        "id": pa.Check.str_matches(ID_RULE, error="bad_id"),
        "date_precision": _one_of(record.DATE_PRECISIONS, blank=False),
        "place_precision": _one_of(record.PLACE_PRECISIONS, blank=False),
        "event_type": _one_of(record.EVENT_TYPES, blank=False),
        "year_basis": _one_of(record.YEAR_BASES, blank=True),
        "reported_on_basis": _one_of(record.REPORTED_ON_BASES, blank=True),
        "province": _one_of(provinces(), blank=True),
        "agency": _each_of(record.AGENCIES),
        "source_url": pa.Check.str_matches(LINK_RULE, error="bad_link"),
    }


def _columns() -> dict[str, pa.Column]:
    checks = _text_checks()
    texts = {
        name: pa.Column(str, checks=checks.get(name), unique=name == "id") for name in record.TEXTS
    }
    dates = {
        name: pa.Column("datetime64[ns]", nullable=name == "reported_on", coerce=True)
        for name in record.DATES
    }
    not_negative = pa.Check.ge(0, error="negative")
    counts = {
        name: pa.Column("Int64", checks=not_negative, nullable=True, coerce=True)
        for name in record.WHOLE_NUMBERS
    }
    sums = {
        name: pa.Column("Float64", checks=not_negative, nullable=True, coerce=True)
        for name in record.NUMBERS
    }
    return {**texts, **dates, **counts, **sums}


def build() -> pa.DataFrameSchema:
    """Return the schema; one row is one reported incident, columns as in ``record.COLUMNS``."""
    in_order = pa.Check(
        lambda incidents: ~(incidents["date_end"] < incidents["date_start"]),
        error="reversed",
    )
    return pa.DataFrameSchema(_columns(), checks=in_order, strict=False, name="incidents")
