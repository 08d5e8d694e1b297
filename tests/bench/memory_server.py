"""Memory of the server while one reader changes a filter 500 times, in MB."""

from __future__ import annotations

from tests.bench.data import Data
from tests.bench.figure import Figure
from tests.bench.process import resident
from tests.bench.server import ATLAS, BARE_LINE, serve
from tests.bench.wire import BEFORE, QUERY, WireReader

CHANGES = 500
EVERY = 50


def take(data: Data) -> Figure:
    """Weigh the server after every 50th change; the floor is that of a bare page with a reader."""
    with serve(ATLAS, data) as server:
        reader = WireReader.open(server.url, QUERY)
        runs = []
        for n in range(1, CHANGES + 1):
            reader.ask(**{BEFORE: str(n % 60)})
            if n % EVERY == 0:
                runs.append(resident(server.pid))
        reader.close()
    with serve(BARE_LINE) as bare:
        other = WireReader.open(bare.url, "")
        floor = resident(bare.pid)
        other.close()
    return Figure("memory_server", data.rows, "MB", runs=runs, floors=[floor])
