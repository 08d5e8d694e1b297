"""The data folder: sidecars say what is wrong with them, files are held to their sidecars."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from incidents.dataset import (
    DATA,
    check_files,
    count_rows,
    data_as_of,
    dataset_version,
    read_sidecars,
    readable_sidecars,
    short_version,
    stamp,
    write_sums,
)
from incidents.faults import DataFaults
from incidents.words import speaking

ROWS = 'id,title\r\nNK1,One\r\nNK2,"Two,\r\nsaid on two lines"\r\n'
SIDECAR = """\
file: incidents.csv
title: Two incidents
producer: A test
licence: CC-BY-4.0
licence_text: For testing.
credit: A test.
source_column: source_url
row: one reported incident
rows: {min: 1, max: 3}
sha256: HASH
data_as_of: 2020-02-29
must_know:
  - Counting rows
    counts reporting.
weak_years: [NK2]
columns: {id: Stable id.}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder of two incidents with a sidecar that fits."""
    tmp_path.joinpath("incidents.csv").write_bytes(ROWS.encode())
    write_sidecar(tmp_path, SIDECAR)
    return tmp_path


def write_sidecar(folder: Path, text: str) -> None:
    """Write the sidecar of incidents.csv, HASH standing for the right one."""
    found = sha256(ROWS.encode()).hexdigest()
    folder.joinpath("incidents.source.yaml").write_text(text.replace("HASH", found))
    write_sums(folder)


def faults_of(folder: Path) -> tuple[str, ...]:
    """The sentences with which the folder is refused."""
    with pytest.raises(DataFaults) as raised:
        read_sidecars(folder)
    return raised.value.sentences


def test_a_sidecar_is_read_whole(folder):
    """What the sidecar states is there under the same name, folded lines as one sentence."""
    sidecar = read_sidecars(folder)["incidents.csv"]
    assert (sidecar.rows_min, sidecar.rows_max) == (1, 3)
    assert sidecar.must_know == ("Counting rows counts reporting.",)
    assert sidecar.weak_years == ("NK2",)
    assert sidecar.columns == (("id", "Stable id."),)
    assert sidecar.limits == ()


def test_a_folder_that_fits_its_sidecars_has_no_faults(folder):
    """Nothing is said when every file is as its sidecar states."""
    assert check_files(folder) == []


def test_the_published_data_have_no_faults():
    """The repository's own data are as their sidecars state."""
    assert check_files(DATA) == []


def test_all_faults_of_a_sidecar_are_told_at_once(folder):
    """Every fault names the file and the key, and a misspelt key gets a suggestion."""
    broken = (
        SIDECAR.replace("title: Two incidents\n", "")
        .replace("licence:", "license:")
        .replace("{min: 1, max: 3}", "{min: 3, max: 1}")
        .replace("2020-02-29", "last week")
        .replace("[NK2]", "NK2")
        .replace("HASH", "abc")
    )
    write_sidecar(folder, broken)
    faults = faults_of(folder)
    assert all(fault.startswith("incidents.source.yaml: ") for fault in faults)
    told = " ".join(faults)
    for key in ("title", "licence", "rows", "data_as_of", "weak_years", "sha256"):
        assert f"{key} must be" in told
    assert "unknown key 'license'; did you mean 'licence'?" in told


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("file: other.csv", "file must be incidents.csv or incidents.geojson; it is 'other.csv'"),
        ("sources: [ftp://a.example]", "sources must be web addresses"),
        ("sources: [1]", "sources must be a list of texts"),
        ("columns: [id]", "columns must be"),
        ("source_column: [a]", "source_column must be the name of a column"),
        ("rows: {min: yes, max: 3}", "rows must be"),
        ("limits:", "limits must be a list of texts; it is None"),
    ],
)
def test_a_wrong_value_is_named_with_its_key(folder, line, fault):
    """Each key is held to what it may be."""
    key = line.split(":")[0]
    kept = [row for row in SIDECAR.splitlines() if not row.startswith(f"{key}:")]
    write_sidecar(folder, "\n".join([*kept, line]))
    assert any(fault in told for told in faults_of(folder))


def test_a_sidecar_must_say_where_its_rows_are_from(folder):
    """Neither sources nor source_column is a fault."""
    write_sidecar(folder, SIDECAR.replace("source_column: source_url\n", ""))
    assert any("sources or source_column must say" in told for told in faults_of(folder))


@pytest.mark.parametrize("text", ["a: [1", "- only\n- a list\n", "", "\x00"])
def test_a_sidecar_that_is_not_one_is_a_sentence(folder, text):
    """Broken YAML, a list, nothing and a NUL are told, not raised as something else."""
    folder.joinpath("incidents.source.yaml").write_text(text)
    assert faults_of(folder)[0].startswith("incidents.source.yaml: ")
    assert check_files(folder)[0].startswith("incidents.source.yaml: ")


def test_a_folder_without_sidecars_is_a_fault(tmp_path):
    """An empty folder is not silently fine."""
    assert "no sidecars" in faults_of(tmp_path)[0]


def test_a_missing_file_is_told(folder):
    """The file is named and the reader told what to do."""
    folder.joinpath("incidents.csv").unlink()
    assert check_files(folder) == [
        "incidents.csv: the file is missing; put the published one back."
    ]


def test_an_altered_file_is_told_by_its_hash(folder):
    """One changed letter is found."""
    folder.joinpath("incidents.csv").write_bytes(ROWS.replace("One", "Ona").encode())
    (told,) = check_files(folder)
    assert told.startswith("incidents.csv: its SHA-256 is ")


def test_too_few_rows_are_told(folder):
    """A file cut off after its header is outside its band."""
    folder.joinpath("incidents.csv").write_bytes(b"id,title\r\n")
    assert any("it has 0 rows but its sidecar expects 1 to 3" in t for t in check_files(folder))


def test_an_unreadable_file_is_told(folder):
    """Bytes that are not UTF-8 give a sentence with the file's name."""
    folder.joinpath("incidents.csv").write_bytes(b"id\r\n\xff\xfe\r\n")
    assert "incidents.csv: cannot be read" in check_files(folder)[0]


def test_a_file_without_a_sidecar_is_told(folder):
    """Nothing lies in the data folder undescribed."""
    folder.joinpath("more.geojson").write_text('{"features": []}')
    assert check_files(folder) == ["more.geojson: has no sidecar; describe it in more.source.yaml."]


def test_a_file_of_another_kind_does_not_hide_behind_a_sidecar(folder):
    """incidents.source.yaml describes incidents.csv, and no incidents.geojson."""
    folder.joinpath("incidents.geojson").write_text('{"features": []}')
    assert check_files(folder) == [
        "incidents.geojson: has no sidecar; describe it in incidents.source.yaml."
    ]


def test_a_folder_in_place_of_a_file_is_told(folder):
    """Nor is a link to nowhere a file."""
    path = folder / "incidents.csv"
    path.unlink()
    path.mkdir()
    assert check_files(folder) == [
        "incidents.csv: cannot be read (it is a folder); put the published file back."
    ]
    path.rmdir()
    path.symlink_to("nowhere")
    assert check_files(folder) == [
        "incidents.csv: the file is missing; put the published one back."
    ]


def test_an_altered_sidecar_is_told(folder):
    """One word of what a reader must know; its data file is as it was."""
    path = folder / "incidents.source.yaml"
    path.write_text(path.read_text().replace("reporting", "repression"))
    assert check_files(folder) == [
        "incidents.source.yaml: it is not the sidecar that SIDECARS.sha256 lists; put the "
        "published one back or list this one (python -m incidents.dataset)."
    ]


def test_a_sidecar_that_is_gone_is_told(folder):
    """So is the file that nobody describes any more."""
    (folder / "incidents.source.yaml").unlink()
    told = "\n".join(check_files(folder))
    assert "incidents.source.yaml: the sidecar is missing, though SIDECARS.sha256 lists" in told
    assert "incidents.csv: has no sidecar" in told


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda path: path.unlink(), "SIDECARS.sha256: the file is missing"),
        (lambda path: path.write_bytes(b"\xff\xfe"), "SIDECARS.sha256: cannot be read"),
        (lambda path: path.write_text("nonsense"), "it is not the sidecar that"),
    ],
)
def test_a_list_of_sidecars_that_is_none_is_told(folder, harm, words):
    """Nothing is taken for whole that cannot be checked."""
    harm(folder / "SIDECARS.sha256")
    assert words in "\n".join(check_files(folder))


def test_a_geojson_that_nests_without_end_is_told(folder):
    """It ends the check of that file, not the program."""
    folder.joinpath("more.geojson").write_text('{"features": ' + "[" * 100_000)
    with pytest.raises(ValueError, match="within lists"):
        count_rows(folder / "more.geojson")


def test_one_broken_sidecar_leaves_the_others_readable(folder):
    """What can be said is said."""
    folder.joinpath("more.source.yaml").write_text("a: [1")
    sidecars, faults = readable_sidecars(folder)
    assert list(sidecars) == ["incidents.csv"]
    assert [fault.split(":")[0] for fault in faults] == ["more.source.yaml"]


def test_faults_are_told_in_korean(folder):
    """With the name of the file."""
    folder.joinpath("incidents.csv").unlink()
    with speaking("ko"):
        (told,) = check_files(folder)
    assert told == "incidents.csv: 파일이 없습니다. 배포된 파일을 다시 넣으십시오."


def test_a_folder_has_another_stamp_once_a_file_has_changed(folder):
    """Of another length or another time; without a folder there is none."""
    before = stamp(folder)
    assert stamp(folder) == before and len(before) == 3
    (folder / "incidents.csv").write_bytes(ROWS.encode() + b"x")
    assert stamp(folder) != before
    assert stamp(folder / "none") == ()


def test_rows_are_counted_as_a_reader_counts_them(folder):
    """A line break inside a quoted cell is no row, a GeoJSON feature is one."""
    folder.joinpath("more.geojson").write_text('{"features": [{}, {}, {}]}')
    assert count_rows(folder / "incidents.csv") == 2
    assert count_rows(folder / "more.geojson") == 3


def test_a_geojson_without_features_is_refused(folder):
    """A JSON file of another kind is not counted as empty."""
    folder.joinpath("more.geojson").write_text("[]")
    with pytest.raises(ValueError, match="no list of features"):
        count_rows(folder / "more.geojson")


def test_the_version_is_the_hash_of_the_incidents(folder):
    """Twelve digits are enough to show."""
    version = dataset_version(folder)
    assert version == sha256(ROWS.encode()).hexdigest()
    assert short_version(version) == version[:12]


def test_the_day_of_the_data_is_the_stated_one(folder):
    """It is read from the sidecar, and its absence is told."""
    assert data_as_of(folder) == date(2020, 2, 29)
    write_sidecar(folder, SIDECAR.replace("data_as_of: 2020-02-29\n", ""))
    with pytest.raises(DataFaults, match="data_as_of is missing"):
        data_as_of(folder)
