"""What a test waits for: the end of the last run that a page asked for, and a page at rest."""

from __future__ import annotations

import time
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATIENCE = 120_000  # ms for anything that a page is to show: a busy machine takes its time
# Streamlit sends what was pressed after the event, and draws what it was sent after some more.
LATER = """async () => {
  for (let hop = 0; hop < 4; hop += 1) await new Promise((go) => setTimeout(go));
}"""
# A skeleton stands for what the browser is still fetching: a control that is not there yet.
SHOWN = """() =>
  document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]')
  && !document.querySelector('[data-stale="true"]')
  && [...document.querySelectorAll('[data-testid="stSkeleton"]')]
    .every((one) => !one.checkVisibility())"""
# Nothing fades, slides or grows any more, in the page or in a frame of it; what turns for ever may.
AT_REST = """() => [document, ...[...document.querySelectorAll("iframe")]
    .map((one) => one.contentDocument).filter(Boolean)]
  .flatMap((page) => page.getAnimations())
  .every((one) => one.playState !== "running" || one.effect.getTiming().iterations === Infinity)"""


class Runs:
    """The runs one page asked for, as its web socket tells.

    Those that it repeats by itself, while a reader's work goes on, are none of them.
    """

    def __init__(self, page: Any) -> None:
        self._page, self._asked, self._begun = page, False, False
        self.files_asked, self.files_told = 0, 0  # files pressed for, answers to that
        page.on("websocket", self._listen)

    def _listen(self, socket: Any) -> None:
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._received)

    def expect(self) -> None:
        """Know that a run is about to be asked for."""
        self._asked, self._begun = True, False

    def _sent(self, frame: bytes | str) -> None:
        message = BackMsg.FromString(frame) if isinstance(frame, bytes) else BackMsg()
        kind = message.WhichOneof("type")
        self.files_asked += kind == "backend_operation_request"
        if kind == "rerun_script" and not message.rerun_script.is_auto_rerun:
            self.expect()

    def _received(self, frame: bytes | str) -> None:
        message = ForwardMsg.FromString(frame) if isinstance(frame, bytes) else ForwardMsg()
        kind = message.WhichOneof("type")
        self.files_told += kind == "backend_operation_response"
        if kind == "new_session":
            self._begun = True
        elif kind == "script_finished" and self._begun:
            followed = message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
            self._asked, self._begun = self._asked and followed, False

    def wait(self) -> None:
        """Return when the last run that was asked for has ended and the page shows all of it."""
        self._page.evaluate(LATER)
        last = time.monotonic() + PATIENCE / 1000
        while self._asked:
            assert time.monotonic() < last, "the app did not run to its end"
            self._page.wait_for_timeout(20)  # what the web socket says is heard meanwhile
        self._page.evaluate(LATER)
        self._page.wait_for_function(SHOWN, timeout=PATIENCE)
