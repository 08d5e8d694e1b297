"""KML that Google Earth opens: shaded districts, folders by type, and text that stays text."""

from __future__ import annotations

import re

import pytest
from defusedxml import ElementTree
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.export import About, export
from incidents.export.columns import COLUMNS, clean_for_xml

KML = {"k": "http://www.opengis.net/kml/2.2"}


def parse(content: bytes):
    """The document as a parser without document types sees it."""
    return ElementTree.fromstring(content, forbid_dtd=True)


def records_of(root) -> list[dict[str, str]]:
    """The incidents of a file, in the order of their ids."""
    marks = [one for one in root.iterfind(".//k:Placemark", KML) if is_incident(one)]
    return sorted(({**dict.fromkeys(COLUMNS, ""), **data_of(one)} for one in marks), key=by_id)


def by_id(record: dict[str, str]) -> str:
    """The key to sort records by."""
    return record["id"]


def is_incident(mark) -> bool:
    """Whether a placemark is an incident and not a district or province."""
    return mark.findtext("k:styleUrl", namespaces=KML) == "#incident"


def data_of(mark) -> dict[str, str]:
    """The ExtendedData of a placemark by column."""
    entries = mark.iterfind("k:ExtendedData/k:Data", KML)
    return {one.get("name"): one.findtext("k:value", "", KML) for one in entries}


@pytest.fixture
def root(rows, about):
    """The six rows as a KML document."""
    return parse(export(rows, "kml", about))


def folder(root, name: str):
    """The first folder whose name starts with `name`."""
    return next(
        one for one in root.iterfind(".//k:Folder", KML)
        if one.findtext("k:name", "", KML).startswith(name)
    )  # fmt: skip


def test_reads_back_as_the_same_rows(root, truths):
    """Every cell of the six rows comes back from ExtendedData, grouped but complete."""
    assert records_of(root) == sorted(truths, key=by_id)


def test_incidents_are_grouped_by_type_with_their_dates(root):
    """One folder for each event type in words; a span of days at each placemark."""
    kinds = [
        one.findtext("k:name", "", KML)
        for one in folder(root, "Reported").iterfind("k:Folder", KML)
    ]
    assert kinds[:2] == ["Bribe or extortion (1)", "Home search (1)"]
    assert "Arrest (1)" in kinds and len(kinds) == 6
    mark = folder(root, "Bribe or extortion").find("k:Placemark", KML)
    assert mark.findtext("k:TimeSpan/k:begin", "", KML) == "2019-11-01"
    assert mark.findtext("k:TimeSpan/k:end", "", KML) == "2019-11-13"


def test_it_is_said_to_be_district_level(root):
    """The document, the folder and every placed incident say how coarse the place is."""
    assert "known to its district at best" in root.findtext("k:Document/k:description", "", KML)
    assert folder(root, "Reported incidents by type (district-level)") is not None
    mark = folder(root, "Bribe or extortion").find("k:Placemark", KML)
    assert "not the place of the incident" in mark.findtext("k:description", "", KML)


def test_districts_are_shaded_by_count(root):
    """By hand: Hyesan has two reports and the second shade; districts without reports none."""
    shaded = {
        one.findtext("k:name", "", KML): one.findtext("k:styleUrl", "", KML)
        for one in folder(root, "Districts shaded").iterfind("k:Placemark", KML)
    }
    assert shaded == {
        "Hyesan: 2": "#reports-2", "Pochon: 1": "#reports-1", "Hoeryong: 1": "#reports-1",
    }  # fmt: skip
    assert len(folder(root, "Districts without").findall("k:Placemark", KML)) == 176


def test_no_pin_suggests_a_spot_and_nothing_is_fetched(root):
    """Every icon has scale 0 and no address; every style referred to exists."""
    assert {one.text for one in root.iterfind(".//k:IconStyle/k:scale", KML)} == {"0"}
    assert root.find(".//k:href", KML) is None
    assert root.find(".//k:NetworkLink", KML) is None
    ids = {f"#{one.get('id')}" for one in root.iterfind(".//k:Style", KML)}
    assert {one.text for one in root.iterfind(".//k:styleUrl", KML)} <= ids


def test_descriptions_are_escaped_once_more_for_google_earth(root):
    """A description is read as HTML, so no tag and no placeholder in it survives."""
    for one in root.iterfind(".//k:description", KML):
        assert not re.search(r"[<>]|\$\[", one.text)
    mark = folder(root, "Bribe or extortion").find("k:Placemark", KML)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in mark.findtext("k:description", "", KML)


def test_only_web_addresses_are_offered(root):
    """An http(s) link is named in the description, a javascript: one is not."""
    offered = [one.text for one in root.iterfind(".//k:description", KML) if "Link:" in one.text]
    assert len(offered) == 4
    assert not any("javascript:" in one for one in offered)


def test_unplaced_incidents_are_listed_without_a_point(root):
    """The nationwide report is in its folder and nowhere on the globe."""
    mark = folder(root, "Inspection campaign").find("k:Placemark", KML)
    assert mark.find(".//k:Point", KML) is None
    assert "known for the country only" in mark.findtext("k:description", "", KML)


@settings(max_examples=25)
@given(st.lists(st.text(max_size=12), min_size=1, max_size=9))
def test_any_text_is_well_formed_and_comes_back(make_rows, texts):
    """Whatever the texts, the XML parses and holds them, forbidden characters replaced."""
    rows = make_rows([{"id": f"NK{n}", "title": one, "note": one} for n, one in enumerate(texts)])
    read = records_of(parse(export(rows, "kml", About(row_count=len(texts)))))
    assert [one["note"] for one in read] == [clean_for_xml(text) for text in texts]


def test_no_rows(no_rows):
    """Without rows the districts are there, all without reports."""
    root = parse(export(no_rows, "kml", About()))
    assert records_of(root) == []
    assert len(folder(root, "Districts without").findall("k:Placemark", KML)) == 179
