"""`work_imports`: brings in what editors gave in the browser."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import time
from types import FrameType
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser, DjangoHelpFormatter
from django.db import DatabaseError, InterfaceError, connection
from django.db.models import Max

from articles.actions.copies import find_copies
from articles.actions.delivery_work import DAY, clean_up, work_once
from articles.models import Version

logger = logging.getLogger(__name__)
_PAUSE: Final = 1.5  # seconds between two looks at whether anything waits
_STEP: Final = 0.25  # seconds in which it notices that it is to end
_AFTER_A_MISTAKE: Final = 10.0  # seconds before what nobody foresaw is tried again
_COPIES: Final = 200  # articles that are looked at before it is asked again whether a file waits
_SOON: Final = 300.0  # seconds before it cleans up again when it could not
_LATE: Final = 300.0  # seconds before it looks for texts that became visible after newer ones
_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGALRM)
_PATIENCE: Final = 5  # seconds that a batch may take once it is to end

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


class _Formatter(DjangoHelpFormatter, argparse.RawDescriptionHelpFormatter):
    """Keeps the manual's lines as they are written."""


class Command(BaseCommand):
    help = "Bring in what editors gave in the browser, and look for copies of one text."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(prog_name, subcommand, formatter_class=_Formatter, epilog=_MANUAL, **kwargs)

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
        work = _Worker(with_parent)
        before = {number: signal.signal(number, work.end) for number in _SIGNALS}
        try:
            work.all_that_waits() if once else work.until_ended()
        except KeyboardInterrupt:
            logger.warning("Ended in the middle of a batch, which the next worker begins again.")
        except (DatabaseError, InterfaceError) as error:
            raise CommandError(f"The database does not answer: {_first_line(error)}") from error
        finally:
            signal.alarm(0)
            for number, handler in before.items():
                signal.signal(number, handler)


class _Worker:
    """Does what there is to do, and knows when it is to end."""

    def __init__(self, parent: int | None) -> None:
        self._process, self._parent = os.getpid(), parent
        self._told_to_end = False
        self._clean_at = 0.0  # when it cleans up next
        self._newest: int | None = None  # key of the newest text when all had been looked at
        self._look_again = 0.0

    def end(self, number: int, _frame: FrameType | None) -> None:
        """Take a signal: the first asks to end, a second one or some seconds more break off what is in hand."""
        if os.getpid() != self._process:  # a process that reads ahead for us
            os._exit(128 + number)
        if self._told_to_end:
            raise KeyboardInterrupt
        self._told_to_end = True
        signal.alarm(_PATIENCE)

    def ending(self) -> bool:
        return self._told_to_end or (self._parent is not None and os.getppid() != self._parent)

    def all_that_waits(self) -> None:
        while not self.ending() and self._step():
            pass

    def until_ended(self) -> None:
        logger.info("Ready to bring in what editors give.")
        away = False
        while not self.ending():
            pause = _PAUSE
            try:
                pause = 0.0 if self._step() else _PAUSE
                away = False
            except (DatabaseError, InterfaceError) as error:
                if not away:
                    logger.warning("The database does not answer, so the imports wait: %s", _first_line(error))
                away = True
                connection.close()
            except Exception:
                logger.exception("Something went wrong that nobody foresaw.")
                pause = _AFTER_A_MISTAKE
            self._rest(pause)

    def _step(self) -> bool:
        """Do the next thing; False when there was none."""
        return work_once(ending=self.ending) or self._cleaned_up() or self._copies_found()

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

    def _rest(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while not self.ending() and time.monotonic() < until:
            time.sleep(_STEP)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or ["no reason given"])[0]
