"""What came in, or is shown again, since an editor last looked at a saved list is met along an index.

Each step is done by itself, beside readers and writers, and may be broken off and begun again at any time.
"""

from collections.abc import Iterator

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.migrations.operations.base import Operation


def indexed(table: str, index: models.Index) -> Iterator[Operation]:
    """Yield what adds an index; one that was broken off is there, and of no use, until it is removed."""
    yield migrations.RunSQL(f"DROP INDEX CONCURRENTLY IF EXISTS {index.name}", migrations.RunSQL.noop)
    yield AddIndexConcurrently(model_name=table, index=index)


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("articles", "0017_reviewed_index")]

    operations = [
        *indexed(
            "article",
            models.Index(
                fields=["-added_at", "-id"], condition=models.Q(state="published"), name="article_public_added"
            ),
        ),
        *indexed(
            "decision",
            models.Index(fields=["-at"], condition=models.Q(action__in=["publish", "revert"]), name="decision_showing"),
        ),
    ]
