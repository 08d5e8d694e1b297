"""Which: the rows as a table, one record with its source, and every export."""

from ui import records, state

records.draw(state.receive())
