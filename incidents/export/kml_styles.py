"""The looks of the KML: five shades by count, and points without any pin."""

from __future__ import annotations

import xml.etree.ElementTree as ET

# Each shade holds counts from its number up; colours are aabbggrr, light to dark blue.
SHADES = {1: "ccfff3ef", 2: "cce7d7bd", 5: "ccd6ae6b", 10: "ccbd8231", 25: "cc9c5108"}
EDGE = "ff707070"


def shade(count: int) -> str:
    """The style id for a district with `count` reports (1 or more).

    >>> shade(1), shade(4), shade(300)
    ('reports-1', 'reports-2', 'reports-25')
    """
    return f"reports-{max(step for step in SHADES if step <= count)}"


def add_styles(document: ET.Element) -> None:
    """Add every style the placemarks refer to."""
    for step, colour in SHADES.items():
        _add_style(document, f"reports-{step}", label=0.8, fill=colour, edge="1")
    _add_style(document, "province", label=0.9, fill=None, edge="2")
    _add_style(document, "silent", label=0, fill=None, edge="0.5")
    _add_style(document, "incident", label=0, fill=None, edge="1")


def _add_style(parent: ET.Element, name: str, *, label: float, fill: str | None, edge: str) -> None:
    """A style without icon whose balloon shows the escaped description and nothing else."""
    style = ET.SubElement(parent, "Style", id=name)
    icon = ET.SubElement(style, "IconStyle")
    ET.SubElement(icon, "scale").text = "0"
    ET.SubElement(icon, "Icon")
    ET.SubElement(ET.SubElement(style, "LabelStyle"), "scale").text = str(label)
    line = ET.SubElement(style, "LineStyle")
    ET.SubElement(line, "color").text = EDGE
    ET.SubElement(line, "width").text = edge
    area = ET.SubElement(style, "PolyStyle")
    ET.SubElement(area, "color").text = fill or "00ffffff"
    ET.SubElement(area, "fill").text = "1" if fill else "0"
    balloon = ET.SubElement(style, "BalloonStyle")
    ET.SubElement(balloon, "text").text = "$[description]"
