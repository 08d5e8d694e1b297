"""The command line: numbers, files, errors and exit codes."""

import csv
import io
import json

import pytest

from incidents.__main__ import main

RUNUP = "period=day_of_security&before=18&years=2019&province=KP-10"


def run(capsysbinary, *argv, lines=None, monkeypatch=None):
    if lines is not None:
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    code = main(list(argv))
    said = capsysbinary.readouterr()
    return code, said.out.decode("utf-8"), said.err.decode("utf-8")


def test_count_gives_the_numbers_of_the_first_report(capsysbinary):
    """Eight reports may lie in the run-up of 2019 in Ryanggang; the books balance."""
    code, out, _ = run(capsysbinary, "count", RUNUP)
    found = json.loads(out)
    assert code == 0 and found["touches"] == found["rows"] == 8
    assert found["in_districts"] + found["in_provinces"] + found["not_on_map"] == 8
    assert list(found) == [
        "rows", "within", "expected", "touches", "in_districts", "in_provinces", "not_on_map",
    ]  # fmt: skip


def test_export_writes_the_same_rows_in_the_same_order(capsysbinary):
    """Eight lines of data, sorted by date_start then id, NK00301 with CNY 1500."""
    code, out, _ = run(capsysbinary, "export", RUNUP, "--format", "csv", "--out", "-")
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert code == 0 and len(rows) == 8
    keys = [(row["date_start"], row["id"]) for row in rows]
    assert keys == sorted(keys)
    report = next(row for row in rows if row["id"] == "NK00301")
    assert (report["bribe_amount"], report["bribe_currency"]) == ("1500", "CNY")
    assert report["edtf"] == "2019-11-01/2019-11-13" and report["district_id"] == "KP-10-01"


def test_an_export_goes_to_a_file(capsysbinary, tmp_path):
    """The bundle lands where it is asked to and verifies."""
    out = tmp_path / "b.zip"
    assert run(capsysbinary, "export", RUNUP, "--format", "bundle", "--out", str(out))[0] == 0
    assert run(capsysbinary, "verify", str(out))[0] == 0


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("count", "colour=red"), "Unknown key 'colour'"),
        (("count", "province=KP-99"), "Unknown province 'KP-99'"),
        (("count", "district=KP-10-99"), "Unknown district 'KP-10-99'"),
        (("count", "period=day_of_security&period=new_year"), "given 2 times"),
        (("count", "period=day_of_security&before=999"), "not a number of days from 0 to 365"),
        (("count", "id=NK99999"), "Unknown id 'NK99999'"),
        (("rates", "province=KP-10"), "rates needs a period that recurs"),
        (("rates", "period=battle_80day_2020"), "rates needs a period that recurs"),
        (("export", "", "--format", "docx"), "Unknown format 'docx'"),
        (("export", "", "--format", "xlsx"), "name a file with --out"),
        (("export", "", "--out", "/nowhere/at/all.csv"), "cannot be written"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_exit_2(capsysbinary, argv, words):
    """Strict on the command line, unlike an old link in the browser."""
    code, out, err = run(capsysbinary, *argv)
    assert code == 2 and words in err and out == "" and err.count("\n") == 1


def test_a_dash_reads_one_query_per_line(capsysbinary, monkeypatch):
    """An empty line is the empty query; an unreadable one gives an error object in its place."""
    code, out, _ = run(
        capsysbinary, "count", "-", lines=f"{RUNUP}\n\nx=1\n", monkeypatch=monkeypatch
    )
    first, second, third = map(json.loads, out.splitlines())
    assert code == 0 and first["rows"] == 8 and second["rows"] == 497
    assert "Unknown key 'x'" in third["error"]


def test_place_answers_with_id_candidates_or_suggestions(capsysbinary, monkeypatch):
    """Known, in a shape of another unit, ambiguous, with its province, unknown."""
    names = "Hoeryong City\nSunan\nUnsan\nUnsan, South Pyongan\nHyesanx\nKP01\n"
    _, out, _ = run(capsysbinary, "place", "-", lines=names, monkeypatch=monkeypatch)
    hoeryong, sunan, unsan, south, wrong, bare = map(json.loads, out.splitlines())
    assert (hoeryong["id"], hoeryong["kind"]) == ("KP-09-02", "adm2")
    assert (sunan["id"], sunan["kind"]) == ("KP-01-03", "covered")
    assert unsan["id"] is None and len(unsan["candidates"]) == 2
    assert south["id"].startswith("KP-02-")
    assert wrong["id"] is None and "KP-10-01" in wrong["suggestions"]
    assert bare["id"] is None


def test_rates_prints_the_comparison(capsysbinary):
    """3 surely and 8 possibly inside 19 days of 2019."""
    found = json.loads(run(capsysbinary, "rates", RUNUP)[1])
    assert found["inside_days"] == 19 and found["outside_days"] == 346
    assert found["within"]["inside"] == 3 and found["touches"]["inside"] == 8
