"""How much the archive holds: exact while there is time, then told from a sample, and else not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, OuterRef, QuerySet

from articles.browsing.names import some, standing_alone
from articles.models import Article, Entity, Mention, Quote, Statistic, Status
from articles.models.entity import EntityQuerySet
from articles.search.budget import Budget, Statement
from articles.search.sampling import Patience, Reckoning

EXACT_SHARE: Final = 0.5  # of the time; the rest is for samples


@dataclass(frozen=True, slots=True)
class Held:
    """A number of things; None where there was no time to count even a sample of them."""

    number: int | None
    about: bool = False  # told from a sample


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What readers may see, reference notes apart."""

    articles: Held
    quotes: Held
    statistics: Held
    people: Held
    reviewed: Held  # quotes and figures that an editor has confirmed

    @property
    def found(self) -> Held:
        """How many quotes and figures there are, reviewed or not."""
        return _together(self.quotes, self.statistics)

    @property
    def partly_reviewed(self) -> bool:
        """Whether some quote or figure waits for an editor, as far as that was counted."""
        reviewed, found = self.reviewed.number, self.found.number
        return reviewed is not None and found is not None and reviewed < found


def holdings(budget: Budget) -> Holdings:
    """Count what the archive holds within a budget."""
    patience = Patience(exact=budget.part(EXACT_SHARE), all=budget)
    articles = Article.objects.public()
    quotes = Quote.objects.public()
    # A printing is public only where its figure may be seen, so `public()` would look for the same twice.
    statistics = Statistic.objects.shown().without_notes()
    people = _people()
    article = _counted(articles.without_notes(), "state", patience, among=articles)
    quote = _counted(quotes.without_notes(), "status", patience, among=quotes)
    figure = _counted(statistics, "status", patience, among=statistics)
    person = _counted(standing_alone(people, notes=False), "kind", patience, among=people)
    return Holdings(
        articles=article.all,
        quotes=quote.all,
        statistics=figure.all,
        people=person.all,
        reviewed=_together(quote.of(Status.CONFIRMED), figure.of(Status.CONFIRMED)),
    )


def _people() -> EntityQuerySet:
    """Return the people whom `public()` keeps, met one by one, so that a few of them are found in little time."""
    facts = {"entity": Mention.objects.public(), "publisher": Article.objects.public()}
    has_page = some(found.filter(**{of: OuterRef("pk")}) for of, found in facts.items())
    return Entity.objects.of_section("people").filter(has_page, listed=True, merged_into=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    numbers: dict[str, int] | None  # by the value of a column; None where there was no time
    about: bool = False

    @property
    def all(self) -> Held:
        return self._held(None if self.numbers is None else sum(self.numbers.values()))

    def of(self, value: str) -> Held:
        return self._held(None if self.numbers is None else self.numbers.get(value, 0))

    def _held(self, number: int | None) -> Held:
        return Held(number, about=self.about and number is not None)


def _counted(rows: QuerySet[Any], column: str, patience: Patience, *, among: QuerySet[Any]) -> _Counted:
    """Count rows by a column in one pass; `among` is what a sample is drawn from."""

    def ask(some: QuerySet[Any]) -> Statement | None:
        return Statement.of(some.order_by().values(column).annotate(n=Count("pk")).values_list(column, "n"))

    answer = Reckoning(rows, patience, among=among).answer(ask)
    if answer is None:
        return _Counted(numbers=None)
    return _Counted(numbers={value: answer.number(n) for value, n in answer.rows}, about=answer.about)


def _together(one: Held, other: Held) -> Held:
    if one.number is None or other.number is None:
        return Held(None)
    return Held(one.number + other.number, about=one.about or other.about)
