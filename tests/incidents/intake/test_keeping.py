"""One incident from a form, the template, and datasets kept in the reader's own folder."""

from __future__ import annotations

import io
import os

import openpyxl
import pytest

from incidents.intake import IntakeError, check
from incidents.intake.add import append, check_one, show_interval
from incidents.intake.dates import Dated
from incidents.intake.mapping import read_mapping, write_mapping
from incidents.intake.template import codebook, to_csv_template, to_xlsx_template
from incidents.intake.workspace import forget_kept, keep, list_kept, load_kept
from incidents.record import COLUMNS
from incidents.words import speaking

FORM = {"date": "early November 2019", "district": "KP-10-01", "event_type": "arrest", "title": "t"}


def test_one_incident_is_checked_like_a_row():
    """Words become an interval, an id a place; what is missing is listed."""
    report = check_one(FORM)
    row = report.incidents.iloc[0]
    assert (row["edtf"], row["district"], row["province"]) == (
        "2019-11-01/2019-11-10", "Hyesan", "KP-10",
    )  # fmt: skip
    assert {fault.field for _, fault in report.faults} == {"outlet", "source_url"}
    assert check_one({**FORM, "date": "05/11/2019"}).refused == 1


def test_words_for_a_date_are_shown_back():
    """As an interval, or as the sentence that says why none."""
    assert "names no year" in str(show_interval("11월 초"))
    shown = show_interval("2019년 11월 초")
    assert isinstance(shown, Dated)
    assert str(shown.end) == "2019-11-10"


def test_incidents_are_appended_with_ids_of_their_own():
    """Three times the same form gives three rows."""
    rows = append(append(append(None, check_one(FORM)), check_one(FORM)), check_one(FORM))
    assert len(set(rows["id"])) == 3


def test_an_empty_form_and_an_unknown_field():
    """Each a sentence."""
    with pytest.raises(IntakeError, match="form is empty"):
        check_one({"date": " "})
    with pytest.raises(IntakeError, match="Unknown field 'colour'"):
        check_one({"colour": "red"})


def test_the_template_has_our_columns_and_drop_downs():
    """The CSV and the workbook; a filled-in line is accepted as ours."""
    assert to_csv_template().decode("utf-8-sig").strip().split(",") == list(COLUMNS)
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx_template()))
    sheet = book["Incidents"]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    lists = {str(rule.sqref).split(":")[0] for rule in sheet.data_validations.dataValidation}
    assert len(lists) == 8
    values = {"id": "a", "title": "t", "date_start": "2019-11-05", "date_end": "2019-11-05",
              "province": "KP-10", "district": "Hyesan", "event_type": "arrest", "outlet": "o",
              "source_url": "https://e.org"}  # fmt: skip
    for place, name in enumerate(COLUMNS, 1):
        sheet.cell(2, place, values.get(name))
    out = io.BytesIO()
    book.save(out)
    report = check(out.getvalue())
    assert (report.matching.profile, report.accepted) == ("ours", 1)


def test_the_codebook_explains_every_column():
    """Name, meaning, and the codes it takes."""
    lines = {name: (meaning, codes) for name, meaning, codes in codebook()}
    assert list(lines) == list(COLUMNS)
    assert "arrest" in lines["event_type"][1]


def test_a_mapping_survives_its_file():
    """In any script."""
    mapping = {"혜산": "KP-10-01", "Hysn": "KP-10-01"}
    assert read_mapping(write_mapping(mapping)) == mapping


def test_a_dataset_is_kept_listed_loaded_and_forgotten(tmp_path):
    """The same rows come back; what is forgotten is gone from the disk."""
    rows = check_one(FORM).incidents
    keep(tmp_path / "mine", "My sheet", rows)
    assert [(one.name, one.rows) for one in list_kept(tmp_path / "mine")] == [("My sheet", 1)]
    again = load_kept(tmp_path / "mine", "My sheet")
    assert again["edtf"].tolist() == rows["edtf"].tolist()
    forget_kept(tmp_path / "mine", "My sheet")
    assert list_kept(tmp_path / "mine") == []
    assert list((tmp_path / "mine").iterdir()) == []


def test_a_full_disk_leaves_the_old_copy_whole(tmp_path, monkeypatch):
    """The new copy takes the name only once it is on disk."""
    rows = check_one(FORM).incidents
    path = keep(tmp_path, "sheet", rows)
    before = path.read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(IntakeError, match="the disk is full"):
        keep(tmp_path, "sheet", append(rows, check_one(FORM)))
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_file_that_cannot_be_read_does_not_hide_the_others(tmp_path):
    """It is listed without rows, and opening it is a sentence."""
    keep(tmp_path, "sheet", check_one(FORM).incidents)
    (tmp_path / "folder.incidents.csv").mkdir()
    (tmp_path / "link.incidents.csv").symlink_to("nowhere")
    assert [(one.name, one.rows) for one in list_kept(tmp_path)] == [
        ("folder", 0), ("link", 0), ("sheet", 1),
    ]  # fmt: skip
    with pytest.raises(IntakeError, match="'folder' cannot be read: it is a folder."):
        load_kept(tmp_path, "folder")


def test_a_name_that_is_taken_is_not_overwritten_unless_asked(tmp_path):
    """Two tabs may press at the same time."""
    rows = check_one(FORM).incidents
    keep(tmp_path, "sheet", rows, replaces=False)
    with pytest.raises(IntakeError, match="'sheet' is there already"):
        keep(tmp_path, "sheet", rows, replaces=False)
    keep(tmp_path, "sheet", append(rows, check_one(FORM)))
    assert list_kept(tmp_path)[0].rows == 2


def test_what_cannot_be_kept_is_told_in_the_readers_language(tmp_path):
    """The sentence is made when it is shown."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(IntakeError) as fault:
        keep(tmp_path / "file", "sheet", check_one(FORM).incidents)
    assert "the folder is a file" in str(fault.value)
    with speaking("ko"):
        assert "폴더가 아니라 파일입니다" in str(fault.value)


@pytest.mark.parametrize("name", ["../x", "/etc/x", "", "a/b", "x" * 90, "a..b", ".hidden"])
def test_a_name_cannot_lead_out_of_the_folder(tmp_path, name):
    """Letters, digits, spaces and a few signs."""
    with pytest.raises(IntakeError, match="A name has"):
        keep(tmp_path, name, check_one(FORM).incidents)
