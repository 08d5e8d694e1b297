"""Made-up incidents for measurements: as many as asked for, each saying that it is made up.

Spread as the real reports are: over two decades, mostly in two provinces, days seldom known.
Everything comes from one seed. Outlets and pages are made up too, so that nobody real is cited.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from incidents import record
from incidents.dates import edtf
from incidents.filters import agency_bits
from incidents.stores.layout import SYNTHETIC
from incidents.text import fold

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from incidents.stores.staging import Staging

FIRST_YEAR, LAST_YEAR = 2004, 2025
PIECE = 250_000  # rows made at once
EPOCH = 719163  # ordinal of 1970-01-01
WORDS = "This row is made up for measurements; nothing of it was reported."
# Shares of the embedded reports, rounded.
PRECISIONS = {"day": 0.20, "week": 0.25, "month": 0.41, "season": 0.13, "year": 0.01}
PROVINCES = {
    "KP-09": 0.35, "KP-10": 0.33, "KP-03": 0.09, "KP-01": 0.06, "KP-02": 0.04, "KP-08": 0.04,
}  # fmt: skip
OTHER_PROVINCES = 0.02
PROVINCE_ONLY, NOWHERE, TWO_DISTRICTS = 0.28, 0.04, 0.05
AGENCIES = {
    "": 0.2, "MPS": 0.22, "MSS": 0.2, "MPS;MSS": 0.06, "MILITARY": 0.05, "BORDER_GUARD": 0.05,
    "PARTY": 0.04, "BORDER_GUARD;MILITARY": 0.03, "NEIGHBORHOOD_WATCH": 0.03, "OTHER": 0.03,
    "MPS;NEIGHBORHOOD_WATCH": 0.03, "UNIFIED_COMMAND": 0.02, "PROSECUTORS": 0.02,
    "YOUTH_LEAGUE": 0.01, "MARKET_MGMT": 0.01,
}  # fmt: skip
TIES = {
    "": 0.7, "covid_border_closure": 0.1, "day_of_the_sun": 0.06, "party_foundation_day": 0.05,
    "republic_foundation_day": 0.04, "day_of_security": 0.03, "new_year": 0.02,
}  # fmt: skip
TARGETS = (
    "traders", "travellers", "farmers", "students", "brokers", "smugglers", "drivers", "families",
    "soldiers", "workers", "market women", "phone users",
)  # fmt: skip
PRETEXTS = ("", "border order", "illegal phone", "foreign media", "travel permit", "market order")
OUTLETS = 40


def fill(staging: Staging, count: int, seed: int, told: Callable[[int], None]) -> None:
    """Put made-up rows into staging, in order, piece by piece; a killed run goes on from there."""
    tables = {**_drawn_tables(), "days": _days(), "spots": _spots()}
    for name, rows in tables.items():
        staging.connection.register(name, rows)
    shares = tables["days"]["share"].to_numpy()
    per_interval = np.random.default_rng(seed).multinomial(count, shares / shares.sum())
    ends = np.cumsum(per_interval)
    done = int(staging.known("made") or 0)
    for first in range(done, count, PIECE):
        numbers = np.arange(first, min(first + PIECE, count))
        drawn = _draw(numbers, np.random.default_rng([seed, first]), tables)
        drawn["day"] = np.searchsorted(ends, numbers, side="right").astype(np.int32)
        staging.connection.register("drawn", drawn)
        staging.connection.begin()
        staging.connection.execute(INSERT)
        staging.note(made=int(numbers[-1]) + 1)
        staging.connection.commit()
        told(int(numbers[-1]) + 1)


def _draw(
    numbers: NDArray[np.int64], chance: np.random.Generator, tables: dict[str, pd.DataFrame]
) -> dict[str, NDArray[Any]]:
    size = len(numbers)
    drawn: dict[str, NDArray[Any]] = {"number": numbers}
    for name in ("spots", "types", "agencies", "ties", "outlets", "targets", "pretexts"):
        edges = np.cumsum(tables[name]["share"].to_numpy())
        drawn[name] = np.searchsorted(edges / edges[-1], chance.random(size), side="right").astype(
            np.int32
        )
    drawn["lag"] = np.minimum(chance.geometric(0.08, size), 200).astype(np.int32)
    drawn["chance"] = chance.random(size)
    drawn["people"] = chance.geometric(0.1, size).astype(np.int32)
    return drawn


def _drawn_tables() -> dict[str, pd.DataFrame]:
    """Return what is drawn from: one row a value, its share, and what goes with it."""
    types = {code: 1 / (rank + 3) for rank, code in enumerate(record.EVENT_TYPES)}
    outlets = {f"Synthetic outlet {n:02d}": 1 / n for n in range(1, OUTLETS + 1)}
    return {
        "types": _numbered(types, label=record.EVENT_TYPES.__getitem__),
        "agencies": _numbered(AGENCIES, bits=agency_bits),
        "ties": _numbered(TIES),
        "outlets": _numbered(outlets),
        "targets": _numbered(dict.fromkeys(TARGETS, 1.0)),
        "pretexts": _numbered(dict.fromkeys(PRETEXTS, 1.0)),
    }


def _numbered(shares: dict[str, float], **more: Callable[[str], Any]) -> pd.DataFrame:
    import pandas as pd

    also = {name: [work(value) for value in shares] for name, work in more.items()}
    return pd.DataFrame(
        {"n": range(len(shares)), "value": list(shares), "share": list(shares.values()), **also}
    )


def _spots() -> pd.DataFrame:
    """Return one row a place: districts, pairs of neighbours in a list, provinces, nowhere."""
    import pandas as pd

    from geo.places import districts, provinces

    rows: list[tuple[Any, ...]] = [("", "", "", "", "country", NOWHERE)]
    for code, province in provinces().items():
        inside = [d for d in districts().values() if d.province == code]
        share = PROVINCES.get(code, OTHER_PROVINCES)
        rows.append((code, province.name, "", "", "province", share * PROVINCE_ONLY))
        each = [1 / (rank + 1) for rank in range(len(inside))]
        for rank, one in enumerate(inside):
            part = share * (1 - PROVINCE_ONLY - NOWHERE) * each[rank] / sum(each)
            other = inside[(rank + 1) % len(inside)]
            rows.append((code, province.name, one.name, one.id, "district", part))
            if other is not one:
                names, ids = f"{one.name};{other.name}", f"{one.id};{other.id}"
                rows.append((code, province.name, names, ids, "district", part * TWO_DISTRICTS))
    columns = ["province", "province_name", "district", "district_id", "precision", "share"]
    spots = pd.DataFrame(rows, columns=columns)
    where = [d or p or "the whole country" for d, p in zip(spots["district"],
             spots["province_name"], strict=True)]  # fmt: skip
    return spots.assign(
        n=range(len(spots)), place=where, folded=[fold(cell) for cell in spots["district"]],
        folded_place=[fold(cell) for cell in where],
    )  # fmt: skip


def _days() -> pd.DataFrame:
    """Return one row an interval, by first and last day: its precision, EDTF and share."""
    import pandas as pd

    found = sorted(_intervals())
    days = pd.DataFrame(found, columns=["date_start", "date_end", "precision"])
    ordinals = {
        name: [day.toordinal() for day in days[column]]
        for name, column in (("start_day", "date_start"), ("end_day", "date_end"))
    }
    of_kind = days.groupby("precision")["precision"].transform("size")
    trend = [1 + (day.year - FIRST_YEAR) / 4 for day in days["date_start"]]
    season = [1.5 if day.month in (2, 11, 12) else 1.0 for day in days["date_start"]]
    share = days["precision"].map(PRECISIONS) / of_kind * np.array(trend) * np.array(season)
    words = [edtf(first, last) for first, last, _ in found]
    return days.assign(n=range(len(days)), share=share, edtf=words, **ordinals)


def _intervals() -> Iterator[tuple[date, date, str]]:
    day, last = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
    while day <= last:
        yield day, day, "day"
        if day.weekday() == 0 and day + timedelta(6) <= last:
            yield day, day + timedelta(6), "week"
        day += timedelta(1)
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        yield date(year, 1, 1), date(year, 12, 31), "year"
        for month in range(1, 13):
            end = monthrange(year, month)[1]
            yield from ((date(year, month, 1), date(year, month, n), "month")
                        for n in range(12, end + 1))  # fmt: skip
            yield date(year, month, 11), date(year, month, 20), "month"
            yield date(year, month, 21), date(year, month, end), "month"
            if month % 3 == 0:
                yield date(year, month - 2, 1), date(year, month, end), "season"


INSERT = f"""
INSERT INTO rows BY NAME
SELECT
    printf('SYN%09d', number) AS id,
    'Synthetic: ' || types.label || ' in ' || spots.place AS title,
    '{WORDS}' AS summary,
    days.date_start, days.date_end, days.precision AS date_precision,
    CASE WHEN chance < 0.8 THEN CAST(days.date_end AS DATE) + lag END AS reported_on,
    CASE WHEN chance < 0.8 THEN 'page' ELSE '' END AS reported_on_basis,
    'stated' AS year_basis,
    spots.province, spots.district, spots.district AS district_as_reported, '' AS locality,
    spots.precision AS place_precision,
    types.value AS event_type, agencies.value AS agency,
    targets.value AS targets, pretexts.value AS pretext,
    ties.value AS occasion_id, '' AS occasion_note,
    CASE WHEN chance < 0.05 THEN 100.0 * people END AS bribe_amount,
    CASE WHEN chance < 0.05 THEN 'CNY' ELSE '' END AS bribe_currency, '' AS bribe_in_kind,
    CASE WHEN chance BETWEEN 0.3 AND 0.5 THEN people END AS people_affected,
    CASE WHEN chance BETWEEN 0.4 AND 0.5 THEN people END AS people_detained,
    CAST(NULL AS BIGINT) AS people_killed,
    outlets.value AS outlet, '' AS via,
    'https://example.org/synthetic/' || number AS source_url,
    '' AS other_source_urls, 'Synthetic' AS source_title, CAST(NULL AS BIGINT) AS source_count,
    'Synthetic' AS note,
    days.edtf, spots.province_name, spots.district_id, '{SYNTHETIC}' AS dataset,
    days.start_day, days.end_day,
    year(days.date_start) AS year, month(days.date_start) * 100 + day(days.date_start) AS month_day,
    agencies.bits AS agency_bits,
    concat_ws(chr(10),
        'synthetic: ' || lower(types.label) || ' in ' || spots.folded_place, '{fold(WORDS)}',
        nullif(spots.folded, ''), nullif(spots.folded, ''), targets.value,
        nullif(pretexts.value, '')
    ) AS haystack,
    number + 2 AS line
FROM drawn
JOIN days ON drawn.day = days.n JOIN spots ON drawn.spots = spots.n
JOIN types ON drawn.types = types.n JOIN agencies ON drawn.agencies = agencies.n
JOIN ties ON drawn.ties = ties.n JOIN outlets ON drawn.outlets = outlets.n
JOIN targets ON drawn.targets = targets.n JOIN pretexts ON drawn.pretexts = pretexts.n
ORDER BY number
"""  # noqa: S608
