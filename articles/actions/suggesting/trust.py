"""How far each rule is trusted: what it was believed to be, moved by what editors decided about its suggestions.

A suggestion that was confirmed counts for its rule, one that was rejected against it. One that an editor confirmed
with another speaker, number or day counts half: it led to the words, and it told readers something wrong until then.
What the rule left empty and an editor filled in was missed, not wrong. Suggestions of older editions of the rules
count half as much with each edition, so a rule that was mended is believed again after a while.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, Final, Self

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Count, Exists, OuterRef, Q
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from articles.extraction import days, figures, names, speech, topics
from articles.extraction.engine import EDITION
from articles.models import ArticleTopic, DateMention, Decision, Entity, Fact, Mention, Quote, Statistic, Status

# Rule name to confidence before anything was decided.
BEFORE: Final[Mapping[str, float]] = {
    **names.RULES,
    **speech.RULES,
    **figures.RULES,
    **days.RULES,
    **topics.RULES,
}
WEIGHT: Final = 20  # decisions that the first belief is worth
SILENT_BELOW: Final = 0.35
SILENT_AFTER: Final = 20  # decisions, those about older editions counted less

# What rules suggest, and the columns in which a change says that the rule was wrong. A figure is decided as a whole,
# so its printings do not count again.
_WRONG_IN: Final[Mapping[type[Fact], tuple[str, ...]]] = {
    Mention: ("entity",),
    Quote: ("speaker", "type"),
    Statistic: ("value", "value_to", "unit", "out_of"),
    DateMention: ("value", "kind"),
    ArticleTopic: ("topic",),
}
_NAMES_ENTITY: Final = frozenset({"entity", "speaker"})  # a merge of two entities changes these too
_OLDER: Final = 0.5
_LONGEST_TOOL: Final = 100  # code points that the column holds
_EDITION: Final = re.compile(r"rules-(\d{1,6})")


@dataclass(slots=True)
class _Record:
    """What was decided about the suggestions of one rule, in decisions; those about older editions are less than 1."""

    confirmed: float = 0.0
    rejected: float = 0.0
    mended: float = 0.0  # of the confirmed

    @property
    def decisions(self) -> float:
        return self.confirmed + self.rejected

    def trust(self, before: float) -> float:
        return (WEIGHT * before + self.confirmed - self.mended / 2) / (WEIGHT + self.decisions)


def tool(rule: str, edition: str = EDITION) -> str:
    """Return what a fact of an edition of the rules holds as its tool."""
    return f"{edition} {rule}"[:_LONGEST_TOOL]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """How far the rules are trusted, as it stood when it was asked."""

    rules: Mapping[str, float]  # rule name to trust, 0 to 1
    silenced: frozenset[str]  # rules whose suggestions editors reject for the most part; they make none any more

    @classmethod
    def load(cls) -> Self:
        """Ask what was decided, in two queries over all of it: who reads many texts keeps the answer for a while."""
        records = _records()
        trusted = {rule: records[rule].trust(before) for rule, before in BEFORE.items()}
        silent = (rule for rule in BEFORE if records[rule].decisions >= SILENT_AFTER and trusted[rule] < SILENT_BELOW)
        return cls(rules={rule: round(value, 4) for rule, value in trusted.items()}, silenced=frozenset(silent))


def confidence(found: float, rule: str, trusted: Mapping[str, float]) -> float:
    """Return how sure a finding is: the trust in its rule, moved as the finding stands to the rule's own confidence.

    A finding that is surer than its rule goes as far towards 1, and one less sure as far towards 0, as it did before
    anything was decided.
    """
    before = BEFORE.get(rule)
    if before is None or rule not in trusted:
        return found
    now = trusted[rule]
    if found <= before:
        return round(now * found / before, 4) if before else now
    return round(1 - (1 - now) * (1 - found) / (1 - before), 4)


def _records() -> Mapping[str, _Record]:
    records: dict[str, _Record] = defaultdict(_Record)
    for tool_told, status, number in _counted():
        edition, _, rule = tool_told.partition(" ")
        if status == Status.CONFIRMED:
            records[rule].confirmed += number * _weight(edition)
        else:
            records[rule].rejected += number * _weight(edition)
    if any(record.confirmed for record in records.values()):
        for tool_told, number in _mended():
            edition, _, rule = tool_told.partition(" ")
            records[rule].mended += number * _weight(edition)
    return records


def _weight(edition: str) -> float:
    """Return how much a decision about a suggestion of `edition` counts: 1 for this one, half for the one before."""
    now, then = _EDITION.fullmatch(EDITION), _EDITION.fullmatch(edition)
    behind = int(now[1]) - int(then[1]) if now and then else 1
    return float(_OLDER ** max(0, behind))


def _decided(table: type[Fact], *statuses: str) -> Any:
    # As the condition of the index is written, which then answers alone.
    rows = table._default_manager.filter(method=Fact.Method.RULE, status__in=[Status.CONFIRMED, Status.REJECTED])
    return (rows.filter(status__in=statuses) if statuses else rows).order_by()


def _counted() -> Any:
    """Return tool, status and number of what was decided, from all tables in one statement."""
    first, *others = (_decided(table).values_list("tool", "status").annotate(number=Count("*")) for table in _WRONG_IN)
    return first.union(*others, all=True)


def _mended() -> Any:
    """Return tool and number of what was confirmed with another value than the rule's, in one statement."""
    first, *others = (
        _decided(table, Status.CONFIRMED).filter(_changed(table)).values_list("tool").annotate(number=Count("*"))
        for table in _WRONG_IN
    )
    return first.union(*others, all=True)


def _changed(table: type[Fact]) -> Exists:
    about = Decision.objects.filter(
        subject_type=ContentType.objects.get_for_model(table), subject_id=OuterRef("pk"), action="change"
    )
    return Exists(about.filter(reduce(or_, map(_replaced, _WRONG_IN[table]))))


def _replaced(column: str) -> Q:
    """Whether a change put another value in place of one that the rule had found."""
    had = (
        Q(**{f"before__{column}__isnull": False}) & ~Q(**{f"before__{column}": None}) & ~Q(**{f"before__{column}": ""})
    )
    if column not in _NAMES_ENTITY:
        return had
    # Two entities that were made one: the rule had meant the right one.
    named = Cast(KeyTextTransform(column, OuterRef("before")), BigIntegerField())
    return had & Q(~Exists(Entity.objects.filter(pk=named, merged_into__isnull=False)))
