"""The newest quotes and figures are met on a walk along an index, however many there are.

Each step is done by itself, beside readers and writers, and may be broken off and begun again at any time.
"""

from collections.abc import Iterator
from datetime import date

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.migrations.operations.base import Operation
from django.db.models.functions import Coalesce

NO_END = date(2200, 12, 31)


def newest(name: str) -> models.OrderBy:
    last = Coalesce(f"{name}_latest", models.Value(NO_END))
    known = models.Case(models.When(**{f"{name}_earliest__isnull": False}, then=last))
    return models.OrderBy(known, descending=True, nulls_last=True)


def indexed(table: str, name: str, *columns: object) -> Iterator[Operation]:
    """Yield what adds an index; one that was broken off is there, and of no use, until it is removed."""
    index = models.Index(*columns, condition=models.Q(status__in=["confirmed", "suggested"]), name=name)
    yield migrations.RunSQL(f"DROP INDEX CONCURRENTLY IF EXISTS {name}", migrations.RunSQL.noop)
    yield AddIndexConcurrently(model_name=table, index=index)


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("articles", "0015_saved_searches")]

    operations = [
        *indexed(
            "quote",
            "quote_shown_newest",
            newest("said"),
            models.OrderBy(models.F("article"), descending=True),
            models.F("number"),
            models.F("id"),
        ),
        *indexed(
            "statistic",
            "statistic_shown_newest",
            newest("as_of"),
            models.OrderBy(models.F("id"), descending=True),
        ),
    ]
