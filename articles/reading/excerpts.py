"""Which parts of a text are shown: all of it, or the sentences of its facts where the rights allow no more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from articles.models import Article, Block
from articles.reading.facts import Facts
from articles.reading.marks import FIGURE, PRINTED, WORDS
from articles.reading.segments import Mark, Node, nest
from articles.text.sentences import around
from articles.text.spans import Span, merge

Marks = Mapping[int, list[Mark]]  # by key of the block
_HEAD = {Block.Type.HEADLINE, Block.Type.DECK}


def shown_parts(facts: Facts, marks: Marks) -> dict[int, list[Span]]:
    """Return by key of the block the stretches that readers may see; a block of which they see nothing is left out."""
    excerpt = facts.article.rights == Article.Rights.EXCERPT_ONLY
    parts = {}
    for block in facts.blocks:
        if block.text and (not excerpt or block.type in _HEAD):
            parts[block.pk] = [Span(0, len(block.text))]
        elif spans := [mark.span for mark in marks.get(block.pk, ()) if mark.rank in {PRINTED, WORDS, FIGURE}]:
            parts[block.pk] = merge(around(block.text, span) for span in spans)
    return parts


def nodes_of(block: Block, marks: Iterable[Mark], parts: Iterable[Span]) -> tuple[Node, ...]:
    """Return the marked text of a block as far as it is shown; "…" stands for what is left out."""
    marks = list(marks)
    nodes: list[Node] = []
    end = 0
    for part in parts:
        gap = block.text[end : part.start]
        nodes.append((" … " if end else "… ") if gap.strip() else gap)
        nodes.extend(nest(block.text, marks, within=part))
        end = part.end
    if block.text[end:].strip():
        nodes.append(" …")
    return tuple(node for node in nodes if node)
