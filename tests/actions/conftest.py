from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User

from tests.actions.own_server import Server
from tests.contents import Contents

ARTICLES = 200


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    """The folder in which files of editors lie; there is none before the first."""
    settings.DELIVERIES = tmp_path / "deliveries"
    return tmp_path / "deliveries"


@pytest.fixture
def ina() -> User:
    """An editor who may do everything."""
    return User.objects.create_superuser("ina")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server that a test may stop and start: no other test asks it anything meanwhile."""
    with tempfile.TemporaryDirectory(prefix="newsarchive-open-") as made:
        Path(made).chmod(0o711)  # root's server runs as another user
        server = Server(data=Path(made) / "data")
        server.start()
        try:
            server.migrate()
            yield server
        finally:
            server.stop()


@pytest.fixture(scope="session")
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


@pytest.fixture(scope="session")
def undisturbed(server: Server, corpus: Path) -> Contents:
    """What an archive holds once the corpus has been imported in peace."""
    with server.archive("undisturbed") as archive:
        assert archive.start(corpus).end()[0] == 2  # some are refused
        counts = "SELECT array[seen, new, versions, known, refused] FROM articles_importrun"
        assert archive.ask(counts) == [236, 200, 20, 8, 8]
        return archive.contents()
