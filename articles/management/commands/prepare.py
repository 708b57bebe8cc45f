"""Bring database and static files up to date before the archive serves; quick when there is nothing to do."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, CommandError, CommandParser, call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from articles.actions import index_edition
from articles.models import Article

_MOST_INDEXED: Final = 20_000  # articles, whose entries are written in a minute
_LOCK: Final = 0x4E455753  # any number that nothing else in this database locks by
_PAUSE: Final = 0.2  # seconds


class Command(BaseCommand):
    help = "Migrate, load the first article if empty, renew search entries, collect static files: each when needed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--empty", action="store_true", help="load nothing into an empty archive")

    def handle(self, *_args: Any, empty: bool, **_options: Any) -> None:
        try:
            with self._alone():
                with self._step("migrations"):
                    _migrate()
                if not empty and not Article.objects.exists():
                    with self._step("first article"):
                        call_command("load_sample", stdout=self.stdout)
                if not index_edition.is_current():
                    self._renew_index()
                with self._step("static files"):
                    collect_static()
        except OperationalError as error:
            reason = str(error).strip().splitlines()[0]
            raise CommandError(f"The database cannot be used: {reason}") from error

    def _renew_index(self) -> None:
        """Write the search entries anew if that takes no longer than a start may, else say who must."""
        if Article.objects.count() > _MOST_INDEXED:
            self.stderr.write("Search finds and ranks less well than it could until ./run manage reindex has run.")
            return
        with self._step("search entries"):
            call_command("reindex", verbosity=0)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Let one process prepare this database at a time; the lock ends with the connection at the latest."""
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 0")  # the limit is for readers
            alone = _locked(cursor)
            if not alone:
                self.stderr.write("Waiting for another process that prepares this database.")
            while not alone:
                # A statement that waits would be waited for by the other one, where it builds an index beside others.
                time.sleep(_PAUSE)
                alone = _locked(cursor)
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])

    @contextmanager
    def _step(self, name: str) -> Iterator[None]:
        began = time.monotonic()
        yield
        # As ./run prints its own steps, of which these are the last.
        self.stdout.write(f"{name:<22}{time.monotonic() - began:6.1f} s")


def _locked(cursor: Any) -> bool:
    cursor.execute("SELECT pg_try_advisory_lock(%s)", [_LOCK])
    return bool(cursor.fetchone()[0])


def _migrate() -> None:
    """Apply what is not applied; finding out alone is ten times as fast as the whole command."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)


def collect_static() -> None:
    """Collect static files unless all are as they were at the last time."""
    root = Path(settings.STATIC_ROOT)
    stamp = root.parent / f"{root.name}-collected"
    state = _static_state()
    if stamp.exists() and stamp.read_text(encoding="ascii") == state and root.is_dir():
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(state, encoding="ascii")


def _static_state() -> str:
    """Return a digest of all static files by name, size and time of change."""
    state = hashlib.sha256(repr((django.VERSION, settings.STORAGES["staticfiles"])).encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            found = Path(storage.path(name)).stat()
            state.update(f"{name}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return state.hexdigest()
