"""Earlier versions of the incidents, kept beside the present one as versions/<SHA-256>.csv."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from string import hexdigits
from typing import TYPE_CHECKING

from incidents.dataset import DATA, INCIDENTS, dataset_version, short_version
from incidents.faults import DataFaults
from incidents.why import why
from incidents.words import say

if TYPE_CHECKING:
    from incidents.store import Store

FOLDER = "versions"


def is_other(linked: str | None, shown: str) -> bool:
    """Return whether a link names another version than the one shown (whole, or first digits).

    >>> is_other("8d663704", "8d66370441eb"), is_other(None, "8d66370441eb"), is_other("ab", "cd")
    (False, False, True)
    """
    return bool(linked) and not shown.startswith(str(linked))


def find_version(version: str, folder: Path = DATA) -> Path | None:
    """Return the file of a version (whole, or its first digits); None if it is not kept.

    Two that start alike are none, too: nobody can say which one is meant.
    """
    present = folder / INCIDENTS
    is_present = version and present.is_file() and dataset_version(folder).startswith(version)
    found = _kept(version, folder) + ([present] if is_present else [])
    return found[0] if len(found) == 1 else None


def open_version(version: str, folder: Path = DATA) -> Store | None:
    """Return the store of an earlier version; None if it is not kept (under ``versions``).

    Its ``as_of`` is the last day known in it.
    Raises DataFaults if the copy is not the version it is named for, or has any fault.
    """
    kept = _kept(version, folder)
    return _open(kept[0]) if len(kept) == 1 else None


def for_link(linked: str | None, store: Store, folder: Path = DATA) -> tuple[Store, str]:
    """Return the store a link asks for if it is kept, else the one given, and what is to be said.

    Nothing ("") is said where the link names no version, or the one of the store.
    """
    if not linked or not is_other(linked, store.version):
        return store, ""
    versions = {"linked": short_version(linked), "shown": short_version(store.version)}
    told = say("living.other_version", **versions)
    try:
        kept = open_version(linked, folder)
    except DataFaults:
        return store, f"{told} {say('living.kept_damaged', **versions)}"
    return (kept, say("living.kept_version", **versions)) if kept else (store, told)


def _kept(version: str, folder: Path) -> list[Path]:
    if not version or not set(version) <= set(hexdigits):
        return []
    return list((folder / FOLDER).glob(f"{version}*.csv"))


@lru_cache(maxsize=2)
def _open(path: Path) -> Store:
    from incidents.reading import read_incidents
    from incidents.store import store_of

    try:
        found = sha256(path.read_bytes()).hexdigest()
    except OSError as fault:
        told = say("data_files.unreadable", file=path.name, why=why(fault))
        raise DataFaults([told]) from None
    if found != path.stem:
        raise DataFaults([say("data_files.other_version", file=path.name)])
    incidents = read_incidents(path)
    last = incidents[["date_end", "reported_on"]].max().max().date()
    return replace(store_of(incidents, found), as_of=last.isoformat())
