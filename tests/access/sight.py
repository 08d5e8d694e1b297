"""Colours as eyes see them: contrast, distance, and how a reader with another sense of colour does.

Sources: luminance and contrast after WCAG 2.2; CIE 1976 L*a*b* under D65; the three matrices of
Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision
deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009, table of
severity 1.0, for linear light. Colours are "#rrggbb"; light is three numbers from 0 to 1.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
MACHADO = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
LUMINANCE = np.array([0.2126, 0.7152, 0.0722])
TO_XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
)  # sRGB, IEC 61966-2-1
SENSES = ("usual", *MACHADO, "greyscale")


def light(colour: str) -> np.ndarray:
    """Linear light of a colour."""
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def written(linear: np.ndarray) -> str:
    """The colour of linear light."""
    kept = np.clip(linear, 0, 1)
    parts = np.where(kept <= 0.0031308, kept * 12.92, 1.055 * kept ** (1 / 2.4) - 0.055)
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def seen(colour: str, sense: str) -> str:
    """The colour as a reader sees it who has this sense of colour.

    >>> seen("#ff0000", "usual"), seen("#ffffff", "protanopia"), seen("#ff0000", "greyscale")
    ('#ff0000', '#ffffff', '#7f7f7f')
    """
    if sense == "usual":
        return colour
    if sense == "greyscale":
        return written(np.repeat(LUMINANCE @ light(colour), 3))
    return written(np.array(MACHADO[sense]) @ light(colour))


def over(top: str, ground: str, opacity: float) -> str:
    """A half transparent colour on its ground, mixed as browsers do, in written values."""
    ends = ([int(one[at : at + 2], 16) for at in (1, 3, 5)] for one in (top, ground))
    return "#" + "".join(
        f"{round(a * opacity + b * (1 - opacity)):02x}" for a, b in zip(*ends, strict=True)
    )


def contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG, 1 to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    dark, bright = sorted(float(LUMINANCE @ light(colour)) for colour in (one, other))
    return round((bright + 0.05) / (dark + 0.05), 6)


def lab(colour: str) -> np.ndarray:
    """CIE L*a*b* of a colour: L* from 0 (black) to 100 (white)."""
    ratio = (TO_XYZ @ light(colour)) / TO_XYZ.sum(axis=1)
    bent = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    x, y, z = bent
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def distance(one: str, other: str) -> float:
    """Delta E*ab (CIE 1976) of two colours; about 2.3 is just noticeable side by side.

    >>> round(distance("#ffffff", "#000000"), 3)
    100.0
    """
    return float(np.linalg.norm(lab(one) - lab(other)))


def of_map(theme: str) -> dict[str, str]:
    """The colours of the map in "light" or "dark", by the names static/atlas.css gives them."""
    text = (ROOT / "static" / "atlas.css").read_text(encoding="utf-8")
    light_part, dark_part = (
        text[m.end() :].split("}")[0] for m in re.finditer(r":root[^{]*{", text)
    )
    names = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")
    found = dict(names.findall(light_part))
    return found | dict(names.findall(dark_part)) if theme == "dark" else found


def of_page(theme: str) -> dict:
    """The theme of the pages, "light" or "dark", as .streamlit/config.toml has it."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    return settings["theme"][theme]
