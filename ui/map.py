"""The map: a constant base, counts sent to it on each run, and the reader's picks coming back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ui import map_sent
from ui.map_payload import payload
from ui.theme import theme
from ui.to_script import to_script

if TYPE_CHECKING:
    from incidents.view import View

KINDS = frozenset({"adm1", "adm2", "unplaced", "window", "track"})


@dataclass(frozen=True, slots=True)
class Pick:
    """What the reader chose on the map.

    ``kind`` is "adm1", "adm2", "unplaced", "window", or "track" for the rows that the player
    needs; ``id`` the code of the place, or for a window its days "2019-11-01/2019-11-07";
    ``serial`` grows with each pick, so the same place twice is two picks.
    """

    kind: str
    id: str
    serial: int


def draw_map(view: View, *, is_played: bool = False) -> Pick | None:
    """Draw the view; the reader's latest pick on this map, or None before the first.

    The same pick comes back on every later run: compare ``serial`` with the one last handled.
    """
    numbers = payload(view, theme=theme(), is_played=is_played)
    return read_pick(map_sent.send(to_script(numbers)))


def read_pick(answer: Any) -> Pick | None:
    """The pick in what the browser sent; None for anything that is not one.

    >>> read_pick({"picked": {"kind": "adm2", "id": "KP-10-01", "serial": 3}})
    Pick(kind='adm2', id='KP-10-01', serial=3)
    >>> read_pick({"picked": {"kind": "shell", "id": "KP-10-01", "serial": 3}}) is None
    True
    """
    match answer:
        case {"picked": {"kind": str(kind), "id": str(code), "serial": int(serial)}}:
            return Pick(kind, code, serial) if kind in KINDS else None
    return None
