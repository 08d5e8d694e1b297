"""Signs that are no text: control characters, halves of pairs, bytes of file names."""

from __future__ import annotations

import os
import re

CONTROLS = r"[\x00-\x08\x0b\x0c\x0e-\x1f]"  # what not even XML may hold
HALVES = re.compile("[\ud800-\udfff]")
NO_TEXT = re.compile(f"{CONTROLS}|{HALVES.pattern}")
HALF = "\x1a"  # what stands for a half of a pair until the controls are replaced
INSTEAD = "\ufffd"


def readable(text: str) -> str:
    """Return the text with every sign that is none replaced by one that can be seen.

    >>> readable("a\\x1bb\\ttab")
    'a\ufffdb\\ttab'
    """
    return NO_TEXT.sub(INSTEAD, text)


def named(path: object) -> str:
    r"""Return the name of a file or folder as text; controls and broken bytes are written out.

    >>> named("caf\udce9.csv")
    'caf\\xe9.csv'
    """
    text = os.fsencode(str(path)).decode("utf-8", "backslashreplace")
    return NO_TEXT.sub(lambda sign: f"\\x{ord(sign[0]):02x}", text)
