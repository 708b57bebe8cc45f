"""Where the words of a search stand in the text of an article, and the bar that leads from one to the next."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from typing import Final

from articles.models import Block
from articles.reading.facts import Facts
from articles.reading.marks import HIT
from articles.reading.segments import Mark
from articles.search.hits import Finder
from articles.search.query import BadQuery, parse
from articles.search.terms import Term
from articles.text.spans import Span

MOST_NUMBERS: Final = 24
MOST_MARKED: Final = 500  # more marks than these help nobody, and each is looked at by the browser


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    typed: str
    count: int  # the first ones of them are marked, and named hit-1 to hit-500
    problem: str  # why the search cannot be read; "" when it can
    asks_words: bool = True  # False where all that it asks for is no words: by:putin, -gaza

    @property
    def first_ones(self) -> list[str]:
        """The numbers that the bar has room for."""
        return [str(number) for number in range(1, min(self.count, MOST_NUMBERS) + 1)]

    @property
    def marked(self) -> int:
        return min(self.count, MOST_MARKED)

    @property
    def last(self) -> str:
        return f"hit-{self.marked}"


def mark_hits(
    facts: Facts, parts: Mapping[int, list[Span]], marks: MutableMapping[int, list[Mark]], typed: str
) -> Hits:
    """Add a mark for each place of the searched words that readers see, numbered in the order of the page."""
    terms, problem = wanted(typed)
    finder = Finder(terms)
    count = 0
    for block in sorted(facts.blocks, key=lambda one: one.type in Block.IN_BODY):  # captions stand in the head
        if terms and block.type in Block.SEARCHED:
            for span in finder.find(block.text, facts.article.language):
                if any(part.contains(span) for part in parts.get(block.pk, ())):
                    count += 1
                    if count <= MOST_MARKED:
                        mark = Mark(span=span, rank=HIT, tag="mark", ident=f"hit-{count}")
                        marks.setdefault(block.pk, []).append(mark)
    return Hits(typed=typed, count=count, problem=problem, asks_words=bool(terms))


def wanted(typed: str) -> tuple[list[Term], str]:
    """Return the words and phrases that a search asks for, and what is wrong with it ("" when nothing is)."""
    try:
        query = parse(typed)
    except BadQuery as refused:
        return [], refused.message
    return (query.terms if query else []), ""
