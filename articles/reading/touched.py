"""The facts whose words a new text changed, lost or moved, each with both wordings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.models import Anchor, Block, DateMention, Event, Fact, Mention, Printing, Quote, Version
from articles.models.anchor import FACTS, LEADING_ROLES

State = Anchor.State
# The worst that happened to any of its words is what happened to the fact.
_WORST: Final = (State.LOST, State.CHANGED, State.MOVED)
_IN_EXCERPTS: Final = {
    "quote": (Anchor.Role.CONTENT, Anchor.Role.PRINTED),
    "printing": (Anchor.Role.NUMBER,),
}
_FIRST: Final = (Quote, Printing, Event, DateMention, Mention)
_Key = tuple[str, int]  # the anchor's column, and the key of the fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words of a fact before and after; `after` is None where they are lost, both are equal where they moved."""

    before: Anchor | None  # None where no single words of the text before became these
    after: Anchor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    fact: Fact
    kind: str
    name: str
    url: str  # its own page; "" where it has none
    state: State
    wordings: list[Wording]

    @property
    def goes_back(self) -> bool:
        """Whether an editor has to look at it again; words that only moved prove what they proved."""
        return self.fact.unreviewed and self.state != State.MOVED


def touched(before: Version, after: Version, *, only_excerpts: bool) -> list[Touched]:
    """Return the public facts that a text touched, quotes and figures first, each kind in the order of the text before.

    `only_excerpts` keeps what an article shows whose text may not be shown: the words of quotes and figures.
    """
    old, new = (_anchors(version, only_excerpts=only_excerpts) for version in (before, after))
    wordings = {key: list(_wordings(old.get(key, []), new.get(key, []))) for key in {**old, **new}}
    wordings = {key: found for key, found in wordings.items() if found}
    facts = _facts(wordings)
    told = [_touched(key, facts[key], found) for key, found in wordings.items() if key in facts]
    # What was said and counted matters more than where a name stands.
    return sorted(told, key=lambda one: _FIRST.index(type(one.fact)))


def _anchors(version: Version, *, only_excerpts: bool) -> dict[_Key, list[Anchor]]:
    found: dict[_Key, list[Anchor]] = defaultdict(list)
    # Boilerplate and credits have no words on the page to lead to.
    shown = Anchor.objects.public().of_version(version).filter(block__type__in=Block.SEARCHED)
    for anchor in shown.select_related("block__version").defer("block__version__body").in_order():
        column = next(name for name in FACTS if getattr(anchor, f"{name}_id"))
        if not only_excerpts or anchor.role in _IN_EXCERPTS.get(column, ()):
            found[column, getattr(anchor, f"{column}_id")].append(anchor)
    return dict(found)


def _wordings(old: list[Anchor], new: list[Anchor]) -> Iterator[Wording]:
    """Yield what became of the words of one fact.

    A phrase that changed with the number in it is told by the number, a cue that went with its quote by the quote.
    """
    all_of_them = [
        *(Wording(before=anchor, after=None) for anchor in old if anchor.state == State.LOST),
        *(Wording(before=_origin(anchor, old, new), after=anchor) for anchor in new if anchor.state in _WORST),
    ]
    leading = [one for one in all_of_them if (one.after or one.before or old[0]).role in LEADING_ROLES]
    for wording in leading or all_of_them:
        if not any(_inside(other, wording) for other in leading):
            yield wording


def _origin(anchor: Anchor, old: Iterable[Anchor], new: list[Anchor]) -> Anchor | None:
    """Return the words that became others: those that neither stayed nor were lost, in the same order."""
    of_role = [other for other in old if other.role == anchor.role and other.state != State.LOST]
    if anchor.state == State.MOVED:
        return next((other for other in of_role if other.exact == anchor.exact), None)
    changed = [other for other in new if other.role == anchor.role and other.state == State.CHANGED]
    stayed = [other.exact for other in new if other.role == anchor.role and other.state != State.CHANGED]
    left = [other for other in of_role if other.exact not in stayed]
    at = changed.index(anchor)
    return left[at] if at < len(left) else None


def _inside(part: Wording, whole: Wording) -> bool:
    """Whether a wording only repeats another with more words round it."""
    pairs = ((part.before, whole.before), (part.after, whole.after))
    if part is whole or any((one is None) != (other is None) for one, other in pairs):
        return False
    both = [(one, other) for one, other in pairs if one is not None and other is not None]
    within = all(
        one.block_id == other.block_id and other.start <= one.start and one.end <= other.end for one, other in both
    )
    return within and any(len(one.exact) < len(other.exact) for one, other in both)


def _touched(key: _Key, fact: Any, wordings: list[Wording]) -> Touched:
    kind, name, url = _TOLD[key[0]](fact)
    states = {State(wording.after.state) if wording.after else State.LOST for wording in wordings}
    return Touched(
        fact=fact,
        kind=kind,
        name=name,
        url=url,
        state=next(state for state in _WORST if state in states),
        wordings=wordings,
    )


def _facts(keys: Iterable[_Key]) -> dict[_Key, Any]:
    """Load the facts that readers may see."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for kind, key in keys:
        by_kind[kind].append(key)
    return {
        (kind, fact.pk): fact
        for kind, rows in _rows().items()
        if by_kind[kind]
        for fact in rows.filter(pk__in=by_kind[kind])
    }


def _rows() -> Mapping[str, QuerySet[Any]]:
    return {
        "mention": Mention.objects.public().select_related("entity"),
        "quote": Quote.objects.public().select_related("speaker"),
        "printing": Printing.objects.public().select_related("statistic"),
        "date": DateMention.objects.public(),
        "event": Event.objects.public(),
    }


def _of_quote(quote: Quote) -> tuple[str, str, str]:
    return _("Quote %(number)d") % {"number": quote.number}, str(quote.speaker or ""), quote.get_absolute_url()


def _of_printing(printing: Printing) -> tuple[str, str, str]:
    return _("Figure"), str(printing.statistic), printing.statistic.get_absolute_url()


_TOLD: Final[Mapping[str, Callable[[Any], tuple[str, str, str]]]] = {
    "mention": lambda mention: (_("Name"), str(mention.entity), ""),
    "quote": _of_quote,
    "printing": _of_printing,
    "date": lambda date: (_("Date"), date.value, ""),
    "event": lambda event: (_("Event"), event.name, event.get_absolute_url()),
}
