"""./run bench imports [--articles N] [--words W] [--one-process]: how fast JSON Lines go into the archive.

Makes a corpus of N articles in a temporary folder, a database of its own, and imports it by the command that a
librarian would give; then once more, when all is known. Prints articles a second, memory, and the load of the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from newsarchive import database  # noqa: E402 - the checkout is not installed
from newsarchive.cluster import Cluster  # noqa: E402

SYLLABLES = (
    "ba be bi bu da de di du ka ke ki ku la le li ma me mi mu na ne ni pa pe ra re sa se si ta te ti to ya kan nya"
)
VOCABULARY = 60_000
PUBLISHERS = 40


def main() -> None:
    """Make, import, import again, and print how it went."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=300)
    parser.add_argument("--one-process", action="store_true", help="do not read ahead")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsarchive-bench-") as made:
        folder = Path(made)
        folder.chmod(0o711)  # root's server runs as another user
        corpus = folder / "corpus.jsonl"
        with corpus.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines(options.articles, options.words))
        cluster = Cluster(folder / "data")  # durable, as a real one is
        cluster.start()
        try:
            measure(corpus, folder / "data", options)
        finally:
            cluster.stop()


def measure(corpus: Path, data: Path, options: argparse.Namespace) -> None:
    """Import the corpus twice and print both."""
    environment = os.environ | {"DATABASE_URL": database.address(data), "NEWSARCHIVE_DATA": str(data)}
    environment["NEWSARCHIVE_STATEMENT_TIMEOUT_MS"] = "0"
    single = ["--one-process"] if options.one_process else []
    manage(environment, "migrate", "--verbosity", "0")
    for name in ("new", "known"):
        load, began, before = os.getloadavg()[0], time.monotonic(), spent(data)
        said = manage(environment, "import_articles", "--publish", *single, str(corpus))
        seconds = time.monotonic() - began
        ours, theirs = (
            1000 * (after - first) / options.articles for after, first in zip(spent(data), before, strict=True)
        )
        print(f"{name}: {said.strip()} in {seconds:.1f} s: {options.articles / seconds:,.0f} a second, load {load:.1f}")
        print(f"  processor time an article: {ours:.2f} ms, and {theirs:.2f} ms of the database")
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    where = f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}"
    print(f"largest process {largest} MB; {where}")


def spent(data: Path) -> tuple[float, float]:
    """Return the seconds of processor time of the commands so far, and of the database with its ended processes."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    server = Cluster(data).pid()
    running = [server, *(int(child) for child in Path(f"/proc/{server}/task/{server}/children").read_text().split())]
    ticks = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in running]
    database_ticks = sum(int(stat[11]) + int(stat[12]) for stat in ticks) + int(ticks[0][13]) + int(ticks[0][14])
    return used.ru_utime + used.ru_stime, database_ticks / os.sysconf("SC_CLK_TCK")


def manage(environment: dict[str, str], *arguments: str) -> str:
    """Run a command to its end and return what it says."""
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout


def lines(articles: int, words: int) -> Iterator[str]:
    """Yield articles whose words are as frequent as those of a language: few often, most seldom (Zipf)."""
    chance = random.Random(1)  # noqa: S311 - the same corpus each time
    syllables = SYLLABLES.split()
    vocabulary = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(VOCABULARY)]
    frequencies = [1 / rank for rank in range(1, VOCABULARY + 1)]
    for number in range(articles):
        drawn = iter(chance.choices(vocabulary, frequencies, k=words + 8))
        title = " ".join(next(drawn) for _ in range(8)).capitalize()
        paragraphs = []
        while sentence := [word for _, word in zip(range(25), drawn, strict=False)]:
            paragraphs.append(f"{' '.join(sentence).capitalize()} {chance.randint(2, 9999)}.")
        yield json.dumps(
            {
                "title": f"{title} {number}",
                "content": "\n\n".join(paragraphs),
                "url": f"https://example.org/berita/{number}",
                "source": f"Koran {number % PUBLISHERS}",
                "date": f"20{number % 20 + 4:02d}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
            }
        )


if __name__ == "__main__":
    main()
