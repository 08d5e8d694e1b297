"""Words for kinds of incidents and for agencies, mapped to our codes only where that is sure."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache

from incidents.dataset import DATA
from incidents.record import AGENCIES, EVENT_TYPES

PUNCTUATION = re.compile(r"[\s_/&,.·()\[\]\-]+")
SEVERAL = re.compile(r"\s*[;|/、·]\s*|\s+(?:and|&|및)\s+|\s*,\s*")
BLANKS = frozenset(
    ("", "-", "--", "n/a", "na", "none", "null", "nil", "?", "unknown", "unspecified", "not known",
     "tbd", "없음", "미상", "불명", "알수없음", "모름")
)  # fmt: skip
TYPE_WORDS = {
    "arrest": "arrests, arrested, 체포, 검거",
    "home_search": "house search, house searches, home searches, search of homes, 가택수색, "
    "가택 수색",
    "bribe_extortion": "bribe, bribery, bribes, extortion, 뇌물, 뇌물 요구, 갈취, 금품 갈취",
    "levy_collection": "levy, levies, 세외부담, 세부담 징수",
    "inspection_campaign": "inspection campaigns, 집중 검열",
    "traffic_movement_control": "travel control, movement control, 이동 통제, 이동통제, "
    "여행 통제",
    "border_control": "border controls, 국경 통제, 국경통제, 국경 봉쇄",
    "border_shooting": "border shootings, 국경 총격",
    "defection_crackdown": "defection, 탈북 단속",
    "smuggling_crackdown": "smuggling, 밀수 단속",
    "phone_crackdown": "phones, mobile phones, 휴대전화 단속, 손전화 단속",
    "remittance_crackdown": "remittances, remittance, 송금 단속",
    "market_crackdown": "markets, market crackdowns, 시장 단속, 장마당 단속",
    "drug_crackdown": "drugs, 마약 단속",
    "media_crackdown": "foreign media, 불순 녹화물 단속, 외부 영상물 단속, 한류 단속",
    "appearance_crackdown": "dress and appearance, dress code, 복장 단속, 옷차림 단속",
    "alcohol_gambling_crackdown": "alcohol and gambling, 음주 도박 단속, 도박 단속",
    "superstition_crackdown": "superstition, fortune telling, 미신 단속",
    "religion_crackdown": "religion, 종교 단속, 종교 탄압",
    "vagrancy_roundup": "vagrancy, vagrants, 꽃제비 단속",
    "forced_mobilization": "forced mobilisation, forced labour mobilisation, 강제 동원, "
    "강제동원",
    "detention_abuse": "detention abuse, 구금시설 학대",
    "public_trial": "public trials, 공개재판, 공개 재판",
    "execution": "executions, executed, public execution, public executions, 처형, 공개처형, "
    "공개 처형, 총살",
    "official_purge": "purge, purges, 숙청",
    "resistance": "저항",
    "other": "others, 기타",
}  # fmt: skip
AGENCY_WORDS = {
    "MPS": "police, ministry of social security, 사회안전성, 사회안전부, 안전부, 보안서, "
    "보안부, 경찰",
    "MSS": "state security, ministry of state security, state security department, 보위부, "
    "국가보위성",
    "BORDER_GUARD": "border guards, border guard, border patrol, 국경경비대, 경비대",
    "MILITARY": "army, military, soldiers, kpa, korean people's army, 군대, 인민군, 조선인민군",
    "PROSECUTORS": "prosecutor, prosecutors, 검찰, 검찰소",
    "UNIFIED_COMMAND": "unified command, group 109, group 82, 연합지휘부, 비사그루빠, 109상무",
    "YOUTH_LEAGUE": "youth league, 청년동맹",
    "PARTY": "party, workers' party, workers' party of korea, 당, 노동당, 로동당, 조선로동당",
    "NEIGHBORHOOD_WATCH": "inminban, neighborhood watch, neighbourhood watch, 인민반",
    "MARKET_MGMT": "market management, market management office, 시장관리소",
    "OTHER": "other, others, 기타",
}  # fmt: skip
LISTED = ("mps", "mss", "border_guard", "military", "unified_command", "prosecutors")


def key_of(words: str) -> str:
    """Return words as they are compared: no case, no punctuation, single spaces.

    >>> key_of("Public_Execution"), key_of("공개 처형")
    ('public execution', '공개 처형')
    """
    return PUNCTUATION.sub(" ", unicodedata.normalize("NFKC", words)).strip().casefold()


def is_blank(words: str) -> bool:
    """Whether a cell says in so many words that it says nothing."""
    return words.strip().casefold() in BLANKS


def read_event_type(words: str) -> str | None:
    """Return the code of a kind of incident, given as code, label or plain word; None if unsure.

    >>> read_event_type("Public execution"), read_event_type("demonstration")
    ('execution', None)
    """
    return _types().get(key_of(words))


def read_agencies(words: str) -> tuple[str, tuple[str, ...]]:
    """Return the codes of agencies joined with ";", and the names among them that are not known.

    >>> read_agencies("MPS; State security, Ministry of Magic")
    ('MPS;MSS;OTHER', ('Ministry of Magic',))
    """
    whole = _agencies().get(key_of(words))
    names = [words] if whole else [name for name in SEVERAL.split(words) if not is_blank(name)]
    codes = [_agencies().get(key_of(name)) for name in names]
    unknown = tuple(name for name, code in zip(names, codes, strict=True) if code is None)
    return ";".join(dict.fromkeys(code or "OTHER" for code in codes)), unknown


def _keyed(*tables: dict[str, str]) -> dict[str, str]:
    return {
        key_of(word): code
        for table in tables
        for code, words in table.items()
        for word in (code, *words.split(", "))
    }


@cache
def _types() -> dict[str, str]:
    labels = {key_of(label): code for code, label in EVENT_TYPES.items()}
    return labels | _keyed(TYPE_WORDS)


@cache
def _agencies() -> dict[str, str]:
    """Names, labels and aliases; what two agencies share in data/agencies.csv is left out."""
    found: dict[str, set[str]] = {}
    with (DATA / "agencies.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = next((one for one in LISTED if row["id"].startswith(one)), "")
            for name in (row["name_en"], row["name_ko"], *row["aliases"].split(";")):
                found.setdefault(key_of(name), set()).add(code.upper())
    listed = {name: codes.pop() for name, codes in found.items() if len(codes) == 1}
    labels = {key_of(label): code for code, label in AGENCIES.items()}
    known = {name: code for name, code in listed.items() if code and name}
    return known | labels | _keyed(AGENCY_WORDS)
