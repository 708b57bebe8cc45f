"""Run the server and the workers beside it: a worker that ends is told of and started again.

`python -m newsarchive.watching COMMAND ...` in the checkout; COMMAND is the server. All end when it does, and the exit
code is its own. Ctrl-C, SIGTERM and SIGHUP end it, a second one more quickly. Where we are killed, the system
(on Linux) ends the server, and the workers notice that we are gone.
"""

from __future__ import annotations

import ctypes
import logging
import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final

logger = logging.getLogger("newsarchive.watching")  # __name__ is __main__ here
_Processes = Sequence[subprocess.Popen[bytes]]
# What works beside the server, and what is missing without it.
WORKERS: Final = {
    ("work_imports",): "Nothing brings in what editors give in the browser",
    ("suggest", "--follow"): "Nothing reads the articles that come in",
}
_STEP: Final = 0.1  # seconds between two looks at all of them
_FIRST_PAUSE: Final = 1.0  # seconds until a worker that ended is started again; doubled each time that it ends soon
_LONGEST_PAUSE: Final = 60.0  # seconds; one that worked for so long has not ended soon
_QUIET: Final = 60.0  # seconds in which it is said once that a worker ended
_PATIENCE: Final = 10.0  # seconds that workers have for the batch in hand, of which they break off the longest after 5
_ENDING: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_PR_SET_PDEATHSIG: Final = 1  # linux/prctl.h
_PRCTL: Final = getattr(ctypes.CDLL(None), "prctl", None)  # looked up here: little may be done between fork and exec


class Worker:
    """A worker that is to run for as long as the server does."""

    def __init__(self, arguments: Sequence[str], missed: str) -> None:
        """`arguments`: the command of manage.py. `missed`: what is not done while it does not run, a main clause."""
        self._name, self._missed = " ".join(arguments), missed
        self._command = [sys.executable, "manage.py", *arguments, "--with-parent", str(os.getpid())]
        self.process: subprocess.Popen[bytes] | None = None
        self._began = self._start_at = time.monotonic()
        self._pause = _FIRST_PAUSE
        self._quiet_until = 0.0
        self._ends = 0  # of which nothing was said yet

    def look(self) -> None:
        """Start it when it is time; say so and wait for a while when it has ended."""
        if self.process is None:
            if time.monotonic() >= self._start_at:
                self._start()
        elif (code := self.process.poll()) is not None:
            kill_group(self.process)
            self.process = None
            self._ended(cause(code))

    def _start(self) -> None:
        self._began = time.monotonic()
        try:
            self.process = start(self._command, {**os.environ, "NEWSARCHIVE_STATEMENT_TIMEOUT_MS": "0"})
        except OSError as problem:
            self._ended(f"cannot start ({problem.strerror})")

    def _ended(self, how: str) -> None:
        now = time.monotonic()
        if now - self._began >= _LONGEST_PAUSE:
            self._pause = _FIRST_PAUSE
        self._ends += 1
        if now >= self._quiet_until:
            often = f" ({self._ends} times since this was last said)" if self._ends > 1 else ""
            said = "%s: %s %s%s; it is started again in %d s."
            logger.warning(said, self._missed, self._name, how, often, self._pause)
            self._quiet_until, self._ends = now + _QUIET, 0
        self._start_at = now + self._pause
        self._pause = min(2 * self._pause, _LONGEST_PAUSE)


def main(server: Sequence[str]) -> int:
    """Run the server, and the workers until it ends; return its exit code."""
    logging.basicConfig(format="{asctime} {levelname} {name}: {message}", style="{")  # as the workers write
    received: list[int] = []
    for number in _ENDING:
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:  # as nohup leaves it
            signal.signal(number, lambda given, _frame: received.append(given))
    process = start(server, os.environ)
    workers = [Worker(arguments, missed) for arguments, missed in WORKERS.items()]
    try:
        while (code := process.poll()) is None and not received:
            for worker in workers:
                worker.look()
            time.sleep(_STEP)
    finally:
        end(process, [worker.process for worker in workers if worker.process], received)
    if code is not None and code != 0:
        logger.error("The server %s.", cause(code))
    return process.returncode if process.returncode >= 0 else 128 - process.returncode


def end(server: subprocess.Popen[bytes], workers: _Processes, received: list[int]) -> None:
    """Tell all to end, and once more for each signal that comes meanwhile; wait for the server, then for the workers.

    Workers that take too long are killed, and so is what any of them has left behind.
    """
    received[:] = received[:1] or [signal.SIGTERM]
    _wait([server], [server, *workers], received, patience=math.inf)
    kill_group(server)  # granian's own workers would go on and hold the port where it was killed
    _wait(workers, workers, received, patience=_PATIENCE)
    for worker in workers:
        kill_group(worker)
        worker.wait()


def _wait(processes: _Processes, told: _Processes, received: list[int], *, patience: float) -> None:
    """Wait until the processes have ended; what is received meanwhile tells all of `told` to end."""
    until = time.monotonic() + patience
    while True:
        while received:
            received.pop()
            for process in told:
                process.terminate()
        if time.monotonic() >= until or all(process.poll() is not None for process in processes):
            return
        time.sleep(_STEP)


def start(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start a process that ends when we do, in a group of its own: what a terminal sends reaches it through us, once.

    Raises:
        OSError: it cannot be started.
    """
    ours = os.getpid()

    def end_with_us() -> None:
        if _PRCTL is not None:
            _PRCTL(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != ours:  # we ended before that could be asked for
            os._exit(1)

    return subprocess.Popen(  # noqa: S603 - our own programs
        command, env=environment, stdin=subprocess.DEVNULL, process_group=0, preexec_fn=end_with_us
    )


def kill_group(process: subprocess.Popen[bytes]) -> None:
    """Kill what is left of a process and of those that it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def cause(code: int) -> str:
    """Say how a process ended: "ended with exit code 1", "was killed by SIGTERM"."""
    if code == 0:
        return "was ended"
    if code > 0:
        return f"ended with exit code {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    return f"was killed by {name}{', as when memory runs out' if -code == signal.SIGKILL else ''}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
