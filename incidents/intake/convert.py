"""What came in, written as our CSV; and a reader's rows set beside the embedded ones."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from incidents.intake.table import CHUNK
from incidents.record import COLUMNS, DERIVED_COLUMNS

if TYPE_CHECKING:
    import pandas as pd

    from incidents.intake.report import Report

CLASH = "yours:"


def write_our_csv(report: Report, out: BinaryIO) -> None:
    """Write the rows that came in as our CSV with `source_row`, in the order of the file."""
    from incidents.export.csv import write_csv

    order = report.incidents["source_row"].argsort(kind="stable").to_numpy()
    chunks = (order[at : at + CHUNK] for at in range(0, len(order), CHUNK))
    write_csv((report.incidents.iloc[chunk] for chunk in chunks), out, extra=("source_row",))


def to_our_csv(report: Report) -> bytes:
    """Return what `write_our_csv` writes."""
    out = BytesIO()
    write_our_csv(report, out)
    return out.getvalue()


def join(embedded: pd.DataFrame, yours: pd.DataFrame) -> pd.DataFrame:
    """Return both sets of incidents in one frame, in order; `dataset` tells them apart.

    An id of the reader's that an embedded incident has already gets "yours:" in front.
    """
    import pandas as pd

    names = [*COLUMNS, *DERIVED_COLUMNS]
    own = yours[names].copy()
    clash = own["id"].isin(embedded["id"])
    own["id"] = own["id"].where(~clash, (CLASH + own["id"]).str.slice(0, 64))
    both = pd.concat([embedded[names], own], ignore_index=True)
    return both.sort_values(["date_start", "id"], kind="stable", ignore_index=True)
