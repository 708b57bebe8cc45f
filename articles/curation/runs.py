"""What the page of an import proves: what was read, how much of it came in, what was refused, and the journal.

Each part shows its first rows and how many there are, so that a page of 100,000 refused records costs as much as
one of ten; lists of the admin have them all.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from django.db.models import QuerySet, Sum
from django.db.models.functions import Length
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.actions.run_locks import worked_on
from articles.models import Article, Batch, ImportRun, Input, Refusal
from articles.models.reading import unread

SHOWN: Final = 50  # rows of each part of the page
_MINUTE: Final = 60
_HOUR: Final = 3600
TYPED: Final = "typed"  # the importer of what editors write


class State(StrEnum):
    FINISHED = "finished"
    STOPPED = "stopped"
    RUNNING = "running"
    LEFT = "left"  # neither finished nor stopped, and nobody works on it: its process was killed


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The first rows of something that a run has, and how many there are."""

    rows: list[Any]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A run as its page shows it."""

    run: ImportRun
    state: str
    took: str  # in words
    rate: int | None  # records a second; None when it is not known
    read_as: str  # by which importer, and what was asked of it
    inputs: Part
    size: int  # bytes of all inputs
    refusals: Part
    waiting: int  # refused records that no later run took in
    again: str  # the command that takes only its refused records; PATH stands for what it read
    batches: Part
    texts: int  # that articles show and the rules may read
    read: int  # of these, by whatever edition of the rules
    left_behind: list[ImportRun]  # of the same name and other bytes, which were never finished


def proof(run: ImportRun) -> Proof:
    """Read what the page of a run shows; a fixed number of queries."""
    inputs = Input.objects.filter(run=run)
    summed = inputs.aggregate(size=Sum("size"))["size"] or 0
    refusals = Refusal.objects.filter(run=run)
    texts = Article.objects.without_notes().filter(current__source__run=run)
    readable = texts.count()
    batches = Batch.objects.filter(run=run).annotate(records=Length("outcomes")).defer("outcomes")
    return Proof(
        run=run,
        state=in_words(run, state_of(run, worked_on([run.pk]))),
        took=duration(run.seconds),
        rate=round(run.seen / run.seconds) if run.seconds else None,
        read_as="; ".join([run.importer, *options(run)]),
        inputs=_part(inputs.order_by("name"), inputs.count()),
        size=summed,
        refusals=_part(
            refusals.select_related("taken_in").defer("taken_in__outcomes").order_by("run", "pk"), run.refused
        ),
        waiting=refusals.filter(taken_in=None).count() if run.refused else 0,
        again=_again(run),
        batches=_part(batches.order_by("number"), batches.count()),
        texts=readable,
        read=readable - unread(texts).count() if readable else 0,
        left_behind=list(_left_behind(run)[:SHOWN]),
    )


def states(runs: Iterable[ImportRun]) -> dict[int, str]:
    """Return in words how each run stands, by key; one query for all."""
    rows = list(runs)
    at_work = worked_on(run.pk for run in rows if not run.finished_at)
    return {run.pk: in_words(run, state_of(run, at_work)) for run in rows}


def state_of(run: ImportRun, at_work: set[int]) -> State:
    """Return how a run stands; `at_work`: those that a process holds at this moment."""
    if run.finished_at:
        return State.FINISHED
    if run.pk in at_work:
        return State.RUNNING
    return State.STOPPED if run.stopped else State.LEFT


def in_words(run: ImportRun, state: State) -> str:
    """Tell how a run stands."""
    if state is State.FINISHED:
        return _("finished")
    if state is State.STOPPED:
        return _("stopped: %(why)s") % {"why": run.stopped}
    if state is State.RUNNING:
        return _("running since %(when)s") % {"when": _moment(run.started_at)}
    last = _moment(run.worked_at) if run.worked_at else _("never")
    return _("broken off, nobody works on it; stored last: %(when)s") % {"when": last}


def duration(seconds: float) -> str:
    """Write a time at work: 0.4 s, 12 s, 5 min 3 s, 2 h 5 min."""
    if seconds < 10:
        return _("%(seconds).1f s") % {"seconds": seconds}
    whole = round(seconds)
    told = {"seconds": whole % _MINUTE, "minutes": whole // _MINUTE, "hours": whole // _HOUR}
    if whole < _MINUTE:
        return _("%(seconds)d s") % told
    if whole < _HOUR:
        return _("%(minutes)d min %(seconds)d s") % told
    return _("%(hours)d h %(rest)d min") % {**told, "rest": whole % _HOUR // _MINUTE}


def options(run: ImportRun) -> list[str]:
    """Tell how the records were to be taken, a phrase each; nothing of runs that no importer made."""
    asked: Mapping[str, Any] = run.options
    if not asked:
        return []
    told = [_("new ones shown to readers at once") if asked.get("publish") else _("new ones as drafts")]
    if mapped := asked.get("map"):
        told.append(_("fields as in --map %(mapping)s") % {"mapping": mapped})
    if retried := asked.get("retry"):
        told.append(_("only what import %(run)s refused") % {"run": retried})
    return told


def _again(run: ImportRun) -> str:
    """Return the command that takes what a run refused as that run would have taken it."""
    shown = ["--publish"] if run.options.get("publish") else []
    mapped = ["--map", run.options["map"]] if run.options.get("map") else []
    return shlex.join(["./run", "manage", "import_articles", *shown, *mapped, "--retry", str(run.pk), "PATH"])


def _part(rows: QuerySet[Any], count: int) -> Part:
    return Part(rows=list(rows[:SHOWN]), count=count)


def _left_behind(run: ImportRun) -> QuerySet[ImportRun]:
    """Return earlier runs of what had the same name; the names that browsers tell are no such names."""
    if run.delivered.exists():
        return ImportRun.objects.none()
    same = ImportRun.objects.filter(container=run.container, importer=run.importer, finished_at=None, pk__lt=run.pk)
    same = same.filter(by=run.by, delivered=None)
    return same.exclude(container_sha256=run.container_sha256).order_by("-pk")


def _moment(when: Any) -> str:
    return date_format(localtime(when), "DATETIME_FORMAT")
