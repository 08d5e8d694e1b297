"""Text from data made safe to stand inside Markdown: shown as it is, never as markup."""

from __future__ import annotations

import re

# What Streamlit turns into signs of its own after Markdown has been read, escaped or not: its logo,
# and arrows, dashes and such where they stand alone.
_SIGNS = re.compile(r":(?=streamlit:)|(?<!\S)[<>~-](?=[->=]{1,2}(?!\S))")
_JOINER = "\u2060"  # invisible, of no width
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:@&\"'=^/])")


def plain(text: object) -> str:
    r"""Return the text with every sign that Markdown could read as markup escaped.

    An invisible joiner stands in the few words that Streamlit would redraw all the same.

    >>> plain("a*b* [x](http://e)")
    'a\\*b\\* \\[x\\]\\(http\\:\\/\\/e\\)'
    """
    one_line = " ".join(str(text).split())
    return _MARKUP.sub(r"\\\1", _SIGNS.sub(rf"\g<0>{_JOINER}", one_line))


def is_link(text: str) -> bool:
    """Return whether the text is a whole http(s) address, the only kind that becomes a link."""
    return bool(re.fullmatch(r"https?://[^\s<>\"'`\\]+", text))
