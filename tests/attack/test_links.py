"""Links with anything in them: on the command line, as a function, and on the running app."""

from __future__ import annotations

import time
from dataclasses import replace
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.__main__ import main
from incidents.almanac import read_calendar
from incidents.dataset import DATA
from incidents.query import MOST_NOTES, SEVERAL, SINGLE, read_query
from incidents.selection import Selection
from incidents.store import open_store
from incidents.view import look
from tests.attack.payloads import PAYLOADS
from tests.attack.servers import unharmed
from tests.attack.wire import Caller

KEYS = (*SINGLE, *SEVERAL)
SECONDS = 20  # for one link on a machine with much else to do
VALUES = [
    *PAYLOADS.values(), "", " ", "0", "-1", "9" * 400, "1e400", "NaN", "inf", "0x10", "1_0", "٣",
    "２０１９", "Ⅸ", "true", "null", "[]", "{}", "[object Object]", "../../etc/passwd", "KP-10\x00",
    "KP-10-01\n", "KP-10' OR '1'='1", "day_of_security'; DROP TABLE incidents--", "0001-01-01",
    "9999-12-31", "10000-01-01", "2019-02-30", "2019-11-19T00:00", "NK00301,NK00302",
    "day_of_security",
    "KP-10", "KP-10-01", "arrest", "MPS", "Daily NK", "embedded", "yours", "ko", "touches",
    "within", "365", "2019", "NK00301", "8d66370441eb", "f" * 64, "deadbeef",
    "x" * 100_000, "%", "%zz", "+",
]  # fmt: skip
WHOLE = {
    "thousands of repeats": "&".join(["province=KP-10"] * 4_999),
    "too many parts": "&".join(["province=KP-10"] * 100_000),
    "thousands of unknown keys": "&".join(f"key{n}=1" for n in range(4_000)),
    "thousands of unknown codes": "&".join(f"district=KP-10-{n}" for n in range(4_000)),
    "thousands of years": "&".join(f"years={n}" for n in range(1, 4_900)),
    "every year of an occasion": "period=day_of_security&before=365&after=365&"
    + "&".join(f"years={n}" for n in range(1, 4_900)),
    "all of time": "from=0001-01-01&to=9999-12-31",
    "the first days": "from=0001-01-01&to=0001-01-01",
    "a window before all days": "period=new_year&before=365&years=1",
    "a window past all days": "period=day_of_security&after=365&years=9999",
    "thousands of words": "&".join(f"text=w{n}" for n in range(4_900)),
    "a long text": "text=" + "단속+" * 50_000,
    "one sign over and over": "&" * 1_000_000,
    "null bytes": "%00" * 100_000,
    "broken escapes": "%" * 10_000,
    "no UTF-8": "text=%ff%fe%c0%af&outlet=%ed%a0%80",
    "keys of another case": "PROVINCE=KP-10&Province=KP-10",
    "keys of objects": "__proto__[x]=1&constructor.prototype=1&province[]=KP-10",
    "keys of Streamlit": "embed=true&embed_options=show_toolbar&_stcore=1&client.toolbarMode=x",
    "semicolons": "province=KP-10;district=KP-10-01",
    "question marks": "???province=KP-10?",
    "fragments": "province=KP-10#<script>top.__attacked=1</script>",
}


@pytest.fixture(scope="module")
def asked():
    """Reads a link and looks at what it asks for; gives both and what it cost."""
    store, calendar = open_store(DATA), read_calendar(DATA)
    known, seen = store.vocabulary(calendar), {}

    def ask(query):
        begun = time.process_time()
        reading = read_query(query, known)
        asked_for = replace(reading.selection, version=None, lang="en")
        if asked_for not in seen:
            view = look(store, asked_for, calendar)
            assert view.rows_count == len(view.rows) <= 497
            seen[asked_for] = view.triple
        assert time.process_time() - begun < SECONDS, query[:80]
        assert len(reading.notes) <= MOST_NOTES + 1
        assert all(is_sentence(note) for note in reading.notes), reading.notes
        return reading, known

    return ask


def is_sentence(text):
    """Whether a text can be shown as it is."""
    return 0 < len(text) < 400 and "\n" not in text and "\x00" not in text and "Trace" not in text


@pytest.mark.parametrize(
    "key", [*KEYS, "no_such_key", "__class__", "select * from x", "\x00", "x" * 9_999]
)
def test_any_value_of_any_key_is_read_or_named(asked, tried, key):
    """Alone, after a period, and twice."""
    for value in VALUES:
        pair = urlencode({key: value}, errors="surrogatepass")
        for query in (pair, f"period=day_of_security&{pair}", f"{pair}&{pair}", f"{key}={value}"):
            reading, _ = asked(query)
            assert isinstance(reading.selection, Selection)
            tried["inputs tried"] += 1


@pytest.mark.parametrize("named", WHOLE)
def test_a_whole_link_is_read_or_named(asked, tried, named):
    """However long it is, and whatever it is made of."""
    asked(WHOLE[named])
    tried["inputs tried"] += 1


PAIRS = st.tuples(
    st.sampled_from(KEYS) | st.text(max_size=12),
    st.sampled_from([v for v in VALUES if len(v) < 5_000]) | st.text(max_size=30),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(PAIRS, max_size=12))
def test_any_mixture_of_keys_and_values_is_read_or_named(asked, tried, pairs):
    """Made by hypothesis; what is read survives its own link."""
    reading, known = asked(urlencode(pairs, errors="surrogatepass"))
    tried["inputs tried"] += 1
    again = read_query(reading.selection.to_query(), known)
    assert again.selection == reading.selection and again.notes == ()


@pytest.mark.parametrize("command", ["count", "rates", "export"])
def test_the_command_line_answers_with_a_result_or_one_sentence(capsys, tmp_path, tried, command):
    """Exit 0 or 2, a sentence on standard error, no traceback, no file where there is no result."""
    out = tmp_path / "rows.csv"
    more = ["--out", str(out), "--format", "csv"] if command == "export" else []
    links = [f"{key}={quote(v)}" for key in ("id", "version", "text") for v in VALUES[:39:5]]
    links += [value for value in VALUES[:39:5] if value[:1] != "-"]
    links += [link for link in WHOLE.values() if len(link) < 120_000]
    for link in links:
        out.unlink(missing_ok=True)
        try:
            code = main([command, link, *more])
        except SystemExit as ended:  # argparse, at what looks like an option
            code = ended.code
        told = capsys.readouterr()
        tried["inputs tried"] += 1
        assert code in (0, 2), link[:90]
        assert "Traceback" not in told.err and len(told.err) < 6_000, link[:90]
        assert (code == 0) or told.err.strip(), link[:90]
        if command == "export":
            assert out.exists() == (code == 0), link[:90]


@pytest.fixture(scope="module")
def server(tmp_path_factory, tried):
    """A server of its own, that must live, keep its memory and print no traceback."""
    with unharmed(tmp_path_factory.mktemp("home"), tried, grows=300) as served:
        yield served


@pytest.mark.parametrize("page", ["", "periods", "records", "your-data", "sources"])
def test_the_running_app_opens_at_any_link(server, tried, page):
    """Over the web socket: no exception, a bounded answer in bounded time."""
    links = list(WHOLE.values()) if page == "records" else list(WHOLE.values())[2:4]
    keys = ("id", "version", "dataset", "text", "outlet") if page == "records" else ("lang",)
    links += [urlencode({key: v}, errors="surrogatepass") for key in keys for v in VALUES[::16]]
    for link in links:
        caller, begun = Caller(server.url), time.monotonic()
        caller.ask(link, page)
        caller.close()
        tried["inputs tried"] += 1
        assert caller.faults == [], link[:90]
        assert caller.texts, link[:90]
        assert caller.received < 3_000_000, (link[:90], caller.received)
        assert time.monotonic() - begun < 3 * SECONDS, link[:90]
