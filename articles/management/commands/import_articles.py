"""`import_articles PATH...`: brings files into the archive."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser, DjangoHelpFormatter
from django.db import OperationalError

from articles.actions.store import Outcome, Report, bring_in
from articles.importers import IMPORTERS
from articles.importers.files import Container, printable

_REFUSED: Final = 2  # exit codes
_INTERRUPTED: Final = 130
_ON_SCREEN: Final = 0.2  # seconds between two words on progress
_IN_LOG: Final = 10.0

_MANUAL: Final = """\
A PATH is a file, or a folder whose files are all read, the folders below it too. Of a folder,
hidden files and links to other folders are passed over, and a link to a file outside is refused.

formats, told by the end of a file's name:
{formats}

Articles arrive as drafts, which no reader sees, unless --publish is given. Each is stored with
its bytes, so that every later conclusion can be traced back to what arrived. Whatever cannot be
read is refused with its place and the reason; the rest goes on.

The same command may be given again at any time: what the archive has, it knows by its bytes, or
by its words when only the file differs, and nothing changes. After an interruption (Ctrl-C, a
power cut) give it again: every article that was counted is stored, and none is stored twice.

It prints the refused records, one a line, then the sum:

    3 seen = 1 new + 1 known + 1 refused

exit code: 0  every record is in the archive
           1  nothing was read: a PATH does not exist, or the database cannot be reached
           2  records were refused, or the command was not understood
         130  interrupted

examples:
    ./run manage import_articles --dry-run texts/      what would happen
    ./run manage import_articles --publish texts/      a folder, shown to readers at once
    ./run manage import_articles today.txt later.txt   two files, as drafts

docs/importing.md describes each format and what is refused.
"""


class _Formatter(DjangoHelpFormatter, argparse.RawDescriptionHelpFormatter):
    """Keeps the manual's lines as they are written."""


class Command(BaseCommand):
    help = "Bring articles into the archive: each once, with its bytes, however often it is read."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        formats = "\n".join(
            f"    {', '.join(sorted(importer.suffixes)):<10} {importer.about} ({importer.name})"
            for importer in IMPORTERS
        )
        manual = _MANUAL.format(formats=formats)
        return super().create_parser(prog_name, subcommand, formatter_class=_Formatter, epilog=manual, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="File or folder to read.")
        parser.add_argument("--publish", action="store_true", help="Show the articles to readers at once.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Read and check everything, say what would happen, store nothing."
        )

    def handle(self, *, paths: list[Path], publish: bool, dry_run: bool, **_options: Any) -> None:
        """Read every path.

        Raises:
            CommandError: a path does not exist, and nothing has been read; or the database went away.
            SystemExit: records were refused (2), or the run was interrupted (130).
        """
        for path in paths:
            _check(path)
        counts: Counter[Outcome] = Counter()
        reports = (
            report for path in paths for report in bring_in(Container(path=path), publish=publish, dry_run=dry_run)
        )
        code, note = 0, "dry run: nothing was stored" if dry_run else ""
        try:
            for report in _with_progress(reports, counts):
                if report.outcome is Outcome.REFUSED:
                    self.stdout.write(f"{report.place}: {report.reason}")
        except KeyboardInterrupt:
            code, note = _INTERRUPTED, "interrupted: give the same command again to go on"
        except OperationalError as error:
            raise CommandError(f"The database does not answer after {_sum(counts)}: {error}") from error
        self.stdout.write(_sum(counts) + (f" ({note})" if note else ""))
        if counts[Outcome.NEW] and not publish and not dry_run:
            self.stderr.write("New articles are drafts, which readers do not see; --publish stores them published.")
        if code or counts[Outcome.REFUSED]:
            sys.exit(code or _REFUSED)


def _check(path: Path) -> None:
    try:
        if not path.exists():
            raise CommandError(f"There is no file or folder {printable(str(path))}.")
    except OSError as error:
        raise CommandError(f"{printable(str(path))} cannot be read: {error.strerror}.") from error


def _with_progress(reports: Iterable[Report], counts: Counter[Outcome]) -> Iterator[Report]:
    """Yield the reports, count them, and tell a terminal how far and how fast it goes; a log, now and then."""
    screen = sys.stderr
    every, form = (_ON_SCREEN, "\r\x1b[K{}") if screen.isatty() else (_IN_LOG, "{}\n")
    began = told = time.monotonic()
    for report in reports:
        counts[report.outcome] += 1
        now = time.monotonic()
        if now - told >= every:
            told = now
            screen.write(form.format(f"{_sum(counts)}, {counts.total() / (now - began):,.0f} a second"))
            screen.flush()
        if screen.isatty() and report.outcome is Outcome.REFUSED:
            screen.write("\r\x1b[K")
        yield report
    if screen.isatty():
        screen.write("\r\x1b[K")


def _sum(counts: Counter[Outcome]) -> str:
    """Return "3 seen = 1 new + 1 known + 1 refused", and where articles got other texts, how many."""
    told = [outcome for outcome in Outcome if counts[outcome] or outcome is not Outcome.VERSION]
    return f"{counts.total():,} seen = " + " + ".join(f"{counts[outcome]:,} {outcome}" for outcome in told)
