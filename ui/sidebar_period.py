"""The period filter: an occasion or campaign, the days around it, and what its default rests on."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import streamlit as st

from incidents import labels, words
from incidents.dates import day_of_year_in_words, in_words
from incidents.periods import MOST_DAYS, Calendar, Campaign, Occasion
from incidents.selection import Selection
from incidents.windows import effective_before
from incidents.words import say
from ui import state
from ui.atlas import Atlas
from ui.plain import plain

ANY = ""
EXAMPLE = "day_of_security"
DAY_STEPS = [*range(0, 61), *range(70, 181, 10), *range(210, 361, 30), MOST_DAYS]


def draw(source: Atlas, selection: Selection) -> None:
    """Draw the choice of period and, for the one chosen, its own controls."""
    calendar = source.calendar
    period = selection.period or ANY
    state.sync("pick_period", period)
    st.selectbox(
        say("sidebar.period"),
        [ANY, *_occasions(calendar), *_campaigns(calendar)],
        format_func=lambda code: _label(calendar, code),
        key="pick_period",
        on_change=_take_period,
    )
    if period in calendar.occasions:
        _draw_occasion(calendar.occasions[period], source, selection)
    elif period:
        _draw_campaign(calendar.campaigns[period], source, selection)
    elif not selection.has_time:
        st.button(
            say("sidebar.example"),
            on_click=state.change,
            kwargs={"period": EXAMPLE},
            width="stretch",
        )


def _occasions(calendar: Calendar) -> list[str]:
    """Return occasion ids, the one nearest to today first."""
    today = date.today()
    return sorted(calendar.occasions, key=lambda code: _distance(calendar.occasions[code], today))


def _distance(occasion: Occasion, today: date) -> int:
    near = (occasion.anchor(today.year + step) for step in (-1, 0, 1))
    return min((abs((day - today).days) for day in near if day), default=999)


def _campaigns(calendar: Calendar) -> list[str]:
    return sorted(calendar.campaigns, key=lambda c: calendar.campaigns[c].start, reverse=True)


def _label(calendar: Calendar, code: str) -> str:
    """Return a name a reader can search for in both scripts, and when it is."""
    if code == ANY:
        return say("sidebar.any_time")
    language = words.language()
    if code in calendar.occasions:
        one = calendar.occasions[code]
        return _occasion(language, one.name_en, one.name_ko, one.month, one.day)
    campaign = calendar.campaigns[code]
    return _campaign(language, campaign.name_en, campaign.name_ko, campaign.start.year)


@lru_cache(maxsize=400)  # the list asks for every label several times on every run
def _occasion(language: str, english: str, korean: str, month: int | None, day: int | None) -> str:
    with words.speaking(language):
        moon = month is None or day is None
        when = say("sidebar.by_the_moon") if moon else day_of_year_in_words(month or 1, day or 1)
        return say("sidebar.occasion_label", name=labels.both(english, korean), day=when)


@lru_cache(maxsize=400)
def _campaign(language: str, english: str, korean: str, year: int) -> str:
    with words.speaking(language):
        return say("sidebar.campaign_label", name=labels.both(english, korean), year=year)


def _take_period() -> None:
    period = st.session_state["pick_period"] or None
    state.change(before=None, after=None, period=period)


def _draw_occasion(occasion: Occasion, source: Atlas, selection: Selection) -> None:
    before = effective_before(selection, source.calendar)
    _days("before", before)
    _days("after", selection.after or 0)
    _years(source, selection)
    with st.expander(say("sidebar.basis")):
        st.caption(_basis(occasion))
        if occasion.note:
            st.caption(say("sidebar.original", text=plain(occasion.note)))


def _basis(occasion: Occasion) -> str:
    if occasion.typical_runup_days is None:
        return say("sidebar.no_runup", n=occasion.default_before)
    basis = plain(occasion.runup_basis)
    return say("sidebar.runup", n=occasion.typical_runup_days, basis=basis)


def _days(key: str, value: int) -> None:
    widget = f"pick_{key}"
    state.sync(widget, value)
    st.select_slider(
        say(f"sidebar.{key}"),
        sorted({*DAY_STEPS, value}),
        key=widget,
        on_change=lambda: state.change(**{key: st.session_state[widget]}),
    )


def _years(source: Atlas, selection: Selection) -> None:
    span = source.store.span
    offered = list(range(span.last.year, span.first.year - 1, -1))
    if set(st.session_state.get("pick_years", ())) != set(selection.years):
        st.session_state["pick_years"] = list(selection.years)
    st.multiselect(
        say("sidebar.years"),
        offered + [year for year in selection.years if year not in offered],
        key="pick_years",
        on_change=lambda: state.change(years=tuple(st.session_state["pick_years"])),
        placeholder=say("sidebar.every_year"),
    )


def _draw_campaign(campaign: Campaign, source: Atlas, selection: Selection) -> None:
    end = campaign.end or source.store.span.last
    dates = in_words(campaign.start, max(end, campaign.start))
    st.caption(plain(dates if campaign.end else say("sidebar.open_end", dates=dates)))
    _scope(campaign, selection)
    _days("before", selection.before or 0)
    _days("after", selection.after or 0)
    with st.expander(say("sidebar.about_campaign")):
        note = say("sidebar.original", text=plain(campaign.note)) if campaign.note else ""
        st.caption(note or say("sidebar.no_note"))


def _scope(campaign: Campaign, selection: Selection) -> None:
    if not campaign.scope or set(campaign.scope) == set(selection.province):
        return
    where = plain(", ".join(map(labels.province_name, campaign.scope)))
    st.button(
        say("sidebar.only_where", where=where),
        on_click=state.change,
        kwargs={"province": campaign.scope, "district": ()},
        width="stretch",
    )
