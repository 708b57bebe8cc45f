"""Who and what an article names: its credits, those who speak or act in it, its places."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from articles.models import Anchor, Block, Entity, Mention, Quote
from articles.reading.facts import Facts
from articles.reading.marks import acts

_PLACES = {Entity.Kind.PLACE, Entity.Kind.COUNTRY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    entity: Entity
    role: Mention | None  # the mention that prints a role
    names: list[Anchor]  # each place where it is named, in the order of the text
    quotes: list[Quote]  # what it says here

    @property
    def tells(self) -> bool:
        """Whether there is more to say of it than its name."""
        return bool(self.role or self.quotes)


def credits_of(facts: Facts) -> list[Mention]:
    """Return those who made the article, as the byline names them."""
    return [
        mention
        for mention in facts.mentions
        if any(anchor.block.type == Block.Type.BYLINE for anchor in facts.of(mention)) and not mention.nested
    ]


def cast_of(facts: Facts, shown: Collection[int]) -> list[Named]:
    """Return who speaks or acts, most heard and most named first; `shown` holds the keys of blocks on the page."""
    cast = _named(facts, (mention for mention in facts.mentions if acts(mention)), shown)
    return sorted(cast, key=lambda one: (-len(one.quotes), -len(one.names)))


def places_of(facts: Facts, shown: Collection[int]) -> list[Named]:
    """Return the places that the text names outside other names, most named first."""
    mentions = (
        mention
        for mention in facts.mentions
        if mention.entity.kind in _PLACES and mention.entity.listed and not mention.nested
    )
    return sorted(_named(facts, mentions, shown), key=lambda one: -len(one.names))


def _named(facts: Facts, mentions: Iterable[Mention], shown: Collection[int]) -> list[Named]:
    found: dict[int, Named] = {}
    for mention in mentions:
        names = [anchor for anchor in facts.in_role(mention, Anchor.Role.NAME) if anchor.block_id in shown]
        one = found.get(mention.entity_id)
        if one is None and names:
            found[mention.entity_id] = Named(
                entity=mention.entity,
                role=role_of(facts, mention.entity_id),
                names=names,
                quotes=[quote for quote in facts.quotes if quote.speaker_id == mention.entity_id],
            )
        elif one is not None:
            one.names.extend(names)
    return list(found.values())


def role_of(facts: Facts, entity: int | None) -> Mention | None:
    """Return the first mention of an entity that prints a role."""
    return next((one for one in facts.mentions if one.entity_id == entity and one.printed_role), None)
