"""`import_articles PATH...`: brings files into the archive."""

from __future__ import annotations

import argparse
import shlex
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError

from articles.actions.store import CannotRetry, How, Outcome, Report, Stopped, bring_in
from articles.importers import IMPORTERS
from articles.importers.fields import NOTHING_ASKED, Asked, BadMapping, Field, parse_mapping
from articles.importers.files import Container, printable
from articles.management.manuals import ManualFormatter
from articles.management.progress import Progress, time_left
from articles.management.told_runs import ToldRuns

_REFUSED: Final = 2  # exit codes
_INTERRUPTED: Final = 130
_LONGEST_COMMAND: Final = 10_000

_MANUAL: Final = """\
A PATH is a file, or a folder whose files are all read, the folders below it too. Of a folder,
hidden files and links to other folders are passed over, and a link to a file outside is refused.

formats, told by the end of a file's name:
{formats}
Each may have .gz behind it: site.warc.gz, 2023.jsonl.gz.

what becomes of a record:
Articles arrive as drafts, which no reader sees, unless --publish is given. Each is stored with its
bytes, so that every later conclusion can be traced back to what arrived. What cannot be read is
refused with its place and the reason; the rest goes on. What may have been read wrongly is stored
and waits at the editors' desk, to be checked. Names and tags that a source lists are suggested
where the archive knows what is meant; nobody is added for them.

the same command again:
What the archive has, it knows by its bytes, or by its words when only the file differs, and nothing
changes. Other words from an address that the archive has become the next version of that article,
which readers see where they see the article; it waits at the desk until somebody has looked, and
facts whose words changed wait for review. After an interruption (Ctrl-C, a power cut) it goes on
where it stopped: every article that was counted is stored, and none is stored twice. While the
database restarts, it waits a minute.

tables and JSON lines:
Their fields have names. Common Indonesian and English ones are known (judul, isi, tanggal...), and
what was understood is shown first. --map says the rest: --map headline=kepala,body=naskah. There are
{fields}.
Where dates have their month first and none shows it (8/2/2025): --map dates=month-first.

what it prints, and what stays:
The refused records, one a line, and at the end the sum:

    Import 12: texts
    4 seen = 1 new + 1 version + 1 known + 1 refused

Each PATH has a page at the editors' desk (/admin/, "Import runs"), which proves what was read, what
became of each record and what was refused; its number is what --retry takes. Where nothing was new
and nothing refused, there is none. ./run manage verify
proves the whole archive again.

exit code: 0  every record is in the archive
           1  it could not begin or go on: a PATH does not exist, the database stays away or is full
           2  records were refused, or the command was not understood
         130  interrupted

examples:
    ./run manage import_articles --dry-run texts/      what would happen
    ./run manage import_articles --publish texts/      a folder, shown to readers at once
    ./run manage import_articles today.txt later.txt   two files, as drafts
    ./run manage import_articles --map headline=kepala,body=naskah archive.csv.gz
    ./run manage import_articles --retry 12 texts/     only what run 12 refused, once it is mended

docs/importing.md describes each format and what is refused.
"""


class Command(BaseCommand):
    help = "Bring articles into the archive: each once, with its bytes, however often it is read."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        formats = "\n".join(
            f"    {', '.join(sorted(importer.suffixes)):<21} {importer.about} ({importer.name})"
            for importer in IMPORTERS
        )
        manual = _MANUAL.format(formats=formats, fields=_listed(Field))
        return super().create_parser(prog_name, subcommand, formatter_class=ManualFormatter, epilog=manual, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="File or folder to read.")
        parser.add_argument("--publish", action="store_true", help="Show the articles to readers at once.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Read and check everything, say what would happen, store nothing."
        )
        parser.add_argument(
            "--map",
            type=_mapping,
            default=NOTHING_ASKED,
            metavar="FIELD=NAME,...",
            help="Where the fields of tables and JSON lines stand, for those that their names do not tell.",
        )
        parser.add_argument(
            "--retry",
            type=int,
            metavar="RUN",
            help="Take only the records of PATH that the run of this number refused.",
        )
        parser.add_argument(
            "--one-process",
            action="store_true",
            help="Do not read ahead in a process of its own: slower, less memory.",
        )

    def handle(self, *, paths: list[Path], publish: bool, dry_run: bool, **options: Any) -> None:
        """Read every path.

        Raises:
            CommandError: a path does not exist, and nothing has been read; or the run cannot go on.
            SystemExit: records were refused (2), or the run was interrupted (130).
        """
        for path in paths:
            _check(path)
        counts: Counter[Outcome] = Counter()
        progress = Progress()
        runs = ToldRuns(self.stdout.write, progress)
        how = How(
            publish=publish,
            retry=options["retry"],
            command=shlex.join(["import_articles", *sys.argv[2:]])[:_LONGEST_COMMAND],
            ahead=not options["one_process"],
            on_run=runs.begin,
        )
        containers = self._containers(paths, options["map"])
        reports = (report for container in containers for report in bring_in(container, how=how, dry_run=dry_run))
        code, note = 0, "dry run: nothing was stored" if dry_run else ""
        try:
            with runs.told_at_end(), _in_a_sentence(counts):
                for report in _with_progress(reports, counts, _total(containers), progress):
                    if report.outcome is Outcome.REFUSED:
                        self.stdout.write(f"{report.place}: {report.reason}")
        except KeyboardInterrupt:
            code, note = _INTERRUPTED, "interrupted: give the same command again to go on"
        self.stdout.write(_sum(counts) + (f" ({note})" if note else ""))
        if counts[Outcome.NEW] and not publish and not dry_run:
            self.stderr.write("New articles are drafts, which readers do not see; --publish stores them published.")
        if code or counts[Outcome.REFUSED]:
            sys.exit(code or _REFUSED)

    def _containers(self, paths: list[Path], asked: Asked) -> list[Container]:
        """Return what is to be read, once it is shown where the fields of its records stand."""
        containers = [Container(path=path, asked=asked) for path in paths]
        for container in containers:
            for line in container.understood():
                self.stdout.write(line)
        return containers


def _listed(names: Iterable[str]) -> str:
    """Return the names over lines of the manual's width."""
    return "\n".join(textwrap.wrap(", ".join(names), 100))


def _mapping(text: str) -> Asked:
    try:
        return parse_mapping(text)
    except BadMapping as error:
        raise argparse.ArgumentTypeError(str(error)) from error


@contextmanager
def _in_a_sentence(counts: Counter[Outcome]) -> Iterator[None]:
    try:
        yield
    except CannotRetry as error:
        raise CommandError(str(error)) from error
    except Stopped as error:
        raise CommandError(f"Stopped after {_sum(counts)}. {error} Give the same command again to go on.") from error
    except OperationalError as error:
        first = str(error).partition("\n")[0]
        raise CommandError(f"The database does not answer after {_sum(counts)}: {first}") from error


def _check(path: Path) -> None:
    try:
        if not path.exists():
            raise CommandError(f"There is no file or folder {printable(str(path))}.")
    except OSError as error:
        raise CommandError(f"{printable(str(path))} cannot be read: {error.strerror}.") from error


def _total(containers: Iterable[Container]) -> int:
    """Return about how many bytes of records there are to read; 0 when nobody knows."""
    sizes = [container.size() for container in containers]
    return sum(size or 0 for size in sizes) if None not in sizes else 0


def _with_progress(
    reports: Iterable[Report], counts: Counter[Outcome], total: int, progress: Progress
) -> Iterator[Report]:
    """Yield the reports, count them, and tell how far and how fast it goes.

    `total`: bytes of all records, about; 0 when nobody knows.
    """
    read = 0
    for report in reports:
        counts[report.outcome] += 1
        read += report.size
        progress.tell(partial(_so_far, counts, read, total, progress.seconds))
        if report.outcome is Outcome.REFUSED:
            progress.clear()
        yield report
    progress.clear()


def _so_far(counts: Counter[Outcome], read: int, total: int, seconds: float) -> str:
    return f"{_sum(counts)}, {counts.total() / seconds:,.0f} a second{time_left(read, total, seconds)}"


def _sum(counts: Counter[Outcome]) -> str:
    """Return "3 seen = 1 new + 1 known + 1 refused", and where articles got other texts, how many."""
    told = [outcome for outcome in Outcome if counts[outcome] or outcome is not Outcome.VERSION]
    words = {Outcome.VERSION: "version"} if counts[Outcome.VERSION] == 1 else {}
    return f"{counts.total():,} seen = " + " + ".join(
        f"{counts[outcome]:,} {words.get(outcome, outcome)}" for outcome in told
    )
