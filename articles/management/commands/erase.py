"""./run manage erase ARTICLE --why "...": the way out of the archive, for what the law does not let it keep."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.actions.erase import CannotErase, erase, find, tally
from articles.models import Article


class Command(BaseCommand):
    help = (
        "Erase an article for good: its texts, sources, quotes, figures and all else that it alone printed, and the "
        "words of it that the log of decisions holds. A tombstone stays, and the importer refuses the same record. "
        "Withdrawing keeps an article out of readers' sight and can be taken back; this cannot. Backups and exports "
        "made before still hold the article."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("article", metavar="ARTICLE", help="its number, or the address where it was printed")
        parser.add_argument("--why", required=True, metavar="REASON", help="kept with the tombstone, never public")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *args: Any, article: str, why: str, yes: bool, **options: Any) -> None:
        try:
            found = find(article)
            if not why.strip():
                raise CannotErase("Say why with --why: the tombstone keeps the reason.")
            self._tell(found)
            if not yes and not self._confirmed(found):
                raise CommandError("Nothing was erased.")
            tombstone = erase(found, reason=why, by=None)
        except CannotErase as error:
            raise CommandError(str(error), returncode=2) from error
        answers = "410, removed" if tombstone.was_public else "404, as it always did"
        self.stdout.write(f"Article {tombstone.article_key} is erased; its address answers {answers}.")

    def _tell(self, article: Article) -> None:
        whose = f", {article.publisher}" if article.publisher else ""
        self.stdout.write(f"Article {article.pk}: {article}{whose} ({article.get_state_display()})")
        for name, count in tally(article).items():
            self.stdout.write(f"  {count:>6,} {name}")

    def _confirmed(self, article: Article) -> bool:
        try:
            return input(f"This cannot be taken back. Type {article.pk} to erase it: ").strip() == str(article.pk)
        except EOFError:
            return False
