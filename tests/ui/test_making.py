"""Large files: made on another thread, stopped at any time, sent from disk to who knows of them."""

from __future__ import annotations

import asyncio
import gc
import tempfile
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from incidents.export import ExportFault
from ui import making as making_room
from ui.kept_files import KEPT, PAGE, PATH, Door
from ui.making import AT_ONCE, Making


def open_files() -> list[str]:
    """The files without a name that this process holds."""
    gc.collect()
    held = []
    for one in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # the one this list itself is read by
            held.append(str(one.readlink()))
    folder = tempfile.gettempdir()
    return sorted(one for one in held if one.startswith(folder) and one.endswith("(deleted)"))


def make(fill, rows: int = 3, alive=lambda: True) -> Making:
    """A file being made."""
    return Making(fill, "rows.csv", "text/csv", rows, alive)


def three(file, progress) -> None:
    """Three rows."""
    for written in (1, 2, 3):
        file.write(b"row\r\n")
        progress(written)


class Halfway:
    """Work that waits after its first row until it may go on."""

    def __init__(self) -> None:
        self.come, self.go = threading.Event(), threading.Event()

    def __call__(self, file, progress) -> None:
        file.write(b"x" * 1_000_000)
        progress(1)
        self.come.set()
        assert self.go.wait(30)
        progress(2)


def test_a_file_is_made_and_kept_without_a_name():
    """All rows are told of; the file is there until the reader wants it no more."""
    before = open_files()
    making = make(three)
    assert making.wait(30)
    assert (making.written, making.fault, making.kept.size) == (3, None, 15)
    assert len(open_files()) == len(before) + 1
    token = making.kept.token
    making.stop()
    making.thread.join(30)
    assert (making.kept, open_files(), token in KEPT) == (None, before, False)


def test_a_reader_who_leaves_takes_the_file_along(monkeypatch):
    """The file is made; then nobody is there any more."""
    monkeypatch.setattr(making_room, "LOOK_EVERY", 0.01)
    before, here = open_files(), threading.Event()
    here.set()
    making = make(three, alive=here.is_set)
    assert making.wait(30)
    assert making.kept
    here.clear()
    making.thread.join(30)
    assert (making.kept, open_files()) == (None, before)


def test_stopped_half_way_nothing_is_left():
    """The reader cancels: no file, no fault, and the next one may begin."""
    before, work = open_files(), Halfway()
    making = make(work)
    assert work.come.wait(30)
    making.stop()
    work.go.set()
    assert making.wait(30)
    assert (making.kept, making.fault, making.written) == (None, "", 1)
    assert open_files() == before
    following = make(three)
    assert following.wait(30)
    assert following.kept


def test_a_reader_who_leaves_stops_the_work():
    """Nobody is there to take the file."""
    here, work = threading.Event(), Halfway()
    here.set()
    making = make(work, alive=here.is_set)
    assert work.come.wait(30)
    here.clear()
    work.go.set()
    assert making.wait(30)
    assert (making.kept, making.fault) == (None, "")


def test_no_room_is_a_sentence():
    """The disk fills up while the file is made."""

    def full(file, progress) -> None:
        raise ExportFault("The file cannot be written: No space left on device.")

    making = make(full)
    assert making.wait(30)
    assert making.fault == "The file cannot be written: No space left on device."


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_unforeseen_error_is_a_sentence_and_lets_others_work():
    """The traceback goes to the terminal."""

    def breaks(file, progress) -> None:
        raise KeyError("column")

    before = open_files()
    for _ in range(3):
        making = make(breaks)
        assert making.wait(30)
        assert "through a fault of the program" in making.fault
    assert open_files() == before


def test_two_readers_at_a_time_and_a_third_waits():
    """It begins when one of them is done, or is never begun if it is stopped."""
    busy = [Halfway(), Halfway()]
    running = [make(work) for work in busy]
    assert all(work.come.wait(30) for work in busy)
    third, fourth = make(three), make(three)
    fourth.stop()
    assert fourth.wait(30)
    assert (fourth.kept, fourth.fault, fourth.is_waiting) == (None, "", True)
    assert not third.done
    for work in busy:
        work.go.set()
    assert third.wait(30)
    assert third.kept
    assert all(one.wait(30) for one in running)
    assert AT_ONCE.acquire(timeout=30)
    AT_ONCE.release()


def ask(path: str, method: str = "GET", leave_after: int | None = None):
    """What the door answers: status, headers, bytes; and what it handed on."""
    sent, handed = [], []

    async def server(scope, receive, send) -> None:
        handed.append(scope["path"])

    async def talk() -> None:
        left = asyncio.Event()

        async def receive():
            await left.wait()
            return {"type": "http.disconnect"}

        async def send(message) -> None:
            sent.append(message)
            if leave_after is not None and len(sent) > leave_after:
                left.set()
                await asyncio.to_thread(int)  # let the other side hear of it

        scope = {"type": "http", "path": path, "method": method}
        await Door(server)(scope, receive, send)

    asyncio.run(talk())
    if not sent:
        return None, {}, b"", handed
    headers = {name.decode(): text.decode() for name, text in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(one.get("body", b"") for one in sent[1:]), handed


@pytest.fixture
def kept():
    """A file of two pages and a half."""

    def fill(file, progress) -> None:
        file.write(bytes(range(256)) * (PAGE // 256 * 5 // 2))

    making = make(fill)
    assert making.wait(30)
    yield making.kept
    making.stop()


def test_the_door_sends_a_file_to_who_knows_its_address(kept):
    """Every byte, as an attachment of its name and length, below any base path, again and again."""
    for base in ("", "/atlas/base"):
        status, headers, body, _ = ask(f"{base}/{PATH}/{kept.token}")
        assert (status, body) == (200, bytes(range(256)) * (PAGE // 256 * 5 // 2))
        assert headers["Content-Length"] == str(len(body))
        assert headers["Content-Disposition"] == 'attachment; filename="rows.csv"'
        assert headers["Cache-Control"] == "no-store"


def test_the_door_tells_nothing_to_others(kept):
    """Another word, a part of it, another method: nothing of the file."""
    for path in (f"/{PATH}/{kept.token[:-1]}", f"/{PATH}/{'a' * 43}"):
        status, _, body, _ = ask(path)
        assert status == 404
        assert body.startswith(b"This file is no longer kept.")
    assert ask(f"/{PATH}/{kept.token}", "POST")[0] == 405
    assert ask(f"/{PATH}/{kept.token}", "HEAD")[2] == b""


def test_the_door_hands_on_everything_else(kept):
    """Pages, media and whatever only looks alike."""
    for path in ("/", "/map", f"/{PATH}", f"/{PATH}/", f"/{PATH}/../map", f"/x{PATH}/{kept.token}"):
        assert ask(path)[3] == [path]


def test_a_reader_who_leaves_is_sent_no_more(kept):
    """After the first page the connection is gone."""
    _, _, body, _ = ask(f"/{PATH}/{kept.token}", leave_after=1)
    assert len(body) == PAGE
