"""A reader without a browser: speaks to the server over the web socket as the page does."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import Any, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

LONGEST = 120.0  # s for one answer
BEFORE = "pick_before"  # key of the slider "days before"
QUERY = "period=day_of_security&before=5"
FINISHED, BROKEN, FRAGMENT_FINISHED = 0, 1, 3  # how a run ends; 2: another follows at once


@dataclass
class WireReader:
    """One reader; `ids` holds the widgets seen by their key, `header` the last heading read."""

    socket: ClientConnection
    query: str
    ids: dict[str, str] = field(default_factory=dict)
    header: str = ""
    faults: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, url: str, query: str) -> Self:
        """A reader who has opened the page at a query and has been answered in full."""
        address = url.replace("http", "ws", 1) + "/_stcore/stream"
        reader = cls(connect(address, origin=url, max_size=None, compression=None), query)  # type: ignore[arg-type]
        reader.ask()
        return reader

    def ask(self, **values: str) -> float:
        """Give widgets values by their key; the seconds until the page has been answered."""
        sent = BackMsg()
        sent.rerun_script.query_string = self.query
        for key, value in values.items():
            widget = sent.rerun_script.widget_states.widgets.add()
            widget.id = self.ids[key]
            widget.string_array_value.data.append(value)
        begun = time.perf_counter()
        self.socket.send(sent.SerializeToString())
        self._hear()
        return time.perf_counter() - begun

    @property
    def rows(self) -> int:
        """The number of rows that the heading of the page says."""
        return int(re.sub(r"[^0-9 ]", "", self.header).split()[0])

    def close(self) -> None:
        """Leave."""
        self.socket.close()

    def _hear(self) -> None:
        """Read messages until a run has ended and no other follows it."""
        while True:
            ended = self._next("script_finished").script_finished
            if ended == BROKEN:
                self.faults.append("the script could not be compiled")
            if ended in (FINISHED, BROKEN, FRAGMENT_FINISHED):
                return

    def _next(self, awaited: str) -> ForwardMsg:
        """Read messages, heeding what they tell, until one of a kind."""
        while True:
            message = ForwardMsg()
            message.ParseFromString(self._receive())
            kind = message.WhichOneof("type")
            self._heed(kind, message)
            if kind == awaited:
                return message

    def _heed(self, kind: str, message: ForwardMsg) -> None:
        if kind == "delta":
            self._note(message.delta.new_element)

    def _receive(self) -> bytes:
        received = self.socket.recv(timeout=LONGEST)
        assert isinstance(received, bytes)
        return received

    def _note(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        if kind == "heading" and element.heading.tag == "h2":  # the view in one sentence
            self.header = element.heading.body
        if kind == "exception":
            self.faults.append(element.exception.message)
        drawn = getattr(element, kind) if kind else None
        name = getattr(drawn, "id", "")
        if name.startswith("$$ID-"):
            self.ids[name.split("-", 2)[2]] = name
