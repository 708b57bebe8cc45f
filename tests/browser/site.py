"""An archive that holds the sample, in a database of its own, served as `./run` serves it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import psycopg
from django.conf import settings
from psycopg import sql

from tests import template

CHECKOUT = Path(__file__).parents[2]
PATIENCE = 30  # seconds for a server to begin or to end
EDITOR, PASSWORD = "ana", "a password of the tests"  # an account that may do everything
PREPARE = f"""
import django, json, os
django.setup()
from django.contrib.auth.models import User
from django.core.management import call_command
call_command("prepare", stdout=open(os.devnull, "w"))
User.objects.create_superuser("{EDITOR}", password="{PASSWORD}", first_name="Ana", last_name="Wijaya")
from tests.pages import PAGES
print(json.dumps({{str(page): page.address() for page in PAGES}}))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    origin: str
    addresses: dict[str, str]  # of every kind of page, by its name in PAGES
    environment: dict[str, str]  # of commands that work on the same archive

    @property
    def port(self) -> int:
        return int(self.origin.rpartition(":")[2])


@contextmanager
def running() -> Iterator[Site]:
    """Make a database, bring it up to date as `./run` does, and serve it until the end of the block."""
    name = f"site_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}_{os.getpid()}"
    with _database(name), TemporaryDirectory() as deliveries:
        environment = _environment(name) | {"NEWSARCHIVE_DELIVERIES": deliveries}
        prepared = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", PREPARE], cwd=CHECKOUT, env=environment, stdout=subprocess.PIPE, check=True
        )
        with _served(environment) as origin:
            yield Site(origin=origin, addresses=json.loads(prepared.stdout), environment=environment)


@contextmanager
def _served(environment: dict[str, str]) -> Iterator[str]:
    """Start the server with the arguments that `./run` gives it; return its address."""
    port = _free_port()
    command = [sys.executable, "-m", "granian", "--port", str(port), *_program().SERVER]
    with subprocess.Popen(command, cwd=CHECKOUT, env=environment) as server:  # noqa: S603 - our own
        try:
            origin = f"http://127.0.0.1:{port}"
            _wait(origin, server)
            yield origin
        finally:
            server.terminate()
            try:
                server.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                server.kill()


@contextmanager
def _database(name: str) -> Iterator[None]:
    with psycopg.connect(template.address("postgres"), autocommit=True) as administrator:
        template.copy(administrator, template.made(), name)
        try:
            yield
        finally:
            administrator.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _environment(name: str) -> dict[str, str]:
    ours = {
        "DATABASE_URL": template.address(name),
        "NEWSARCHIVE_DATA": str(settings.DATA),
        "NEWSARCHIVE_STATEMENT_TIMEOUT_MS": "20000",  # a machine may be slow; how slow is for the benches to say
        "NEWSARCHIVE_FACETS_MS": "20000",
    }
    kept = {key: value for key, value in os.environ.items() if key not in {"DEBUG", "ALLOWED_HOSTS", "SECURE"}}
    return kept | ours


def _program() -> Any:
    """Return `./run` as a module: how it serves stands there alone."""
    spec = spec_from_loader("run", SourceFileLoader("run", str(CHECKOUT / "run")))
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _wait(origin: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            with urlopen(f"{origin}/healthz", timeout=5):  # noqa: S310 - our own address
                return
        except URLError:
            time.sleep(0.05)
    raise RuntimeError("The server does not answer.")
