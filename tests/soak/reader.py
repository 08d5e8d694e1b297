"""One reader of the soak: comes, does this and that at random, compares, leaves, comes again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from random import Random
from threading import Event

from tests.soak.asked import begin, change
from tests.soak.saved import READERS, ids_in
from tests.soak.visitor import Visitor

MAP, RECORDS = "", "records"
COUNTING = (MAP, RECORDS, "periods")  # pages whose heading says how many rows there are
PAGES = (*COUNTING, "sources", "your-data")
ACTS = ("filter",) * 12 + ("page",) * 4 + ("save",) * 3 + ("leave",)
SAVES = {"filter": "filter changes", "page": "page changes", "save": "exports", "leave": "visits"}


@dataclass
class Told:
    """What readers have to tell: how often they did what, how long it took (s), complaints."""

    done: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def add(self, other: Told) -> None:
        """Take in what another reader tells."""
        self.done += other.done
        self.times += other.times
        self.complaints += other.complaints


@dataclass
class Reader:
    """One reader, whose doings follow from `chance` alone; `rest` is the mean pause in s."""

    url: str
    chance: Random
    rest: float
    told: Told = field(default_factory=Told)

    def stay(self, end: Event) -> Told:
        """Read until the end; whatever is wrong becomes a complaint and a new visit."""
        while not end.is_set():
            try:
                self._visit(end)
            except Exception as wrong:  # noqa: BLE001 - whatever it is, it is told at the end
                self.told.complaints.append(f"{type(wrong).__name__}: {wrong}")
        return self.told

    def _visit(self, end: Event) -> None:
        self.asked = begin(self.chance)
        self.visitor = Visitor.open(self.url, self.asked.link())
        try:
            self._check()
            self.told.done["leave"] += 1
            act = ""
            while act != "leave" and not end.wait(self.chance.uniform(0, 2 * self.rest)):
                act = self.chance.choice(ACTS)
                self._do(act)
        finally:
            self.visitor.close()

    def _do(self, act: str) -> None:
        if act == "filter":
            key, asked = change(self.chance, self.asked)
            self.asked = asked
            self.told.times.append(self.visitor.set(key, asked))
        elif act == "page":
            page = self.chance.choice([one for one in PAGES if one != self.visitor.here])
            self.told.times.append(self.visitor.turn_to(page))
        elif act == "save":
            self._save()
        if act != "leave":
            self.told.done[act] += 1
            self._check()

    def _save(self) -> None:
        """Save a file and compare its rows with those asked for, one by one."""
        if self.visitor.here not in (MAP, RECORDS):
            self.told.times.append(self.visitor.turn_to(RECORDS))
        names = [name for name in READERS if f"download_{name}" in self.visitor.files]
        expected = self.asked.ids()
        assert bool(names) == bool(expected), f"{len(expected)} rows but buttons {names}"
        if names:
            name = self.chance.choice(names)
            found = ids_in(name, self.visitor.save(f"download_{name}"))
            assert found == expected, (
                f"{name} holds {len(found)} rows, not the {len(expected)} of {self.asked}"
            )
            self.told.done[name] += 1

    def _check(self) -> None:
        """Compare what the page says with what was asked for and the files hold."""
        visitor, asked = self.visitor, self.asked
        assert not visitor.faults, f"{asked}: {visitor.faults}"
        assert visitor.query == asked.link(), f"link {visitor.query!r} for {asked}"
        if visitor.here in COUNTING:
            rows, expected = visitor.rows_in(asked.lang), len(asked.ids())
            assert rows == expected, f"{rows} rows shown, not the {expected} of {asked}"
