"""The database that one command gets for itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
ASK = "import os, psycopg; print(psycopg.connect(os.environ['DATABASE_URL']).execute('SELECT 883').fetchone()[0])"


@pytest.fixture(autouse=True)
def temporary(monkeypatch: pytest.MonkeyPatch, open_folder: Path) -> Path:
    """Where nothing of another run, such as the one that runs this test, is found."""
    monkeypatch.setenv("TMPDIR", str(open_folder))
    return open_folder


def command(code: str) -> list[str]:
    return [sys.executable, "-m", "newsarchive.throwaway", sys.executable, "-c", code]


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        command(code), cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=60
    )


@contextmanager
def sleeping() -> Iterator[subprocess.Popen[str]]:
    """One whose command runs until it is ended, at the latest with the test."""
    code = "import os, time; print(os.getpid(), flush=True); time.sleep(60)"
    with subprocess.Popen(  # noqa: S603
        command(code), cwd=CHECKOUT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    ) as started:
        assert started.stdout
        child = int(started.stdout.readline())
        yield started
    with suppress(ProcessLookupError):  # which outlives a kill -9 of what runs it
        os.kill(child, signal.SIGKILL)


def test_the_command_has_a_database_and_its_exit_code_is_ours(temporary: Path) -> None:
    ran = run(f"{ASK}; raise SystemExit(7)")
    assert (ran.stdout, ran.returncode) == ("883\n", 7)
    assert list(temporary.iterdir()) == []


def test_settings_of_the_machine_do_not_reach_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBUG", "true")
    monkeypatch.setenv("NEWSARCHIVE_SHOW_UNREVIEWED", "false")
    told = run("import os; print([n for n in os.environ if n == 'DEBUG' or n.startswith('NEWSARCHIVE_')])").stdout
    assert told == "['NEWSARCHIVE_DATA', 'NEWSARCHIVE_STATEMENT_TIMEOUT_MS']\n"


@pytest.mark.parametrize("interruption", [signal.SIGTERM, signal.SIGINT])
def test_nothing_is_left_after_an_interruption(temporary: Path, interruption: signal.Signals) -> None:
    with sleeping() as started:
        assert any(temporary.iterdir())
        started.send_signal(interruption)
    assert started.returncode not in (0, None)
    assert list(temporary.iterdir()) == []


def test_what_kill_9_leaves_is_removed_the_next_time_but_not_what_is_in_use(temporary: Path) -> None:
    with sleeping() as killed, sleeping() as used:
        folders = set(temporary.glob("newsarchive-test-*"))
        assert len(folders) == 2
        killed.kill()
        killed.wait()
        for folder in folders:
            hours_ago = time.time() - 9999
            os.utime(folder, (hours_ago, hours_ago))
        assert run(ASK).stdout == "883\n"
        (kept,) = temporary.glob("newsarchive-test-*")
        assert kept in folders
        used.terminate()
    assert list(temporary.iterdir()) == []
