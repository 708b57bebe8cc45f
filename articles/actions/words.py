"""The words that facts rest on: whether the current text has them, and that an editor has checked what it changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from django.db.models import F

from articles.actions import log
from articles.actions.snapshots import columns
from articles.models import Anchor, DateMention, Event, Fact, Mention, Printing, Quote, Statistic
from articles.models.anchor import AnchorQuerySet

# From an anchor to the facts that have words of their own. Links and topics rest on other facts, not on words.
_OWN: Final[Mapping[type[Fact], str]] = {
    Mention: "mention",
    Quote: "quote",
    Printing: "printing",
    DateMention: "date",
    Event: "event",
}
_EVIDENCE: Final[Mapping[type[Fact], str]] = {**_OWN, Statistic: "printing__statistic"}


def has_words(fact: Fact) -> bool:
    """Whether the current text has words for a fact that rests on words; a link or a topic always passes."""
    return not without_words(type(fact), [fact.pk])


def mark_checked(fact: Fact) -> int:
    """Note that an editor has checked the words that a newer text has changed; return how many."""
    return _changed_words(type(fact), [fact.pk]).update(state=Anchor.State.OK)


def without_words(table: type[Fact], keys: Iterable[int]) -> set[int]:
    """Return which facts rest on words of which the current text has none."""
    path = _EVIDENCE.get(table)
    if path is None:
        return set()
    printed = _in_current_texts().filter(**{f"{path}__in": list(keys)})
    return set(keys) - set(printed.values_list(path, flat=True))


def mark_all_checked(table: type[Fact], keys: Iterable[int]) -> dict[int, tuple[log.State, log.State]]:
    """Mark changed words as checked; return the anchors of each fact that had some, before and after, as in a snapshot.

    The statements are four, however many there are.
    """
    changed = _changed_words(table, keys)
    path = _OWN.get(table, "mention")
    concerned = set(changed.values_list(path, flat=True))
    if not concerned:
        return {}
    names = [field.name for field in columns(Anchor)]
    rows = defaultdict(list)
    for row in Anchor.objects.filter(**{f"{path}__in": concerned}).order_by("pk").values("id", *names):
        rows[row[path]].append(row)
    marked = set(changed.values_list("pk", flat=True))
    Anchor.objects.filter(pk__in=marked).update(state=Anchor.State.OK)
    states: dict[int, tuple[log.State, log.State]] = {}
    for key, before in rows.items():
        after = [{**row, "state": Anchor.State.OK} if row["id"] in marked else row for row in before]
        states[key] = ({"anchors": before}, {"anchors": after})
    return states


def _changed_words(table: type[Fact], keys: Iterable[int]) -> AnchorQuerySet:
    path = _OWN.get(table)
    if path is None:
        return Anchor.objects.none()
    return _in_current_texts().filter(state=Anchor.State.CHANGED, **{f"{path}__in": list(keys)})


def _in_current_texts() -> AnchorQuerySet:
    return Anchor.objects.filter(block__version=F("block__version__article__current"))
