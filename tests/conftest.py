"""What every test stands on. The database is the one that DATABASE_URL names: `./run test` makes one and sets it."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from whitenoise.middleware import WhiteNoiseMiddleware  # type: ignore[import-untyped]
from xdist.scheduler import WorkStealingScheduling  # type: ignore[import-untyped]

from articles.management.commands.prepare import collect_static
from articles.search import aside
from tests import template

# Playwright's sync interface runs a loop of events in the thread in which tests also use the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
SERVERS = {"server", "site"}  # fixtures that last for a session or a folder and take long to make


def pytest_sessionstart(session: pytest.Session) -> None:
    """Collect static files once, before workers start: pages name them as the served ones do."""
    if not hasattr(session.config, "workerinput"):
        collect_static()
        template.drop()  # one that a killed run has left may be an older one


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Drop, once workers have ended, what they copied."""
    if not hasattr(session.config, "workerinput"):
        template.drop()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Let a worker that is done take over tests of another: one test may take as long as a thousand others."""
    return WorkStealingScheduling(config, log) if config.getoption("dist") == "load" else None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests that need a server of their own, so that one worker makes it and no other."""
    items.sort(key=lambda item: not SERVERS & set(getattr(item, "fixturenames", ())))


def pytest_collection_finish() -> None:
    """Keep what has been imported and collected out of every later search for garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Let each of several workers copy the one database that the first of them makes, under a name of its own."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        settings.DATABASES["default"]["TEST"]["TEMPLATE"] = template.made()


@pytest.fixture(scope="session", autouse=True)
def _passwords_are_hashed_in_little_time() -> Iterator[None]:
    """Hash as the site does, but less often: a quarter of a second for each password is for those who guess."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PBKDF2PasswordHasher, "iterations", 1_000)
        yield


@pytest.fixture(scope="session", autouse=True)
def _counts_beside_lists_have_time() -> Iterator[None]:
    """Let a busy machine count what a page of results leaves uncounted after a moment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "FACETS_SECONDS", 60.0)
        patch.setattr(aside, "BESIDE_LIST", 60.0)
        patch.setattr(aside, "IN_ITS_PLACE", 60.0)
        yield


@pytest.fixture(scope="session", autouse=True)
def _static_files_are_looked_at_once() -> Iterator[None]:
    """Let every client of the tests know what the first one found: each would look at each file anew."""
    look = WhiteNoiseMiddleware.update_files_dictionary
    found: dict[tuple[str, str], dict[str, Any]] = {}

    def remember(self: WhiteNoiseMiddleware, root: str, prefix: str) -> None:
        if (root, prefix) not in found:
            look(self, root, prefix)
            found[root, prefix] = dict(self.files)
        self.files.update(found[root, prefix])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoiseMiddleware, "update_files_dictionary", remember)
        yield
