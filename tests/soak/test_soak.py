"""The soak in short, and that its own count and its complaints can be trusted."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from tests.soak.asked import Asked, begin, change
from tests.soak.crowd import Soak, soak
from tests.soak.reader import Told


def test_ten_readers_at_once_are_each_shown_their_own_numbers():
    """Twenty seconds of filters, pages and exports: no error, no number of somebody else."""
    found = soak(readers=10, seconds=20, rest=0.5)
    print("\n".join(found.lines()))
    assert found.complaints == []
    assert found.told.done["filter"] > 10
    assert found.told.done["leave"] >= 10


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        (Asked(), 497),
        (Asked(period="day_of_security", before=0, dates="within", province=("KP-10",)), 0),
        (Asked(province=("KP-09",), agency=("MPS", "MSS"), text="rice"), 1),
    ],
)
def test_the_count_of_its_own_is_that_of_the_files(asked, rows):
    """Numbers taken from the file with other tools."""
    assert len(asked.ids()) == rows


def test_the_same_seed_gives_the_same_reader():
    """What a reader does follows from the seed alone, so a fault can be looked at again."""

    def walk():
        chance = Random("1 7")
        asked = begin(chance)
        return [asked := change(chance, asked)[1] for _ in range(20)]

    assert walk() == walk()


def test_growth_is_taken_from_the_end_and_server_faults_are_complaints():
    """A server that grows by 3 MB a second at first and by half of that afterwards."""
    weights = [(float(at), 3.0 * min(at, 30) + 1.5 * max(0, at - 30)) for at in range(60)]
    printed = ["Traceback (most recent call last):", "  You can now view it"]
    found = Soak(1, 60.0, Told(Counter(), [1.0, 2.0], []), weights, printed)
    assert found.growth == pytest.approx(45)  # 30 s of 1.5 MB
    assert found.complaints == ["the server printed: Traceback (most recent call last):"]
