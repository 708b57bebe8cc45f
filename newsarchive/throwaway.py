"""Run one command with a database of its own that is gone afterwards, on a machine where nothing is set.

`python -m newsarchive.throwaway COMMAND ...`; its exit code is the command's.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from newsarchive import database
from newsarchive.cluster import Cluster
from newsarchive.postgres import Failed

_PREFIX: Final = "newsarchive-test-"
_NEW: Final = 60.0  # seconds in which a folder may have been made and not yet been locked
_PAUSE: Final = 0.05  # seconds
_INTERRUPTIONS: Final = (signal.SIGINT, signal.SIGTERM)
# A developer's own settings would make the tests mean something else.
_OURS: Final = ("DATABASE_URL", "SECRET_KEY", "DEBUG", "ALLOWED_HOSTS", "SECURE")


def main(command: list[str]) -> int:
    """Run the command; the database ends with it, on Ctrl-C and SIGTERM too, and after kill -9 the next time."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    _remove_left()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    folder.chmod(0o711)  # root's server runs as another user; what is secret inside has modes of its own
    with _locked(folder):
        try:
            data = folder / "data"
            Cluster(data, throwaway=True).start()
            return _run(command, _environment(data))
        except Failed as error:
            sys.stderr.write(f"{error}\n")
            return 1
        except KeyboardInterrupt:
            return 128 + signal.SIGINT
        finally:
            _remove(folder)


def _environment(data: Path) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if name not in _OURS and not name.startswith("NEWSARCHIVE_")
    }
    ours = {
        "DATABASE_URL": database.address(data),
        "NEWSARCHIVE_DATA": str(data),
        # The 2 s of a reader are for a machine that serves; tests run on busy ones, and no test may hang on the clock.
        "NEWSARCHIVE_STATEMENT_TIMEOUT_MS": "30000",
    }
    return {**kept, **ours}


def _run(command: list[str], environment: dict[str, str]) -> int:
    received: list[int] = []
    for interruption in _INTERRUPTIONS:
        signal.signal(interruption, lambda number, _frame: received.append(number))
    child = subprocess.Popen(command, env=environment)  # noqa: S603 - the command that we are called with
    # Asked again and again: a wait may begin just after a signal has come, and then sleep through it.
    while (code := child.poll()) is None:
        while received:
            number = received.pop(0)
            # Ctrl-C in a terminal reaches the child as it reaches us.
            if number != signal.SIGINT or not sys.stdin.isatty():
                child.send_signal(number)
        time.sleep(_PAUSE)
    return code if code >= 0 else 128 - code


def _remove_left() -> None:
    """Remove what runs have left that were killed."""
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError, Failed), _locked(left):
            found = left.stat()
            if found.st_uid == os.geteuid() and time.time() - found.st_mtime > _NEW:
                _remove(left)


def _remove(folder: Path) -> None:
    for interruption in _INTERRUPTIONS:
        signal.signal(interruption, signal.SIG_IGN)
    data = folder / "data"
    if data.exists():
        Cluster(data).remove()
    shutil.rmtree(folder)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Mark the folder as in use; however we end, the kernel takes the mark away.

    Raises:
        BlockingIOError: it is in use.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
