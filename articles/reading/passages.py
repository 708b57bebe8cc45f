"""An article's text parted into passages: a few paragraphs on one speech event, with what stands beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from articles.models import Article, Block, Quote
from articles.reading.facts import Facts
from articles.reading.figures import Figure
from articles.reading.happenings import Happening
from articles.reading.margins import Card, cards_of, fitting
from articles.reading.segments import Node, plain
from articles.reading.voices import Voice, voices_of

# A voice may speak all through an article; its facts must not be far from its words.
LONGEST: Final = 2400  # characters
_FLOW: Final = {*Block.IN_BODY, Block.Type.BOILERPLATE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    block: Block
    nodes: tuple[Node, ...]

    @property
    def is_crosshead(self) -> bool:
        return self.block.type == Block.Type.CROSSHEAD


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    number: int  # from 1
    texts: list[Text]
    folded: list[Block]  # lines of the source that are not article text
    voices: list[Voice]
    happenings: list[Happening]
    cards: list[Card]
    fitting: int  # how many of the cards stand in the margin; the rest is folded under them

    @property
    def shown(self) -> list[Card]:
        return self.cards[: self.fitting]

    @property
    def folded_cards(self) -> list[Card]:
        return self.cards[self.fitting :]


@dataclass(slots=True, kw_only=True)
class _Group:
    blocks: list[Block] = field(default_factory=list)
    speakers: set[int | None] = field(default_factory=set)
    events: set[int] = field(default_factory=set)

    def goes_on_with(self, block: Block, quotes: Iterable[Quote]) -> bool:
        """Return whether `block` belongs here: nobody new speaks in it, and the passage is not long yet."""
        if not self.blocks or block.type == Block.Type.BOILERPLATE:
            return True
        if block.type == Block.Type.CROSSHEAD or sum(len(one.text) for one in self.blocks) > LONGEST:
            return False
        speakers, events = _heard(quotes)
        return not speakers or not self.speakers or bool(speakers & self.speakers or events & self.events)

    def take(self, block: Block, quotes: Iterable[Quote]) -> None:
        speakers, events = _heard(quotes)
        self.blocks.append(block)
        self.speakers |= speakers
        self.events |= events


def _heard(quotes: Iterable[Quote]) -> tuple[set[int | None], set[int]]:
    quotes = list(quotes)
    return {quote.speaker_id for quote in quotes}, {event for quote in quotes if (event := quote.event_id)}


def passages_of(
    facts: Facts,
    nodes: Mapping[int, tuple[Node, ...]],
    figures: Mapping[int, Figure],
    happenings: Iterable[Happening],
    told_with_voice: set[int],
) -> list[Passage]:
    """Return the passages of a text; `nodes` holds, by key of the block, as much of it as is shown."""
    quotes: dict[int, list[Quote]] = {}
    for quote in facts.quotes:
        quotes.setdefault(facts.beginning(quote).block_id, []).append(quote)
    happenings = list(happenings)
    passages = []
    for number, group in enumerate(_groups(facts, quotes), 1):
        keys = {block.pk for block in group}
        texts = [Text(block=block, nodes=nodes[block.pk]) for block in group if _is_text(block, nodes)]
        voices = voices_of(facts, [one for block in group for one in quotes.get(block.pk, ())], told_with_voice)
        cards = cards_of(figures, keys)
        passages.append(
            Passage(
                number=number,
                texts=texts,
                folded=[block for block in group if block.type == Block.Type.BOILERPLATE and _folds(facts)],
                voices=voices,
                happenings=[one for one in happenings if one.words.block_id in keys],
                cards=cards,
                fitting=fitting(cards, (plain(text.nodes) for text in texts), voices),
            )
        )
    return passages


def _groups(facts: Facts, quotes: Mapping[int, list[Quote]]) -> list[list[Block]]:
    """Part the body into passages; what the headline and the captions say stands beside the first."""
    groups = [_Group()]
    outside = []
    for block in facts.blocks:
        if block.type not in _FLOW:
            outside.append(block)
            continue
        heard = quotes.get(block.pk, ())
        if not groups[-1].goes_on_with(block, heard):
            groups.append(_Group())
        groups[-1].take(block, heard)
    return [outside + groups[0].blocks, *(group.blocks for group in groups[1:])]


def _is_text(block: Block, nodes: Mapping[int, tuple[Node, ...]]) -> bool:
    return block.type in Block.IN_BODY and block.pk in nodes


def _folds(facts: Facts) -> bool:
    """Return whether the lines that are not article text are named: only beside a text that is shown whole."""
    return facts.article.rights == Article.Rights.FULL_TEXT
