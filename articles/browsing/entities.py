"""The indexes of people, organisations and places: names with their counts, letter by letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import Case, F, When
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.browsing import names
from articles.browsing.letters import Letter, beginnings, letters
from articles.models import Entity
from articles.models.entity import EntityQuerySet
from articles.search.address import Address
from articles.search.fields import ChoiceField, ChoicesField, YesNoField
from articles.search.list_filter import LAST_PAGE
from articles.search.listing import Problem, problems
from articles.text.names import name_key

PER_PAGE: Final = 60
TITLES: Final = {
    "people": gettext_lazy("People"),
    "organisations": gettext_lazy("Organisations"),
    "places": gettext_lazy("Places"),
}
# The first is possible only where a name was typed; of the rest the first needs no parameter.
SORTS: Final = {
    "best": gettext_lazy("nearest spelling"),
    "name": gettext_lazy("by name"),
    "most": gettext_lazy("most articles"),
}
LONGEST_NAME: Final = 300  # as long as the column


class IndexForm(forms.Form):
    """What an index can be asked."""

    q = forms.CharField(label=gettext_lazy("name"), required=False, max_length=LONGEST_NAME)
    kind = ChoicesField(label=gettext_lazy("kind"), required=False)
    sort = ChoiceField(label=gettext_lazy("sort"), required=False, choices=list(SORTS.items()))
    notes = YesNoField(label=gettext_lazy("reference notes"), required=False)
    page = forms.IntegerField(label=gettext_lazy("page"), required=False, min_value=1, max_value=LAST_PAGE)

    def __init__(self, section: str, params: QueryDict) -> None:
        super().__init__(params)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in Entity.SECTIONS[section]]  # type: ignore[attr-defined]

    def clean_q(self) -> str:
        words: str = self.cleaned_data["q"]
        if words and not name_key(words):
            raise ValidationError(_("A name has at least one letter or digit."))
        return words


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCount:
    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order of the names; `value` is None for the one that needs no parameter."""

    value: str | None
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    section: str  # people, organisations or places
    form: IndexForm
    errors: list[Problem]
    page: Page[Any] | None = None  # None when a value is wrong
    groups: tuple[names.Group, ...] = ()
    letters: tuple[Letter, ...] = ()  # empty where names are not in order of their letters
    kinds: tuple[KindCount, ...] = ()  # empty where the section has one kind
    sort: str = "name"  # "best": as near to what was typed as spelling goes
    only_in_notes: int = 0  # how many more are known from reference notes alone

    @property
    def title(self) -> str:
        return str(TITLES[self.section])

    @property
    def total(self) -> int:
        return self.page.paginator.count if self.page else 0

    @property
    def of_all_kinds(self) -> int:
        return sum(kind.count for kind in self.kinds)

    @property
    def orders(self) -> list[Order]:
        offered = list(SORTS) if self.form.cleaned_data["q"] else list(SORTS)[1:]
        return [
            Order(value=name if place else None, label=str(SORTS[name]), chosen=name == self.sort)
            for place, name in enumerate(offered)
        ]

    @property
    def kept(self) -> list[tuple[str, str]]:
        """Return what the form keeps when it asks for another name; nothing that is wrong."""
        address = Address.read(self.form.data, self.form.fields)  # type: ignore[arg-type]
        return list(address.without("q", "sort", *self.form.errors).pairs)


def index(section: str, params: QueryDict) -> Index:
    """Read what an index was asked and find its page.

    Raises:
        Http404: the page asked for lies behind the last.
    """
    form = IndexForm(section, params)
    if not form.is_valid():
        return Index(section=section, form=form, errors=problems(form))
    asked = form.cleaned_data
    known = Entity.objects.public().of_section(section)
    if asked["q"]:
        known = known.named(asked["q"])
    told = known if asked["notes"] else known.in_articles()
    # Who types a name looks for that one, however it is printed.
    rows = told if asked["q"] else names.standing_alone(told, notes=bool(asked["notes"]))
    begins = beginnings(rows)
    of_kind = rows.filter(kind__in=asked["kind"]) if asked["kind"] else rows
    sort = _order(asked)
    page = _page(_sorted(names.tallied(of_kind, notes=bool(asked["notes"])), sort), asked["page"] or 1)
    return Index(
        section=section,
        form=form,
        errors=[],
        page=page,
        groups=tuple(names.groups(list(page), by_letter=sort == "name", typed=asked["q"])),
        letters=tuple(letters(begins, kinds=asked["kind"], per_page=PER_PAGE)) if sort == "name" else (),
        kinds=tuple(_kinds(section, begins, asked["kind"])),
        sort=sort,
        only_in_notes=0 if asked["notes"] else known.count() - told.count(),
    )


def _order(asked: dict[str, Any]) -> str:
    if not asked["q"]:
        return "most" if asked["sort"] == "most" else "name"
    return asked["sort"] or "best"


def _sorted(rows: EntityQuerySet, sort: str) -> EntityQuerySet:
    if sort == "most":
        # A publisher by what it printed, anybody else by what names them.
        most = Case(When(published_count__gt=0, then=F("published_count")), default=F("article_count"))
        return rows.order_by(most.desc(), "-quote_count", "sort_key", "pk")
    return rows if sort == "best" else rows.by_name()


def _page(rows: EntityQuerySet, number: int) -> Page[Any]:
    paginator = Paginator(rows, PER_PAGE)
    try:
        return paginator.page(number)
    except EmptyPage:
        message = _("This list has %(pages)d pages; there is no page %(number)d.")
        raise Http404(message % {"pages": paginator.num_pages, "number": number}) from None


def _kinds(section: str, begins: Mapping[tuple[str, str], int], chosen: list[str]) -> Iterator[KindCount]:
    if len(Entity.SECTIONS[section]) > 1:
        for kind in Entity.SECTIONS[section]:
            count = sum(number for (one, _first), number in begins.items() if one == kind)
            yield KindCount(value=kind, label=str(kind.label), count=count, chosen=kind in chosen)
