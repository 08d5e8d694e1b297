"""Six hand-made incidents that the domain tests count by hand."""

import pandas as pd
import pytest

from incidents import record
from incidents.reading import complete

BLANK = {name: "" for name in record.COLUMNS}
SIX = [
    # id, first, last, province, district, type, agency, outlet, title
    ("A1", "2019-11-01", "2019-11-13", "KP-10", "Hyesan", "home_search", "MPS", "Daily NK",
     "Homes searched in Hyesan"),
    ("A2", "2019-11-19", "2019-11-19", "KP-10", "Hyesan;Pochon", "arrest", "MPS;MSS", "Asiapress",
     "Two arrested"),
    ("A3", "2019-11-15", "2019-11-24", "KP-09", "", "arrest", "", "Daily NK", "Ch’ŏngjin sweep"),
    ("A4", "2018-12-30", "2019-01-02", "", "", "execution", "PARTY", "Reuters", "Nationwide order"),
    ("A5", "2020-02-29", "2020-02-29", "KP-06", "Sungho", "other", "OTHER", "Daily NK", "Sungho"),
    ("A6", "2019-01-01", "2019-12-31", "KP-01", "Mangyongdae", "other", "MPS", "KBS", "All year"),
]  # fmt: skip


def _row(one):
    names = ("id", "date_start", "date_end", "province", "district", "event_type", "agency",
             "outlet", "title")  # fmt: skip
    return {**BLANK, **dict(zip(names, one, strict=True))}


@pytest.fixture(scope="session")
def six():
    """Return the six rows as an incidents frame."""
    cells = pd.DataFrame([_row(one) for one in SIX], dtype="str")
    cells = cells.assign(
        date_precision="day", place_precision="district", source_url="https://example.org/"
    )
    typed = {name: pd.to_datetime(cells[name].replace("", None)) for name in record.DATES}
    counts = {name: pd.array([None] * 6, dtype="Int64") for name in record.WHOLE_NUMBERS}
    sums = {name: pd.array([None] * 6, dtype="Float64") for name in record.NUMBERS}
    return complete(cells.assign(**typed, **counts, **sums), dataset="embedded")
