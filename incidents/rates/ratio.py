"""The rate ratio of two counts and its exact interval."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

LEVEL = 0.95
ALIKE = 1e-7  # by which probabilities may differ and count as equal


@dataclass(frozen=True, slots=True)
class Ratio:
    """Reports per day inside the windows over reports per day outside.

    `value` is None where there is nothing to divide by (infinite, or no report at all).
    `low` and `high` are the exact 95 % limits; `high` None is infinite. `p` is the two-sided
    p-value of "no difference". `known` is False when there is no interval at all.
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None

    @property
    def known(self) -> bool:
        """Whether an interval could be computed."""
        return self.low is not None

    @property
    def side(self) -> int:
        """1 when the whole interval lies above 1, -1 when below, 0 when it holds 1."""
        if self.low is not None and self.low > 1:
            return 1
        return -1 if self.high is not None and self.high < 1 else 0

    def limits(self) -> list[float | None] | None:
        """[low, high] for JSON; None where there is no interval."""
        return [self.low, self.high] if self.known else None


def rate_ratio(inside: int, inside_days: int, outside: int, outside_days: int) -> Ratio:
    """The ratio of two rates with its exact 95 % interval.

    Conditional on the sum, the count inside is binomial with the share of days; its
    Clopper-Pearson limits become limits of the ratio (Przyborowski and Wilenski 1940).
    Without days on either side, or without any report, nothing is known.

    >>> r = rate_ratio(12, 30, 40, 335)
    >>> round(r.value, 2), round(r.low, 2), round(r.high, 2)
    (3.35, 1.6, 6.51)
    >>> round(rate_ratio(0, 30, 40, 335).high, 2)
    1.08
    >>> rate_ratio(3, 30, 0, 335).high is None
    True
    """
    total = inside + outside
    if not (inside_days and outside_days and total):
        return Ratio()
    low, high = _limits(inside, total)
    per_odds = outside_days / inside_days
    return Ratio(
        value=inside / outside * per_odds if outside else None,
        low=low / (1 - low) * per_odds,
        high=high / (1 - high) * per_odds if high < 1 else None,
        p=_p_value(inside, total, inside_days / (inside_days + outside_days)),
    )


def _limits(found: int, total: int) -> tuple[float, float]:
    """Return the Clopper-Pearson limits of a share."""
    from scipy.special import betaincinv

    tail = (1 - LEVEL) / 2
    low = betaincinv(found, total - found + 1, tail) if found else 0.0
    high = betaincinv(found + 1, total - found, 1 - tail) if found < total else 1.0
    return float(low), float(high)


def _p_value(found: int, total: int, share: float) -> float:
    """Return how likely counts at most as likely as the one found are, on either side of it.

    The other side is searched for its first count that is no likelier (Sterne's exact test).
    """
    from scipy.special import bdtr, bdtrc

    middle, limit = share * total, _density(found, total, share) * (1 + ALIKE)
    if found == middle:
        return 1.0
    if found < middle:
        near = bdtr(found, total, share)
        other = _first(lambda n: _density(n, total, share) <= limit, math.ceil(middle), total + 1)
        far = bdtrc(other - 1, total, share) if other <= total else 0.0
    else:
        near = bdtrc(found - 1, total, share) if found else 1.0
        kept = _first(lambda n: _density(n, total, share) > limit, 0, math.floor(middle) + 1)
        far = bdtr(kept - 1, total, share) if kept else 0.0
    return min(1.0, float(near + far))


def _density(found: int, total: int, share: float) -> float:
    """Return the binomial probability of a count."""
    from scipy.special import gammaln, xlog1py, xlogy

    ways = gammaln(total + 1) - gammaln(found + 1) - gammaln(total - found + 1)
    return float(math.exp(ways + xlogy(found, share) + xlog1py(total - found, -share)))


def _first(holds: Callable[[int], bool], low: int, high: int) -> int:
    """Return the first number of low..high - 1 for which it holds, as for all after; or high."""
    return low + bisect_left(range(low, high), True, key=holds)
