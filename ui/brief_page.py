"""A brief as one HTML page of its own: no script, no request, every text escaped, one A4 sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from incidents.brief import Brief, Count
from incidents.words import language, say
from ui.brief_map import WIDTH, height
from ui.brief_scale import SHADES, Step
from ui.plain import is_link

# Signs that turn the reading direction or do not print: text from data must not carry them on.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
SIZES = {"long": 220, "longer": 600}  # letters of the sentence beyond which it is set smaller
LONG, LONGEST = 420, 4_000  # letters of a link beyond which it is set smaller, or not printed
HEAD = """<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">"""
STYLE = """
@page { size: A4 portrait; margin: 0; }
* { box-sizing: border-box; }
html { background: #e9eaee; color-scheme: light; }
body { margin: 0; }
main { contain: size layout; margin: 0 auto; width: 210mm; height: 297mm; padding: 11mm 13mm 9mm;
  background: #fff; color: #1f2430; display: flex; flex-direction: column; gap: 3mm;
  overflow: hidden;
  font: 8.6pt/1.38 system-ui, "Segoe UI", Roboto, "Noto Sans", "Apple SD Gothic Neo",
  "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", sans-serif; overflow-wrap: anywhere; }
:lang(ko) { word-break: keep-all; }
h1, h2, p, ul, table, dl, dd { margin: 0; padding: 0; }
main > * { flex: none; }
.hint { background: #f4f5f7; padding: 1.4mm 2mm; }
.title { display: flex; justify-content: space-between; color: #5d5d68; font-size: 8pt;
  border-bottom: 0.4mm solid #1f2430; padding-bottom: 1mm; gap: 4mm; }
h1 { font-size: 14.5pt; line-height: 1.28; font-weight: 650; }
h1.long { font-size: 10pt; }
h1.longer { font-size: 7pt; font-weight: 400; }
h2 { font-size: 8.6pt; font-weight: 650; margin-bottom: 0.6mm; color: #1f2430; }
dl { display: flex; gap: 9mm; }
dl div { display: flex; align-items: baseline; gap: 1.6mm; }
dt { font-size: 14pt; font-weight: 650; }
main > .middle { flex: 0 1 auto; min-height: 0; display: flex; gap: 6mm; }
figure { margin: 0; flex: 1 1 0; min-width: 0; min-height: 0; display: flex;
  flex-direction: column; gap: 1.5mm; }
.map { flex: 0 1 auto; min-height: 0; }
.map svg { width: 100%; height: 100%; display: block; font-family: inherit; }
figcaption { font-size: 7.6pt; }
.key { display: flex; flex-wrap: wrap; gap: 0.6mm 3mm; }
.key span { display: inline-flex; align-items: center; gap: 1mm; white-space: nowrap; }
.key svg { width: 6mm; height: 3.2mm; flex: none; }
aside { flex: none; width: 63mm; display: flex; flex-direction: column; gap: 2.6mm; }
table { width: 100%; border-collapse: collapse; line-height: 1.3; font-size: 8.2pt; }
td, th { padding: 0.28mm 0; border-bottom: 0.15mm solid #d8dbe2; text-align: left;
  font-weight: 400; vertical-align: top; }
td { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap;
  padding-left: 2mm; }
tr.rest th, tr.rest td { color: #5d5d68; }
ul { padding-left: 3.6mm; }
.small { font-size: 7.4pt; line-height: 1.34; color: #3d4250; }
a { color: inherit; text-decoration: none; }
.end { margin-top: auto; display: flex; flex-direction: column; gap: 2.6mm; }
.link { font-size: 7.4pt; line-height: 1.3; color: #3f4a9e; word-break: break-all; }
.link.long { font-size: 5pt; line-height: 1.2; }
@media print { html { background: none; } .hint { display: none; } }
@media screen and (max-width: 820px) {
  main { contain: none; width: auto; height: auto; padding: 4vw; overflow: visible; }
  .middle { flex-direction: column; } aside { width: auto; }
  figure { flex: none; } .map { flex: none; } .map svg { height: auto; }
  .title, dl { flex-wrap: wrap; gap: 1mm 6mm; }
}
"""


def to_html(brief: Brief, drawing: str, steps: tuple[Step, ...], is_limited: bool) -> str:
    """Return the page; ``drawing`` is the map as SVG, the only part that is not escaped here.

    ``steps`` are the classes of the map's shades; ``is_limited`` says that places were chosen.
    """
    parts = (
        _title(),
        f'<p class="hint">{_say("brief.how_to_print")}</p>',
        _heading(brief),
        _triple(brief.triple),
        f'<div class="middle">{_figure(brief, drawing, steps, is_limited)}{_places(brief)}</div>',
        _caveats(brief.caveats),
        _foot(brief),
    )
    title = f"<title>{_say('brief.title')}</title>"
    start = f'<!DOCTYPE html>\n<html lang="{language()}">\n<head>\n{HEAD}\n{title}'
    body = "\n".join(part for part in parts if part)
    head = f"{start}\n<style>{STYLE}</style>\n</head>"
    return f"{head}\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"


def shown(text: object) -> str:
    """Return text from anywhere as text of an HTML page, on one line.

    >>> shown('<b onload="x">&')
    '&lt;b onload=&quot;x&quot;&gt;&amp;'
    """
    return escape(" ".join(UNSEEN.sub(" ", str(text)).split()), quote=True)


def _say(entry: str, **values: object) -> str:
    return shown(say(entry, **values))


def _title() -> str:
    subject = _say("brief.subject")
    return f'<div class="title"><span>{_say("brief.title")}</span><span>{subject}</span></div>'


def _heading(brief: Brief) -> str:
    sizes = {size: len(brief.sentence) > letters for size, letters in SIZES.items()}
    size = " ".join(size for size, is_needed in sizes.items() if is_needed)
    return f'<h1 class="{size}">{shown(brief.sentence)}</h1>'


def _triple(triple: Iterable[tuple[str, str]]) -> str:
    pairs = "".join(
        f"<div><dt>{shown(number)}</dt><dd>{shown(told)}</dd></div>" for number, told in triple
    )
    return f"<dl>{pairs}</dl>" if pairs else ""


def _figure(brief: Brief, drawing: str, steps: tuple[Step, ...], is_limited: bool) -> str:
    told = _say("brief.map", districts=_named(brief.districts))
    keys = [_key(f'fill="{SHADES[step.shade]}"', shown(step.words)) for step in steps]
    keys.append(_key('fill="url(#none)"', _say("brief.no_reports")))
    if is_limited:
        keys.append(_key('fill="#ffffff" stroke="#77757a"', _say("brief.outside")))
    keys.append(_key('fill="#fffdf6" stroke="#2b2a66" rx="3"', _say("brief.badge"), "n"))
    shape = f"aspect-ratio:{WIDTH}/{height()}"
    return (
        f'<figure><div class="map" style="{shape}" role="img" aria-label="{told}">{drawing}</div>'
        f'<figcaption><b>{_say("brief.legend")}</b><div class="key">{"".join(keys)}</div>'
        f"{shown(brief.books)}</figcaption></figure>"
    )


def _named(districts: Iterable[Count]) -> int:
    return sum(one.places for one in districts)


def _key(look: str, told: str, letter: str = "") -> str:
    swatch = f'<rect x="1" y="1" width="28" height="14" {look}/>'
    sign = f'<text x="15" y="12" font-size="11" text-anchor="middle">{letter}</text>'
    swatch += sign if letter else ""
    return f'<span><svg viewBox="0 0 30 16" aria-hidden="true">{swatch}</svg>{told}</span>'


def _places(brief: Brief) -> str:
    tables = _table("brief.provinces", brief.provinces), _table("brief.districts", brief.districts)
    return f"<aside>{''.join(tables)}</aside>"


def _table(entry: str, counts: Iterable[Count]) -> str:
    lines = "".join(
        f'<tr{"" if one.places == 1 else chr(32) + "class=rest"}><th scope="row">'
        f"{shown(one.place)}</th><td>{one.rows:,}</td></tr>"
        for one in counts
    )
    none = f"<tr><th>{_say('brief.none')}</th></tr>"
    return f"<section><h2>{_say(entry)}</h2><table>{lines or none}</table></section>"


def _caveats(caveats: Iterable[str]) -> str:
    lines = "".join(f"<li>{shown(one)}</li>" for one in caveats)
    return f'<section class="small"><h2>{_say("brief.caveats")}</h2><ul>{lines}</ul></section>'


def _foot(brief: Brief) -> str:
    size = "link long" if len(brief.link) > LONG else "link"
    return (
        f'<div class="end"><section class="small"><h2>{_say("brief.cite")}</h2>'
        f"<p>{shown(brief.citation)}</p></section>"
        f'<section><h2>{_say("brief.link")}</h2><p class="{size}">{_link(brief.link)}</p></section>'
        f'<p class="small">{shown(brief.made)} {shown(brief.credit)}</p></div>'
    )


def _link(address: str) -> str:
    """Return the address as a link that names it, or where it is if it would fill the sheet."""
    told = _say("brief.too_long") if len(address) > LONGEST else shown(address)
    if not is_link(address):
        return told
    return f'<a href="{shown(address)}" rel="noreferrer">{told}</a>'
