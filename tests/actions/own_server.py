"""A PostgreSQL server that a test may stop, kill and fill, and imports that run meanwhile."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

import psycopg
import pytest
from django.conf import settings

from newsarchive import database
from newsarchive.cluster import NAME
from tests.contents import Contents, contents

PATIENCE: Final = 60.0  # seconds
BATCH: Final = 20  # records: small ones, so that there is time to disturb the import
_IMPORT: Final = """
import json, sys, django
django.setup()
from django.core.management import execute_from_command_line
from articles.actions import import_patience, import_records
import_records.MOST_RECORDS, import_patience.PATIENCE = json.loads(sys.argv[1])
execute_from_command_line(["manage.py", "import_articles", "--publish", *sys.argv[2:]])
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A throw-away server; its database of our name is migrated and stays empty."""

    data: Path

    def start(self, *, longest_file: int = resource.RLIM_INFINITY) -> None:
        """Start it; `longest_file`: bytes beyond which the system refuses to let its files grow."""
        self._drive("start", "--throwaway", longest_file=longest_file)

    def stop(self) -> None:
        self._drive("stop")

    def migrate(self) -> None:
        command = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
        subprocess.run(command, env=Archive(server=self, name=NAME).environment(), check=True)  # noqa: S603

    @contextmanager
    def archive(self, name: str) -> Iterator[Archive]:
        """Make an empty archive that is dropped afterwards."""
        self.tell(f'CREATE DATABASE "{name}" TEMPLATE {NAME}')
        try:
            yield Archive(server=self, name=name)
        finally:
            self.tell(f'DROP DATABASE "{name}" WITH (FORCE)')

    def address(self, name: str) -> str:
        return database.address(self.data).replace(f"@/{NAME}?", f"@/{name}?")

    def tell(self, statement: str) -> None:
        # Not from the template itself: it may have no other visitors while it is copied.
        with psycopg.connect(self.address("template1"), autocommit=True) as connection:
            connection.execute(statement)

    def _drive(self, *arguments: str, longest_file: int = resource.RLIM_INFINITY) -> None:
        # In a process of its own: the server, which outlives it, has the limits of the one that started it.
        subprocess.run(  # noqa: S603
            [sys.executable, "-m", "newsarchive.database", *arguments, "--data", str(self.data)],
            cwd=settings.BASE_DIR,
            check=True,
            stdout=subprocess.DEVNULL,
            preexec_fn=partial(_limit_files, longest_file),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A database of the server."""

    server: Server
    name: str

    def connect(self) -> psycopg.Connection[Any]:
        return psycopg.connect(self.server.address(self.name), autocommit=True)

    def ask(self, query: str) -> Any:
        """Return the first column of the first row."""
        with self.connect() as connection:
            row = connection.execute(query.encode()).fetchone()
        return row[0] if row else None

    def contents(self) -> Contents:
        with self.connect() as connection:
            return contents(connection)

    def environment(self) -> dict[str, str]:
        ours = {"DATABASE_URL": self.server.address(self.name), "DJANGO_SETTINGS_MODULE": "newsarchive.settings"}
        return os.environ | ours | {"PYTHONPATH": str(settings.BASE_DIR)}

    def start(self, *paths: Path | str, patience: float = PATIENCE) -> Import:
        """Begin to import; `patience`: seconds that the database may be away."""
        command = [sys.executable, "-c", _IMPORT, json.dumps([BATCH, patience]), *map(str, paths)]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return Import(process=subprocess.Popen(command, env=self.environment(), text=True, **pipes))  # type: ignore[call-overload] # noqa: S603

    def wait_for_batches(self, number: int) -> None:
        until = time.monotonic() + PATIENCE
        with self.connect() as connection:
            while time.monotonic() < until:
                row = connection.execute("SELECT count(*) FROM articles_batch").fetchone()
                if row and row[0] >= number:
                    return
                time.sleep(0.005)
        pytest.fail("It stored nothing.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """A running import."""

    process: subprocess.Popen[str]

    def end(self) -> tuple[int, str]:
        """Wait until it has ended; return its exit code and what it said of its end."""
        _, said = self.process.communicate(timeout=PATIENCE)
        lines = [line for line in said.splitlines() if line]
        return self.process.returncode, lines[-1] if lines else ""


def _limit_files(longest: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (longest, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
