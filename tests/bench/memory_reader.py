"""Memory of the server for each further reader, in MB."""

from __future__ import annotations

from tests.bench.data import Data
from tests.bench.figure import Figure
from tests.bench.process import resident
from tests.bench.server import ATLAS, BARE_WORD, serve
from tests.bench.wire import BEFORE, QUERY, WireReader

FIRST, MORE = 5, 20
CHANGES = 6


def take(data: Data) -> Figure:
    """Let 20 readers come to a server that has had five; the floor is the same of a bare page."""
    return Figure(
        "memory_reader",
        data.rows,
        "MB",
        runs=[_each(ATLAS, data, QUERY)],
        floors=[max(0.01, _each(BARE_WORD, None, ""))],
    )


def _each(script: str, data: Data | None, query: str) -> float:
    with serve(script, data) as server:
        readers = [_come(server.url, query, n) for n in range(FIRST)]
        before = resident(server.pid)
        readers += [_come(server.url, query, n) for n in range(MORE)]
        after = resident(server.pid)
        for reader in readers:
            reader.close()
    return (after - before) / MORE


def _come(url: str, query: str, number: int) -> WireReader:
    reader = WireReader.open(url, query)
    for n in range(CHANGES):
        if BEFORE in reader.ids:
            reader.ask(**{BEFORE: str((number + 7 * n) % 60)})
        else:
            reader.ask()
    return reader
