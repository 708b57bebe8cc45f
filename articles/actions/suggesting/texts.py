"""Texts that are to be read, each with the blocks that its words stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any, Final, NamedTuple

from django.utils import timezone

from articles.extraction.engine import language_of
from articles.extraction.story import Story
from articles.models import Article, Block
from articles.text.spans import Span

# What the findings follow from besides the words: changed meanwhile, a text is read anew.
_TOLD: Final = ("current", "language", "published", "publisher", "rights", "state")


class Place(NamedTuple):
    """Words of one block: what an anchor holds."""

    block: int  # its key
    start: int
    end: int
    exact: str


class Stretch(NamedTuple):
    """A block in the body."""

    start: int
    end: int
    block: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The current text of an article, as it stood at `read_at`."""

    article: int
    version: int
    publisher: int | None
    public: bool  # readers see it
    language: str  # of its quotes: what the article tells, else whose rules read it
    story: Story
    stretches: tuple[Stretch, ...]  # in the order of the body
    told: tuple[Any, ...]  # the columns that the reading rests on
    read_at: datetime
    starts: list[int] = field(repr=False)

    def places(self, span: Span) -> list[Place]:
        """Return the words under `span`, a place for each block that has some of them."""
        found = []
        for at in range(max(0, bisect_right(self.starts, span.start) - 1), len(self.stretches)):
            stretch = self.stretches[at]
            if stretch.start >= span.end:
                break
            start, end = max(span.start, stretch.start) - stretch.start, min(span.end, stretch.end) - stretch.start
            exact = stretch.text[start:end] if start < end else ""
            if exact.strip():
                found.append(Place(stretch.block, start, end, exact))
        return found

    def words(self, span: Span | None, *, longest: int = 300) -> str:
        """Return the words under `span` in one line; "" for none, and for more than their column could hold."""
        words = " ".join(self.story.words(span).split()) if span else ""
        return words if len(words) <= longest else ""


def texts_of(articles: Sequence[int]) -> list[Text]:
    """Return the texts that articles show, in the order asked for; notes and articles without a text are left out."""
    rows = Article.objects.filter(pk__in=articles, current__isnull=False).without_notes()
    found = {row.pk: row for row in rows.select_related("current").order_by("pk")}
    versions = [row.current_id for row in found.values()]
    blocks = Block.objects.in_body().filter(version__in=versions).order_by("version", "body_start")
    columns = ("body_start", "body_end", "pk", "text", "version")
    stretches = {
        version: tuple(Stretch(*row[:4]) for row in group)
        for version, group in groupby(blocks.values_list(*columns), key=lambda row: row[4])
    }
    return [_text(found[key], stretches.get(found[key].current_id, ())) for key in articles if key in found]


def told_now(articles: Iterable[int]) -> dict[int, tuple[Any, ...]]:
    """Hold articles for the caller's transaction and return what a reading of each rests on.

    One that somebody else holds is left out, and so is one that is gone.
    """
    rows = Article.objects.filter(pk__in=list(articles)).order_by("pk")
    held = rows.select_for_update(of=("self",), no_key=True, skip_locked=True)
    return {key: tuple(told) for key, *told in held.values_list("pk", *_TOLD)}


def _text(article: Article, stretches: tuple[Stretch, ...]) -> Text:
    version: Any = article.current
    body = version.body
    language = language_of(article.language, body)
    return Text(
        article=article.pk,
        version=version.pk,
        publisher=article.publisher_id,
        public=article.state == Article.State.PUBLISHED,
        language=article.language or language,
        story=Story(body=body, language=language, published=article.published_on),
        stretches=stretches,
        starts=[stretch.start for stretch in stretches],
        told=(version.pk, article.language, article.published, article.publisher_id, article.rights, article.state),
        read_at=timezone.now(),
    )
