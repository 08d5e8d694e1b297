"""What is loaded for good, kept out of the search for garbage; and when there is one.

That search walks every object there is: with the query language and the charts loaded it takes
longer than a run, and no reader's run goes on meanwhile. Streamlit makes one after each run; here
Python does when much has come, as it does everywhere else.
"""

from __future__ import annotations

import gc
import sys
import threading

from streamlit import config

MANY = 60  # modules loaded since that are worth another look
_lock = threading.Lock()
_known = 0


def settle() -> None:
    """Set aside what is loaded now, if much was loaded since the last time.

    That happens a few times in the life of a server. What a reader's session holds at such a
    moment is set aside with it: it is still freed as soon as nothing refers to it.
    """
    global _known
    with _lock:
        loaded = len(sys.modules)
        if loaded - _known < MANY:
            return
        _known = loaded
    config.set_option("runner.postScriptGC", False)
    gc.collect()
    gc.freeze()
