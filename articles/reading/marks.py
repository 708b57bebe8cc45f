"""How the words that facts rest on look in the text: quotes underlined, figures and names to be followed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from articles.models import Anchor, Entity, Mention, Printing, Quote
from articles.reading.facts import Facts
from articles.reading.quotations import with_marks
from articles.reading.segments import Mark
from articles.text.spans import Span

# Which stands outside where several rest on the same words.
PRINTED, WORDS, PART, EVIDENCE, FIGURE, NAME, HIT = range(7)
_Placed = tuple[int, Mark]  # key of the block
_UNNAMED = {Mention.Form.PRONOUN, Mention.Form.CLITIC}
# Places do not speak, and a publisher's name in its own article is its signature.
_SILENT = {Entity.Kind.PLACE, Entity.Kind.COUNTRY, Entity.Kind.PUBLISHER}


def of_text(facts: Facts) -> dict[int, list[Mark]]:
    """Return the marks of each block by its key. Every anchor of a fact has an element with its name."""
    marks: dict[int, list[Mark]] = defaultdict(list)
    rows = (
        *(_of_quote(facts, quote) for quote in facts.quotes),
        *(_of_printing(facts, printing) for printing in facts.printings),
        *(_of_mention(facts, mention) for mention in facts.mentions),
        *(_evidence(facts.of(date)) for date in facts.dates),
        *(_evidence(facts.of(event)) for event in facts.events),
    )
    for placed in rows:
        for block, mark in placed:
            marks[block].append(mark)
    return marks


def _evidence(anchors: list[Anchor]) -> Iterator[_Placed]:
    for anchor in anchors:
        yield (
            anchor.block_id,
            Mark(span=Span(anchor.start, anchor.end), rank=EVIDENCE, ident=anchor.fragment, css="anchor"),
        )


def _of_quote(facts: Facts, quote: Quote) -> Iterator[_Placed]:
    direct = quote.type == Quote.Type.DIRECT
    css = "q q-direct" if direct else "q q-indirect"
    printed = facts.in_role(quote, Anchor.Role.PRINTED)
    words = facts.in_role(quote, Anchor.Role.CONTENT)
    numbered = (printed or words)[-1:]
    dressed = {anchor.pk for anchor in (*printed, *words)}
    for anchor in printed:
        ref = quote.number if anchor in numbered else None
        yield _said(anchor, Span(anchor.start, anchor.end), rank=PRINTED, css=css, ref=ref)
    for anchor in words:
        span = with_marks(anchor) if direct and not printed else Span(anchor.start, anchor.end)
        ref = quote.number if anchor in numbered else None
        yield _said(anchor, span, rank=WORDS, css=css, ref=ref)
    if not direct:
        for anchor in facts.in_role(quote, Anchor.Role.MARKED):
            dressed.add(anchor.pk)
            yield _said(anchor, with_marks(anchor), rank=PART, css="q q-direct q-part")
    yield from _evidence([anchor for anchor in facts.of(quote) if anchor.pk not in dressed])


def _said(anchor: Anchor, span: Span, *, rank: int, css: str, ref: int | None = None) -> _Placed:
    return anchor.block_id, Mark(span=span, rank=rank, ident=anchor.fragment, css=css, ref=ref)


def _of_printing(facts: Facts, printing: Printing) -> Iterator[_Placed]:
    numbers = facts.in_role(printing, Anchor.Role.NUMBER)
    for anchor in numbers:
        yield (
            anchor.block_id,
            Mark(
                span=Span(anchor.start, anchor.end),
                rank=FIGURE,
                ident=anchor.fragment,
                css="fig",
                href=f"#s{printing.statistic_id}",
            ),
        )
    yield from _evidence([anchor for anchor in facts.of(printing) if anchor not in numbers])


def _of_mention(facts: Facts, mention: Mention) -> Iterator[_Placed]:
    names = facts.in_role(mention, Anchor.Role.NAME) if acts(mention) else []
    for anchor in names:
        yield (
            anchor.block_id,
            Mark(
                span=Span(anchor.start, anchor.end),
                rank=NAME,
                ident=anchor.fragment,
                css="actor",
                href=mention.entity.get_absolute_url(),
            ),
        )
    yield from _evidence([anchor for anchor in facts.of(mention) if anchor not in names])


def acts(mention: Mention) -> bool:
    """Return whether it names someone who speaks or acts and has a page."""
    entity = mention.entity
    named = not mention.nested and mention.form not in _UNNAMED
    return named and entity.listed and entity.merged_into_id is None and entity.kind not in _SILENT
