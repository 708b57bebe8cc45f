"""The disk is full: the run stops with a sentence, readers go on reading, and the same command goes on later.

The system itself refuses to let the server's files grow beyond a limit, as it does on a disk without room. PostgreSQL
writes its journal in files of 16 MiB, which must still be possible; one of its tables stands just below that.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

from tests.actions.own_server import Archive, Server

LONGEST_FILE = 16 * 1024 * 1024
BALLAST = 15_900_000  # bytes; with what the server adds to each page, room for some fifty records below the limit
READ = """
import django
django.setup()
from django.test import Client
page = Client(headers={"host": "localhost"}).get("/", secure=True)
print(page.status_code, "kembali berlayar" in page.content.decode())
"""


def test_full_disk_ends_the_run_in_a_sentence_and_readers_go_on_reading(server: Server, tmp_path: Path) -> None:
    corpus = tmp_path / "heavy.jsonl"
    corpus.write_text("".join(heavy(number) for number in range(300)), encoding="utf-8")
    with server.archive("full") as archive:
        fill(archive)
        server.stop()
        server.start(longest_file=LONGEST_FILE)
        try:
            code, said = archive.start(corpus).end()
            assert code == 1
            assert said.startswith("CommandError: Stopped after ")
            assert "could not extend file" in said
            stored = archive.ask("SELECT count(*) FROM articles_article")
            assert archive.ask("SELECT new FROM articles_importrun WHERE importer = 'jsonl'") == stored
            assert 0 < stored < 300
            assert read_the_front_page(archive) == "200 True\n"
        finally:
            server.stop()
            server.start()
        assert archive.start(corpus).end() == (0, "")
        counts = "SELECT array[seen, new, known] FROM articles_importrun WHERE importer = 'jsonl'"
        assert archive.ask(counts) == [300, 300, 0]
        assert archive.ask("SELECT count(*) FROM articles_article") == 300


def heavy(number: int) -> str:
    """Return a line that the database cannot press together."""
    noise = random.Random(number).randbytes(4_000).hex()  # noqa: S311 - the same each time
    content = f"Perahu {number} dari desa itu berlayar kembali."
    return json.dumps({"title": f"Perahu {number} kembali berlayar", "content": content, "noise": noise}) + "\n"


def fill(archive: Archive) -> None:
    """Bring the table that holds the bytes of records near the limit."""
    with archive.connect() as connection:
        run = connection.execute(
            "INSERT INTO articles_importrun (started_at, importer, container, container_sha256, command, options, "
            "stopped, seconds, seen, new, versions, known, refused) VALUES (now(), 'ballast', 'ballast', '', '', '{}', "
            "'', 0, 0, 0, 0, 0, 0) RETURNING id"
        ).fetchone()
        assert run
        connection.execute(
            "INSERT INTO articles_source (run_id, place, content, sha256, media_type, charset, url, told, doubt) "
            "VALUES (%s, 'ballast', %s, repeat('0', 64), '', '', '', '{}', '')",
            [run[0], random.Random(0).randbytes(BALLAST)],  # noqa: S311
        )


def read_the_front_page(archive: Archive) -> str:
    command = [sys.executable, "-c", READ]
    done = subprocess.run(command, env=archive.environment(), capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout or done.stderr
