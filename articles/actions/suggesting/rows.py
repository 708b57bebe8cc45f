"""What every kind of suggestion shares: the columns of a fact, its words, and the row that it had before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from articles.actions.suggesting import trust
from articles.actions.suggesting.directory import Links
from articles.actions.suggesting.remembered import Remembered, Shelf, Standing, Words, likeness, much_alike
from articles.actions.suggesting.texts import Text
from articles.models import Anchor, Fact, Status, fuzzy
from articles.text.dates import FuzzyDate
from articles.text.spans import Span

Marked = tuple[Anchor.Role, Span]  # words of the body, and what they are in the fact
_TELLING: Final = ("entity_id", "speaker_id", "value")  # columns that tell two facts of the same words apart
_WHOLE_ONLY: Final = frozenset(Anchor.Role) - {Anchor.Role.CONTENT, Anchor.Role.PRINTED, Anchor.Role.MARKED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """A step of a quote's way, not yet stored."""

    role: str
    agent: int | None
    stated: bool
    words: Span | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class Suggestion:
    """A fact as the rules would have it; `row` is new, or the one that it had before."""

    row: Any
    words: Words  # by which it is known again
    marked: Sequence[Marked]  # all words that it rests on
    hops: Sequence[Hop] = ()
    before: Standing | None = None
    changed: frozenset[str] = frozenset()  # columns that differ from the row in the table

    @property
    def differs(self) -> bool:
        return self.before is None or bool(self.changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What all parts of one article's reading know."""

    text: Text
    remembered: Remembered
    links: Links
    trusted: Mapping[str, float]  # rule -> how often it was right, as far as editors decided
    edition: str
    unnamed: frozenset[int] = frozenset()  # whose every mention in the article was rejected

    def stamp(self, rule: str, confidence: float, *, weight: float = 1.0) -> dict[str, Any]:
        """Return the columns of Fact; `weight` lowers what decisions, or else the rule itself, say of its findings."""
        sure = trust.confidence(confidence, rule, self.trusted) * weight
        return {
            "status": Status.SUGGESTED,
            "method": Fact.Method.RULE,
            "tool": trust.tool(rule, self.edition),
            "confidence": round(min(1.0, max(0.0, sure)), 3),
        }


def dated(name: str, when: FuzzyDate | None) -> dict[str, Any]:
    """Return the three columns of a fuzzy date; blank for one that the archive does not know how to hold."""
    known = (
        when is not None and when.earliest >= fuzzy.FIRST_DAY and (when.latest is None or when.latest <= fuzzy.LAST_DAY)
    )
    return fuzzy.columns(name, when if known else None)


def all_marked(*pairs: tuple[Anchor.Role, Span | None]) -> list[Marked]:
    """Return what there is of words, each with what it is in the fact."""
    return [(role, span) for role, span in pairs if span is not None]


def take_up(suggestions: Sequence[Suggestion], shelf: Shelf, columns: Sequence[str]) -> list[Standing]:
    """Give suggestions the rows that they had before, changed in `columns`; return what was not found again.

    The same words about the same first, then the same words, then those that share most of them: so a row keeps its
    address when a rule reads a quote's end otherwise, or its speaker.
    """
    left = {id(one): one for one in shelf.all if not one.taken}
    for key in (_told, _words):
        before = {key(one): one for one in left.values()}
        for suggestion in suggestions:
            if suggestion.before is None and (same := before.get(key(suggestion))) and left.pop(id(same), None):
                _keep(suggestion, same, columns)
    for suggestion in suggestions:
        if suggestion.before is None:
            near = [one for one in shelf.near(suggestion.words) if id(one) in left]
            near = [one for one in near if much_alike(suggestion.words, one.words)]
            if near:
                best = max(near, key=lambda one: likeness(suggestion.words, one.words))
                del left[id(best)]
                _keep(suggestion, best, columns)
    return list(left.values())


def _words(one: Suggestion | Standing) -> Any:
    return one.words


def _told(one: Suggestion | Standing) -> Any:
    """Return words with what they are said to tell: two may be named by the same ones."""
    return (one.words, *(getattr(one.row, column, None) for column in _TELLING))


def _keep(suggestion: Suggestion, standing: Standing, columns: Sequence[str]) -> None:
    suggestion.changed = bring_up(standing.row, suggestion.row, columns)
    suggestion.row, suggestion.before = standing.row, standing


def bring_up(row: Any, fresh: Any, columns: Iterable[str]) -> frozenset[str]:
    """Write `columns` of `fresh` into `row`; return those that were others."""
    changed = {column: getattr(fresh, column) for column in columns if getattr(row, column) != getattr(fresh, column)}
    for column, value in changed.items():
        setattr(row, column, value)
    return frozenset(changed)


def anchors_of(text: Text, kind: str, suggestion: Suggestion) -> list[Anchor]:
    """Return the anchors of a suggestion, each once. What was said may cross paragraphs, and has words in each."""
    found: dict[tuple[Any, ...], Anchor] = {}
    for role, span in suggestion.marked:
        places = text.places(span)
        if len(places) > 1 and role in _WHOLE_ONLY:
            continue
        for place in places:
            anchor = Anchor(
                block_id=place.block,
                start=place.start,
                end=place.end,
                exact=place.exact,
                role=role,
                **{kind: suggestion.row},
            )
            found.setdefault((*place, role), anchor)
    return list(found.values())


def stands(text: Text, span: Span) -> bool:
    """Whether one block has all of the words: a name or a number that two share is none."""
    places = text.places(span)
    return len(places) == 1 and len(places[0].exact) == len(span)
