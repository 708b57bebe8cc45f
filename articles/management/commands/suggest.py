"""`suggest`: reads the texts by the rules, and suggests what they find."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
from functools import partial
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, InterfaceError
from django.utils.translation import ngettext

from articles.actions.process_locks import Presence
from articles.actions.reading_turns import reader
from articles.actions.reading_work import AsTheyCome, OneByOne, of_run, readable
from articles.actions.suggesting import Read
from articles.management.manuals import ManualFormatter
from articles.management.progress import Progress, time_left
from articles.management.workers import Worker, first_line
from articles.models import ImportRun
from articles.models.article import ArticleQuerySet

logger = logging.getLogger(__name__)
_TOLD_EVERY: Final = 60.0  # seconds, in a line of the log, while there is more to read
_NICENESS: Final = 10  # who reads beside a server and an import comes after both
_FAILED: Final = 2  # exit codes
_INTERRUPTED: Final = 130
_KINDS: Final = (  # as they are counted: one, several
    ("mention", "name", "names"),
    ("quote", "quote", "quotes"),
    ("printing", "figure", "figures"),
    ("date", "day", "days"),
    ("topic", "topic", "topics"),
)

_MANUAL: Final = """\
The rules read a text and suggest who speaks and is spoken of, what is quoted and by whom, what is
counted, which days are meant, and what it is about. What they suggest is marked "unreviewed" on
every page until an editor confirms or rejects it. What was decided is never touched: a suggestion
that was rejected does not come back, and one that was confirmed stays.

which texts:
Without an option, those that this edition of the rules has not read: new ones, corrected ones, and
all of them when the rules have changed. --all, --import and --article read texts again, such as
after many names were confirmed, which the rules know from then on; those that were read longest ago
come first. Reference notes are never read, for their words are an archivist's own.

beside the server:
`./run` starts it with --follow; where the server is started in another way, start that too, and
again when it ends. It reads the newest texts first, a few at a time, gives way to the server and to
imports, and waits while the database is away. Several at once are welcome: no two take the same
text. Until a text is read, its page says so.

It ends on Ctrl-C and SIGTERM, after the texts in hand or 5 seconds. What was read stays read: the
same command goes on where it stopped.

what it prints:
How far it is, how fast and what was found; at the end the sum:

    2,500 texts read: 14,000 names, 5,200 quotes, 6,100 figures, 3,400 days, 2,900 topics

With --follow it is a line of the log, with the seconds that it took: when all are read, and every
minute until then; none while there is nothing to read.
A text that the rules could not read is named with the reason. It stands at the editors' desk
(/admin/, "To do") and is read again by the next edition of the rules, or when it is asked for. A
text that an editor holds at that moment is left for the next time, and one that another process has
in hand is left to that. Both are counted at the end.

exit code: 0  every text that was asked for is read, with --limit so many; with --follow, it was ended
           1  it could not begin or go on: there is no such article or import, or no database
           2  some of these texts could not be read, or wait still, as somebody or another process has
              them in hand; or the command was not understood
         130  interrupted

examples:
    ./run manage suggest                 what is not yet read
    ./run manage suggest --import 12     the texts that import 12 brought in, again
    ./run manage suggest --article 345   one text, again
    ./run manage suggest --all --limit 1000
                                         the 1,000 texts that were read longest ago, again

docs/extraction.md describes the rules and how one is added.
"""


class Command(BaseCommand):
    help = "Read texts by the rules, and suggest the people, quotes, figures and days that they find."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(prog_name, subcommand, formatter_class=ManualFormatter, epilog=_MANUAL, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--all", action="store_true", dest="every", help="Read every text again.")
        which.add_argument(
            "--import",
            type=_number,
            dest="run",
            metavar="RUN",
            help="Read again what this import brought.",
        )
        which.add_argument("--article", type=_number, metavar="N", help="Read again the text of this article.")
        which.add_argument("--follow", action="store_true", help="Go on until it is ended: read what comes in.")
        parser.add_argument("--limit", type=_number, metavar="N", help="Read no more than this many texts.")
        parser.add_argument(
            "--with-parent",
            type=int,
            metavar="PROCESS",
            help="End when the process of this number, which started this one, is gone.",
        )

    def handle(self, *, follow: bool, with_parent: int | None, limit: int | None, **options: Any) -> None:
        """Read what was asked for, or go on until it is ended.

        Raises:
            CommandError: there is no such article or import, or the database does not answer.
            SystemExit: some texts could not be read (2), or it was interrupted (130).
        """
        worker = Worker(parent=with_parent)
        try:
            with worker.told_by_signals(), reader() as present:
                if follow:
                    os.nice(_NICENESS)
                    logger.info("Ready to read the articles that come in.")
                    worker.until_ended(_Following(worker, present).step, waits="the texts wait to be read")
                else:
                    present.tell()
                    self._read(OneByOne(_again(**options), most=limit), worker)
        except KeyboardInterrupt:
            logger.warning("Ended in the middle of a text, which is read the next time.")
            if not follow:
                sys.exit(_INTERRUPTED)
        except (DatabaseError, InterfaceError) as error:
            raise CommandError(f"The database does not answer: {first_line(error)}") from error

    def _read(self, work: OneByOne, worker: Worker) -> None:
        done, progress = Read(), Progress()
        for read in work.read():
            done += read
            progress.tell(partial(_so_far, done, len(work.keys), progress))
            for article, reason in read.failures.items():
                progress.clear()
                self.stdout.write(f"article {article}: {reason}")
            if worker.ending():
                break
        progress.clear()
        ended = worker.ending() and done.texts + len(done.left) < len(work.keys)
        self.stdout.write(_sum(done) + (" (interrupted: give the same command again to go on)" if ended else ""))
        if ended:
            sys.exit(_INTERRUPTED)
        if self._told_left(work, done) or done.failures:
            sys.exit(_FAILED)

    def _told_left(self, work: OneByOne, done: Read) -> bool:
        """Say what was not read, and why; return whether any of it waits still."""
        if done.left:
            self.stdout.write(_left(len(done.left)))
        others = len(work.keys) - done.texts - len(done.left)
        if not (others or done.left):
            return False
        still = work.still_waiting()
        if waits := len(still.difference(done.left)):
            self.stdout.write(_elsewhere(waits))
        if others > waits:
            self.stdout.write(_meanwhile(others - waits))
        return bool(still)


class _Following:
    """Reads what comes in, says that it is there, and writes to the log what it has read."""

    def __init__(self, worker: Worker, present: Presence) -> None:
        self._worker, self._present, self._work = worker, present, AsTheyCome(worker.rest)
        self._read, self._seconds, self._tell_at = Read(), 0.0, 0.0

    def step(self) -> bool:
        """Read a few texts; False when there are none."""
        self._present.tell()
        began = time.monotonic()
        read = self._work.step()
        if read:
            self._tell_at = self._tell_at if self._read.texts else began + _TOLD_EVERY
            self._read += read
            self._seconds += time.monotonic() - began
        if self._read.texts and (not read or self._worker.ending() or time.monotonic() >= self._tell_at):
            logger.info(_sum(self._read, self._seconds))
            self._read, self._seconds = Read(), 0.0
        return bool(read)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 < int(text[:19]) < 2**63):
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1.")
    return int(text)


def _again(*, every: bool, run: int | None, article: int | None, **_options: Any) -> ArticleQuerySet | None:
    """Return the articles that are to be read again; None: those that were not read yet.

    Raises:
        CommandError: there is none of that number.
    """
    if run is not None:
        if not ImportRun.objects.filter(pk=run).exists():
            raise CommandError(f"There is no import {run}.")
        return of_run(run)
    if article is not None:
        found = readable().filter(pk=article)
        if not found.exists():
            raise CommandError(f"There is no article {article} with a text that the rules may read.")
        return found
    return readable() if every else None


def _so_far(done: Read, total: int, progress: Progress) -> str:
    rate = done.texts / progress.seconds
    left = time_left(done.texts + len(done.left), total, progress.seconds)
    return f"{done.texts:,} of {total:,} texts, {rate:,.0f} a second{left}: {_found(done)}"


def _sum(done: Read, seconds: float | None = None) -> str:
    texts = ngettext("%(count)s text", "%(count)s texts", done.texts) % {"count": f"{done.texts:,}"}
    gone = f"; {done.withdrawn:,} earlier suggestions withdrawn" if done.withdrawn else ""
    failed = f"; {len(done.failures):,} could not be read" if done.failures else ""
    took = "" if seconds is None else f" in {seconds:,.1f} s"
    return f"{texts} read{took}" + (f": {_found(done)}{gone}{failed}" if done.texts else "")


def _found(done: Read) -> str:
    """Return "14,000 names, 5,200 quotes", in the order of `_KINDS`."""
    return ", ".join(f"{done.found[kind]:,} {one if done.found[kind] == 1 else many}" for kind, one, many in _KINDS)


def _left(count: int) -> str:
    held = "1 text is held by somebody" if count == 1 else f"{count:,} texts are held by somebody"
    return f"{held} or has changed: give the same command again to read it."


def _elsewhere(count: int) -> str:
    if count == 1:
        return "1 text was left to another process, which has it in hand."
    return f"{count:,} texts were left to another process, which has them in hand."


def _meanwhile(count: int) -> str:
    return f"{'1 text was' if count == 1 else f'{count:,} texts were'} read by another process meanwhile."
