"""Names and codes under which files list North Korea; rows of other countries are on no map."""

from __future__ import annotations

from incidents.intake.spelling import key_of_name

NORTH_KOREA = frozenset(
    ("", "kp", "prk", "408", "731", "north korea", "dprk", "korea, north", "korea (north)",
     "democratic people's republic of korea", "korea, democratic people's republic of",
     "korea, dem. people's rep.", "dem. people's republic of korea", "korea, dpr", "dpr korea",
     "북한", "조선", "조선민주주의인민공화국", "north korea (dprk)", "nk")
)  # fmt: skip


def is_abroad(country: str) -> bool:
    """Return whether a cell names a country other than North Korea."""
    return key_of_name(country) not in NORTH_KOREA
