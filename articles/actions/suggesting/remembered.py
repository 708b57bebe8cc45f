"""What an article has already: facts that somebody decided, made or brought, and suggestions that nobody looked at.

The first are never touched and never doubled. Whoever confirmed, rejected, changed or merged something left a
decision about it (`log.by_somebody`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q

from articles.actions import log
from articles.actions.suggesting.texts import Text
from articles.models import Anchor, DateMention, Fact, Mention, Printing, Quote, Statistic, Status
from articles.text.spans import Span

Words = tuple[Span, ...]  # of the body; none overlap
Role = Anchor.Role
KINDS: Final[Mapping[str, type[Fact]]] = {
    "mention": Mention,
    "quote": Quote,
    "printing": Printing,
    "date": DateMention,
}
_OWN: Final[Mapping[str, tuple[str, ...]]] = {  # roles of the words by which a fact is known again
    "mention": (Role.NAME,),
    "quote": (Role.CONTENT,),
    "printing": (Role.NUMBER,),
    "date": (Role.PHRASE,),
}
_MOST: Final = 0.5  # of the words: more of them in common, and two facts are about the same


@dataclass(slots=True, kw_only=True, eq=False)
class Standing:
    """A fact of the article as it stands."""

    row: Any
    words: Words  # in the current text; () when it has none there
    anchors: list[Anchor]  # in the current text
    taken: bool  # nobody but an editor may change it

    @property
    def rejected(self) -> bool:
        return bool(self.row.status == Status.REJECTED)


@dataclass(slots=True, kw_only=True)
class Shelf:
    """The facts of one kind, found by the words that they rest on."""

    all: list[Standing]
    lost: dict[str, list[Standing]] = field(default_factory=dict)  # decided ones without words here, by their words
    _in_order: list[tuple[Span, Standing]] = field(init=False)
    _longest: int = field(init=False)

    def __post_init__(self) -> None:
        pairs = [(span, standing) for standing in self.all for span in standing.words]
        self._in_order = sorted(pairs, key=lambda pair: pair[0])
        self._longest = max((len(span) for span, _ in pairs), default=0)

    def near(self, words: Words) -> Iterator[Standing]:
        """Yield whatever shares words with `words`, each once."""
        seen = set[int]()
        for span in words:
            first = bisect_left(self._in_order, span.start - self._longest, key=lambda pair: pair[0].start)
            for at in range(first, len(self._in_order)):
                other, standing = self._in_order[at]
                if other.start >= span.end:
                    break
                if other.end > span.start and id(standing) not in seen:
                    seen.add(id(standing))
                    yield standing

    def lost_as(self, words: str, span: Span) -> list[Standing]:
        """Return what somebody decided about the same words of an older text, unless a suggestion stands here."""
        lost = self.lost.get(folded(words), [])
        return [] if lost and any(not one.taken for one in self.near((span,))) else lost

    def taken(self, words: Words) -> list[Standing]:
        """Return what somebody decided about mostly the same words: of two, at least one lies in the other by half."""
        return [one for one in self.near(words) if one.taken and lies_in(words, one.words) > _MOST]


@dataclass(slots=True, kw_only=True)
class Remembered:
    """All facts of an article by kind (`KINDS`), and the figures that it prints by key. Their rows are held."""

    shelves: Mapping[str, Shelf]
    statistics: Mapping[int, Standing]

    def no_names_here(self) -> set[int]:
        """Return whom nothing names in the article but mentions that were rejected."""
        named: dict[bool, set[int]] = {True: set(), False: set()}
        for one in self.shelves["mention"].all:
            named[one.rejected].add(one.row.entity_id)
        return named[True] - named[False]


def folded(words: str) -> str:
    """Return words as they are known again in a newer text, however it breaks its lines."""
    return " ".join(words.split()).casefold()


def remembered_of(texts: Sequence[Text]) -> dict[int, Remembered]:
    """Read the facts of articles that the caller holds, by key of the article; the number of queries is fixed."""
    articles = [text.article for text in texts]
    rows = {kind: list(_held(table, Q(article__in=articles))) for kind, table in KINDS.items() if kind != "printing"}
    # A figure before its printings, as everybody locks them.
    printed = Printing.objects.filter(article__in=articles).values("statistic")
    figures = {row.pk: row for row in _held(Statistic, Q(pk__in=printed))}
    rows["printing"] = list(_held(Printing, Q(article__in=articles)))
    decided = _decided([row for found in (*rows.values(), figures.values()) for row in found])
    whole = {key for key, row in figures.items() if _is_taken(row, decided)}
    anchors = _anchors(texts)
    starts = {stretch.block: stretch.start for text in texts for stretch in text.stretches}
    standing = {
        kind: _by_article(_standing(kind, row, anchors, starts, decided, whole) for row in rows[kind]) for kind in KINDS
    }
    lost = {kind: _lost(kind, [one for found in standing[kind].values() for one in found]) for kind in KINDS}
    found = {}
    for text in texts:
        shelves = {
            kind: Shelf(all=standing[kind].get(text.article, []), lost=lost[kind].get(text.article, {}))
            for kind in KINDS
        }
        found[text.article] = Remembered(shelves=shelves, statistics=_figures(shelves["printing"], figures, whole))
    return found


def lies_in(words: Words, others: Words) -> float:
    """Return how much of the shorter of two lies in the other, 0 to 1."""
    return _shared(words, others) / min(_length(words), _length(others))


def likeness(words: Words, others: Words) -> float:
    """Return how much of both together is common to them, 0 to 1."""
    shared = _shared(words, others)
    return shared / (_length(words) + _length(others) - shared)


def much_alike(words: Words, others: Words) -> bool:
    """Whether two share most of the words of both."""
    return likeness(words, others) > _MOST


def _shared(words: Words, others: Words) -> int:
    return sum(max(0, min(one.end, other.end) - max(one.start, other.start)) for one in words for other in others)


def _length(words: Words) -> int:
    return sum(len(span) for span in words)


def _held(table: type[Fact], which: Q) -> Any:
    return table._default_manager.filter(which).order_by("pk").select_for_update(of=("self",), no_key=True)


def _decided(rows: Sequence[Fact]) -> set[tuple[type[Model], int]]:
    """Return which suggestions of rules somebody has left a decision about; asks nothing when there are none."""
    asked: dict[type[Model], list[int]] = defaultdict(list)
    for row in rows:
        if not _is_taken(row, ()):
            asked[type(row)].append(row.pk)
    if not asked:
        return set()
    kinds = {ContentType.objects.get_for_model(table).pk: table for table in asked}
    about = Q()
    for key, table in kinds.items():
        about |= Q(subject_type=key, subject_id__in=asked[table])
    decisions = log.by_somebody().filter(about).order_by()
    return {(kinds[kind], key) for kind, key in decisions.values_list("subject_type", "subject_id").distinct()}


def _is_taken(row: Fact, decided: Collection[tuple[type[Model], int]]) -> bool:
    ours = row.status == Status.SUGGESTED and row.method == Fact.Method.RULE
    return not ours or (type(row), row.pk) in decided


def _anchors(texts: Sequence[Text]) -> dict[tuple[str, int], list[Anchor]]:
    found: dict[tuple[str, int], list[Anchor]] = defaultdict(list)
    for anchor in Anchor.objects.filter(block__version__in=[text.version for text in texts]).order_by("pk"):
        for kind in KINDS:
            if key := getattr(anchor, f"{kind}_id"):
                found[kind, key].append(anchor)
    return found


def _standing(
    kind: str,
    row: Fact,
    anchors: Mapping[tuple[str, int], list[Anchor]],
    starts: Mapping[int, int],
    decided: Collection[tuple[type[Model], int]],
    figures: Collection[int],
) -> Standing:
    """`figures`: keys of the figures that somebody decided about; their printings are part of what was looked at."""
    own = anchors.get((kind, row.pk), [])
    words = [
        Span(anchor.start, anchor.end).shift(starts[anchor.block_id])
        for anchor in own
        if anchor.role in _OWN[kind] and anchor.block_id in starts
    ]
    taken = _is_taken(row, decided) or getattr(row, "statistic_id", None) in figures
    return Standing(row=row, words=tuple(sorted(words)), anchors=own, taken=taken)


def _by_article(standing: Iterable[Standing]) -> dict[int, list[Standing]]:
    found: dict[int, list[Standing]] = defaultdict(list)
    for one in standing:
        found[one.row.article_id].append(one)
    return found


def _figures(printings: Shelf, figures: Mapping[int, Fact], whole: Collection[int]) -> dict[int, Standing]:
    """Return the figures that an article prints; one of which a printing was decided about is not touched either."""
    touched = {one.row.statistic_id for one in printings.all if one.taken}
    return {
        key: Standing(row=figures[key], words=(), anchors=[], taken=key in whole or key in touched)
        for key in {one.row.statistic_id for one in printings.all}
    }


def _lost(kind: str, standing: Sequence[Standing]) -> dict[int, dict[str, list[Standing]]]:
    """Return decided facts of which the text has no word any more: by article, by the words that they had, folded."""
    without = {one.row.pk: one for one in standing if one.taken and not one.anchors}
    found: dict[int, dict[str, list[Standing]]] = defaultdict(lambda: defaultdict(list))
    if without:
        anchors = Anchor.objects.filter(**{f"{kind}__in": without}, role__in=_OWN[kind]).order_by("pk")
        for key, words in anchors.values_list(kind, "exact"):
            same = found[without[key].row.article_id][folded(words)]
            if without[key] not in same:
                same.append(without[key])
    return found
