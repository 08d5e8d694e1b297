"""The provinces and districts as the data files name them: plain records, no polygons."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from geo.fold import split_suffix, strip_marks

DATA = Path(__file__).resolve().parents[1] / "data"
ADM1_FILE = "prk_adm1.geojson"
ADM2_FILE = "prk_adm2.geojson"
NAMES_FILE = "prk_adm2_names.csv"


class PlaceDataFault(ValueError):
    """A file of places is missing or damaged: which one, the `format` it should have, what it
    needs (columns, or the one property that a `unit` lacks) and the error met, if any.

    What readers are told is made of these by `incidents.faults.of_places`.
    """

    def __init__(
        self,
        file: str,
        needs: str,
        cause: Exception | None = None,
        *,
        format: str = "GeoJSON",  # noqa: A002 - it is the word for it
        unit: str = "",
    ) -> None:
        super().__init__(f"{file} lacks {needs}")
        self.file, self.needs, self.cause, self.format, self.unit = file, needs, cause, format, unit


@dataclass(frozen=True, slots=True)
class Province:
    """One ADM1 unit: `code` is ISO 3166-2:KP, `label` joins both scripts."""

    code: str
    name: str
    hangul: str
    label: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class District:
    """One ADM2 unit with a shape; `covers` lists (Latin, Hangul) of units counted inside it."""

    id: str
    name: str
    hangul: str
    province: str
    label: str
    covers: tuple[tuple[str, str], ...]
    spellings: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GeoName:
    """One of GeoNames' second-level names and the polygon it lies in."""

    name: str
    hangul: str
    aliases: tuple[str, ...]
    district: str
    own_polygon: bool


@cache
def provinces() -> Mapping[str, Province]:
    """The 13 provinces and cities by ISO code, in the order of the codes."""
    units = (_province(row) for row in _properties(ADM1_FILE))
    return MappingProxyType({unit.code: unit for unit in sorted(units, key=lambda u: u.code)})


@cache
def districts() -> Mapping[str, District]:
    """The 179 districts by id, in the order of the ids."""
    units = (_district(row) for row in _properties(ADM2_FILE))
    return MappingProxyType({unit.id: unit for unit in sorted(units, key=lambda u: u.id)})


@cache
def geonames() -> tuple[GeoName, ...]:
    """The 201 GeoNames rows, in file order."""
    path = DATA / NAMES_FILE
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return tuple(_geoname(row) for row in csv.DictReader(lines))
    except (OSError, UnicodeError, csv.Error, KeyError, TypeError, AttributeError) as fault:
        needs = "geonames_adm2, name, hangul, aliases"
        raise PlaceDataFault(path.name, needs, fault, format="CSV") from fault


def plain(latin: str) -> str:
    """A Latin name as readers see it: no marks, apostrophes or unit suffix.

    >>> plain("Man’gyŏngdae"), plain("Yŏkp’o-guyŏk")
    ('Mangyongdae', 'Yokpo')
    """
    return split_suffix(strip_marks(latin).replace("’", "").replace("'", ""))[0]


def _properties(file_name: str) -> list[dict[str, str]]:
    path = DATA / file_name
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        return [feature["properties"] for feature in features]
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise PlaceDataFault(file_name, "features", fault) from fault


def _field(row: dict[str, str], name: str, file_name: str) -> str:
    if name not in row:
        raise PlaceDataFault(file_name, name, unit=row.get("id") or row.get("iso") or "")
    return row[name] or ""


def _split(text: str) -> tuple[str, ...]:
    return tuple(part for part in (p.strip() for p in text.split(";")) if part)


def _province(row: dict[str, str]) -> Province:
    name, _, other = _field(row, "name", ADM1_FILE).partition(" (")
    hangul = _field(row, "hangul", ADM1_FILE)
    others = (other.rstrip(")"),) if other else ()
    aliases = others + _split(_field(row, "aliases", ADM1_FILE))
    code = _field(row, "iso", ADM1_FILE)
    return Province(code, name, hangul, f"{name} ({hangul})", aliases)


def _district(row: dict[str, str]) -> District:
    identity, name, hangul, province = (
        _field(row, key, ADM2_FILE) for key in ("id", "name", "hangul", "iso_now")
    )
    pairs = (part.partition("/") for part in _split(_field(row, "covers", ADM2_FILE)))
    covers = tuple((plain(latin), covered) for latin, _, covered in pairs)
    spellings = tuple(row[key] for key in ("name_wfp", "geonames_name") if row.get(key))
    aliases = _split(_field(row, "hangul_aliases", ADM2_FILE))
    label = f"{name} ({hangul})"
    return District(identity, name, hangul, province, label, covers, spellings, aliases)


def _geoname(row: dict[str, str]) -> GeoName:
    return GeoName(
        name=row["name"],
        hangul=row["hangul"],
        aliases=_split(row["aliases"]),
        district=row["polygon_id"],
        own_polygon=row["own_polygon"] == "True",
    )
