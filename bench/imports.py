"""./run bench imports [--articles N] [--words W] [--one-process]: how fast JSON Lines go into the archive.

Makes a corpus of N articles, part by part, and a database of its own, and imports it by the command that a librarian
would give. The first 10,000, the last before each power of ten and the last of all are parts of their own: what an
article costs in an archive of that size. At last the first part comes once more, when all of it is known. Prints for
each part articles a second, processor time an article, memory, and the load of the machine. 1,000,000 articles take
20 GB of disk.
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
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate, islice, pairwise
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
PART = 10_000  # articles
PAUSE = 0.5  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A command that has ended."""

    said: str
    each: tuple[int, ...]  # most memory that each of its processes took, in MB, the first one first
    together: int  # the same of all at once, what they share counted once


def main() -> None:
    """Make and import each part, the first once more, and print how it went."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=PART)
    parser.add_argument("--words", type=int, default=300)
    parser.add_argument("--one-process", action="store_true", help="do not read ahead")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsarchive-bench-") as made:
        folder = Path(made)
        folder.chmod(0o711)  # root's server runs as another user
        cluster = Cluster(folder / "data")  # durable, as a real one is
        cluster.start()
        try:
            measure(folder, options)
        finally:
            cluster.stop()
    cores = f"{os.cpu_count()} cores ({processor()}), {platform.machine()}"
    print(f"Python {platform.python_version()}, {cores}")


def measure(folder: Path, options: argparse.Namespace) -> None:
    """Import all parts, and print what each of them took."""
    data = folder / "data"
    environment = os.environ | {"DATABASE_URL": database.address(data), "NEWSARCHIVE_DATA": str(data)}
    environment["NEWSARCHIVE_STATEMENT_TIMEOUT_MS"] = "0"
    command = ["import_articles", "--publish", *(["--one-process"] if options.one_process else [])]
    manage(environment, "migrate", "--verbosity", "0")
    corpus = lines(options.articles, options.words)
    edges = edges_of(options.articles)
    for begin, end in (*pairwise(edges), (0, edges[1])):
        part = folder / f"{begin}.jsonl"
        if not part.exists():
            with part.open("w", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in islice(corpus, end - begin))
        load, began, before = os.getloadavg()[0], time.monotonic(), spent(data)
        done = manage(environment, *command, str(part))
        seconds = time.monotonic() - began
        ours, theirs = (1000 * (now - then) / (end - begin) for now, then in zip(spent(data), before, strict=True))
        said = done.said.strip().splitlines()[-1]
        print(f"{begin:,} to {end:,}: {said}, {(end - begin) / seconds:,.0f} a second, load {load:.1f}")
        print(f"  processor time an article: {ours:.2f} ms, and {theirs:.2f} ms of the database")
        print(f"  memory: {' + '.join(map(str, done.each))} MB, together {done.together} MB", flush=True)
        if begin:
            part.unlink()


def edges_of(articles: int) -> list[int]:
    """Return where the parts begin and end: 0, 10,000, 90,000, 100,000, 190,000 and 200,000 of 200,000."""
    powers = (PART * 10**power for power in range(1, 6))
    sizes = [PART, *(size for size in powers if size < articles), articles]
    return sorted({0, *sizes, *(size - PART for size in sizes[1:])} & set(range(articles + 1)))


def spent(data: Path) -> tuple[float, float]:
    """Return the seconds of processor time of the commands so far, and of the database with its ended processes."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    server = Cluster(data).pid()
    if server is None:
        raise SystemExit("The database has ended.")
    running = [server, *children(server)]
    ticks = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in running]
    database_ticks = sum(int(stat[11]) + int(stat[12]) for stat in ticks) + int(ticks[0][13]) + int(ticks[0][14])
    return used.ru_utime + used.ru_stime, database_ticks / os.sysconf("SC_CLK_TCK")


def manage(environment: dict[str, str], *arguments: str) -> Done:
    """Run a command to its end."""
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    each: dict[int, int] = {}
    together = 0
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        with subprocess.Popen(command, env=environment, stdout=said, stderr=subprocess.DEVNULL) as process:  # noqa: S603
            while process.poll() is None:
                shared = 0
                for pid in (process.pid, *children(process.pid)):
                    with suppress(OSError, StopIteration):  # it has ended
                        each[pid] = max(each.get(pid, 0), kilobytes(pid, "status", "VmHWM:"))
                        shared += kilobytes(pid, "smaps_rollup", "Pss:")
                together = max(together, shared)
                time.sleep(PAUSE)
        said.seek(0)
        if process.returncode:
            raise SystemExit(said.read())
        return Done(said=said.read(), each=tuple(size // 1024 for size in each.values()), together=together // 1024)


def children(pid: int) -> list[int]:
    """Return the processes that a process has begun."""
    with suppress(OSError):
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def kilobytes(pid: int, file: str, name: str) -> int:
    """Return what the system says of a process's memory."""
    said = Path(f"/proc/{pid}/{file}").read_text().splitlines()
    return int(next(line for line in said if line.startswith(name)).split()[1])


def processor() -> str:
    """Return the name of the processor as the system has it."""
    said = Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.partition(": ")[2] for line in said if line.startswith("model name")), "unknown")


def lines(articles: int, words: int) -> Iterator[str]:
    """Yield articles whose words are as frequent as those of a language: few often, most seldom (Zipf)."""
    chance = random.Random(1)  # noqa: S311 - the same corpus each time
    syllables = SYLLABLES.split()
    vocabulary = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(VOCABULARY)]
    frequencies = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
    for number in range(articles):
        drawn = iter(chance.choices(vocabulary, cum_weights=frequencies, k=words + 8))
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
