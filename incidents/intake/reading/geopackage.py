"""GeoPackage features as rows, read by SQLite alone: no extension, view or trigger ever runs."""

from __future__ import annotations

import sqlite3
import struct
import time
from collections.abc import Iterator

from incidents.intake.errors import IntakeError
from incidents.intake.limits import LIMITS, check_columns
from incidents.intake.reading.values import as_text
from incidents.intake.said import Words, cause_of, to_say
from incidents.intake.table import Lines

SECONDS = 20
ENVELOPES = (0, 32, 48, 48, 64)
READS = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_PRAGMA)
LAYERS = """
    select c.table_name, g.column_name, g.srs_id
    from gpkg_contents c
    join sqlite_master m on m.name = c.table_name and m.type = 'table'
    left join gpkg_geometry_columns g on g.table_name = c.table_name
    where c.data_type in ('features', 'attributes') order by c.rowid
"""


def read(data: bytes, layer: str | None = None) -> Lines:
    """Return one row per feature of a layer: the one named, one called incidents, or the first.

    Columns are those of the layer; point geometries give longitude and latitude. Raises
    IntakeError for what is not a GeoPackage or takes unreasonably long to read.
    """
    connection = _open(data)
    try:
        layers = connection.execute(LAYERS).fetchmany(1_000)
        name, shape, srs = _choose(layers, layer)
        header = _header(connection, name, shape)
        rows = _Rows(connection, name, header, shape if srs in (4326, None) else None)
    except sqlite3.Error as fault:
        raise _damaged(fault) from fault
    notes: list[Words] = []
    if srs not in (4326, None, 0, -1):
        notes.append(to_say("file_notes.layer_not_wgs84"))
    points = [one for one in ("longitude", "latitude") if shape and one not in header]
    return Lines(
        kind="GeoPackage",
        rows=rows.read(),
        header=[*header, *points] if len(points) == 2 else header,
        sheet=name,
        sheets=tuple(dict.fromkeys(one[0] for one in layers)),
        notes=notes,
    )


def _open(data: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    try:
        connection.deserialize(data)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 20_000_000)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.execute("pragma trusted_schema = off")
        connection.execute("pragma query_only = on")
    except (sqlite3.Error, OverflowError) as fault:
        raise _damaged(fault) from fault
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    end = time.monotonic() + SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > end, 100_000)
    connection.set_authorizer(
        lambda action, *_: sqlite3.SQLITE_OK if action in READS else sqlite3.SQLITE_DENY
    )
    return connection


def _damaged(fault: BaseException) -> IntakeError:
    return IntakeError(to_say("format_faults.geopackage_damaged", fault=cause_of(fault)))


def _choose(
    layers: list[tuple[str, str | None, int | None]], layer: str | None
) -> tuple[str, str | None, int | None]:
    names = [one[0] for one in layers]
    if not names:
        raise IntakeError(to_say("format_faults.no_layer"))
    if layer is not None and layer not in names:
        shown = {"name": layer[:80], "known": ", ".join(names)[:300]}
        raise IntakeError(to_say("format_faults.no_such_layer", **shown))
    wanted = layer or ("incidents" if "incidents" in names else names[0])
    return next(one for one in layers if one[0] == wanted)


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _header(connection: sqlite3.Connection, name: str, shape: str | None) -> list[str]:
    """Columns of a layer without its geometry and its running number."""
    columns = connection.execute(f"pragma table_info({_quote(name)})").fetchmany(5_000)
    check_columns(len(columns))
    return [
        column[1]
        for column in columns
        if column[1] != shape and not (column[5] and column[1].lower() in ("fid", "ogc_fid"))
    ]


class _Rows:
    """The rows of one layer, fetched bit by bit."""

    def __init__(
        self, connection: sqlite3.Connection, name: str, header: list[str], shape: str | None
    ) -> None:
        self.connection, self.name, self.header, self.shape = connection, name, header, shape

    def read(self) -> Iterator[list[str]]:
        columns = ", ".join(map(_quote, [*self.header, *([self.shape] if self.shape else [])]))
        select = f"select {columns} from {_quote(self.name)}"  # noqa: S608 - names are quoted
        self.connection.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
        try:
            for cells in self.connection.execute(select):
                texts = [as_text(cell)[: LIMITS.cell_chars + 1] for cell in cells]
                yield [*texts[:-1], *_point(cells[-1])] if self.shape else texts
        except sqlite3.Error as fault:
            raise _damaged(fault) from fault
        finally:
            self.connection.close()


def _point(blob: object) -> tuple[str, str]:
    """Longitude and latitude of a GeoPackage geometry that is one point; else two blanks.

    The binary header is as OGC 12-128r18, 2.1.3 has it; after it stands well-known binary.
    """
    if not isinstance(blob, bytes) or blob[:2] != b"GP" or len(blob) < 8 + 21:
        return "", ""
    envelope = blob[3] >> 1 & 7
    if blob[3] & 0x10 or envelope >= len(ENVELOPES):
        return "", ""
    wkb = blob[8 + ENVELOPES[envelope] :]
    if len(wkb) >= 21 + 9 and _shape_of(wkb) == 4 and _count(wkb) == 1:
        wkb = wkb[9:]
    if len(wkb) < 21 or _shape_of(wkb) != 1:
        return "", ""
    lon, lat = struct.unpack_from("<dd" if wkb[0] else ">dd", wkb, 5)
    return as_text(lon), as_text(lat)


def _shape_of(wkb: bytes) -> int:
    return struct.unpack_from("<I" if wkb[0] else ">I", wkb, 1)[0] % 1000


def _count(wkb: bytes) -> int:
    return struct.unpack_from("<I" if wkb[0] else ">I", wkb, 5)[0]
