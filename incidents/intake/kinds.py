"""What kind of incident a row is and who acted, by its profile; unsure is other, or nobody."""

from __future__ import annotations

from dataclasses import dataclass

from incidents.intake.faults import Fault
from incidents.intake.said import to_say
from incidents.intake.words import is_blank, read_agencies, read_event_type

VIOLENCE = {"1": "state-based conflict", "2": "non-state conflict", "3": "one-sided violence"}
ACTORS = (
    ("border guard", "BORDER_GUARD"), ("border security", "BORDER_GUARD"),
    ("state security", "MSS"), ("police forces", "MPS"), ("military forces", "MILITARY"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """A code (or codes), what to keep in the note (data, so English), and the fault met."""

    code: str
    note: str = ""
    faults: tuple[Fault, ...] = ()


def kind_of(event_type: str) -> Kind:
    """Return the event type of our own or plain words; what is not known becomes other."""
    if is_blank(event_type):
        fault = Fault("event_type", event_type, "other", to_say("row_faults.no_type"))
        return Kind("other", faults=(fault,))
    code = read_event_type(event_type)
    if code:
        return Kind(code)
    fault = Fault("event_type", event_type, "other", to_say("row_faults.unknown_type"))
    return Kind("other", f"Type as given: {event_type.strip()}.", (fault,))


def kind_of_acled(types: tuple[str, str]) -> Kind:
    """Return the event type of an ACLED row by its two types: Arrests are arrest, all else other.

    >>> kind_of_acled(("Strategic developments", "Arrests")).code
    'arrest'
    """
    event_type, sub_type = types
    if sub_type.strip().lower() == "arrests":
        return Kind("arrest")
    given = " / ".join(part.strip() for part in (event_type, sub_type) if part.strip())
    fault = Fault("event_type", given, "other", to_say("row_faults.acled_type"))
    return Kind("other", f"ACLED type: {given or 'none'}.", (fault,))


def kind_of_ucdp(violence: str) -> Kind:
    """Return the event type of a UCDP row, always other; its type of violence goes to the note."""
    code = violence.strip().removesuffix(".0")
    named = VIOLENCE.get(code, code or "none given")
    fault = Fault("event_type", violence, "other", to_say("row_faults.ucdp_type"))
    return Kind("other", f"UCDP type of violence: {named}.", (fault,))


def agency_of(agency: str) -> Kind:
    """Return the agencies of our own or plain words; a name not known becomes OTHER.

    Such a name goes to the report only, not to the note: it may be a person's.
    """
    if is_blank(agency):
        return Kind("")
    codes, unknown = read_agencies(agency)
    if not unknown:
        return Kind(codes)
    reason = to_say("row_faults.unknown_agencies", names=", ".join(unknown))
    fault = Fault("agency", agency, codes, reason)
    return Kind(codes, faults=(fault,))


def agency_of_actor(actor: str) -> Kind:
    """Return the agency an ACLED or UCDP actor surely is; persons and others give none.

    >>> agency_of_actor("Police Forces of North Korea (2011-)").code
    'MPS'
    """
    words = actor.lower()
    known = [code for part, code in ACTORS if part in words]
    if known and ("north korea" in words or "dprk" in words):
        return Kind(known[0])
    codes, unknown = read_agencies(actor)
    return Kind("" if unknown else codes)
