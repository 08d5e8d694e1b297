"""Why something could not be read or written: our words for what the system or a library says."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "told": ("{text}", "{text}"),
    # The system
    "ENOSPC": ("the disk is full", "디스크가 가득 찼습니다"),
    "EDQUOT": ("your share of the disk is used up", "할당된 디스크 용량을 모두 썼습니다"),
    "EFBIG": ("the file would be larger than is allowed", "파일이 허용된 크기를 넘습니다"),
    "EACCES": ("it is not permitted", "권한이 없습니다"),
    "EPERM": ("it is not permitted", "권한이 없습니다"),
    "EROFS": ("the disk can only be read", "읽기 전용 디스크입니다"),
    "ENOENT": ("it is not there", "찾을 수 없습니다"),
    "EISDIR": ("it is a folder", "폴더입니다"),
    "ENOTDIR": ("the folder is a file", "폴더가 아니라 파일입니다"),
    "ELOOP": ("it links to itself", "자기 자신을 가리키는 링크입니다"),
    "ENAMETOOLONG": ("its name is too long", "이름이 너무 깁니다"),
    "EMFILE": ("too many files are open", "열린 파일이 너무 많습니다"),
    "EIO": ("the disk does not answer as it should", "디스크 오류가 있습니다"),
    "ESTALE": ("the disk does not answer as it should", "디스크 오류가 있습니다"),
    "system": ("the system says {code}", "시스템 오류 {code}"),
    # Files that are not what they should be
    "not_text": ("byte {place:,} is not UTF-8", "{place:,}번째 바이트가 UTF-8이 아닙니다"),
    "place": (
        "it breaks the rules at line {line:,}, column {column:,}",
        "{line:,}번째 줄 {column:,}번째 자리가 형식에 맞지 않습니다",
    ),
    "quote_open": ("the text ends inside quotation marks", "따옴표 안에서 글이 끝납니다"),
    "after_quote": (
        "something stands behind a closing quotation mark",
        "닫는 따옴표 바로 뒤에 다른 글자가 있습니다",
    ),
    "swallows": ("it would swallow the rows after it", "뒤의 행들까지 한 칸으로 묶입니다"),
    "nul": ("it has a NUL character", "NUL 문자가 있습니다"),
    "cell_too_long": ("a cell is too long", "너무 긴 칸이 있습니다"),
    "too_deep": ("it is nested too deeply", "너무 깊이 겹쳐 있습니다"),
    "cut": ("its end is missing", "끝부분이 없습니다"),
    "checksum": ("what is inside does not fit its checksum", "내용이 검사합과 맞지 않습니다"),
    "packing": (
        "it is packed in a way that is not read here",
        "여기서 읽지 않는 방식으로 압축되어 있습니다",
    ),
    "unpacking": ("what is packed cannot be unpacked", "압축을 풀 수 없습니다"),
    "not_sqlite": ("it is not an SQLite database", "SQLite 데이터베이스가 아닙니다"),
    "malformed": ("what is inside is damaged", "내부가 손상되었습니다"),
    "lacks": ("it lacks '{name}'", "'{name}' 항목이 없습니다"),
    "not_duckdb": ("it is not a DuckDB file", "DuckDB 파일이 아닙니다"),
    "held": ("another program holds it", "다른 프로그램이 붙들고 있습니다"),
    "memory": ("there is not enough memory", "메모리가 부족합니다"),
    "other": ("the reading program says {kind}", "읽는 프로그램의 오류 {kind}"),
}

# What a library says -> what we say; a name in it is shown in our sentence.
HEARD: dict[str, str] = {
    r"unexpected end of data|Unterminated string": "quote_open",
    r"'.+' expected after '\"'": "after_quote",
    r"^swallows$": "swallows",
    r"line contains NUL|embedded null": "nul",
    r"field larger than field limit": "cell_too_long",
    r"recursion|nested too": "too_deep",
    r"not a zip file|[Tt]runcated|end of file|ended before|magic bytes|footer": "cut",
    r"CRC|checksum": "checksum",
    r"compression (?:type|method)|zip file version": "packing",
    r"while decompressing|[Cc]orrupt(?:ed)? (?:input|data)|Invalid data stream": "unpacking",
    r"not a database": "not_sqlite",
    r"malformed|[Dd]eserialize|[Cc]orrupt": "malformed",
    r"no such (?:table|column): (?P<name>[\w.]{1,80})": "lacks",
    r"(?:Table|View) with name (?P<name>\w{1,80}) does not exist": "lacks",
    r"not a valid DuckDB": "not_duckdb",
    r"[Cc]onflicting lock|Could not set lock": "held",
    r"[Oo]ut of [Mm]emory|Cannot allocate": "memory",
    r"Permission denied": "EACCES",
    r"No such file": "ENOENT",
    r"No space left|disk is full": "ENOSPC",
}
