"""./run bench kill [--kills N] [--articles N] [--seed S]: an import that is killed ends as one that nobody disturbed.

Imports a corpus into two databases of a server of its own: one in peace, and one while the importer, the process that
reads ahead for it, a backend of the database and the whole server are killed (-9) at random. What was killed is started
again; the same command is given until it ends. Then all rows of both are compared. Exit code 1 when any differs.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.imports import lines  # noqa: E402 - the checkout is not installed
from newsarchive import database  # noqa: E402
from newsarchive.cluster import NAME, Cluster  # noqa: E402
from tests.contents import Contents, contents, differences  # noqa: E402

IMPORTER, READER, BACKEND, SERVER = "the importer", "the process that reads ahead", "a backend", "the server"
VICTIMS = (IMPORTER, BACKEND, SERVER, READER)
LONGEST_PAUSE = 1.5  # seconds from the point that is hit to the kill, and until the server is started again
LAST = 0.95  # of the run; later it might end before it is killed
PATIENCE = 600.0  # seconds without any progress
DONE = (0, 2)  # exit codes of a run that came to its end; 2: some records were refused


def main() -> int:
    """Import in peace, import and kill, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311 - the same kills each time
    with tempfile.TemporaryDirectory(prefix="newsarchive-bench-") as made:
        folder = Path(made)
        folder.chmod(0o711)  # root's server runs as another user
        corpus = folder / "corpus.jsonl"
        with corpus.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in disturbed(lines(options.articles, 300), chance))
        cluster = Cluster(folder / "data")
        cluster.start()
        try:
            return compare(Imports(cluster=cluster, corpus=corpus), options.kills, chance)
        finally:
            cluster.stop()


def disturbed(rows: Iterator[str], chance: random.Random) -> Iterator[str]:
    """Yield the rows with others between them: other words from the same address, doubles, broken ones."""
    later: list[str] = []
    for line in rows:
        yield line
        row = json.loads(line)
        corrected = json.dumps(row | {"content": row["content"].replace(".", " lagi.", 1)})
        if chance.random() < 0.05:
            later += [corrected, line]  # the second is the first text once more, which is no news
        if chance.random() < 0.03:
            later.append(line)
        if chance.random() < 0.03:
            later.append(json.dumps(row | {"url": f"{row['url']}?again"}))  # its words are known
        if chance.random() < 0.01:
            yield line[: len(line) // 2]
            yield json.dumps({"title": row["title"]})
        if later and chance.random() < 0.1:
            yield later.pop(chance.randrange(len(later)))
    yield from later


def compare(imports: Imports, kills: int, chance: random.Random) -> int:
    """Import twice and say how it went."""
    imports.manage("migrate", "--verbosity", "0")
    imports.make("peace", "war")
    began = time.monotonic()
    imports.start("peace")
    imports.until_done()
    in_peace, peace = time.monotonic() - began, imports.contents()
    records, batches = imports.progress() or (0, 0)
    print(f"undisturbed: {imports.said()} in {in_peace:.0f} s", flush=True)
    began = time.monotonic()
    imports.start("war")
    for number, kill in enumerate(plan(kills, batches, chance), start=1):
        imports.until(kill.batches)
        time.sleep(kill.pause)
        stored, _ = imports.progress() or (0, 0)
        imports.kill(kill)
        moment = time.monotonic() - began
        print(f"{number:4}. at {moment:5.1f} s, after {stored:6,} of {records:,} records: {kill.victim}", flush=True)
    imports.until_done()
    found = differences(imports.contents(), peace)
    rows = sum(table.total() for table in peace.values())
    print(f"killed {kills} times: {imports.said()} in {time.monotonic() - began:.0f} s, {imports.given} commands")
    print("\n".join([f"{len(found)} tables differ:", *found]) if found else f"All {rows:,} rows are the same.")
    return 1 if found else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kill:
    """What is killed, and when."""

    batches: int  # once so many are stored
    victim: str
    pause: float  # seconds


def plan(kills: int, batches: int, chance: random.Random) -> list[Kill]:
    """Return the kills in their order: each victim as often as the others, at points of the run that are drawn."""
    victims = [VICTIMS[number % len(VICTIMS)] for number in range(kills)]
    chance.shuffle(victims)
    points = sorted(int(chance.random() * LAST * batches) for _ in victims)
    return [
        Kill(batches=point, victim=victim, pause=chance.uniform(0, LONGEST_PAUSE))
        for point, victim in zip(points, victims, strict=True)
    ]


@dataclass(slots=True, kw_only=True)
class Imports:
    """The one command, given again and again, and the database that it writes to."""

    cluster: Cluster
    corpus: Path
    given: int = 0
    name: str = NAME  # of the database
    running: subprocess.Popen[bytes] = field(init=False)
    told: str = ""  # why it ended last

    def make(self, *names: str) -> None:
        """Make databases that are like the one that was migrated."""
        with psycopg.connect(self._address("template1"), autocommit=True) as connection:
            for name in names:
                connection.execute(f"CREATE DATABASE {name} TEMPLATE {NAME}")

    def manage(self, *arguments: str) -> None:
        command = [sys.executable, str(ROOT / "manage.py"), *arguments]
        subprocess.run(command, env=self._environment(), check=True)  # noqa: S603

    def start(self, name: str = "") -> None:
        """Give the command, to another database when one is named."""
        self.given = 1 if name else self.given + 1
        self.name = name or self.name
        command = [sys.executable, str(ROOT / "manage.py"), "import_articles", "--publish", str(self.corpus)]
        with self._output("out").open("wb") as out, self._output("err").open("wb") as err:
            self.running = subprocess.Popen(command, env=self._environment(), stdout=out, stderr=err)  # noqa: S603

    def said(self) -> str:
        return self._output("out").read_text(encoding="utf-8").splitlines()[-1]

    def until(self, batches: int) -> None:
        """Wait until so many batches are stored; give the command again whenever it has ended before."""
        told, waited = -1, time.monotonic()
        while time.monotonic() - waited < PATIENCE:
            _, stored = self.progress() or (0, told)
            if stored >= batches:
                return
            if stored > told:
                told, waited = stored, time.monotonic()
            if self._ended():
                sys.exit("It came to its end before all was killed.")
            time.sleep(0.02)
        sys.exit(f"Nothing has happened for {PATIENCE:.0f} seconds.")

    def until_done(self) -> None:
        while not self._ended():
            time.sleep(0.05)

    def progress(self) -> tuple[int, int] | None:
        """Return how many records and batches are stored; None while the database is away."""
        with suppress(psycopg.OperationalError), psycopg.connect(self._address(self.name)) as connection:
            query = "SELECT coalesce(sum(length(outcomes)), 0), count(*) FROM articles_batch"
            return connection.execute(query).fetchone()
        return None

    def contents(self) -> Contents:
        with psycopg.connect(self._address(self.name)) as connection:
            return contents(connection)

    def kill(self, kill: Kill) -> None:
        """Kill as soon as there is such a process, and start the server again if it was that."""
        while not (found := self._processes(kill.victim)):
            if self._ended():
                sys.exit("It came to its end before all was killed.")
            time.sleep(0.02)
        os.kill(found[0], signal.SIGKILL)
        if kill.victim == SERVER:
            time.sleep(kill.pause)
            self.cluster.start()

    def _processes(self, victim: str) -> list[int]:
        if victim == IMPORTER:
            return [self.running.pid]
        if victim == READER:
            children = Path(f"/proc/{self.running.pid}/task/{self.running.pid}/children")
            with suppress(OSError):
                return [int(child) for child in children.read_text(encoding="ascii").split()]
        if victim == SERVER:
            return [pid for pid in [self.cluster.pid()] if pid]
        with suppress(psycopg.OperationalError), psycopg.connect(self._address(self.name)) as connection:
            query = "SELECT pid FROM pg_stat_activity WHERE datname = %s AND application_name = 'newsarchive'"
            return [pid for (pid,) in connection.execute(query, [self.name])]
        return []

    def _ended(self) -> bool:
        """Whether the run came to its end; when it broke off, the command is given again."""
        code = self.running.poll()
        if code is not None and code not in DONE:
            said = [line for line in self._output("err").read_text(encoding="utf-8").splitlines() if "Error:" in line]
            if said and said[-1] != self.told:
                print(f"      it said: {said[-1]}", flush=True)
            self.told = said[-1] if said else ""
            self.start()
        return code in DONE

    def _output(self, name: str) -> Path:
        return self.corpus.with_suffix(f".{name}")

    def _address(self, name: str) -> str:
        return database.address(self.cluster.data).replace(f"@/{NAME}?", f"@/{name}?")

    def _environment(self) -> dict[str, str]:
        ours = {"DATABASE_URL": self._address(self.name), "NEWSARCHIVE_DATA": str(self.cluster.data)}
        return os.environ | ours | {"NEWSARCHIVE_STATEMENT_TIMEOUT_MS": "0"}


if __name__ == "__main__":
    sys.exit(main())
