"""The atlas on the command line: one command a question, listed in ``COMMANDS``."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from pathlib import Path

from geo.gazetteer import PlaceDataFault
from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.faults import DataFaults, StoreLost, in_words
from incidents.periods import Calendar
from incidents.query import QueryError, Vocabulary, parse_query, read_query
from incidents.selection import Selection
from incidents.store import Store, open_store
from incidents.stores.address import VARIABLE, named
from incidents.view import View, look

OK, UNREADABLE = 0, 2


Ask = Callable[[str], dict[str, object]]
Command = Callable[[list[str]], int]  # the arguments after its name -> the exit status


@cache
def _atlas(address: str) -> tuple[Store, Calendar]:
    calendar = read_calendar(DATA)
    if not address:
        return open_store(DATA), calendar
    from incidents.stores.opening import store_at

    return store_at(address), calendar


def _view(query: str, address: str) -> View:
    store, calendar = _atlas(address)
    linked = read_query(query, Vocabulary()).selection.version
    if linked and not address:
        store = _of_version(linked, store)
    selection = parse_query(query, store.vocabulary(calendar))
    view = look(store, selection, calendar)
    if selection.id and not look(store, Selection(id=selection.id), calendar).rows_count:
        from incidents.changes import absence

        raise QueryError(f"Unknown id '{selection.id}'. {absence(selection.id, store.version)}")
    return view


def _of_version(linked: str, store: Store) -> Store:
    """The store of the version that a link names, or the one given; what is to be said is said."""
    from incidents.versions import for_link

    asked, told = for_link(linked, store)
    if told:
        print(told, file=sys.stderr)
    return asked


def count(query: str, address: str = "") -> dict[str, object]:
    """Return the numbers of one query over the store at an address; "" is the embedded data."""
    view = _view(query, address)
    return {
        "rows": view.rows_count,
        "within": view.triple.within,
        "expected": round(view.triple.expected, 1),
        "touches": view.triple.touches,
        "in_districts": view.in_districts,
        "in_provinces": view.in_provinces,
        "not_on_map": view.not_on_map,
    }


def rates(query: str, address: str = "") -> dict[str, object]:
    """Return the run-up against the rest of the year."""
    from incidents.rates import comparison

    view = _view(query, address)
    if view.selection.period not in view.calendar.occasions:
        raise QueryError("rates needs a period that recurs; give period=day_of_security or alike.")
    return comparison(view).to_json()


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


def _answer(ask: Ask, given: str) -> int:
    """Answer one query, or with "-" one per line of standard input."""
    if given != "-":
        _say(ask(given))
        return OK
    for line in _lines():
        try:
            _say(ask(line))
        except (QueryError, DataFaults, PlaceDataFault, StoreLost) as why:
            _say({"error": in_words(why)})
    return OK


def _lines() -> Iterator[str]:
    for line in sys.stdin:
        yield line.rstrip("\r\n")


def _counted(argv: list[str]) -> int:
    asked = _over_a_store("count").parse_args(argv)
    return _answer(lambda query: count(query, asked.store), asked.query)


def _rated(argv: list[str]) -> int:
    asked = _over_a_store("rates").parse_args(argv)
    return _answer(lambda query: rates(query, asked.store), asked.query)


def _placed(argv: list[str]) -> int:
    parser = _parser("place")
    parser.add_argument("name", metavar="NAME")
    return _answer(place, parser.parse_args(argv).name)


def _exported(argv: list[str]) -> int:
    parser = _over_a_store("export")
    parser.add_argument("--format", default="csv")
    parser.add_argument("--out", default="-", metavar="FILE")
    asked = parser.parse_args(argv)
    return _export(asked.query, asked.store, asked.format, asked.out)


def _export(query: str, address: str, form: str, out: str) -> int:
    from incidents.export import ExportFault
    from incidents.export.command import write_out

    try:
        write_out(_view(query, address), form, out, datetime.now(UTC).isoformat(timespec="seconds"))
    except ExportFault as why:
        raise QueryError(str(why)) from None
    return OK


def _verified(argv: list[str]) -> int:
    from incidents.export.bundle import verify_bundle

    parser = _parser("verify")
    parser.add_argument("bundle")
    faults = verify_bundle(Path(parser.parse_args(argv).bundle))
    for fault in faults:
        print(fault)
    return 1 if faults else OK


def _in(module: str, name: str) -> Command:
    return lambda argv: getattr(import_module(module), name)(argv)


# Name -> what it says, what runs it. What it needs is imported when it runs.
COMMANDS: Mapping[str, tuple[str, Command]] = {
    "count": ("how many", _counted),
    "export": ("the rows as a file", _exported),
    "rates": ("the run-up against the rest", _rated),
    "place": ("what a name means", _placed),
    "check": ("what is wrong with a file", _in("incidents.intake.command", "main_check")),
    "convert": ("a file in our columns", _in("incidents.intake.command", "main_convert")),
    "verify": ("is a bundle unaltered", _verified),
    "diff": ("what two versions differ in", _in("incidents.difference_command", "main_diff")),
    "load": ("put a file into a store", _in("incidents.stores.command", "main_load")),
    "store": ("what is in a store", _in("incidents.stores.command", "main_store")),
    "synthesize": (
        "fill a store with made-up incidents",
        _in("incidents.stores.command", "main_synthesize"),
    ),
}


def _parser(command: str) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        prog=f"python -m incidents {command}", description=COMMANDS[command][0]
    )


def _over_a_store(command: str) -> argparse.ArgumentParser:
    parser = _parser(command)
    parser.add_argument("query", metavar="QUERY", help="the part of a link after ?; - reads lines")
    parser.add_argument(
        "--store",
        default=named(),
        metavar="STORE",
        help=f"address of a loaded store; default: {VARIABLE}, or the embedded data",
    )
    return parser


def _run(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m incidents",
        description=__doc__,
        epilog="\n".join(f"{name:12}{says}" for name, (says, _) in COMMANDS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    return COMMANDS[parser.parse_args(argv[:1]).command][1](argv[1:])


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns its status, or 2 with one sentence on standard error."""
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except (QueryError, DataFaults, PlaceDataFault, StoreLost) as why:
        print(" ".join(in_words(why).split()), file=sys.stderr)
        return UNREADABLE


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):  # a name that was given may be no text
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main())
