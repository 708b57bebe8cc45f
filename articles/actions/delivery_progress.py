"""How far the files of a delivery are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Final

from articles.importers import tells_its_length
from articles.models import DeliveredFile, Delivery, ImportRun, Refusal

FIRST: Final = 20  # refused records that are shown with their file
RUNS_WITH_REFUSALS: Final = 50  # of which they are shown; those of others stand on the pages of their runs
State = DeliveredFile.State


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What became of records; seen is the sum of the others."""

    new: int = 0
    versions: int = 0
    known: int = 0
    refused: int = 0

    @property
    def seen(self) -> int:
        return self.new + self.versions + self.known + self.refused

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            new=self.new + other.new,
            versions=self.versions + other.versions,
            known=self.known + other.known,
            refused=self.refused + other.refused,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FileProgress:
    file: DeliveredFile  # with its run
    counts: Counts
    refusals: tuple[Refusal, ...] = ()  # the first 20; none behind the first 50 files that have some
    more_refusals: int = 0  # that are not among them
    can_retry: bool = False

    @property
    def share(self) -> float | None:
        """How much of it is brought in, 0 to 1; None when nobody can tell before its end."""
        if self.file.state == State.DONE:
            return 1.0
        if not tells_its_length(self.file.name):
            return None
        return min(self.file.read / self.file.size, 1.0) if self.file.size else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """All files of a delivery, as they were chosen; retries behind them."""

    files: tuple[FileProgress, ...]

    @property
    def counts(self) -> Counts:
        """What became of the records, each counted once: what is tried again is no longer refused where it was."""
        by_run = {one.file.run_id or -one.file.pk: one for one in self.files}  # one run may be of two equal files
        counted = sum((one.counts for one in by_run.values()), Counts())
        again = sum(one.counts.seen for one in by_run.values() if one.file.retried_id)
        return replace(counted, refused=max(counted.refused - again, 0))

    @property
    def at_work(self) -> bool:
        """Whether anything of it waits or is being brought in."""
        return any(one.file.state in {State.WAITING, State.RUNNING} for one in self.files)

    @property
    def share(self) -> float:
        """How much of all its bytes is brought in, 0 to 1; files that failed count as gone through."""
        size = sum(one.file.size for one in self.files) or 1
        through = sum(
            one.file.size if one.file.state in {State.DONE, State.FAILED} else (one.share or 0.0) * one.file.size
            for one in self.files
        )
        return min(through / size, 1.0) if self.at_work else 1.0


def progress(delivery: Delivery) -> Progress:
    """Return how far the files are: what the page asks every few seconds, in three queries."""
    files = list(delivery.files.select_related("run", "delivery").order_by("position"))
    refusing = [file.run_id for file in files if file.run and file.run.refused]
    first = _first_refusals(refusing)
    waiting = set(Refusal.objects.filter(run__in=refusing, taken_in=None).values_list("run", flat=True).distinct())
    return Progress(files=tuple(_of_file(file, first, refused_wait=file.run_id in waiting) for file in files))


def _of_file(file: DeliveredFile, first: dict[int, list[Refusal]], *, refused_wait: bool) -> FileProgress:
    refusals = tuple(first.get(file.run_id or 0, ()))
    counts = _counts(file.run) if file.run else Counts(known=file.known)
    return FileProgress(
        file=file,
        counts=counts,
        refusals=refusals,
        more_refusals=max(counts.refused - len(refusals), 0),
        can_retry=bool(file.kept_as) and (file.state == State.FAILED or (file.state == State.DONE and refused_wait)),
    )


def _counts(run: ImportRun) -> Counts:
    return Counts(new=run.new, versions=run.versions, known=run.known, refused=run.refused)


def _first_refusals(runs: Sequence[int | None]) -> dict[int, list[Refusal]]:
    """Return the first refusals of the first runs: each run may have a hundred thousand."""
    found: dict[int, list[Refusal]] = defaultdict(list)
    parts = [Refusal.objects.filter(run=run).order_by("pk")[:FIRST] for run in runs[:RUNS_WITH_REFUSALS]]
    if parts:
        for refusal in sorted(Refusal.objects.none().union(*parts, all=True), key=attrgetter("pk")):
            found[refusal.run_id].append(refusal)
    return found
