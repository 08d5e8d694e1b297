"""What is put into texts to attack the places that draw them, and a file full of it."""

from __future__ import annotations

import csv
import io

HOST = "canary.invalid"
RUN = "top.__attacked=1"
COLUMNS = (
    "id", "title", "summary", "date_start", "date_end", "date_precision", "year_basis", "province",
    "district", "district_as_reported", "locality", "place_precision", "event_type", "agency",
    "targets", "pretext", "occasion_id", "occasion_note", "bribe_amount", "bribe_currency",
    "bribe_in_kind", "outlet", "via", "source_url", "other_source_urls", "source_title", "note",
)  # fmt: skip
FREE = (
    "title", "summary", "district_as_reported", "locality", "targets", "pretext", "occasion_note",
    "bribe_in_kind", "outlet", "via", "source_title", "note",
)  # fmt: skip

PAYLOADS = {
    "image": f'<img src=x onerror="{RUN}">',
    "script": f"</script><script>{RUN}</script>",
    "svg": f"<svg/onload={RUN}>",
    "frame": f'<iframe srcdoc="<script>{RUN}</script>"></iframe>',
    "style": f"</style><style>@import url(//{HOST}/a.css);*{{display:none}}</style>",
    "comment": f"--><!--<img src=//{HOST}/b.png>-->]]><!DOCTYPE x><?xml x?>",
    "attribute": f'" onmouseover="{RUN}" x=\'',
    "textarea": f"</textarea></title></noscript></table><img src=x onerror={RUN}>",
    "picture": f"![x](http://{HOST}/c.png)",
    "script link": f"[click](javascript:{RUN})",
    "data link": f"[click](data:text/html,<script>{RUN}</script>)",
    "pointed link": f"<javascript:{RUN}>",
    "reference": f"[x]: javascript:{RUN}",
    "template": f"${{{RUN}}}",
    "backtick": f"`+({RUN})+`",
    "quote": f"';{RUN};'\\\";{RUN}//",
    "closing": f"}});{RUN};({{//",
    "vega": f"datum.x ? eval('{RUN}') : signal('y')",
    "jinja": "{{7*7}} {% for x in y %} {0} {a.__class__} %s %(x)s $x ${x}",
    "formula": f'=HYPERLINK("http://{HOST}/d","x")',
    "command": "=cmd|' /C calc'!A0",
    "plus": "+1+1",
    "minus": "-1+1",
    "at": "@SUM(1)",
    "markdown": "# a **b** _c_ ~~d~~ `e` | f | > g * h - i 1. j [^1] --- ***",
    "latex": f"$\\href{{javascript:{RUN}}}{{x}}$ $$x^2$$ \\(y\\)",
    "streamlit": ":red[x] :red-background[x] :material/home: :smile: :small[x]",
    "logo": ":streamlit: is no word",
    "arrows": "a -> b <- c -- d <-> e >= f",
    "entities": "&lt;b&gt; &#60;img&#62; &copy; %3Cscript%3E \\u003cscript\\u003e",
    "bidi": "\u202egpj.exe\u202c \u2066x\u2069 \u200f\u061c",
    "invisible": "a\u200bb\u2060c\ufeffd\u00ade\u2028f\u2029g",
    "controls": "a\x01b\x08c\x1bd\x7fe\x85f\ufffeg\uffff",
    "one word": "W" * 3_000,
    "hangul": "혜산시 보안서 단속 " * 20,
    "emoji": "👩‍👩‍👧‍👦🇰🇵🏴‍☠️" + "e" + "\u0301" * 200,
    "sql": "'; DROP TABLE incidents; -- \" OR 1=1",
    "path": "../../../../etc/passwd ~ C:\\x\\..\\y",
    "nothing": "nan",
    "code": f"x` ![x](http://{HOST}/g.png) <b>`y",
}
HIDDEN = "controls", "invisible", "bidi"  # may be shown with a sign in their place

# Each of these becomes the address of a source; only a web address may become a link.
ADDRESSES = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}//https://example.org",
    f"data:text/html,<script>{RUN}</script>",
    f"vbscript:{RUN}",
    "file:///etc/passwd",
    f'https://example.org/"onmouseover="{RUN}',
    f"https://example.org/)![x](//{HOST}/e.png)",
    f"https://example.org/'>{PAYLOADS['image']}",
    f"//{HOST}/f",
)


def rows() -> list[dict[str, str]]:
    """One row a payload, which stands in every column that holds text."""
    return [
        dict.fromkeys(COLUMNS, "")
        | dict.fromkeys(FREE, text)
        | {
            "id": text if number % 2 else f"own-{number}", "event_type": text, "agency": text,
            "date_start": f"2019-11-{1 + number % 18:02}", "date_end": "2019-11-19",
            "date_precision": text, "year_basis": text, "place_precision": text,
            "province": "KP-10", "district": "Hyesan" if number % 3 else text,
            "bribe_amount": "1500", "bribe_currency": "CNY", "occasion_id": text,
            "source_url": ADDRESSES[number % len(ADDRESSES)],
            "other_source_urls": f"{ADDRESSES[-number % len(ADDRESSES)]};https://example.org/ok",
        }
        for number, text in enumerate(PAYLOADS.values())
    ]  # fmt: skip


def sheet() -> bytes:
    """The rows as a CSV file, whose own headings are attacks too."""
    out = io.StringIO()
    extra = PAYLOADS["image"], PAYLOADS["template"], PAYLOADS["formula"]
    writer = csv.DictWriter(out, [*COLUMNS, *extra])
    writer.writeheader()
    writer.writerows(row | dict.fromkeys(extra, "x") for row in rows())
    return out.getvalue().encode("utf-8")
