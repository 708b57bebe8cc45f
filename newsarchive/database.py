"""The database: the one that DATABASE_URL names, or a PostgreSQL server of our own under the data folder.

`python -m newsarchive.database start|stop|status|address|remove` drives the latter.
"""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import conninfo_to_dict

from newsarchive import environment
from newsarchive.cluster import NAME, Cluster
from newsarchive.postgres import Failed

# libpq's name of a parameter -> Django's; what is not named here goes to OPTIONS as it is.
_DJANGO_NAMES: Final = {
    "dbname": "NAME",
    "user": "USER",
    "password": "PASSWORD",
    "host": "HOST",
    "port": "PORT",
}
_CONNECT_TIMEOUT: Final = "5"  # seconds for each host, so that one that is down does not hold a reader up


def settings(data: Path, url: str, *, statement_timeout_ms: int) -> dict[str, Any]:
    """Return Django's DATABASES["default"]; nothing is started or made.

    An empty `url` means the server under `data`. 0 ms lets a statement run for ever.

    Raises:
        ImproperlyConfigured: `url` cannot be read, or the server's password belongs to another user.
    """
    given = _from_url(url) if url else _own(data)
    ours = f"-c statement_timeout={statement_timeout_ms} -c jit=off -c max_parallel_workers_per_gather=0"
    options = {
        "connect_timeout": _CONNECT_TIMEOUT,
        "application_name": "newsarchive",
        **{name: value for name, value in given.items() if name not in _DJANGO_NAMES},
        # The last one of a kind wins: what the address sets itself stays.
        "options": f"{ours} {given.get('options', '')}".strip(),
    }
    return {
        "ENGINE": "django.db.backends.postgresql",
        **{django: given.get(name, "") for name, django in _DJANGO_NAMES.items()},
        # Not a pool, which hangs the site while the database is down: these recover by themselves.
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def address(data: Path) -> str:
    """Return the DATABASE_URL of the server under `data`."""
    own = _own(data)
    return f"postgresql://{NAME}:{own['password']}@/{NAME}?host={quote(own['host'], safe='')}"


def _own(data: Path) -> dict[str, str]:
    cluster = Cluster(data)
    # Until the first start there are neither, and commands that need no database still load their settings.
    password = host = ""
    try:
        with suppress(FileNotFoundError):
            password = cluster.password_file.read_text(encoding="ascii").strip()
            host = cluster.sockets_file.read_text(encoding="utf-8").strip()
    except PermissionError as error:
        raise ImproperlyConfigured(f"{error.filename} belongs to another user: run as the one who made it.") from error
    return {"dbname": NAME, "user": NAME, "password": password, "host": host or str(data / "not-started")}


def _from_url(url: str) -> dict[str, str]:
    """Read an address with libpq's own parser: hosts, sockets, and every parameter that libpq knows."""
    if not url.startswith(("postgresql://", "postgres://")):
        raise ImproperlyConfigured("DATABASE_URL must begin with postgresql://, then user:password@host:port/name.")
    try:
        given = {name: str(value) for name, value in conninfo_to_dict(url).items() if value is not None}
    except psycopg.ProgrammingError as error:
        # What libpq quotes after its reason may be the password.
        reason = str(error).partition('"')[0].strip(" :\n") or "not an address"
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {reason}.") from error
    if not given.get("dbname"):
        raise ImproperlyConfigured("DATABASE_URL names no database: it must end in /name.")
    for port in given.get("port", "").split(","):
        if port and not (port.isascii() and port.isdecimal() and 0 < int(port) < 65536):
            raise ImproperlyConfigured(f'DATABASE_URL names the port "{port}", but a port is a number up to 65535.')
    return given


def _answer(command: str, cluster: Cluster) -> str:
    """Do what the command line asks and return the line to print, empty for none."""
    match command:
        case "start":
            return f"PostgreSQL {cluster.start()}"
        case "stop":
            return "The database is stopped." if cluster.stop() else "The database was not running."
        case "remove":
            cluster.remove()
            return ""
        case "address":
            return address(cluster.data)
        case _:
            return "running" if cluster.pid() else "stopped"


def main() -> int:
    """Do one command; 1 and a sentence on stderr when it fails."""
    parser = argparse.ArgumentParser(prog="python -m newsarchive.database", description=__doc__)
    parser.add_argument("command", choices=["start", "stop", "status", "address", "remove"])
    parser.add_argument("--data", type=Path, help="default: NEWSARCHIVE_DATA, or .data in the checkout")
    parser.add_argument("--throwaway", action="store_true", help="fast, and lost when the machine fails: for tests")
    given = parser.parse_args()
    try:
        data = given.data or environment.data_folder(Path(__file__).resolve().parent.parent)
        line = _answer(given.command, Cluster(data.resolve(), throwaway=given.throwaway))
    except (Failed, ImproperlyConfigured) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"The database cannot be used: {error.strerror}: {error.filename}.\n")
        return 1
    sys.stdout.write(f"{line}\n" if line else "")
    return os.EX_OK


if __name__ == "__main__":
    sys.exit(main())
