"""Files loaded into a store: refused rows, repeated loads, loads that were killed."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from incidents import record
from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.faults import DataFaults
from incidents.selection import Selection
from incidents.stores import chunks
from incidents.stores.loading import load
from incidents.stores.opening import store_at
from incidents.view import look

ROOT = Path(__file__).resolve().parents[3]
BLANK = dict.fromkeys(record.COLUMNS, "")
PLAIN = {
    **BLANK, "date_precision": "day", "place_precision": "district", "event_type": "arrest",
    "province": "KP-10", "district": "Hyesan", "outlet": "Daily NK", "title": "One",
    "source_url": "https://example.org/",
}  # fmt: skip


def row(name, first, last=None, **more):
    return {**PLAIN, "id": name, "date_start": first, "date_end": last or first, **more}


def write(path, rows, also=()):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*record.COLUMNS, *also], restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def loaded(path, store):
    said = []
    return load(path, str(store), said.append), said


def seen(store):
    return look(store_at(str(store)), Selection(), read_calendar(DATA))


def ids(store):
    return list(seen(store).rows["id"])


THREE = [row("C", "2020-03-01"), row("A", "2019-01-01"), row("B", "2019-01-01", "2019-01-31")]


@pytest.mark.parametrize("name", ["rows.duckdb", "rows"])
def test_three_rows_lie_in_order_with_what_is_worked_out(tmp_path, name):
    """A and B begin on one day, so by id; intervals 2019-01-01, January 2019, 2020-03-01."""
    totals, said = loaded(write(tmp_path / "in.csv", THREE), tmp_path / name)
    assert said == [] and (totals["rows"], totals["loaded"], totals["store_rows"]) == (3, 3, 3)
    store = store_at(str(tmp_path / name))
    asked = "SELECT id, position, interval, place, year, month_day FROM incidents ORDER BY 2"
    assert store.engine.ask(asked, {}).fetchall() == [
        ("A", 0, 0, 0, 2019, 101), ("B", 1, 1, 0, 2019, 101), ("C", 2, 2, 0, 2020, 301),
    ]  # fmt: skip
    counted = store.engine.ask("SELECT * FROM counts ORDER BY 1", {}).fetchall()
    assert counted == [(0, 0, 1), (1, 0, 1), (2, 0, 1)]
    assert store.places.district_id == ("KP-10-01",) and store.outlets == ("Daily NK",)
    assert (store.span.first.isoformat(), store.span.last.isoformat()) == (
        "2019-01-01", "2020-03-01",
    )  # fmt: skip


def test_each_faulty_row_is_refused_with_every_sentence_and_the_rest_comes_in(tmp_path):
    """Line 3 has two faults, 4 two wrong days, 5 too few cells, 6 the id of line 2, 7 a NUL."""
    path = write(tmp_path / "in.csv", [
        row("A", "2019-01-01"), row("B", "2019-02-01", "2019-01-01", event_type="arest"),
        row("C", "2019-02-30"),
    ])  # fmt: skip
    with path.open("a", encoding="utf-8") as file:
        file.write("D,too,few\r\n")
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, record.COLUMNS)
        writer.writerows([row("A", "2021-01-01"), row("E", "2019-01-01", title="a\0b"),
                          row("F", "2022-01-01")])  # fmt: skip
    totals, said = loaded(path, tmp_path / "s.duckdb")
    assert (totals["rows"], totals["loaded"], totals["refused"]) == (7, 2, 5)
    assert ids(tmp_path / "s.duckdb") == ["A", "F"]
    assert [sentence.partition(": ")[0] for sentence in said] == [
        "in.csv line 3", "in.csv line 3", "in.csv line 4", "in.csv line 4", "in.csv line 5",
        "in.csv line 6", "in.csv line 7",
    ]  # fmt: skip
    told = " ".join(said)
    for part in ("did you mean 'arrest'", "before date_start", "'2019-02-30' is not a day",
                 "too few cells", "'A' is there twice", "NUL"):  # fmt: skip
        assert part in told


def test_the_pieces_a_file_is_read_in_change_nothing(tmp_path, monkeypatch):
    """One row at a time: the same sentences and the same version, though the twins are apart."""
    rows = [*THREE, row("A", "2021-01-01"), row("X", "2019-01-01", agency="XYZ")]
    path = write(tmp_path / "in.csv", rows)
    whole = loaded(path, tmp_path / "whole.duckdb")
    monkeypatch.setattr(chunks, "SIZE", 1)
    assert loaded(path, tmp_path / "pieces.duckdb") == whole
    assert len(whole[1]) == 2


def test_the_version_is_of_the_rows_not_of_file_order_or_engine(tmp_path):
    """Turned round, as Parquet, and in two files: one version; a changed letter: another."""
    first, _ = loaded(write(tmp_path / "a.csv", THREE), tmp_path / "a.duckdb")
    turned, _ = loaded(write(tmp_path / "b.csv", THREE[::-1]), tmp_path / "folder")
    loaded(write(tmp_path / "c1.csv", THREE[:1]), tmp_path / "c.duckdb")
    parts, _ = loaded(write(tmp_path / "c2.csv", THREE[1:]), tmp_path / "c.duckdb")
    assert first["version"] == turned["version"] == parts["version"]
    changed = [{**THREE[0], "title": "Two"}, *THREE[1:]]
    other, _ = loaded(write(tmp_path / "d.csv", changed), tmp_path / "d.duckdb")
    assert other["version"] != first["version"]


def test_the_same_id_takes_the_place_of_the_row_held(tmp_path):
    """Loaded twice nothing changes; a row with a known id replaces, a new one joins."""
    store = tmp_path / "s.duckdb"
    once, _ = loaded(write(tmp_path / "a.csv", THREE), store)
    again, _ = loaded(tmp_path / "a.csv", store)
    assert again["replaced"] == 3 and again["version"] == once["version"]
    more = [row("A", "2018-05-05", title="Changed"), row("D", "2021-01-01")]
    joined, _ = loaded(write(tmp_path / "b.csv", more), store)
    assert (joined["loaded"], joined["replaced"], joined["store_rows"]) == (2, 1, 4)
    rows = seen(store).rows
    assert list(rows["id"]) == ["A", "B", "C", "D"] and rows["title"].iloc[0] == "Changed"


def test_parquet_comes_in_as_csv_does(tmp_path):
    """Days and numbers typed as a Parquet file has them, unknown ones null."""
    rows = [row("A", "2019-01-01", people_killed="2"), row("B", "2019-01-02", bribe_amount="1.5")]
    as_csv, _ = loaded(write(tmp_path / "a.csv", rows), tmp_path / "a.duckdb")
    frame = pd.DataFrame(rows)
    typed = frame.assign(
        date_start=pd.to_datetime(frame["date_start"]),
        people_killed=pd.to_numeric(frame["people_killed"]),
        bribe_amount=pd.to_numeric(frame["bribe_amount"]),
        via=None,
    )
    typed.to_parquet(tmp_path / "a.parquet")
    as_parquet, said = loaded(tmp_path / "a.parquet", tmp_path / "b.duckdb")
    assert said == [] and as_parquet["version"] == as_csv["version"]


def test_a_dataset_is_kept_where_the_file_names_one(tmp_path):
    """Rows of two sets, one unnamed; a name with a space is refused."""
    rows = [{**row("A", "2019-01-01"), "dataset": "acled"}, row("B", "2019-01-01"),
            {**row("C", "2019-01-01"), "dataset": "my set"}]  # fmt: skip
    totals, said = loaded(write(tmp_path / "a.csv", rows, ["dataset"]), tmp_path / "s.duckdb")
    assert totals["refused"] == 1 and "dataset 'my set' is not" in said[0]
    assert list(seen(tmp_path / "s.duckdb").rows["dataset"]) == ["acled", "embedded"]


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"id,title\nA,B\n", "no column"), (b"\xff\xfe", "not UTF-8 CSV"), (None, "cannot be opened")],
)
def test_a_file_that_is_none_of_ours_leaves_the_store_as_it_was(tmp_path, content, told):
    """One sentence; the rows of before are still there, and so are those of an empty file."""
    store = tmp_path / "s.duckdb"
    loaded(write(tmp_path / "a.csv", THREE), store)
    path = tmp_path / "b.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataFaults, match=told):
        loaded(path, store)
    with pytest.raises(DataFaults, match="stays as it was"):
        loaded(write(tmp_path / "c.csv", [row("Z", "wrong")]), store)
    assert ids(store) == ["A", "B", "C"]


def test_a_folder_with_other_things_is_not_replaced(tmp_path):
    """The letters of somebody are worth more than a load."""
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "dear.txt").write_text("Dear")
    with pytest.raises(DataFaults, match="holds other things"):
        loaded(write(tmp_path / "a.csv", THREE), letters)
    assert (letters / "dear.txt").read_text() == "Dear"


SLOW = """
import os, signal, sys
from pathlib import Path
from incidents.stores import chunks, loading, publishing
chunks.SIZE = 2
where = sys.argv[3]
def stop(*_):
    os.kill(os.getpid(), signal.SIGKILL)
if where == "reading":
    reads = []
    loading.load(Path(sys.argv[1]), sys.argv[2], print, lambda done: stop() if done >= 4 else None)
loading.publish = lambda staging, target: (
    setattr(target, "publish", stop) or publishing.publish(staging, target))
loading.load(Path(sys.argv[1]), sys.argv[2], print)
"""


@pytest.mark.parametrize("name", ["s.duckdb", "folder"])
@pytest.mark.parametrize("where", ["reading", "writing"])
def test_a_killed_load_shows_nothing_and_goes_on_where_it_stood(tmp_path, name, where, monkeypatch):
    """SIGKILL after four of six rows, or just before readers would see it; then begun again."""
    store = tmp_path / name
    loaded(write(tmp_path / "old.csv", [row("OLD", "2018-01-01")]), store)
    path = write(tmp_path / "new.csv", [row(f"N{n}", f"2019-01-0{n + 1}") for n in range(6)])
    asked = [sys.executable, "-c", SLOW, str(path), str(store), where]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == -9, done.stderr
    assert ids(store) == ["OLD"]
    read, known = [], chunks.read_chunks

    def watched(path, skip):
        read.append(skip)
        return known(path, skip)

    monkeypatch.setattr(chunks, "read_chunks", watched)
    totals, said = loaded(path, store)
    assert read == ([4] if where == "reading" else []) and said == []
    assert (totals["loaded"], totals["store_rows"]) == (6, 7)
    assert ids(store) == ["OLD", *(f"N{n}" for n in range(6))]
    left = [path.name for path in tmp_path.iterdir() if "ing" in path.suffix]
    assert left == []
    fresh, _ = loaded(path, tmp_path / "fresh.duckdb")
    alone, _ = loaded(tmp_path / "old.csv", tmp_path / "fresh.duckdb")
    assert alone["version"] == totals["version"]


def test_the_commands_say_it_as_json(tmp_path, monkeypatch, capsys):
    """load: faults, totals, exit 1; store: what is in it; count over it by flag and variable."""
    from incidents.__main__ import main

    path, store = (
        write(tmp_path / "a.csv", [*THREE, row("X", "2019-01-01", event_type="no")]),
        str(tmp_path / "s.duckdb"),
    )
    assert main(["load", str(path), store]) == 1
    fault, totals = map(json.loads, capsys.readouterr().out.splitlines())
    assert "line 5" in fault["fault"] and totals["store_rows"] == 3
    assert main(["store", store]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["fits"] and (found["rows"], found["version"]) == (3, totals["version"])
    assert main(["count", "years=2019", "--store", store]) == 0
    assert json.loads(capsys.readouterr().out)["rows"] == 2
    monkeypatch.setenv("ATLAS_STORE", store)
    assert main(["count", "years=2020"]) == 0
    assert json.loads(capsys.readouterr().out)["rows"] == 1
    assert main(["store", str(tmp_path / "none.duckdb")]) == 2
    assert "holds no incidents" in capsys.readouterr().err
