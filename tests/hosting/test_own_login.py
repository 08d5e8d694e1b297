"""Streamlit's own login: what it keeps from strangers, and what it does not."""

from __future__ import annotations

from urllib.request import urlopen

import pytest

from geo import assets
from tests.bench.server import ATLAS, serve
from tests.soak.visitor import Visitor

SECRETS = """
[auth]
redirect_uri = "http://localhost:8501/oauth2callback"
cookie_secret = "made-up-for-a-test-and-long-enough"
client_id = "atlas"
client_secret = "made-up"
server_metadata_url = "https://login.invalid/.well-known/openid-configuration"
"""


class Stranger(Visitor):
    """A reader who notes the kind of everything drawn."""

    def _note(self, element):
        super()._note(element)
        self.kinds = [*getattr(self, "kinds", ()), element.WhichOneof("type")]


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    """A server whose secrets name a login."""
    folder = tmp_path_factory.mktemp("secrets")
    (folder / "secrets.toml").write_text(SECRETS)
    with serve(ATLAS, settings=("--secrets.files", f"{folder}/secrets.toml")) as server:
        yield server.url


@pytest.mark.parametrize("page", ["", "records", "periods", "sources", "your-data"])
def test_a_stranger_is_shown_no_row_and_no_filter(url, page):
    """Whatever page is asked for: a choice of language and a way to log in, nothing else."""
    stranger = Stranger.open(url, "province=KP-10")
    stranger.kinds, stranger.ids = [], {}
    stranger.turn_to(page)
    assert sorted(stranger.ids) == ["login", "switch_language"]
    assert not {"component_instance", "arrow_data_frame", "iframe"} & set(stranger.kinds)
    assert "reported" not in stranger.header
    stranger.close()


@pytest.mark.parametrize("path", ["/", f"/app/static/{assets.shapes_name()}", "/_stcore/health"])
def test_files_are_not_behind_it(url, path):
    """Streamlit serves its page, the app's files and its health to everybody, as the docs say."""
    with urlopen(url + path, timeout=60) as answer:
        assert answer.status == 200
