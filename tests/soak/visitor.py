"""A reader without a browser who also goes from page to page and saves files."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from incidents import labels
from incidents.words import say, speaking
from tests.bench.wire import WireReader
from tests.soak.asked import Asked
from tests.wire import LONGEST

COUNTS = {
    "en": re.compile(r"([\d,]+) reported incident"),
    "ko": re.compile(r"보고 사건 ([\d,]+)건"),
}
LABELS = {
    "province": labels.province,
    "event_type": labels.event_type,
    "agency": labels.agency,
    "dates": lambda code: say(f"sidebar.{code}"),
    "before": str,
    "text": str,
}
IN_ONE = ("dates", "text")  # widgets whose value is one string, not a list of them


@dataclass
class Visitor(WireReader):
    """One reader; `pages`: path -> hash of a page, `files`: key of a download -> its id."""

    pages: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    here: str = ""

    def set(self, key: str, asked: Asked) -> float:
        """Give the widget of a filter the value asked for; the seconds until the answer."""
        sent = self._rerun()
        widget = sent.rerun_script.widget_states.widgets.add()
        widget.id = self.ids[f"pick_{key}"]
        value = getattr(asked, key)
        with speaking(asked.lang):
            said = [LABELS[key](one) for one in (value if isinstance(value, tuple) else [value])]
        if key in IN_ONE:
            widget.string_value = said[0]
        else:
            widget.string_array_value.data.extend(said)
        return self._send(sent)

    def turn_to(self, page: str) -> float:
        """Open another page by its path; the seconds until it has been answered in full."""
        self.here = page
        return self._send(self._rerun())

    def save(self, key: str) -> bytes:
        """The file of a download button, fetched over HTTP as the browser does."""
        return self.fetch(self.press(key))

    def press(self, key: str) -> str:
        """Press a download button; the address under which its file can be fetched."""
        sent = BackMsg()
        sent.backend_operation_request.request_id = key
        sent.backend_operation_request.session_id = self.session
        sent.backend_operation_request.deferred_file.file_id = self.files[key]
        self.socket.send(sent.SerializeToString())
        told = self._next("backend_operation_response").backend_operation_response
        assert told.request_id == key, f"asked for {key}, answered {told.request_id}"
        assert not told.error_msg, f"{key}: {told.error_msg}"
        return str(told.deferred_file.url)

    def fetch(self, address: str) -> bytes:
        """What is under an address of the app."""
        with urlopen(urljoin(self._home(), address), timeout=LONGEST) as answer:
            return bytes(answer.read())

    def rows_in(self, language: str) -> int:
        """The number of rows that the heading says, which must be in that language."""
        found = COUNTS[language].search(self.header)
        assert found, f"no count in {language!r} in: {self.header}"
        return int(found[1].replace(",", ""))

    def _home(self) -> str:
        host, port = self.socket.remote_address[:2]
        return f"http://{host}:{port}"

    def _rerun(self) -> BackMsg:
        sent = BackMsg()
        sent.rerun_script.query_string = self.query
        sent.rerun_script.page_script_hash = self.pages.get(self.here, "")
        return sent

    def _send(self, sent: BackMsg) -> float:
        self.header = ""
        self.files.clear()
        begun = time.perf_counter()
        self.socket.send(sent.SerializeToString())
        self._hear()
        return time.perf_counter() - begun

    def _heed(self, kind: str, message: ForwardMsg) -> None:
        super()._heed(kind, message)
        if kind == "navigation":
            pages = message.navigation.app_pages
            self.pages = {page.url_pathname: page.page_script_hash for page in pages}
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string

    def _note(self, element: Any) -> None:
        super()._note(element)
        kind = element.WhichOneof("type")
        if kind == "download_button" and not element.download_button.disabled:
            key = element.download_button.id.split("-", 2)[2]
            self.files[key] = element.download_button.deferred_file_id
        if kind == "alert" and element.alert.format == element.alert.ERROR:
            self.faults.append(element.alert.body)
