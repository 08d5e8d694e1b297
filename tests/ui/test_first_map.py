"""The map kept ahead for the first reader of a server, and the headers of every answer."""

import json

import pytest

from incidents import first_map
from incidents.dataset import DATA, dataset_version
from ui import first_map as first_map_of_page
from ui import serving


def test_what_is_kept_is_what_would_be_sent_now():
    """After a change of the data or of the map: `python -m ui.first_map`."""
    kept, now = first_map.read(), json.loads(json.dumps(first_map_of_page.work_out()))
    assert kept.pop("counted") is True
    assert kept.pop("writers").keys() == now.pop("writers").keys()  # others may send the same
    assert kept == now


def test_the_counts_kept_are_those_of_the_file():
    """497 rows: 90 in Hyesan, 21 that name no province."""
    kept = first_map.read()["map"]
    assert kept["districts"]["KP-10-01"] == [90]
    assert (kept["track"]["rows"], kept["unplaced"]) == (497, 21)


def test_counts_of_other_data_are_not_shown(tmp_path):
    """Where the incidents differ by a byte, the map kept has no numbers to show."""
    content = (DATA / "incidents.csv").read_bytes()
    (tmp_path / "incidents.csv").write_bytes(content + b"\n")
    assert dataset_version(tmp_path) != dataset_version(DATA)
    assert first_map.read(tmp_path)["counted"] is False


def test_nothing_is_waited_for_without_a_server_of_ours():
    """A page run by a test alone has no browser that fetches anything."""
    serving.wait_for_map(60)


@pytest.mark.parametrize("header", ["content-security-policy", "referrer-policy"])
def test_every_answer_is_guarded(header):
    """Only this server may be asked for anything; no page tells where its reader came from."""
    assert "http" not in serving.HEADERS[header].replace("https:", "")
    assert serving.POLICY["default-src"] == "'self'"
    assert serving.HEADERS["referrer-policy"] == "no-referrer"
