"""Readers' files full of faults: sheets with every kind of bad cell, and files cut or altered."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator

from incidents.intake import IntakeError, check

FIT = {
    "date": "2019-11-13", "province": "Ryanggang", "district": "Hyesan", "type": "arrest",
    "agency": "MPS", "title": "t", "source": "RFA", "url": "https://e.org/1", "lat": "", "lon": "",
    "country": "", "bribe amount": "", "bribe currency": "", "people killed": "",
    "reported on": "", "id": "",
}  # fmt: skip
DATES = (
    "", "x" * 400, "since 2019", "never", "13 November", "31/12/0001", "2019-13-01", "2019-11-31",
    "2019-W60", "40/40/2019", "05/11/2019", "5/11/19", "winter 2019", "2019-12-01/2019-11-01",
    "about 2019-11-13", "2nd week of November 2019", "early 2019", "2019-11-13?",
)  # fmt: skip
PLACES = (  # province, district
    ("KP01", ""), ("Narnia", ""), ("Ryanggang", "Hyesna"), ("Ryanggang", "Zzz"), ("", "Unsan"),
    ("Ryanggang", "Chongjin;Hyesan"), ("Ryanggang", "Hamhung"), ("", "Hyesan;Chongjin"),
)  # fmt: skip
POINTS = (  # latitude, longitude, province, district
    ("x", "y", "", ""), ("128", "41", "", ""), ("95", "200", "", ""), ("30", "125", "", ""),
    ("39", "125.7", "Ryanggang", "Hyesan"), ("41.4", "128.2", "Ryanggang", ""),
    ("41.4", "128.2", "", "Zzz"), ("35", "127", "Ryanggang", "Hyesan"),
)  # fmt: skip
OTHERS = (
    {"type": "magic"}, {"type": ""}, {"agency": "wizards"}, {"title": "", "source": "", "url": ""},
    {"url": "no link at all"}, {"country": "Japan"}, {"id": "not an id"}, {"id": "A"}, {"id": "A"},
    {"bribe amount": "many", "bribe currency": "gold", "people killed": "1.5",
     "reported on": "some other time"}, {"title": "x\0y"},
)  # fmt: skip
OURS = (
    "id,title,date_start,date_end,date_precision,province,place_precision,event_type,agency,"
    "occasion_id,source_url,outlet,year_basis\n"
    "NK1,t,2019-11-13,2019-11-01,hour,KP-10,spot,magic,XX,nope,x,RFA,guess\n"
    "NK2,t,2019-11-13,,month,KP-10,,arrest,,,https://e.org,RFA,\n"
    "NK3,t,,2019-11-13,,KP-10,,arrest,,,https://e.org,RFA,\n"
)
ACLED = (
    "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,country,admin1,admin2,"
    "location,latitude,longitude,geo_precision,source\n"
    "PRK1,13 November 2019,2019,9,Protests,Peaceful protest,North Korea,Ryanggang,Hyesan,Hyesan,"
    "41.4,128.2,3,RFA\n"
)
UCDP = (
    "id,relid,year,type_of_violence,date_start,date_end,date_prec,where_prec,adm_1,adm_2,latitude,"
    "longitude,country\n"
    "1,a,2019,3,2019-11-13,2019-11-13,9,6,,,40,127,North Korea\n"
    "2,a,2019,3,2019-11-13,2019-11-13,4,4,Ryanggang,Hyesan,41,128,North Korea\n"
)


def sheet() -> bytes:
    """One sheet with a row for every fault, and lines that are no rows."""
    places = [dict(zip(("province", "district"), pair, strict=True)) for pair in PLACES]
    points = [dict(zip(("lat", "lon", "province", "district"), p, strict=True)) for p in POINTS]
    text = io.StringIO()
    writer = csv.DictWriter(text, tuple(FIT), quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writeheader()
    changes = [*({"date": date} for date in DATES), *places, *points, *OTHERS]
    writer.writerows({**FIT, **change} for change in changes)
    return (text.getvalue() + '"a"b,c\nd,e\n').encode()


def zipped() -> bytes:
    """A zip with one table in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.csv", "date,title\n2019-11-13,t\n" * 50)
    return out.getvalue()


def broken() -> dict[str, bytes]:
    """Files that their parsers refuse, by what is wrong."""
    whole = zipped()
    return {
        "a zip without its end": whole[:-30],
        "a zip with another content": whole.replace(b"2019-11-13,t", b"2019-11-14,t", 1),
        "JSON that stops": b'{"type": "FeatureCollection", "features": [',
        "XML that does not close": b"<kml><Document><Placemark></Document></kml>",
        "Parquet without content": b"PAR1" + b"\0" * 40 + b"PAR1",
        "Parquet without its end": b"PAR1" + b"\0" * 40,
        "a database that is none": b"SQLite format 3\0" + b"\0" * 200,
        "a header that stops": b'date,"title\n',
    }


def of_rows() -> Iterator[str]:
    """What is said of rows and of files that can be read."""
    for text, profile in ((sheet(), "plain"), (OURS.encode(), "ours"), (ACLED.encode(), "acled"),
                          (UCDP.encode(), "ucdp")):  # fmt: skip
        report = check(text, profile=profile)
        yield from (fault.why for _, fault in report.faults)
        yield from (notice.sentence for notice in report.notices)


def of_broken() -> Iterator[str]:
    """What is said of files that cannot be read at all."""
    for name, data in broken().items():
        try:
            check(data)
        except IntakeError as fault:
            yield str(fault)
        else:
            raise AssertionError(f"{name} was read")
