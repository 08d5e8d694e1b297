"""`check` and `convert` on the command line: what is wrong with a file, and what came in of it."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from incidents.intake.check import ORDERS, check
from incidents.intake.errors import IntakeError
from incidents.intake.limits import LIMITS, check_size
from incidents.intake.mapping import read_mapping
from incidents.intake.profiles import PROFILES
from incidents.intake.report import Report
from incidents.intake.said import cause_of, to_say
from incidents.words import say

OK, REFUSED, UNREADABLE = 0, 1, 2


def main_check(argv: list[str]) -> int:
    """Print one JSON line per fault and the totals last.

    Returns 0 if no row was refused, 1 if some were, 2 if the file cannot be read (one sentence on
    standard error).
    """
    asked = _parser("check").parse_args(argv)
    try:
        report = _report(asked)
    except IntakeError as fault:
        return _complain(fault)
    write = sys.stdout.write
    for line in report.lines():
        write(json.dumps(line, ensure_ascii=False) + "\n")
    return _end(report)


def main_convert(argv: list[str]) -> int:
    """Write what came in as our CSV with `source_row`; print the totals; return as `main_check`."""
    parser = _parser("convert")
    parser.add_argument("--out", required=True, metavar="OUT.csv", help="- is standard output")
    asked = parser.parse_args(argv)
    from incidents.intake.convert import write_our_csv
    from incidents.whole import write_whole

    try:
        report = _report(asked)
        if asked.out == "-":
            write_our_csv(report, sys.stdout.buffer)
            return REFUSED if report.refused else OK
        write_whole(Path(asked.out), lambda out: write_our_csv(report, out))
    except OSError as fault:
        return _complain(
            IntakeError(to_say("file_faults.cannot_write", path=asked.out, why=cause_of(fault)))
        )
    except IntakeError as fault:
        return _complain(fault)
    return _end(report)


def _parser(name: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"python -m incidents {name}")
    parser.add_argument("file", metavar="FILE", help=LIMITS.in_words())
    parser.add_argument("--profile", choices=PROFILES, help="default: the header decides")
    parser.add_argument("--dates", choices=ORDERS, help="settles days that can be read both ways")
    parser.add_argument("--sheet", help="sheet of a workbook, layer of a GeoPackage")
    parser.add_argument("--mapping", metavar="JSON", help="names of places to codes")
    return parser


def _report(asked: argparse.Namespace) -> Report:
    mapping = read_mapping(_read(asked.mapping)) if asked.mapping else None
    return check(
        _read(asked.file),
        Path(asked.file).name,
        sheet=asked.sheet,
        profile=asked.profile,
        dates=asked.dates,
        mapping=mapping,
    )


def _read(path: str) -> bytes:
    """The bytes of a file; its size is checked before it is opened."""
    try:
        if Path(path).is_file():
            check_size(Path(path).stat().st_size)
        return Path(path).read_bytes()
    except (OSError, ValueError) as fault:
        if isinstance(fault, IntakeError):
            raise
        told = to_say("file_faults.cannot_open", path=path, why=cause_of(fault))
        raise IntakeError(told) from fault


def _complain(fault: IntakeError) -> int:
    print(" ".join(str(fault).split()), file=sys.stderr)
    return UNREADABLE


def _end(report: Report) -> int:
    print(json.dumps(report.totals), flush=True)
    described, profile = report.table.describe(), report.matching.profile
    head = say("file_notes.read_as", described=described, profile=profile)
    for sentence in (head, *(notice.sentence for notice in report.notices)):
        print(sentence, file=sys.stderr)
    return REFUSED if report.refused else OK
