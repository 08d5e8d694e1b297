"""Data as a script may hold them."""

from __future__ import annotations

import json
from typing import Any

# Characters that could end the script or be taken for a template on the way to the browser.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&'`$\u2028\u2029"}


def to_script(sent: dict[str, Any]) -> str:
    r"""JSON that stays data inside a script, whatever its texts hold.

    >>> to_script({"name": "</script>${x}"})
    '{"name":"\\u003c/script\\u003e\\u0024{x}"}'
    """
    return json.dumps(sent, separators=(",", ":")).translate(_ESCAPES)
