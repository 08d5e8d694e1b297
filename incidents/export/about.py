"""What an export says about itself: the view in words, its data version, and its file name."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from urllib.parse import parse_qs

NAME = "crackdown-atlas"
TITLE = "Crackdown Atlas: reported security-force incidents in North Korea"
CAVEAT = (
    "Rows are reported incidents, nearly all from anonymous informants: counting them counts "
    "reporting, and no report is not the same as no event."
)
LONGEST_NAME = 100
NAMED_KEYS = (
    "period", "years", "from", "to", "dates", "province", "district", "event_type", "agency",
    "outlet", "occasion", "text", "id", "dataset",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class About:
    """The facts that travel with exported rows; all are given, none is taken from a clock."""

    query: str = ""
    words: str = "all reported incidents"
    link: str = ""
    dataset_version: str = ""
    data_as_of: str = ""
    generated_at: str | None = None
    row_count: int = 0
    licences: list[str] = field(default_factory=list)

    @property
    def short_version(self) -> str:
        """The first twelve characters of the dataset version, enough to tell two apart."""
        return self.dataset_version[:12]


def describe(about: About) -> dict[str, object]:
    """The manifest: one entry per fact about an export, in a fixed order (JSON types only)."""
    return {
        "title": TITLE,
        "filter": about.words,
        "query": about.query,
        "link": about.link,
        "rows": about.row_count,
        "dataset_version": about.dataset_version,
        "dataset_version_means": "SHA-256 of the incidents file, or of that and a reader's rows",
        "data_as_of": about.data_as_of,
        "generated_at": about.generated_at,
        "licences": list(about.licences),
        "caveat": CAVEAT,
    }


def describe_lines(about: About) -> list[tuple[str, str]]:
    """The manifest as (key, text) pairs, one pair per licence, for tables and metadata."""
    pairs: list[tuple[str, str]] = []
    for key, value in describe(about).items():
        several = value if isinstance(value, list) else [value]
        pairs += [(key, "" if one is None else str(one)) for one in several]
    return pairs


def file_stem(about: About, mark: str = "", longest: int = LONGEST_NAME) -> str:
    """A readable, stable, ASCII file name without its ending, at most `longest` characters.

    >>> file_stem(About(query="period=day_of_security&years=2019&province=KP-10", row_count=8))
    'crackdown-atlas_day-of-security_2019_KP-10_8-rows'
    >>> file_stem(About(row_count=1), mark="excel")
    'crackdown-atlas_all_1-row_excel'
    """
    rows = f"{about.row_count}-row" if about.row_count == 1 else f"{about.row_count}-rows"
    tail = "_".join(part for part in (rows, mark) if part)
    middle = "_".join(_query_words(about.query)) or "all"
    room = longest - len(NAME) - len(tail) - 2
    if len(middle) > room:
        middle = f"{middle[: room - 9].rstrip('-_')}_{_fingerprint(about.query)}"
    return f"{NAME}_{middle}_{tail}"


def _query_words(query: str) -> list[str]:
    """The chosen values of a query as slugs, in a fixed order of keys."""
    chosen = parse_qs(query, max_num_fields=10_000)
    words = {key: [_slug(value) for value in chosen.get(key, [])] for key in NAMED_KEYS}
    words["from"] = [f"from-{day}" for day in words["from"]]
    words["to"] = [f"to-{day}" for day in words["to"]]
    words["dates"] = ["within"] if "within" in words["dates"] else []
    words["years"] = _year_spans(words["years"])
    return ["-".join(part) for values in words.values() if (part := list(filter(None, values)))]


def _year_spans(years: list[str]) -> list[str]:
    """Consecutive years joined: 2015, 2016, 2017 becomes "2015-2017"."""
    numbers = sorted({int(year) for year in years if re.fullmatch(r"[0-9]{4}", year)})
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return [f"{numbers[0]}-{numbers[-1]}"]
    return [str(number) for number in numbers]


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")


def _fingerprint(query: str) -> str:
    return hashlib.sha256(query.encode("utf-8", "replace")).hexdigest()[:8]
