"""20 readers who keep changing a filter: how long 19 of 20 changes take at most, in ms."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from random import Random
from statistics import quantiles
from threading import Event

from tests.bench.data import Data
from tests.bench.expected import rows_before
from tests.bench.figure import Figure
from tests.bench.server import ATLAS, serve
from tests.bench.wire import BEFORE, QUERY, WireReader

READERS = 20
ROUNDS = 12
ALONE = 25
LOOKS = (0.2, 0.8)  # s that a reader looks at the page before the next change


def take(data: Data) -> Figure:
    """The 95th percentile over all changes, in ms; the floor is one reader alone.

    Raises AssertionError if a reader is shown another's numbers or a fault.
    """
    expected = rows_before(data)
    with serve(ATLAS, data) as server:
        readers = [WireReader.open(server.url, QUERY) for _ in range(READERS)]
        alone = [readers[0].ask(**{BEFORE: str(n)}) * 1000 for n in range(1, ALONE + 1)]

        def change(number: int) -> list[float]:
            times, chance = [], Random(number)
            for turn in range(ROUNDS):
                before = (3 * number + 7 * turn) % 60
                Event().wait(chance.uniform(*LOOKS))
                times.append(readers[number].ask(**{BEFORE: str(before)}) * 1000)
                assert readers[number].rows == expected[before], readers[number].header
                assert not readers[number].faults
            return times

        with ThreadPoolExecutor(READERS) as crowd:
            times = [ms for found in crowd.map(change, range(READERS)) for ms in found]
        for reader in readers:
            reader.close()
    return Figure("readers_20", data.rows, "ms", runs=[quantiles(times, n=20)[-1]], floors=alone)
