"""The atlas on the command line: count, export, rates, place, check, convert, verify."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.faults import DataFaults
from incidents.periods import Calendar
from incidents.query import QueryError, parse_query
from incidents.selection import Selection
from incidents.store import Store, open_store
from incidents.view import View, look

OK, UNREADABLE = 0, 2


@cache
def _atlas() -> tuple[Store, Calendar]:
    return open_store(DATA), read_calendar(DATA)


def _view(query: str) -> View:
    store, calendar = _atlas()
    selection = parse_query(query, store.vocabulary(calendar))
    view = look(store, selection, calendar)
    if selection.id and not look(store, Selection(id=selection.id), calendar).rows_count:
        raise QueryError(f"Unknown id '{selection.id}'. Ids look like NK00301.")
    return view


def count(query: str) -> dict[str, object]:
    """Return the numbers of one query ."""
    view = _view(query)
    return {
        "rows": view.rows_count,
        "within": view.triple.within,
        "expected": round(view.triple.expected, 1),
        "touches": view.triple.touches,
        "in_districts": view.in_districts,
        "in_provinces": view.in_provinces,
        "not_on_map": view.not_on_map,
    }


def rates(query: str) -> dict[str, object]:
    """Return the run-up against the rest of the year ."""
    from incidents.rates import compare

    view = _view(query)
    if view.selection.period not in view.calendar.occasions:
        raise QueryError("rates needs a period that recurs; give period=day_of_security or alike.")
    return compare(view.untimed(), view.calendar, view.selection, view.span).to_json()


def place(name: str) -> dict[str, object]:
    """Return the place a spelled name means, or its candidates or suggestions."""
    from geo.places import resolve

    found = resolve(name)
    return {
        "name": found.name,
        "id": found.id,
        "kind": found.kind,
        "label": found.label,
        "candidates": list(found.candidates),
        "suggestions": list(found.suggestions),
    }


def _say(answer: dict[str, object]) -> None:
    print(json.dumps(answer, ensure_ascii=False, allow_nan=False), flush=True)


def _answer(ask: Callable[[str], dict[str, object]], given: str) -> int:
    """Answer one query, or with "-" one per line of standard input."""
    if given != "-":
        _say(ask(given))
        return OK
    for line in _lines():
        try:
            _say(ask(line))
        except (QueryError, DataFaults) as why:
            _say({"error": str(why)})
    return OK


def _lines() -> Iterator[str]:
    for line in sys.stdin:
        yield line.rstrip("\r\n")


def _export(query: str, form: str, out: str) -> int:
    from incidents.about import about_view
    from incidents.export import FORMATS, export

    if form not in FORMATS:
        raise QueryError(f"Unknown format '{form}'; choose one of {', '.join(FORMATS)}.")
    if out == "-" and not FORMATS[form].text:
        raise QueryError(f"{form} is not a text format; name a file with --out.")
    view = _view(query)
    about = about_view(view, datetime.now(UTC).isoformat(timespec="seconds"))
    content = export(view.rows, form, about)
    if out == "-":
        sys.stdout.buffer.write(content)
        return OK
    try:
        Path(out).write_bytes(content)
    except OSError as why:
        raise QueryError(f"{out} cannot be written: {why.strerror}.") from None
    return OK


def _verify(bundle: str) -> int:
    from incidents.export.bundle import verify_bundle

    faults = verify_bundle(Path(bundle))
    for fault in faults:
        print(fault)
    return 1 if faults else OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m incidents", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, says in (("count", "how many"), ("rates", "the run-up against the rest")):
        one = commands.add_parser(name, help=says)
        one.add_argument("query", metavar="QUERY", help="the part of a link after ?; - reads lines")
    exported = commands.add_parser("export", help="the rows as a file")
    exported.add_argument("query", metavar="QUERY")
    exported.add_argument("--format", default="csv")
    exported.add_argument("--out", default="-", metavar="FILE")
    commands.add_parser("place", help="what a name means").add_argument("name", metavar="NAME")
    commands.add_parser("verify", help="is a bundle unaltered").add_argument("bundle")
    return parser


def _run(argv: list[str]) -> int:
    if argv and argv[0] in ("check", "convert"):
        from incidents.intake.command import main_check, main_convert

        return (main_check if argv[0] == "check" else main_convert)(argv[1:])
    asked = _parser().parse_args(argv)
    if asked.command == "export":
        return _export(asked.query, asked.format, asked.out)
    if asked.command == "verify":
        return _verify(asked.bundle)
    if asked.command == "place":
        return _answer(place, asked.name)
    return _answer(count if asked.command == "count" else rates, asked.query)


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns 0, or 2 with one sentence on standard error."""
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except (QueryError, DataFaults) as why:
        print(" ".join(str(why).split()), file=sys.stderr)
        return UNREADABLE


if __name__ == "__main__":
    sys.exit(main())
