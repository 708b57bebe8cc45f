"""What a version changed: its text beside the one before, and the facts whose words it touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from django.db.models import QuerySet
from django.utils.functional import Promise

from articles.models import Article, Block, Version
from articles.reading.touched import Touched, touched
from articles.text.difference import Paragraph, Run, difference

# What readers see of a text. The other blocks are kept in each version and stand in its source.
_COMPARED: Final = (*Block.SEARCHED, Block.Type.BYLINE, Block.Type.PHOTO_CREDIT)
_FIRST_WORDS: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """Paragraphs in which nothing changed."""

    count: int
    words: str  # the first ones, where it is one paragraph; "" for several


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph in which something changed."""

    kind: str | Promise  # what it is, where it is no paragraph; "" for these
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    before: Version
    lines: list[Line | Folded] | None  # None where the rights forbid to show the text
    touched: list[Touched]

    @property
    def same_words(self) -> bool:
        """Whether no word of the text differs."""
        return self.lines is not None and all(isinstance(line, Folded) for line in self.lines)


def changes_of(version: Version) -> Changes | None:
    """Compare a text of an article with the one before; None for the first. The number of queries is fixed."""
    earlier = version.article.versions.filter(number__lt=version.number).defer("body")
    before = earlier.order_by("-number").first()
    if before is None:
        return None
    shows_text = version.article.rights == Article.Rights.FULL_TEXT
    return Changes(
        before=before,
        lines=list(_lines(_blocks(before), _blocks(version))) if shows_text else None,
        touched=touched(before, version, only_excerpts=not shows_text),
    )


def _blocks(version: Version) -> list[Block]:
    blocks: QuerySet[Block] = version.blocks.filter(type__in=_COMPARED).exclude(text="")
    return list(blocks.order_by("position"))


def _lines(before: list[Block], after: list[Block]) -> Iterator[Line | Folded]:
    found = difference([block.text for block in before], [block.text for block in after])
    for unchanged, paragraphs in groupby(found, key=lambda one: one.unchanged):
        if unchanged:
            yield _folded(list(paragraphs))
        else:
            yield from (Line(kind=_kind(one, before, after), runs=one.runs) for one in paragraphs)


def _folded(paragraphs: list[Paragraph]) -> Folded:
    if len(paragraphs) > 1:
        return Folded(count=len(paragraphs), words="")
    words = "".join(run.text for run in paragraphs[0].runs).split(maxsplit=_FIRST_WORDS)
    return Folded(count=1, words=" ".join(words[:_FIRST_WORDS]) + (" …" if words[_FIRST_WORDS:] else ""))


def _kind(one: Paragraph, before: list[Block], after: list[Block]) -> str | Promise:
    block = after[one.after] if one.after is not None else before[one.before or 0]
    return "" if block.type == Block.Type.PARAGRAPH else block.get_type_display()
