"""Words for a store that is named by its address and cannot be asked: why, and the way out."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "bad_address": (
        "'{given}' is not the address of a store; give a .duckdb file, a folder of Parquet files, "
        "{forms}.",
        "'{given}': 저장소 주소가 아닙니다. .duckdb 파일이나 Parquet 파일이 있는 폴더, {forms} "
        "가운데 하나를 적으십시오.",
    ),
    "empty": (
        "The store {store} holds no incidents. Fill it with: {command}",
        "{store} 저장소에 사건이 없습니다. 다음 명령으로 채우십시오: {command}",
    ),
    "empty_database": (
        "The store {store} holds no incidents in the form of this atlas. Fill it with: {command}",
        "{store} 저장소에 이 지도의 형식으로 된 사건이 없습니다. 다음 명령으로 채우십시오: "
        "{command}",
    ),
    "not_ours": (
        "This is no store of the atlas: {why}.",
        "이 지도의 저장소가 아닙니다({why}).",
    ),
    "other_layout": (
        "The store {store} was filled by another version of the atlas. Load it again.",
        "{store} 저장소는 이 지도의 다른 버전으로 채운 것입니다. 다시 올리십시오.",
    ),
    "anew": (
        "The store {store} was loaded anew meanwhile. Ask again.",
        "그사이 {store} 저장소가 새로 채워졌습니다. 다시 시도하십시오.",
    ),
    "lost": (
        "The store {store} cannot be read now ({why}). It is tried again with every question; "
        "bring it back, or start the atlas with another ATLAS_STORE.",
        "지금은 {store} 저장소를 읽을 수 없습니다({why}). 물을 때마다 다시 시도합니다. 저장소를 "
        "되살리거나 다른 ATLAS_STORE로 지도를 시작하십시오.",
    ),
    "unreached": (
        "The store {store} cannot be reached now ({why}). It is tried again with every question; "
        "start PostgreSQL there, or correct the address of the store.",
        "지금은 {store} 저장소에 닿을 수 없습니다({why}). 물을 때마다 다시 시도합니다. 그곳의 "
        "PostgreSQL을 시작하거나 저장소 주소를 바로잡으십시오.",
    ),
    "busy": (
        "The store {store} is busy with other questions. Try again shortly.",
        "{store} 저장소가 다른 물음에 답하고 있습니다. 잠시 뒤 다시 시도하십시오.",
    ),
    "filled_elsewhere": (
        "The store {store} is being filled by another load. Wait for its end.",
        "{store} 저장소를 다른 작업이 채우고 있습니다. 끝날 때까지 기다리십시오.",
    ),
    "needs_package": (
        "The store {store} needs the package {package}. Install it: {command}",
        "{store} 저장소에는 {package} 패키지가 필요합니다. 설치하십시오: {command}",
    ),
    "needs_java": (
        "The store {store} needs Java 17 or 21 (Debian: {command}). Install it, then try again.",
        "{store} 저장소에는 Java 17이나 21이 필요합니다(Debian: {command}). 설치한 뒤 다시 "
        "시도하십시오.",
    ),
    "address_unread": (
        "The address of the store {store} cannot be read; write it as {form}, with %40 for an @ in "
        "a password.",
        "{store} 저장소의 주소를 읽을 수 없습니다. {form} 모양으로 적고 암호 속의 @는 %40으로 "
        "적으십시오.",
    ),
    "too_long": (
        "The store {store} had no answer within {seconds} seconds. Ask for less, or try again when "
        "it has less to do.",
        "{store} 저장소가 {seconds}초 안에 답하지 못했습니다. 범위를 줄이거나 한가할 때 다시 "
        "시도하십시오.",
    ),
    "forbidden": (
        "The store {store} does not let this user do that. Let the owner of the database grant it.",
        "{store} 저장소가 이 이용자에게 그 작업을 허용하지 않습니다. 데이터베이스 소유자에게 "
        "권한을 요청하십시오.",
    ),
    "held": (
        "The store {store} is held by something else for over a minute. Let it end, then load "
        "again.",
        "{store} 저장소를 다른 작업이 1분 넘게 붙들고 있습니다. 끝난 뒤 다시 올리십시오.",
    ),
    "full": (
        "The store {store} has no room left on its disk. Make room, then load again.",
        "{store} 저장소의 디스크가 가득 찼습니다. 자리를 만든 뒤 다시 올리십시오.",
    ),
    "in_use": (
        "The store {store} keeps its former tables as schema {schema}, for something else in the "
        "database uses them. Drop that (DROP SCHEMA ... CASCADE), then load again.",
        "데이터베이스의 다른 것이 쓰고 있어 {store} 저장소의 예전 표가 {schema} 스키마로 남아 "
        "있습니다. 그것을 지우고(DROP SCHEMA ... CASCADE) 다시 올리십시오.",
    ),
    # Why a server cannot be reached
    "no_answer": ("it does not answer", "응답하지 않습니다"),
    "bad_login": (
        "it does not take that user or password",
        "그 이용자 이름이나 암호를 받아들이지 않습니다",
    ),
    "no_password": ("it asks for a password", "암호를 요구합니다"),
    "no_entry": ("it lets no such user in from here", "이곳에서 그 이용자를 받아들이지 않습니다"),
    "nobody": ("nothing answers at that address", "그 주소에서 아무것도 응답하지 않습니다"),
    "no_host": ("no such host is known", "그런 이름의 호스트가 없습니다"),
    "starting": ("it is starting up", "시작하는 중입니다"),
    "stopping": ("it is shutting down", "종료하는 중입니다"),
    "too_many": ("it has too many connections", "연결이 너무 많습니다"),
    "cut": ("the line was cut", "연결이 끊겼습니다"),
    "no_database": ("it has no such database", "그런 데이터베이스가 없습니다"),
}

# What PostgreSQL's library says -> what we say; its own words may repeat parts of the address.
HEARD: dict[str, str] = {
    "password authentication failed": "bad_login",
    "no password supplied": "no_password",
    "no pg_hba.conf entry": "no_entry",
    "Connection refused": "nobody",
    "resolve host": "no_host",
    "timeout": "no_answer",
    "timed out": "no_answer",
    "starting up": "starting",
    "shutting down": "stopping",
    "too many": "too_many",
}
