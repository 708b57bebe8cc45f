"""`work_imports`: brings in what editors gave in the browser."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, InterfaceError
from django.db.models import Max

from articles.actions.copies import find_copies
from articles.actions.delivery_work import DAY, clean_up, importer, work_once
from articles.actions.process_locks import Presence
from articles.management.manuals import ManualFormatter
from articles.management.workers import Worker, first_line
from articles.models import Version

logger = logging.getLogger(__name__)
_COPIES: Final = 200  # articles that are looked at before it is asked again whether a file waits
_SOON: Final = 300.0  # seconds before it cleans up again when it could not
_LATE: Final = 300.0  # seconds before it looks for texts that became visible after newer ones

_MANUAL: Final = """\
What editors give under "Bring articles in" waits until this command brings it in, one file after
the other. `./run` starts it beside the server; where the server is started in another way, start
this too, and again when it ends. Several at once are welcome: no two take the same file.

It ends on Ctrl-C and SIGTERM, after the batch in hand or 5 seconds. A file that it had in hand,
even when it is killed, the next one goes on with: every article once. While the database is away
it waits. When nothing waits, it looks for copies of one text among the articles that are new, and
once a day it removes what was never ordered (after 1 day) and files that nobody tried again (30).

exit code: 0  it was ended, or with --once nothing waits any more
           1  with --once, the database does not answer

examples:
    ./run manage work_imports           goes on until it is ended
    ./run manage work_imports --once    what waits now, for a timer
"""


class Command(BaseCommand):
    help = "Bring in what editors gave in the browser, and look for copies of one text."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(prog_name, subcommand, formatter_class=ManualFormatter, epilog=_MANUAL, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="End when nothing waits.")
        parser.add_argument(
            "--with-parent",
            type=int,
            metavar="PROCESS",
            help="End when the process of this number, which started this one, is gone.",
        )

    def handle(self, *, once: bool, with_parent: int | None, **_options: Any) -> None:
        """Work until it is ended.

        Raises:
            CommandError: with --once, the database does not answer.
        """
        worker = Worker(parent=with_parent)
        try:
            with worker.told_by_signals(), importer() as present:
                work = _Work(worker.ending, present)
                if once:
                    while not worker.ending() and work.step():
                        pass
                else:
                    logger.info("Ready to bring in what editors give.")
                    worker.until_ended(work.step, waits="the imports wait")
        except KeyboardInterrupt:
            logger.warning("Ended in the middle of a batch, which the next worker begins again.")
        except (DatabaseError, InterfaceError) as error:
            raise CommandError(f"The database does not answer: {first_line(error)}") from error


class _Work:
    """All that is done beside the server for those who bring articles in, by one who tells that he is there."""

    def __init__(self, ending: Callable[[], bool], present: Presence) -> None:
        self._ending, self._present = ending, present
        self._clean_at = 0.0  # when it cleans up next
        self._newest: int | None = None  # key of the newest text when all had been looked at
        self._look_again = 0.0

    def step(self) -> bool:
        """Do the next thing; False when there was none."""
        self._present.tell()
        return work_once(ending=self._ending) or self._cleaned_up() or self._copies_found()

    def _cleaned_up(self) -> bool:
        """Clean up once a day; where that failed, again soon, and not before the rest of the work."""
        if time.monotonic() > self._clean_at:
            self._clean_at = time.monotonic() + _SOON
            clean_up()
            self._clean_at = time.monotonic() + DAY.total_seconds()
        return False

    def _copies_found(self) -> bool:
        """Look for copies once texts have come: to ask which ones were not looked at yet is dear."""
        newest = Version.objects.aggregate(newest=Max("pk"))["newest"]
        if newest == self._newest and time.monotonic() < self._look_again:
            return False
        if find_copies(most=_COPIES) > 0:
            return True
        self._newest, self._look_again = newest, time.monotonic() + _LATE
        return False
