"""Words about files of one format that cannot be read: zips, workbooks, GeoJSON, KML and others."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # Packed files
    "packed_damaged": (
        "The packed file is damaged and cannot be opened ({fault}). Save or download it again.",
        "압축 파일이 손상되어 열 수 없습니다({fault}). 다시 저장하거나 내려받아 주십시오.",
    ),
    "too_many_members": (
        "{what} holds {count:,} files; the limit is {limit:,}.",
        "{what}에 파일이 {count:,}개 들어 있습니다. 한도는 {limit:,}개입니다.",
    ),
    "outside_path": (
        "{what} names a path outside itself ('{path}'); it was not opened. Pack the file again "
        "without paths.",
        "{what}에 바깥을 가리키는 경로('{path}')가 있어 열지 않았습니다. 경로 없이 다시 압축해 "
        "주십시오.",
    ),
    "locked": (
        "{what} is locked with a password. Save it without one.",
        "{what}에 암호가 걸려 있습니다. 암호 없이 저장해 주십시오.",
    ),
    "part_missing": (
        "The packed file lacks its part '{name}'; save it again.",
        "압축 파일에 있어야 할 구성 파일 '{name}' 항목이 없습니다. 다시 저장해 주십시오.",
    ),
    "several_tables": (
        "The zip holds {count} tables ({names}); it may hold one. Unpack it and choose the one to "
        "load.",
        "zip에 표가 {count}개 들어 있습니다({names}). 하나만 넣을 수 있으므로 풀어서 올릴 것을 "
        "고르십시오.",
    ),
    "no_table": (
        "The zip holds no table. It may hold one CSV, XLSX, GeoJSON, GeoPackage, KML, KMZ or "
        "Parquet file.",
        "zip에 표가 없습니다. CSV, XLSX, GeoJSON, GeoPackage, KML, KMZ, Parquet 파일 하나를 넣을 "
        "수 있습니다.",
    ),
    "zip_in_zip": (
        "The zip holds another zip; it was not opened. Pack the table itself.",
        "zip 안에 또 zip이 있어 열지 않았습니다. 표 자체를 압축해 주십시오.",
    ),
    # Workbooks
    "sheet_damaged": (
        "The sheet is damaged ({fault}). Save it again.",
        "시트가 손상되었습니다({fault}). 다시 저장해 주십시오.",
    ),
    "part_damaged": (
        "A part of the workbook is damaged ({fault}). Save it again.",
        "통합 문서의 일부가 손상되었습니다({fault}). 다시 저장해 주십시오.",
    ),
    "part_declares": (
        "A part of the workbook declares a document type or entities, which no spreadsheet program "
        "does; it was not opened.",
        "통합 문서의 일부가 문서 형식이나 엔티티를 선언합니다. 스프레드시트 프로그램은 그렇게 하지 "
        "않으므로 열지 않았습니다.",
    ),
    "no_sheet": (
        "The workbook has no visible sheet. Choose another file.",
        "통합 문서에 보이는 시트가 없습니다. 다른 파일을 고르십시오.",
    ),
    "no_such_sheet": (
        "No sheet is called '{name}'; there are {known}.",
        "'{name}' 시트는 없습니다. 있는 시트: {known}.",
    ),
    # GeoJSON
    "json_too_deep": (
        "The JSON is nested too deeply to be GeoJSON.",
        "JSON이 너무 깊이 겹쳐 있어 GeoJSON일 수 없습니다.",
    ),
    "not_whole_json": (
        "The file is not whole JSON ({fault}). Save it again.",
        "온전한 JSON이 아닙니다({fault}). 다시 저장해 주십시오.",
    ),
    "not_geojson": (
        "The JSON is not GeoJSON: it has no list of features. Save it as GeoJSON or CSV.",
        "피처 목록이 없어 GeoJSON이 아닙니다. GeoJSON이나 CSV로 저장해 주십시오.",
    ),
    "no_features": (
        "The GeoJSON has no features. Choose a file with rows.",
        "GeoJSON에 피처가 없습니다. 행이 있는 파일을 고르십시오.",
    ),
    # GeoPackage
    "geopackage_damaged": (
        "The GeoPackage is damaged or not one ({fault}). Save or download it again.",
        "GeoPackage가 손상되었거나 아닙니다({fault}). 다시 저장하거나 내려받아 주십시오.",
    ),
    "no_layer": (
        "The GeoPackage has no layer of features. Choose another file.",
        "GeoPackage에 피처 레이어가 없습니다. 다른 파일을 고르십시오.",
    ),
    "no_such_layer": (
        "No layer is called '{name}'; there are {known}.",
        "'{name}' 레이어는 없습니다. 있는 레이어: {known}.",
    ),
    # KML
    "not_kml": (
        "The XML is not KML (its root is '{root}').",
        "XML이지만 KML이 아닙니다(뿌리 요소: '{root}').",
    ),
    "no_placemark": (
        "The KML has no placemark with a point. Nothing to read.",
        "KML에 점이 있는 위치 표시가 없어 읽을 것이 없습니다.",
    ),
    "kml_declares": (
        "The KML declares entities or a document type, which can hide other files; it was not "
        "opened. Save it again from Google Earth.",
        "KML이 다른 파일을 숨길 수 있는 엔티티나 문서 형식을 선언하여 열지 않았습니다. "
        "Google Earth에서 다시 저장해 주십시오.",
    ),
    "kml_broken": (
        "The KML is not well-formed XML ({fault}). Save it again.",
        "KML이 올바른 XML이 아닙니다({fault}). 다시 저장해 주십시오.",
    ),
    # Parquet
    "parquet_damaged": (
        "The Parquet file is damaged ({fault}). Save or download it again.",
        "Parquet 파일이 손상되었습니다({fault}). 다시 저장하거나 내려받아 주십시오.",
    ),
}
