"""The address /your-data on a server just started, before app.py has named import_.py so."""

from ui import state

state.receive()
