"""What one incident row holds: its columns, its vocabularies, and the rules a file must keep."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandera.api.pandas.container import DataFrameSchema


def _table(**labels: str) -> Mapping[str, str]:
    return MappingProxyType(labels)


EVENT_TYPES = _table(
    arrest="Arrest",
    home_search="Home search",
    bribe_extortion="Bribe or extortion",
    levy_collection="Levy collection",
    inspection_campaign="Inspection campaign",
    traffic_movement_control="Control of travel and movement",
    border_control="Border control",
    border_shooting="Shooting at the border",
    defection_crackdown="Crackdown on defection",
    smuggling_crackdown="Crackdown on smuggling",
    phone_crackdown="Crackdown on phones",
    remittance_crackdown="Crackdown on remittances",
    market_crackdown="Crackdown on markets",
    drug_crackdown="Crackdown on drugs",
    media_crackdown="Crackdown on foreign media",
    appearance_crackdown="Crackdown on dress and appearance",
    alcohol_gambling_crackdown="Crackdown on alcohol and gambling",
    superstition_crackdown="Crackdown on superstition",
    religion_crackdown="Crackdown on religion",
    vagrancy_roundup="Round-up of vagrants",
    forced_mobilization="Forced mobilization",
    detention_abuse="Abuse in detention",
    public_trial="Public trial",
    execution="Execution",
    official_purge="Purge of officials",
    resistance="Resistance",
    other="Other",
)

AGENCIES = _table(
    MPS="Police (MPS)",
    MSS="State security (MSS)",
    BORDER_GUARD="Border guard",
    MILITARY="Military",
    PROSECUTORS="Prosecutors",
    UNIFIED_COMMAND="Unified command groups",
    YOUTH_LEAGUE="Youth league",
    PARTY="Party",
    NEIGHBORHOOD_WATCH="Neighbourhood watch (inminban)",
    MARKET_MGMT="Market management",
    OTHER="Other agency",
)

DATE_PRECISIONS = _table(
    day="to the day",
    week="to the week",
    month="to the month",
    season="to the season",
    year="to the year",
)

PLACE_PRECISIONS = _table(
    locality="a place inside the district",
    district="the district",
    province="the province only",
    country="no province",
)

YEAR_BASES = _table(
    stated="the source states the year",
    dateline="the year of the source's dateline",
    inferred="the year is inferred (how: in the note)",
)

REPORTED_ON_BASES = _table(
    page="the page itself",
    text="the text of the report",
    listing="a dated listing",
    repost="a dated repost",
)

COLUMNS = _table(
    id="Stable id of the incident; never reused",
    title="One line in our own words",
    summary="What was reported, in our own words; no private person's name",
    date_start="First day on which it can have happened (ISO, inclusive)",
    date_end="Last day on which it can have happened (ISO, inclusive)",
    date_precision="How well the source pins the date: day, week, month, season, year",
    reported_on="Day of publication where known",
    reported_on_basis="Where that day was read: page, text, listing, repost",
    year_basis="How the year is known: stated, dateline, inferred",
    province="ADM1, ISO 3166-2:KP code; empty is nationwide or unknown",
    district="ADM2 names, ;-separated; empty is the province only",
    district_as_reported="The place as the source spells it",
    locality="Finer place as text; no coordinates exist for it",
    place_precision="locality, district, province or country",
    event_type="What kind of act; one of the event types",
    agency="Who acted, ;-separated; empty where the source names none",
    targets="Who was aimed at, ;-separated free words",
    pretext="The reason given",
    occasion_id="The occasion or campaign, only where the source itself makes the link",
    occasion_note="How the source makes that link",
    bribe_amount="Sum asked or paid as a bribe, as reported",
    bribe_currency="Currency of that sum (ISO 4217)",
    bribe_in_kind="What was asked or paid in goods",
    people_affected="Persons affected, only if stated",
    people_detained="Persons detained, only if stated",
    people_killed="Persons killed, only if stated",
    outlet="Original publisher",
    via="Host of the repost cited, if any",
    source_url="The page",
    other_source_urls="Further pages on the same event, ;-separated",
    source_title="Headline of the source",
    source_count="Number of informants the report claims",
    note="How the row was dated or placed where that is not plain",
)

DERIVED_COLUMNS = _table(
    edtf="The interval in EDTF (ISO 8601-2)",
    province_name="Name of the province",
    district_id="ADM2 ids of this atlas, ;-separated",
    dataset="Which data set the row comes from: embedded, or yours",
)

DATES = ("date_start", "date_end", "reported_on")
WHOLE_NUMBERS = ("people_affected", "people_detained", "people_killed", "source_count")
NUMBERS = ("bribe_amount",)
TEXTS = tuple(c for c in COLUMNS if c not in (*DATES, *WHOLE_NUMBERS, *NUMBERS))
SEARCHED = (
    "title",
    "summary",
    "district",
    "district_as_reported",
    "locality",
    "targets",
    "pretext",
)


def schema() -> DataFrameSchema:
    """Return the pandera schema of an incidents frame: one row is one reported incident.

    Columns are those of ``COLUMNS``; dates are datetime64 (NaT unknown), counts nullable
    integers, everything else text with "" for unknown.
    """
    from incidents.schema import build

    return build()
