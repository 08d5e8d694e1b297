"""Words about sidecars that cannot be used: what each key must state."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "unreadable": (
        "{file}: cannot be read ({why}); put it back.",
        "{file}: 읽을 수 없습니다({why}). 배포된 파일을 다시 넣으십시오.",
    ),
    "no_pairs": (
        "{file}: must be a list of 'key: value'; put it back.",
        "{file}: 'key: value' 목록이 아닙니다. 배포된 파일을 다시 넣으십시오.",
    ),
    "unknown_key": (
        "{file}: unknown key {key}{hint}",
        "{file}: {key}: 알 수 없는 항목입니다{hint}",
    ),
    "text": (
        "{file}: {key} must be a text; it is {found}.",
        "{file}: {key} 항목에는 글이 있어야 합니다. 지금 값: {found}.",
    ),
    "texts": (
        "{file}: {key} must be a list of texts; it is {found}.",
        "{file}: {key} 항목에는 글의 목록이 있어야 합니다. 지금 값: {found}.",
    ),
    "name": (
        "{file}: file must be {csv} or {geojson}; it is {found}.",
        "{file}: file 항목은 {csv}와 {geojson} 가운데 하나여야 합니다. 지금 값: {found}.",
    ),
    "sha256": (
        "{file}: sha256 must be 64 hexadecimal digits; it is {found}.",
        "{file}: sha256 항목은 16진수 64자리여야 합니다. 지금 값: {found}.",
    ),
    "rows": (
        "{file}: rows must be {shape} with 0 <= min <= max; it is {found}.",
        "{file}: rows 항목은 {shape} 모양이고 0 <= min <= max여야 합니다. 지금 값: {found}.",
    ),
    "as_of": (
        "{file}: data_as_of must be a day as YYYY-MM-DD; it is {found}.",
        "{file}: data_as_of 항목은 YYYY-MM-DD 모양의 날짜여야 합니다. 지금 값: {found}.",
    ),
    "no_as_of": (
        "{file}: data_as_of is missing; give a day as YYYY-MM-DD.",
        "{file}: data_as_of 항목이 없습니다. YYYY-MM-DD 모양의 날짜를 적으십시오.",
    ),
    "no_sources": (
        "{file}: sources or source_column must say where the rows are from.",
        "{file}: sources나 source_column 항목에 행의 출처를 적어야 합니다.",
    ),
    "not_links": (
        "{file}: sources must be web addresses; they are {found}.",
        "{file}: sources 항목에는 웹 주소가 있어야 합니다. 지금 값: {found}.",
    ),
    "columns": (
        "{file}: columns must be 'column: meaning' pairs.",
        "{file}: columns 항목은 'column: meaning' 짝이어야 합니다.",
    ),
    "source_column": (
        "{file}: source_column must be the name of a column.",
        "{file}: source_column 항목은 열 이름이어야 합니다.",
    ),
}
