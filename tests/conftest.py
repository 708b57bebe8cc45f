"""What every test stands on. The database is the one that DATABASE_URL names: `./run test` makes one and sets it."""

from __future__ import annotations

import os

import pytest

from articles.management.commands.prepare import collect_static

# Playwright's sync interface runs a loop of events in the thread in which tests also use the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Collect static files once, before workers start: pages name them as the served ones do."""
    if not hasattr(session.config, "workerinput"):
        collect_static()
