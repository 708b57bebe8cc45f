"""The row of a run: opened or taken up again, stopped with a reason, and at its end kept or gone."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress
from itertools import islice
from typing import Any, Final

from django.db import DatabaseError, InterfaceError, transaction
from django.utils import timezone

from articles.actions.run_locks import hold, let_go
from articles.importers.inputs import Inputs
from articles.models import ImportRun, Input, Refusal, Source

_OTHER_BYTES: Final = "What has this name now holds other bytes, which were brought in"
_LONGEST_NAME: Final = 600  # code points that Input holds, the end of a longer one
_INPUTS: Final = 1000  # files that are written down by one statement
_SHORT_WAIT: Final = 2.0  # seconds for a run that somebody holds: the server may not know yet that he was killed
_PAUSE: Final = 0.05  # seconds between two looks at it


def opened(asked: Mapping[str, Any], inputs: Inputs, *, command: str, named: bool) -> ImportRun:
    """Return the run that these records belong to, held by this connection: one that was not finished, or a new one.

    `asked`: its columns that must be the same for it to be taken up again; `named`: whether others of its name that
    read other bytes are told of it.
    """
    if run := _taken_up(asked):
        return run
    with transaction.atomic():
        run = ImportRun.objects.create(**asked, command=command)
        hold(run.pk)  # before anybody else can see it
        _write_inputs(run, inputs)
        if named:
            _tell_left_behind(run, asked)
    return run


def _taken_up(asked: Mapping[str, Any]) -> ImportRun | None:
    """Return a run that was not finished; None when there is none, or others are at work on all of them."""
    until = time.monotonic() + _SHORT_WAIT
    while runs := list(ImportRun.objects.filter(finished_at=None, **asked).order_by("-pk")):
        for run in runs:
            if hold(run.pk):
                # Who held it may have come to its end meanwhile.
                if ImportRun.objects.filter(pk=run.pk, finished_at=None).update(stopped=""):
                    return run
                let_go(run.pk)
        if time.monotonic() > until:
            break
        time.sleep(_PAUSE)
    return None


def _write_inputs(run: ImportRun, inputs: Inputs) -> None:
    files = iter(inputs)
    while some := list(islice(files, _INPUTS)):
        rows = (Input(run=run, name=file.name[-_LONGEST_NAME:], size=file.size, sha256=file.sha256) for file in some)
        # Only of two names that differ nowhere in their last 600 characters would one be left out.
        Input.objects.bulk_create(rows, ignore_conflicts=True)


def _tell_left_behind(run: ImportRun, asked: Mapping[str, Any]) -> None:
    """Let runs of other bytes under the same name, which nobody can take up any more, say where their files went."""
    same_but_for_bytes = {name: value for name, value in asked.items() if name != "container_sha256"}
    left = ImportRun.objects.filter(finished_at=None, **same_but_for_bytes).exclude(pk=run.pk)
    for behind in left.exclude(stopped__contains=_OTHER_BYTES):
        if hold(behind.pk):
            said = f"{behind.stopped} {_OTHER_BYTES} by import {run.pk}.".lstrip()
            ImportRun.objects.filter(pk=behind.pk).update(stopped=said)
            let_go(behind.pk)


def is_there(run: ImportRun) -> bool:
    """Whether the run still has its row, which goes with its end when it brought nothing."""
    return ImportRun.objects.filter(pk=run.pk).exists()


def stop(run: ImportRun, reason: str) -> None:
    """Write down why the run stands still, unless another process has gone on with it."""
    # A database that has gone away, or is full, takes no reason either.
    with suppress(DatabaseError, InterfaceError):
        if hold(run.pk):
            ImportRun.objects.filter(pk=run.pk, finished_at=None).update(stopped=reason)
            let_go(run.pk)


def finish(run: ImportRun) -> None:
    """Write down that the run came to its end; one that brought nothing leaves no trace. Twice is as good as once."""
    with transaction.atomic():
        found = ImportRun.objects.filter(pk=run.pk).first()  # another object: deleting takes the key from it
        if found is None:
            return
        if found.new or found.versions or found.refused or _is_needed(found):
            ImportRun.objects.filter(pk=found.pk).update(finished_at=timezone.now(), stopped="")
        else:
            found.batches.all().delete()
            found.inputs.all().delete()
            found.delete()


def _is_needed(run: ImportRun) -> bool:
    """Whether something names a run that counts nothing new.

    What it brought in, in batches that were parted otherwise then; or records that an earlier run refused, and that
    the archive has now.
    """
    return Source.objects.filter(run=run).exists() or Refusal.objects.filter(taken_in__run=run).exists()
