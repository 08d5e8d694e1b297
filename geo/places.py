"""Spelled names to places: the unit a name means, or the candidates, or what it resembles."""

from __future__ import annotations

from dataclasses import dataclass

from geo.gazetteer import District, PlaceDataFault, Province, districts, provinces
from geo.lookup import Finding, Scope
from geo.reading import MAX_CHARACTERS, clean, read
from geo.spellings import Unit
from geo.suggest import LIMIT, suggest

__all__ = [
    "District",
    "Place",
    "PlaceDataFault",
    "Province",
    "districts",
    "provinces",
    "resolve",
]

KINDS = (None, "adm1", "adm2")


@dataclass(frozen=True, slots=True)
class Place:
    """The answer to a spelled name; `id` is an ADM1 code or ADM2 id, None when not settled.

    `kind` is adm1, adm2, covered (a unit counted in the shape `id`) or None. `candidates` are the
    ids an ambiguous name may mean, `suggestions` up to five ids an unknown name resembles or,
    if the name lies outside the province given, the ids it has there. `label` is for readers:
    the place in both scripts, or where a name outside its province really lies, or "".
    """

    name: str
    id: str | None = None
    kind: str | None = None
    label: str = ""
    candidates: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


def resolve(name: str, province: str | None = None, kind: str | None = None) -> Place:
    """The place a name means, by its exact names, then by its folded ones; never a guess.

    `name` may be a code, a name in any script, or a name with its province ("Unsan, South
    Pyongan"). `province` is an ISO code or a province's name: the place must lie in it. `kind`
    "adm2" asks for a district (an incident's `district` field), "adm1" for a province; without
    one, a bare name both share (Pyongyang, Rason, Nampo, Kaesong) is the province.
    Raises ValueError for another `kind`, PlaceDataFault if the data files are damaged.

    >>> resolve("Hoeryong City", province="KP-09").id
    'KP-09-02'
    >>> resolve("Sunan").label
    'Sunan (순안구역), counted in Pyongyang (평양시)'
    >>> resolve("Unsan").candidates
    ('KP-02-20', 'KP-03-24')
    >>> resolve("Hyesan", province="KP-09").suggestions
    ('KP-10-01',)
    """
    if kind not in KINDS:
        raise ValueError(f"Unknown kind {kind!r} of place; use 'adm1', 'adm2' or None.")
    text = clean(name)
    if text is None:
        return Place(name)
    return _answer(name, text, (province or "").strip()[: MAX_CHARACTERS + 1], kind)


def _answer(name: str, text: str, province: str, kind: str | None) -> Place:
    scope = Scope(kind=kind)
    if province:
        codes = _province_codes(province)
        if not codes:
            return _unsettled(name, text, _none_of(read(text, scope)), scope)
        scope = Scope(kind=kind, provinces=codes)
    finding = read(text, scope)
    if len(finding.units) == 1:
        unit = finding.units[0]
        return Place(name, unit.id, unit.kind, _label(unit))
    return _unsettled(name, text, finding, scope)


def _province_codes(province: str) -> frozenset[str]:
    text = clean(province)
    units = read(text, Scope(kind="adm1")).units if text else ()
    return frozenset(u.id for u in units)


def _none_of(finding: Finding) -> Finding:
    """The finding as it stands under a province nobody can read: nothing is taken from it."""
    return Finding((), finding.units or finding.elsewhere)


def _unsettled(name: str, text: str, finding: Finding, scope: Scope) -> Place:
    if finding.units:
        return Place(name, candidates=tuple(sorted(_ids(finding.units))))
    if finding.elsewhere:
        label = _label_elsewhere(finding)
        return Place(name, label=label, suggestions=_ids(finding.elsewhere)[:LIMIT])
    return Place(name, suggestions=suggest(text, scope))


def _ids(units: tuple[Unit, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(u.id for u in units))


def _label(unit: Unit) -> str:
    """The place for readers, in both scripts.

    >>> resolve("Hyesan").label, resolve("KP-10").label
    ('Hyesan (혜산시), Ryanggang', 'Ryanggang (량강도)')
    """
    own = f"{unit.name} ({unit.hangul})"
    if unit.kind == "adm1":
        return own
    if unit.kind == "covered":
        return f"{own}, counted in {districts()[unit.id].label}"
    return f"{own}, {provinces()[unit.province].name}"


def _label_elsewhere(finding: Finding) -> str:
    if len(finding.elsewhere) != 1 or not finding.sought or len(finding.sought) != 1:
        return ""
    (code,) = finding.sought
    (unit,) = finding.elsewhere
    return "" if unit.province == code else f"{_label(unit)}; not in {provinces()[code].label}"
