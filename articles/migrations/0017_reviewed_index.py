"""The newest reviewed figures are met on a walk along an index, however few they are among all others.

Done beside readers and writers; it may be broken off and begun again at any time.
"""

from datetime import date

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.models.functions import Coalesce

NAME = "statistic_reviewed_newest"
LAST = Coalesce("as_of_latest", models.Value(date(2200, 12, 31)))
NEWEST = models.OrderBy(
    models.Case(models.When(as_of_earliest__isnull=False, then=LAST)), descending=True, nulls_last=True
)


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("articles", "0016_newest_indexes")]

    operations = [
        # One that was broken off is there, and of no use.
        migrations.RunSQL(f"DROP INDEX CONCURRENTLY IF EXISTS {NAME}", migrations.RunSQL.noop),
        AddIndexConcurrently(
            model_name="statistic",
            index=models.Index(
                NEWEST,
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(status="confirmed"),
                name=NAME,
            ),
        ),
    ]
