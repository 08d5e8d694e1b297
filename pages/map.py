"""Where: the map, the place picked on it, and the rows as CSV."""

from ui import state, where

where.draw(state.receive())
