"""./run manage load_annotations FILE: what an editor made of an article, loaded whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.actions import annotate


class Command(BaseCommand):
    help = (
        "Load an annotations file (schema newsarchive-gold/1): people, organisations, places, quotes, statistics, "
        "events, dates, topics and reference notes of one article that the archive already holds. "
        "Loading the same file again changes nothing; a file with an error is refused whole."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            document = annotate.read(file.read_bytes(), name=file.name)
            loaded = annotate.load(document)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except (annotate.BadAnnotations, annotate.AlreadyAnnotated) as error:
            raise CommandError(str(error), returncode=2) from error
        if not loaded.anchors:
            self.stdout.write(f"{file.name} was loaded before; nothing changed.")
            return
        self.stdout.write(
            f"{loaded.article}: {loaded.quotes} quotes, {loaded.statistics} statistics, "
            f"{loaded.anchors} anchors, {loaded.notes} reference notes."
        )
