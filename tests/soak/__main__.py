"""The soak: `python -m tests.soak [--readers 30] [--minutes 5] [--seed 1]`; exit 1 on any fault."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from tests.soak.crowd import soak

# MB that the server may gain over the second half, however long that is. With 30 readers coming and
# going about 500 MB wobble by 8 MB either way, which alone tilts a line through it by up to 12 MB.
# In five minutes this catches a leak of 6 MB a minute, in an hour (--minutes 60) one of 0.5.
MOST = 15.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it, print the figures and whatever went wrong; 0 if nothing did."""
    asked = _parser().parse_args(arguments)
    found = soak(asked.readers, asked.minutes * 60, asked.seed, asked.rest)
    print("\n".join(found.lines()), flush=True)
    for complaint in found.complaints[:20]:
        print(f"  {complaint}", file=sys.stderr)
    grows = found.growth > asked.most
    if grows:
        print(f"memory gained more than {asked.most} MB over the second half", file=sys.stderr)
    return int(grows or bool(found.complaints))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=main.__doc__)
    parser.add_argument("--readers", type=int, default=30)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rest", type=float, default=2.0, help="mean pause of a reader, in s")
    parser.add_argument("--most", type=float, default=MOST, help="MB gained in the second half")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
