"""A store by its address: the engine that holds it, and the target that fills it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from incidents import ahead
from incidents.faults import DataFaults, StoreLost
from incidents.periods import Window
from incidents.remembered import written
from incidents.store import Intervals, Store
from incidents.stores import address, layout
from incidents.stores.places import Places
from incidents.stores.protocol import Engine, Target
from incidents.words import say


def open_engine(given: str) -> Engine:
    """Return the engine of a store that was loaded; it connects when first asked."""
    where = address.read(given)
    if where.kind in (address.DUCKDB, address.PARQUET):
        from incidents.stores import files

        open_ = files.open_file if where.kind == address.DUCKDB else files.open_folder
        return open_(where.where)
    if where.kind == address.POSTGRESQL:
        from incidents.stores import postgresql

        return postgresql.open_engine(given)
    from incidents.stores import spark

    return spark.open_engine(given)


def open_target(given: str) -> Target:
    """Return what fills a store; Spark reads the folder of Parquet files that is filled here.

    Raises DataFaults for an address whose present content is not a store of ours.
    """
    where = address.read(given)
    if where.kind == address.EMBEDDED:
        raise DataFaults(["The embedded data cannot be loaded into; name a store."])
    if where.kind == address.POSTGRESQL:
        from incidents.stores import postgresql

        return postgresql.open_target(given)
    from incidents.stores.targets import FileTarget, FolderTarget

    if where.kind == address.DUCKDB:
        return FileTarget(where.where)
    _refuse_other_files(Path(where.where))
    return FolderTarget(where.where)


def _refuse_other_files(folder: Path) -> None:
    ours = {f"{name}.parquet" for name in layout.TABLES}
    others = sorted(path.name for path in folder.glob("*") if path.name not in ours)
    if folder.is_file() or others:
        raise DataFaults(
            [
                f"{folder} holds other things ({', '.join(others[:3]) or 'it is a file'}) and "
                "would be replaced; name an empty or new folder."
            ]
        )


def store_at(given: str) -> Store:
    """Return the store at an address; raises StoreLost if it cannot be reached or was not filled.

    Everything but the rows is read now: what is in it, its intervals and its places.
    """
    where = address.read(given)
    engine = open_engine(given)
    edition = engine.edition()
    facts = read_facts(engine, where)
    if facts.get("layout") != layout.LAYOUT:
        raise StoreLost(say("store_faults.other_layout", store=where.shown))
    known = ahead.questions() if where.kind in (address.DUCKDB, address.PARQUET) else {}
    return Store(
        engine=engine,
        intervals=_intervals(engine),
        places=_places(engine),
        span=Window(date.fromisoformat(facts["first"]), date.fromisoformat(facts["last"])),
        version=facts["version"],
        outlets=tuple(facts["outlets"]),
        datasets=tuple(facts["datasets"]),
        size=facts["rows"],
        edition=edition,
        synthetic=facts["synthetic"],
        as_of=facts["as_of"],
        written=written(known),
    )


def read_facts(engine: Engine, where: address.Address) -> dict[str, Any]:
    """Return the facts in a store's meta; raises StoreLost where there is no such table."""
    if not engine.describe("meta"):
        command = address.LOAD.format(where.shown)
        raise StoreLost(say("store_faults.empty", store=where.shown, command=command))
    found = engine.ask("SELECT key, value FROM meta", {}).fetchall()
    return {key: json.loads(value) for key, value in found}


def _intervals(engine: Engine) -> Intervals:
    asked = "SELECT * FROM intervals ORDER BY 1"
    rows = np.array(engine.ask(asked, {}).fetchall(), dtype=np.int64).reshape(-1, 3)
    return Intervals(rows[:, 0].astype(np.int32), rows[:, 1].copy(), rows[:, 2].copy())


def _places(engine: Engine) -> Places:
    rows = engine.ask("SELECT * FROM places ORDER BY 1", {}).fetchall()
    return Places(tuple(province for _, province, _ in rows), tuple(ids for *_, ids in rows))
