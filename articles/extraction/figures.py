"""What a text counts and measures: each number that does, with its unit, its qualifier, and of how many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from articles.extraction.amount import Amount
from articles.extraction.amount_compounds import join_compounds
from articles.extraction.amount_neighbours import with_neighbours
from articles.extraction.amount_ranges import join_ranges
from articles.extraction.amounts import read_amount
from articles.extraction.denominator_links import Part
from articles.extraction.denominators import find_parts
from articles.extraction.elsewhere import any_holds, leading_elsewhere
from articles.extraction.figure_claims import claims
from articles.extraction.figure_measures import Place, measure_of, population_of
from articles.extraction.figure_phrases import Near
from articles.extraction.figure_reader import Reader, reader
from articles.extraction.figure_scope import Scope, Scopes
from articles.extraction.findings import Day, Figure
from articles.extraction.qualifiers import qualifier_before
from articles.extraction.story import Story
from articles.extraction.uncounted import counts_nothing
from articles.text.loose_numbers import find_loose_numbers
from articles.text.numbers import FoundNumber, find_numbers
from articles.text.spans import Span

__all__ = ["LARGEST", "RULES", "claims", "find_figures"]

RULES: Final[Mapping[str, float]] = {
    "figure.money": 0.97,
    "figure.percent": 0.97,
    "figure.measure": 0.95,
    "figure.duration": 0.8,
    "figure.times": 0.8,
    "figure.fraction": 0.7,
    "figure.count": 0.88,
    "figure.count-in-words": 0.8,
    "figure.size-in-words": 0.75,
    "figure.of-how-many": 0.92,
    "figure.of-how-many-before": 0.85,
    "figure.share-of": 0.9,
    "figure.of-those-before": 0.8,
    "figure.in-so-many-games": 0.85,
}
# Nobody has counted so far, and a decimal number of 28 digits holds no more with six behind the point.
LARGEST: Final = Decimal(10) ** 22


def find_figures(story: Story, days: Sequence[Day]) -> tuple[Figure, ...]:
    """Return the figures of the text, in order. A denominator is a figure of its own."""
    read = reader(story.language)
    counted = [amount for amount in _amounts(story, read) if not counts_nothing(story.body, amount, read)]
    amounts = with_neighbours(story.body, list(join_ranges(story.body, counted, read)), read)
    parts = find_parts(story, amounts, read)
    builder = _Builder(story, amounts, parts, Scopes(story, days, read), read)
    return tuple(builder.figure(at) for at, amount in enumerate(amounts) if amount.kind != "bare" or at in parts)


def _amounts(story: Story, read: Reader) -> Iterator[Amount]:
    elsewhere = leading_elsewhere(story.body, read)
    numbers = (number for number in _numbers(story) if not any_holds(elsewhere, number.span.start))
    amounts = (read_amount(story.body, number, read) for number in numbers)
    return join_compounds(story.body, [amount for amount in amounts if abs(amount.value) < LARGEST], read)


def _numbers(story: Story) -> Iterator[FoundNumber]:
    """Yield the numbers in text order; of two in one place the fraction or size."""
    loose = find_loose_numbers(story.body, story.language)
    taken = [number.span for number in loose]
    exact = (number for number in find_numbers(story.body, story.language) if not any_holds(taken, number.span.start))
    return iter(sorted([*loose, *exact], key=lambda number: number.span))


class _Builder:
    """Makes figures of amounts, the whole before its parts."""

    def __init__(
        self, story: Story, amounts: Sequence[Amount], parts: Mapping[int, Part], scopes: Scopes, read: Reader
    ) -> None:
        self._story, self._amounts, self._parts = story, amounts, parts
        self._scopes, self._read = scopes, read
        self._near = Near(body=story.body, read=read, days=scopes.day_spans)
        self._made: dict[int, Figure] = {}

    def figure(self, at: int) -> Figure:
        waiting = [at]
        while (part := self._parts.get(waiting[-1])) and part.whole not in self._made:
            waiting.append(part.whole)
        for index in reversed(waiting):
            if index not in self._made:
                self._made[index] = self._make(index)
        return self._made[at]

    def _make(self, at: int) -> Figure:
        amount, part = self._amounts[at], self._parts.get(at)
        whole = self._amounts[part.whole] if part else None
        qualifier, meaning = qualifier_before(self._story.body, amount.start, self._read)
        place = self._place(at, qualifier.start if qualifier else amount.start)
        scope = Scope() if amount.kind == "duration" else self._scopes.at(amount.start)
        rule = part.rule if part else _rule(amount)
        return Figure(
            span=_span(amount, whole),
            number=amount.number,
            value=amount.value,
            value_to=amount.value_to,
            unit=amount.unit or (whole.unit if whole else ""),
            measure=measure_of(place, self._near),
            approximation=meaning or amount.approximation,
            qualifier=qualifier or amount.after,
            population=population_of(self._story.body, place, self._read),
            out_of=self._made[part.whole] if part else None,
            as_of=scope.as_of,
            as_of_words=scope.as_of_words,
            since=scope.since,
            since_words=scope.since_words,
            rule=rule,
            confidence=RULES[rule],
        )

    def _place(self, at: int, before: int) -> Place:
        part = self._parts.get(at)
        following = at + 2 if part and part.whole == at + 1 else at + 1
        return Place(
            amount=self._amounts[at],
            before=before,
            whole=self._amounts[part.whole] if part else None,
            earliest=self._amounts[at - 1].end if at else 0,
            latest=self._amounts[following].start if following < len(self._amounts) else len(self._story.body),
        )


def _rule(amount: Amount) -> str:
    if amount.is_size:
        return "figure.size-in-words"
    return "figure.count-in-words" if amount.kind == "count" and amount.worded else f"figure.{amount.kind}"


def _span(amount: Amount, whole: Amount | None) -> Span:
    """Return the number with its unit, which for "883 dari 1.100 orang" is that of the whole."""
    behind = whole is not None and amount.kind == "bare" and amount.end < whole.start
    return Span(amount.start, whole.end if whole and behind else amount.end)
