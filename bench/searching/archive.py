"""The archive that is measured: a server and a folder of its own, filled as a librarian would, kept when asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import psycopg

from bench.searching.corpus import SEED, Corpus, write
from newsarchive import database
from newsarchive.cluster import Cluster

ROOT: Final = Path(__file__).resolve().parents[2]
STEPS: Final = ("corpus", "import", "facts")
NEITHER: Final = ("DEBUG", "ALLOWED_HOSTS", "SECURE", "DATABASE_URL", "SECRET_KEY")  # ours alone decide


class Failed(Exception):
    """One sentence for the person at the terminal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    folder: Path  # absolute
    size: int

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def records(self) -> Path:
        return self.folder / "corpus.jsonl"

    @property
    def facts(self) -> Path:
        return self.folder / "facts.jsonl"

    @property
    def environment(self) -> dict[str, str]:
        """What commands on this archive are started with; statements may last."""
        kept = {name: value for name, value in os.environ.items() if name not in NEITHER}
        return kept | {
            "DATABASE_URL": database.address(self.data),
            "DJANGO_SETTINGS_MODULE": "newsarchive.settings",
            "NEWSARCHIVE_DATA": str(self.data),
            "NEWSARCHIVE_STATEMENT_TIMEOUT_MS": "0",
            "PYTHONPATH": str(ROOT),
        }

    def start(self) -> None:
        """Start its server, and make what is missing of it; what a broken-off run has done stays.

        Raises:
            Failed: the folder holds another archive, or a step has failed.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o711)  # root's server runs as another user
        done = self._done()
        if done.get("size", self.size) != self.size or done.get("seed", SEED) != SEED:
            raise Failed(f"{self.folder} holds another archive, of {done['size']:,} articles: name another folder.")
        Cluster(self.data).start()
        self.manage("migrate", "--verbosity", "0")
        for step in STEPS:
            if step not in done:
                began = time.monotonic()
                getattr(self, f"_make_{step}")()
                done |= {"size": self.size, "seed": SEED, step: round(time.monotonic() - began, 1)}
                self._state.write_text(json.dumps(done), encoding="utf-8")
                tell(f"{step:<22}{done[step]:8.1f} s")
        self.manage("prepare", "--empty")

    def stop(self) -> None:
        Cluster(self.data).stop()

    def seconds(self) -> dict[str, float]:
        """Return how long each step took when it was done."""
        done = self._done()
        return {step: done[step] for step in STEPS if step in done}

    def vacuum(self) -> None:
        """Bring the planner's statistics up to date, as a server does by itself after a while."""
        with psycopg.connect(database.address(self.data), autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")

    def manage(self, *arguments: str, good: Sequence[int] = (0,)) -> str:
        """Run a command of the archive; return what it printed. `good`: its exit codes that are no failure.

        Raises:
            Failed: with the end of what it said.
        """
        return self.run(str(ROOT / "manage.py"), *arguments, good=good)

    def run(self, *arguments: str, good: Sequence[int] = (0,)) -> str:
        """Run a program of Python on this archive; return what it printed.

        Raises:
            Failed: with the end of what it said.
        """
        command = [sys.executable, "-P", *arguments]
        done = subprocess.run(  # noqa: S603 - our own
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False
        )
        if done.returncode not in good:
            raise Failed(f"{' '.join(arguments[:2])}: {done.stderr.strip()[-2000:]}")
        return done.stdout

    @property
    def _state(self) -> Path:
        return self.folder / "made.json"

    def _done(self) -> dict[str, Any]:
        return dict(json.loads(self._state.read_text(encoding="utf-8"))) if self._state.exists() else {}

    def _make_corpus(self) -> None:
        write(Corpus(self.size), self.records, self.facts)

    def _make_import(self) -> None:
        tell(self.manage("import_articles", "--publish", str(self.records)).strip().splitlines()[-1])

    def _make_facts(self) -> None:
        facts = ("-m", "bench.searching.facts")
        self.run(*facts, "names", str(self.size))
        parts = os.cpu_count() or 1
        with ThreadPoolExecutor() as together:
            asked = [(*facts, "articles", str(self.facts), str(part), str(parts)) for part in range(parts)]
            list(together.map(lambda one: self.run(*one), asked))
        self.vacuum()


def tell(line: str) -> None:
    """Say on stderr how it goes; stdout is for the figures."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
