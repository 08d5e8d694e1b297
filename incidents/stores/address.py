"""Where a store is: one address read as the engine that opens it and what it opens."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from incidents.faults import StoreLost
from incidents.words import say

VARIABLE = "ATLAS_STORE"
LOAD = "python -m incidents load FILE {}"  # how a store is filled
EMBEDDED, DUCKDB, PARQUET = "embedded", "duckdb", "parquet"
POSTGRESQL, SPARK = "postgresql", "spark"
SPARK_RULE = re.compile(r"(?:spark\+)?(local(?:\[[0-9*, ]+\])?):(.+)|(spark://[^/]+)(/.+)", re.S)
HOST_RULE = r"(?:[\w.-]*|\[[0-9A-Fa-f:.]+\])(?::[0-9]*)?"
PLAIN_RULE = re.compile(  # who @ where / which database; a password and what follows is left out
    r"(postgres(?:ql)?://)(?:([^:@/?#\s]+)(?::[^@/?#\s]*)?(@))?"
    rf"({HOST_RULE}(?:,{HOST_RULE})*)(/[^@?#\s]*)?(?:\?[^@#\s]*)?"
)
FORMS = "postgresql://user@host/database, spark://host:7077/FOLDER, local[*]:FOLDER"


def named() -> str:
    """Return the address that the environment names, "" for the embedded data."""
    return os.environ.get(VARIABLE, "").strip()


@dataclass(frozen=True, slots=True)
class Address:
    """An address read: ``kind`` of engine, ``where`` it opens, for Spark also its ``master``."""

    kind: str
    where: str
    master: str = ""

    @property
    def shown(self) -> str:
        """The address for people and logs, without a password; nothing of it where in doubt.

        >>> read("postgresql://ann:secret@db/atlas?sslmode=require").shown
        'postgresql://ann@db/atlas'
        >>> read("postgresql://ann:sec/ret@db/atlas").shown
        'postgresql://...'
        >>> read("spark://host:7077/data/archive").shown
        'spark://host:7077/data/archive'
        """
        if self.kind == SPARK:
            return self.master + ("" if "://" in self.master else ":") + self.where
        if self.kind != POSTGRESQL:
            return self.where
        found = PLAIN_RULE.fullmatch(self.where)
        return "".join(part or "" for part in found.groups()) if found else "postgresql://..."


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
        raise StoreLost(say("store_faults.bad_address", given=_short(text), forms=FORMS))
    if text.endswith((".duckdb", ".ddb")):
        return Address(DUCKDB, text)
    if Path(text).suffix and not Path(text).is_dir():
        raise StoreLost(say("store_faults.bad_address", given=_short(text), forms=FORMS))
    return Address(PARQUET, text)


def _short(text: str) -> str:
    bare = re.sub(r"//[^/@]*@", "//", text[:200])
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in bare[:80])
