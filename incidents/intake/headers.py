"""What columns are called, in English and Korean, and which of our fields each name means."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from incidents.record import COLUMNS

BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
SIGNS = re.compile(r"[\W_]+")
WORDS = {
    "id": "id, no, nr, number, ref, reference, case id, case no, record id, event id, "
    "incident id, 번호, 연번, 순번, 일련번호, 사건번호",
    "date": "date, dates, event date, incident date, date of incident, date of event, when, "
    "period, time, event day, date text, day, 날짜, 일자, 일시, 발생일, 발생일자, 발생 일시, "
    "사건일, 사건일자, 사건 날짜, 사건 일시, 발생 날짜, 발생시기, 발생 시기, 시기, 기간, 언제, "
    "단속일, 단속 일자",
    "date_start": "date start, start date, start, from, begin, begin date, first day, "
    "date from, starts, 시작일, 시작, 시작일자, 시작 날짜, 개시일",
    "date_end": "date end, end date, end, to, until, last day, date to, ends, 종료일, 종료, "
    "종료일자, 종료 날짜, 끝",
    "year": "year, 연도, 년도, 년, 해, 발생연도",
    "month": "month, 월, 발생월",
    "day": "day of month, 일",
    "date_precision": "date precision, time precision, precision of date, 날짜 정밀도",
    "reported_on": "reported on, report date, date reported, reported, publication date, "
    "published, date published, date of report, pub date, source date, 보도일, 보도일자, "
    "보도 날짜, 게재일, 기사일자, 기사 날짜, 발행일",
    "country": "country, nation, iso, iso3, country code, 국가, 나라",
    "province": "province, admin1, adm1, adm 1, admin 1, adm1 name, province name, 도, 시도, "
    "도명, 행정구역, 광역시도, 직할시도, 도직할시",
    "district": "district, admin2, adm2, adm 2, admin 2, adm2 name, county, city, town, "
    "city county, district name, city or county, 시군, 시군구, 군, 시, 시군구역, 구역, 군시, "
    "시군명, 도시",
    "place": "place, location, site, where, area, region, place name, location name, 장소, "
    "지역, 위치, 발생지, 발생장소, 발생 지역, 사건장소, 사건 지역, 곳",
    "locality": "locality, village, neighbourhood, neighborhood, exact location, 동, 리, 동리, "
    "세부장소, 세부 위치, 상세위치",
    "latitude": "latitude, lat, y, 위도",
    "longitude": "longitude, lon, lng, long, x, 경도",
    "coordinates": "coordinates, coords, coordinate, gps, lat lon, latlon, latlng, lat long, "
    "좌표",
    "place_precision": "place precision, geo precision, precision of place, 장소 정밀도",
    "title": "title, incident, event, incident title, 제목, 사건명, 사건, 사건 제목",
    "summary": "summary, description, details, detail, narrative, text, content, what, "
    "what happened, incident description, 내용, 요약, 개요, 사건내용, 사건 개요, 설명, "
    "상세내용, 상세",
    "event_type": "event type, type, category, kind, incident type, type of incident, "
    "type of event, 유형, 종류, 구분, 분류, 사건유형, 사건종류, 단속유형, 단속 종류, 사건 분류",
    "agency": "agency, agencies, actor, perpetrator, organization, organisation, "
    "security force, force, who, 기관, 단속기관, 주체, 단속주체, 가해기관, 행위자, 담당기관, "
    "보안기관",
    "targets": "targets, target, target group, 대상, 단속대상, 피해대상",
    "pretext": "pretext, reason, cause, justification, 명분, 이유, 사유, 구실",
    "bribe_amount": "bribe amount, bribe, amount, sum, 뇌물, 뇌물액, 뇌물 금액, 금액",
    "bribe_currency": "bribe currency, currency, 통화, 화폐, 화폐단위",
    "bribe_in_kind": "bribe in kind, in kind, goods, 현물, 뇌물 현물",
    "people_affected": "people affected, affected, victims, number of victims, "
    "number affected, 인원, 인원수, 피해자수, 피해인원",
    "people_detained": "people detained, detained, arrested, number arrested, number detained, "
    "체포, 체포자, 체포자수, 체포인원, 구금, 구금자수, 연행",
    "people_killed": "people killed, killed, deaths, fatalities, dead, number killed, 사망, "
    "사망자, 사망자수, 사망인원",
    "outlet": "outlet, source, reported by, publisher, media, newspaper, news source, "
    "source name, 출처, 매체, 언론사, 언론, 신문, 보도매체, 보도기관",
    "source_url": "source url, url, link, source link, web link, href, web address, article, "
    "링크, 출처링크, 기사링크, 원문링크, 원문, 원문주소, 출처 주소, 기사 주소",
    "source_title": "source title, headline, article title, 기사제목, 기사 제목, 헤드라인",
    "source_count": "source count, informants, number of informants, number of sources, "
    "소식통수, 소식통 수",
    "note": "note, notes, comment, comments, remark, remarks, coder notes, 비고, 메모, 참고, "
    "참고사항",
}  # fmt: skip
TAGS = (
    ("#date+start", "date_start"), ("#date+end", "date_end"), ("#date+report", "reported_on"),
    ("#date", "date"), ("#adm1", "province"), ("#adm2", "district"), ("#adm3", "locality"),
    ("#geo+lat", "latitude"), ("#geo+lon", "longitude"), ("#country", "country"),
    ("#loc", "place"), ("#event+type", "event_type"), ("#event+name", "title"),
    ("#event", "event_type"), ("#description", "summary"), ("#meta+url", "source_url"),
    ("#meta+source", "outlet"), ("#org", "agency"), ("#affected+killed", "people_killed"),
    ("#affected", "people_affected"), ("#meta+id", "id"), ("#meta", "note"),
)  # fmt: skip


def plain(header: str) -> str:
    """A column name as it is compared: no case, no brackets, no signs, no spaces.

    >>> plain("Date of incident (DD/MM/YYYY)"), plain("시/군")
    ('dateofincident', '시군')
    """
    bare = BRACKETS.sub("", header) or header
    return SIGNS.sub("", unicodedata.normalize("NFKC", bare)).casefold()


def field_of(header: str) -> str | None:
    """The field a column name means if it is one of the known names; else None."""
    return _exact().get(plain(header))


def field_within(header: str) -> str | None:
    """The field of the longest known name inside a longer column name; None if there is none.

    >>> field_within("Province of the event"), field_within("북한 도시 이름")
    ('province', 'district')
    """
    if re.search("[가-힣]", header):
        key = plain(header)
        inside = [word for word in _exact() if len(word) > 1 and word in key and not word.isascii()]
        return _exact()[max(inside, key=len)] if inside else None
    words = SIGNS.sub(" ", CAMEL.sub(" ", BRACKETS.sub(" ", header))).casefold().split()
    for size in range(min(4, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            word = "".join(words[start : start + size])
            if len(word) > 2 and word in _exact():
                return _exact()[word]
    return None


def field_of_tag(tag: str) -> str | None:
    """The field an HXL tag means, by its base and its attributes.

    >>> field_of_tag("#adm1+name"), field_of_tag("#date +occurred")
    ('province', 'date')
    """
    base, *attributes = [part.strip() for part in tag.casefold().split("+")]
    for known, field in TAGS:
        start, *wanted = known.split("+")
        if base == start and set(wanted) <= set(attributes):
            return field
    return None


@cache
def _exact() -> dict[str, str]:
    names = {plain(word): field for field, words in WORDS.items() for word in words.split(", ")}
    return names | {plain(column): column for column in COLUMNS}
