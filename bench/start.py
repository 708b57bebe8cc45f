"""./run bench start [--runs N] [--port P]: from a fresh clone to the first page, and once more from there.

Each run clones the checkout's last commit into a temporary folder, starts `./run` there with an empty data folder and
no virtual environment, and asks for the first page until it comes. Packages come from pip's cache where it has them.
"""

from __future__ import annotations

import argparse
import os
import platform
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 300  # seconds after which a start counts as failed


def main() -> None:
    """Time a number of fresh starts, each followed by a second one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--port", type=int, default=8765)
    options = parser.parse_args()
    first, second = [], []
    for number in range(1, options.runs + 1):
        with tempfile.TemporaryDirectory(prefix="newsarchive start ") as folder:
            clone = Path(folder) / "clone"
            subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)  # noqa: S603, S607
            try:
                first.append(start(clone, options.port))
                second.append(start(clone, options.port))
            finally:
                subprocess.run([clone / "run", "stop"], check=False, stdout=subprocess.DEVNULL)  # noqa: S603
        print(f"run {number}: first page after {first[-1]:.1f} s, after the second start {second[-1]:.1f} s")
    where = f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}"
    print(f"median of {options.runs}: {median(first):.1f} s and {median(second):.1f} s ({where})")


def start(clone: Path, port: int) -> float:
    """Return the seconds until the first page; the server is ended again, the database stays."""
    # What this process runs with (the data folder, the database) must not reach the clone.
    ours = ("DATABASE_URL", "NEWSARCHIVE_", "SECRET_KEY", "DJANGO_", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    began = time.monotonic()
    server = subprocess.Popen([clone / "run", "--port", str(port)], env=environment, stdout=subprocess.DEVNULL)  # noqa: S603
    try:
        while not answers(port):
            if server.poll() is not None or time.monotonic() - began > LONGEST:
                sys.exit(f"No page after {time.monotonic() - began:.0f} s; ./run ended with {server.poll()}.")
            time.sleep(0.05)
        return time.monotonic() - began
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)


def answers(port: int) -> bool:
    """Tell whether the first page comes, whole and without an error."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/", timeout=5) as page:
            return page.status == 200
    except (URLError, OSError):
        return False


if __name__ == "__main__":
    main()
