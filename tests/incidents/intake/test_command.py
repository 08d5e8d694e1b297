"""check and convert as the command line runs them: lines, totals, exit codes."""

from __future__ import annotations

import csv
import json

import pytest

from incidents.intake.command import main_check, main_convert

GOOD = "date,district,type,title,source,url\n2019-11-13,Hyesan,arrest,t,RFA,https://e.org\n"


@pytest.fixture
def file(tmp_path):
    """A file with one good, one repaired and one refused row."""
    path = tmp_path / "sheet.csv"
    more = "05/11/2019,Hyesan,arrest,t,RFA,https://e.org\n2019,Unsan,magic,t,RFA,https://e.org\n"
    path.write_text(GOOD + more, encoding="utf-8")
    return path


def test_check_prints_a_line_per_fault_and_the_totals(file, capsys):
    """Exit 1, since a row was refused."""
    assert main_check([str(file)]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == {
        "row": 2, "status": "refused", "field": "date_start", "value": "05/11/2019",
        "becomes": None, "why": "It may be 2019-11-05 or 2019-05-11. Say which comes first, day or "
        "month (dmy or mdy).",
    }  # fmt: skip
    assert [(line["row"], line["field"]) for line in lines[1:-1]] == [
        (3, "district"),
        (3, "event_type"),
    ]
    assert lines[-1] == {
        "rows": 3, "accepted": 1, "repaired": 1, "refused": 1, "ambiguous_dates": 1,
        "unresolved_places": 1,
    }  # fmt: skip


def test_the_order_of_dates_settles_the_exit_code(file, capsys):
    """With dmy nothing is refused."""
    assert main_check([str(file), "--dates", "dmy"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["refused"] == 0


def test_what_cannot_be_read_is_one_sentence(tmp_path, capsys):
    """Exit 2, on standard error, nothing on standard output."""
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    for path in (empty, tmp_path / "missing.csv", tmp_path):
        assert main_check([str(path)]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert len(said.err.strip().splitlines()) == 1


def test_convert_writes_what_came_in(file, tmp_path, capsys):
    """Our columns, with the number of the row in the file, in its order."""
    out = tmp_path / "out.csv"
    assert main_convert([str(file), "--out", str(out)]) == 1
    with out.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [(row["source_row"], row["district_id"]) for row in rows] == [
        ("1", "KP-10-01"),
        ("3", ""),
    ]
    assert json.loads(capsys.readouterr().out)["rows"] == 3
    assert main_check([str(out)]) == 0


def test_a_mapping_is_used_again(file, tmp_path, capsys):
    """Names of places from a file of choices."""
    mapping = tmp_path / "places.json"
    mapping.write_text('{"Unsan": "KP-03-24"}', encoding="utf-8")
    main_check([str(file), "--mapping", str(mapping)])
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["unresolved_places"] == 0
    mapping.write_text("[1]", encoding="utf-8")
    assert main_check([str(file), "--mapping", str(mapping)]) == 2


def test_a_place_that_cannot_be_written_is_told(file, tmp_path, capsys):
    """Exit 2 with the reason."""
    assert main_convert([str(file), "--out", str(tmp_path / "no" / "out.csv")]) == 2
    assert "cannot be written" in capsys.readouterr().err
