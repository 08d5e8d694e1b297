"""Where a store is: one address read as the engine that opens it and what it opens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from incidents.faults import StoreLost

VARIABLE = "ATLAS_STORE"
EMBEDDED, DUCKDB, PARQUET = "embedded", "duckdb", "parquet"
POSTGRESQL, SPARK = "postgresql", "spark"
SPARK_RULE = re.compile(r"(?:spark\+)?(local(?:\[[0-9*, ]+\])?):(.+)|(spark://[^/]+)(/.+)", re.S)
FORMS = (
    "a .duckdb file, a folder of Parquet files, postgresql://user@host/database, "
    "spark://host:7077/FOLDER or local[*]:FOLDER"
)


@dataclass(frozen=True, slots=True)
class Address:
    """An address read: ``kind`` of engine, ``where`` it opens, for Spark also its ``master``."""

    kind: str
    where: str
    master: str = ""

    @property
    def shown(self) -> str:
        """The address for people and logs, without a password.

        >>> read("postgresql://ann:secret@db/atlas").shown
        'postgresql://ann@db/atlas'
        """
        if self.kind != POSTGRESQL:
            return f"{self.master}:{self.where}" if self.master else self.where
        parts = urlsplit(self.where)
        user = f"{parts.username}@" if parts.username else ""
        host = f"{parts.hostname or ''}" + (f":{parts.port}" if parts.port else "")
        return urlunsplit((parts.scheme, user + host, parts.path, "", ""))


def read(given: str) -> Address:
    """Return what an address means; "" is the embedded data. Raises StoreLost for none of ours.

    >>> read("local[*]:archive"), read("").kind
    (Address(kind='spark', where='archive', master='local[*]'), 'embedded')
    >>> read("spark://host:7077/data/archive")
    Address(kind='spark', where='/data/archive', master='spark://host:7077')
    """
    text = given.strip()
    if not text:
        return Address(EMBEDDED, "")
    if text.startswith(("postgresql://", "postgres://")):
        return Address(POSTGRESQL, text)
    spark = SPARK_RULE.fullmatch(text)
    if spark:
        return Address(SPARK, spark[2] or spark[4], spark[1] or spark[3])
    if re.match(r"[a-z+]{2,}://|local(\[|$)|spark", text):
        raise StoreLost(f"'{_short(text)}' is not the address of a store; give {FORMS}.")
    if text.endswith((".duckdb", ".ddb")):
        return Address(DUCKDB, text)
    if Path(text).suffix and not Path(text).is_dir():
        raise StoreLost(f"'{_short(text)}' is not the address of a store; give {FORMS}.")
    return Address(PARQUET, text)


def _short(text: str) -> str:
    bare = re.sub(r"//[^/@]*@", "//", text[:200])
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in bare[:80])
