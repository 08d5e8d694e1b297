"""The places of a store: each distinct pair of a province and districts, by number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from incidents.once import once

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Units(NamedTuple):
    """Which provinces or districts the places lie in.

    ``codes`` in order; ``place`` and ``code`` have one entry a place and unit it lies in: the
    number of the place, and where the unit stands in ``codes``.
    """

    codes: tuple[str, ...]
    place: NDArray[np.int32]
    code: NDArray[np.int32]


@dataclass(frozen=True)
class Places:
    """The distinct places of a store by number: province code, ADM2 ids (";" between)."""

    province: tuple[str, ...]
    district_id: tuple[str, ...]

    def numbers(self, provinces: tuple[str, ...], districts: tuple[str, ...]) -> NDArray[np.int32]:
        """Return the places in any of the provinces and with any of the districts; () is all.

        >>> Places(("", "KP-10", "KP-10"), ("", "", "KP-10-01;KP-10-08")).numbers((), ("KP-10-08",))
        array([2], dtype=int32)
        """
        found = [
            number
            for number, (code, ids) in enumerate(zip(self.province, self.district_id, strict=True))
            if (not provinces or code in provinces)
            and (not districts or not set(districts).isdisjoint(ids.split(";")))
        ]
        return np.array(found, dtype=np.int32)

    @once
    def has_province(self) -> NDArray[np.bool_]:
        """Whether each place has a province."""
        return np.array([bool(code) for code in self.province], dtype=bool)

    @once
    def has_district(self) -> NDArray[np.bool_]:
        """Whether each place has a district."""
        return np.array([bool(ids) for ids in self.district_id], dtype=bool)

    @once
    def provinces(self) -> Units:
        """The provinces, and the places in each."""
        return _units([(code,) if code else () for code in self.province])

    @once
    def districts(self) -> Units:
        """The districts, and the places in each; a place may lie in several."""
        return _units([tuple(ids.split(";")) if ids else () for ids in self.district_id])


def _units(of_place: list[tuple[str, ...]]) -> Units:
    """Return the units that places lie in, from those of each place.

    >>> units = _units([(), ("KP-10",), ("KP-09",)])
    >>> units.codes, units.place.tolist(), units.code.tolist()
    (('KP-09', 'KP-10'), [1, 2], [1, 0])
    """
    codes = tuple(sorted({code for units in of_place for code in units}))
    at = {code: number for number, code in enumerate(codes)}
    pairs = [(place, at[code]) for place, units in enumerate(of_place) for code in units]
    place, code = np.array(pairs, dtype=np.int32).reshape(-1, 2).T
    return Units(codes, place.copy(), code.copy())
