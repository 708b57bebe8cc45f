"""Adding one article: what an importer read becomes source, article, version, blocks and what search reads."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, Final

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import connection

from articles.actions.entities import Written, find_or_add
from articles.actions.index import refresh_articles
from articles.importers.base import MAX_TEXT_BYTES, RawArticle
from articles.importers.dateline import outlet_name
from articles.models import Article, Block, Decision, Entity, EntityName, ImportRun, Source, Version, fuzzy
from articles.text.names import name_key
from articles.text.normalise import unstorable

LONGEST_PLACE: Final = 600  # code points that Source and Refusal hold


def unfit(raw: RawArticle) -> str:
    """Return why the archive could not hold the record, as a sentence; "" when it can."""
    if not raw.headline:
        return "It has no headline."
    if not raw.body:
        return "It has no text."
    if len(raw.body) > MAX_TEXT_BYTES:
        return f"Its text is longer than {MAX_TEXT_BYTES:,} characters."
    texts = (raw.place, raw.url, raw.section, raw.publisher, raw.published_basis, *(block.text for block in raw.blocks))
    broken = next(filter(None, map(unstorable, texts)), "")
    return broken or _misfit(raw)


def _misfit(raw: RawArticle) -> str:
    """Return which column is too short for the record, in Django's own words; "" when all fit."""
    publisher = Entity(kind=Entity.Kind.PUBLISHER, name=raw.publisher)
    try:
        _article(raw, None).clean_fields(exclude={"publisher", "current"})
        if raw.publisher:
            publisher.clean_fields(exclude={"slug", "sort_key", "merged_into"})
    except ValidationError as error:
        return " ".join(f"{field}: {' '.join(messages)}" for field, messages in error.message_dict.items())
    return ""


def hold_words(raw: RawArticle) -> None:
    """Wait until no other transaction adds these words, and let none begin before the caller's has ended."""
    key = int.from_bytes(hashlib.sha256(raw.body.encode()).digest()[:8], signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])


def find(raw: RawArticle) -> Version | None:
    """Return the version that has the record's bytes, or its words from the same publisher."""
    same_bytes = Version.objects.filter(source__sha256=_sha256(raw.content)).order_by("pk").first()
    if same_bytes:
        return same_bytes
    return find_words(raw, _find_publisher(raw.publisher))


def find_words(raw: RawArticle, publisher: Entity | None) -> Version | None:
    """Return the version that has the record's words from this publisher, or from none where either is not known."""
    named = bool(raw.publisher or publisher)
    same_text = Version.objects.filter(body_sha256=_sha256(raw.body.encode()), headline=raw.headline, deck=raw.deck)
    for version in same_text.select_related("article__publisher").order_by("pk"):
        # Without a publisher on either side the words decide: a wire's text at two publishers is two articles.
        elsewhere = named and version.article.publisher and version.article.publisher != publisher
        if not elsewhere and _words(raw) == list(version.blocks.searched().values_list("type", "text")):
            return version
    return None


def address_taken(raw: RawArticle) -> bool:
    """Whether another article is known to stand at the record's address."""
    return bool(raw.url) and Article.objects.filter(url=raw.url).exists()


def _words(raw: RawArticle) -> list[tuple[str, str]]:
    return [(block.type.value, block.text) for block in raw.blocks if block.type.value in Block.SEARCHED]


def add(raw: RawArticle, run: ImportRun, *, publish: bool) -> Article:
    """Add the article with its first version and all that stands on it; the caller holds the transaction."""
    source = Source.objects.create(run=run, sha256=_sha256(raw.content), **_columns(raw))
    article = _article(raw, _find_publisher(raw.publisher) or _add_publisher(raw.publisher, by=run.by))
    article.save()
    article.current = add_version(raw, article, source)
    article.state = Article.State.PUBLISHED if publish else Article.State.DRAFT
    article.save(update_fields=["current", "state"])
    Decision.objects.create(
        subject_type=ContentType.objects.get_for_model(Article),
        subject_id=article.pk,
        action="import",
        after={"version": 1, "state": article.state, "source": source.sha256},
        by=run.by,
        reason=f"Read from {source.place}.",
    )
    refresh_articles([article.pk])
    return article


def _article(raw: RawArticle, publisher: Entity | None) -> Article:
    return Article(
        publisher=publisher,
        url=raw.url,
        language=raw.language,
        section=raw.section,
        published_basis=raw.published_basis,
        **fuzzy.columns("published", raw.published),
    )


def find_or_add_source(raw: RawArticle, run: Callable[[str], ImportRun]) -> Source:
    """Return the source that has the record's bytes; a new one belongs to what `run` returns for their sha256."""
    sha256 = _sha256(raw.content)
    source, _ = Source.objects.get_or_create(sha256=sha256, defaults={"run": lambda: run(sha256), **_columns(raw)})
    return source


def _columns(raw: RawArticle) -> dict[str, Any]:
    return {
        "place": raw.place[-LONGEST_PLACE:],
        "content": raw.content,
        "media_type": raw.media_type,
        "charset": raw.charset,
        "url": raw.url,
    }


def add_version(
    raw: RawArticle, article: Article, source: Source, *, number: int = 1, cosmetic: bool = False
) -> Version:
    """Add a text of the article with its blocks; which text the article shows is the caller's to say."""
    version = Version.objects.create(
        article=article,
        number=number,
        cosmetic=cosmetic,
        headline=raw.headline,
        deck=raw.deck,
        body=raw.body,
        body_sha256=_sha256(raw.body.encode()),
        source=source,
    )
    Block.objects.bulk_create(
        Block(
            version=version,
            position=position,
            type=block.type.value,
            text=block.text,
            source_start=block.source_start,
            source_end=block.source_end,
            body_start=place[0] if place else None,
            body_end=place[1] if place else None,
            reason=block.reason,
        )
        for position, (block, place) in enumerate(zip(raw.blocks, raw.body_places, strict=True))
    )
    return version


def _find_publisher(printed: str) -> Entity | None:
    """Return the organisation that has the name as printed among its names, itself or what it was merged into."""
    name = EntityName.objects.filter(key=name_key(printed), entity__kind__in=Entity.SECTIONS["organisations"])
    first = name.select_related("entity").order_by("pk").first() if printed else None
    entity = first.entity if first else None
    while entity and entity.merged_into:
        entity = entity.merged_into
    return entity


def _add_publisher(printed: str, *, by: User | None) -> Entity | None:
    """Add the publisher under its readable name, or give that name's owner the printed one; None without a name."""
    if not printed:
        return None
    as_printed = Written(name=printed, basis=EntityName.Basis.TEXT)
    return find_or_add(kind=Entity.Kind.PUBLISHER, name=outlet_name(printed), names=[as_printed], by=by)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
