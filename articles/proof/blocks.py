"""Texts against their blocks, and blocks against the source: every visible character stands in exactly one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from django.db.models import Exists, OuterRef

from articles.models import Block, Source, Version
from articles.proof.walking import Walk, bytes_of
from articles.text.normalise import body_from

_UNSEEN: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})  # categories of characters that nobody sees
_SHOWN: Final = 40  # characters of what stands in no block
_OF_ARCHIVIST: Final = "annotations"  # its notes have a headline of their own, which no block holds


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A version with what is needed to judge it."""

    version: Version
    blocks: Sequence[Block]  # in order of position
    importer: str
    source: str | None  # as text; None when no block has a place in it

    def joined(self, kind: str) -> str:
        return " ".join(block.text for block in self.blocks if block.type == kind)


def problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield what does not agree in the versions of these keys."""
    for text in _texts(keys):
        of = f"article {text.version.article_id}, version {text.version.number}"
        yield from (f"{of}: {wrong}" for rule in _RULES for wrong in rule(text))


def _texts(keys: Sequence[int]) -> Iterator[_Text]:
    rows = Version.objects.filter(pk__in=keys).order_by("pk").select_related("source__run")
    blocks = Block.objects.filter(version__in=keys).order_by("version", "position")
    by_version = {key: list(found) for key, found in groupby(blocks, key=attrgetter("version_id"))}
    placed = Block.objects.filter(version=OuterRef("versions"), source_start__isnull=False)
    contents = Source.objects.filter(Exists(placed), versions__in=keys)
    sources = {key: _read(bytes(content), charset) for key, content, charset in contents.values_list(
        "pk", "content", "charset"
    )}  # fmt: skip
    for version in rows.defer("source__content", "source__told"):
        yield _Text(
            version=version,
            blocks=by_version.get(version.pk, []),
            importer=version.source.run.importer,
            source=sources.get(version.source_id),
        )


def _read(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return ""  # so that every block stands outside of it


def _positions(text: _Text) -> Iterator[str]:
    missing = next((at for at, block in enumerate(text.blocks) if block.position != at), None)
    if missing is not None:
        yield f"block {missing} is missing"


def _words(text: _Text) -> Iterator[str]:
    version = text.version
    headline = text.joined(Block.Type.HEADLINE)
    if headline != version.headline and (headline or text.importer != _OF_ARCHIVIST):
        yield "its headline is not that of its blocks"
    if text.joined(Block.Type.DECK) != version.deck:
        yield "its deck is not that of its blocks"
    if body_from(block.text for block in text.blocks if block.type in Block.IN_BODY) != version.body:
        yield "its body is not that of its blocks"


def _body_places(text: _Text) -> Iterator[str]:
    for block in text.blocks:
        if block.body_start is not None and text.version.body[block.body_start : block.body_end] != block.text:
            yield f"block {block.position} does not stand in the body at {block.body_start} to {block.body_end}"


def _source_places(text: _Text) -> Iterator[str]:
    """Yield what stands in no block, in two, or outside; of a format whose blocks have no places, nothing."""
    if text.source is None:
        return
    at = 0
    for block in text.blocks:
        start, end = block.source_start, block.source_end
        if start is None or end is None:
            if block.text:
                yield f"block {block.position} has no place in the source"
            continue
        if end > len(text.source):
            yield f"block {block.position} ends at {end}, after the source, which ends at {len(text.source)}"
        if start < at:
            yield f"block {block.position} begins at {start}, before the one ahead of it ends at {at}"
        yield from _left_out(text.source, at, start)
        at = max(at, end)
    yield from _left_out(text.source, at, len(text.source))


def _left_out(source: str, start: int, end: int) -> Iterator[str]:
    words = source[start:end].strip()
    if any(unicodedata.category(character) not in _UNSEEN for character in words):
        yield f"no block holds what the source has at {start} to {end}: {words[:_SHOWN]!r}"


_RULES: Final[tuple[Any, ...]] = (_positions, _words, _body_places, _source_places)

WALKS = (Walk(rows=Version.objects.all, problems=problems, size=bytes_of("source__content") + bytes_of("body") * 2),)
