"""A full disk, or a limit on the size of files: what was there stays, the reader is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROWS = 400
SMALL = 4096  # bytes a file may have
LIMITED = ("sh", "-c", 'ulimit -f 8 && exec "$0" "$@"')  # blocks of 512 bytes: as many

KEEP = """
import resource, signal, sys
from pathlib import Path
from incidents.intake.errors import IntakeError
from incidents.intake.workspace import keep, list_kept, load_kept
from incidents.reading import read_incidents

folder, size = Path(sys.argv[1]), int(sys.argv[2])
rows = read_incidents(Path("data/incidents.csv"), trusted=True)
if not list_kept(folder):
    keep(folder, "sheet", rows.head(2))
before = (folder / "sheet.incidents.csv").read_bytes()
if size:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    keep(folder, "sheet", rows)
    print("kept")
except IntakeError as fault:
    print(fault)
print((folder / "sheet.incidents.csv").read_bytes() == before, len(load_kept(folder, "sheet")))
print([path.name for path in folder.iterdir()])
"""


def keep(folder, size=0, before=()):
    """Keep two rows, then all of them under the same name; the lines it printed."""
    told = subprocess.run(
        [*before, sys.executable, "-c", KEEP, str(folder), str(size)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (told.returncode, told.stderr) == (0, "")
    return told.stdout.splitlines()


def test_a_file_that_grows_over_its_limit_leaves_the_old_copy_whole(tmp_path):
    """The system refuses the bytes past the limit; nothing half-written is left."""
    told, whole, files = keep(tmp_path, SMALL)
    assert told == (
        f"'sheet' could not be kept in {tmp_path}: the file would be larger than is allowed. "
        "What was there is whole."
    )
    assert (whole, files) == ("True 2", "['sheet.incidents.csv']")


@pytest.fixture
def tiny(tmp_path):
    """A folder on a disk of 32 kB, mounted for the test in a name space of its own.

    Where nobody may mount even that, a limit on the size of files stands in for it.
    """
    (tmp_path / "disk").mkdir()
    script = 'mount -t tmpfs -o size=32k none "$0" && exec "$@"'
    before = ("unshare", "--mount", "--map-root-user", "sh", "-c", script, str(tmp_path / "disk"))
    if subprocess.run([*before, "true"], capture_output=True, check=False).returncode:
        return tmp_path / "disk", LIMITED, "the file would be larger than is allowed"
    return tmp_path / "disk", before, "the disk is full"


def test_a_full_disk_leaves_the_old_copy_whole(tiny):
    """32 kB hold two rows, and not 497."""
    folder, before, why = tiny
    told, whole, files = keep(folder, before=before)
    assert told == f"'sheet' could not be kept in {folder}: {why}. What was there is whole."
    assert (whole, files) == ("True 2", "['sheet.incidents.csv']")


def test_the_page_tells_of_a_full_disk_and_stays(copy, start, tmp_path):
    """The reader's rows stay in use; they can still be downloaded."""
    sheet = "date,district,title\n" + "".join(
        f"2019-11-{1 + n % 28:02},Hyesan,Row {n} {'x' * 60}\n" for n in range(ROWS)
    )
    app = start(copy, before=LIMITED, ATLAS_WORKSPACE=str(tmp_path / "kept"))
    page = app.see("import_", upload=sheet, press=["Use 400 rows", "Keep my rows"], name="sheet")
    assert page.exceptions == []
    assert "could not be kept" in page.words and "larger than is allowed" in page.words
    assert "400 reports" in page.words
    assert list((tmp_path / "kept").iterdir()) == []


@pytest.mark.parametrize(
    "command",
    [
        ["export", "", "--format", "csv", "--out"],
        ["export", "", "--format", "xlsx", "--out"],
        ["export", "", "--format", "bundle", "--out"],
        ["convert", "data/incidents.csv", "--out"],
    ],
    ids=lambda command: " ".join(command[:1] + command[3:4]),
)
def test_a_command_that_finds_no_room_leaves_the_old_file_whole(tmp_path, command):
    """Exit 2, one sentence, and nothing beside it."""
    out = tmp_path / "out"
    out.write_bytes(b"the old one")
    limited = [*LIMITED, sys.executable, "-m", "incidents"]
    told = subprocess.run(
        [*limited, *command, str(out)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.returncode == 2, told
    assert told.stderr.count("\n") == 1 and "larger than is allowed" in told.stderr
    assert (out.read_bytes(), [p.name for p in tmp_path.iterdir()]) == (b"the old one", ["out"])
