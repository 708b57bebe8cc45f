"""What the search entries of articles hold beside words, against the articles and their facts.

It is told here once more, in the words of the models: the database writes it by rules of its own (migration 0012).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final

from django.db.models import QuerySet

from articles.models import Article, ArticleEntry, ArticleTopic, DateMention, Mention, Printing, Quote, Status, fuzzy
from articles.models.keys import Key, number, read

_SEEN: Final = (Status.CONFIRMED, Status.SUGGESTED)  # by readers, as the setting may be
_FACTS: Final = (Mention, Quote, Printing, DateMention, ArticleTopic)
_Says = tuple[int, Key, int | None, bool]  # article, key, row, suggested


@dataclass(frozen=True, slots=True)
class Held:
    """The columns of an entry beside its words."""

    keys: frozenset[int]
    language: str
    newest: date | None
    oldest: date | None
    public: bool
    note: bool


def right(keys: Sequence[int]) -> dict[int, Held]:
    """Return what the entries of articles must hold, by key."""
    found: dict[int, dict[tuple[Key, int], bool]] = {key: {} for key in keys}
    for article, what, row, suggested in _says(keys):
        if row is not None:
            found[article][what, row] = suggested and found[article].get((what, row), True)
    return {
        article.pk: Held(
            keys=frozenset(number(*key, suggested=suggested) for key, suggested in found[article.pk].items()),
            language=article.language,
            newest=article.published_earliest and (article.published_latest or fuzzy.LAST_DAY),
            oldest=article.published_earliest,
            public=article.state == Article.State.PUBLISHED,
            note=article.is_note,
        )
        for article in Article.objects.filter(pk__in=keys)
    }


def held(keys: Sequence[int]) -> dict[int, Held]:
    """Return what their entries do hold, by key; an article without an entry is not among them."""
    columns = [field.name for field in fields(Held)]
    rows = ArticleEntry.objects.filter(article__in=keys).values_list("article", *columns)
    return {key: Held(frozenset(numbers), *others) for key, numbers, *others in rows}


def key_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield what the entries of articles tell wrongly."""
    wanted = right(keys)
    for key, found in sorted(held(keys).items()):
        if found != wanted[key]:
            yield f"article {key}: its search entry {_difference(found, wanted[key])}"


def _difference(found: Held, wanted: Held) -> str:
    told = []
    if lacking := wanted.keys - found.keys:
        told.append(f"lacks {_words(lacking)}")
    if too_much := found.keys - wanted.keys:
        told.append(f"has {_words(too_much)}, which is not so")
    for field in fields(Held)[1:]:
        before, now = getattr(found, field.name), getattr(wanted, field.name)
        if before != now:
            told.append(f"says {field.name}: {before}, which is {now}")
    return "; ".join(told)


def _words(numbers: Iterable[int]) -> str:
    return ", ".join(_word(one) for one in sorted(numbers))


def _word(one: int) -> str:
    what, row, suggested = read(one)
    name = what.name.lower().replace("_", " ")
    return f"{name}{f' {row}' if row else ''}{' (suggested)' if suggested else ''}"


def _says(keys: Sequence[int]) -> Iterator[_Says]:
    publishers: Mapping[int, int | None] = dict(Article.objects.filter(pk__in=keys).values_list("pk", "publisher"))
    for article, entity, status in _rows(Mention.objects.counted(), keys, "entity"):
        own = entity == publishers[article]
        yield article, Key.OWN_NAME if own else Key.NAMED, entity, status == Status.SUGGESTED
    for article, publisher in publishers.items():
        yield article, Key.PUBLISHER, publisher, False
    for article, topic, status in _rows(ArticleTopic.objects.all(), keys, "topic"):
        yield article, Key.TOPIC, topic, status == Status.SUGGESTED
    for article, speaker, status in _rows(Quote.objects.all(), keys, "speaker"):
        yield article, Key.SPEAKER, speaker, status == Status.SUGGESTED
        yield article, Key.QUOTES, 0, status == Status.SUGGESTED
    printings = Printing.objects.filter(statistic__status__in=_SEEN)
    for article, by, of_figure, status in _rows(printings, keys, "statistic__stated_by", "statistic__status"):
        yield article, Key.STATED_BY, by, Status.SUGGESTED in (of_figure, status)
        yield article, Key.FIGURES, 0, Status.SUGGESTED in (of_figure, status)
    for fact in _FACTS:
        for article, status in _rows(fact.objects.all(), keys):
            suggested = status == Status.SUGGESTED
            yield article, Key.WAITING if suggested else Key.CONFIRMED, 0, suggested


def _rows(facts: QuerySet[Any], keys: Sequence[int], *columns: str) -> Iterable[Any]:
    seen = facts.filter(article__in=keys, status__in=_SEEN)
    return seen.order_by().values_list("article", *columns, "status").distinct()
