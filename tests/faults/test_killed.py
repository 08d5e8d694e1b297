"""The app killed in the middle of a write: the old copy or the new one, and never half of one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from incidents.intake.workspace import list_kept, load_kept

ROOT = Path(__file__).resolve().parents[2]

WRITER = """
import sys
from pathlib import Path
from incidents import whole
from incidents.intake.workspace import keep
from incidents.reading import read_incidents

folder, stop = Path(sys.argv[1]), sys.argv[2]
rows = read_incidents(Path("data/incidents.csv"), trusted=True)
keep(folder, "sheet", rows.head(2))

def wait(*given):
    print("now", flush=True)
    sys.stdin.read()

if stop == "before its name":
    whole._name = wait
if stop == "after its name":
    whole._settle = wait
if stop == "half":
    write = whole.os.fdopen
    class Half:
        def __init__(self, file): self.file = file
        def __enter__(self): self.file.__enter__(); return self
        def __exit__(self, *told): return self.file.__exit__(*told)
        def write(self, data):
            self.file.write(data[: len(data) // 2]); self.file.flush(); wait()
        def flush(self): self.file.flush()
    whole.os.fdopen = lambda handle, mode: Half(write(handle, mode))
keep(folder, "sheet", rows)
"""


@pytest.mark.parametrize(
    ("stop", "rows"), [("half", 2), ("before its name", 2), ("after its name", 497)]
)
def test_a_kill_leaves_the_old_copy_or_the_new_one_whole(tmp_path, stop, rows):
    """After half of the bytes, before the new file takes its name, and just after that."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path), stop], cwd=ROOT,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as writer:  # fmt: skip
        assert writer.stdout.readline() == b"now\n"
        writer.kill()
        writer.wait(30)
    assert len(list(tmp_path.iterdir())) == (1 if rows == 497 else 2)
    assert [(one.name, one.rows) for one in list_kept(tmp_path)] == [("sheet", rows)]
    assert len(load_kept(tmp_path, "sheet")) == rows
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.incidents.csv"]


def test_the_next_start_clears_what_a_kill_left(copy, start, tmp_path):
    """And lists what is whole."""
    (tmp_path / ".unfinished-0123").write_bytes(b"id,half")
    app = start(copy, ATLAS_WORKSPACE=str(tmp_path))
    page = app.see("import_")
    assert page.exceptions == [] and "Nothing yet." in page.words
    assert list(tmp_path.iterdir()) == []
