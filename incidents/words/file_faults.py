"""Words about a whole file of a reader's that cannot be read: what it is, and the way out."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # What a sentence is about
    "the_file": ("The file", "파일"),
    "the_packed_file": ("The packed file", "압축 파일"),
    "the_part": ("The part '{name}'", "구성 파일 '{name}'"),
    "the_kind": ("The {kind}", "{kind} 파일"),
    "the_parquet": ("The Parquet file", "Parquet 파일"),
    # Limits
    "limits": (
        "Up to {megabytes} MB ({unpacked} MB unpacked; GeoJSON and KML {tree} MB), {rows:,} rows, "
        "{columns} columns, {cells:.0f} million cells and {characters:,} characters in a cell.",
        "최대 {megabytes}MB(압축을 풀면 {unpacked}MB, GeoJSON과 KML은 {tree}MB), {rows:,}행, "
        "{columns}열, 칸 {cells:.0f}00만 개, 한 칸에 {characters:,}자까지 받습니다.",
    ),
    "too_large": (
        "{what} has {size:,.0f} MB; the limit is {limit} MB. Split it, or leave out columns that "
        "are not needed.",
        "{what:+이|가} {size:,.0f}MB입니다. 한도는 {limit}MB입니다. 나누거나 필요 없는 열을 빼 "
        "주십시오.",
    ),
    "empty": (
        "{what} is empty. Choose a file that has a header and rows.",
        "{what:+이|가} 비어 있습니다. 제목 줄과 행이 있는 파일을 고르십시오.",
    ),
    "unpacks_too_large": (
        "{what} unpacks to more than {limit} MB, which is the limit; it was not opened. Split it, "
        "or save it as CSV.",
        "{what:+은|는} 압축을 풀면 한도인 {limit}MB를 넘어 열지 않았습니다. 나누거나 CSV로 저장해 "
        "주십시오.",
    ),
    "tree_too_large": (
        "{what} has {size:,.0f} MB; the limit for this format is {limit} MB. Save it as CSV or "
        "Parquet, or split it.",
        "{what:+이|가} {size:,.0f}MB입니다. 이 형식의 한도는 {limit}MB입니다. CSV나 Parquet로 "
        "저장하거나 나누어 주십시오.",
    ),
    "too_many_columns": (
        "The header has {count:,} columns; the limit is {limit}. Keep only the columns that "
        "describe incidents.",
        "제목 줄의 열이 {count:,}개입니다. 한도는 {limit}개입니다. 사건을 설명하는 열만 남겨 "
        "주십시오.",
    ),
    "column_too_far": (
        "The sheet has a cell in column {column:,}; the limit is {limit} columns. Keep only those "
        "that describe incidents.",
        "시트의 {column:,}번째 열에 내용이 있습니다. 한도는 {limit}열입니다. 사건을 설명하는 열만 "
        "남겨 주십시오.",
    ),
    "too_many_cells": (
        "The file has more than {limit:,} cells, which is the limit. Keep only the columns that "
        "describe incidents, or split it.",
        "파일의 칸이 한도인 {limit:,}개를 넘습니다. 사건을 설명하는 열만 남기거나 나누어 주십시오.",
    ),
    "too_many_rows": (
        "The file has more than {limit:,} rows, which is the limit. Split it, or load it into a "
        "store of its own.",
        "파일의 행이 한도인 {limit:,}개를 넘습니다. 나누거나 별도의 저장소에 올려 주십시오.",
    ),
    "cell_too_long": (
        "Row {row:,} has a cell of {count:,} characters; the limit is {limit:,}. Shorten it, or "
        "look for a quotation mark that never closes.",
        "{row:,}행에 {count:,}자인 칸이 있습니다. 한도는 {limit:,}자입니다. 줄이거나 닫히지 않은 "
        "따옴표가 있는지 살펴 주십시오.",
    ),
    "line_too_long": (
        "A line has more than {limit:,} characters. Is this a table? A cell may have {cell:,}.",
        "한 줄이 {limit:,}자를 넘습니다. 표가 맞습니까? 한 칸은 {cell:,}자까지입니다.",
    ),
    "too_many_unreadable": (
        "More than {limit:,} rows cannot be taken apart into cells (the first: {first}) Is this a "
        "table?",
        "칸으로 나눌 수 없는 행이 {limit:,}개를 넘습니다(첫 번째: {first}) 표가 맞습니까?",
    ),
    # What the file is instead
    "is_pdf": (
        "The file is a PDF. Copy its table into a sheet and save that as XLSX or CSV.",
        "PDF 파일입니다. 표를 스프레드시트에 옮겨 XLSX나 CSV로 저장해 주십시오.",
    ),
    "is_xls": (
        "The file is an old or locked Excel file (.xls). Save it as .xlsx without password.",
        "오래되었거나 암호가 걸린 Excel 파일(.xls)입니다. 암호 없이 .xlsx로 저장해 주십시오.",
    ),
    "is_picture": ("The file is a picture.", "그림 파일입니다. 표가 담긴 파일을 고르십시오."),
    "is_packed": (
        "The file is packed with {program}. Unpack it, or pack it as zip.",
        "{program:+으로|로} 압축한 파일입니다. 풀거나 zip으로 압축해 주십시오.",
    ),
    "is_program": (
        "The file is a program.",
        "프로그램 파일입니다. 표가 담긴 파일을 고르십시오.",
    ),
    "is_web_page": (
        "The file is a web page. Download the data itself, as CSV or XLSX.",
        "웹 페이지입니다. 자료 자체를 CSV나 XLSX로 내려받아 주십시오.",
    ),
    "is_ods": (
        "The file is an OpenDocument sheet. Save it as XLSX or CSV.",
        "OpenDocument 시트입니다. XLSX나 CSV로 저장해 주십시오.",
    ),
    # Text and tables
    "not_encoded": (
        "The text is in none of the encodings read here (UTF-8, UTF-16, CP949, CP1252), or it is "
        "damaged. Save it again as UTF-8.",
        "여기서 읽는 인코딩(UTF-8, UTF-16, CP949, CP1252)이 아니거나 손상된 텍스트입니다. "
        "UTF-8로 다시 저장해 주십시오.",
    ),
    "only_blank_lines": (
        "The file holds only blank lines. Choose a file with rows.",
        "파일에 빈 줄뿐입니다. 행이 있는 파일을 고르십시오.",
    ),
    "full_of_nul": (
        "The file is not text: it is full of NUL characters. Save it as CSV.",
        "NUL 문자로 가득하여 텍스트 파일이 아닙니다. CSV로 저장해 주십시오.",
    ),
    "no_rows": (
        "The file has no rows. Choose a file that has a header and rows.",
        "파일에 행이 없습니다. 제목 줄과 행이 있는 파일을 고르십시오.",
    ),
    "only_header": (
        "The file has a header but no rows. Add rows, or choose another.",
        "제목 줄만 있고 행이 없습니다. 행을 넣거나 다른 파일을 고르십시오.",
    ),
    "header_unreadable": ("The header cannot be read: {why}", "제목 줄을 읽을 수 없습니다: {why}"),
    "same_header": (
        "The header names '{name}' twice (columns {first} and {second}). Rename or remove one of "
        "them.",
        "제목 줄에 '{name}' 열이 두 번 있습니다({first}번째와 {second}번째). 하나의 이름을 "
        "바꾸거나 지워 주십시오.",
    ),
    "long_header": (
        "Column {column} has a name of {count:,} characters; no header?",
        "{column}번째 열의 이름이 {count:,}자입니다. 제목 줄이 맞습니까?",
    ),
    # Choices that do not fit
    "unknown_order": (
        "Unknown order of dates '{order}'; choose dmy or mdy.",
        "알 수 없는 날짜 순서입니다: '{order}'. dmy나 mdy를 고르십시오.",
    ),
    "unknown_profile": (
        "Unknown profile '{profile}'; choose one of {known}.",
        "없는 양식입니다: '{profile}'. 다음 가운데서 고르십시오: {known}.",
    ),
    "unknown_field": (
        "Unknown field '{field}'; fields are {known}.",
        "없는 항목입니다: '{field}'. 항목은 다음과 같습니다: {known}.",
    ),
    "no_such_column": (
        "The file has no column '{column}' for {field}.",
        "파일에 '{column}' 열이 없습니다({field} 항목).",
    ),
    "no_such_unit": (
        "The mapping sends '{name}' to '{unit}', which is no code of a province (KP-10) or "
        "district (KP-10-01).",
        "지명표에서 '{name}'에 배정한 '{unit}'의 부호를 찾을 수 없습니다. 도(KP-10)나 "
        "시·군(KP-10-01)의 부호를 적어 주십시오.",
    ),
    "mapping_too_large": (
        "The mapping is larger than {limit} MB; it is none.",
        "지명표가 {limit}MB를 넘습니다. 지명표 파일이 아닙니다.",
    ),
    "mapping_not_json": (
        "The mapping is not JSON ({fault}).",
        "지명표가 JSON이 아닙니다({fault}).",
    ),
    "mapping_shape": (
        "The mapping must be like {example}.",
        "지명표는 다음과 같은 모양이어야 합니다: {example}.",
    ),
    "empty_form": (
        "The form is empty. Give at least a date.",
        "양식이 비어 있습니다. 적어도 날짜는 적어 주십시오.",
    ),
    "cannot_open": ("{path} cannot be opened: {why}.", "열 수 없는 파일입니다: {path}({why})."),
    "cannot_write": ("{path} cannot be written: {why}.", "쓸 수 없는 파일입니다: {path}({why})."),
}
