"""Which encoding a text file has: UTF-8, UTF-16, CP949 (EUC-KR) or CP1252, found and named."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from incidents.intake.errors import IntakeError
from incidents.intake.said import to_say

SAMPLE = 400_000
PIECE = 1_000_000
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with BOM"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding: its codec, its name and state, and how to treat bytes that break it."""

    codec: str
    name: str
    errors: str = "strict"


def detect(data: bytes) -> Encoding:
    """Return the encoding of a text file; IntakeError if it is none of those read here.

    A byte order mark decides; without one the strictest encoding that fits all bytes does. Korean
    is told from Western text by how much of what it would decode to is Hangul.

    >>> detect("날짜,시군".encode("cp949")).name, detect("café, fête".encode("cp1252")).name
    ('CP949', 'CP1252')
    """
    for mark, codec, name in BOMS:
        if data.startswith(mark):
            broken = "" if _fits(data, codec) else ", damaged"
            return Encoding(codec, name + broken, "replace")
    if (wide := _wide(data)) and _fits(data, wide):
        return Encoding(wide, "UTF-16 without BOM")
    if _fits(data, "utf-8"):
        return Encoding("utf-8", "UTF-8")
    if _mostly_utf8(data):
        return Encoding("utf-8", "UTF-8, damaged", "replace")
    if _fits(data, "cp949") and _is_korean(data):
        return Encoding("cp949", "CP949")
    if _fits(data, "cp1252"):
        return Encoding("cp1252", "CP1252")
    raise IntakeError(to_say("file_faults.not_encoded"))


def _fits(data: bytes, codec: str) -> bool:
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        for start in range(0, len(data), PIECE):
            decoder.decode(data[start : start + PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _wide(data: bytes) -> str:
    """The UTF-16 codec that every other byte being zero points to; "" if nothing does."""
    sample = data[: SAMPLE - SAMPLE % 2]
    if len(data) % 2 or b"\x00" not in sample:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) / 20 or min(even, odd) > max(even, odd) / 20:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _mostly_utf8(data: bytes) -> bool:
    """Whether a few broken bytes stand among many characters that can only be UTF-8."""
    text = data[:SAMPLE].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for sign in text if "\u0100" <= sign != "\ufffd")
    return bool(broken) and whole >= 3 and whole > 4 * broken


def _is_korean(data: bytes) -> bool:
    """Whether most of what is not ASCII decodes to Hangul of KS X 1001 (of CP949 if that fails)."""
    text = data[:SAMPLE].decode("cp949", "ignore")
    foreign = [sign for sign in text if sign > "\x7f"]
    hangul = sum(1 for sign in foreign if _is_common_hangul(sign))
    return 2 * hangul > len(foreign)


def _is_common_hangul(sign: str) -> bool:
    if not "가" <= sign <= "힣":
        return False
    try:
        sign.encode("euc_kr")
    except UnicodeEncodeError:
        return False
    return True
