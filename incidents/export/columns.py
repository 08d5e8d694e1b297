"""The columns of every export, their order and meaning, and the rows as plain values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Any

from incidents import record

if TYPE_CHECKING:
    import pandas as pd

Cell = str | int | float | date | None
Record = dict[str, Any]

ORDER = (
    "id", "title", "summary", "date_start", "date_end", "date_precision", "edtf", "reported_on",
    "reported_on_basis", "year_basis", "province", "province_name", "district", "district_id",
    "district_as_reported", "locality", "place_precision", "event_type", "agency", "targets",
    "pretext", "occasion_id", "occasion_note", "bribe_amount", "bribe_currency", "bribe_in_kind",
    "people_affected", "people_detained", "people_killed", "outlet", "via", "source_url",
    "other_source_urls", "source_title", "source_count", "note", "dataset",
)  # fmt: skip
MEANINGS = {**record.COLUMNS, **record.DERIVED_COLUMNS}
COLUMNS: dict[str, str] = {name: MEANINGS[name] for name in ORDER}
DATES = record.DATES
INTEGERS = record.WHOLE_NUMBERS
NUMBERS = record.NUMBERS
TEXTS = tuple(name for name in COLUMNS if name not in (*DATES, *INTEGERS, *NUMBERS))
NO_FORMAT_CARRIES = re.compile("[\x00\ud800-\udfff]")
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
UNKNOWN_SIGN = "\ufffd"


def check_columns(found: Iterable[str], extra: Sequence[str] = ()) -> None:
    """Nothing; raises ValueError naming every column an export needs and rows lack."""
    held = set(found)
    missing = [name for name in (*COLUMNS, *extra) if name not in held]
    if missing:
        raise ValueError(
            f"The rows to export lack {', '.join(missing)}; an export takes the incidents frame "
            "with all its columns (View.rows)."
        )


def read_texts(column: pd.Series) -> pd.Series:
    """The texts of a column, "" where unknown, without the two things no format can carry."""
    try:
        texts = column.astype("str")
    except UnicodeEncodeError:
        texts = column.map(clean, na_action="ignore").astype("str")
    return texts.fillna("").str.replace("\x00", UNKNOWN_SIGN, regex=False)


def read_numbers(column: pd.Series) -> list[int | float | None]:
    """The numbers of a column, as int where whole; None where unknown or not finite."""
    import pandas as pd

    return known_numbers(None if pd.isna(one) else one for one in column.astype(object))


def known_numbers(values: Iterable[Any]) -> list[int | float | None]:
    """The numbers as int where whole; None where unknown or not finite."""
    return [None if one is None or not isfinite(one) else plain_number(one) for one in values]


def plain_number(number: float) -> int | float:
    """The number as an int where it is whole.

    >>> plain_number(1500.0), plain_number(0.5)
    (1500, 0.5)
    """
    whole = float(number).is_integer()
    return int(number) if whole else float(number)


def as_sentence(text: str) -> str:
    """The text with a full stop if nothing closes it.

    >>> as_sentence("Arrests in Hyesan"), as_sentence("Who paid?")
    ('Arrests in Hyesan.', 'Who paid?')
    """
    return text if not text or text[-1] in '.!?\u2026"' else f"{text}."


def clean(text: object) -> str:
    """The text with NUL and broken surrogates shown as the replacement character."""
    return NO_FORMAT_CARRIES.sub(UNKNOWN_SIGN, str(text))


def clean_for_xml(text: str) -> str:
    """The text with every character XML 1.0 forbids shown as the replacement character.

    >>> clean_for_xml("bell \\x07, tab \\t")
    'bell \ufffd, tab \\t'
    """
    return NOT_IN_XML.sub(UNKNOWN_SIGN, text)
