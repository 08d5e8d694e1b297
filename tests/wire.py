"""The web socket of the app without a browser: what it sends is read to the end of a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

LONGEST = 120.0  # s for one answer
FINISHED, BROKEN, FRAGMENT_FINISHED = 0, 1, 3  # how a run ends; 2: another follows at once


def connected(url: str, **options: Any) -> ClientConnection:
    """A web socket to the app at an address, opened as its page does; whoever asks closes it."""
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    opened = connect(address, origin=url, max_size=None, compression=None, **options)  # type: ignore[arg-type]
    return opened.__enter__()  # entered here and left by its `close`


@dataclass
class Wire:
    """One session; `faults` are the errors it was told of."""

    socket: ClientConnection
    faults: list[str] = field(default_factory=list, kw_only=True)
    session: str = field(default="", kw_only=True)

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
        elif kind == "new_session":
            self.session = message.new_session.initialize.session_id

    def _receive(self) -> bytes:
        received = self.socket.recv(timeout=LONGEST)
        assert isinstance(received, bytes)
        return received

    def _note(self, element: Any) -> None:
        if element.WhichOneof("type") == "exception":
            self.faults.append(element.exception.message)
