"""What a reader calls a code: the label of an event type, an agency, a place, a period.

Each speaks the language being spoken; a code that is not in the table is returned as it is, and
"" stays "". The English labels are those of ``incidents.record``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TYPE_CHECKING

from incidents.words import language, pick, say

if TYPE_CHECKING:
    from incidents.periods import Calendar, Campaign, Occasion

COMMON = {"anniversary", "birthday", "founding", "year-end"}  # nouns that a name may begin with


def _kept_by_language(write: Callable[[str], str]) -> Callable[[str], str]:
    """Keep what is said of a code in each language: a page names hundreds of places a run."""
    kept = lru_cache(maxsize=2000)(lambda spoken, code: write(code))

    @wraps(write)
    def said(code: str) -> str:
        return kept(language(), code)

    return said


def event_type(code: str) -> str:
    """Return what kind of act it was.

    >>> event_type("home_search"), event_type("not_a_code")
    ('Home search', 'not_a_code')
    """
    return _label("event_type", code)


def agency(code: str) -> str:
    """Return who acted."""
    return _label("agency", code)


def date_precision(code: str) -> str:
    """Return how well the date is known: "to the day" .. "to the year"."""
    return _label("date_precision", code)


def place_precision(code: str) -> str:
    """Return how well the place is known: "the district", "no province" .."""
    return _label("place_precision", code)


def year_basis(code: str) -> str:
    """Return how the year is known."""
    return _label("year_basis", code)


def reported_on_basis(code: str) -> str:
    """Return where the day of publication was read."""
    return _label("reported_on_basis", code)


def confidence(code: str) -> str:
    """Return how sure a run-up is: high, medium or low."""
    return _label("confidence", code)


def runup_basis(code: str) -> str:
    """Return on what a dated run-up rests: declared, or reported practice."""
    return _label("runup_basis", code)


def kind(code: str) -> str:
    """Return the kind of an occasion or campaign."""
    return _label("kind", code)


@_kept_by_language
def province(code: str) -> str:
    """Return a province in both scripts.

    >>> province("KP-10")
    'Ryanggang (량강도)'
    """
    from geo.places import provinces

    place = provinces().get(code)
    return say("labels.place_in_both", latin=place.name, hangul=place.hangul) if place else code


@_kept_by_language
def district(code: str) -> str:
    """Return a district in both scripts, by its ADM2 id.

    >>> district("KP-10-01")
    'Hyesan (혜산시)'
    """
    from geo.places import districts

    place = districts().get(code)
    return say("labels.place_in_both", latin=place.name, hangul=place.hangul) if place else code


@_kept_by_language
def district_of(code: str) -> str:
    """Return a district in both scripts with its province, by its ADM2 id.

    >>> district_of("KP-10-01")
    'Hyesan (혜산시), Ryanggang'
    """
    from geo.places import districts

    place = districts().get(code)
    if place is None:
        return code
    around = province_name(place.province)
    if around == place.hangul:  # a city that is province and district at once, said once
        return district(code)
    return say("labels.district_of", district=district(code), province=around)


def province_name(code: str) -> str:
    """Return the name of a province in the language being spoken alone."""
    from geo.places import provinces

    place = provinces().get(code)
    return pick(place.name, place.hangul) if place else code


def district_name(code: str) -> str:
    """Return the name of a district in the language being spoken alone."""
    from geo.places import districts

    place = districts().get(code)
    return pick(place.name, place.hangul) if place else code


def occasion(one: Occasion) -> str:
    """Return the name of an occasion in both scripts."""
    return both(one.name_en, one.name_ko)


def campaign(one: Campaign) -> str:
    """Return the name of a campaign in both scripts, where it has both."""
    return both(one.name_en, one.name_ko)


def period(code: str, calendar: Calendar) -> str:
    """Return the name of an occasion or campaign in both scripts, by its id."""
    one = calendar.occasions.get(code) or calendar.campaigns.get(code)
    return both(one.name_en, one.name_ko) if one else code


def both(english: str, korean: str) -> str:
    """Return two names as one, that of the language being spoken first; one alone as it is."""
    if not (english and korean):
        return english or korean
    return say("labels.period_in_both", english=english, korean=korean)


def name(one: Occasion | Campaign) -> str:
    """Return the name of an occasion or campaign in the language being spoken alone."""
    return pick(one.name_en, one.name_ko)


def short_name(one: Occasion | Campaign) -> str:
    """Return that name without what stands in brackets after it.

    >>> from incidents.almanac import read_calendar
    >>> from incidents.dataset import DATA
    >>> short_name(read_calendar(DATA).occasions["day_of_security"])
    'Day of Security'
    """
    return name(one).split("(")[0].rstrip()


def in_text(one: Occasion) -> str:
    """Return the short name as it stands within a sentence, with its article where it has one.

    >>> from incidents.almanac import read_calendar
    >>> from incidents.dataset import DATA
    >>> known = read_calendar(DATA).occasions
    >>> in_text(known["day_of_security"]), in_text(known["youth_day"])
    ('the Day of Security', 'Youth Day')
    """
    words, known = one.name_en.split("(")[0].lower().split(), short_name(one)
    if words[:1] != ["first"] and not {"of", "founding"} & set(words):
        return known
    return say("labels.the", name=known[0].lower() + known[1:] if words[0] in COMMON else known)


def short_period(code: str, calendar: Calendar) -> str:
    """Return the short name of an occasion or campaign by its id."""
    one = calendar.occasions.get(code) or calendar.campaigns.get(code)
    return short_name(one) if one else code


def _label(table: str, code: str) -> str:
    try:
        return say(f"labels.{table}.{code}")
    except KeyError:
        return code
