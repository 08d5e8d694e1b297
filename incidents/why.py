"""Why something could not be read or written, in words of the table whatever a library says.

A library speaks English only, and of its own insides. What a reader needs is the place in the
file, or the kind of damage; where neither is known, the name of the error, to look it up.
"""

from __future__ import annotations

import errno
import re
from typing import Any

from incidents.words import say
from incidents.words.causes import HEARD, WORDS


class Told(ValueError):
    """A fault whose text is already a sentence of the table, in the language being spoken."""


def why(fault: BaseException) -> str:
    """Return why in the language being spoken: part of a sentence, without its end.

    >>> why(FileNotFoundError(2, "No such file or directory")), why(EOFError())
    ('it is not there', 'its end is missing')
    """
    key, values = cause(fault)
    return say(key, **values)


def cause(fault: BaseException) -> tuple[str, dict[str, Any]]:
    """Return the entry of the table for what went wrong, and its values."""
    if isinstance(fault, Told):
        return "causes.told", {"text": str(fault)}
    if isinstance(fault, UnicodeDecodeError):
        return "causes.not_text", {"place": fault.start + 1}
    if isinstance(fault, RecursionError):
        return "causes.too_deep", {}
    if isinstance(fault, EOFError):
        return "causes.cut", {}
    if isinstance(fault, OSError) and fault.errno:
        return _of_system(fault.errno)
    place = _place(fault)
    if place:
        return "causes.place", dict(zip(("line", "column"), place, strict=True))
    return _heard(fault)


def _of_system(number: int) -> tuple[str, dict[str, Any]]:
    code = errno.errorcode.get(number, str(number))
    return (f"causes.{code}", {}) if code in WORDS else ("causes.system", {"code": code})


def _place(fault: BaseException) -> tuple[int, int] | None:
    """Line and column, from 1, where a parser of JSON, XML or YAML says them."""
    mark = getattr(fault, "problem_mark", None)
    if mark is not None:
        return mark.line + 1, mark.column + 1
    line = getattr(fault, "lineno", None)
    if line is None:
        position = getattr(fault, "position", None)
        return (position[0], position[1] + 1) if isinstance(position, tuple) else None
    column = getattr(fault, "colno", None)
    return line, column if column is not None else getattr(fault, "offset", 0) + 1


def _heard(fault: BaseException) -> tuple[str, dict[str, Any]]:
    said = str(fault)[:2_000]
    for pattern, entry in HEARD.items():
        found = re.search(pattern, said)
        if found:
            return f"causes.{entry}", found.groupdict()
    return "causes.other", {"kind": type(fault).__name__}
