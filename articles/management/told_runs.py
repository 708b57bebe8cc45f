"""The runs of one import command, as its lines tell of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from django.db import DatabaseError, InterfaceError

from articles.importers.files import printable
from articles.management.progress import Progress
from articles.models import ImportRun


class ToldRuns:
    """The runs of one command, each told by the number that --retry takes."""

    def __init__(self, tell: Callable[[str], object], progress: Progress) -> None:
        self._tell, self._progress = tell, progress
        self._keys: list[int] = []

    def begin(self, run: ImportRun) -> None:
        """Keep the number of a run; of one that is taken up again, say so, once."""
        if run.pk in self._keys:  # the database was away
            return
        self._keys.append(run.pk)
        if run.seen:
            self._progress.clear()
            records = "record is" if run.seen == 1 else "records are"
            self._tell(f"Goes on with import {run.pk}, {run.seen:,} {records} done already.")

    @contextmanager
    def told_at_end(self) -> Iterator[None]:
        """Tell of the runs that stay, however the work ends; one that brought nothing is gone."""
        try:
            yield
        finally:
            with suppress(DatabaseError, InterfaceError):  # it may be what ended the work
                for run in ImportRun.objects.filter(pk__in=self._keys).order_by("pk"):
                    self._tell(f"Import {run.pk}: {printable(run.container)}")
