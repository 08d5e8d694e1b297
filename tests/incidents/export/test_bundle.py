"""A bundle holds rows, manifest, citations and licences, and every altered byte is found."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incidents.export import About, export, to_csv, verify_bundle
from incidents.export.bundle import MANIFEST, PARTS, Part, digest, manifest
from incidents.export.bundle import pack as pack_parts

NAMES = (*PARTS, MANIFEST)


@pytest.fixture
def bundle(rows, about) -> bytes:
    """A bundle of the first two rows."""
    return export(rows.iloc[:2], "bundle", replace(about, row_count=2))


@pytest.fixture
def parts(bundle) -> dict[str, bytes]:
    """The parts of that bundle by name."""
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def verify(tmp_path):
    """A function from the bytes of a bundle to its faults."""

    def verify_bytes(content: bytes) -> list[str]:
        path = tmp_path / "view.zip"
        path.write_bytes(content)
        return verify_bundle(path)

    return verify_bytes


def test_holds_the_five_parts(parts, rows):
    """Rows as CSV, the manifest, citations in two forms, and the licences."""
    assert tuple(parts) == NAMES
    assert parts["rows.csv"] == to_csv(rows.iloc[:2])
    assert parts["LICENCES.txt"].decode().splitlines() == [
        "CC BY 4.0 for the coding", "Reports belong to their publishers",
    ]  # fmt: skip
    assert parts["CITATION.txt"].decode().count("coded as NK0000") == 2
    assert parts["citation.bib"].decode().count("@misc{") == 3


def test_manifest_says_what_was_exported(parts):
    """Filter in words and as a link, rows, dataset version, time as given, checksums."""
    facts = json.loads(parts[MANIFEST])
    assert facts["filter"] == "Run-up to the Day of Security <b>2019</b>, Ryanggang"
    assert facts["query"] == "period=day_of_security&years=2019&province=KP-10"
    assert facts["link"].startswith("https://atlas.example/?period=")
    assert facts["generated_at"] == "2026-02-01T09:00:00+00:00"
    assert facts["dataset_version"].startswith("3f2a9c1b5d7e")
    assert facts["parts"]["rows.csv"]["sha256"] == digest(parts["rows.csv"])


def test_whole_bundle_has_no_fault(bundle, verify):
    """What was just written verifies, and equal rows give equal bytes."""
    assert verify(bundle) == []


def test_bundle_is_reproducible(rows, about, bundle):
    """The zip holds no time of its making."""
    assert export(rows.iloc[:2], "bundle", replace(about, row_count=2)) == bundle


@pytest.mark.parametrize("name", NAMES)
def test_one_altered_byte_in_a_part_is_named(bundle, parts, verify, name):
    """A byte changed in place inside a part: that part is named and no other."""
    place = bundle.index(parts[name]) + len(parts[name]) // 2
    (fault,) = verify(flip(bundle, place))
    assert fault.startswith(f"{name}: ")


@pytest.mark.parametrize("name", NAMES)
def test_one_altered_byte_in_a_fresh_zip_is_named(parts, tmp_path, name):
    """A part changed and all packed anew with good zip checksums: still that part is named."""
    altered = {**parts, name: flip(parts[name], 5)}
    path = tmp_path / "anew.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, content in altered.items():
            archive.writestr(one, content)
    (fault,) = verify_bundle(path)
    assert re.match(rf"{re.escape(name)}: altered, ", fault)


def test_every_byte_counts(bundle, verify):
    """Each byte of headers and directory, and a sample of the contents: any change is a fault."""
    directory = bundle.index(b"PK\x01\x02")
    headers = [at.start() + n for at in re.finditer(b"PK\x03\x04", bundle) for n in range(42)]
    places = {*headers, *range(directory, len(bundle)), *range(0, directory, 97)}
    silent = [place for place in sorted(places) if not verify(flip(bundle, place))]
    assert silent == []


@pytest.mark.parametrize("name", NAMES)
def test_missing_part_is_named(parts, verify, name):
    """A part taken out is missed."""
    kept = {one: content for one, content in parts.items() if one != name}
    assert f"{name}: missing from the bundle." in verify(pack(kept))


def test_foreign_part_is_named(parts, verify):
    """Something added does not belong, even with a path in its name."""
    assert verify(pack({**parts, "../run.sh": b"x"})) == ["../run.sh: does not belong in a bundle."]


def test_rows_swapped_with_a_manifest_that_was_not(rows, about, parts, verify):
    """Rows of another view under this manifest: the rows are named."""
    swapped = {**parts, "rows.csv": to_csv(rows)}
    assert verify(pack(swapped)) == [
        "rows.csv: altered, its SHA-256 is not the one in manifest.json."
    ]


def test_what_is_not_a_bundle_is_a_sentence(verify, tmp_path):
    """No zip, an empty file, a cut zip, no file at all: one sentence each."""
    assert verify(b"not a zip")[0].startswith("view.zip: not a readable zip (")
    assert verify(b"")[0].startswith("view.zip: not a readable zip (")
    assert verify_bundle(tmp_path / "none.zip") == [
        "none.zip: cannot be opened (No such file or directory)."
    ]


def test_cut_or_longer_file_is_found(bundle, verify):
    """A bundle cut short or with bytes after its end is not as written."""
    assert verify(bundle[:-30])
    assert verify(bundle + b"x") == [
        "view.zip: packed anew or added to, though its parts are as written."
    ]


def test_zip_bomb_is_refused(parts, tmp_path):
    """A part that claims to unpack to far more than it is counts as damaged, unread."""
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, content in {**parts, "rows.csv": b"0" * 20_000_000}.items():
            archive.writestr(one, content)
    assert verify_bundle(path)[0].startswith("rows.csv: damaged")


@pytest.mark.parametrize(
    "content", [b"[]", b"null", b"{}", b'{"parts": 5}', b"[" * 100_000, b"\xff"]
)
def test_a_manifest_of_another_kind_is_named(parts, verify, content):
    """JSON that is no manifest, or no JSON: the manifest is named."""
    assert verify(pack({**parts, MANIFEST: content})) == [
        "manifest.json: altered, it does not fit its own checksum."
    ]


def test_a_resealed_manifest_without_parts_names_every_part(parts, verify):
    """A manifest made for nothing accounts for none of the parts."""
    assert len(verify(pack({**parts, MANIFEST: manifest({}, About())}))) == 4


def test_no_rows(no_rows, verify):
    """A view without rows still makes a bundle that verifies."""
    assert verify(export(no_rows, "bundle", About())) == []


def pack(parts: dict[str, bytes]) -> bytes:
    """A zip of these parts, as a bundle is packed."""
    out = io.BytesIO()
    pack_parts({name: Part.of_bytes(content) for name, content in parts.items()}, out)
    return out.getvalue()


def flip(content: bytes, place: int) -> bytes:
    """The bytes with one bit changed at a place."""
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


@pytest.mark.parametrize("name", NAMES)
def test_a_renamed_part_is_named(parts, verify, name):
    """Under its new name it does not belong, under its own it is missed."""
    renamed = {("x" if one == name else one): content for one, content in parts.items()}
    faults = verify(pack(renamed))
    assert f"{name}: missing from the bundle." in faults
    assert "x: does not belong in a bundle." in faults


def test_parts_in_another_order_are_found(parts, verify):
    """Every part is whole, the zip is not as written."""
    assert verify(pack(dict(reversed(parts.items())))) != []


def test_a_name_that_would_write_to_the_terminal_is_shown_as_text(parts, verify):
    """Line ends and escape codes in the name of a foreign part stay one line."""
    (fault,) = verify(pack({**parts, "a\x1b[2J\n": b""}))
    assert fault == "a\ufffd[2J\ufffd: does not belong in a bundle."


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_damage_is_a_sentence(bundle, verify, data):
    """Bytes overwritten, taken out or put in anywhere: at least one fault, never an error."""
    place = data.draw(st.integers(0, len(bundle) - 1))
    end = data.draw(st.integers(place, min(len(bundle), place + 60)))
    other = data.draw(st.binary(max_size=60))
    damaged = bundle[:place] + other + bundle[end:]
    faults = verify(damaged)
    assert bool(faults) == (damaged != bundle)
    assert all(": " in one and one.isprintable() for one in faults)
