"""An import that is killed, or whose database is, ends up as one that nobody disturbed: row for row."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings

from newsarchive import database
from newsarchive.cluster import NAME

ARTICLES = 400
BATCH = 20
PATIENCE = 60.0  # seconds
# The command, with batches so small that there is time to disturb it.
IMPORT = f"""
import sys, django
django.setup()
from django.core.management import execute_from_command_line
from articles.actions import import_records
import_records.MOST_RECORDS = {BATCH}
execute_from_command_line(["manage.py", "import_articles", "--publish", sys.argv[1]])
"""
# Every table that an import writes, without the keys and moments that differ from one run to the next.
TABLES = {
    "run": "SELECT container, seen, new, versions, known, refused, finished_at IS NULL, stopped "
    "FROM articles_importrun",
    "journal": "SELECT number, sha256, outcomes FROM articles_batch",
    "refusals": "SELECT place, reason, number FROM articles_refusal JOIN articles_batch b ON b.id = batch_id",
    "sources": "SELECT sha256, place, content, url, doubt, told::text FROM articles_source",
    "articles": "SELECT a.url, state, published, e.name, v.number, v.body FROM articles_article a "
    "JOIN articles_version v ON v.id = current_id JOIN articles_entity e ON e.id = publisher_id",
    "versions": "SELECT url, number, headline, body_sha256, cosmetic FROM articles_version v "
    "JOIN articles_article a ON a.id = v.article_id",
    "blocks": "SELECT url, number, position, type, text, body_start, body_end FROM articles_block b "
    "JOIN articles_version v ON v.id = b.version_id JOIN articles_article a ON a.id = v.article_id",
    "entries": "SELECT url, vector::text FROM articles_articleentry JOIN articles_article a ON a.id = article_id",
    "names": "SELECT e.slug, n.name, n.kind FROM articles_entityname n JOIN articles_entity e ON e.id = entity_id",
    "decisions": "SELECT url, action, d.after ->> 'source', reason FROM articles_decision d "
    "JOIN articles_article a ON a.id = subject_id WHERE action = 'import'",
}

Archive = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="newsarchive-open-") as made:
        Path(made).chmod(0o711)
        data = Path(made) / "data"
        drive(data, "start", "--throwaway")
        try:
            migrate = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
            subprocess.run(migrate, env=environment(data, NAME), check=True)  # noqa: S603
            yield data
        finally:
            drive(data, "stop")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with new, known, corrected and broken records."""
    path = tmp_path_factory.mktemp("corpus") / "many.jsonl"
    rows: list[str] = []
    for number in range(ARTICLES):
        row = {
            "title": f"Perahu {number} kembali berlayar",
            "content": f"Perahu {number} dari desa itu berlayar.\n\nSebanyak {number + 100} orang menunggu di pantai.",
            "url": f"https://example.org/{number}",
            "source": f"Koran {number % 7}",
            "date": "2024-03-01",
        }
        rows.append(json.dumps(row))
        if number % 10 == 5:
            rows.append(json.dumps(row | {"content": row["content"].replace("orang", "warga")}))
        if number % 25 == 7:
            rows += [rows[-1], "{broken"]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def undisturbed(cluster: Path, corpus: Path) -> Archive:
    with fresh(cluster, "undisturbed") as name:
        assert start(cluster, name, corpus).wait(PATIENCE) == 2  # some are refused
        archive = read(cluster, name)
    assert archive["run"] == [("many.jsonl", 472, 400, 40, 16, 16, False, "")]
    return archive


class TestKilled:
    def test_importer_goes_on_where_it_stopped(self, cluster: Path, corpus: Path, undisturbed: Archive) -> None:
        with fresh(cluster, "importer") as name:
            importer = start(cluster, name, corpus)
            wait_for_batches(cluster, name, 4)
            importer.kill()
            assert importer.wait(PATIENCE) == -9
            half = read(cluster, name)
            assert 4 <= len(half["journal"]) < len(undisturbed["journal"])
            assert start(cluster, name, corpus).wait(PATIENCE) == 2
            assert read(cluster, name) == undisturbed

    def test_connection_is_made_anew(self, cluster: Path, corpus: Path, undisturbed: Archive) -> None:
        def cut(name: str) -> None:
            with connect(cluster, name) as other:
                other.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )

        assert disturbed(cluster, corpus, "backend", cut) == undisturbed

    def test_server_that_restarts_is_waited_for(self, cluster: Path, corpus: Path, undisturbed: Archive) -> None:
        def restart(_name: str) -> None:
            drive(cluster, "stop")
            drive(cluster, "start", "--throwaway")

        assert disturbed(cluster, corpus, "server", restart) == undisturbed


def test_two_imports_of_one_file_at_once_store_each_record_once(
    cluster: Path, corpus: Path, undisturbed: Archive
) -> None:
    with fresh(cluster, "twice") as name:
        both = [start(cluster, name, corpus) for _ in range(2)]
        assert [one.wait(PATIENCE) for one in both] == [2, 2]
        archive = read(cluster, name)
    of_runs = {"run", "journal", "refusals", "sources", "decisions"}
    assert {key: archive[key] for key in TABLES.keys() - of_runs} == {
        key: undisturbed[key] for key in TABLES.keys() - of_runs
    }
    assert [row[0] for row in archive["sources"]] == [row[0] for row in undisturbed["sources"]]
    assert {row[1] for row in archive["run"]} == {472}


def disturbed(cluster: Path, corpus: Path, name: str, disturb: Callable[[str], None]) -> Archive:
    with fresh(cluster, name):
        importer = start(cluster, name, corpus)
        wait_for_batches(cluster, name, 4)
        disturb(name)
        assert importer.poll() is None, "it had ended before it was disturbed"
        assert importer.wait(PATIENCE) == 2
        return read(cluster, name)


class fresh:
    """A database of its own, migrated, that is dropped afterwards."""

    def __init__(self, cluster: Path, name: str) -> None:
        self.cluster, self.name = cluster, name

    def __enter__(self) -> str:
        self._tell(f"CREATE DATABASE {self.name} TEMPLATE {NAME}")
        return self.name

    def __exit__(self, *_: object) -> None:
        self._tell(f"DROP DATABASE {self.name} WITH (FORCE)")

    def _tell(self, statement: str) -> None:
        # Not from the template itself: it may have no other visitors while it is copied.
        with psycopg.connect(address(self.cluster, "template1"), autocommit=True) as connection:
            connection.execute(statement)


def address(cluster: Path, name: str) -> str:
    return database.address(cluster).replace(f"@/{NAME}?", f"@/{name}?")


def connect(cluster: Path, name: str) -> psycopg.Connection[Any]:
    return psycopg.connect(address(cluster, name), autocommit=True)


def environment(cluster: Path, name: str) -> dict[str, str]:
    ours = {"DATABASE_URL": address(cluster, name), "DJANGO_SETTINGS_MODULE": "newsarchive.settings"}
    return os.environ | ours | {"PYTHONPATH": str(settings.BASE_DIR)}


def drive(cluster: Path, *arguments: str) -> None:
    """Start or stop the server, in a process of its own: it outlives the one that started it."""
    command = [sys.executable, "-m", "newsarchive.database", *arguments, "--data", str(cluster)]
    subprocess.run(command, cwd=settings.BASE_DIR, check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def start(cluster: Path, name: str, corpus: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", IMPORT, str(corpus)]
    return subprocess.Popen(command, env=environment(cluster, name), stdout=subprocess.DEVNULL)  # noqa: S603


def wait_for_batches(cluster: Path, name: str, number: int) -> None:
    until = time.monotonic() + PATIENCE
    with connect(cluster, name) as connection:
        while time.monotonic() < until:
            row = connection.execute("SELECT count(*) FROM articles_batch").fetchone()
            if row and row[0] >= number:
                return
            time.sleep(0.005)
    pytest.fail("It stored nothing.")


def read(cluster: Path, name: str) -> Archive:
    with connect(cluster, name) as connection:
        return {table: sorted(connection.execute(query).fetchall(), key=repr) for table, query in TABLES.items()}
