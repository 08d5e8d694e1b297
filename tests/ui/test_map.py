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
from incidents.store import Intervals
from incidents.stores.places import Places
from incidents.view import Spots
from ui import map_sent, theme
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


@pytest.fixture(params=["kept", "written"])
def sent(monkeypatch, request):
    """What the browser would be sent, kept ahead or written by st_folium, on each draw_map."""
    import streamlit_folium

    calls = []

    def component(**arguments):
        calls.append(arguments)
        return {"picked": {"kind": "adm2", "id": "KP-10-01", "serial": 7}}

    monkeypatch.setattr(streamlit_folium, "_component_func", component)
    monkeypatch.setattr(map_sent, "_component", lambda: component)
    monkeypatch.setattr(map_sent, "_are_writers_known", lambda: request.param == "kept")
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
    assert list(sent[0]["returned_objects"]) == ["picked"]


def test_a_map_that_cannot_be_read_is_written(sent, monkeypatch):
    """Without the file that is kept, streamlit-folium sends the map as it does by itself."""

    def lost():
        raise FileNotFoundError("first_map.json")

    monkeypatch.setattr(map_sent, "_are_writers_known", lost)
    assert draw_map(view()) == Pick("adm2", "KP-10-01", 7)
    assert "atlas.show(" in sent[0]["feature_group"] and "on_change" in sent[0]


def test_both_ways_send_the_same(monkeypatch):
    """Whoever installs another folium sees the same map, a moment later."""
    import streamlit_folium

    calls = []

    def component(**arguments):
        calls.append(arguments)

    monkeypatch.setattr(streamlit_folium, "_component_func", component)
    monkeypatch.setattr(map_sent, "_component", lambda: component)
    for known in (True, False):
        monkeypatch.setattr(map_sent, "_are_writers_known", lambda known=known: known)
        draw_map(view())
    kept, written = calls
    assert written.pop("on_change") and kept.pop("default") == b"" and not written.pop("default")
    assert json.dumps(kept, sort_keys=True) == json.dumps(written, sort_keys=True)


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
    """Above 20,000 rows, and with none, only the number goes out, whoever asks."""
    for is_asked in (False, True):
        assert track(view(rows_count=20_001), is_asked=is_asked) == {"rows": 20_001}
        assert track(view(rows_count=0), is_asked=is_asked) == {"rows": 0}


def test_the_rows_of_a_large_view_wait_for_the_player():
    """Above 1,000 they are sent to a reader who opened it, and others are told that they come."""
    assert track(view(rows_count=1_001)) == {"rows": 1_001, "later": True}
    asked = track(view(rows_count=1_001), is_asked=True)
    assert asked == {"rows": 1_001} | pack_track(SPOTS, PLACES, intervals())
    assert "codes" in track(view(rows_count=1_000))
    assert payload(view(rows_count=1_001), is_played=True)["track"] == asked


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
