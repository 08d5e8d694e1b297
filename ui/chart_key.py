"""What the colours of a chart mean: swatches and words above it, which wrap where it is narrow."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

# How a sign of each kind looks beside its words; its colour is the mark's own.
_SHAPES = {
    "box": "width: 0.8em; height: 0.8em; background: {};",
    "line": "width: 1.3em; height: 0.25em; background: {}; vertical-align: middle;",
    "tick": "width: 0.2em; height: 0.9em; background: {};",
    "ring": "width: 0.6em; height: 0.6em; border: 2px solid {}; border-radius: 50%;",
}
_SIGN = '<span style="display: inline-block; margin-right: 0.4em; {}"></span>'
_ENTRY = '<span style="display: inline-block; margin-right: 1.4em;">{}{}</span>'
_LINE = '<div style="print-color-adjust: exact; font-size: 0.87rem; line-height: 1.7;">{}</div>'


def draw(entries: Iterable[tuple[str, str, str]]) -> None:
    """Draw one entry a kind of mark: its shape, its colour, its words.

    Shapes are box, line, tick and ring, or "" for words alone.
    """
    st.html(_LINE.format("".join(_entry(*one) for one in entries)))


def _entry(shape: str, color: str, words: str) -> str:
    sign = _SIGN.format(_SHAPES[shape].format(escape(color))) if shape else ""
    return _ENTRY.format(sign, escape(words))
