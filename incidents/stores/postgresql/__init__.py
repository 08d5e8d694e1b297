"""PostgreSQL as a store: one schema of the database, read by many and filled by one at a time."""

from __future__ import annotations

from incidents.stores import address
from incidents.stores.postgresql.asking import PostgreSQL
from incidents.stores.postgresql.door import Door
from incidents.stores.postgresql.filling import PostgreSQLTarget

__all__ = ["open_engine", "open_target"]


def open_engine(given: str) -> PostgreSQL:
    """Return the engine over ``postgresql://user@host/database``; it connects when first asked.

    Raises StoreLost for an address that cannot be read or a missing package.
    """
    return PostgreSQL(Door(address.read(given)))


def open_target(given: str) -> PostgreSQLTarget:
    """Return the store there to be filled; raises as ``open_engine`` does."""
    return PostgreSQLTarget(Door(address.read(given)))
