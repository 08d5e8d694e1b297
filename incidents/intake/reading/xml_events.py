"""XML read event by event with expat; document types and entities are refused unread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.parsers import expat

from incidents.intake.errors import IntakeError
from incidents.intake.said import cause_of, to_say

Start = Callable[[str, dict[str, str]], Any]
PIECE = 65_536


def make_parser(start: Start, end: Callable[[str], Any], text: Callable[[str], Any]) -> Any:
    """Return an expat parser that calls back with local names; IntakeError on any declaration."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start_local(name: str, marks: dict[str, str]) -> None:
        for mark in marks:
            if ":" in mark:
                marks = {one.rsplit(":", 1)[-1]: value for one, value in marks.items()}
                break
        start(name.rsplit(":", 1)[-1] if ":" in name else name, marks)

    def end_local(name: str) -> None:
        end(name.rsplit(":", 1)[-1] if ":" in name else name)

    parser.StartElementHandler = start_local
    parser.EndElementHandler = end_local
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    return parser


def parse_xml(
    data: bytes,
    start: Start,
    end: Callable[[str], Any] = lambda name: None,
    text: Callable[[str], Any] = lambda piece: None,
) -> None:
    """Read a whole part with callbacks; IntakeError if it is not well-formed."""
    parser = make_parser(start, end, text)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as fault:
        raise IntakeError(to_say("format_faults.part_damaged", fault=cause_of(fault))) from fault


def _refuse(*_: Any) -> None:
    raise IntakeError(to_say("format_faults.part_declares"))
