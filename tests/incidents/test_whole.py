"""Files written whole or not at all: what stays, what is left, and who may sweep."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from incidents.dataset import DATA
from incidents.whole import PREFIX, sweep, write_whole


def names(folder):
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_nothing_else_is_left(tmp_path):
    """The older one of that name is replaced."""
    path = tmp_path / "a.csv"
    for content in (b"old", b"new"):
        write_whole(path, lambda file, content=content: file.write(content))
    assert (path.read_bytes(), names(tmp_path)) == (b"new", ["a.csv"])


@pytest.mark.parametrize("fault", [OSError(28, "full"), KeyboardInterrupt(), ValueError("rows")])
def test_whatever_goes_wrong_the_old_file_stays(tmp_path, fault):
    """Half of the new one was written by then."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")

    def fill(file):
        file.write(b"half")
        raise fault

    with pytest.raises(type(fault)):
        write_whole(path, fill)
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["a.csv"])


def test_where_nothing_may_be_replaced_the_older_file_stays(tmp_path):
    """Even one that came while the new one was written."""
    path = tmp_path / "a.csv"

    def fill(file):
        file.write(b"new")
        path.write_bytes(b"came first")

    with pytest.raises(FileExistsError):
        write_whole(path, fill, replaces=False)
    assert (path.read_bytes(), names(tmp_path)) == (b"came first", ["a.csv"])
    write_whole(tmp_path / "b.csv", lambda file: file.write(b"b"), replaces=False)
    assert names(tmp_path) == ["a.csv", "b.csv"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_private_file_is_for_its_owner_alone(tmp_path):
    """Others get what the user's own setting lets them."""
    write_whole(tmp_path / "mine", lambda file: file.write(b"x"), private=True)
    assert (tmp_path / "mine").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name == "nt", reason="Windows has no /dev/null")
def test_what_is_no_file_is_written_to_and_stays_what_it_is(tmp_path):
    """/dev/null is not replaced by a file."""
    from pathlib import Path

    write_whole(Path(os.devnull), lambda file: file.write(b"x"))
    assert not Path(os.devnull).is_file()


def test_what_a_dead_process_left_is_swept_and_what_a_living_one_writes_is_not(tmp_path):
    """The living one goes on and finishes."""
    (tmp_path / f"{PREFIX}dead").write_bytes(b"half")
    (tmp_path / "other.part").write_bytes(b"somebody else's")

    def fill(file):
        file.write(b"x")
        assert sweep(tmp_path) == 1

    write_whole(tmp_path / "a.csv", fill)
    assert names(tmp_path) == ["a.csv", "other.part"]


WRITER = """
import pathlib, sys
from incidents.whole import write_whole
def fill(file):
    file.write(b"half"); file.flush(); print("half", flush=True); sys.stdin.read()
write_whole(pathlib.Path(sys.argv[1]), fill)
"""


def test_a_process_killed_while_writing_leaves_the_old_file_and_what_can_be_swept(tmp_path):
    """Before it dies its unfinished file is not swept, afterwards it is."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], cwd=DATA.parent,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as writer:  # fmt: skip
        assert writer.stdout.readline() == b"half\n"
        assert sweep(tmp_path) == 0 and len(names(tmp_path)) == 2
        writer.kill()
        writer.wait(30)
    assert path.read_bytes() == b"old"
    assert sweep(tmp_path) == 1 and names(tmp_path) == ["a.csv"]


def test_a_folder_that_is_not_there_needs_no_sweeping(tmp_path):
    """Nor does one that is a file."""
    assert sweep(tmp_path / "none") == 0
