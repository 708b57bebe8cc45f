"""Which database Django talks to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsarchive import database

CHECKOUT = Path(__file__).parents[2]


def read(url: str) -> dict[str, Any]:
    return database.settings(Path("/nowhere"), url, statement_timeout_ms=2000)


def test_an_address_with_one_host_is_read() -> None:
    found = read("postgresql://ana:p%40ss@db.example.org:5433/news")
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "ana",
        "p@ss",
        "db.example.org",
        "5433",
        "news",
    )


def test_several_hosts_are_tried_in_turn_with_what_the_address_asks_of_them() -> None:
    found = read("postgresql://u:p@h1:5432,h2:5433/news?target_session_attrs=read-write&connect_timeout=1")
    assert (found["HOST"], found["PORT"]) == ("h1,h2", "5432,5433")
    assert found["OPTIONS"]["target_session_attrs"] == "read-write"
    assert found["OPTIONS"]["connect_timeout"] == "1"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://%2Fvar%2Frun%2Fpg/news",
        "postgresql:///news?host=/var/run/pg",
        "postgres:///news?host=%2Fvar%2Frun%2Fpg",
    ],
)
def test_a_socket_may_be_written_either_way(url: str) -> None:
    assert (read(url)["HOST"], read(url)["NAME"]) == ("/var/run/pg", "news")


def test_options_of_the_address_come_after_ours_and_so_win() -> None:
    found = read("postgresql://h/news?options=-c%20statement_timeout%3D9000")
    ours = "-c statement_timeout=2000 -c jit=off -c max_parallel_workers_per_gather=0"
    assert found["OPTIONS"]["options"] == f"{ours} -c statement_timeout=9000"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("mysql://u:hidden@h/news", "must begin with postgresql://"),
        ("host=h dbname=news", "must begin with postgresql://"),
        ("postgresql://u:hidden@h", "names no database"),
        ("postgresql://u:hidden@h:54x/news", 'names the port "54x"'),
        ("postgresql://u:hidden@h:0/news", 'names the port "0"'),
        ("postgresql://u:hidden@h:70000/news", 'names the port "70000"'),
        ("postgresql://u:hidden@[::1/news", "cannot be read"),
        ("postgresql://u:hidden%4@h/news", "cannot be read: invalid percent-encoded token"),
        ("postgresql://u:hidden@h/news?colour=red", "cannot be read: invalid URI query parameter"),
    ],
)
def test_a_wrong_address_is_refused_in_one_sentence_without_its_password(url: str, reason: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        read(url)
    sentence = str(refusal.value)
    assert sentence.startswith(f"DATABASE_URL {reason}")
    assert sentence.endswith(".")
    assert "hidden" not in sentence
    assert "\n" not in sentence


def test_settings_load_before_the_first_start_and_make_nothing(tmp_path: Path) -> None:
    found = database.settings(tmp_path, "", statement_timeout_ms=2000)
    assert found["NAME"] == "newsarchive"
    assert not list(tmp_path.iterdir())


def test_a_readers_question_may_take_two_seconds() -> None:
    # Asked of a process of its own: tests give themselves longer, for they run on busy machines.
    program = "from newsarchive import settings; print(settings.DATABASES['default']['OPTIONS']['options'])"
    kept = {name: value for name, value in os.environ.items() if name != "NEWSARCHIVE_STATEMENT_TIMEOUT_MS"}
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], cwd=CHECKOUT, env=kept, capture_output=True, text=True, check=True
    )
    assert "-c statement_timeout=2000" in told.stdout
