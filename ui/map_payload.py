"""What a view sends to the map: counts by code, never shapes and hardly any text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.map_track import anchors, track

if TYPE_CHECKING:
    from incidents.view import View


def payload(view: View, *, theme: str = "light") -> dict[str, Any]:
    """The numbers of a view as the map's script reads them.

    ``districts``: ADM2 id -> [rows] or, with a period, [rows, within, expected, touches];
    ``provinces``: ADM1 code -> the same with ``only`` (rows that name no district) in front;
    ``chosen``: the codes to outline; ``unplaced``: rows that are not on the map; ``track`` and
    ``anchors``: what the player needs (``ui.map_track``).
    """
    timed = bool(view.windows)
    return {
        "theme": theme,
        "lang": view.selection.lang,
        "districts": _rows(view.by_district, "district", ["rows"], timed),
        "provinces": _rows(view.by_province, "province", ["only", "rows"], timed),
        "unplaced": int(view.not_on_map),
        "chosen": [*view.selection.district, *view.selection.province],
        "track": track(view),
        "anchors": anchors(view),
    }


def _rows(counts: Any, key: str, columns: list[str], timed: bool) -> dict[str, list[float]]:
    """Code -> its numbers, without the codes that have none."""
    names = [*columns, "within", "expected", "touches"] if timed else columns
    return {
        str(code): [_number(value) for value in values]
        for code, *values in counts[[key, *names]].itertuples(index=False, name=None)
        if any(values)
    }


def _number(value: float) -> float:
    """An integer where it is one, else one decimal."""
    return int(value) if value == int(value) else round(float(value), 1)
