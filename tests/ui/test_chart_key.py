"""The key above a chart: a swatch and words for each kind of mark."""

from streamlit.testing.v1 import AppTest


def drawn():
    def page():
        from ui import chart_key

        chart_key.draw(
            [("box", "#123456", "a < b"), ("ring", "#abcdef", "late"), ("", "", "plain")]
        )

    (part,) = AppTest.from_function(page).run().get("html")
    return str(part.proto.body)


def test_each_entry_has_its_colour_and_its_words():
    """A box is filled, a ring is an edge, and words alone have no swatch."""
    body = drawn()
    assert "background: #123456" in body and "border: 2px solid #abcdef" in body
    assert body.count("<span") == 5  # three entries, two swatches


def test_words_are_text():
    """What a mark is called can be no markup."""
    assert "a &lt; b" in drawn()
