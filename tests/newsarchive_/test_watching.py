"""The server and its workers: who ends is told of and started again, and none is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from newsarchive import watching

CHECKOUT = Path(__file__).parents[2]
PATIENCE = 20.0  # seconds
# Notes by its name what it is and when it was told to end; "server" has a child of its own, as granian has.
PROGRAM = """
import os, signal, subprocess, sys, time
name = sys.argv[1]
def note(what):
    with open(f"{name}.{what}", "a") as file:
        file.write(f"{os.getpid()} {' '.join(sys.argv[2:])} {os.environ.get('NEWSARCHIVE_STATEMENT_TIMEOUT_MS')}\\n")
def end(*_):
    note("ended")
    sys.exit(3 if name == "server" else 0)
signal.signal(signal.SIGTERM, end)
if name == "server":
    subprocess.Popen([sys.executable, __file__, "child"])
note("began")
while True:
    time.sleep(0.05)
"""


def hear_all() -> None:
    """Hear the signals that whoever runs the tests may have been told to ignore, as by nohup."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    process: subprocess.Popen[str]
    folder: Path

    def lines(self, name: str) -> list[str]:
        try:
            return (self.folder / name).read_text().splitlines()
        except FileNotFoundError:
            return []

    def number(self, name: str) -> int:
        """Return the number of the process that began last under a name."""
        return int(self.lines(f"{name}.began")[-1].split()[0])

    def numbers(self) -> list[int]:
        return [self.number(name) for name in ("server", "child", "work_imports", "suggest")]

    def said(self) -> str:
        return (self.folder / "said").read_text()


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Callable[..., Watched]]:
    started: list[Watched] = []

    def start(**options: Any) -> Watched:
        (tmp_path / "manage.py").write_text(PROGRAM)
        command = [sys.executable, "-m", "newsarchive.watching", sys.executable, "manage.py", "server"]
        environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "NEWSARCHIVE_STATEMENT_TIMEOUT_MS": "2000"}
        options.setdefault("preexec_fn", hear_all)
        with (tmp_path / "said").open("w") as said:
            process = subprocess.Popen(  # noqa: S603
                command, cwd=tmp_path, env=environment, stderr=said, text=True, **options
            )
        started.append(Watched(process=process, folder=tmp_path))
        names = ("server", "child", "work_imports", "suggest")
        wait_for(lambda: all(started[-1].lines(f"{name}.began") for name in names))
        return started[-1]

    yield start
    for one in started:
        for process in [one.process.pid, *one.numbers()]:
            if state(process):
                os.kill(process, signal.SIGKILL)
        one.process.wait(PATIENCE)


def wait_for(so: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not so():
        assert time.monotonic() < until
        time.sleep(0.02)


def state(process: int) -> str:
    """Return how a process is, such as S or, of one that ended and nobody asked about, Z; "" when it is gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


def all_gone(processes: list[int]) -> bool:
    return all(state(process) in ("", "Z") for process in processes)  # a Z's parent may be who runs the tests


def test_workers_start_beside_the_server_and_are_told_whom_they_end_with(watched: Callable[..., Watched]) -> None:
    ours = watched()
    told = {name: ours.lines(f"{name}.began")[0].split(maxsplit=1)[1] for name in ("work_imports", "suggest")}
    number = ours.process.pid
    assert told == {
        "work_imports": f"--with-parent {number} 0",
        "suggest": f"--follow --with-parent {number} 0",
    }
    assert ours.lines("server.began")[0].split()[1:] == ["2000"]


def test_a_worker_that_is_killed_is_told_of_and_started_again(watched: Callable[..., Watched]) -> None:
    ours = watched()
    before = ours.numbers()
    os.kill(ours.number("suggest"), signal.SIGKILL)
    wait_for(lambda: len(ours.lines("suggest.began")) == 2)
    assert state(before[-1]) == ""
    assert ours.numbers()[:-1] == before[:-1]
    assert ours.said().endswith(
        " WARNING newsarchive.watching: Nothing reads the articles that come in: "
        "suggest --follow was killed by SIGKILL, as when memory runs out; it is started again in 1 s.\n"
    )
    assert ours.said().count("\n") == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_who_ends_us_ends_all_once_and_hears_the_servers_exit_code(
    number: signal.Signals, watched: Callable[..., Watched]
) -> None:
    ours = watched()
    processes = ours.numbers()
    ours.process.send_signal(number)
    assert ours.process.wait(PATIENCE) == 3
    assert all_gone(processes)
    assert [len(ours.lines(f"{name}.ended")) for name in ("server", "work_imports", "suggest")] == [1, 1, 1]
    assert ours.said() == ""


def test_who_outlives_his_terminal_is_not_ended_by_its_end(watched: Callable[..., Watched]) -> None:
    ours = watched(preexec_fn=partial(signal.signal, signal.SIGHUP, signal.SIG_IGN))
    ours.process.send_signal(signal.SIGHUP)
    with pytest.raises(subprocess.TimeoutExpired):
        ours.process.wait(0.5)
    ours.process.terminate()
    assert ours.process.wait(PATIENCE) == 3


def test_a_server_that_is_killed_leaves_nothing_behind(watched: Callable[..., Watched]) -> None:
    ours = watched()
    processes = ours.numbers()
    os.kill(ours.number("server"), signal.SIGKILL)
    assert ours.process.wait(PATIENCE) == 137
    assert all_gone(processes)
    assert ours.said().endswith("The server was killed by SIGKILL, as when memory runs out.\n")
    assert len(ours.lines("suggest.ended")) == 1


def test_who_kills_us_ends_the_server_and_the_workers(watched: Callable[..., Watched]) -> None:
    ours = watched()
    ours.process.kill()
    ours.process.wait(PATIENCE)
    wait_for(lambda: all(ours.lines(f"{name}.ended") for name in ("server", "work_imports", "suggest")))


class TestPauses:
    @pytest.fixture
    def clock(self, monkeypatch: pytest.MonkeyPatch) -> list[float]:
        now = [1000.0]
        monkeypatch.setattr(time, "monotonic", lambda: now[0])
        return now

    def failing(self, monkeypatch: pytest.MonkeyPatch, clock: list[float], *, seconds: float) -> list[float]:
        """Return when a worker was started that cannot be, looking at it each second for some time."""
        starts: list[float] = []

        def refused(*_: object) -> None:
            starts.append(clock[0])
            raise FileNotFoundError(2, "No such file or directory")

        monkeypatch.setattr(watching, "start", refused)
        worker = watching.Worker(["suggest"], "Nothing reads")
        until = clock[0] + seconds
        while clock[0] < until:
            worker.look()
            clock[0] += 1
        return starts

    def test_one_that_ends_soon_is_started_again_after_longer_and_longer(
        self, monkeypatch: pytest.MonkeyPatch, clock: list[float]
    ) -> None:
        starts = self.failing(monkeypatch, clock, seconds=400)
        pauses = [later - earlier for earlier, later in pairwise(starts)]
        assert pauses == [1, 2, 4, 8, 16, 32, *[60] * 5]

    def test_it_is_said_once_a_minute_at_most(
        self, monkeypatch: pytest.MonkeyPatch, clock: list[float], caplog: pytest.LogCaptureFixture
    ) -> None:
        self.failing(monkeypatch, clock, seconds=70)
        why = "Nothing reads: suggest cannot start (No such file or directory)"
        assert [record.getMessage() for record in caplog.records] == [
            f"{why}; it is started again in 1 s.",
            f"{why} (6 times since this was last said); it is started again in 60 s.",
        ]

    def test_one_that_worked_for_long_is_started_again_soon(
        self, monkeypatch: pytest.MonkeyPatch, clock: list[float]
    ) -> None:
        ended = subprocess.Popen([sys.executable, "-c", ""])
        ended.wait(PATIENCE)
        starts: list[float] = []

        def at_once(*_: object) -> subprocess.Popen[bytes]:
            starts.append(clock[0] - 1000)
            return ended

        monkeypatch.setattr(watching, "start", at_once)
        monkeypatch.setattr(watching, "kill_group", lambda _: None)
        worker = watching.Worker(["suggest"], "Nothing reads")
        for worked in (0, 0, 0, 60, 0, 0):
            while worker.process is None:
                worker.look()
                clock[0] += 1 if worker.process is None else worked
            worker.look()
        assert starts == [0, 1, 3, 7, 68, 70]
