"""Where: the map, the place picked on it, and the rows as CSV."""

from ui import first_map

if not first_map.draw_offered():
    from ui import state, where

    where.draw(state.receive())
