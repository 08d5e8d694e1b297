"""The soak: `python -m tests.soak [--readers 30] [--minutes 5] [--seed 1]`; exit 1 on any fault."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from tests.soak.crowd import soak

# MB a minute over the second half. With 30 readers coming and going about 500 MB wobble by 8 MB
# either way, which alone tilts a line through 150 s by up to 5 MB a minute, up or down.
FLAT = 8.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it, print the figures and whatever went wrong; 0 if nothing did."""
    asked = _parser().parse_args(arguments)
    found = soak(asked.readers, asked.minutes * 60, asked.seed, asked.rest)
    print("\n".join(found.lines()), flush=True)
    for complaint in found.complaints[:20]:
        print(f"  {complaint}", file=sys.stderr)
    grows = found.growth > asked.flat
    if grows:
        print(f"memory grows by more than {asked.flat} MB a minute", file=sys.stderr)
    return int(grows or bool(found.complaints))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=main.__doc__)
    parser.add_argument("--readers", type=int, default=30)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rest", type=float, default=2.0, help="mean pause of a reader, in s")
    parser.add_argument("--flat", type=float, default=FLAT, help="MB a minute still called flat")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
