"""One annotations file, loaded whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles.actions.annotate import entities, events, notes, quotes, statistics
from articles.actions.annotate.loading import Loading
from articles.actions.annotate.reading import BadAnnotations, Document
from articles.actions.index import refresh_articles, refresh_quotes, refresh_statistics
from articles.actions.topics import give_topics
from articles.models import Anchor, Article, Decision, Mention, Source, Version, fuzzy


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


@transaction.atomic
def load(document: Document) -> Loaded:
    """Load `document` for the article that its seed names; the same file twice changes nothing.

    Raises:
        BadAnnotations: the seed is not in the archive, or its blocks are not those that the file describes.
        AlreadyAnnotated: see there.
    """
    version = _version(document)
    article = Article.objects.select_for_update(of=("self",)).get(pk=version.article_id)
    before = Mention.objects.filter(article=article).values_list("tool", flat=True).distinct()
    if document.tool in before:
        return Loaded(article=article)
    if any(tool.startswith("newsarchive-gold/") for tool in before):
        raise AlreadyAnnotated(f"{article} already carries another file's annotations.")
    loading = _begin(document, version)
    entities.load(loading)
    _describe(loading)
    events.load(loading)
    quotes.load(loading)
    statistics.load(loading)
    events.load_dates(loading)
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
    item = loading.document.items["article"]
    published = item["published"]
    when = loading.date(published["edtf"], "article/published")
    changed = {
        "publisher": loading.entity(item["publisher"]),
        "language": item["language"],
        "published_basis": ". ".join(loading.document.readable(basis) for basis in published["basis"]),
        **fuzzy.columns("published", when),
    }
    Article.objects.filter(pk=loading.article.pk).update(**changed)
    Decision.objects.create(
        subject=loading.article,
        action="describe",
        after={"published": when.edtf if when else "", "language": item["language"]},
        by=loading.editor,
        reason=f"Loaded from {loading.document.name}",
    )
