"""An incidents file read whole or not at all."""

import pytest

from incidents.dataset import DATA
from incidents.faults import DataFaults
from incidents.reading import read_incidents


def altered(tmp_path, *changes, name="incidents.csv"):
    """Return a copy of the embedded file with (line number, old, new) changes."""
    lines = (DATA / "incidents.csv").read_bytes().decode("utf-8").split("\n")
    for number, old, new in changes:
        assert old in lines[number - 1], (number, old)
        lines[number - 1] = lines[number - 1].replace(old, new, 1)
    path = tmp_path / name
    path.write_bytes("\n".join(lines).encode("utf-8"))
    return path


def sentences(path):
    with pytest.raises(DataFaults) as found:
        read_incidents(path)
    return "\n".join(found.value.sentences)


def test_the_embedded_file_passes_its_own_schema():
    """497 rows, in order, every one with its derived columns."""
    incidents = read_incidents(DATA / "incidents.csv")
    assert len(incidents) == 497 and incidents["id"].is_unique
    assert list(incidents["date_start"]) == sorted(incidents["date_start"])
    hyesan = incidents.set_index("id").loc["NK00301"]
    assert (hyesan["district_id"], hyesan["province_name"]) == ("KP-10-01", "Ryanggang")


def test_a_trusted_file_reads_the_same_as_a_checked_one():
    """Leaving out the schema changes no cell."""
    checked = read_incidents(DATA / "incidents.csv")
    assert checked.equals(read_incidents(DATA / "incidents.csv", trusted=True))


def test_dates_the_wrong_way_round_are_told_with_line_and_way_out(tmp_path):
    """The sentence is the one the guide promises."""
    path = altered(tmp_path, (2, "2004-12-11,2004-12-20", "2004-12-20,2004-12-11"))
    assert (
        "incidents.csv line 2: date_end 2004-12-11 is before date_start 2004-12-20. "
        "Swap them or correct the source." in sentences(path)
    )


def test_all_faults_of_a_file_are_told_at_once(tmp_path):
    """A type nobody knows, a bare province number and an id there twice: three sentences."""
    path = altered(
        tmp_path,
        (3, ",arrest,", ",arest,"),
        (4, ",KP-09,", ",KP09,"),
        (5, "NK00004", "NK00003"),
    )
    text = sentences(path)
    assert "line 3: event_type 'arest'" in text and "did you mean 'arrest'?" in text
    assert "line 4: province 'KP09'" in text
    assert "id 'NK00003' is there twice" in text


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("2004-12-11", "2004-12-32", "line 2: date_start '2004-12-32' is not a day"),
        ("2004-12-11", "", "line 2: date_start is empty"),
        (",7,,7,", ",seven,,7,", "line 2: people_affected 'seven' is not a whole number"),
        (",7,,7,", ",7.5,,7,", "line 2: people_affected '7.5' is not a whole number"),
        ("https://www.dailynk.com", "javascript:alert(1)//", "not an http or https link"),
    ],
)
def test_a_cell_that_breaks_its_rule_is_named(tmp_path, old, new, words):
    """Value, rule and place stand in the sentence."""
    assert words in sentences(altered(tmp_path, (2, old, new)))


def test_a_line_number_counts_lines_of_the_file(tmp_path):
    """A quoted line break inside a cell moves the lines after it."""
    path = altered(tmp_path, (2, "apparently caught", "apparently\ncaught"), (3, ",arrest,", ",x,"))
    assert "line 4: event_type 'x'" in sentences(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no column id"),
        (b"id,title\nNK1,x\n", "line 1: no column summary"),
        (b"\xff\xfe\x00\x01", "not UTF-8"),
        (b"\x00" * 100, "incidents.csv"),
    ],
)
def test_a_file_that_is_no_incidents_file_gives_no_rows(tmp_path, content, words):
    """Nothing half-read comes out of it."""
    path = tmp_path / "incidents.csv"
    path.write_bytes(content)
    assert words in sentences(path)


def test_a_file_cut_off_in_the_middle_gives_no_rows(tmp_path):
    """The last line lacks cells and is named; a header alone is no data either."""
    whole = (DATA / "incidents.csv").read_bytes()
    path = tmp_path / "incidents.csv"
    path.write_bytes(whole[: len(whole) // 2])
    assert "incidents.csv" in sentences(path)
    path.write_bytes(whole.split(b"\n")[0] + b"\n")
    assert "it has no rows" in sentences(path)


def test_a_missing_file_is_a_sentence(tmp_path):
    """Not a traceback."""
    assert "the file is missing" in sentences(tmp_path / "incidents.csv")
