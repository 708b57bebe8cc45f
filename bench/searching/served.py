"""Times whole pages, through HTTP, from the server that `./run` would start."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import partial
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from typing import Any, Final
from urllib.parse import urlencode

import psycopg

from bench.searching.archive import ROOT, Archive, Failed
from bench.searching.timing import timed
from newsarchive import database

PATIENCE: Final = 60  # seconds for a server to begin or to end


@contextmanager
def serving(archive: Archive) -> Iterator[int]:
    """Serve the archive as `./run` does, with a reader's time limit; yield the port."""
    environment = archive.environment
    del environment["NEWSARCHIVE_STATEMENT_TIMEOUT_MS"]
    command = ["-m", "granian", "--port", "{port}", *program().SERVER]
    with process(command, environment) as port:
        yield port


@contextmanager
def process(arguments: Sequence[str], environment: Mapping[str, str], python: str = sys.executable) -> Iterator[int]:
    """Start a server whose arguments name its {port}, wait until it listens, and end it after the block.

    Raises:
        Failed: it does not listen.
    """
    port = _free_port()
    command = [python, *(word.format(port=port) for word in arguments)]
    with subprocess.Popen(  # noqa: S603 - our own, or a peer that we have installed
        command, cwd=ROOT, env=dict(environment), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _wait(port, server)
            yield port
        finally:
            server.terminate()
            try:
                server.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                server.kill()


def pages(archive: Archive, port: int, addresses: Sequence[tuple[str, Mapping[str, object]]]) -> list[list[float]]:
    """Return the seconds of each page, asked again and again; every time the archive has just been written to.

    An empty list stands for a page that was refused or failed.
    """
    with closing(psycopg.connect(database.address(archive.data), autocommit=True)) as other:
        # What was remembered holds no longer: each page does all of its work.
        return timed_pages(port, addresses, before=lambda: other.execute("SELECT pg_current_xact_id()"))


def timed_pages(
    port: int, addresses: Sequence[tuple[str, Mapping[str, object]]], before: Callable[[], object] = lambda: None
) -> list[list[float]]:
    """Return the seconds of each page, by one client that keeps its connection; empty where one has failed."""
    told = []
    for path, params in addresses:
        address = f"{path}?{urlencode(params, doseq=True)}" if params else path
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as client:
            try:
                told.append(timed(partial(_once, client, address, before)))
            except (OSError, http.client.HTTPException, Failed):
                told.append([])
    return told


def _once(client: http.client.HTTPConnection, address: str, before: Callable[[], object]) -> float:
    before()
    began = time.perf_counter()
    client.request("GET", address)
    answer = client.getresponse()
    answer.read()
    seconds = time.perf_counter() - began
    if answer.status != http.client.OK:
        raise Failed(f"{address} was answered with {answer.status}.")
    return seconds


def program() -> Any:
    """Return `./run` as a module: how it serves stands there alone."""
    spec = spec_from_loader("run", SourceFileLoader("run", str(ROOT / "run")))
    if spec is None or spec.loader is None:
        raise Failed("./run cannot be read.")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise Failed("A server that was started does not listen.")
