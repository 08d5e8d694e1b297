"""Data that change: links to records and versions that are no longer what they were."""

from __future__ import annotations

import csv
from hashlib import sha256

import pytest

FIRST = "8d66370441eb12d706884db896d54ef9395f863a74799a55bf45d2397ddbfb30"


@pytest.fixture(scope="module")
def living(copy, start):
    """A copy with a second version: NK00005 merged, NK00006 removed, NK00010 changed, one new."""
    path = copy / "data" / "incidents.csv"
    old = path.read_bytes()
    (copy / "data" / "versions").mkdir()
    (copy / "data" / "versions" / f"{FIRST}.csv").write_bytes(old)
    path.write_bytes(second(old.decode()).encode())
    version = sha256(path.read_bytes()).hexdigest()
    with (copy / "data" / "CHANGES.csv").open("a", encoding="utf-8") as list_of_changes:
        list_of_changes.write(
            "NK00005,2026-12-01,merged into NK00004,The same event told twice.\n"
            "NK00006,2026-12-01,removed,The source withdrew it.\n"
            "NK00010,2026-12-01,changed,It was placed in Musan.\n"
            "NK00498,2026-12-01,added,\n"
            f"{version},2026-12-02,published,\n"
        )
    return start(copy), version


def second(text):
    """The incidents without two rows, with one outlet changed, and one row more."""
    head, *rows = csv.reader(text.splitlines(keepends=True))
    kept = [row for row in rows if row[0] not in ("NK00005", "NK00006")]
    changed = [[*row[:1], "Changed", *row[2:]] if row[0] == "NK00010" else row for row in kept]
    lines = [head, *changed, ["NK00498", *rows[0][1:]]]
    from io import StringIO

    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue()


def test_a_link_to_a_removed_record_says_when_and_why(living):
    """On the page and on the command line."""
    app, _ = living
    page = app.see("records", "id=NK00006")
    assert page.exceptions == []
    told = (
        "NK00006 was removed on 1 December 2026: The source withdrew it. No other record took its "
        "place."
    )
    assert told in page.words
    done = app.run("count", "id=NK00006")
    assert (done["code"], done["out"], told in done["err"]) == (2, "", True)


def test_a_link_to_a_merged_record_leads_to_the_one_that_took_its_place(living):
    """One press away."""
    app, _ = living
    page = app.see("records", "id=NK00005")
    assert "NK00005 was merged into NK00004 on 1 December 2026: The same event" in page.words
    page = app.see("records", "id=NK00005", press=["Show NK00004"])
    assert page.exceptions == [] and "NK00004" in page.words
    assert "was merged into NK00004 on" in page.words


def test_a_link_to_a_changed_record_says_what_changed_since(living):
    """If it names the present version, nothing is said."""
    app, version = living
    told = "NK00010 was changed on 1 December 2026"
    since = f"{told}, after the version named in the link (8d66370441eb): It was placed in Musan."
    assert since in app.see("records", f"id=NK00010&version={FIRST}").words
    assert f"{told}: It was placed in Musan." in app.see("records", "id=NK00010").words
    assert told not in app.see("records", f"id=NK00010&version={version}").words


def test_a_view_is_shown_again_with_the_version_its_link_names(living):
    """497 reports instead of 496, and the page says so; one press leads to the present."""
    app, version = living
    page = app.see("map", f"version={FIRST[:12]}")
    assert page.exceptions == [] and "497 reported incidents" in page.words
    assert (
        f"This view is shown with version 8d66370441eb of the data, as its link asks; the present "
        f"version is {version[:12]}. In between, 1 report was added, 1 changed and 2 removed."
    ) in page.words
    assert "Data as of 2026-01-22 · dataset version 8d66370441eb · 497 reports" in page.words
    page = app.see("map", f"version={FIRST[:12]}", press=["Show it with the present version"])
    assert "496 reported incidents" in page.words and "as its link asks" not in page.words
    counted = app.run("count", f"version={FIRST}")
    assert '"rows": 497' in counted["out"] and "as its link asks" in counted["err"]
    assert '"rows": 496' in app.run("count", "")["out"]


def test_an_export_of_an_earlier_version_names_that_version(living):
    """Its manifest is that of the rows it holds."""
    app, _ = living
    done = app.run("export", f"id=NK00006&version={FIRST}", "--format", "csv")
    assert (done["code"], done["out"].count("\r\n")) == (0, 2)
    done = app.run("export", f"id=NK00006&version={FIRST}", "--format", "geojson")
    assert FIRST in done["out"]


def test_a_version_that_is_not_kept_is_told_plainly(living):
    """The present one is shown, and counts may differ."""
    app, version = living
    page = app.see("map", "version=deadbeef0000&lang=en")
    assert "496 reported incidents" in page.words
    assert (
        "This link was made with version deadbeef0000 of the data and is shown with version "
        f"{version[:12]}, so counts may differ. What changed in between cannot be said: the list "
        "of changes does not name that version."
    ) in page.words


def test_it_is_told_in_korean(living):
    """Removed, and another version."""
    app, _ = living
    page = app.see("map", "id=NK00006&version=deadbeef0000&lang=ko")
    assert "NK00006 기록은 2026년 12월 1일에 삭제되었습니다" in page.words
    assert "이 링크를 만든 데이터 버전은 deadbeef0000이고" in page.words


def test_the_versions_are_told_apart_on_the_command_line(living, copy):
    """By their first digits, where they are kept."""
    app, version = living
    done = app.run("diff", FIRST[:12], version[:12])
    assert (done["code"], done["out"].splitlines()[-1]) == (
        1, "1 added, 2 removed, 1 changed in 1 cell.",
    )  # fmt: skip
    assert "NK00006 removed: " in done["out"] and 'NK00010 changed: title was "' in done["out"]


def test_a_copy_that_is_damaged_is_not_used(living, copy):
    """Nor is anything taken from it; the present version is shown, and both are told."""
    app, _ = living
    name = "ab" * 32
    (copy / "data" / "versions" / f"{name}.csv").write_bytes(b"id\nNK1\n")
    page = app.see("map", f"version={name}")
    assert page.exceptions == [] and "496 reported incidents" in page.words
    assert "The copy of version abababababab that is kept here is damaged" in page.words
