"""What an importer read becomes rows: source, article, version, blocks; and what of it the archive has already."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, Final

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from articles.actions.entities import Written, find_or_add
from articles.importers.base import MAX_TEXT, RawArticle
from articles.importers.dateline import outlet_name
from articles.models import Article, Block, Entity, EntityName, ImportRun, Source, Version, fuzzy
from articles.text.dates import FuzzyDate
from articles.text.names import name_key
from articles.text.normalise import unstorable
from articles.text.sites import site_of

LONGEST_PLACE: Final = 600  # code points that Source and Refusal hold
_LONGEST: Final = {"url": 2000, "section": 200, "publisher": 300, "language": 35}  # code points of their columns


def unfit(raw: RawArticle) -> str:
    """Return why the archive could not hold the record, as a sentence; "" when it can."""
    if not raw.headline:
        return "It has no headline."
    if not raw.body:
        return "It has no text."
    if len(raw.body) > MAX_TEXT:
        return f"Its text is longer than {MAX_TEXT:,} characters."
    broken = next(filter(None, map(unstorable, _texts(raw))), "")
    return broken or _misfit(raw)


def _texts(raw: RawArticle) -> Iterator[str]:
    yield from (raw.place, raw.url, raw.section, raw.publisher, raw.published_basis, raw.doubt)
    yield from (*raw.actors, *raw.topics)
    for names in raw.provenance:
        yield from names
    for block in raw.blocks:
        yield block.text
        yield block.reason


def _misfit(raw: RawArticle) -> str:
    """Return which column is too short for the record, in Django's own words; "" when all fit."""
    if raw.published and not _in_years_known(raw.published):
        return f"Its date {raw.published.edtf} lies outside of {fuzzy.FIRST_DAY.year} to {fuzzy.LAST_DAY.year}."
    if all(len(getattr(raw, name)) <= longest for name, longest in _LONGEST.items()):
        return ""
    publisher = Entity(kind=Entity.Kind.PUBLISHER, name=raw.publisher)
    try:
        article_row(raw, None).clean_fields(exclude={"publisher", "current"})
        if raw.publisher:
            publisher.clean_fields(exclude={"slug", "sort_key", "merged_into"})
    except ValidationError as error:
        return " ".join(f"{field}: {' '.join(messages)}" for field, messages in error.message_dict.items())
    return ""


def _in_years_known(day: FuzzyDate) -> bool:
    return day.earliest >= fuzzy.FIRST_DAY and (day.latest is None or day.latest <= fuzzy.LAST_DAY)


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


def _words(raw: RawArticle) -> list[tuple[str, str]]:
    return [(block.type.value, block.text) for block in raw.blocks if block.type.value in Block.SEARCHED]


def article_row(raw: RawArticle, publisher: Entity | None) -> Article:
    """Return the article of a record as a row that is not saved yet."""
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
    columns = {"run": lambda: run(sha256), **source_columns(raw)}
    source, _ = Source.objects.get_or_create(sha256=sha256, defaults=columns)
    return source


def source_columns(raw: RawArticle) -> dict[str, Any]:
    """Return what a source says of its record, but for its digest and its run."""
    lists = {"actors": list(raw.actors), "topics": list(raw.topics), "provenance": dict(raw.provenance)}
    return {
        "place": raw.place[-LONGEST_PLACE:],
        "content": raw.content,
        "media_type": raw.media_type,
        "charset": raw.charset,
        "url": raw.url,
        "retrieved_at": moment(raw),
        "told": {name: value for name, value in lists.items() if value},
        "doubt": raw.doubt,
    }


def moment(raw: RawArticle) -> datetime | None:
    """Return when the record was fetched; one that names no zone means UTC."""
    fetched = raw.retrieved_at
    return fetched.replace(tzinfo=UTC) if fetched and fetched.tzinfo is None else fetched


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


def publisher_names(printed: str) -> list[str]:
    """Return the names under which a publisher is looked for, the one as printed first.

    A part of a site is no publisher of its own: for `news.detik.com` also `detik.com` is asked, then `detik`.
    """
    site = site_of(printed)
    if site is None or site.domain == printed.lower():
        return [printed] if printed else []
    return [printed, site.domain, outlet_name(printed)]


def find_publisher(printed: str) -> Entity | None:
    """Return the organisation that has the name among its names, itself or what it was merged into."""
    for name in publisher_names(printed):
        same = EntityName.objects.filter(key=name_key(name), entity__kind__in=Entity.SECTIONS["organisations"])
        if first := same.select_related("entity").order_by("pk").first():
            return merged_into(first.entity)
    return None


def merged_into(entity: Entity) -> Entity:
    """Return what an entity was merged into, or itself."""
    while entity.merged_into:
        entity = entity.merged_into
    return entity


def add_publisher(printed: str, *, by: User | None) -> Entity | None:
    """Add the publisher under its readable name, or give that name's owner the printed one; None without a name."""
    if not printed:
        return None
    site = site_of(printed)
    whole = site.domain if site and site.domain != printed.lower() else printed
    written = Written(name=whole, basis=EntityName.Basis.TEXT)
    return find_or_add(kind=Entity.Kind.PUBLISHER, name=outlet_name(printed), names=[written], by=by)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
