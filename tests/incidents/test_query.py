"""Links and command lines read as selections, leniently and strictly."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.query import QueryError, Vocabulary, parse_query, read_query
from incidents.selection import Selection

CODES = {
    "period": ["day_of_security", "battle_80day_2020"],
    "occasion": ["day_of_security", "battle_80day_2020"],
    "minus": ["day_of_security"],
    "province": ["KP-09", "KP-10"],
    "district": ["KP-10-01", "KP-10-02"],
    "event_type": ["arrest", "home_search"],
    "agency": ["MPS", "MSS"],
    "outlet": ["Daily NK", "Radio & Free=Asia"],
    "dataset": ["embedded"],
}
VOCABULARY = Vocabulary(CODES)


def several(key):
    return st.lists(st.sampled_from(CODES[key]), max_size=2).map(tuple)


DAYS = st.none() | st.dates()
WORDS = st.lists(st.text(min_size=1, max_size=8), max_size=3).map(tuple)
SELECTIONS = st.builds(
    Selection,
    period=st.sampled_from(CODES["period"]),
    before=st.none() | st.integers(0, 365),
    after=st.none() | st.integers(0, 365),
    years=st.lists(st.integers(1, 9999), max_size=3).map(tuple),
    from_=DAYS,
    to=DAYS,
    dates=st.sampled_from(["touches", "within"]),
    text=WORDS,
    id=st.none() | st.just("NK00301"),
    lang=st.sampled_from(["en", "ko"]),
    version=st.none() | st.just("8d66370441eb"),
    without_tied=st.booleans(),
    constant_sources=st.booleans(),
    **{key: several(key) for key in CODES if key != "period"},
)


def encodable(selection):
    return all(not 0xD800 <= ord(c) <= 0xDFFF for word in selection.text for c in word)


@given(SELECTIONS.filter(encodable))
def test_every_selection_survives_its_own_link(selection):
    """What a selection writes is read back as the same selection, and strictly so."""
    assert parse_query(selection.to_query(), VOCABULARY) == selection


def test_equal_selections_give_one_link():
    """Order and repetition of codes make no difference."""
    one = Selection(province=("KP-10", "KP-09", "KP-10"), years=(2020, 2019))
    two = Selection(province=("KP-09", "KP-10"), years=(2019, 2020))
    assert one == two and one.to_query() == two.to_query()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("provnce=KP-10", "Unknown key 'provnce'; did you mean 'province'?"),
        ("event_type=arest", "Unknown event_type 'arest'; did you mean 'arrest'?"),
        ("province=KP10", "Unknown province 'KP10'"),
        ("period=a", "Unknown period 'a'"),
        ("period=day_of_security&period=battle_80day_2020", "period is given 2 times"),
        ("period=day_of_security&before=366", "before 366 is not a number of days from 0 to 365"),
        ("period=day_of_security&before=-1", "before '-1' is not a whole number"),
        ("period=day_of_security&before=٣", "is not a whole number"),
        ("before=3", "before 3 has no period"),
        ("years=20199", "years '20199' is not a whole number"),
        ("years=0", "years '0' is not a year"),
        ("from=2019-02-30", "from '2019-02-30' is not a day"),
        ("from=20190201", "write it as 2019-11-19"),
        ("dates=inside", "neither touches nor within"),
        ("without_tied=yes", "neither 1"),
        ("id=../etc", "is not an id"),
        ("version=zz", "not a dataset version"),
        ("lang=fr", "neither en nor ko"),
        ("text=" + "x" * 1001, "longer than 1000"),
    ],
)
def test_a_query_that_cannot_be_read_is_named(query, words):
    """A command line refuses it with value, rule and way out."""
    with pytest.raises(QueryError) as found:
        parse_query(query, VOCABULARY)
    assert words in str(found.value)


def test_an_old_link_opens_with_what_can_be_read():
    """The readable province stays, the rest is told in one sentence each."""
    reading = read_query("?province=KP-10&colour=red&before=9&from=2019-13-01", VOCABULARY)
    assert reading.selection == Selection(province=("KP-10",))
    assert len(reading.notes) == 3


def test_the_words_of_repeated_text_keys_add_up():
    """text=a b&text=c asks for three words."""
    assert parse_query("text=a+b&text=c", VOCABULARY).text == ("a", "b", "c")


def test_the_order_of_keys_does_not_matter():
    """Days before may stand ahead of the period they belong to."""
    found = parse_query("before=3&period=day_of_security", VOCABULARY)
    assert (found.period, found.before) == ("day_of_security", 3)


@given(st.text(max_size=200))
def test_no_query_raises_in_the_browser(query):
    """Whatever the link holds, there is a selection and perhaps some sentences."""
    reading = read_query(query, VOCABULARY)
    assert isinstance(reading.selection, Selection)


def test_thousands_of_repeats_are_one_sentence():
    """A link of 100,000 parts is not read and costs next to nothing."""
    reading = read_query("&".join(["province=KP-10"] * 100_000), VOCABULARY)
    assert reading.selection == Selection() and len(reading.notes) == 1


@pytest.mark.parametrize("part", ["province=X{}", "key{}=1", "years=x{}"])
def test_thousands_of_faults_are_a_dozen_sentences_and_their_number(part):
    """12 of 4,000 are named, 3,988 counted."""
    reading = read_query("&".join(part.format(n) for n in range(4_000)), VOCABULARY)
    assert len(reading.notes) == 13
    assert reading.notes[-1] == "3,988 more parts could not be read either."


@pytest.mark.parametrize("key", ["dates", "lang", "province", "id", "from"])
def test_a_long_value_is_named_by_its_beginning(key):
    """A sentence stays a sentence, whatever the link holds."""
    (note,) = read_query(f"{key}={'x' * 3_000}%00", VOCABULARY).notes
    assert "x" * 60 + "…" in note and len(note) < 200


def test_a_selection_refuses_what_it_cannot_mean():
    """The value itself is strict, however it came about."""
    with pytest.raises(ValueError, match="has no period"):
        Selection(before=3)
    with pytest.raises(ValueError, match="0 to 365"):
        Selection(period="day_of_security", before=400)
    assert Selection(from_=date(2019, 1, 1)).has_time
