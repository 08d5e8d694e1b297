"""A value is worked out once for each object, and no object waits for another's."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from incidents.once import once

PATIENCE = 30  # s


class Reader:
    """Works its rows out only while another reader works out theirs."""

    def __init__(self, both):
        self.both, self.times = both, 0

    @once
    def rows(self):
        """The number of the time at which they were worked out."""
        self.times += 1
        self.both.wait(PATIENCE)
        return self.times


def test_two_objects_are_worked_out_at_the_same_time():
    """Each of two readers waits for the other to be at work: one lock over both would never end."""
    both = Barrier(2)
    first, second = Reader(both), Reader(both)
    with ThreadPoolExecutor(2) as crowd:
        found = list(crowd.map(lambda reader: reader.rows, (first, second)))
    assert found == [1, 1]
    assert (first.rows, first.times) == (1, 1)
