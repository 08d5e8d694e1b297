"""Whether the data files are as published: now, and when the app was started."""

from __future__ import annotations

import shutil
from types import SimpleNamespace

import pytest

from incidents.dataset import DATA, stamp
from incidents.words import LANGUAGES
from ui import atlas

STORE = SimpleNamespace(prepare=lambda: None)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the data that the app takes for its own."""
    shutil.copytree(DATA, tmp_path / "data")
    monkeypatch.setattr(atlas, "DATA", tmp_path / "data")
    monkeypatch.setattr(atlas, "_AT_START", {})
    return tmp_path / "data"


def test_a_file_is_checked_again_once_it_has_changed(folder):
    """Not only every ten minutes."""
    assert atlas.file_faults() == []
    path = folder / "fx.csv"
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    assert [fault.split(":")[0] for fault in atlas.file_faults()] == ["fx.csv"]
    path.write_bytes(whole)
    assert atlas.file_faults() == []


def test_what_was_wrong_at_the_start_is_told_after_it_was_put_right(folder):
    """What was read may be in use still."""
    path = folder / "fx.csv"
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    atlas._get_ready(STORE, stamp(folder))
    assert len(atlas.file_faults()) == 1
    path.write_bytes(whole)
    (told,) = atlas.file_faults()
    assert told.startswith("fx.csv: its SHA-256 is ")
    assert told.endswith("when the app was started, and is not now; start the app anew.")
    assert set(atlas._AT_START) == set(LANGUAGES)


def test_a_file_that_changed_after_the_start_is_not_called_wrong_at_the_start(folder):
    """The check comes a little later than the reading."""
    stamped = stamp(folder)
    path = folder / "fx.csv"
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    atlas._get_ready(STORE, stamped)
    path.write_bytes(whole)
    assert atlas.file_faults() == []
