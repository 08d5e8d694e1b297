"""Words about where a row happened: names and points that give no place, or less than they say."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "abroad": (
        "Not North Korea, so the row is on no map here.",
        "북한이 아니므로 행이 이 지도에 나타나지 않습니다.",
    ),
    "code_of_several": (
        "This code means different provinces in different lists. Write the name, or an ISO code "
        "such as KP-10.",
        "이 부호는 목록마다 다른 도를 뜻합니다. 도 이름이나 KP-10과 같은 ISO 부호를 적어 주십시오.",
    ),
    "without_province": (
        "Without its province the row is on no map.",
        "도를 알 수 없어 행이 지도에 나타나지 않습니다.",
    ),
    "several_provinces": (
        "The districts lie in different provinces; name the province.",
        "시·군이 서로 다른 도에 있습니다. 도를 적어 주십시오.",
    ),
    "kept": ("What is left is {districts}.", "남은 시·군: {districts}."),
    "stays_at_province": ("The row stays at its province.", "행은 도까지만 표시됩니다."),
    "province_unknown": ("Its province is not known.", "도를 알 수 없습니다."),
    "may_be_middle": (
        "The row names its province only; its point, in {district}, may be a mere middle of the "
        "province and was not used. Name the district if it is meant.",
        "행에는 도만 적혀 있습니다. 좌표는 {district}에 있으나 도의 한가운데를 가리킬 뿐일 수 "
        "있어 쓰지 않았습니다. 그 시·군이 맞으면 이름을 적어 주십시오.",
    ),
    "nothing_near": (
        "No district lies here or within 3 km, so the row is on no map.",
        "이 자리나 3km 안에 시·군이 없어 행이 지도에 나타나지 않습니다.",
    ),
    "point_taken": ("Its point was taken.", "대신 좌표를 따랐습니다."),
    "point_elsewhere": (
        "The point is not in a place of that name.",
        "좌표가 그 이름의 장소 안에 있지 않습니다.",
    ),
    "not_degrees": (
        "Not two numbers in degrees, such as 41.4 and 128.2.",
        "41.4와 128.2처럼 도(°)로 적은 두 숫자가 아닙니다.",
    ),
    "not_on_earth": ("No such place on Earth.", "지구에 없는 좌표입니다."),
    "not_on_earth_swapped": (
        "No such place on Earth. They look swapped.",
        "지구에 없는 좌표입니다. 위도와 경도가 서로 바뀐 것으로 보입니다.",
    ),
    "point_disagrees": (
        "The point lies in {here}, not within 3 km of {named}; the name was taken.",
        "좌표는 {here}에 있어 {named:+과|와} 3km 넘게 떨어져 있습니다. 이름을 따랐습니다.",
    ),
    "point_outside": (
        "The point lies outside every district, not within 3 km of {named}; the name was taken.",
        "좌표는 어느 시·군에도 속하지 않으며 {named:+과|와} 3km 넘게 떨어져 있습니다. 이름을 "
        "따랐습니다.",
    ),
    "acled_coarse": (
        "ACLED geo_precision {code}: the province at best.",
        "ACLED geo_precision {code}: 도까지만 알 수 있습니다.",
    ),
    "ucdp_province": (
        "UCDP where_prec {code}: the province at best.",
        "UCDP where_prec {code}: 도까지만 알 수 있습니다.",
    ),
    "ucdp_country": (
        "UCDP where_prec {code}: the country at best.",
        "UCDP where_prec {code}: 나라까지만 알 수 있습니다.",
    ),
    "unknown_code": ("unknown", "미상"),
    "elsewhere": (
        "{place}; not in {province}.",
        "{place}에 있는 곳이며 다음 도에는 없습니다: {province}.",
    ),
    "covered": ("{place}, counted in {shape}", "{place}, 이 지도에서는 {shape}"),
    "choice": ("{label} [{code}]", "{label} [{code}]"),
    "ambiguous": ("The name is ambiguous.", "여러 곳을 뜻할 수 있는 이름입니다."),
    "ambiguous_perhaps": (
        "The name is ambiguous; perhaps {places}.",
        "여러 곳을 뜻할 수 있는 이름입니다. 다음 가운데 하나일 수 있습니다: {places}.",
    ),
    "no_province": ("No province is known by this name.", "이런 이름의 도는 없습니다."),
    "no_province_perhaps": (
        "No province is known by this name; perhaps {places}.",
        "이런 이름의 도는 없습니다. 혹시 다음을 뜻합니까: {places}.",
    ),
    "no_district": ("No district is known by this name.", "이런 이름의 시·군은 없습니다."),
    "no_district_perhaps": (
        "No district is known by this name; perhaps {places}.",
        "이런 이름의 시·군은 없습니다. 혹시 다음을 뜻합니까: {places}.",
    ),
    "no_place": ("No place is known by this name.", "이런 이름의 장소는 없습니다."),
    "no_place_perhaps": (
        "No place is known by this name; perhaps {places}.",
        "이런 이름의 장소는 없습니다. 혹시 다음을 뜻합니까: {places}.",
    ),
}
