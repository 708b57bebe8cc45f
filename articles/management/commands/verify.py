"""`verify`: asks every rule of the archive again, of every row, and says in a line each what is wrong."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, InterfaceError, ProgrammingError

from articles.management.manuals import ManualFormatter
from articles.proof.checks import CHECKS, Check, one_moment
from articles.proof.walking import Walk

MOST_LINES: Final = 100  # that are printed of one check
_WRONG, _UNKNOWN = 1, 2  # exit codes
_ON_SCREEN, _IN_LOG = 0.5, 10.0  # seconds between two words on progress
_MINUTES: Final = 90  # seconds from which time is told in minutes

_MANUAL: Final = """\
Nothing is written, and nobody has to stop: it looks at the archive as it is when the command
begins, in one transaction, so that an import at work is no false alarm. It needs no more memory
for a million articles than for ten.

checks:
{checks}

Blocks have places in the source where that is in the raw text layout or was typed here.
Of a web page, a feed, a web archive, a table or a line of JSON the blocks are compared with the
text alone: that nothing of the page was left out is not proved.

Rows that the database cannot read are a line of their check, and it goes on with those after them.
Of each check the first {most} lines are printed, then how many more there are.

exit code: 0  all is right; a line says what was looked at
           1  something is wrong
           2  it could not be found out: the database went away, or lacks a table or a right,
              or the command was not understood

examples:
    ./run manage verify
    ./run manage verify --only hashes,anchors
"""


class Command(BaseCommand):
    help = "Prove the archive: hashes, blocks, anchors, journals of imports, search entries."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        checks = "\n".join(f"    {check.name:<10} {check.about}" for check in CHECKS)
        manual = _MANUAL.format(checks=checks, most=MOST_LINES)
        return super().create_parser(prog_name, subcommand, formatter_class=ManualFormatter, epilog=manual, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--only", type=_chosen, default=CHECKS, metavar="CHECK,...", help="Some of the checks named below."
        )

    def handle(self, *, only: tuple[Check, ...], **options: Any) -> None:
        """Run the checks.

        Raises:
            CommandError: the database does not answer, or not all of it is there.
            SystemExit: something is wrong.
        """
        self._seen: Counter[str] = Counter()
        began = time.monotonic()
        try:
            with one_moment():
                wrong = {check.name: self._run(check) for check in only}
        except (DatabaseError, InterfaceError) as error:
            what = "cannot be asked" if isinstance(error, ProgrammingError) else "does not answer"
            raise CommandError(f"The database {what}: {error}", returncode=_UNKNOWN) from error
        looked_at = (
            ", ".join(f"{number:,} {name}" for name, number in self._seen.items() if number) or "an empty archive"
        )
        if total := sum(wrong.values()):
            failing = ", ".join(f"{number:,} in {name}" for name, number in wrong.items() if number)
            self.stdout.write(f"{total:,} wrong: {failing}. Looked at {looked_at}.")
            sys.exit(_WRONG)
        self.stdout.write(f"All is right: {looked_at}, in {time.monotonic() - began:,.0f} s.")

    def _run(self, check: Check) -> int:
        """Print what is wrong and return how much it is."""
        progress = _Progress(check)
        number = 0
        for number, line in enumerate(check.problems(progress.tell), start=1):
            if number <= MOST_LINES:
                progress.clear()
                self.stdout.write(f"{check.name}: {line}")
        progress.clear()
        if number > MOST_LINES:
            self.stdout.write(f"{check.name}: and {number - MOST_LINES:,} more")
        # Several ways lead over one table; it was looked at once.
        for name, rows in progress.rows.items():
            self._seen[name] = max(self._seen[name], rows)
        return number


class _Progress:
    """Tells a terminal how far and how fast it goes; a log, now and then."""

    def __init__(self, check: Check) -> None:
        self._name = check.name
        self._screen = sys.stderr
        self._every, self._form = (_ON_SCREEN, "\r\x1b[K{}") if self._screen.isatty() else (_IN_LOG, "{}\n")
        self._began = self._told = time.monotonic()
        self._of: tuple[Walk, int] | None = None  # the walk that is under way, and its rows
        self._done = 0
        self.rows: dict[str, int] = {}  # by name of the table

    def tell(self, walk: Walk, rows: int) -> None:
        """Count rows that were looked at."""
        if self._of is None or self._of[0] is not walk:
            self._of, self._done, self._began = (walk, walk.rows().count()), 0, time.monotonic()
        self._done += rows
        self.rows[walk.name] = max(self.rows.get(walk.name, 0), self._done)
        now = time.monotonic()
        if now - self._told >= self._every and now > self._began:
            self._told = now
            self._screen.write(self._form.format(self._words(walk.name, self._of[1], now - self._began)))
            self._screen.flush()

    def clear(self) -> None:
        if self._screen.isatty():
            self._screen.write("\r\x1b[K")

    def _words(self, name: str, total: int, seconds: float) -> str:
        left = seconds * max(total - self._done, 0) / self._done
        remains = f"{left / 60:,.0f} min" if left >= _MINUTES else f"{left:.0f} s"
        rate = self._done / seconds
        return f"{self._name}: {self._done:,} of {total:,} {name}, {rate:,.0f} a second, about {remains} left"


def _chosen(typed: str) -> tuple[Check, ...]:
    names = {name.strip() for name in typed.split(",")}
    known = {check.name for check in CHECKS}
    if unknown := sorted(names - known):
        raise argparse.ArgumentTypeError(f"There is no check {unknown[0]!r}; there are {', '.join(sorted(known))}.")
    return tuple(check for check in CHECKS if check.name in names)
