"""A store that is lost and returns, that is loaded anew, and a question nobody waits for."""

import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from incidents.faults import QuestionStopped, StoreLost
from incidents.stores.duck import Memory
from incidents.stores.loading import load
from incidents.stores.opening import store_at
from incidents.stores.patience import ask_patiently

ENDLESS = (
    "SELECT count(*) FROM range(10000000000) a, range(1000) b WHERE (a.range + b.range) % 7 = 1"
)


@pytest.fixture
def path(six, tmp_path):
    six.to_csv(tmp_path / "six.csv", index=False)
    path = tmp_path / "s.duckdb"
    load(tmp_path / "six.csv", str(path), print)
    return path


def counted(engine):
    return engine.ask("SELECT count(*) FROM incidents", {}).fetchall()[0][0]


def test_a_store_that_was_never_filled_says_how_to(tmp_path):
    """The command stands in the sentence."""
    with pytest.raises(StoreLost, match="python -m incidents load FILE"):
        store_at(str(tmp_path / "none.duckdb"))


def test_a_lost_file_is_a_sentence_and_the_next_question_reconnects(path):
    """Taken away while nobody is connected, then put back."""
    store = store_at(str(path))
    whole = path.read_bytes()
    store.engine.close()
    path.unlink()
    assert store.engine.edition() != store.edition
    with pytest.raises(StoreLost, match="holds no incidents"):
        counted(store.engine)
    path.write_bytes(b"broken" * 1000)
    with pytest.raises(StoreLost, match="cannot be read now"):
        counted(store.engine)
    path.write_bytes(whole)
    assert counted(store.engine) == 6


def test_a_load_changes_the_edition_and_old_readers_keep_their_rows(path, six, tmp_path):
    """Whoever has the old file open reads it to the end; whoever asks sees that there is more."""
    store = store_at(str(path))
    assert counted(store.engine) == 6 and store.engine.edition() == store.edition
    more = six.head(1).assign(id="B1")
    more.to_csv(tmp_path / "more.csv", index=False)
    load(tmp_path / "more.csv", str(path), print)
    assert store.engine.edition() != store.edition
    assert counted(store.engine) == 6
    assert store_at(str(path)).size == 7
    store.engine.close()
    with pytest.raises(StoreLost, match="loaded anew"):  # its numbers mean other things now
        counted(store.engine)


def test_a_question_is_cancelled_when_its_reader_leaves():
    """The work ends, the reader's reason comes out, and the engine answers the next question."""

    class Left(Exception):
        pass

    engine, started, stopped = Memory(), threading.Event(), threading.Event()

    def take(answer):
        started.set()
        try:
            return answer.fetchall()
        except QuestionStopped:
            stopped.set()
            raise

    def check():
        if started.is_set():
            raise Left

    with pytest.raises(Left):
        ask_patiently(engine, ENDLESS, {}, take, check)
    assert stopped.wait(60)
    asked = {"hits": {"interval": np.array([4], dtype=np.int32)}}
    assert ask_patiently(engine, "FROM hits", asked, lambda a: a.fetchall(), check) == [(4,)]


def test_a_question_cancelled_before_it_began_never_begins():
    """Between asking and taking the answer."""
    cancels = []
    answer = Memory().ask(ENDLESS, {}, cancels.append)
    cancels[0]()
    with pytest.raises(QuestionStopped):
        answer.fetchall()


@pytest.mark.parametrize("name", ["it's [a]* folder?", "plain"])
def test_signs_in_the_name_of_a_folder_are_only_signs(six, tmp_path, name):
    """Neither a quote nor a pattern of many files."""
    six.to_csv(tmp_path / "six.csv", index=False)
    load(tmp_path / "six.csv", str(tmp_path / name), print)
    assert counted(store_at(str(tmp_path / name)).engine) == 6


def test_the_first_view_of_a_file_needs_no_query_language(path):
    """The questions written ahead serve a file as they serve the embedded data."""
    script = (
        "import sys; from incidents.__main__ import main\n"
        f"main(['count', 'years=2019', '--store', {str(path)!r}])\n"
        "assert 'ibis' not in sys.modules"
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0 and '"touches": 5' in done.stdout, done.stderr


def test_errors_of_the_engine_come_out_while_waiting():
    """What fails in the other thread fails here."""
    with pytest.raises(Exception, match="nonsense"):
        ask_patiently(Memory(), "SELECT nonsense", {}, lambda a: a.fetchall(), lambda: None)
