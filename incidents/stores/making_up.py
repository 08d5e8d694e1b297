"""A store filled with made-up incidents, and with nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from incidents import synthetic
from incidents.faults import DataFaults
from incidents.stores import address, layout
from incidents.stores.loading import staged
from incidents.stores.opening import open_engine, open_target, read_facts
from incidents.stores.publishing import publish


def synthesize(
    count: int, store: str, seed: int, told: Callable[[int], None] = lambda done: None
) -> dict[str, Any]:
    """Fill a store with ``count`` made-up incidents; returns its facts.

    The same count and seed give the same rows. Raises DataFaults where the store holds others.
    """
    target = open_target(store)
    if target.holds_rows():
        facts = read_facts(open_engine(store), address.read(store))
        if facts["datasets"] != [layout.SYNTHETIC]:
            shown = address.read(store).shown
            raise DataFaults([f"{shown} holds real reports. Name another store for made-up ones."])
    staging = staged(store, f"synthetic {count} {seed}")
    try:
        synthetic.fill(staging, count, seed, told)
        facts = publish(staging, target)
    except BaseException:
        staging.close()
        raise
    staging.remove()
    return {name: facts[name] for name in ("rows", "first", "last", "version", "synthetic")}
