"""The figures in a margin: each on a card of its own, as many as fit beside the text, the rest folded under them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from articles.reading.figures import Figure
from articles.reading.voices import Voice

# Heights are counted in lines of the text, as the widest page sets them: about 28 px each. A browser alone knows them
# exactly; what is needed here is that a margin does not run on for screens after its text.
_IN_TEXT: Final = 58  # characters in a line of the text
_IN_MARGIN: Final = 28  # characters in a line of a card
_SMALL: Final = 0.75  # of a line, for one on a card
_BETWEEN: Final = 0.65  # from one paragraph, or card, to the next
_OVER: Final = 5  # lines by which a margin may be longer than its text
_FEWEST: Final = 3  # cards that stand however short the text is


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A figure beside the passage that first prints it, with its denominator where that has no card of its own."""

    figure: Figure
    whole: Figure | None

    @property
    def brief(self) -> bool:
        """Whether its words tell all: a suggestion printed once, of no day, whole or series, as rules find many."""
        statistic = self.figure.statistic
        more = (statistic.since, statistic.as_of, statistic.series_id, statistic.volatile, statistic.out_of_id)
        return statistic.unreviewed and len(self.figure.printed) == 1 and not any((*more, self.whole))

    @property
    def height(self) -> float:
        """About how high it is, in lines of the text."""
        statistic = self.figure.statistic
        named = ceil(len(statistic.measure) / _IN_MARGIN)
        if self.brief:
            return 1.5 + named * _SMALL + _BETWEEN
        # Two lines for each wording in which it is printed, and the day, series and caution one or two each.
        days = (statistic.since, statistic.as_of)
        more = (*days, statistic.series_id, statistic.volatile, self.figure.share, self.whole)
        pairs = 2 * len(self.figure.wordings) + 2 * sum(map(bool, more)) + len(self.figure.populations)
        return 2.5 + (named + pairs + statistic.unreviewed) * _SMALL + _BETWEEN


def cards_of(figures: Mapping[int, Figure], blocks: set[int]) -> list[Card]:
    """Return the cards of figures first printed in `blocks`; a denominator goes on the card of its first part."""
    here = [figure for figure in figures.values() if figure.printed and figure.printed[0].number.block_id in blocks]
    keys = {figure.statistic.pk for figure in here}
    wholes: dict[int, Figure] = {}  # by key of the part that carries it
    for figure in here:
        whole = figure.whole
        if whole and whole.whole is None and whole.statistic.pk in keys and whole not in wholes.values():
            wholes[figure.statistic.pk] = whole
    told = {whole.statistic.pk for whole in wholes.values()}
    return [
        Card(figure=figure, whole=wholes.get(figure.statistic.pk)) for figure in here if figure.statistic.pk not in told
    ]


def fitting(cards: Sequence[Card], paragraphs: Iterable[str], voices: Iterable[Voice]) -> int:
    """Return how many of the first cards stand beside a text of `paragraphs`; voices may be longer than it.

    One card is never folded alone: the line that says so is as long as the card.
    """
    text = sum(ceil(len(words) / _IN_TEXT) + _BETWEEN for words in paragraphs)
    room = max(text, sum(map(_height_of, voices))) + _OVER
    fit = 0
    for card in cards:
        room -= card.height
        if room < 0 and fit >= _FEWEST:
            break
        fit += 1
    return len(cards) if len(cards) - fit <= 1 else fit


def _height_of(voice: Voice) -> float:
    return 3.0 + sum(3.0 + len(statement.remarks) for statement in voice.statements)
