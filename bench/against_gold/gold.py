"""Annotated articles as the archive stores them: each read by the importer, what is marked in it moved along.

A line of the file is an article with `body` (also `title`, `date_raw` ...) and what somebody marked in it. Offsets
count code points of `body`. The importer changes white space and leaves boilerplate out, so a place in `body` is
followed to the stored text by the characters that are not white space, block by block. What was marked in words that
the importer left out has no place: it counts as missed.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from articles.extraction.engine import language_of
from articles.extraction.story import Story
from articles.importers.base import BlockType, Given, RawArticle
from articles.importers.jsonl import JsonLines
from articles.text.spans import Span

VISIBLE = re.compile(r"\S")
OF_THE_TEXT = frozenset({BlockType.PARAGRAPH, BlockType.CROSSHEAD, BlockType.BOILERPLATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What somebody marked in an article."""

    words: str  # as printed
    span: Span | None  # in the stored body; None: the importer left it out
    optional: bool = False  # neither a hit nor a fault counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Marked):
    """A direct quote (the words between the marks) or the sentence that reports an indirect one (its first words)."""

    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted(Marked):
    values: tuple[Decimal, ...]  # two for a range
    unit: str
    qualifier: str  # "" for none
    denominator: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated(Marked):
    iso: str  # a day, or first and last day with a slash between


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One annotated article."""

    name: str
    story: Story
    quotes: tuple[Said, ...]
    statements: tuple[Said, ...] | None  # None: indirect speech was not annotated
    figures: tuple[Counted, ...]
    days: tuple[Dated, ...]


def cases_of(path: Path) -> Iterator[Case]:
    """Yield the articles of the file, in order; one that the importer refuses has an empty body.

    Raises:
        OSError: the file cannot be read.
        ValueError: a line is no JSON.
    """
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    given = Given(name=path.name, open=lambda: path.open("rb"))
    for line, record in zip(lines, JsonLines().read(given), strict=True):
        yield _case(line, record if isinstance(record, RawArticle) else None)


def _case(line: Mapping[str, Any], article: RawArticle | None) -> Case:
    raw = line["body"].replace("\N{NO-BREAK SPACE}", " ")
    moved = _Moved(raw, article)
    body = article.body if article else ""
    language = language_of(article.language if article else "", body)
    indirect = line.get("indirect")
    return Case(
        name=str(line.get("n", line.get("id", ""))),
        story=Story(body=body, language=language, published=article.published if article else None),
        quotes=tuple(_said(one, moved) for one in line.get("quotes", ())),
        statements=None if indirect is None else tuple(_said(one, moved) for one in indirect),
        figures=tuple(_counted(one, moved) for one in line.get("stats", ())),
        days=tuple(
            Dated(words=one["text"], span=moved.span(one["start"], one["end"]), iso=one["iso"])
            for one in line.get("dates", ())
        ),
    )


def _said(one: Mapping[str, Any], moved: _Moved) -> Said:
    words = one.get("text") or one["anchor"]
    return Said(
        words=words,
        span=moved.span(one["start"], one.get("end") or one["start"] + len(words)),
        optional=bool(one.get("optional")) or one.get("tier") == "o",
        speaker=one["speaker"] or "",
    )


def _counted(one: Mapping[str, Any], moved: _Moved) -> Counted:
    values = one["value"] if isinstance(one["value"], list) else [one["value"]]
    return Counted(
        words=one["text"],
        span=moved.span(one["start"], one["end"]),
        optional=one.get("tier") == "o",
        values=tuple(Decimal(str(value)) for value in values),
        unit=one["unit"] or "",
        qualifier=one["qualifier"] or "",
        denominator=None if one["denominator"] is None else Decimal(str(one["denominator"])),
    )


class _Moved:
    """Places of the printed text in the stored one."""

    def __init__(self, raw: str, article: RawArticle | None) -> None:
        self._at: dict[int, int] = {}
        if article is None:
            return
        visible = [place for place, letter in _letters(raw)]
        squeezed = "".join(letter for _, letter in _letters(raw))
        begin = 0
        for block, stored in zip(article.blocks, article.body_places, strict=True):
            if block.type not in OF_THE_TEXT:
                continue
            letters = _letters(block.text)
            pairs = _aligned(squeezed, begin, "".join(letter for _, letter in letters))
            begin = max((there for there, _ in pairs), default=begin - 1) + 1
            if stored:
                self._at |= {visible[there]: stored[0] + letters[here][0] for there, here in pairs}

    def span(self, start: int, end: int) -> Span | None:
        """Return where the words stand in the stored body; None when the importer left them out."""
        places = [self._at[place] for place in range(start, end) if place in self._at]
        return Span(min(places), max(places) + 1) if places else None


def _letters(text: str) -> list[tuple[int, str]]:
    """Return the characters that are not white space, each with its place."""
    return [(found.start(), unicodedata.normalize("NFC", found[0])) for found in VISIBLE.finditer(text)]


def _aligned(text: str, begin: int, part: str) -> Sequence[tuple[int, int]]:
    """Return pairs of places in `text` and in `part` that hold the same character, from `begin` on."""
    found = text.find(part, begin)
    if found >= 0:
        return [(found + here, here) for here in range(len(part))]
    # The importer changed a character: accents put together, entities, invisible ones.
    window = text[begin : begin + 2 * len(part) + 100]
    blocks = SequenceMatcher(None, window, part, autojunk=False).get_matching_blocks()
    return [(begin + block.a + step, block.b + step) for block in blocks for step in range(block.size)]
