"""Of many runs at once a few go on: first come, first served, and nobody waits for ever."""

import threading
import time

import pytest

from ui import turns

SOON = 30  # s for anything that must happen; a busy machine takes its time
PAUSE = threading.Event()  # never set: waited for, it is a pause


@pytest.fixture(autouse=True)
def one_at_once(monkeypatch):
    """Let one run go on at a time, and one that goes on count until it ends."""
    monkeypatch.setattr(turns, "MOST", 1)
    monkeypatch.setattr(turns, "LONGEST", 3600.0)


def started(*names, told, work=lambda: None):
    """Threads that each take a turn, say so and work; begun one after the other."""

    def run(name):
        with turns.taken():
            told.append(name)
            work()

    threads = []
    for waiting, name in enumerate(names, len(turns._queue) + 1):
        threads.append(threading.Thread(target=run, args=(name,)))
        threads[-1].start()
        await_true(lambda waiting=waiting: len(turns._queue) == waiting)
    return threads


def await_true(question):
    """Wait until the answer is yes."""
    last = time.monotonic() + SOON
    while not question():
        assert time.monotonic() < last, "It did not happen."
        PAUSE.wait(0.002)


def ended(threads):
    """Wait for all threads to end."""
    for one in threads:
        one.join(SOON)
        assert not one.is_alive()


def test_first_come_first_served():
    """Three that wait for a fourth go on in the order in which they came, once it has ended."""
    told = []
    with turns.taken():
        threads = started("a", "b", "c", told=told)
        PAUSE.wait(0.1)
        assert told == []
    ended(threads)
    assert told == ["a", "b", "c"]


def test_who_leaves_their_turn_lets_others_go_on():
    """While one run does nothing the next has its turn; afterwards the first has one again."""
    told = []
    with turns.taken():
        threads = started("a", told=told)
        with turns.left():
            ended(threads)
            told.append("meanwhile")
        told.append("after")
    assert told == ["a", "meanwhile", "after"]


def test_a_run_that_waits_for_something_else_holds_nobody_up(monkeypatch):
    """A run that has gone on for longer than LONGEST counts no more: the next begins beside it."""
    monkeypatch.setattr(turns, "LONGEST", 0.05)
    told = []
    with turns.taken():
        threads = started("a", told=told)
        ended(threads)
    assert told == ["a"]


def test_a_run_that_fails_gives_its_turn_back():
    """An error, or the end that Streamlit raises when a reader asks for another run, passes on."""
    with pytest.raises(ValueError, match="broken"), turns.taken():
        raise ValueError("broken")
    with turns.taken():
        assert len(turns._at_work) == 1
    assert turns._at_work == []


def test_without_a_turn_there_is_none_to_leave():
    """A page drawn by a test, without the front door, has no turn and waits for none."""
    with turns.left():
        assert turns._at_work == []
    assert turns._at_work == []


def test_two_go_on_at_once(monkeypatch):
    """With two allowed a second run begins while the first goes on, and a third waits."""
    monkeypatch.setattr(turns, "MOST", 2)
    told, go = [], threading.Event()
    threads = [threading.Thread(target=lambda: _hold(told, go)) for _ in range(2)]
    for one in threads:
        one.start()
    await_true(lambda: len(told) == 2)
    third = started("third", told=told)
    PAUSE.wait(0.1)
    assert told == ["held", "held"]
    go.set()
    ended(threads + third)
    assert told == ["held", "held", "third"]


def _hold(told, go):
    with turns.taken():
        told.append("held")
        go.wait(SOON)
