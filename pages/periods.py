"""When: the timeline, years side by side, and the run-up against the rest of the year."""

from ui import periods, state

periods.draw(state.receive())
