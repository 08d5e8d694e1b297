"""The list of changes: what became of a record, told by version, day and reason."""

from __future__ import annotations

from datetime import date

import pytest

from incidents.changes import Change, absence, in_words, read_changes, since, story
from incidents.dataset import DATA
from incidents.faults import DataFaults
from incidents.words import speaking

FIRST, SECOND = "a" * 64, "b" * 64
LIST = f"""id,date,what,why
{FIRST},2026-01-01,published,First version.
NK00010,2026-02-01,changed,The district was Musan; the source says Hoeryong.
NK00005,2026-02-02,merged into NK00004,Two pages told the same arrest.
NK00006,2026-02-03,removed,The source withdrew it.
NK00498,2026-02-04,added,
{SECOND},2026-02-05,published,
NK00004,2026-03-01,merged into NK00003,The same again.
NK00010,2026-03-02,changed,"The year, too."
"""


@pytest.fixture
def changes(tmp_path):
    """The list above, read from a file."""
    (tmp_path / "CHANGES.csv").write_text(LIST, "utf-8")
    return read_changes(tmp_path)


def test_the_published_list_starts_with_the_first_version():
    """Its only line names the version that lies beside it."""
    (first,) = read_changes(DATA)
    assert (first.what, first.id[:12], first.day) == (
        "published", "8d66370441eb", date(2026, 11, 25),
    )  # fmt: skip


def test_a_removed_record_says_when_and_why(changes):
    """And that nothing took its place."""
    told = story("NK00006", changes, present=False)
    assert told.sentences == (
        "NK00006 was removed on 3 February 2026: The source withdrew it.",
        "No other record took its place.",
    )
    assert told.successor == ""


def test_a_merged_record_leads_to_what_took_its_place(changes):
    """Through every step: NK00005 went into NK00004, which went into NK00003."""
    told = story("NK00005", changes, present=False)
    assert told.sentences == (
        "NK00005 was merged into NK00004 on 2 February 2026: Two pages told the same arrest.",
        "NK00004 was merged into NK00003 on 1 March 2026: The same again.",
    )
    assert told.successor == "NK00003"


def test_records_merged_in_a_circle_have_no_successor():
    """A slip in the list ends, and is no link to nowhere."""
    day = date(2026, 1, 1)
    ring = [Change("A", day, "merged", "x", "B"), Change("B", day, "merged", "y", "A")]
    told = story("A", ring, present=False)
    assert told.successor == "" and len(told.sentences) == 3


def test_a_changed_record_says_what_changed_since_the_link(changes):
    """A link of the first version sees both changes, one of the second only the later."""
    first = story("NK00010", changes, present=True, linked=FIRST[:12])
    assert first.sentences == (
        "NK00010 was changed on 1 February 2026, after the version named in the link "
        "(aaaaaaaaaaaa): The district was Musan; the source says Hoeryong.",
        "NK00010 was changed on 2 March 2026, after the version named in the link "
        "(aaaaaaaaaaaa): The year, too.",
    )
    assert len(story("NK00010", changes, present=True, linked=SECOND).sentences) == 1


def test_without_a_version_that_is_listed_all_changes_of_a_record_are_told(changes):
    """None in the link, or one the list does not know."""
    for linked in ("", "c" * 12):
        told = story("NK00010", changes, present=True, linked=linked).sentences
        assert [one.split(":")[0] for one in told] == [
            "NK00010 was changed on 1 February 2026", "NK00010 was changed on 2 March 2026",
        ]  # fmt: skip


def test_a_record_that_took_others_in_says_so(changes):
    """NK00003 holds NK00004 since March."""
    (told,) = story("NK00003", changes, present=True, linked=FIRST).sentences
    assert told == "NK00004 was merged into NK00003 on 1 March 2026: The same again."


def test_a_record_that_never_changed_has_no_story(changes):
    """Nor has one that was only added."""
    assert story("NK00001", changes, present=True, linked=FIRST).sentences == ()
    assert story("NK00498", changes, present=True, linked=FIRST).sentences == ()


def test_a_record_that_never_was_is_not_called_removed(changes):
    """One added after an older version shown says that instead."""
    assert story("NK00999", changes, present=False).sentences == (
        "No record NK00999 is in these data, and the list of changes names none.",
    )
    assert story("NK00498", changes, present=False, shown=FIRST).sentences == (
        "NK00498 was added on 4 February 2026, after the version shown (aaaaaaaaaaaa).",
    )


def test_every_line_of_the_list_is_a_sentence(changes):
    """Also of a version, and of a record that was added."""
    told = [in_words(change) for change in changes]
    assert told[0] == "Version aaaaaaaaaaaa was published on 1 January 2026: First version."
    assert told[4] == "NK00498 was added on 4 February 2026: no reason is given"
    assert told[6].startswith("NK00004 was merged into NK00003 on 1 March 2026: ")


def test_the_absence_of_a_record_is_told_in_one_text():
    """As the list of the embedded data has it."""
    assert absence("NK00999") == (
        "No record NK00999 is in these data, and the list of changes names none."
    )


def test_changes_are_counted_from_the_version_on(changes):
    """Six after the first, two after the second; an unlisted version is no version."""
    assert [len(since(changes, v) or ()) for v in (FIRST, SECOND[:8])] == [6, 2]
    assert since(changes, "c" * 64) is None


def test_the_story_is_told_in_korean(changes):
    """With the day and the reason as they stand."""
    with speaking("ko"):
        first, last = story("NK00006", changes, present=False).sentences
    assert "삭제되었습니다: The source withdrew it." in first
    assert last == "이를 대신하는 다른 기록은 없습니다."


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("NK1,2026-13-01,removed,x", "line 2: "),
        ("NK1,2026-01-01,remvoed,x", "what 'remvoed' is not one of"),
        ("NK1,2026-01-01,merged into,x", "what 'merged into' is not one of"),
        (",2026-01-01,removed,x", "id is empty"),
        ("NK1,2026-01-01,removed", "too many or too few cells"),
        ('NK1,2026-01-01,removed,"x', "not UTF-8 CSV"),
    ],
)
def test_a_damaged_list_is_refused_with_its_line(tmp_path, line, words):
    """Nothing half-read comes out of it."""
    (tmp_path / "CHANGES.csv").write_text(f"id,date,what,why\n{line}\n", "utf-8")
    with pytest.raises(DataFaults, match=words):
        read_changes(tmp_path)


def test_a_list_without_lines_is_a_list(tmp_path):
    """Nothing has changed yet."""
    (tmp_path / "CHANGES.csv").write_text("id,date,what,why\n", "utf-8")
    assert read_changes(tmp_path) == ()
