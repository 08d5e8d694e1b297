"""Waiting for the work that the page of a reader's own data has under way."""

from ui import your_jobs


def settle(app):
    """Run until no work is under way; no traceback may be shown at any time."""
    assert not app.exception
    while your_jobs.JOB in app.session_state:
        assert app.session_state[your_jobs.JOB][0].wait(60)
        app.run()
        assert not app.exception
    return app
