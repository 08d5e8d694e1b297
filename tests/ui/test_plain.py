"""Text from data inside Markdown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ui.cards import address, card, paid
from ui.plain import is_link, plain

HOSTILE = [
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "![x](https://evil.example/pixel.png)",
    "https://evil.example",
    "www.evil.example",
    "a@evil.example",
    "`code` $x^2$ ${alert(1)} :red[x] :material/home: ~~s~~ **b** _i_",
    "# heading",
    "- item\n\n---",
    "| a | b |\n|---|---|",
    "&lt;b&gt; &#60;b&#62;",
    "혜산시 🙂 \u202egnp.exe",
    "a" * 5000,
]
ROW = {
    "id": "NK1", "title": "t", "date_start": None, "date_end": None, "date_precision": "day",
    "place_precision": "district", "event_type": "arrest", "agency": "MPS;MSS", "locality": "",
    "district": "Hyesan", "province_name": "Ryanggang", "bribe_amount": None, "bribe_currency": "",
    "bribe_in_kind": "", "outlet": "Daily NK", "source_url": "https://example.org/a_(b)",
    "edtf": "2019",
}  # fmt: skip


def kinds(markdown):
    parser = MarkdownIt("gfm-like", {"linkify": False})
    found = set()
    for token in parser.parse(markdown):
        found |= {token.type} | {child.type for child in token.children or ()}
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text):
    """A Markdown parser finds a paragraph of text and nothing else."""
    assert kinds(plain(text)) <= {
        "paragraph_open", "paragraph_close", "inline", "text", "text_special",
    }  # fmt: skip


REDRAWN = [":streamlit:", "->", "<-", "<->", "--", ">=", "<=", "~="]  # by Streamlit, escaped or not


@pytest.mark.parametrize("sign", REDRAWN)
@pytest.mark.parametrize("text", ["{}", "a {} b", "a\n{}", "{} {}"])
def test_streamlit_finds_no_word_it_would_redraw(sign, text):
    """Only an invisible sign is added, and the words it looks for are no longer there."""
    shown = re.sub(r"\\(.)", r"\1", plain(text.format(sign, sign)))
    assert shown.replace("\u2060", "") == " ".join(text.format(sign, sign).split())
    assert sign not in shown


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=60))
def test_any_text_is_only_text(text):
    """Whatever the data hold, no link, picture, heading, list or HTML comes of it."""
    allowed = {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}
    assert kinds("x" + plain(text)) <= allowed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org/a", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://example.org/ x", False),
        ('https://example.org/"onclick=', False),
        ("HTTPS//example.org", False),
        ("", False),
    ],
)
def test_only_whole_web_addresses_become_links(text, expected):
    """http and https, no spaces, no quotes, no angle brackets."""
    assert is_link(text) is expected


def test_a_bracket_cannot_end_a_link_early():
    """Round brackets in an address are written as what they encode to."""
    assert address("https://example.org/a_(b)") == "https://example.org/a_%28b%29"


def test_a_card_says_what_when_where_and_links_the_source():
    """Dates in words and EDTF, agencies, precision, and a link that is the source's."""
    import pandas as pd

    day = pd.Timestamp("2019-11-05")
    text = card({**ROW, "date_start": day, "date_end": day, "title": "[x](http://evil.example)"})
    plain_text = text.replace("\\", "")
    assert "5 November 2019" in plain_text and "Police (MPS) and State security" in plain_text
    assert "(https://example.org/a_%28b%29)" in text
    assert "](http://evil" not in text


@pytest.mark.parametrize(
    ("amount", "currency", "kind", "words"),
    [
        (1500.0, "CNY", "", "CNY 1,500"),
        (1500.5, "CNY", "", "CNY 1,500.5"),
        (0.125, "USD", "", "USD 0.125"),
        (150000.0, "KPW", "", "KPW 150,000"),
        (None, "", "a car battery", "a car battery"),
        (1000.0, "CNY", "a car battery", "CNY 1,000; a car battery"),
    ],
)
def test_a_sum_is_said_as_reported_and_never_rounded(amount, currency, kind, words):
    """A half yuan stays a half yuan; goods stand beside the money."""
    row = {**ROW, "bribe_amount": amount, "bribe_currency": currency, "bribe_in_kind": kind}
    assert paid(row) == words
