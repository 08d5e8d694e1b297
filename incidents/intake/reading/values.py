"""Typed values of a file (numbers, days, lists) as the text a reader would have typed."""

from __future__ import annotations

import json
import math
from datetime import date, datetime
from typing import Any


def as_text(value: Any) -> str:
    """Return a value as text: unknown is "", whole numbers without ".0", days as ISO.

    >>> as_text(7.0), as_text(None), as_text(date(2019, 11, 5)), as_text(["a", "b"])
    ('7', '', '2019-11-05', 'a;b')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _float_text(value)
    if isinstance(value, datetime):
        return _moment_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (bytes, bytearray, memoryview)):
        return ""
    return _other_text(value)


def _float_text(value: float) -> str:
    if not math.isfinite(value):
        return ""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _moment_text(value: datetime) -> str:
    if (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0):
        return value.date().isoformat()
    return value.isoformat(sep=" ")


def _other_text(value: Any) -> str:
    if isinstance(value, (list, tuple)) and not any(isinstance(v, (list, dict)) for v in value):
        return ";".join(as_text(part) for part in value)
    if isinstance(value, (list, tuple, dict)):
        try:
            return json.dumps(value, ensure_ascii=False, default=str)
        except (ValueError, RecursionError):
            return ""
    try:
        return str(value)
    except ValueError:
        return ""
