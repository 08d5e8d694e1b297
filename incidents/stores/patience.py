"""Waiting for an answer while somebody may lose interest: then the question is cancelled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import TypeVar

from incidents.stores.protocol import Answer, Cancel, Columns, Engine
from incidents.words import language, speaking

T = TypeVar("T")
LOOK_UP_EVERY = 0.02  # s
AT_ONCE = 32  # questions in work; more wait


@cache
def _workers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(AT_ONCE, thread_name_prefix="question")


def ask_patiently(
    engine: Engine,
    sql: str,
    relations: Mapping[str, Columns],
    take: Callable[[Answer], T],
    check: Callable[[], None],
) -> T:
    """Return what is taken of the answer, calling ``check`` now and then while it is in work.

    Whatever ``check`` raises cancels the question and comes out here, as errors of the engine do.
    """
    cancels: list[Cancel] = []
    spoken = language()  # of the reader; the thread that works knows of none

    def answer() -> T:
        with speaking(spoken):
            return take(engine.ask(sql, relations, cancels.append))

    work = _workers().submit(answer)
    while not _is_done(work):
        try:
            check()
        except BaseException:
            work.cancel()
            for cancel in cancels:
                cancel()
            raise
    return work.result()


def _is_done(work: Future[T]) -> bool:
    try:
        work.exception(LOOK_UP_EVERY)
    except TimeoutError:
        return False
    return True
