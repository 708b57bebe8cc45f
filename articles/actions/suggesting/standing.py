"""Entities that nobody but the rules has brought in: who is not to be seen yet, and what is no name at all.

Somebody whom only drafts name stands on no public page. A text that readers see shall not put one there with words
that it does not print itself: so such an entity has no name but the one that it is known again by, and gets the others
from texts that readers see (`entities.tell_public_names`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.models import Decision, Entity, EntityName, Mention, Quote, Status

ADDED: Final = "suggest"  # the action that the log has for an entity which the rules added


def only_by_rules() -> QuerySet[Entity]:
    """Return the entities that the rules added and about which nobody has decided since."""
    about = Decision.objects.filter(
        subject_type=ContentType.objects.get_for_model(Entity), subject_id=OuterRef("pk")
    ).order_by()
    return Entity.objects.filter(Exists(about.filter(action=ADDED, by=None)), ~Exists(about.exclude(action=ADDED)))


def unseen(entities: Iterable[int], *, but_in: Collection[int] = ()) -> set[int]:
    """Return which of the entities only the rules have brought in, and no text that readers see names or quotes.

    `but_in`: keys of articles that are not asked.
    """
    mentions = Mention.objects.public().filter(entity=OuterRef("pk")).exclude(article__in=but_in)
    quotes = Quote.objects.public().filter(speaker=OuterRef("pk")).exclude(article__in=but_in)
    found = only_by_rules().filter(~Exists(mentions), ~Exists(quotes), pk__in=set(entities))
    return set(found.values_list("pk", flat=True))


def no_names(entities: Iterable[int], *, without: Any = ()) -> set[int]:
    """Return which of the entities are no names: only the rules added them, and an editor rejected where they stand.

    An editor who confirms one of their mentions or quotes, or gives them a name, lifts that. `without`: mentions, as
    rows or keys, that count as rejected whatever they are.
    """
    mentions = Mention.objects.filter(entity=OuterRef("pk"))
    spoken = Quote.objects.filter(speaker=OuterRef("pk"), status=Status.CONFIRMED)
    by_hand = EntityName.objects.filter(entity=OuterRef("pk"), basis__in=EntityName.BY_HAND)
    found = only_by_rules().filter(
        Q(Exists(mentions.filter(Q(status=Status.REJECTED) | Q(pk__in=without)))),
        ~Exists(mentions.filter(status=Status.CONFIRMED).exclude(pk__in=without)),
        ~Exists(spoken),
        ~Exists(by_hand),
        pk__in=set(entities),
    )
    return set(found.values_list("pk", flat=True))
