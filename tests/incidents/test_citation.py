"""Citations say outlet, headline, date, link and id, and nothing in them runs."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.citation import bibtex, bibtex_view, cite, cite_view, escape_tex, web_address
from incidents.export import About

VERSION = "3f2a9c1b5d7e" + "0" * 52
RECORD = {
    "id": "NK00301", "title": "Own words", "outlet": "Daily NK", "via": "repost.example",
    "source_title": 'Police "collect" 100% & more_{money}', "reported_on": date(2019, 11, 14),
    "source_url": "https://example.org/a_b?c=1&d=%20#e", "edtf": "2019-11-01/2019-11-13",
    "dataset": "embedded",
}  # fmt: skip


def test_plain_citation_has_every_part():
    """Outlet, where it was read, headline, date, link, id and the version in short."""
    assert cite(RECORD, VERSION) == (
        'Daily NK (via repost.example), "Police "collect" 100% & more_{money}", '
        "14 November 2019, https://example.org/a_b?c=1&d=%20#e "
        "(coded as NK00301 in Crackdown Atlas, dataset 3f2a9c1b5d7e)."
    )


def test_unknown_parts_are_left_out():
    """Without a date the interval is told; without headline our title; without link none."""
    bare = {"id": "NK1", "title": "Own words", "edtf": "2019-11", "reported_on": pd.NaT}
    assert cite(bare) == (
        'Unknown outlet, "Own words", undated report of 2019-11 (coded as NK1 in Crackdown Atlas).'
    )


def test_a_row_of_a_frame_can_be_cited():
    """A pandas row with a Timestamp gives the same citation."""
    row = pd.Series({**RECORD, "reported_on": pd.Timestamp("2019-11-14")})
    assert cite(row, VERSION) == cite(RECORD, VERSION)


def test_the_readers_own_row_is_not_cited_as_ours():
    """A row that came from the reader's file is said to be theirs."""
    assert cite({**RECORD, "dataset": "yours"}, VERSION).endswith(
        "(row NK00301 of the reader's own data, shown in Crackdown Atlas)."
    )


def test_bibtex_entry():
    """One @misc entry with every special character escaped and the address left whole."""
    assert bibtex(RECORD, VERSION) == (
        "@misc{NK00301,\n"
        "  author = {{Daily NK}},\n"
        '  title = {{Police "collect" 100\\% \\& '
        "more\\_\\textbraceleft{}money\\textbraceright{}}},\n"
        "  year = {2019},\n"
        "  month = nov,\n"
        "  day = {14},\n"
        "  howpublished = {via repost.example},\n"
        "  url = {https://example.org/a_b?c=1&d=%20#e},\n"
        "  note = {Coded as NK00301 in Crackdown Atlas, dataset 3f2a9c1b5d7e},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("\\input{x}", r"\textbackslash{}input\textbraceleft{}x\textbraceright{}"),
        ("$1 #2 ~ ^", r"\$1 \#2 \textasciitilde{} \textasciicircum{}"),
        ("two\nlines\there", "two lines here"),
        ("혜산 ŏ", "혜산 ŏ"),
    ],
)
def test_tex_specials_are_escaped(text, escaped):
    """Commands become text, Hangul and marks stay, line ends become spaces."""
    assert escape_tex(text) == escaped


@given(st.text(max_size=30), st.text(max_size=30))
def test_braces_always_balance(headline, address):
    """No headline or address can close a field early or leave it open."""
    record = {**RECORD, "source_title": headline, "source_url": f"https://x.org/{address}"}
    entry = bibtex(record, VERSION)
    depth = [1 if sign == "{" else -1 for sign in entry if sign in "{}"]
    assert sum(depth) == 0
    assert all(sum(depth[:n]) > 0 for n in range(1, len(depth)))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.org", "", None,
        "https://", "https://x.org/ javascript:x", "\x01https://x.org", "mailto:a@b.c",
    ],
)  # fmt: skip
def test_only_web_addresses_are_links(address):
    """Anything but a plain http(s) address is no link, in either citation."""
    record = {**RECORD, "source_url": address}
    assert web_address(address) == ""
    assert "url =" not in bibtex(record)
    assert "javascript" not in cite(record)


def test_view_citation():
    """The whole view: filter in words, rows, full version, as-of day, time, link."""
    about = About(
        words="Ryanggang,\n2019", link="https://atlas.example/?years=2019", row_count=1,
        dataset_version=VERSION, data_as_of="2026-01-22", generated_at="2026-02-01",
    )  # fmt: skip
    assert cite_view(about) == (
        "Crackdown Atlas: reported security-force incidents in North Korea. "
        f"View: Ryanggang, 2019. 1 reported incident. Dataset {VERSION} (SHA-256). "
        "Data as of 2026-01-22. Exported 2026-02-01. https://atlas.example/?years=2019"
    )
    entry = bibtex_view(about)
    assert entry.startswith("@misc{crackdown-atlas-3f2a9c1b5d7e,\n")
    assert "  year = {2026},\n  url = {https://atlas.example/?years=2019},\n" in entry
