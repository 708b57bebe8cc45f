"""What 0010 keeps from now on is filled in for texts that were read before; and indexes, while everybody works on.

Not one transaction: each step is done by itself, and the whole may be broken off and begun again at any time.
"""

from collections.abc import Iterator

import django.db.models.functions.text
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models, transaction
from django.db.migrations.operations.base import Operation

FEW = 10_000  # articles of one transaction: some tenths of a second, for which nobody else changes them
# A trigger says what it is.
FILL = "UPDATE articles_article SET read_by = '' WHERE id >= %s AND id < %s AND read_by IS NULL"


def fill(apps, schema_editor):
    article = apps.get_model("articles", "Article")
    found = article.objects.aggregate(first=models.Min("pk"), last=models.Max("pk"))
    for start in range(found["first"] or 0, (found["last"] or 0) + 1, FEW):
        with transaction.atomic(), schema_editor.connection.cursor() as cursor:
            cursor.execute(FILL, [start, start + FEW])


def word(number):
    return models.Func(
        models.F("key"), models.Value(" "), models.Value(number), function="split_part", output_field=models.TextField()
    )


def indexed(model: str, index: models.Index) -> Iterator[Operation]:
    """Yield what adds an index; one that was broken off is there, and of no use, until it is removed."""
    yield migrations.RunSQL(f"DROP INDEX CONCURRENTLY IF EXISTS {index.name}", migrations.RunSQL.noop)
    yield AddIndexConcurrently(model_name=model, index=index)


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("articles", "0010_read_by")]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        *indexed(
            "article",
            models.Index(fields=["read_by", "-current"], name="article_by_reader"),
        ),
        # Else the planner knows nothing of the column until the server looks by itself.
        migrations.RunSQL("VACUUM (ANALYZE) articles_article", migrations.RunSQL.noop),
        *indexed(
            "entityname",
            models.Index(
                django.db.models.functions.text.Left("key", 1),
                django.db.models.functions.text.Left(word(2), 1),
                django.db.models.functions.text.Left(word(3), 1),
                include=["key", "entity"],
                name="entity_name_initials",
            ),
        ),
        *indexed(
            "decision",
            models.Index(
                fields=["-id"],
                condition=models.Q(by__isnull=False) & ~models.Q(action__in=["import", "suggest"]),
                name="decision_by_somebody",
            ),
        ),
    ]
