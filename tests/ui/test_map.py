"""What the server sends to the map, and what it takes back from it."""

import json
from base64 import b64decode
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import numpy as np
import pytest

from incidents.groups import DistrictCounts, ProvinceCounts
from incidents.periods import Calendar, Occasion, Window
from incidents.selection import Selection
from incidents.store import Intervals, Places
from incidents.view import Spots
from ui import theme
from ui.map import Pick, draw_map, read_pick
from ui.map_payload import payload
from ui.map_track import AGAIN, anchors, pack_track, track
from ui.to_script import to_script

# Four rows: Hyesan; Hyesan and Pochon; North Hamgyong; not on the map.
PLACES = Places(("", "KP-09", "KP-10", "KP-10"), ("", "", "KP-10-01", "KP-10-01;KP-10-08"))
DAYS = [
    (date(2019, 11, 1), date(2019, 11, 13)),
    (date(2019, 11, 19), date(2019, 11, 19)),
    (date(2019, 11, 15), date(2019, 11, 24)),
    (date(2018, 12, 30), date(2019, 1, 2)),
]
SPOTS = Spots(np.array([2, 3, 1, 0]), np.arange(4))


def intervals(days=DAYS):
    """The intervals of the rows, one each."""
    starts, ends = (np.array([day.toordinal() for day in one]) for one in zip(*days, strict=True))
    return Intervals(np.arange(len(days)), starts, ends)


DAY = Occasion(
    "day", "Day of Security", "보위절", 11, 19, 2018, None, "", None, "", "", ""
)  # fmt: skip


def view(**changes):
    """A view of the four rows above, counted by hand."""
    districts = [
        DistrictCounts("KP-10-01", 2, 1, 1.68421, 2),
        DistrictCounts("KP-10-08", 1, 1, 1.0, 1),
    ]
    provinces = [
        ProvinceCounts("KP-10", 2, 0, 1, 1.68421, 2),
        ProvinceCounts("KP-09", 1, 1, 0, 0.5, 1),
    ]
    whole = {
        "selection": Selection(),
        "calendar": Calendar({"day": DAY}, {}, ()),
        "windows": (),
        "districts": districts,
        "provinces": provinces,
        "not_on_map": 1,
        "rows_count": 4,
        "store": SimpleNamespace(places=PLACES, intervals=intervals()),
        "spots": SPOTS,
        "span": Window(date(2018, 12, 30), date(2019, 11, 24)),
    }
    return SimpleNamespace(**(whole | changes))


@pytest.fixture
def sent(monkeypatch):
    """What st_folium would send to the browser, filled by each draw_map."""
    import streamlit_folium

    calls = []

    def component(**arguments):
        calls.append(arguments)
        return {"picked": {"kind": "adm2", "id": "KP-10-01", "serial": 7}}

    monkeypatch.setattr(streamlit_folium, "_component_func", component)
    return calls


def test_counts_go_out_by_code():
    """Without a period a district carries its rows, a province those that name it only first."""
    shown = payload(view())
    assert shown["districts"] == {"KP-10-01": [2], "KP-10-08": [1]}
    assert shown["provinces"] == {"KP-10": [0, 2], "KP-09": [1, 1]}
    assert shown["unplaced"] == 1


def test_with_a_period_each_count_carries_how_sure_it_is():
    """With windows surely, expected (one decimal) and possibly follow the rows."""
    shown = payload(view(windows=(Window(date(2019, 11, 1), date(2019, 11, 20)),)))
    assert shown["districts"]["KP-10-01"] == [2, 1, 1.7, 2]
    assert shown["provinces"]["KP-09"] == [1, 1, 0, 0.5, 1]


def test_chosen_places_are_outlined():
    """Districts and provinces of the selection are both sent to be outlined."""
    chosen = Selection(district=("KP-10-01",), province=("KP-10",))
    assert payload(view(selection=chosen))["chosen"] == ["KP-10-01", "KP-10"]


@pytest.mark.parametrize(
    "hostile",
    ["</script><b>", "${alert(1)}", "`x`", "{{'map'}}", "a'b", "a\u2028b", "&amp;", "\\", '"'],
)
def test_no_text_leaves_the_string_it_is_in(hostile):
    """A hostile text comes back as it was, with no character that could end script or string."""
    script = to_script({"name": hostile})
    assert json.loads(script) == {"name": hostile}
    assert not set("<>&'`$\u2028\u2029") & set(script)


def test_the_base_map_is_constant_and_asks_no_other_host(sent):
    """Two views differ in the group only, so the map is never built anew; every link is ours."""
    draw_map(view())
    draw_map(view(not_on_map=2))
    first, second = sent
    assert first["script"] == second["script"] and first["key"] == second["key"]
    assert first["feature_group"] != second["feature_group"]
    assert "http" not in json.dumps([first["js_links"], first["css_links"], first["script"]])
    assert all(link.startswith("../../app/static/") for link in first["js_links"])


def test_the_group_forgets_the_one_before(sent):
    """The element empties window.feature_group, which otherwise only grows."""
    draw_map(view())
    assert "window.feature_group = [];" in sent[0]["feature_group"]
    assert sent[0]["feature_group"].count("atlas.show(") == 1


def test_only_picks_come_back(sent):
    """Neither moving nor zooming the map is an answer; a pick is."""
    assert draw_map(view()) == Pick("adm2", "KP-10-01", 7)
    assert sent[0]["returned_objects"] == ["picked"]


@pytest.mark.parametrize(
    "answer",
    [
        None,
        {},
        {"picked": None},
        {"picked": {"kind": "adm2", "id": 5, "serial": 1}},
        {"picked": {"kind": "adm2", "id": "KP-10-01", "serial": "1"}},
        {"picked": {"kind": "page", "id": "KP-10-01", "serial": 1}},
        ["picked"],
    ],
)
def test_what_is_not_a_pick_is_none(answer):
    """A browser can send anything; only a whole pick of a known kind is taken."""
    assert read_pick(answer) is None


def test_a_theme_that_is_not_known_is_light(monkeypatch):
    """Before the browser has told its theme the map is drawn light."""
    monkeypatch.setattr(theme.st, "context", SimpleNamespace(theme=None))
    assert theme.theme() == "light"


def test_a_report_has_one_entry_for_each_of_its_places():
    """Five entries of four reports; the second district of one is marked as the same report."""
    packed = pack_track(SPOTS, PLACES, intervals())
    codes = np.frombuffer(b64decode(packed["codes"]), "<u2")
    starts = np.frombuffer(b64decode(packed["starts"]), "<u2")
    ends = np.frombuffer(b64decode(packed["ends"]), "<u2")
    assert packed["units"] == ["", "KP-09", "KP-10-01", "KP-10-08"]
    assert codes.tolist() == [2, 2, 3 | AGAIN, 1, 0]
    assert packed["base"] == (date(2018, 12, 30) - date(1970, 1, 1)).days
    assert starts.tolist() == [306, 324, 324, 320, 0]
    assert ends.tolist() == [318, 324, 324, 329, 3]


def test_centuries_are_packed_wide():
    """More than 65,535 days from first to last do not fit 16 bits and are sent in 32."""
    days = [(date(1800, 1, 1), last) for _, last in DAYS]
    packed = pack_track(SPOTS, PLACES, intervals(days))
    assert packed["wide"] is True
    assert len(b64decode(packed["starts"])) == 4 * 5


def test_many_rows_are_counted_and_not_sent():
    """Above 5,000 rows, and with none, only the number goes out."""
    assert track(view(rows_count=5001)) == {"rows": 5001}
    assert track(view(rows_count=0)) == {"rows": 0}


def test_anchors_are_the_days_of_the_chosen_years():
    """The Day of Security, kept here from 2018, in the years 2017 to 2019: two anchors."""
    chosen = Selection(period="day", years=(2017, 2018, 2019))
    assert anchors(view(selection=chosen)) == {
        "name": "Day of Security",
        "days": ["2018-11-19", "2019-11-19"],
    }


def test_anchors_are_named_in_the_language_of_the_reader():
    """In Korean the occasion has its Korean name."""
    chosen = replace(Selection(period="day", years=(2019,)), lang="ko")
    assert anchors(view(selection=chosen))["name"] == "보위절"


def test_without_an_occasion_there_are_no_anchors():
    """No period, or a campaign, gives nothing to align."""
    assert anchors(view()) is None
