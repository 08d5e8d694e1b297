"""Words of the page of a reader's own data: loading a file, how far it is, using it, forgetting."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "title": ("Your own data", "내 데이터"),
    "intro": (
        "Load a file and see it on the map, in every count, chart and download. It stays in this "
        "browser tab's session: nobody else sees it, and it is gone when you forget it, reload the "
        "page or close the tab.",
        "파일을 올리면 지도, 모든 집계와 도표, 내려받기에 나타납니다. 자료는 이 브라우저 탭의 "
        "세션에만 있어 다른 사람은 볼 수 없으며, 지우거나 페이지를 새로 고치거나 탭을 닫으면 "
        "사라집니다.",
    ),
    "part": ("What to do", "할 일"),
    "part_file": ("Load a file", "파일 올리기"),
    "part_one": ("Add one incident", "사건 하나 추가"),
    "part_codebook": ("Codebook", "부호표"),
    "stop": ("Stop", "중지"),
    "stopped": (
        "Stopped. Nothing was changed.",
        "중지했습니다. 아무것도 바뀌지 않았습니다.",
    ),
    # How far the work is
    "starting": ("Starting", "시작하는 중"),
    "waiting": (
        "Waiting for other readers' files to be read",
        "다른 이용자의 파일을 읽는 동안 기다리는 중",
    ),
    "reading": ("Reading the file", "파일을 읽는 중"),
    "reading_rows": (
        "Reading the file: {rows:,} rows so far",
        "파일을 읽는 중: 지금까지 {rows:,}행",
    ),
    "checking": (
        "Checking the rows: {done:,} of {total:,}",
        "행을 점검하는 중: {total:,}행 가운데 {done:,}행",
    ),
    "comparing": ("Looking for rows told twice", "두 번 적힌 행을 찾는 중"),
    "placing": ("Putting the rows on the map", "행을 지도에 올리는 중"),
    "broke": (
        "This did not work, through a fault of the program. Nothing was changed; try another file.",
        "프로그램의 결함으로 작업하지 못했습니다. 아무것도 바뀌지 않았습니다. 다른 "
        "파일로 해 보십시오.",
    ),
    # The upload and what was read
    "formats": (
        "CSV (any separator; UTF-8, UTF-16, CP949/EUC-KR or CP1252), XLSX, GeoJSON, GeoPackage, "
        "KML or KMZ, Parquet, or a zip with one of these. Own coding sheets in English or Korean, "
        "ACLED and UCDP GED downloads, and everything this atlas exports.",
        "CSV(구분 기호 무관, UTF-8·UTF-16·CP949/EUC-KR·CP1252), XLSX, GeoJSON, GeoPackage, "
        "KML이나 KMZ, Parquet, 또는 이 가운데 하나를 담은 zip을 받습니다. 영어나 한국어로 직접 "
        "만든 기록표, ACLED와 UCDP GED에서 내려받은 파일, 이 지도에서 내보낸 모든 파일을 읽습니다.",
    ),
    "upload": ("Upload", "올리기"),
    "at_most": ("At most {megabytes} MB", "최대 {megabytes}MB"),
    "file": ("File with incidents", "사건이 담긴 파일"),
    "read_as": (
        "Read as {described}: {rows:,} {rows:row|rows}, {columns:,} {columns:column|columns}.",
        "읽은 형식: {described}. {rows:,}행, {columns:,}열입니다.",
    ),
    "other_file": ("Choose another file", "다른 파일 고르기"),
    "forget_file": ("Forget this file", "이 파일 지우기"),
    "forget_file_told": (
        "And which columns and places you chose for it.",
        "이 파일에 고른 열과 지명도 함께 지웁니다.",
    ),
    "tags": (
        "A row of HXL tags under the header was set aside.",
        "제목 줄 아래의 HXL 태그 행은 따로 두었습니다.",
    ),
    "remembered": (
        "A file with the same header was matched before; its choices are used again.",
        "제목 줄이 같은 파일을 전에 맞춘 적이 있어 그때 고른 대로 읽었습니다.",
    ),
    "sheet": ("Sheet", "시트"),
    "profile": ("Profile", "양식"),
    "profile_told": (
        "Told from the header. It decides what dates, types and codes mean.",
        "제목 줄로 판단합니다. 날짜, 유형, 부호의 뜻이 양식에 따라 정해집니다.",
    ),
    "profile_ours": ("Our own columns", "이 지도의 열"),
    "profile_acled": ("ACLED", "ACLED"),
    "profile_ucdp": ("UCDP GED", "UCDP GED"),
    "profile_plain": ("A plain sheet", "일반 표"),
    # Use
    "use_title": ("Use it", "사용하기"),
    "nothing_came": (
        "No row came in, so there is nothing to show. The report says why, row by row.",
        "받아들인 행이 없어 보여 줄 것이 없습니다. 까닭은 보고서에 행마다 적혀 있습니다.",
    ),
    "how": ("Show the rows", "행을 보여 주는 방법"),
    "how_beside": ("Beside the embedded reports", "기본 데이터와 함께"),
    "how_instead": ("Instead of the embedded reports", "기본 데이터 대신"),
    "keep_too": (
        "Keep my {rows:,} {rows:row|rows} in use, too",
        "지금 사용 중인 내 {rows:,}행도 함께 두기",
    ),
    "use": ("Use {rows:,} {rows:row|rows}", "{rows:,}행 사용"),
    "in_use": ("Your data in use", "사용 중인 내 데이터"),
    "shown_beside": (
        "**{rows:,}** {rows:row|rows} from {files}, shown beside the embedded reports.",
        "{files}의 **{rows:,}**행을 기본 데이터와 함께 보여 줍니다.",
    ),
    "shown_instead": (
        "**{rows:,}** {rows:row|rows} from {files}, shown instead of the embedded reports.",
        "{files}의 **{rows:,}**행을 기본 데이터 대신 보여 줍니다.",
    ),
    "renamed": (
        "{rows:,} {rows:row|rows} of yours with the id of an embedded report: shown and exported "
        "from the atlas with yours: before the id.",
        "기본 데이터와 식별번호가 같은 내 행이 {rows:,}개 있습니다. 지도에 보이거나 내보낼 때 "
        "식별번호 앞에 yours:를 붙입니다.",
    ),
    "clashes": (
        "{ids:,} {ids:id|ids} stood in your earlier rows already and got a number behind it.",
        "앞서 올린 내 행에 이미 있던 식별번호 {ids:,}개에는 뒤에 번호를 붙였습니다.",
    ),
    "download_rows": ("Download my rows as CSV", "내 행을 CSV로 내려받기"),
    "forget": ("Forget my data", "내 데이터 지우기"),
}
