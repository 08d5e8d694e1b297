"""Rows that may report the same incident: within the file, and against the embedded data."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from incidents.text import fold

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ["row", "kind", "other", "why"]


def find_duplicates(incidents: pd.DataFrame) -> pd.DataFrame:
    """Return possible duplicates, never removed: row, kind (file or embedded), other, why.

    `other` is the number of the earlier row in the file, or the id of the embedded incident;
    `why` is same_id, same_link or same_words, an entry of the table of words behind its kind.
    Same days and place with the same link, or with the same type, title and summary.
    """
    import pandas as pd

    keyed = _keyed(incidents)
    parts = [_within(keyed, "by_link", "same_link"),
             _within(keyed, "by_text", "same_words"),
             _embedded(keyed)]  # fmt: skip
    found = pd.concat(parts, ignore_index=True)
    return found.drop_duplicates(["row", "kind"]).sort_values(["row", "kind"], ignore_index=True)


def _keyed(incidents: pd.DataFrame) -> pd.DataFrame:
    """Ids, and as one number each: days, place and link; days, place, type and words."""
    import pandas as pd

    days = [incidents[name].astype("int64") for name in ("date_start", "date_end")]
    spots = zip(*days, incidents["province"], incidents["district"], strict=True)
    words = zip(incidents["event_type"], incidents["title"], incidents["summary"], strict=True)
    links, texts = [], []
    for spot, link, (kind, *said) in zip(spots, incidents["source_url"], words, strict=True):
        links.append(hash((spot, link)) if link else None)
        texts.append(hash((spot, kind, *map(fold, said))))
    keyed = incidents[["id"]].assign(by_text=texts)
    keyed["by_link"] = pd.array(links, dtype="Int64")
    if "source_row" in incidents:
        keyed["row"] = incidents["source_row"]
    return keyed


def _within(keyed: pd.DataFrame, key: str, why: str) -> pd.DataFrame:
    """Later rows of the file that share a key with an earlier one."""
    ordered = keyed.loc[keyed[key].notna(), ["row", key]].sort_values("row")
    first = ordered.groupby(key, sort=False)["row"].transform("first")
    later = ordered.loc[ordered["row"] != first, ["row"]]
    return later.assign(kind="file", other=first.loc[later.index].astype("str"), why=why)[COLUMNS]


def _embedded(keyed: pd.DataFrame) -> pd.DataFrame:
    import pandas as pd

    parts = [pd.DataFrame({name: pd.Series(dtype="object") for name in COLUMNS})]
    for key, why in (
        ("id", "same_id"),
        ("by_link", "same_link"),
        ("by_text", "same_words"),
    ):
        known = _known().drop_duplicates(key).set_index(key)["name"].dropna()
        hits = keyed.loc[keyed[key].isin(known.index), ["row", key]]
        parts.append(
            pd.DataFrame(
                {"row": hits["row"], "kind": "embedded", "other": hits[key].map(known), "why": why}
            )  # fmt: skip
        )
    return pd.concat(parts, ignore_index=True)


@cache
def _known() -> pd.DataFrame:
    """The embedded incidents by the same keys; `name` is their id."""
    from incidents.dataset import DATA, INCIDENTS
    from incidents.reading import read_incidents

    keyed = _keyed(read_incidents(DATA / INCIDENTS, trusted=True))
    return keyed.assign(name=keyed["id"]).dropna(subset=["by_text"])
