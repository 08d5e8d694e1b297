"""A file appears whole or not at all: full disks, killed processes and rows that break."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from incidents.export import FORMATS, ExportFault, export, write
from incidents.export.target import PREFIX, workplace

ROOT = Path(__file__).resolve().parents[3]
ENDLESS = """
import sys
from pathlib import Path
import pandas as pd
from incidents.export import About, write
from incidents.export.columns import COLUMNS, DATES, INTEGERS, NUMBERS

line = pd.DataFrame({name: ["x"] for name in COLUMNS})
line[list(DATES)] = pd.Timestamp("2019-11-01")
line[[*INTEGERS, *NUMBERS]] = 1
told = lambda rows: rows >= 2000 and print("going", flush=True)
write((line for _ in iter(int, 1)), sys.argv[1], About(row_count=9), Path(sys.argv[2]), told)
"""


def broken(rows):
    """Two pieces of the rows, and then no more."""
    yield rows.iloc[:2]
    yield rows.iloc[2:4]
    raise KeyboardInterrupt


def left(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def room(tmp_path, monkeypatch):
    """The folder for temporary files, empty and this test's own."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_is_written_and_nothing_else_is_left(rows, about, tmp_path, room, format):
    """What was there is replaced; the bytes are those of `export`."""
    path = tmp_path / "rows"
    path.write_bytes(b"old")
    write(rows, format, about, path)
    assert path.read_bytes() == export(rows, format, about)
    assert (left(tmp_path), left(room)) == (["rows", "tmp"], [])


@pytest.mark.parametrize("format", FORMATS)
def test_rows_that_break_off_leave_the_old_file(rows, about, tmp_path, room, format):
    """The reader stops, or the engine goes: the error comes out as it is, nothing half-written."""
    path = tmp_path / "rows"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        write(broken(rows), format, about, path)
    assert path.read_bytes() == b"old"
    assert (left(tmp_path), left(room)) == (["rows", "tmp"], [])


@pytest.mark.parametrize("format", FORMATS)
def test_progress_that_raises_ends_the_work(rows, about, tmp_path, room, format):
    """A cancelled export is as one never begun."""

    class CancelledError(Exception):
        pass

    def stop(written: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        write(rows, format, about, tmp_path / "rows", stop)
    assert (left(tmp_path), left(room)) == (["tmp"], [])


@pytest.mark.parametrize("format", FORMATS)
def test_a_full_disk_is_a_sentence(many, about_of, format):
    """/dev/full takes no byte; the sentence names the file and the reason."""
    with pytest.raises(ExportFault, match="full cannot be written: the disk is full"):
        write(many, format, about_of(many), Path("/dev/full"))


def test_a_folder_that_is_not_there_is_a_sentence(rows, about, tmp_path):
    """And none is made."""
    with pytest.raises(ExportFault, match="rows.csv cannot be written: it is not there"):
        write(rows, "csv", about, tmp_path / "none" / "rows.csv")
    assert left(tmp_path) == []


def test_a_manifest_that_miscounts_leaves_the_old_file(rows, about, tmp_path):
    """The rows changed while they were written."""
    path = tmp_path / "rows.csv"
    path.write_bytes(b"old")
    with pytest.raises(ExportFault, match="says 6 rows and there are 4: the data changed"):
        write(rows.iloc[:4], "csv", about, path)
    assert path.read_bytes() == b"old"
    assert left(tmp_path) == ["rows.csv"]


def test_a_link_to_a_file_stays_a_link(rows, about, tmp_path):
    """The file it leads to is the one replaced."""
    path = tmp_path / "rows.csv"
    path.write_bytes(b"old")
    (tmp_path / "link.csv").symlink_to(path)
    write(rows, "csv", about, tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert path.read_bytes() == export(rows, "csv", about)


def begun(format: str, path: Path, room: Path) -> subprocess.Popen[str]:
    """A process that writes rows for ever, some of which are written by now."""
    process = subprocess.Popen(
        [sys.executable, "-c", ENDLESS, format, str(path)], cwd=ROOT, text=True,
        env={**os.environ, "TMPDIR": str(room)}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert process.stdout
    assert process.stdout.readline() == "going\n"
    return process


@pytest.mark.parametrize("format", ["csv", "kml", "bundle", "xlsx", "gpkg"])
def test_a_process_killed_half_way_leaves_no_file(rows, about, tmp_path, room, format):
    """What the next export finds of it, it clears away."""
    path = tmp_path / "rows"
    path.write_bytes(b"old")
    process = begun(format, path, room)
    process.send_signal(signal.SIGKILL)
    process.wait(30)
    assert path.read_bytes() == b"old"
    with workplace():
        write(rows, "csv", about, path)
    assert path.read_bytes() == export(rows, "csv", about)
    assert (left(tmp_path), left(room)) == (["rows", "tmp"], [])


def test_a_workplace_in_use_is_left_alone(tmp_path, room):
    """Two exports at once do not clear away each other's files."""
    with workplace() as mine:
        (mine / "rows").write_bytes(b"mine")
        with workplace() as other:
            assert mine != other
        assert (mine / "rows").read_bytes() == b"mine"
        assert [name.startswith(PREFIX) for name in left(room)] == [True]
    assert left(room) == []
