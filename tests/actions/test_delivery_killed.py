"""A worker that is killed, ended or doubled, or whose database goes away: each record of a delivery comes in once."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from tests.actions.own_server import BATCH, PATIENCE, Archive, Server
from tests.contents import Contents, differences

# The command, with batches so small, and words on progress so often, that there is time to disturb it. It reads ahead
# in processes of its own, as it does with large files.
_WORK: Final = f"""
import sys, django
django.setup()
from django.core.management import execute_from_command_line
from articles.actions import delivery_work, import_records
import_records.MOST_RECORDS, delivery_work._LARGE, delivery_work._PACE = {BATCH}, 0, 0.0
execute_from_command_line(["manage.py", "work_imports", *sys.argv[1:]])
"""
_GIVE: Final = """
import sys, django
django.setup()
from pathlib import Path
from django.contrib.auth.models import User
from articles.actions.deliveries import Upload, keep, order
user, _ = User.objects.get_or_create(username="ina", is_superuser=True)
uploads = [Upload(name=Path(path).name, chunks=[Path(path).read_bytes()]) for path in sys.argv[1:]]
order(keep(uploads, by=user), by=user, publish=True)
"""
# Starts the worker as `run` does, and lives on.
_PARENT: Final = """
import os, subprocess, sys, time
subprocess.Popen([sys.executable, "-c", sys.argv[1], "--with-parent", str(os.getpid())])
time.sleep(60)
"""
_COUNTS: Final = "SELECT array[seen, new, versions, known, refused] FROM articles_importrun"

# The files have names of their own; copies are looked for when nothing waits any more.
_OTHER: Final = frozenset({"articles_deliveredfile", "articles_fingerprint", "articles_likeness", "articles_copy"})


class Desk:
    """An archive whose editors deliver, and its workers."""

    def __init__(self, archive: Archive, folder: Path) -> None:
        self.archive = archive
        self._environment = archive.environment() | {"NEWSARCHIVE_DELIVERIES": str(folder)}

    def give(self, *paths: Path) -> None:
        command = [sys.executable, "-c", _GIVE, *map(str, paths)]
        subprocess.run(command, env=self._environment, check=True)  # noqa: S603

    def work(self, *options: str) -> subprocess.Popen[str]:
        return self._start("-c", _WORK, *options)

    def work_below_a_parent(self) -> subprocess.Popen[str]:
        return self._start("-c", _PARENT, _WORK)

    def states(self) -> list[str]:
        with self.archive.connect() as connection:
            rows = connection.execute("SELECT state, problem FROM articles_deliveredfile ORDER BY id").fetchall()
        return [f"{state} {problem}".strip() for state, problem in rows]

    def contents(self) -> Contents:
        """Return what the archive holds, without what is no matter of the delivery's."""
        found = self.archive.contents()
        return {table: found[table] for table in found.keys() - _OTHER}

    def wait_until_done(self) -> None:
        until = time.monotonic() + PATIENCE
        while set(self.states()) != {"done"}:
            assert time.monotonic() < until, self.states()
            time.sleep(0.05)

    def _start(self, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, *arguments]
        return subprocess.Popen(  # noqa: S603
            command, env=self._environment, text=True, stderr=subprocess.PIPE, start_new_session=True
        )


@contextmanager
def desk_of(server: Server, name: str, folder: Path) -> Iterator[Desk]:
    with server.archive(name) as archive:
        yield Desk(archive, folder)


@pytest.fixture(scope="module")
def delivered(server: Server, corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """What an archive holds once the corpus has been delivered in peace."""
    with desk_of(server, "peace", tmp_path_factory.mktemp("peace")) as desk:
        desk.give(corpus)
        assert ended(desk.work("--once"))[0] == 0
        assert desk.states() == ["done"]
        assert desk.archive.ask(_COUNTS) == [236, 200, 20, 8, 8]
        return desk.contents()


def test_a_worker_that_was_killed_is_followed_by_one_that_goes_on(
    server: Server, corpus: Path, delivered: Contents, tmp_path: Path
) -> None:
    with desk_of(server, "killed", tmp_path) as desk:
        desk.give(corpus)
        first = desk.work()
        desk.archive.wait_for_batches(4)
        first.kill()
        assert ended(first)[0] == -signal.SIGKILL
        assert desk.states() == ["running"]
        assert desk.archive.ask("SELECT count(*) FROM articles_batch") < delivered["articles_batch"].total()
        while desk.states() == ["running"]:  # until the readers of the first one have noticed that nobody listens
            assert ended(desk.work("--once"))[0] == 0
        assert differences(desk.contents(), delivered) == []


def test_a_worker_that_is_asked_to_end_gives_its_file_back(
    server: Server, corpus: Path, delivered: Contents, tmp_path: Path
) -> None:
    with desk_of(server, "ended", tmp_path) as desk:
        desk.give(corpus)
        first = desk.work()
        desk.archive.wait_for_batches(2)
        os.killpg(first.pid, signal.SIGTERM)  # the processes that read ahead get it too
        code, said = ended(first)
        assert (code, desk.states()) == (0, ["waiting"])
        assert said.endswith("many.jsonl: waits for the next worker.")
        assert desk.archive.ask("SELECT stopped FROM articles_importrun") == "The worker was ended."
        assert ended(desk.work("--once"))[0] == 0
        assert differences(desk.contents(), delivered) == []


def test_a_worker_waits_for_its_database(server: Server, corpus: Path, delivered: Contents, tmp_path: Path) -> None:
    with desk_of(server, "restarted", tmp_path) as desk:
        desk.give(corpus)
        worker = desk.work()
        desk.archive.wait_for_batches(3)
        server.stop()
        server.start()
        assert worker.poll() is None
        desk.wait_until_done()
        assert differences(desk.contents(), delivered) == []
        server.stop()  # while nothing waits
        time.sleep(2)
        server.start()
        desk.give(corpus)
        desk.wait_until_done()
        worker.terminate()
        code, said = ended(worker)
        assert code == 0
        assert "The database does not answer, so the imports wait: " in said


def test_two_workers_never_take_the_same_file(server: Server, corpus: Path, tmp_path: Path) -> None:
    lines = corpus.read_text(encoding="utf-8").splitlines(keepends=True)
    parts = [tmp_path / f"{number}.jsonl" for number in range(12)]
    for number, part in enumerate(parts):
        part.write_text("".join(lines[number * 10 : number * 10 + 10]), encoding="utf-8")
    with desk_of(server, "pair", tmp_path / "deliveries") as desk:
        desk.give(*parts)
        said = [ended(worker)[1] for worker in [desk.work("--once"), desk.work("--once")]]
        taken = [re.findall(r"(\d+)\.jsonl: begins", one) for one in said]
        assert sorted(taken[0] + taken[1], key=int) == [str(number) for number in range(12)]
        assert desk.states() == ["done"] * 12
        assert desk.archive.ask("SELECT sum(seen) FROM articles_importrun") == 120


def test_a_worker_ends_with_the_one_who_started_it(server: Server, tmp_path: Path) -> None:
    with desk_of(server, "orphan", tmp_path) as desk:
        parent = desk.work_below_a_parent()
        assert parent.stderr
        assert "Ready to bring in" in parent.stderr.readline()
        parent.kill()
        parent.wait()
        # The worker writes where its parent did: the end comes when it is gone too.
        assert parent.stderr.read() == ""
        parent.stderr.close()


def ended(worker: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait until it has ended; return its exit code and all that it said."""
    _, said = worker.communicate(timeout=PATIENCE)
    return worker.returncode, said.strip()
