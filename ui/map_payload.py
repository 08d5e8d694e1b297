"""What a view sends to the map: counts by code, never shapes and hardly any text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.map_track import anchors, track

if TYPE_CHECKING:
    from incidents.groups import DistrictCounts, ProvinceCounts
    from incidents.view import View


def payload(view: View, *, theme: str = "light", is_played: bool = False) -> dict[str, Any]:
    """The numbers of a view as the map's script reads them.

    ``districts``: ADM2 id -> [rows] or, with a period, [rows, within, expected, touches];
    ``provinces``: ADM1 code -> the same with ``only`` (rows that name no district) in front;
    ``chosen``: the codes to outline; ``unplaced``: rows that are not on the map; ``track`` and
    ``anchors``: what the player needs (``ui.map_track``), whole if it is open on many rows.
    """
    timed = bool(view.windows)
    return {
        "theme": theme,
        "lang": view.selection.lang,
        "districts": {
            d.district: [d.rows, *_sure(d)] if timed else [d.rows] for d in view.districts
        },
        "provinces": {
            p.province: [p.only, p.rows, *_sure(p)] if timed else [p.only, p.rows]
            for p in view.provinces
        },
        "unplaced": int(view.not_on_map),
        "chosen": [*view.selection.district, *view.selection.province],
        "track": track(view, is_asked=is_played),
        "anchors": anchors(view),
    }


def _sure(counts: DistrictCounts | ProvinceCounts) -> list[float]:
    """Within, expected, touches; one decimal is what an expected number can mean."""
    expected = counts.expected
    whole = int(expected) if expected == int(expected) else round(expected, 1)
    return [counts.within, whole, counts.touches]
