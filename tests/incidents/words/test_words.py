"""The table of words: both languages, numbers, particles, and whose language is spoken."""

import pytest

from incidents import words
from incidents.words import form, hear, language, pick, say, speaking


def test_a_template_says_one_and_many():
    """The noun follows the number."""
    assert form.fill("{n:,} {n:day|days}", {"n": 1}) == "1 day"
    assert form.fill("{n:,} {n:day|days}", {"n": 1200}) == "1,200 days"


@pytest.mark.parametrize(
    ("word", "object_", "to"),
    [
        ("혜산시", "혜산시를", "혜산시로"),
        ("량강", "량강을", "량강으로"),
        ("서울", "서울을", "서울로"),
        ("2019", "2019를", "2019로"),
        ("11", "11을", "11로"),
        ("3", "3을", "3으로"),
        ("Daily NK", "Daily NK를", "Daily NK로"),
        ("혜산시 (Hyesan)", "혜산시 (Hyesan)을", "혜산시 (Hyesan)으로"),
        ("", "를", "로"),
    ],
)
def test_a_particle_fits_the_last_sound(word, object_, to):
    """을 after a final consonant, 를 after a vowel; 로 after ㄹ."""
    assert form.fill("{w:+을|를}", {"w": word}) == object_
    assert form.fill("{w:+으로|로}", {"w": word}) == to


def test_text_from_data_is_never_a_template():
    """Braces in a value stay braces."""
    assert form.fill("{name}", {"name": "{0.__class__}"}) == "{0.__class__}"


def test_the_language_of_a_block_goes_before_the_readers(monkeypatch):
    """Inside the block Korean, after it what the app answers."""
    monkeypatch.setattr(words, "_ask", words._ask)  # put back at the end: the app has its own
    hear(lambda: "en")
    with speaking("ko"):
        assert (language(), say("form.reports", n=3)) == ("ko", "보고 3건")
    assert (language(), say("form.reports", n=3)) == ("en", "3 reports")


def test_a_name_that_the_data_give_in_one_language_only_is_still_a_name():
    """An empty Korean name falls back to the English one."""
    with speaking("ko"):
        assert pick("Day of Security", "") == "Day of Security"
        assert pick("Day of Security", "안전절") == "안전절"


@pytest.mark.parametrize(
    ("key", "one", "many"),
    [
        (
            "frame.nationwide",
            "1 more report names no province and so passes no place filter.",
            "2 more reports name no province and so pass no place filter.",
        ),
        (
            "timeline.all",
            "The 1 report that passes the filters.",
            "All 2 reports that pass the filters.",
        ),
        (
            "timeline.all_chosen",
            "The 1 report that passes the other filters; the chosen days are amber.",
            "All 2 reports that pass the other filters; the chosen days are amber.",
        ),
    ],
)
def test_every_verb_of_a_sentence_fits_one_and_many(key, one, many):
    """Not only the first verb of a sentence: "1 more report names .. and so passes .."."""
    assert (say(key, n=1), say(key, n=2)) == (one, many)
