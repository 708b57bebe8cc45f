"""Facts whose words a new text has changed or lost: what was confirmed is to be checked again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.contrib.auth.models import User
from django.db.models import F, Model, Q

from articles.actions import log
from articles.models import Anchor, DateMention, Event, Fact, Mention, Printing, Quote, Statistic, Status, Version
from articles.models.anchor import FACTS, LEADING_ROLES

FactKey = tuple[str, int]  # the anchor's column that names the fact, and the fact's key
_Words = tuple[str | None, str | None]  # of a fact, as they were and as they became; None: it has none

# Facts with words of their own, by the anchor's column that names one.
TABLES: Final[Mapping[str, type[Fact]]] = dict(zip(FACTS, (Mention, Quote, Printing, DateMention, Event), strict=True))
_OPEN: Final = (Status.SUGGESTED, Status.CONFIRMED)
_OWN_WORDS: Final = (*LEADING_ROLES, Anchor.Role.PRINTED, Anchor.Role.MARKED)
GAP: Final = " … "  # between words that do not stand together


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """Words that one fact rested on in the old text, and those that it rests on in their place."""

    fact: FactKey
    role: str
    old: str | None  # None: they were lost before
    new: str | None  # None: they are lost now

    @property
    def renumbers(self) -> bool:
        """Whether a number has become another one. Only 1.100 and 1,100 are sure to be the same."""
        if self.role != Anchor.Role.NUMBER or self.old is None or self.new is None:
            return False
        digits, new_digits = (
            [character for character in words if character.isdigit()] for words in (self.old, self.new)
        )
        # Equal words were flagged for what stands beside them: 883, now 883 thousand.
        return self.old == self.new or digits != new_digits or not digits


def fact_of(anchor: Anchor) -> FactKey:
    """Return which fact the words are there for."""
    return next((name, key) for name in FACTS if (key := getattr(anchor, f"{name}_id")))


def recheck(rewordings: Iterable[Rewording], text: Version, *, by: User | None, reason: str = "") -> None:
    """Send the facts back to review and log both wordings, whoever may have confirmed them.

    A cue ("ujar") states nothing. An event stays as long as other words tell of it. With the printing goes its
    statistic when the number is another one, or is printed nowhere any more. Decided facts that are rejected or
    superseded stay so.
    """
    by_fact: dict[FactKey, list[Rewording]] = defaultdict(list)
    for rewording in rewordings:
        if rewording.role != Anchor.Role.CUE:
            by_fact[rewording.fact].append(rewording)
    for key in _told_elsewhere([key for kind, key in by_fact if kind == "event"], text):
        del by_fact["event", key]
    words: dict[str, dict[int, _Words]] = defaultdict(dict)
    for (kind, key), found in by_fact.items():
        words[kind][key] = _both(found)
    changes = [change for kind, table in TABLES.items() for change in _reopen(table, words[kind], text)]
    changes += _reopen(Statistic, _statistics({key: by_fact["printing", key] for key in words["printing"]}), text)
    log.record_all(changes, "text_changed", by=by, reason=reason)


def _told_elsewhere(events: Sequence[int], text: Version) -> set[int]:
    """Return the events that other words still tell of, in this text or in the current one of another article."""
    if not events:
        return set()
    now = Anchor.objects.filter(event__in=events, block__version=F("block__version__article__current"))
    carried = Q(state__in=(Anchor.State.OK, Anchor.State.MOVED))
    return set(now.filter(~Q(block__version=text) | carried).values_list("event", flat=True))


def _statistics(printings: Mapping[int, Sequence[Rewording]]) -> dict[int, _Words]:
    """Return the statistics whose number is another one or is not printed any more, with the words of the number."""
    known = Printing.objects.filter(pk__in=printings, status__in=_OPEN) if printings else Printing.objects.none()
    counted = dict(known.values_list("pk", "statistic"))
    printed = _printed_statistics(set(counted.values()))
    words: dict[int, list[Rewording]] = defaultdict(list)
    for printing, statistic in counted.items():
        numbers = [one for one in printings[printing] if one.role == Anchor.Role.NUMBER]
        gone = statistic not in printed
        words[statistic] += [one for one in numbers if one.renumbers or (gone and one.new is None)]
    return {key: _both(found) for key, found in words.items() if found}


def _printed_statistics(statistics: set[int]) -> set[int]:
    if not statistics:
        return set()
    numbers = Anchor.objects.filter(printing__statistic__in=statistics, role=Anchor.Role.NUMBER)
    now = numbers.filter(block__version=F("block__version__article__current"))
    return set(now.values_list("printing__statistic", flat=True))


def _both(rewordings: Sequence[Rewording]) -> _Words:
    """Return the words before and after: those that the fact itself says, else those round them."""
    rewordings = [one for one in rewordings if one.role in _OWN_WORDS] or rewordings
    return _joined([one.old for one in rewordings]), _joined([one.new for one in rewordings])


def _joined(printed: Sequence[str | None]) -> str | None:
    """Return the words once, in order; a part of others that are there says nothing more."""
    words = list(dict.fromkeys(filter(None, printed)))
    outer = [one for one in words if not any(one != other and one in other for other in words)]
    return GAP.join(outer) or None


def _reopen(table: type[Fact], words: Mapping[int, _Words], text: Version) -> list[tuple[Model, log.State, log.State]]:
    """Make suggestions of the confirmed ones; return each with its state before and after, and which text it was."""
    if not words:
        return []
    rows = list(table._default_manager.select_for_update().filter(pk__in=words, status__in=_OPEN).order_by("pk"))
    confirmed = [row.pk for row in rows if row.status == Status.CONFIRMED]
    again = {"status": Status.SUGGESTED, "decided_by": None, "decided_at": None}
    table._default_manager.filter(pk__in=confirmed).update(**again)
    return [
        (
            row,
            {"status": row.status, "words": words[row.pk][0]},
            {"status": Status.SUGGESTED.value, "words": words[row.pk][1], "text": text.pk},
        )
        for row in rows
    ]
