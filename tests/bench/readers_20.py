"""20 readers who change a filter in the same moment: until the last but one in 20 is answered."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from statistics import quantiles
from threading import Barrier

from tests.bench.data import Data
from tests.bench.expected import rows_before
from tests.bench.figure import Figure
from tests.bench.server import ATLAS, serve
from tests.bench.wire import BEFORE, QUERY, WireReader

READERS = 20
ROUNDS = 12
ALONE = 25


def take(data: Data) -> Figure:
    """The 95th percentile over all changes, in ms; the floor is one reader alone.

    Raises AssertionError if a reader is shown another's numbers or a fault.
    """
    expected = rows_before(data)
    with serve(ATLAS, data) as server:
        readers = [WireReader.open(server.url, QUERY) for _ in range(READERS)]
        alone = [readers[0].ask(**{BEFORE: str(n)}) * 1000 for n in range(1, ALONE + 1)]
        together = Barrier(READERS)

        def change(number: int) -> list[float]:
            times = []
            for turn in range(ROUNDS):
                before = (3 * number + 7 * turn) % 60
                together.wait()
                times.append(readers[number].ask(**{BEFORE: str(before)}) * 1000)
                assert readers[number].rows == expected[before], readers[number].header
                assert not readers[number].faults
            return times

        with ThreadPoolExecutor(READERS) as crowd:
            times = [ms for found in crowd.map(change, range(READERS)) for ms in found]
        for reader in readers:
            reader.close()
    return Figure("readers_20", data.rows, "ms", runs=[quantiles(times, n=20)[-1]], floors=alone)
