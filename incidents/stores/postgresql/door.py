"""The way to one PostgreSQL: how a connection is made, and what its faults mean in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from incidents.faults import StoreLost
from incidents.stores.address import LOAD, Address
from incidents.words import say
from incidents.words.store_faults import HEARD

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
FORM = "postgresql://user@host:5432/database"


class Door:
    """The one way to a server. It knows the password and never says it."""

    def __init__(self, address: Address) -> None:
        self.shown = address.shown
        try:
            import psycopg
            from psycopg.conninfo import conninfo_to_dict
        except ImportError:
            told = {"store": self.shown, "package": "psycopg", "command": INSTALL}
            raise StoreLost(say("store_faults.needs_package", **told)) from None
        try:
            self._parts = {**DEFAULTS, **conninfo_to_dict(address.where)}
        except psycopg.Error:
            told = {"store": self.shown, "form": FORM}
            raise StoreLost(say("store_faults.address_unread", **told)) from None

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

    def lost(self, fault: Exception) -> StoreLost:
        """Return the sentence for a connection that failed."""
        said = str(fault)
        entry = next((ours for theirs, ours in HEARD.items() if theirs in said), "cut")
        if "database" in said and "does not exist" in said:
            entry = "no_database"
        return self._told("unreached", why=say(f"store_faults.{entry}"))

    def fault(self, why: Exception) -> Exception:
        """Return what to raise for an error of the driver; a fault of ours stays as it is."""
        from psycopg import errors

        empty = (errors.UndefinedTable, errors.UndefinedColumn, errors.InvalidSchemaName)
        if isinstance(why, errors.QueryCanceled):
            return self._told("too_long", seconds=LONGEST)
        if isinstance(why, empty):
            return self._told("empty_database", command=LOAD.format(self.shown))
        if isinstance(why, errors.DependentObjectsStillExist):
            return self._told("in_use", schema=f"{SCHEMA}_old")
        for kind, entry in (
            (errors.InsufficientPrivilege, "forbidden"),
            (errors.LockNotAvailable, "held"),
            (errors.DiskFull, "full"),
        ):
            if isinstance(why, kind):
                return self._told(entry)
        is_lost = isinstance(why, errors.OperationalError | errors.InterfaceError)
        return self.lost(why) if is_lost else why

    def _told(self, entry: str, **values: object) -> StoreLost:
        return StoreLost(say(f"store_faults.{entry}", store=self.shown, **values))
