"""The rate ratio of two counts and its exact interval."""

from __future__ import annotations

from dataclasses import dataclass

LEVEL = 0.95


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
    from scipy.stats import binomtest

    total = inside + outside
    if not (inside_days and outside_days and total):
        return Ratio()
    test = binomtest(inside, total, inside_days / (inside_days + outside_days))
    limits = test.proportion_ci(LEVEL, "exact")
    per_odds = outside_days / inside_days
    return Ratio(
        value=inside / outside * per_odds if outside else None,
        low=float(limits.low / (1 - limits.low) * per_odds),
        high=float(limits.high / (1 - limits.high) * per_odds) if limits.high < 1 else None,
        p=float(test.pvalue),
    )
