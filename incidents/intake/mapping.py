"""The reader's choices for names of places, kept as a small JSON file to use again."""

from __future__ import annotations

import json
from collections.abc import Mapping

from incidents.intake.errors import IntakeError
from incidents.intake.limits import MB
from incidents.intake.said import cause_of, to_say
from incidents.intake.signs import readable

MOST_BYTES = 5 * MB
EXAMPLE = '{"Hyesan-si": "KP-10-01"}'


def write_mapping(mapping: Mapping[str, str]) -> bytes:
    """Return a mapping (name as spelled -> ADM1 code or ADM2 id) as JSON."""
    content = {"atlas_place_names": dict(sorted(mapping.items()))}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read_mapping(data: bytes) -> dict[str, str]:
    """Return a mapping from JSON: as `write_mapping` writes it, or one flat object of names.

    Raises IntakeError for anything else.
    """
    if len(data) > MOST_BYTES:
        raise IntakeError(to_say("file_faults.mapping_too_large", limit=MOST_BYTES // MB))
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as fault:
        raise IntakeError(to_say("file_faults.mapping_not_json", fault=cause_of(fault))) from fault
    names = content.get("atlas_place_names", content) if isinstance(content, dict) else None
    if not isinstance(names, dict) or not all(isinstance(unit, str) for unit in names.values()):
        raise IntakeError(to_say("file_faults.mapping_shape", example=EXAMPLE))
    return {readable(name): readable(unit) for name, unit in names.items()}
