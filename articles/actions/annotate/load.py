"""One annotations file, loaded whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError
from django.utils import timezone

from articles.actions.annotate import entities, events, notes, quotes, statistics
from articles.actions.annotate.loading import Loading
from articles.actions.annotate.reading import BadAnnotations, Document
from articles.actions.editing import unhurried
from articles.actions.index import refresh_articles, refresh_quotes, refresh_statistics
from articles.actions.topics import give_topics
from articles.models import Anchor, Article, Mention, Source, Version, fuzzy


class AlreadyAnnotated(Exception):
    """The article carries another file's annotations; two sets of the same facts would contradict each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a load left behind; all zero when the file had been loaded before."""

    article: Article
    anchors: int = 0
    quotes: int = 0
    statistics: int = 0
    notes: int = 0


def load(document: Document) -> Loaded:
    """Load `document` for the article that its seed names; the same file twice changes nothing.

    Raises:
        BadAnnotations: the seed is not in the archive, its blocks are not those that the file describes, or an
            item does not follow the schema. Nothing is loaded then.
        AlreadyAnnotated: see there.
    """
    version = _version(document)
    loading = _begin(document, version)
    try:
        with unhurried():
            return _load(loading)
    except (LookupError, TypeError, ValueError, StopIteration, ValidationError, IntegrityError, DataError) as error:
        raise BadAnnotations(f"{document.name}, {loading.place}: it does not follow the schema: {error!r}.") from error


def _load(loading: Loading) -> Loaded:
    document, version = loading.document, loading.version
    article = Article.objects.select_for_update(of=("self",)).get(pk=version.article_id)
    before = Mention.objects.filter(article=article).values_list("tool", flat=True).distinct()
    if document.tool in before:
        return Loaded(article=article)
    if any(tool.startswith("newsarchive-gold/") for tool in before):
        raise AlreadyAnnotated(f"{article} already carries another file's annotations.")
    entities.load(loading)
    _describe(loading)
    events.load(loading)
    quotes.load(loading)
    statistics.load(loading)
    events.load_dates(loading)
    loading.place = "topics"
    give_topics(article, document.list("topics"), **loading.stamp())
    made = notes.load(loading)
    loading.log()
    refresh_articles([article.pk, *(note.pk for note in made)])
    refresh_quotes([quote.pk for quote in loading.quotes.values()])
    refresh_statistics([statistic.pk for statistic in loading.statistics.values()])
    return Loaded(
        article=article,
        anchors=Anchor.objects.filter(block__version=version).count(),
        quotes=len(loading.quotes),
        statistics=len(loading.statistics),
        notes=len(made),
    )


def _version(document: Document) -> Version:
    sha256 = document.items["seed"]["sha256"]
    source = Source.objects.filter(sha256=sha256).first()
    version = Version.objects.filter(source=source).select_related("article").first() if source else None
    if version is None:
        raise BadAnnotations(
            f"{document.name} describes {document.items['seed']['path']} (sha256 {sha256[:12]}…), "
            "which the archive does not hold. Import that file first."
        )
    return version


def _begin(document: Document, version: Version) -> Loading:
    editor, _ = User.objects.get_or_create(username=document.editor, defaults={"is_active": False, "password": "!"})
    described = document.list("blocks")
    held = list(version.blocks.all())
    for item, block in zip(described, held, strict=False):
        if (item["text"], item["type"]) != (block.text, block.type):
            raise BadAnnotations(f"{document.name}: block {item['id']} is not block {block.position} of the archive.")
    if len(described) != len(held):
        raise BadAnnotations(f"{document.name} describes {len(described)} blocks, the archive holds {len(held)}.")
    return Loading(
        document=document,
        version=version,
        editor=editor,
        now=timezone.now(),
        blocks={item["id"]: block for item, block in zip(described, held, strict=True)},
        body_starts={item["id"]: item.get("body_start", 0) for item in described},
    )


def _describe(loading: Loading) -> None:
    """Give the article what the file knows of it: publisher, language, date."""
    loading.place = "article"
    item = loading.document.items["article"]
    published = item["published"]
    when = loading.date(published["edtf"], "article/published")
    publisher = loading.entity(item["publisher"])
    basis = ". ".join(loading.document.readable(line) for line in published["basis"])
    before = _described(loading.article)
    changed = Article.objects.filter(pk=loading.article.pk)
    changed.update(
        publisher=publisher, language=item["language"], published_basis=basis, **fuzzy.columns("published", when)
    )
    loading.log_change(loading.article, "describe", before=before, after=_described(changed.get()))


def _described(article: Article) -> dict[str, Any]:
    columns = ("publisher_id", "language", "published", "published_basis")
    return {column: getattr(article, column) for column in columns}
