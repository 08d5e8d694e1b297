"""What the reader asked to see: one frozen value, to and from a link."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from incidents.periods import MOST_DAYS
from incidents.words import LANGUAGES, say

KEYS = {"from_": "from"}  # field -> key, where Python reserves the word
LISTS = (
    "province", "district", "event_type", "agency", "outlet", "occasion", "minus", "dataset",
)  # fmt: skip
SWITCHES = ("without_tied", "constant_sources")
DATES_CHOICES = ("touches", "within")
LONGEST_TEXT = 1000
CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f]")  # white space only parts the words
INSTEAD = "\N{REPLACEMENT CHARACTER}"  # of a control character, so that it can be seen


@dataclass(frozen=True, slots=True)
class Selection:
    """One view as asked for: a period, days around it, places, kinds, agencies, outlets, words.

    Empty means "no filter". Codes only, never labels. Values of one key are alternatives, keys
    add up. Raises ValueError with a sentence for a value outside its range; whether a code
    exists is for ``incidents.query`` to say, which knows the vocabulary.
    """

    period: str | None = None
    before: int | None = None
    after: int | None = None
    years: tuple[int, ...] = ()
    from_: date | None = None
    to: date | None = None
    dates: str = "touches"
    province: tuple[str, ...] = ()
    district: tuple[str, ...] = ()
    event_type: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    occasion: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    id: str | None = None
    dataset: tuple[str, ...] = ()
    lang: str = "en"
    version: str | None = None
    without_tied: bool = False
    constant_sources: bool = False
    minus: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in LISTS:
            object.__setattr__(self, name, tuple(sorted(set(getattr(self, name)))))
        object.__setattr__(self, "years", tuple(sorted(set(self.years))))
        seen = (CONTROLS.sub(INSTEAD, part) for part in self.text)
        words = dict.fromkeys(word for part in seen for word in part.split())
        object.__setattr__(self, "text", tuple(words))
        self._check_days()
        self._check_choices()

    def _check_days(self) -> None:
        for name in ("before", "after"):
            days = getattr(self, name)
            if days is None:
                continue
            if not 0 <= days <= MOST_DAYS:
                raise ValueError(say("link.too_many_days", key=name, number=days, most=MOST_DAYS))
            if self.period is None:
                raise ValueError(say("link.no_period", key=name, number=days))
        for year in self.years:
            if not 1 <= year <= 9999:
                raise ValueError(say("link.not_a_year", year=year))

    def _check_choices(self) -> None:
        if self.dates not in DATES_CHOICES:
            raise ValueError(say("link.not_a_choice", value=self.dates))
        if self.lang not in LANGUAGES:
            raise ValueError(say("link.not_a_language", value=self.lang))
        if len(" ".join(self.text)) > LONGEST_TEXT:
            raise ValueError(say("link.long_text", most=LONGEST_TEXT))

    @property
    def has_time(self) -> bool:
        """Whether any part of it limits time."""
        return bool(self.period or self.years or self.from_ or self.to)

    def untimed(self) -> Selection:
        """Return the same selection without any part that limits time.

        >>> Selection(period="day_of_security", before=3, province=("KP-10",)).untimed().to_query()
        'province=KP-10'
        """
        return replace(
            self, period=None, before=None, after=None, years=(), from_=None, to=None,
            dates="touches",
        )  # fmt: skip

    def filters(self) -> Selection:
        """Return what of it decides, whatever the time, which rows there are."""
        return replace(
            self.untimed(), lang="en", version=None, without_tied=False, constant_sources=False,
            minus=(),
        )  # fmt: skip

    def items(self) -> list[tuple[str, str]]:
        """Return (key, value) pairs in the order of the vocabulary, defaults left out."""
        pairs: list[tuple[str, str]] = []
        for field in fields(self):
            value = getattr(self, field.name)
            if value != field.default:
                pairs += [(KEYS.get(field.name, field.name), v) for v in _values(field.name, value)]
        return pairs

    def to_query(self) -> str:
        """Return the one query string of this selection, without "?".

        >>> Selection(period="day_of_security", years=(2019,), province=("KP-10",)).to_query()
        'period=day_of_security&years=2019&province=KP-10'
        """
        return urlencode(self.items())


def _values(name: str, value: Any) -> list[str]:
    if name == "text":
        return [" ".join(value)]
    if isinstance(value, tuple):
        return [str(part) for part in value]
    if isinstance(value, bool):
        return ["1"]
    return [str(value)]
