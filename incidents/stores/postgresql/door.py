"""The way to one PostgreSQL: how a connection is made, and what its faults mean in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from incidents.faults import StoreLost
from incidents.stores.address import Address

if TYPE_CHECKING:
    from psycopg import Connection

SCHEMA = "crackdown_atlas"
LONGEST = 60  # seconds the server may work for one answer
INSTALL = "pip install -r requirements-postgresql.txt"

# A server that went away without a word is noticed after about 20 seconds instead of hours.
DEFAULTS: dict[str, Any] = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "tcp_user_timeout": 20_000,
    "application_name": "crackdown-atlas",
}
READING = (
    f"SET search_path = {SCHEMA}; SET default_transaction_read_only = on; "
    f"SET statement_timeout = '{LONGEST}s'; SET standard_conforming_strings = on; "
    "SET client_min_messages = error"
)
FILLING = "SET statement_timeout = 0; SET lock_timeout = '60s'; SET client_min_messages = error"
REASONS = (  # what libpq says -> what we say; its own words may repeat parts of the address
    ("password authentication failed", "it does not take that user or password"),
    ("no password supplied", "it asks for a password"),
    ("no pg_hba.conf entry", "it lets no such user in from here"),
    ("Connection refused", "nothing answers at that address"),
    ("resolve host", "no such host is known"),
    ("timeout", "it does not answer"),
    ("timed out", "it does not answer"),
    ("starting up", "it is starting up"),
    ("shutting down", "it is shutting down"),
    ("too many", "it has too many connections"),
)


TOO_LONG = (
    f"had no answer within {LONGEST} seconds. Ask for less, or try again when it has less to do."
)
EMPTY = (
    "holds no incidents in the form of this atlas. Fill it with: python -m incidents load FILE {}"
)
FORBIDDEN = "does not let this user do that. Let the owner of the database grant it."
LOCKED = "is held by something else for over a minute. Let it end, then load again."
FULL = "has no room left on its disk. Make room, then load again."
USED = (
    f"keeps its former tables as schema {SCHEMA}_old, for something else in the database uses "
    "them. Drop that (DROP SCHEMA ... CASCADE), then load again."
)


class Door:
    """The one way to a server. It knows the password and never says it."""

    def __init__(self, address: Address) -> None:
        self.shown = address.shown
        try:
            import psycopg
            from psycopg.conninfo import conninfo_to_dict
        except ImportError:
            raise StoreLost(
                f"The store {self.shown} needs the package psycopg. Install it: {INSTALL}"
            ) from None
        try:
            self._parts = {**DEFAULTS, **conninfo_to_dict(address.where)}
        except psycopg.Error:
            raise StoreLost(
                f"The address of the store {self.shown} cannot be read; write it as "
                "postgresql://user@host:5432/database, with %40 for an @ in a password."
            ) from None

    def open(self, settings: str) -> Connection[Any]:
        """Return a new connection, each statement a transaction; raises StoreLost."""
        import psycopg

        try:
            # Never a prepared plan: how many intervals a question names decides the best one.
            connection = psycopg.connect(**self._parts, autocommit=True, prepare_threshold=None)
        except (psycopg.Error, OSError) as why:
            raise self.lost(why) from None
        try:
            connection.execute(settings)
        except psycopg.Error as why:
            connection.close()
            raise self.lost(why) from None
        return connection

    def lost(self, why: Exception) -> StoreLost:
        """Return the sentence for a connection that failed."""
        said = str(why)
        reason = next((ours for theirs, ours in REASONS if theirs in said), "the line was cut")
        if "database" in said and "does not exist" in said:
            reason = "it has no such database"
        return StoreLost(
            f"The store {self.shown} cannot be reached now ({reason}). It is tried again with "
            "every question; start PostgreSQL there, or correct the address of the store."
        )

    def fault(self, why: Exception) -> Exception:
        """Return what to raise for an error of the driver; a fault of ours stays as it is."""
        from psycopg import errors

        for kinds, sentence in (
            (errors.QueryCanceled, TOO_LONG),
            ((errors.UndefinedTable, errors.UndefinedColumn, errors.InvalidSchemaName), EMPTY),
            (errors.InsufficientPrivilege, FORBIDDEN),
            (errors.LockNotAvailable, LOCKED),
            (errors.DiskFull, FULL),
            (errors.DependentObjectsStillExist, USED),
        ):
            if isinstance(why, kinds):
                return StoreLost(f"The store {self.shown} " + sentence.format(self.shown))
        is_lost = isinstance(why, errors.OperationalError | errors.InterfaceError)
        return self.lost(why) if is_lost else why
