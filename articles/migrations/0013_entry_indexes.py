"""What 0012 keeps from now on is filled in for entries written before; and the indexes over it.

Not one transaction: each step is done by itself, and the whole may be broken off and begun again at any time.
"""

from collections.abc import Iterator

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models, transaction
from django.db.migrations.operations.base import Operation

FEW = 10_000  # entries of one transaction: a second or two, for which nobody else changes them
FILL = """
    SELECT newsarchive_entries_follow(array(
        SELECT article_id FROM articles_articleentry WHERE article_id >= %s AND article_id < %s AND keys IS NULL
    ))
"""


def fill(apps, schema_editor):
    article = apps.get_model("articles", "Article")
    found = article.objects.aggregate(first=models.Min("pk"), last=models.Max("pk"))
    for start in range(found["first"] or 0, (found["last"] or 0) + 1, FEW):
        with transaction.atomic(), schema_editor.connection.cursor() as cursor:
            cursor.execute(FILL, [start, start + FEW])


def indexed(index: models.Index) -> Iterator[Operation]:
    """Yield what adds an index; one that was broken off is there, and of no use, until it is removed."""
    yield migrations.RunSQL(f"DROP INDEX CONCURRENTLY IF EXISTS {index.name}", migrations.RunSQL.noop)
    yield AddIndexConcurrently(model_name="articleentry", index=index)


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("articles", "0012_entry_keys")]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="articleentry",
            name="keys",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                help_text="What it holds, rising; models/keys.py. The database keeps it.",
                size=None,
            ),
        ),
        # Without the space of the rows as they were, and so that the planner knows of the columns.
        migrations.RunSQL("VACUUM (ANALYZE) articles_articleentry", migrations.RunSQL.noop),
        *indexed(
            django.contrib.postgres.indexes.GinIndex(
                fields=["vector", "keys"], condition=models.Q(public=True), name="articleentry_words"
            )
        ),
        *indexed(
            django.contrib.postgres.indexes.GinIndex(
                fields=["lead", "keys"], condition=models.Q(public=True), name="articleentry_lead"
            )
        ),
        *indexed(
            models.Index(
                models.F("newest").desc(nulls_last=True),
                models.F("article").desc(),
                condition=models.Q(public=True),
                name="articleentry_newest",
            )
        ),
        *indexed(
            models.Index(fields=["oldest", "article"], condition=models.Q(public=True), name="articleentry_oldest")
        ),
    ]
