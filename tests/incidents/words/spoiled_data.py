"""Data files spoiled in every way the readers of them know, and what they say of each."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest

from geo import boundaries, gazetteer
from geo.gazetteer import PlaceDataFault
from incidents import record, versions
from incidents.almanac import read_calendar
from incidents.cells import check_rows
from incidents.changes import read_changes
from incidents.dataset import check_files, data_as_of, write_sums
from incidents.faults import DataFaults, in_words
from incidents.market import market_rates, official_rates
from incidents.reading import read_incidents
from incidents.sidecars import read_sidecar
from incidents.words import say

FIT = {
    "id": "NK1", "date_start": "2019-11-13", "date_end": "2019-11-13", "date_precision": "day",
    "province": "KP-10", "place_precision": "province", "event_type": "arrest",
    "source_url": "https://e.org/1",
}  # fmt: skip
CELLS = (
    {"date_start": "13 November"}, {"people_killed": "many of them"}, {"bribe_amount": "a lot"},
)  # fmt: skip
RULES = (
    {"date_end": "2019-11-01"}, {"date_start": ""}, {"id": "not an id"}, {"event_type": "arest"},
    {"agency": "MPS;nobody at all"}, {"source_url": "no link at all"}, {"people_killed": "-1"}, {},
    {},
)  # fmt: skip
OCCASION = {
    "id": "x", "name_en": "X", "name_ko": "엑스", "month": "11", "day": "19", "first_year": "",
    "last_year": "", "kind": "holiday", "typical_runup_days": "", "runup_basis": "", "note": "",
    "source_url": "https://e.org",
}  # fmt: skip
CAMPAIGN = {
    "id": "c", "name_en": "C", "name_ko": "씨", "start": "2019-02-01", "end": "2019-01-01",
    "start_precision": "day", "kind": "election", "scope": "", "note": "", "source_url": "",
}  # fmt: skip
SIDECAR = """\
file: a.csv
title: A
producer: A test
licence: CC-BY-4.0
licence_text: For testing.
credit: A test.
row: one report
rows: {min: 5, max: 9}
sha256: %s
source_column: source_url
"""
BROKEN = """\
file: other.csv
titel: misspelled on purpose
producer: 5
rows: {min: 9, max: 1}
sha256: none of these
sources: [not a web address]
data_as_of: some day
limits: not a list at all
columns: [neither a pair]
source_column: [a list]
"""


def table(path: Path, *rows: dict[str, str], columns: tuple[str, ...] = ()) -> Path:
    """Write rows as a CSV file; columns are those of the first row unless they are given."""
    text = StringIO()
    writer = csv.DictWriter(text, columns or tuple(rows[0]), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def told(read: Callable[[], object]) -> list[str]:
    """The sentences of the faults that reading raises."""
    try:
        read()
    except DataFaults as fault:
        return list(fault.sentences)
    except PlaceDataFault as fault:
        return [in_words(fault)]
    raise AssertionError("nothing was found wrong")


def of_incidents(folder: Path) -> Iterator[str]:
    """What is said of incidents.csv."""
    path = folder / "incidents.csv"
    yield from told(lambda: read_incidents(path))
    for faults in (CELLS, RULES):
        rows = [{**FIT, "id": f"NK{n}", **fault} for n, fault in enumerate(faults, start=1)]
        rows[-1]["id"] = rows[0]["id"] if faults is CELLS else rows[-2]["id"]
        table(path, *rows, columns=record.COLUMNS)
        yield from told(lambda: read_incidents(path))
    table(path, FIT, columns=record.COLUMNS)
    fit = read_incidents(path).assign(line="2")
    yield from told(lambda: check_rows(fit.drop(columns="title"), path.name))
    for text in ("id,title\nNK1,t\n", ",".join(record.COLUMNS) + "\n"):
        path.write_text(text)
        yield from told(lambda: read_incidents(path))
    path.write_text(",".join(record.COLUMNS) + "\nNK1,t\n")
    yield from told(lambda: read_incidents(path))
    for bytes_ in (b"id,title\n\xff\xfe\n", b'id\n"open\n', b'id\n"a"b\n'):
        path.write_bytes(bytes_)
        yield from told(lambda: read_incidents(path))
    path.unlink()
    path.mkdir()
    yield from told(lambda: read_incidents(path))


def of_tables(folder: Path) -> Iterator[str]:
    """What is said of the calendar, the rates and the list of changes."""
    occasions = [{**OCCASION, **fault} for fault in (
        {"month": "eleven"}, {"month": "2", "day": "30"}, {"first_year": "long ago"},
    )]  # fmt: skip
    table(folder / "occasions.csv", *occasions)
    table(folder / "lunar_dates.csv", {"occasion_id": "x", "year": "2019", "date": "in the spring"})
    table(folder / "campaigns.csv", CAMPAIGN, {**CAMPAIGN, "start": "one day"})
    table(folder / "runups.csv", {"year": "2019", "no": "such column"})
    yield from told(lambda: read_calendar(folder))
    table(folder / "occasions.csv", {**OCCASION, "extra": "column"})
    yield from told(lambda: read_calendar(folder))
    row = {"date": "2019-01-01", "pair": "CNY/KPW", "city": "", "rate": "a lot of it"}
    table(folder / "fx.csv", row)
    yield from told(lambda: market_rates(folder))
    yield from told(lambda: official_rates(folder))
    changes = [("NK1", "2026-01-01", "remved"), ("", "2026-01-01", "added"), ("NK1", "?", "added")]
    rows = [dict(zip(("id", "date", "what"), one, strict=True), why="") for one in changes]
    table(folder / "CHANGES.csv", *rows)
    yield from told(lambda: read_changes.__wrapped__(folder))


def of_sidecars(folder: Path) -> Iterator[str]:
    """What is said of sidecars and of the files they describe."""
    yield from check_files(folder)
    side = folder / "incidents.source.yaml"
    for text in (BROKEN, "- a list\n", "a: [1\nb: {", SIDECAR.replace("file: a", "file: b") % 5):
        side.write_text(text)
        yield from told(lambda: read_sidecar(side))
    side.write_text(SIDECAR.replace("source_column: source_url\n", "").replace("a.csv", "x") % 1)
    yield from told(lambda: read_sidecar(side))
    good = SIDECAR % ("f" * 64)
    side.write_text(good.replace("a.csv", "incidents.csv"))
    yield from told(lambda: data_as_of(folder))
    write_sums(folder)
    for name, content in (("a.csv", "id\n1\n"), ("b.geojson", "{}"), ("c.csv", "id\n1\n")):
        (folder / name).write_text(content)
        (folder / f"{name[0]}.source.yaml").write_text(good.replace("a.csv", name))
    (folder / "c.source.yaml").unlink()
    (folder / "gone.source.yaml").write_text(good)
    write_sums(folder)
    (folder / "gone.source.yaml").unlink()
    (folder / "a.source.yaml").write_text(good + "\n")
    (folder / "b.geojson").write_text("[" * 100_000)
    yield from check_files(folder)
    for content in ("{}", "{ no json", "{"):
        (folder / "b.geojson").write_text(content)
        yield from check_files(folder)


def of_places(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[str]:
    """What is said of the files of provinces and districts."""
    patch.setattr(gazetteer, "DATA", folder)
    patch.setattr(boundaries, "DATA", folder)
    reads = (gazetteer.districts, gazetteer.geonames, boundaries._districts)
    for read in reads:
        yield from told(read.__wrapped__)
    for properties in ({"id": "KP-10-01", "name": "Hyesan"}, {"name": "Hyesan"}):
        content = {"features": [{"properties": properties}]}
        (folder / gazetteer.ADM2_FILE).write_text(json.dumps(content))
        yield from told(gazetteer.districts.__wrapped__)
    yield say("data_files.no_province", file=gazetteer.ADM1_FILE, code="KP-10")


def of_versions(folder: Path) -> Iterator[str]:
    """What is said of kept versions, and of what was wrong only at the start."""
    for name in ("a" * 64, "b" * 64):
        path = folder / f"{name}.csv"
        if name[0] == "a":
            path.write_text("id\n")
        else:
            path.mkdir()
        yield from told(lambda path=path: versions._open.__wrapped__(path))
    yield say("data_files.at_start", fault=say("data_files.missing", file="a.csv"))
    yield say("data_files.licence_unread", file="a.csv")


@contextmanager
def in_folder(root: Path, name: str) -> Iterator[Path]:
    """A new folder below the root."""
    folder = root / name
    folder.mkdir()
    yield folder
    assert os.access(folder, os.R_OK)


def everything(root: Path, patch: pytest.MonkeyPatch) -> list[str]:
    """Every sentence about spoiled data files, in the language being spoken."""
    sentences: list[str] = []
    for walk in (of_incidents, of_tables, of_sidecars, of_versions):
        with in_folder(root, walk.__name__) as folder:
            sentences += walk(folder)
    with in_folder(root, "places") as folder:
        sentences += of_places(folder, patch)
    return sentences
