"""What is loaded for good is walked for garbage no more."""

import gc
import sys
import types

from ui import settled


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
