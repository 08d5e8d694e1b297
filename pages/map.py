"""Where: the map, the place picked on it, and the rows as CSV."""

from ui import state, where

if state.is_waiting():
    where.draw_waiting()
else:
    where.draw(state.receive())
