"""What became of a record: the list of changes (data/CHANGES.csv) read, and told in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from incidents.dataset import DATA, short_version
from incidents.dates import day_in_words
from incidents.faults import DataFaults, nearest
from incidents.tables import Row, day, read_rows
from incidents.why import Told
from incidents.words import say

FILE = "CHANGES.csv"
PUBLISHED, ADDED, CHANGED, REMOVED, MERGED = "published", "added", "changed", "removed", "merged"
KINDS = (PUBLISHED, ADDED, CHANGED, REMOVED)
INTO = re.compile(r"merged into ([A-Za-z0-9][A-Za-z0-9._:-]{0,63})")


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the list: `what` is one of published, added, changed, removed and merged.

    `id` is that of a record, or of a version where `what` is published; `into` is the record
    that took its place where `what` is merged.
    """

    id: str
    day: date
    what: str
    why: str
    into: str = ""

    @property
    def is_end(self) -> bool:
        """Whether the record is gone from then on."""
        return self.what in (REMOVED, MERGED)


@dataclass(frozen=True, slots=True)
class Story:
    """What is to be said of a record, sentence by sentence, and the record that stands for it."""

    sentences: tuple[str, ...] = ()
    successor: str = ""


@cache
def read_changes(folder: Path = DATA) -> tuple[Change, ...]:
    """Return the list of changes in its order; raises DataFaults with a sentence per fault."""
    faults: list[str] = []
    changes = read_rows(folder / FILE, _change, faults, may_be_empty=True)
    if faults:
        raise DataFaults(faults)
    return tuple(changes)


def since(changes: Iterable[Change], version: str) -> tuple[Change, ...] | None:
    """Return the changes after a version (whole or its first digits); None if it is not listed.

    >>> a, b = (Change(v * 64, date(2026, 1, 1), "published", "") for v in "ab")
    >>> fix = Change("NK00001", date(2026, 2, 1), "changed", "the date")
    >>> since([a, fix, b], "aaaaaaaa") == (fix,), since([a, fix, b], "b" * 64), since([a], "cc")
    (True, (), None)
    """
    listed = tuple(changes)
    for place, change in enumerate(listed):
        if change.what == PUBLISHED and change.id.startswith(version):
            return tuple(later for later in listed[place + 1 :] if later.what != PUBLISHED)
    return None


def story(
    record: str, changes: Iterable[Change], *, present: bool, linked: str = "", shown: str = ""
) -> Story:
    """Return what became of a record.

    `present`: whether the data shown have it. `linked`: the version named in the link, ""
    for none; `shown`: that of the data shown. A record that never changed has no story.
    """
    listed = tuple(changes)
    if present:
        return _of_present(record, listed, linked)
    return _of_absent(record, listed, shown)


def in_words(change: Change) -> str:
    """Return one line of the list as a sentence.

    >>> in_words(Change("NK00006", date(2026, 2, 3), "removed", "The source withdrew it."))
    'NK00006 was removed on 3 February 2026: The source withdrew it.'
    """
    facts = {"day": day_in_words(change.day), "why": _why(change)}
    if change.what == PUBLISHED:
        return say("living.published", version=short_version(change.id), **facts)
    return say(f"living.{change.what}", id=change.id, into=change.into, **facts)


def absence(record: str, shown: str = "") -> str:
    """Return in words why the data have no record of this id, as far as the list can tell."""
    try:
        changes = read_changes()
    except DataFaults:
        return say("living.untold", id=record)
    return " ".join(story(record, changes, present=False, shown=shown).sentences)


def _of_present(record: str, listed: tuple[Change, ...], linked: str) -> Story:
    after = since(listed, linked) if linked else None
    told = [one for one in (listed if after is None else after) if _concerns(one, record)]
    return Story(tuple(_told(one, record, linked if after is not None else "") for one in told))


def _concerns(change: Change, record: str) -> bool:
    return (change.id == record and change.what == CHANGED) or change.into == record


def _told(change: Change, record: str, linked: str) -> str:
    facts = {"id": record, "day": day_in_words(change.day), "why": _why(change)}
    if change.into == record:
        return say("living.took_in", other=change.id, **facts)
    if linked:
        return say("living.changed_since", version=short_version(linked), **facts)
    return say("living.changed", **facts)


def _of_absent(record: str, listed: tuple[Change, ...], shown: str) -> Story:
    ends = {one.id: one for one in listed if one.is_end}
    told: list[str] = []
    at, seen = record, set[str]()
    while at in ends and at not in seen:
        seen.add(at)
        told.append(in_words(ends[at]))
        at = ends[at].into
    if told:
        lost = not at or at in seen
        return Story((*told, say("living.nothing_instead")), "") if lost else Story((*told,), at)
    return Story((_never(record, listed, shown),))


def _never(record: str, listed: tuple[Change, ...], shown: str) -> str:
    for one in listed:
        if one.id == record and one.what == ADDED:
            day, version = day_in_words(one.day), short_version(shown)
            return say("living.added_later", id=record, day=day, version=version)
    return say("living.never", id=record)


def _why(change: Change) -> str:
    return change.why or say("living.no_reason")


def _change(row: Row) -> Change:
    what, into = row["what"], INTO.fullmatch(row["what"])
    if not into and what not in KINDS:
        hint = nearest(what, (*KINDS, "merged into"))
        known = ", ".join(KINDS)
        raise Told(say("data_files.cell_what", value=what[:60], known=known, hint=hint))
    if not row["id"]:
        raise Told(say("data_files.cell_no_id"))
    happened = day(row["date"])
    if into:
        return Change(row["id"], happened, MERGED, row["why"], into[1])
    return Change(row["id"], happened, what, row["why"])
