"""Text from data made safe to stand inside Markdown: shown as it is, never as markup."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:@&\"'=^/])")


def plain(text: object) -> str:
    r"""Return the text with every sign that Markdown could read as markup escaped.

    >>> plain("a*b* [x](http://e)")
    'a\\*b\\* \\[x\\]\\(http\\:\\/\\/e\\)'
    """
    one_line = " ".join(str(text).split())
    return _MARKUP.sub(r"\\\1", one_line)


def is_link(text: str) -> bool:
    """Return whether the text is a whole http(s) address, the only kind that becomes a link."""
    return bool(re.fullmatch(r"https?://[^\s<>\"'`\\]+", text))
