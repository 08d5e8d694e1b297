"""A reader without a browser: gives widgets values and is answered as the page is."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import Any, Self

from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.wire import Wire, connected

BEFORE = "pick_before"  # key of the slider "days before"
QUERY = "period=day_of_security&before=5"


@dataclass
class WireReader(Wire):
    """One reader; `ids` holds the widgets seen by their key, `header` the last heading read."""

    query: str
    ids: dict[str, str] = field(default_factory=dict)
    header: str = ""

    @classmethod
    def open(cls, url: str, query: str) -> Self:
        """A reader who has opened the page at a query and has been answered in full."""
        reader = cls(connected(url), query)
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

    def _note(self, element: Any) -> None:
        super()._note(element)
        kind = element.WhichOneof("type")
        if kind == "heading" and element.heading.tag == "h2":  # the view in one sentence
            self.header = element.heading.body
        drawn = getattr(element, kind) if kind else None
        name = getattr(drawn, "id", "")
        if name.startswith("$$ID-"):
            self.ids[name.split("-", 2)[2]] = name
