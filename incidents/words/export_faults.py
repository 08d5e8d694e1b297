"""Why a file could not be written, one sentence each."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "the_file": ("The file", "파일"),
    "closed": (
        "The output was closed before all rows were written.",
        "모든 행을 쓰기 전에 출력이 닫혔습니다.",
    ),
    "not_written": (
        "{name} cannot be written: {reason}. Nothing was left of it.",
        "{name:+을|를} 쓸 수 없습니다({reason}). 남은 것은 없습니다.",
    ),
    "too_many_rows": (
        "{rows} rows do not fit a sheet, which holds {most}; export them as csv or parquet.",
        "{rows:,}행은 한 시트에 들어가지 않습니다(최대 {most:,}행). CSV나 Parquet을 쓰십시오.",
    ),
    "geopackage": (
        "The GeoPackage cannot be written: {reason}.",
        "GeoPackage를 쓸 수 없습니다({reason}).",
    ),
    "miscounted": (
        "The manifest says {said} rows and there are {rows}: the data changed meanwhile, or the "
        "manifest is of another view. Export once more.",
        "명세에는 {said}행이라고 되어 있으나 실제로는 {rows}행입니다. 그사이 데이터가 바뀌었거나 "
        "다른 화면의 명세입니다. 다시 내보내십시오.",
    ),
}
