"""Your own data: load it, see what is wrong with it, use it like ours."""

from ui import state, your_data

your_data.draw(state.receive())
