"""Citations of one record or of a whole view, as plain text and as BibTeX; always English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from incidents.dates import day_in_words
from incidents.export.about import TITLE, About
from incidents.words import speaking

ATLAS = "Crackdown Atlas"
WEB_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
MONTH_KEYS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%&_#$"},
}
UNSAFE_IN_FIELD = re.compile(r"[\\{}\x00-\x20\x7f\"<>^`|]")


@speaking("en")
def cite(record: Mapping[str, Any], version: str = "") -> str:
    """One line citing a record: outlet, headline, date, link and the atlas's id of it.

    `record` has the columns of the incidents frame; `version` is the dataset version.

    >>> cite({"id": "NK1", "outlet": "Daily NK", "source_title": "Arrests", "via": "",
    ...       "reported_on": date(2019, 11, 14), "source_url": "https://example.org/1"}, "ab12")
    'Daily NK, "Arrests", 14 November 2019, https://example.org/1 \
(coded as NK1 in Crackdown Atlas, dataset ab12).'
    """
    via = _text(record, "via")
    outlet = _text(record, "outlet") or "Unknown outlet"
    headline = _text(record, "source_title") or _text(record, "title")
    parts = [
        f"{outlet} (via {via})" if via else outlet,
        f'"{headline}"' if headline else "",
        _published(record),
        web_address(record.get("source_url")),
    ]
    return f"{', '.join(filter(None, parts))} ({_coded_as(record, version)})."


@speaking("en")
def bibtex(record: Mapping[str, Any], version: str = "") -> str:
    """A BibTeX `@misc` entry for a record, every special character escaped, Unicode kept."""
    day = _day(record, "reported_on")
    via = _text(record, "via")
    outlet = _text(record, "outlet")
    fields = {
        "author": f"{{{escape_tex(outlet)}}}" if outlet else "",
        "title": f"{{{escape_tex(_text(record, 'source_title') or _text(record, 'title'))}}}",
        "year": str(day.year) if day else "",
        "month": MONTH_KEYS[day.month - 1] if day else "",
        "day": str(day.day) if day else "",
        "howpublished": escape_tex(f"via {via}") if via else "",
        "url": _bibtex_address(record.get("source_url")),
        "note": escape_tex(_capital(_coded_as(record, version))),
    }
    return _entry("misc", _text(record, "id"), fields)


def cite_view(about: About) -> str:
    """One paragraph citing an export as a whole: what was chosen, how many rows, which data."""
    parts = [
        f"{TITLE}.",
        f"View: {_one_line(about.words).rstrip('.')}." if about.words else "",
        f"{about.row_count} reported incident{'' if about.row_count == 1 else 's'}.",
        f"Dataset {about.dataset_version or 'of unknown version'} (SHA-256).",
        f"Data as of {about.data_as_of}." if about.data_as_of else "",
        f"Exported {about.generated_at}." if about.generated_at else "",
        _one_line(about.link),
    ]
    return " ".join(filter(None, parts))


def bibtex_view(about: About) -> str:
    """A BibTeX `@misc` entry for an export as a whole."""
    year = re.match(r"[0-9]{4}", about.generated_at or about.data_as_of)
    fields = {
        "author": f"{{{ATLAS}}}",
        "title": f"{{{TITLE}}}",
        "year": year.group() if year else "",
        "url": _bibtex_address(about.link),
        "note": escape_tex(cite_view(replace(about, link=""))),
    }
    return _entry("misc", f"crackdown-atlas-{about.short_version or 'view'}", fields)


def web_address(address: object) -> str:
    """The address if it is a plain http or https one, otherwise "".

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    text = str(address or "").strip()
    return text if WEB_ADDRESS.fullmatch(text) else ""


def escape_tex(text: str) -> str:
    r"""The text on one line with what TeX and BibTeX would read as commands escaped.

    >>> escape_tex("100% of {bribes} & 5_000$ \\ 혜산")
    '100\\% of \\textbraceleft{}bribes\\textbraceright{} \\& 5\\_000\\$ \\textbackslash{} 혜산'
    """
    return "".join(SPECIAL.get(sign, sign) for sign in _one_line(text))


def _entry(kind: str, key: str, fields: dict[str, str]) -> str:
    name = re.sub(r"[^A-Za-z0-9:._-]+", "-", key) or "record"
    lines = [
        f"  {field} = {value if field == 'month' else f'{{{value}}}'},"
        for field, value in fields.items()
        if value
    ]
    return "\n".join([f"@{kind}{{{name},", *lines, "}"]) + "\n"


def _bibtex_address(address: object) -> str:
    """The address with what would break a BibTeX field percent-encoded."""
    return UNSAFE_IN_FIELD.sub(lambda sign: f"%{ord(sign.group()):02X}", web_address(address))


def _coded_as(record: Mapping[str, Any], version: str) -> str:
    if _text(record, "dataset") == "yours":
        return f"row {_text(record, 'id')} of the reader's own data, shown in {ATLAS}"
    dataset = f", dataset {version[:12]}" if version else ""
    return f"coded as {_text(record, 'id')} in {ATLAS}{dataset}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _published(record: Mapping[str, Any]) -> str:
    day = _day(record, "reported_on")
    if day:
        return day_in_words(day)
    edtf = _text(record, "edtf")
    return f"undated report of {edtf}" if edtf else "undated"


def _day(record: Mapping[str, Any], name: str) -> date | None:
    """The day in a date, timestamp or ISO text; None where unknown."""
    try:
        return date.fromisoformat(str(record.get(name) or "")[:10])
    except ValueError:
        return None


def _text(record: Mapping[str, Any], name: str) -> str:
    cell = record.get(name)
    return "" if cell is None or cell != cell else _one_line(str(cell))


def _one_line(text: str) -> str:
    return " ".join(text.split())
