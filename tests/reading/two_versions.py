"""A second text of an article, made by hand: what `actions.revise` does, without its judgement."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from articles.actions.refresh import refresh_texts
from articles.models import Anchor, Article, Block, ImportRun, Source, Version
from articles.models.anchor import FACTS
from articles.text.normalise import body_from

_number = count(1)
State = Anchor.State


def second_text(
    article: Article,
    paragraphs: Sequence[str],
    *,
    changed: Mapping[str, str] | None = None,
    moved: Sequence[str] = (),
    **fields: Any,
) -> Version:
    """Give an article its next text; words that it has no more are lost, unless `changed` says what they became."""
    old = article.current
    assert old
    version = _version(article, old, paragraphs, **fields)
    for anchor in Anchor.objects.of_version(old).select_related("block").in_order():
        _carry(anchor, version, changed or {}, moved)
    article.current = version
    article.save(update_fields=["current"])
    refresh_texts([article.pk])
    return version


def _version(article: Article, old: Version, paragraphs: Sequence[str], **fields: Any) -> Version:
    body = body_from(paragraphs)
    content = f"{body}\n{next(_number)}".encode()
    sha256 = hashlib.sha256(content).hexdigest()
    run = ImportRun.objects.create(importer="typed", container="typed", container_sha256=sha256, seen=1, new=1)
    source = Source.objects.create(run=run, place="typed", content=content, sha256=sha256, media_type="text/plain")
    told = {"number": old.number + 1, "headline": old.headline, "deck": old.deck, **fields}
    version = Version.objects.create(
        article=article, body=body, body_sha256=hashlib.sha256(body.encode()).hexdigest(), source=source, **told
    )
    heads = [(Block.Type.HEADLINE, version.headline), (Block.Type.DECK, version.deck)]
    position, place = 0, 0
    for kind, text in [*heads, *((Block.Type.PARAGRAPH, text) for text in paragraphs)]:
        if text:
            bounds = (place, place + len(text)) if kind == Block.Type.PARAGRAPH else (None, None)
            Block.objects.create(
                version=version, position=position, type=kind, text=text, body_start=bounds[0], body_end=bounds[1]
            )
            position += 1
            place += len(text) + 2 if kind == Block.Type.PARAGRAPH else 0
    return version


def _carry(anchor: Anchor, version: Version, changed: Mapping[str, str], moved: Sequence[str]) -> None:
    words = changed.get(anchor.exact, anchor.exact)
    state = State.CHANGED if anchor.exact in changed else State.MOVED if anchor.exact in moved else State.OK
    for block in version.blocks.order_by("position"):
        start = block.text.find(words)
        if start >= 0 and (block.body_start is None) == (anchor.block.body_start is None):
            fact = {f"{name}_id": getattr(anchor, f"{name}_id") for name in FACTS}
            end = start + len(words)
            Anchor.objects.create(block=block, start=start, end=end, exact=words, role=anchor.role, state=state, **fact)
            return
    Anchor.objects.filter(pk=anchor.pk).update(state=State.LOST)
