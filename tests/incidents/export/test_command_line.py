"""An export on the command line: ended, cut off or out of room, it says so and leaves nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SLOW = """
import sys
import incidents.export.of_view as of_view
from incidents.__main__ import main

def tables(view, size):
    rows = view.rows
    for first in range(len(rows)):
        print("going", file=sys.stderr, flush=True)
        yield rows.iloc[first : first + 1]
        sys.stdin.readline()

of_view.View.tables = tables
sys.exit(main(["export", "", *sys.argv[1:]]))
"""


def start(*argv: str, code: str = SLOW) -> subprocess.Popen[str]:
    """An export that writes a row and waits."""
    process = subprocess.Popen(
        [sys.executable, "-c", code, *argv], cwd=ROOT, text=True, env={**os.environ},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr
    assert process.stderr.readline() == "going\n"
    return process


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_end_it_leaves_nothing(tmp_path, number):
    """Ctrl-C or a system going down: a sentence, status 2, no file."""
    process = start("--format", "csv", "--out", str(tmp_path / "rows.csv"))
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert said.removeprefix("going\n") == "Stopped; nothing was left of the file.\n"
    assert (process.returncode, list(tmp_path.iterdir())) == (2, [])


def test_an_output_that_is_closed_is_a_sentence():
    """`export ... | head -1`: no traceback."""
    process = start("--format", "csv", "--out", "-")
    assert process.stdout
    assert process.stdin
    process.stdout.close()
    process.stdin.write("\n" * 600)
    process.stdin.close()
    assert process.stderr
    lines = [line for line in process.stderr.read().splitlines() if line != "going"]
    assert lines == ["The output was closed before all rows were written."]
    assert process.wait(60) == 2


def run(*argv: str) -> subprocess.CompletedProcess[str]:
    """A command of the atlas to its end."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "incidents", *argv], cwd=ROOT, text=True,
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip


def test_no_room_is_a_sentence():
    """/dev/full takes no byte."""
    ended = run("export", "province=KP-10", "--format", "parquet", "--out", "/dev/full")
    assert ended.returncode == 2
    assert ended.stderr.startswith("full cannot be written: the disk is full.")


def test_a_bundle_altered_by_one_byte_fails_with_the_part(tmp_path):
    """Status 1 and the name of the part; unaltered, status 0 and nothing said."""
    path = tmp_path / "view.zip"
    asked = ("export", "province=KP-10&years=2019", "--format", "bundle", "--out", str(path))
    assert run(*asked).returncode == 0
    whole = run("verify", str(path))
    assert (whole.returncode, whole.stdout, whole.stderr) == (0, "", "")
    content = bytearray(path.read_bytes())
    content[content.index(b"NK0")] ^= 1
    path.write_bytes(content)
    altered = run("verify", str(path))
    assert (altered.returncode, altered.stderr) == (1, "")
    assert altered.stdout.startswith("rows.csv: ")
