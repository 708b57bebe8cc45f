"""Objects for tests: dull defaults, so that a test names only what matters."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from decimal import Decimal
from itertools import count
from typing import Any

from django.utils import timezone

from articles.actions import index
from articles.actions.entities import find_or_add
from articles.models import (
    Anchor,
    Article,
    ArticleTopic,
    Block,
    Entity,
    Event,
    ImportRun,
    Mention,
    Printing,
    Quote,
    Source,
    Statistic,
    Status,
    Topic,
    Version,
    fuzzy,
)
from articles.text.dates import parse_edtf
from articles.text.normalise import body_from

_number = count(1)
Kind = Entity.Kind


def stamp(status: Status = Status.CONFIRMED) -> dict[str, Any]:
    """Return the columns of Fact for a status."""
    return {"status": status, "decided_at": None if status == Status.SUGGESTED else timezone.now()}


def make_entity(name: str = "Ana Wijaya", *, kind: Entity.Kind = Kind.PERSON, **fields: Any) -> Entity:
    return find_or_add(kind=kind, name=name, **fields)


def make_article(
    headline: str = "Dewan bertemu",
    *,
    paragraphs: Sequence[str] = ("Dewan kota bertemu pada hari itu.",),
    published: str = "2024-03-01",
    mentioning: Sequence[str] = (),
    publisher: str = "Koran Uji",
    deck: str = "",
    **fields: Any,
) -> Article:
    """Create a published article; people in `mentioning` are added and named in a last paragraph of their own."""
    if mentioning:
        paragraphs = (*paragraphs, f"Hadir {', '.join(mentioning)}.")
    state = fields.pop("state", Article.State.PUBLISHED)
    source = _source(headline, paragraphs, doubt=fields.pop("doubt", ""))
    article = Article.objects.create(
        publisher=make_entity(publisher, kind=Kind.PUBLISHER),
        **{"language": "id", **fields},
        **fuzzy.columns("published", parse_edtf(published) if published else None),
    )
    body = body_from(paragraphs)
    version = Version.objects.create(
        article=article,
        number=1,
        headline=headline,
        deck=deck,
        body=body,
        body_sha256=hashlib.sha256(body.encode()).hexdigest(),
        source=source,
    )
    _blocks(version, paragraphs)
    article.current, article.state = version, state
    article.save()
    for name in mentioning:
        make_mention(article, make_entity(name), name)
    index.refresh_articles([article.pk])
    return article


def _source(headline: str, paragraphs: Sequence[str], *, doubt: str) -> Source:
    content = "\n\n".join((headline, *paragraphs, f"No. {next(_number)}")).encode()
    sha256 = hashlib.sha256(content).hexdigest()
    run = ImportRun.objects.create(importer="test", container="test.txt", container_sha256=sha256, seen=1, new=1)
    return Source.objects.create(
        run=run, place="test.txt", content=content, sha256=sha256, media_type="text/plain", charset="utf-8", doubt=doubt
    )


def _blocks(version: Version, paragraphs: Sequence[str]) -> None:
    texts = [(Block.Type.HEADLINE, version.headline)]
    if version.deck:
        texts.append((Block.Type.DECK, version.deck))
    texts += [(Block.Type.PARAGRAPH, text) for text in paragraphs]
    place, source_place = 0, 0
    for position, (kind, text) in enumerate(texts):
        in_body = kind == Block.Type.PARAGRAPH
        Block.objects.create(
            version=version,
            position=position,
            type=kind,
            text=text,
            source_start=None if kind == Block.Type.DECK else source_place,
            source_end=None if kind == Block.Type.DECK else source_place + len(text),
            body_start=place if in_body else None,
            body_end=place + len(text) if in_body else None,
        )
        source_place += 0 if kind == Block.Type.DECK else len(text) + 2
        place += len(text) + 2 if in_body else 0


def anchor(article: Article, words: str, role: Anchor.Role, **fact: Any) -> Anchor:
    """Anchor a fact at the first place of `words` in the current version, the body before the headline."""
    blocks = sorted(Block.objects.filter(version=article.current), key=lambda block: block.body_start is None)
    for block in blocks:
        start = block.text.find(words)
        if start >= 0:
            end = start + len(words)
            return Anchor.objects.create(block=block, start=start, end=end, exact=words, role=role, **fact)
    raise ValueError(f"{words!r} does not stand in {article}.")


def make_mention(
    article: Article, entity: Entity, words: str, *, status: Status = Status.CONFIRMED, **fields: Any
) -> Mention:
    mention = Mention.objects.create(
        article=article, entity=entity, **{"form": Mention.Form.FULL, **fields}, **stamp(status)
    )
    anchor(article, words, Anchor.Role.NAME, mention=mention)
    return mention


def make_quote(
    article: Article,
    words: str,
    *,
    speaker: Entity | None = None,
    said: str = "2024-03-01",
    status: Status = Status.CONFIRMED,
    **fields: Any,
) -> Quote:
    """Quote `words`, which stand in `article`."""
    quote = Quote.objects.create(
        article=article,
        number=article.quotes.count() + 1,
        speaker=speaker,
        **{"type": Quote.Type.INDIRECT, "language": article.language, **fields},
        **fuzzy.columns("said", parse_edtf(said) if said else None),
        **stamp(status),
    )
    anchor(article, words, Anchor.Role.CONTENT, quote=quote)
    index.refresh_quotes([quote.pk])
    return quote


def make_statistic(
    value: int | str,
    measure: str = "people counted",
    *,
    article: Article,
    words: str = "",
    as_of: str = "2024-03-01",
    status: Status = Status.CONFIRMED,
    **fields: Any,
) -> Statistic:
    """Count something that `article` prints as `words` (the value itself when blank)."""
    statistic = Statistic.objects.create(
        value=Decimal(str(value)),
        measure=measure,
        **{"unit": "person", **fields},
        **fuzzy.columns("as_of", parse_edtf(as_of) if as_of else None),
        **stamp(status),
    )
    printing = Printing.objects.create(article=article, statistic=statistic, **stamp(status))
    anchor(article, words or str(value), Anchor.Role.NUMBER, printing=printing)
    index.refresh_statistics([statistic.pk])
    return statistic


def make_event(
    article: Article,
    words: str,
    *,
    name: str = "Meeting",
    happened: str = "2024-03-01",
    status: Status = Status.CONFIRMED,
    **fields: Any,
) -> Event:
    """Add an event that `article` tells of in `words`."""
    event = Event.objects.create(
        name=name,
        **{"type": "meeting", **fields},
        **fuzzy.columns("happened", parse_edtf(happened) if happened else None),
        **stamp(status),
    )
    anchor(article, words, Anchor.Role.PHRASE, event=event)
    return event


def make_topic(code: str = "local:uji", *, label: str = "Uji", article: Article | None = None, **fields: Any) -> Topic:
    """Add a topic, and give it to `article` where there is one."""
    topic, _ = Topic.objects.get_or_create(
        code=code, defaults={"slug": code.replace(":", "-"), "labels": {"id": label}, **fields}
    )
    if article:
        ArticleTopic.objects.create(article=article, topic=topic, **stamp())
    return topic
