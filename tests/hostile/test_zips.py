"""Packed files: bombs, paths, locks, nesting, and parts that are not what they say."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

CSV = b"date,place\n2019-11-05,Hyesan\n"


def pack(parts: dict[str, bytes], **options) -> bytes:
    """A zip of the parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_one_table_in_a_zip_is_read(swallow):
    """What stands beside it (licence, citation) is left alone."""
    report = swallow(pack({"rows.csv": CSV, "LICENCE.md": b"x", "__MACOSX/rows.csv": b"x"}))
    assert report.rows == 1


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.csv", "/etc/x.csv", "C:\\x.csv", "a/../../b.csv"]
)
def test_a_path_that_leads_outside_is_refused(swallow, name):
    """Nothing is ever written to disk, and such a zip is not opened at all."""
    assert "outside itself" in swallow(pack({name: CSV}))


@pytest.mark.parametrize("name", ["bomb.csv", "xl/worksheets/sheet1.xml", "doc.kml"])
def test_a_bomb_is_not_unpacked(swallow, name):
    """300 MB of zeros take 300 kB packed; the stated size alone refuses them."""
    parts = {name: b"0" * 300_000_000}
    if name.startswith("xl/"):
        parts |= {"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}
    assert "unpacks to more than" in swallow(pack(parts, compresslevel=9))


def test_a_bomb_that_states_a_small_size_stays_small(swallow):
    """What comes out beyond the stated size is never read."""
    data = bytearray(pack({"bomb.csv": b"date,place\n" + b"2019,x\n" * 2_000_000}))
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 1_000)
    assert isinstance(swallow(bytes(data)), str)


def test_too_many_files_are_refused(swallow):
    """A thousand is the limit."""
    assert "the limit is 1,000" in swallow(pack({f"{n}.txt": b"" for n in range(1_001)}))


def test_two_tables_are_one_too_many(swallow):
    """The sentence names them."""
    assert "'a.csv', 'b.xlsx'" in swallow(pack({"a.csv": CSV, "b.xlsx": CSV}))


def test_a_zip_in_a_zip_in_a_zip_is_not_followed(swallow):
    """One wrapping is allowed, and only around a table."""
    inner = pack({"a.csv": CSV})
    assert "another zip" in swallow(pack({"inner.csv": inner}))
    assert "no table" in swallow(pack({"inner.zip": inner}))


def test_an_empty_a_damaged_and_a_locked_zip(swallow):
    """Each ends in a sentence."""
    whole = pack({"a.csv": CSV})
    locked = bytearray(whole)
    locked[6] |= 1
    locked[locked.rfind(b"PK\x01\x02") + 8] |= 1
    assert "no table" in swallow(pack({}))
    assert "damaged" in swallow(whole[:40])
    assert "damaged" in swallow(whole.replace(b"a.csv", b"b.csv", 1))
    assert "password" in swallow(bytes(locked))


def test_names_that_are_not_text(swallow):
    """Control signs and bidi marks in a name do no harm."""
    report = swallow(pack({"\u202e\x07vsc.csv": CSV}))
    assert report.rows == 1


def test_a_table_that_lies_inside_a_zip(swallow):
    """A program called .csv is told to be one."""
    assert "a program" in swallow(pack({"a.csv": b"\x7fELF" + bytes(500)}))
