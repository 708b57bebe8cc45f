"""Which words the texts print, to look for the nearest of. Those of texts indexed before are written by reindex."""

import django.contrib.postgres.indexes
from django.contrib.postgres.operations import CreateExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0013_entry_indexes")]

    operations = [
        CreateExtension("fuzzystrmatch"),
        migrations.CreateModel(
            name="Word",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=40)),
            ],
            options={
                "verbose_name": "word",
                "indexes": [
                    models.Index(fields=["word"], name="word_itself"),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(models.F("word"), name="gin_trgm_ops"),
                        name="word_trigrams",
                    ),
                ],
            },
        ),
    ]
