"""Runs of imports: what they counted against their journal, what they refused, what they read and what came of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, Sum, Value
from django.db.models.functions import Length, Replace

from articles.models import Batch, ImportRun, Input, Refusal, Source, Tombstone, Version
from articles.proof.walking import Walk, between

_LETTERS: Final = {"new": "n", "versions": "v", "known": "k", "refused": "r"}
_LONGEST_NAME: Final = Input._meta.get_field("name").max_length or 0
_FOLDER: Final = "folder"


def journal_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield runs whose counts are not those of their batches, or whose batches do not follow one another.

    Runs without a moment of work were written by other actions than an import, which keep no journal.
    """
    runs = ImportRun.objects.filter(**between(keys), worked_at__isnull=False).order_by("pk")
    journals = _by_run(_journals(keys))
    rows = Refusal.objects.filter(**between(keys, "run")).order_by().values("run")
    refusals = _by_run(rows.annotate(kept=Count("pk")))
    for run in runs:
        kept = refusals.get(run.pk, {}).get("kept", 0)
        yield from (f"{_name(run)}: {wrong}" for wrong in _against_journal(run, journals.get(run.pk, {}), kept))


def _journals(keys: Sequence[int]) -> Iterator[Mapping[str, Any]]:
    """Yield for each run with batches how many there are, from which to which, and how often each letter stands."""
    counted = {
        name: Sum(Length("outcomes") - Length(Replace("outcomes", Value(letter), Value(""))))
        for name, letter in _LETTERS.items()
    }
    rows = Batch.objects.filter(**between(keys, "run")).order_by().values("run")
    yield from rows.annotate(batches=Count("pk"), first=Min("number"), last=Max("number"), **counted)


def _against_journal(run: ImportRun, journal: Mapping[str, Any], refusals: int) -> Iterator[str]:
    batches, last = journal.get("batches", 0), journal.get("last", 0)
    if batches != last or journal.get("first", 1) != 1:
        yield f"it has {batches} batches, numbered from {journal.get('first')} to {last}"
    if not batches and run.seen:
        yield "its journal is missing"
    for name in _LETTERS:
        if getattr(run, name) != journal.get(name, 0):
            yield f"it counts {getattr(run, name)} {name}, its journal {journal.get(name, 0)}"
    if refusals != run.refused:
        yield f"it counts {run.refused} refused, and {refusals} refused records are kept"


def batch_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield batches that keep other refused records than they journalled."""
    refused = Length("outcomes") - Length(Replace("outcomes", Value("r"), Value("")))
    rows = Batch.objects.filter(**between(keys)).annotate(journalled=refused, kept=Count("refusals"))
    wrong = rows.exclude(kept=F("journalled")).order_by("pk")
    for run, number, journalled, kept in wrong.values_list("run", "number", "journalled", "kept"):
        yield f"import {run}, batch {number}: it journalled {journalled} refused records and keeps {kept}"


def refusal_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield refused records that stand in another run's journal, or that no run which tried them again has taken."""
    refusals = Refusal.objects.filter(**between(keys)).order_by("pk")
    elsewhere = refusals.filter(batch__isnull=False).exclude(batch__run=F("run"))
    for key, run, other in elsewhere.values_list("pk", "run", "batch__run"):
        yield f"refusal {key}: import {run} refused it, and a batch of import {other} journalled it"
    taken = refusals.filter(taken_in__isnull=False).values_list("pk", "run", "taken_in__run", "taken_in__run__options")
    for key, run, other, options in taken:
        if options.get("retry") != run:
            yield f"refusal {key}: import {other} is said to have taken it, which did not try import {run} again"


def input_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield runs whose files are not those of which the digest was written when it was opened."""
    runs = ImportRun.objects.filter(**between(keys)).filter(Exists(Input.objects.filter(run=OuterRef("pk"))))
    for run in runs.order_by("pk"):
        if (now := _digest(run)) != run.container_sha256 and now:
            yield f"{_name(run)}: the list of its files gives the sha256 {now}, not {run.container_sha256}"


def _digest(run: ImportRun) -> str:
    """Return the digest of the run's files as they were listed; "" where a name was too long to be kept whole."""
    files = run.inputs.order_by("pk").values_list("name", "sha256")
    if run.importer != _FOLDER:
        return files[0][1] if len(files[:2]) == 1 else f"of {run.inputs.count()} files"
    listed = hashlib.sha256()
    for name, sha256 in files.iterator():
        if len(name) == _LONGEST_NAME:
            return ""
        listed.update(f"{sha256}  {name}\n".encode())
    return listed.hexdigest()


def evidence_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield runs that brought in more records than they saw, or fewer articles than they counted and were erased.

    Not fewer records than new ones: what was new is known when a run that broke off reads its files differently.
    """
    runs = ImportRun.objects.filter(**between(keys), worked_at__isnull=False).order_by("pk")
    erased = Tombstone.objects.count()
    first = Exists(Version.objects.filter(source=OuterRef("pk"), number=1))
    sources = Source.objects.filter(**between(keys, "run")).order_by().annotate(first=first).values("run")
    kept = _by_run(sources.annotate(articles=Count("pk", filter=Q(first=True)), records=Count("pk")))
    for run in runs:
        has = kept.get(run.pk, {"articles": 0, "records": 0})
        if has["records"] > run.seen:
            yield f"{_name(run)}: it saw {run.seen} records; the archive has {has['records']} of it"
        elif run.new - has["articles"] > erased:
            found = f"the archive has {has['articles']}, and {erased} were erased"
            yield f"{_name(run)}: it counts {run.new} new articles; {found}"


def _by_run(rows: Any) -> dict[int, Mapping[str, Any]]:
    return {row["run"]: row for row in rows}


def _name(run: ImportRun) -> str:
    return f"import {run.pk} ({run.container})"


WALKS = (
    Walk(rows=ImportRun.objects.all, problems=journal_problems),
    Walk(rows=Batch.objects.all, problems=batch_problems),
    Walk(rows=Refusal.objects.all, problems=refusal_problems),
    Walk(rows=ImportRun.objects.all, problems=input_problems),
    Walk(rows=ImportRun.objects.all, problems=evidence_problems),
)
