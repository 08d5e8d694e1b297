"""`diff`: what two versions of the incidents differ in, and files that are no version at all."""

from __future__ import annotations

import json
import os
import zipfile
from io import BytesIO

import pytest

from incidents.dataset import DATA, dataset_version
from incidents.difference_command import main_diff
from incidents.export import export
from incidents.reading import read_incidents

OLD = """id,title,date_start,province
NK1,One,2019-11-01,KP-10
NK2,Two,2019-11-02,KP-09
NK3,Three,2019-11-03,KP-09
"""
NEW = """id,title,date_start,province
NK4,Four,2019-11-04,KP-09
NK3,Three,2019-11-03,KP-09
NK1,"One, corrected",2019-11-11,KP-10
"""


@pytest.fixture
def compare(tmp_path, capsys):
    """Compares two texts as files: exit code, lines of output, what was said on standard error."""

    def run(old, new, *flags):
        paths = [tmp_path / "old.csv", tmp_path / "new.csv"]
        for path, content in zip(paths, (old, new), strict=True):
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return said(main_diff([*map(str, paths), *flags]), capsys)

    return run


def said(code, capsys):
    told = capsys.readouterr()
    return code, told.out.splitlines(), told.err


def test_rows_added_removed_and_changed_are_told_cell_by_cell(compare):
    """One of each, and two cells of one row; the order of the rows does not matter."""
    code, lines, _ = compare(OLD, NEW)
    assert (code, lines) == (
        1,
        [
            'NK1 changed: title was "One", is "One, corrected"',
            'NK1 changed: date_start was "2019-11-01", is "2019-11-11"',
            "NK2 removed: Two",
            "NK4 added: Four",
            "1 added, 1 removed, 1 changed in 2 cells.",
        ],
    )


def test_the_same_as_json_is_one_object_a_line(compare):
    """The totals come last."""
    code, lines, _ = compare(OLD, NEW, "--json")
    assert code == 1
    assert [json.loads(line) for line in lines] == [
        {"what": "changed", "id": "NK1", "title": "One, corrected", "field": "title",
         "old": "One", "new": "One, corrected"},
        {"what": "changed", "id": "NK1", "title": "One, corrected", "field": "date_start",
         "old": "2019-11-01", "new": "2019-11-11"},
        {"what": "removed", "id": "NK2", "title": "Two"},
        {"what": "added", "id": "NK4", "title": "Four"},
        {"added": 1, "removed": 1, "cells": 2, "columns": 0, "changed": 1},
    ]  # fmt: skip


def test_a_cell_that_was_emptied_shows_both_sides(compare):
    """An empty text is a value of the difference."""
    _, lines, _ = compare(OLD, OLD.replace("Two", ""), "--json")
    assert json.loads(lines[0]) == {
        "what": "changed", "id": "NK2", "field": "title", "old": "Two", "new": "",
    }  # fmt: skip


def test_equal_versions_differ_in_nothing(compare):
    """Neither line ends nor a byte order mark are a difference."""
    again = b"\xef\xbb\xbf" + OLD.replace("\n", "\r\n").encode()
    assert compare(OLD, again)[:2] == (0, ["No incident differs."])


def test_a_column_of_one_version_only_is_a_difference(compare):
    """Its cells are not each called changed."""
    code, lines, _ = compare(OLD, OLD.replace("province", "region"))
    assert code == 1
    assert lines[:2] == [
        "Column province is only in the old version.",
        "Column region is only in the new version.",
    ]


@pytest.mark.parametrize("name", ["bundle", "csv", "csv-excel", "xlsx", "parquet"])
def test_an_export_of_all_the_data_does_not_differ_from_them(tmp_path, capsys, name):
    """Whatever the format: 497 rows come back as they lie in the folder."""
    from incidents.export import About

    version = dataset_version()
    rows = read_incidents(DATA / "incidents.csv", trusted=True)
    path = tmp_path / f"all.{name}"
    path.write_bytes(export(rows, name, About(dataset_version=version, row_count=len(rows))))
    assert said(main_diff([str(DATA), str(path)]), capsys)[:2] == (0, ["No incident differs."])
    assert main_diff([version[:12], str(path)]) == 0


def test_an_altered_bundle_is_refused(tmp_path, capsys):
    """Its rows are not what it says they are."""
    from incidents.export import About

    rows = read_incidents(DATA / "incidents.csv", trusted=True).head(3)
    sealed = export(rows, "bundle", About(row_count=3))
    path = tmp_path / "b.zip"
    path.write_bytes(sealed.replace(b"NK0", b"NK9", 1))
    code, lines, error = said(main_diff([str(DATA), str(path)]), capsys)
    assert (code, lines) == (2, [])
    assert error.startswith("b.zip is not as it was written. rows.csv: ")


def bomb():
    """A zip of half a megabyte that unpacks to half a gigabyte."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("rows.csv", b"a" * 500_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "new.csv is empty"),
        (b"id,title\n", "new.csv: The file has a header but no rows"),
        ("id,title\nNK1,a\nNK1,b\n", "row 2: id 'NK1' is there twice"),
        ("id,title\nNK1,a\n,b\n", "row 2: its id is empty"),
        ("name,title\nNK1,a\n", "it has no column id"),
        ("id,title\nNK1,a,b,c\nNK2,a\n", "row 1 cannot be read"),
        ("id,id\nNK1,a\n", "names 'id' twice"),
        (b"\x00" * 1000, "new.csv"),
        (b"%PDF-1.7 x", "new.csv: The file is a PDF"),
        (os.urandom(4000), "new.csv"),
        (bomb, "more than"),
    ],
)
def test_what_is_no_version_is_one_sentence(compare, content, words):
    """Exit 2, nothing on standard output, no traceback."""
    code, lines, error = compare(OLD, content() if callable(content) else content)
    assert (code, lines) == (2, [])
    assert words in error and error.count("\n") == 1


@pytest.mark.parametrize("place", ["nowhere.csv", "/dev/zero", "deadbeefdeadbeef", "a\x00b"])
def test_a_place_without_a_version_is_one_sentence(tmp_path, capsys, place):
    """A missing file, one without end, a version that is not kept, a name that is none."""
    code, lines, error = said(main_diff([str(DATA), place]), capsys)
    assert (code, lines, error.count("\n")) == (2, [], 1)


def test_a_folder_without_incidents_is_one_sentence(tmp_path, capsys):
    """It names what was looked for."""
    code, _, error = said(main_diff([str(tmp_path), str(DATA)]), capsys)
    assert code == 2 and "cannot be opened" in error


def test_text_that_steers_a_terminal_is_not_printed(compare):
    """Escape sequences and signs that turn the direction of writing are replaced."""
    _, lines, _ = compare(OLD, OLD.replace("Two", "\x1b[2J\u202eowT\x9b"))
    assert lines[0] == 'NK2 changed: title was "Two", is "\ufffd[2J\ufffdowT\ufffd"'
