"""The four kinds of date. No page mixes them: published, said, happened, and the day that a figure stands for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, ExtractMonth, ExtractYear, Greatest, Least
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.browsing.lasting import Group, told_between, told_by_month, told_by_year
from articles.models import Article, Event, Quote, Statistic, fuzzy
from articles.models.fuzzy import FIRST_DAY, LAST_DAY

EXACT, GOING, POSSIBLY = "exact", "going", "possibly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of date, and the rows that carry it."""

    name: str  # as in addresses: date=published
    title: str | Promise
    sign: str  # the last letter of its class in calendars
    column: str  # the fuzzy date's columns, by their common name
    public: Callable[[], Any]  # the QuerySets of four models
    without_notes: Callable[[], Any]  # the same, what only reference notes tell left out
    load: Callable[[Any], Any]  # what an item on the page of a day shows
    list_url: str = ""  # name of the address of the list that takes from= and to=; none for events
    lasting: bool = False  # what has no end stands on its first day, and later where an article says so (`lasting`)

    def rows(self, *, notes: bool = False) -> QuerySet[Any]:
        """Return what readers may see, reference notes only when asked for."""
        rows: QuerySet[Any] = self.public() if notes else self.without_notes()
        return rows

    def on(self, first: date, last: date, *, notes: bool = False) -> QuerySet[Any]:
        """Return what may lie between two days, each row with its `certainty`, exact ones first."""
        standing = self._standing(first, last)
        if self.lasting:
            standing |= told_between(first, last, notes=notes)
        known: QuerySet[Any] = self.rows(notes=notes).filter(standing).annotate(certainty=self._certainty(first, last))
        return known.order_by("certainty", f"{self.column}_earliest", "pk")

    def _standing(self, first: date, last: date) -> Q:
        """Match dates that may lie between two days, of what lasts only those that begin then or have an end."""
        matches = fuzzy.overlapping(self.column, first, last)
        if self.lasting:
            matches &= Q(**{f"{self.column}_latest__isnull": False}) | Q(**{f"{self.column}_earliest__gte": first})
        return matches

    def _certainty(self, first: date, last: date) -> Case:
        """Tell what certainly lies in the time from a stretch that goes on around it, and from what may be then.

        "exact" < "going" < "possibly" in order of the alphabet, and so in order of certainty.
        """
        return Case(
            When(self._inside(first, last), then=Value(EXACT)),
            When(Q(**{f"{self.column}__contains": "/"}), then=Value(GOING)),
            default=Value(POSSIBLY),
            output_field=CharField(),
        )

    def _inside(self, first: date, last: date) -> Q:
        """Match dates that certainly lie between two days: all of their days do, and nothing doubts them."""
        doubted = Q(**{f"{self.column}__regex": "[?~]"})
        return Q(**{f"{self.column}_earliest__gte": first, f"{self.column}_latest__lte": last}) & ~doubted

    def _one_day(self, *, doubted: bool = False) -> Q:
        """Match dates that name one day: nothing but year, month and day, and the sign of doubt where it is asked."""
        return Q(**{f"{self.column}__regex": r"^\d{4}-\d{2}-\d{2}" + ("[?~]$" if doubted else "$")})

    def counts_by_day(self, first: date, last: date, *, notes: bool = False, doubted: bool = False) -> dict[date, int]:
        """Count what is certain of its day, or what names one day and doubts it, for each day that has something."""
        named = self._one_day(doubted=doubted)
        days = self.rows(notes=notes).filter(named, **{f"{self.column}_earliest__range": (first, last)})
        counted = days.order_by().values_list(f"{self.column}_earliest").annotate(n=Count("pk"))
        return dict(counted)

    def counts_by_month(self, year: int, *, notes: bool = False) -> list[Group]:
        """Count by first month, last month (of this year) and certainty: at most a few hundred rows."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        begins = ExtractMonth(Greatest(F(f"{self.column}_earliest"), Value(first)))
        open_end = F(f"{self.column}_earliest") if self.lasting else Value(last)
        ends = ExtractMonth(Least(Coalesce(F(f"{self.column}_latest"), open_end), Value(last)))
        rows = self.rows(notes=notes).filter(self._standing(first, last))
        told = told_by_month(year, notes=notes) if self.lasting else []
        return self._grouped(rows.annotate(begins=begins, ends=ends), self._inside(first, last)) + told

    def counts_by_year(self, *, notes: bool = False) -> list[Group]:
        """Count by first year, last year and certainty; what has no end yet counts where it began."""
        begins = ExtractYear(F(f"{self.column}_earliest"))
        ends = ExtractYear(Coalesce(F(f"{self.column}_latest"), F(f"{self.column}_earliest")))
        rows = self.rows(notes=notes).exclude(**{self.column: ""})
        told = told_by_year(notes=notes) if self.lasting else []
        return self._grouped(rows.annotate(begins=begins, ends=ends), self._inside(FIRST_DAY, LAST_DAY)) + told

    def _grouped(self, rows: QuerySet[Any], inside: Q) -> list[Group]:
        certain = inside & Q(begins=F("ends"))
        sure = Case(When(certain, then=Value(1)), default=Value(0), output_field=IntegerField())
        groups = rows.annotate(sure=sure).order_by("begins", "ends", "sure")
        return list(groups.values_list("begins", "ends", "sure").annotate(n=Count("pk")))

    def told_days(self, first: date, last: date) -> QuerySet[Any]:
        """Count what may lie between two days by the one day that it names (None: it names none) and its doubt."""
        named, doubted = self._one_day(), self._one_day(doubted=True)
        known = self.on(first, last).order_by()
        if not self.lasting:
            # The same once more, as the index of what is newest has it: there is little behind `first`.
            newest = fuzzy.newest(self.column).expression
            known = known.annotate(newest_day=newest).filter(newest_day__gte=first)
        day = Case(When(named | doubted, then=F(f"{self.column}_earliest")))
        sure = Case(When(doubted, then=Value(1)), default=Value(0), output_field=IntegerField())
        days = known.annotate(told_day=day, told_doubt=sure).values("told_day", "told_doubt")
        counted: QuerySet[Any] = days.annotate(n=Count("pk"))
        return counted.values_list("told_day", "told_doubt", "n")

    def last_days(self) -> QuerySet[Any]:
        """Return the last day with something certain: one row, or none."""
        days = self.rows().filter(self._one_day()).order_by(fuzzy.newest(self.column))
        return days.values_list(f"{self.column}_earliest", flat=True)[:1]

    def first_days(self) -> QuerySet[Any]:
        """Return the first possible day of each, in no order."""
        dated = self.rows().filter(**{f"{self.column}_earliest__isnull": False})
        return dated.order_by().values_list(f"{self.column}_earliest", flat=True)

    def neighbours(self, day: date) -> tuple[date | None, date | None]:
        """Return the nearest days before and after `day` that have something certain; None where there is none."""
        column = f"{self.column}_earliest"
        days = self.rows().filter(self._one_day())
        before = days.filter(**{f"{column}__lt": day}).order_by(f"-{column}").values_list(column, flat=True).first()
        after = days.filter(**{f"{column}__gt": day}).order_by(column).values_list(column, flat=True).first()
        return before, after


KINDS = (
    Kind(
        name="published",
        title=_("Published"),
        sign="p",
        column="published",
        public=Article.objects.public,
        without_notes=lambda: Article.objects.public().without_notes(),
        load=lambda rows: rows.select_related("publisher", "current").defer("current__body"),
        list_url="articles:search",
    ),
    Kind(
        name="said",
        title=_("Said"),
        sign="s",
        column="said",
        public=Quote.objects.public,
        without_notes=lambda: Quote.objects.public().without_notes(),
        load=lambda rows: rows.for_cards(),
        list_url="articles:quote_list",
    ),
    Kind(
        name="happened",
        title=_("Happened"),
        sign="h",
        column="happened",
        public=Event.objects.public,
        without_notes=lambda: Event.objects.public().without_notes(),
        load=lambda rows: rows.select_related("place"),
        lasting=True,
    ),
    Kind(
        name="figures",
        title=_("Figures as of"),
        sign="f",
        column="as_of",
        public=Statistic.objects.public,
        # A printing is public only where its figure may be seen: public() would look for the same twice.
        without_notes=lambda: Statistic.objects.shown().without_notes(),
        load=lambda rows: rows.for_cards(),
        list_url="articles:statistic_list",
    ),
)
