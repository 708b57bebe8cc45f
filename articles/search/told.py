"""The quotes and figures in which the words of a search stand, for all lines of a page at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, Self

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from articles.models import Anchor, Entity, Printing, Quote, Statistic
from articles.search.prepared import Prepared
from articles.search.snippets import Found
from articles.text.spans import Span

_SAID: Final = (Anchor.Role.PRINTED, Anchor.Role.CONTENT)  # with their quotation marks first
_COUNTED: Final = (Anchor.Role.NUMBER, Anchor.Role.PHRASE)


class _Words(NamedTuple):
    block: int
    start: int
    end: int
    role: str
    quote: int | None
    statistic: int | None

    def hold(self, span: Span) -> bool:
        return self.start <= span.start and span.end <= self.end

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a line shows beside its words; both are None where they stand in neither."""

    quote: Quote | None = None
    statistic: Statistic | None = None
    within: Span | None = None  # the words of the quote in the block, which are shown alone
    at: Span | None = None  # where the figure is printed, which must be seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The facts of some blocks that readers may see, in a fixed number of queries."""

    _chosen: Mapping[int, _Words]  # by block
    _quotes: Mapping[int, Quote]
    _statistics: Mapping[int, Statistic]

    @classmethod
    def of(cls, lines: Iterable[Found]) -> Self:
        """Load what the words found in public texts stand in."""
        by_block = {line.block.pk: line for line in lines}
        words: dict[int, list[_Words]] = defaultdict(list)
        for stretch in map(_Words._make, _WORDS.of(list(by_block))):
            words[stretch.block].append(stretch)
        chosen = {key: one for key, held in words.items() if (one := _choose(by_block[key].spans, held))}
        quotes = Quote.objects.public().select_related("speaker")
        found = quotes.in_bulk({one.quote for one in chosen.values() if one.quote})
        figures = Statistic.objects.public().for_cards()
        counted = figures.in_bulk({one.statistic for one in chosen.values() if one.statistic})
        if chosen:
            Entity.objects.tell_pages([*found.values(), *counted.values()])
        return cls(_chosen=chosen, _quotes=found, _statistics=counted)

    def about(self, line: Found) -> Told:
        chosen = self._chosen.get(line.block.pk)
        # Either may have been taken back since its words were loaded.
        quote = self._quotes.get(chosen.quote) if chosen and chosen.quote else None
        statistic = self._statistics.get(chosen.statistic) if chosen and chosen.statistic else None
        span = chosen.span if chosen else None
        return Told(quote=quote, statistic=statistic, within=span if quote else None, at=span if statistic else None)


def _words(blocks: Sequence[int]) -> QuerySet[Any, Any]:
    """Return the words of quotes and figures in some blocks, as `_Words` has them."""
    # Asked row by row, of the few words in these blocks; as lists (`quote__in`) the archive's quotes would all be read.
    said = Q(Exists(Quote.objects.public().filter(pk=OuterRef("quote"))), role__in=_SAID)
    counted = Q(Exists(Printing.objects.public().filter(pk=OuterRef("printing"))), role__in=_COUNTED)
    anchors = Anchor.objects.filter(said | counted, block__in=blocks).order_by("block", "start", "-end", "pk")
    return anchors.values_list("block", "start", "end", "role", "quote", F("printing__statistic"))


_WORDS: Final = Prepared(_words)


def _choose(spans: Sequence[Span], held: Sequence[_Words]) -> _Words | None:
    """Return the words to show: a number that was asked for, else a quote that holds most, else the figure's phrase."""
    numbers = [one for one in held if one.role == Anchor.Role.NUMBER and any(map(one.span.overlaps, spans))]
    if numbers:
        return numbers[0]
    quotes = [one for one in held if one.quote and any(map(one.hold, spans))]
    if quotes:
        return max(quotes, key=lambda one: (sum(map(one.hold, spans)), one.role == Anchor.Role.PRINTED))
    phrases = [one for one in held if one.role == Anchor.Role.PHRASE and any(map(one.hold, spans))]
    return phrases[0] if phrases else None
