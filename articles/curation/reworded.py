"""Facts whose words a newer text changed, with both wordings: what whoever confirms them has to read first."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.contrib.auth.models import AnonymousUser, User
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, QuerySet

from articles.curation.visible import visible_to
from articles.curation.waiting import ANCHORED_AS, changed_words
from articles.models import Anchor, Approximation, Decision, Fact, Printing, Version
from articles.text.numbers import BadNumber, find_numbers, parse_number, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """One fact; words are "" where there are none, or none were noted."""

    fact: Fact
    before: str
    now: str
    value: str = ""  # of the figure, where the number printed now is another one


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    first: list[Reworded]  # those whose number is another one before the others
    more: int
    renumbered: bool  # whether some printing says another number than its exact figure


NONE: Final = Wordings(first=[], more=0, renumbered=False)


def reworded(rows: QuerySet[Any], user: User | AnonymousUser, *, most: int) -> Wordings:
    """Return the facts among `rows` whose words changed, `most` of them written out; a fixed number of queries."""
    table = rows.model
    if table not in ANCHORED_AS:
        return NONE
    asked = table._default_manager.filter(pk__in=rows.order_by().values("pk"))
    keys = list(changed_words(asked, user).order_by("pk").values_list("pk", flat=True))
    if not keys:
        return NONE
    values = _other_numbers(keys) if table is Printing else {}
    shown = sorted(keys, key=lambda key: (key not in values, key))[:most]
    words = _words(table, shown, user)
    facts = table._default_manager.in_bulk(shown)
    first = [
        Reworded(fact=facts[key], before=words[key][0], now=words[key][1], value=values.get(key, "")) for key in shown
    ]
    return Wordings(first=first, more=len(keys) - len(shown), renumbered=bool(values))


def _words(table: type[Fact], keys: list[int], user: User | AnonymousUser) -> dict[int, tuple[str, str]]:
    """Return the words before and now, as the newest text that changed them and that the user may see has them."""
    kind = ContentType.objects.get_for_model(table)
    decided = Decision.objects.filter(subject_type=kind, subject_id__in=keys, action="text_changed").order_by("pk")
    told = list(decided.values_list("subject_id", "after__text", "before__words", "after__words"))
    texts = Version.objects.filter(pk__in={text for _key, text, _before, _after in told if text})
    seen = set(visible_to(user, texts).values_list("pk", flat=True))  # an event's other article may be hidden
    words: dict[int, tuple[str, str]] = dict.fromkeys(keys, ("", ""))
    for key, text, before, after in told:
        if text in seen:
            words[key] = (before or "", after or "")
    return words


def _other_numbers(printings: list[int]) -> dict[int, str]:
    """Return the exact value of the figure by printing, where the current text prints another number."""
    exact = Anchor.objects.filter(
        block__version=F("block__version__article__current"),
        role=Anchor.Role.NUMBER,
        printing__in=printings,
        printing__statistic__approximation=Approximation.EXACT,
        printing__statistic__value_to=None,
    )
    rows: Any = exact.annotate(
        language=F("block__version__article__language"), value=F("printing__statistic__value")
    ).select_related("block")
    return {row.printing_id: plain(row.value) for row in rows if _number_at(row, row.language) != row.value}


def _number_at(anchor: Anchor, language: str) -> Decimal | None:
    """Read the number with what stands beside it: "883" of "883 ribu" is 883000. None when it is not one number."""
    found = [
        number.value
        for number in find_numbers(anchor.block.text, language)
        if number.span.start < anchor.end and anchor.start < number.span.end
    ]
    if len(found) == 1:
        return found[0]
    try:
        return parse_number(anchor.exact, language)
    except BadNumber:
        return None
