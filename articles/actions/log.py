"""The log of decisions: what every write of the archive leaves behind, and what tells whether a record has changed.

Every write locks its record's row first and logs before it commits. So the keys of a record's decisions rise in
the order of the writes, and the newest key says which state somebody has looked at (`seen`). Of many records at once
that holds too, because `latest` waits for those who are writing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import OperationalError, connection, transaction
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from psycopg.errors import LockNotAvailable

from articles.models import Article, ArticleTopic, Decision, Fact, Printing, Statistic, Status

_WRITING: Final = 0x6465_6369_6465  # names the advisory lock that all writers share
_LONGEST_WAIT: Final = 5_000  # milliseconds
_HAPPENED: Final = ("text_changed", "unname", "name_again")

State = Mapping[str, Any]  # fields of a record as JSON holds them

# What is edited on another record's page counts as part of that record: its table, and the column that names it.
PARTS: Mapping[type[Model], tuple[type[Model], str]] = {
    Statistic: (Printing, "statistic"),
    Article: (ArticleTopic, "article"),
}


def record(
    subject: Model,
    action: str,
    *,
    by: User | None,
    before: State | None = None,
    after: State | None = None,
    reason: str = "",
) -> Decision:
    """Log one write; `by` None is a command."""
    return Decision.objects.create(subject=subject, action=action, by=by, before=before, after=after, reason=reason)


def record_all(
    changes: Iterable[tuple[Model, State, State]], action: str, *, by: User | None, reason: str = ""
) -> None:
    """Log one decision for each subject with its state before and after."""
    rows = list(changes)
    kinds = ContentType.objects.get_for_models(*{type(subject) for subject, _, _ in rows})
    Decision.objects.bulk_create(
        Decision(
            subject_type=kinds[type(subject)],
            subject_id=subject.pk,
            action=action,
            by=by,
            before=before or None,
            after=after,
            reason=reason,
        )
        for subject, before, after in rows
    )


def decisions_of(record: Model) -> QuerySet[Decision]:
    """Return the decisions about a record and its parts, newest first."""
    about = Q(subject_type=ContentType.objects.get_for_model(record), subject_id=record.pk)
    if parts := PARTS.get(type(record)):
        table, column = parts
        keys = table._default_manager.filter(**{column: record.pk}).values("pk")
        about |= Q(subject_type=ContentType.objects.get_for_model(table), subject_id__in=keys)
    return Decision.objects.filter(about).order_by("-pk")


def by_somebody() -> QuerySet[Decision]:
    """Leave out what a fact went through without anybody deciding about it: its text or its names changed."""
    return Decision.objects.exclude(action__in=_HAPPENED)


def about_outer(table: type[Model]) -> QuerySet[Decision]:
    """Return what somebody decided, for use in Exists() under a query of `table`."""
    kind = ContentType.objects.get_for_model(table)
    return by_somebody().filter(subject_type=kind, subject_id=OuterRef("pk")).order_by()


def undecided(facts: QuerySet[Any]) -> QuerySet[Any]:
    """Keep what the rules suggested and nobody has decided about: the next reading may change it too."""
    ours = facts.filter(status=Status.SUGGESTED, method=Fact.Method.RULE)
    return ours.filter(~Exists(about_outer(facts.model)))


def newest(record: Model) -> int:
    """Return the key of the newest decision about a record; 0 for one that nobody has decided about."""
    return decisions_of(record).values_list("pk", flat=True).first() or 0


def write(*, alone: bool = False) -> None:
    """Count as a writer until the transaction ends: beside all others, or `alone`. Asked before any row is locked."""
    lock = "pg_advisory_xact_lock" if alone else "pg_advisory_xact_lock_shared"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {lock}(%s)", [_WRITING])


def latest() -> int:
    """Return the key of the newest decision of all: what somebody has seen who looks at many records now.

    Keys are given before their transactions commit, so a smaller key may appear later than a greater one. This waits
    for whoever is writing, and whoever begins to write meanwhile gets a greater key. A write that takes very long is
    not waited for.
    """
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = %s", [_LONGEST_WAIT])
            write(alone=True)
    except OperationalError as error:
        if not isinstance(error.__cause__, LockNotAvailable):
            raise
    return Decision.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
