"""Measures Datasette and tantivy on the archive's rows, each by its own programs in an environment of their own."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bench.searching import served
from bench.searching.archive import ROOT, Archive, Failed, tell
from bench.searching.peers import datasette_site

REQUIREMENTS: Final = ROOT / "bench/searching/peers/requirements.txt"
LIBRARY: Final = ROOT / "bench/searching/peers/tantivy_library.py"
PATIENCE: Final = 3_600  # seconds for one of them to load or to answer everything
# Nothing of ours reaches them.
ENVIRONMENT: Final = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Of each question, in order; no seconds where it could not be asked."""

    name: str
    version: str
    loaded: float  # seconds, to load all rows
    lists: list[list[float]]  # seconds
    facets: list[list[float]]
    totals: list[int] = field(default_factory=list)  # articles found


def measure(archive: Archive, environment: Path, cases: list[dict[str, Any]]) -> list[Answers]:
    """Install, load and ask both.

    Raises:
        Failed: they cannot be installed.
    """
    python = install(environment)
    return [ask_tantivy(archive, python, cases), ask_datasette(archive, python, cases)]


def install(environment: Path) -> str:
    """Make their environment unless it stands; return its Python.

    Raises:
        Failed: with what pip said.
    """
    python, stamp = environment / "bin/python", environment / "made-of"
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text(encoding="ascii") != wanted:
        tell("Installing Datasette and tantivy.")
        _run([sys.executable, "-m", "venv", "--clear", str(environment)])
        _run([str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "-r", str(REQUIREMENTS)])
        stamp.write_text(wanted, encoding="ascii")
    return str(python)


def ask_tantivy(archive: Archive, python: str, cases: list[dict[str, Any]]) -> Answers:
    """Load the rows into an index of tantivy and ask it, all in one process: no server, no request."""
    index, questions = archive.folder / "tantivy", archive.folder / "questions.json"
    seconds = _loaded(
        archive, "tantivy", [python, str(LIBRARY), "build", str(index), str(archive.records), str(archive.facts)]
    )
    questions.write_text(json.dumps(cases), encoding="utf-8")
    told = json.loads(_run([python, str(LIBRARY), "ask", str(index), str(questions)]))
    return Answers(
        name="tantivy",
        version=_run([python, str(LIBRARY), "version"]).strip(),
        loaded=seconds,
        lists=[answer["list"] for answer in told],
        facets=[answer["facets"] for answer in told],
        totals=[answer["total"] for answer in told],
    )


def ask_datasette(archive: Archive, python: str, cases: list[dict[str, Any]]) -> Answers:
    """Load the rows into SQLite and ask Datasette by HTTP: a table's page, and the list in the order asked."""
    file = archive.folder / "articles.db"
    build = [sys.executable, "-P", "-m", "bench.searching.peers.datasette_site", str(file)]
    seconds = _loaded(archive, "datasette", [*build, str(archive.records), str(archive.facts)])
    with served.process(datasette_site.command(file), ENVIRONMENT, python) as port:
        pages = served.timed_pages(port, [datasette_site.page(case) for case in cases])
        lists = served.timed_pages(port, [datasette_site.ordered(case) for case in cases])
    version = _run([python, "-m", "datasette", "--version"]).strip().rpartition(" ")[2]
    return Answers(name="Datasette", version=version, loaded=seconds, lists=lists, facets=pages)


def _loaded(archive: Archive, name: str, command: list[str]) -> float:
    """Load the rows unless an earlier run has; return the seconds that it took."""
    done = archive.folder / f"{name}.json"
    if not done.exists():
        began = time.monotonic()
        _run(command)
        done.write_text(json.dumps(time.monotonic() - began), encoding="ascii")
        tell(f"{name:<22}{json.loads(done.read_text()):8.1f} s")
    return float(json.loads(done.read_text(encoding="ascii")))


def _run(command: list[str]) -> str:
    environment = ENVIRONMENT | {"PYTHONPATH": str(ROOT)}
    try:
        done = subprocess.run(  # noqa: S603 - what the requirements name
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        raise Failed(f"{Path(command[0]).name} did not end within an hour.") from None
    if done.returncode:
        raise Failed(f"{' '.join(command[:4])}: {done.stderr.strip()[-1000:]}")
    return done.stdout
