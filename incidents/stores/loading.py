"""A file loaded into a store: read in pieces, checked, and shown only when whole."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents.faults import DataFaults
from incidents.stores import address, chunks
from incidents.stores.opening import open_target
from incidents.stores.protocol import Target
from incidents.stores.publishing import publish
from incidents.stores.staging import Staging

if TYPE_CHECKING:
    import pandas as pd

SUFFIX = ".loading"
UNNAMED = "embedded"  # the dataset of rows whose file names none
DATASET_RULE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
HEAD = 1 << 20  # bytes that tell one file from another, with its size and time
HELD_AT_ONCE = 20_000
REPEATED = " line {}: id '{}' is there twice. Give a new one."


def load(
    file: Path,
    store: str,
    refuse: Callable[[str], None],
    told: Callable[[int], None] = lambda done: None,
) -> dict[str, Any]:
    """Load a file into a store beside what it holds; returns the totals.

    A row with the id of a row held takes its place. ``refuse`` is given the sentence of every
    fault, ``told`` the rows read so far. A killed load goes on where it stood when it is begun
    again with the same file; readers see the store as before until it is done. Raises DataFaults
    for what cannot be read or would overwrite other things, StoreLost for a store out of reach.
    """
    target = open_target(store)
    staging = staged(store, _source(file))
    try:
        _read(staging, file, told)
        _refuse_repeated(staging, file.name)
        for sentence in _sentences(staging):
            refuse(sentence)
        totals = _published(staging, target)
    except BaseException:
        staging.close()
        raise
    staging.remove()
    return {"file": file.name, **totals}


def staged(store: str, source: str) -> Staging:
    """Return the staging of a store: what a killed load of the same source left, or a new one."""
    where = address.read(store)
    beside = where.kind != address.POSTGRESQL
    name = sha256(store.encode()).hexdigest()[:16]
    path = (
        Path(where.where.rstrip("/")) if beside else Path(tempfile.gettempdir()) / f"atlas-{name}"
    )
    staging = Staging(path.with_name(path.name + SUFFIX))
    if staging.known("source") not in ("", source):
        staging.remove()
        staging = Staging(path.with_name(path.name + SUFFIX))
    staging.note(source=source)
    return staging


def _source(file: Path) -> str:
    try:
        stat = file.stat()
        with file.open("rb") as content:
            head = sha256(content.read(HEAD)).hexdigest()
    except OSError as why:
        raise DataFaults([f"{file} cannot be opened: {why.strerror}."]) from None
    return f"{stat.st_size} {stat.st_mtime_ns} {head}"


def _read(staging: Staging, file: Path, told: Callable[[int], None]) -> None:
    """Take the rows of the file not yet taken; each piece with how far the file is read."""
    if staging.known("whole"):
        return
    for chunk in chunks.read_chunks(file, int(staging.known("done") or 0)):
        rows, faults = sifted(chunk.cells, file.name)
        staging.add(rows, [*chunk.faults, *faults], done=chunk.done)
        told(chunk.done)
    staging.note(whole=1)


def sifted(cells: chunks.Cells, name: str) -> tuple[pd.DataFrame, list[tuple[int, str]]]:
    """Return the rows without fault as staging takes them, and line and sentence of each fault."""
    from incidents.cells import sift
    from incidents.reading import complete, with_search

    good, more = _named(cells, name)
    rows, faults = sift(good, name)
    datasets = {row["line"]: row.get("dataset") or UNNAMED for row in good}
    whole = with_search(complete(rows, UNNAMED))
    whole["dataset"] = [datasets[line] for line in whole["line"]]
    return whole, [*more, *faults]


def _named(cells: chunks.Cells, name: str) -> tuple[chunks.Cells, list[tuple[int, str]]]:
    """Leave out the rows whose dataset is not a name."""
    bad = [row for row in cells if not DATASET_RULE.fullmatch(row.get("dataset") or UNNAMED)]
    if not bad:
        return cells, []
    rule = "letters, digits and . _ - only, at most 64. Correct it."
    faults = [
        (int(r["line"]), f"{name} line {r['line']}: dataset '{r['dataset'][:60]}' is not {rule}")
        for r in bad
    ]
    lines = {row["line"] for row in bad}
    return [row for row in cells if row["line"] not in lines], faults


def _refuse_repeated(staging: Staging, name: str) -> None:
    """Keep the first of several lines with one id and refuse the others."""
    ask = staging.connection.execute
    ask(
        "CREATE OR REPLACE TEMP TABLE repeated AS SELECT line, id FROM rows WHERE line > 0 "
        "QUALIFY row_number() OVER (PARTITION BY id ORDER BY line) > 1"
    )
    ask("BEGIN")
    said = {"form": name.replace("{", "{{").replace("}", "}}") + REPEATED}
    ask("INSERT INTO faults SELECT line, format($form, line, id) FROM repeated", said)
    ask("DELETE FROM rows WHERE line IN (SELECT line FROM repeated)")
    ask("COMMIT")


def _sentences(staging: Staging) -> Iterator[str]:
    asked = "SELECT sentence FROM faults ORDER BY line, sentence"
    found = staging.connection.cursor().execute(asked)
    while some := found.fetchmany(1000):
        yield from (sentence for (sentence,) in some)


def _published(staging: Staging, target: Target) -> dict[str, Any]:
    loaded = staging.one("SELECT count(*) FROM rows WHERE line > 0")[0]
    refused = staging.one("SELECT count(DISTINCT line) FROM faults")[0]
    if not loaded:
        raise DataFaults(["No row of the file can be loaded, so the store stays as it was."])
    replaced = _join_held(staging, target)
    facts = publish(staging, target)
    return {
        "rows": loaded + refused,
        "loaded": loaded,
        "refused": refused,
        "replaced": replaced,
        "store_rows": facts["rows"],
        "version": facts["version"],
    }


def _join_held(staging: Staging, target: Target) -> int:
    """Take the rows the store holds, but those with an id just loaded; returns how many of these.

    Begun anew each time: what a killed load took of them is taken back first.
    """
    staging.connection.execute("DELETE FROM rows WHERE line = 0")
    staging.connection.execute("CREATE OR REPLACE TABLE loaded AS SELECT id FROM rows")
    replaced = 0
    for batch in target.held(HELD_AT_ONCE) if target.holds_rows() else ():
        staging.connection.register("held", batch)
        kept = staging.connection.sql(
            "SELECT *, 0 AS line FROM held WHERE id NOT IN (SELECT id FROM loaded)"
        ).to_arrow_table()
        replaced += batch.num_rows - kept.num_rows
        if kept.num_rows:
            staging.take(kept)
    return replaced
