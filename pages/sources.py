"""How we know: coverage, method, known weaknesses, licences and limits."""

from ui import sources, state

sources.draw(state.receive())
