"""What is loaded for good is walked for garbage no more."""

import gc
import sys
import types

from streamlit import config

from ui import settled

SEARCH = "runner.postScriptGC"


def test_much_loaded_is_set_aside_once(monkeypatch):
    """Sixty modules more are a reason, one more is none."""
    monkeypatch.setattr(settled, "_known", 0)
    try:
        settled.settle()
        aside = gc.get_freeze_count()
        assert aside > 0
        monkeypatch.setitem(sys.modules, "one_more", types.ModuleType("one_more"))
        settled.settle()
        assert gc.get_freeze_count() <= aside
        for n in range(settled.MANY):
            monkeypatch.setitem(sys.modules, f"more_{n}", types.ModuleType(f"more_{n}"))
        settled.settle()
        assert gc.get_freeze_count() > aside
    finally:
        gc.unfreeze()


def test_no_search_for_garbage_after_each_run(monkeypatch):
    """Streamlit makes one by default, while every reader waits; Python makes its own."""
    monkeypatch.setattr(settled, "_known", 0)
    before = config.get_option(SEARCH)
    try:
        settled.settle()
        assert config.get_option(SEARCH) is False
        assert gc.isenabled()
    finally:
        config.set_option(SEARCH, before)
        gc.unfreeze()
