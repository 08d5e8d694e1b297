"""Which number formats of a workbook show a number as a day."""

from __future__ import annotations

import re

BUILT_IN = {14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)}
LITERAL = re.compile(r"\"[^\"]*\"|\\.|\[(?!h|m|s)[^\]]*\]|_.|\*.", re.IGNORECASE)


def is_date_format(number: str, code: str | None) -> bool:
    """Return whether a format shows a day; times alone do not.

    Numbers as in ECMA-376 part 1, 18.8.30 (with the East Asian ones); codes of one's own by
    their letters outside quotes and brackets.

    >>> is_date_format("14", None), is_date_format("164", 'yyyy"년" m"월"')
    (True, True)
    >>> is_date_format("165", "[Red]0.00"), is_date_format("46", "[h]:mm:ss")
    (False, False)
    """
    if code is None:
        return number.isdigit() and int(number) in BUILT_IN
    letters = LITERAL.sub("", code.split(";")[0]).lower()
    return "y" in letters or "d" in letters or ("m" in letters and not set("hs:") & set(letters))
