"""What was worked out lately: bounded by weight, the one asked for longest ago goes first."""

import threading

from incidents.recent import Recent


def test_what_was_asked_for_longest_ago_goes_first():
    """Room for 10: "a" (4) is asked for again, so "b" (4) makes room for "c" (3)."""
    lately = Recent(10, len)
    lately.put("a", "aaaa")
    lately.put("b", "bbbb")
    assert lately.get("a") == "aaaa"
    lately.put("c", "ccc")
    assert lately.copy() == {"a": "aaaa", "c": "ccc"}


def test_what_is_too_heavy_is_not_kept_and_lets_nothing_go():
    """A value of 11 where there is room for 10 leaves the others where they are."""
    lately = Recent(10, len, {"a": "aaaa"})
    lately.put("b", "b" * 11)
    assert lately.copy() == {"a": "aaaa"} and lately.get("b") is None


def test_a_value_put_again_counts_once():
    """Two of 6 under one key weigh 6, not 12, so a third of 4 finds room beside it."""
    lately = Recent(10, len)
    for value in ("x" * 6, "y" * 6):
        lately.put("a", value)
    lately.put("b", "zzzz")
    assert lately.copy() == {"a": "yyyyyy", "b": "zzzz"}


def test_many_threads_at_once_keep_it_within_its_bound():
    """Eight threads put and get 2,000 times each: no error, at most 50 kept, each under its key."""
    lately, wrong = Recent(50, lambda value: 1), []

    def ask(start):
        for number in range(start, start + 2000):
            key = number % 90
            found = lately.get(key)
            if found not in (None, key):
                wrong.append((key, found))
            lately.put(key, key)

    threads = [threading.Thread(target=ask, args=(7 * one,)) for one in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong and len(lately.copy()) == 50
