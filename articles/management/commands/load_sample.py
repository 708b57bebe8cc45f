"""./run manage load_sample: the first article with its full annotation and the nine reference notes."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles import sample
from articles.actions import annotate
from articles.actions.store import Outcome, bring_in
from articles.actions.topics import add_topics
from articles.importers.files import Container
from articles.models import Article


class Command(BaseCommand):
    help = "Load the first article, its annotation and the nine reference notes, unless the archive holds anything."

    def handle(self, *args: Any, **options: Any) -> None:
        if Article.objects.exists():
            self.stdout.write("The archive holds articles; the sample was not loaded.")
            return
        with transaction.atomic():
            loaded = self.load()
        if options["verbosity"]:
            self.stdout.write(
                f"First article: {loaded.quotes} quotes, {loaded.statistics} statistics, {loaded.notes} reference notes"
            )

    def load(self) -> annotate.Loaded:
        """Import the file as any other file is imported, then load what the editor made of it.

        Raises:
            CommandError: the sample is not the one that this code was made with.
        """
        add_topics(json.loads(sample.TOPICS.read_text(encoding="utf-8")))
        for report in bring_in(Container(path=sample.ARTICLE), publish=True):
            if report.outcome == Outcome.REFUSED:
                raise CommandError(f"{report.place}: {report.reason}")
        document = annotate.read(sample.ANNOTATIONS.read_bytes(), name=sample.ANNOTATIONS.name)
        return annotate.load(document)
