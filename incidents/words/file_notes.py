"""Words about a file that was read: what it was read as, what was left out, what may be private."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "read_as": (
        "Read as {described}; profile {profile}.",
        "읽은 형식: {described}; 양식 {profile}.",
    ),
    "separated_by": ("separated by {sign}", "구분 기호 {sign}"),
    "comma": ("commas", "쉼표"),
    "semicolon": ("semicolons", "쌍반점(;)"),
    "tab": ("tabs", "탭"),
    "bar": ("bars", "세로줄(|)"),
    "sheet_of": ("sheet '{name}' of {count}", "{count}개 가운데 '{name}' 시트"),
    "tab_separated": ("Tab-separated text", "탭으로 구분한 텍스트"),
    "bom": ("{encoding} with BOM", "{encoding}(BOM 있음)"),
    "no_bom": ("{encoding} without BOM", "{encoding}(BOM 없음)"),
    "damaged": ("{encoding}, damaged", "{encoding}(일부 손상)"),
    "above_header": (
        "Above the header stood: {text}",
        "제목 줄 위에 있던 글: {text}",
    ),
    "no_text_in_names": (
        "Names of columns have characters that are no text; {instead} stands in their place.",
        "열 이름에 글자가 아닌 것이 있어 그 자리에 {instead}를 넣었습니다.",
    ),
    "from_zip": ("Read from '{name}' in the zip.", "zip 안의 '{name}'에서 읽었습니다."),
    "false_name": (
        "The name ends in {ending}, but the file is {kind}.",
        "이름은 {ending:+으로|로} 끝나지만 실제 형식은 {kind}입니다.",
    ),
    "not_wgs84": (
        "The coordinates are not longitude and latitude (WGS 84); they were left out.",
        "좌표가 경도와 위도(WGS 84)가 아니어서 뺐습니다.",
    ),
    "layer_not_wgs84": (
        "Coordinates are not WGS 84; left out.",
        "좌표가 WGS 84가 아니어서 뺐습니다.",
    ),
    "shapes_left": (
        "{count:,} placemarks that are shapes, not points, were left out.",
        "점이 아니라 도형인 위치 표시 {count:,}개를 뺐습니다.",
    ),
    "links": (
        "The file links to other files; links are never followed.",
        "다른 파일로 가는 링크가 있으나 링크는 절대 따라가지 않습니다.",
    ),
    "columns_left": (
        "Columns that are no text or number were left out: {names}.",
        "글이나 숫자가 아닌 열을 뺐습니다: {names}.",
    ),
    "formulas": (
        "{count:,} cells are formulas; their saved values were read, nothing computed.",
        "수식인 칸이 {count:,}개 있습니다. 저장된 값만 읽고 계산하지 않았습니다.",
    ),
    "unsaved": (
        "{count:,} formulas have no saved value; those cells are empty.",
        "저장된 값이 없는 수식이 {count:,}개 있으며 그 칸은 비어 있습니다.",
    ),
    "macros": (
        "The workbook has macros; they were not run.",
        "통합 문서에 매크로가 있으나 실행하지 않았습니다.",
    ),
    "workbook_links": (
        "The workbook links to other workbooks; the links were not followed.",
        "다른 통합 문서로 가는 링크가 있으나 따라가지 않았습니다.",
    ),
    "embedded": (
        "The workbook has embedded objects; they were left out.",
        "통합 문서에 삽입된 개체를 뺐습니다.",
    ),
    "connections": (
        "The workbook has data connections; they were not opened.",
        "통합 문서에 데이터 연결이 있으나 열지 않았습니다.",
    ),
    "persons_column": (
        "Column '{name}' may name persons. Private persons' names do not belong here; remove the "
        "column from the file.",
        "'{name}' 열에 사람 이름이 있을 수 있습니다. 민간인의 이름은 넣지 말아야 하므로 파일에서 "
        "그 열을 지워 주십시오.",
    ),
    "emails": (
        "Column '{name}' has what look like e-mail addresses in {count:,} rows ({rows}). Remove "
        "them from the file if they belong to persons.",
        "'{name}' 열의 {count:,}개 행({rows})에 전자 우편 주소로 보이는 것이 있습니다. "
        "개인의 것이면 파일에서 지워 주십시오.",
    ),
    "phones": (
        "Column '{name}' has what look like telephone numbers in {count:,} rows ({rows}). Remove "
        "them from the file if they belong to persons.",
        "'{name}' 열의 {count:,}개 행({rows})에 전화번호로 보이는 것이 있습니다. 개인의 것이면 "
        "파일에서 지워 주십시오.",
    ),
}
