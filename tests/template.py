"""A database with the archive's tables and nothing in them, made once for all workers of a run: what tests use are
copies of it. To migrate takes as long as hundreds of tests, to copy less than one.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from psycopg import sql

from newsarchive import database

NAME: Final = "template_of_tests"
_DRAFT: Final = "template_of_tests_new"
_CHECKOUT: Final = Path(__file__).parents[1]
_LOCK: Final = 7_410_263  # any number: whoever makes the template holds it


def address(name: str) -> str:
    """Return the address of a database on the server that the tests use."""
    tests = os.environ.get("DATABASE_URL") or database.address(settings.DATA)
    return urlsplit(tests)._replace(path=f"/{name}").geturl()


def made() -> str:
    """Return the template's name; the first who asks makes it, and who asks meanwhile waits."""
    with psycopg.connect(address("postgres"), autocommit=True) as administrator:
        administrator.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        if not administrator.execute("SELECT FROM pg_database WHERE datname = %s", [NAME]).rowcount:
            _drop(administrator, _DRAFT)
            copy(administrator, "template1", _DRAFT)
            command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
            subprocess.run(command, cwd=_CHECKOUT, env=os.environ | {"DATABASE_URL": address(_DRAFT)}, check=True)  # noqa: S603
            rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            administrator.execute(rename.format(sql.Identifier(_DRAFT), sql.Identifier(NAME)))
    return NAME


def copy(administrator: psycopg.Connection, template: str, name: str) -> None:
    """Make a database as another one is."""
    create = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
    administrator.execute(create.format(sql.Identifier(name), sql.Identifier(template)))


def drop() -> None:
    """Drop what is left of this run or of an earlier one; tests that need no database may be run without any."""
    with suppress(psycopg.OperationalError), psycopg.connect(address("postgres"), autocommit=True) as administrator:
        _drop(administrator, NAME)
        _drop(administrator, _DRAFT)


def _drop(administrator: psycopg.Connection, name: str) -> None:
    administrator.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
