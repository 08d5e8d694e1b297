"""Earlier versions kept beside the present one: found by their first digits, used if whole."""

from __future__ import annotations

from hashlib import sha256

import pytest

from incidents.dataset import DATA
from incidents.faults import DataFaults
from incidents.reading import read_incidents
from incidents.store import store_of
from incidents.versions import find_version, for_link, is_other, open_version

LINES = (DATA / "incidents.csv").read_bytes().split(b"\n")


@pytest.fixture
def folder(tmp_path):
    """A data folder: the present version of 497 rows, an earlier one of its first three lines."""
    (tmp_path / "versions").mkdir()
    (tmp_path / "incidents.csv").write_bytes(b"\n".join(LINES))
    keep(tmp_path, b"\n".join(LINES[:4]) + b"\n")
    return tmp_path


def keep(folder, content, name=""):
    """Keep a version under its hash, or under another name."""
    name = name or sha256(content).hexdigest()
    (folder / "versions" / f"{name}.csv").write_bytes(content)
    return name


def early():
    """The version of the earlier file."""
    return sha256(b"\n".join(LINES[:4]) + b"\n").hexdigest()


def test_an_earlier_version_is_found_whole_or_by_its_first_digits(folder):
    """And the present one, too."""
    assert find_version(early(), folder) == folder / "versions" / f"{early()}.csv"
    assert find_version(early()[:12], folder) == find_version(early(), folder)
    assert find_version("8d66370441eb", folder) == folder / "incidents.csv"


@pytest.mark.parametrize("version", ["", "deadbeef", "../incidents", "*", "8d66370441eb*"])
def test_what_is_not_kept_is_none(folder, version):
    """Nor is a pattern or a path a version."""
    assert find_version(version, folder) is None


def test_two_versions_that_start_alike_are_none(folder):
    """Nobody can say which is meant."""
    for end in "01":
        (folder / "versions" / f"abcd{end}.csv").write_bytes(b"x")
    assert find_version("abcd", folder) is None


def test_an_earlier_version_opens_with_its_own_rows(folder):
    """Three rows instead of 497, under its own name; the present one is not an earlier one."""
    store = open_version(early()[:12], folder)
    assert store is not None
    assert (store.size, store.version, store.as_of) == (3, early(), "2005-03-13")
    assert open_version("8d66370441eb", folder) is None
    assert open_version("deadbeef", folder) is None


def test_a_copy_that_is_not_what_it_is_named_for_is_refused(folder):
    """One changed letter."""
    name = keep(folder, b"\n".join(LINES[:4]) + b"\n", "ab" * 32)
    with pytest.raises(DataFaults, match="its content is another version"):
        open_version(name, folder)


def test_a_link_names_another_version_only_if_it_does():
    """No version, the first digits and the whole are the same version."""
    assert [is_other(v, early()) for v in (None, early()[:8], early(), "deadbeef")] == [
        False, False, False, True,
    ]  # fmt: skip


def test_a_link_gets_the_version_it_asks_for_if_it_is_kept(folder):
    """And is told so; otherwise it gets the present one, and is told that."""
    present = store_of(read_incidents(folder / "incidents.csv", trusted=True), "8d66" * 16)
    assert for_link(None, present, folder) == (present, "")
    assert for_link("8d668d66", present, folder) == (present, "")
    store, told = for_link(early()[:12], present, folder)
    assert (store.size, told[:36]) == (3, "This view is shown with version " + early()[:4])
    assert for_link("deadbeef", present, folder) == (
        present,
        "This link was made with version deadbeef of the data and is shown with version "
        "8d668d668d66, so counts may differ.",
    )


def test_a_damaged_copy_is_not_used_and_told(folder):
    """The present version is shown instead."""
    name = keep(folder, b"damaged", "ab" * 32)
    present = store_of(read_incidents(folder / "incidents.csv", trusted=True), "8d66" * 16)
    store, told = for_link(name, present, folder)
    assert store is present and told.endswith("is damaged and is not used.")
