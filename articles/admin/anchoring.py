"""The words that facts rest on, beside the fact: nobody types offsets (see `pasted` for how words are placed)."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.db.models import Exists, F, ForeignKey, OuterRef, Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.anchor_rows import AnchorForm, AnchorFormSet, EventAnchorForm, EventAnchorFormSet
from articles.admin.hop_rows import HopForm, HopFormSet
from articles.admin.known_choice import KnownChoice
from articles.admin.pasted import described
from articles.admin.printing_rows import PrintingForm, PrintingFormSet
from articles.curation.paragraphs import paragraph_of
from articles.curation.visible import visible_to
from articles.models import Anchor, Article, Printing, RelayHop
from articles.models.event import DateMention


def to_look_at() -> QuerySet[Anchor]:
    """Return the anchors that an editor works with, in order: those of current texts, and those that these lost."""
    current = Q(block__version=F("block__version__article__current"))
    anchors = Anchor.objects.filter(current | Q(state=Anchor.State.LOST)).with_places().in_order()
    return anchors.annotate(paragraph=paragraph_of("block"))


class Rows(InlineModelAdmin):
    """Rows below a fact: one to fill in when it is added, none beside those that it has."""

    known: tuple[str, ...] = ()  # foreign keys that a row is read with
    article_field: str = ""  # of a row that names an article of its own

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 0 if obj else 1

    def formfield_for_foreignkey(self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.known:
            kwargs["widget"] = KnownChoice(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class AnchorInline(Rows, admin.TabularInline):
    """The anchors of a fact of one article, those apart that are named with a quote's steps."""

    model = Anchor
    form = AnchorForm
    formset = AnchorFormSet
    fields: ClassVar[tuple[str, ...]] = ("role", "words", "place")
    verbose_name = _("words")
    verbose_name_plural = _("The words that it rests on")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Anchor]:
        allowed = super().get_queryset(request).values("pk")
        evidence = RelayHop.objects.filter(evidence=OuterRef("pk"))
        rows: QuerySet[Anchor] = visible_to(request.user, to_look_at().filter(~Exists(evidence), pk__in=allowed))
        return rows

    @admin.display(description=_("words"))
    def words(self, anchor: Anchor) -> str:
        return anchor.exact

    @admin.display(description=_("place"))
    def place(self, anchor: Any) -> str:
        return described(anchor, paragraph=anchor.paragraph)


class EventAnchorInline(AnchorInline):
    """The anchors of an event, each in an article of its own."""

    form = EventAnchorForm
    formset = EventAnchorFormSet
    fields = ("article_of", "role", "words", "place")
    article_field = "article_of"
    verbose_name_plural = _("The words that tell of it")

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        # The class has one field for all who work here; what each may choose differs.
        field: Any = deepcopy(formset.form.base_fields["article_of"])
        # Any column that names an article will do: autocomplete asks for the record's admin through it.
        field.widget = KnownChoice(DateMention._meta.get_field("article"), self.admin_site)
        field.queryset = visible_to(request.user, Article.objects.for_cards())
        formset.form.base_fields["article_of"] = field
        return formset

    @admin.display(description=_("article"))
    def article_of(self, anchor: Anchor) -> str:
        return anchor.block.version.headline


class PrintingInline(Rows, admin.StackedInline):
    """The printings of a statistic. `formset.anchor(row)` saves the words of a row that was saved by itself."""

    model = Printing
    form = PrintingForm
    formset = PrintingFormSet
    fields = (("article", "quote"), ("words", "phrase"), "place", ("approximation", "population"))
    autocomplete_fields = ("article", "quote")
    article_field = "article"
    known = ("quote",)
    can_delete = False
    verbose_name = _("printing")
    verbose_name_plural = _("Where it is printed")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Printing]:
        rows: QuerySet[Printing] = visible_to(request.user, super().get_queryset(request))
        anchors = Prefetch("anchors", queryset=to_look_at(), to_attr="placed")
        loaded = rows.select_related("statistic", "article__current", "quote__article__current").prefetch_related(
            anchors
        )
        return loaded.defer("article__current__body", "quote__article__current__body").order_by("pk")

    @admin.display(description=_("number as printed"))
    def words(self, printing: Any) -> str:
        return _in_role(printing, Anchor.Role.NUMBER)

    @admin.display(description=_("phrase around it"))
    def phrase(self, printing: Any) -> str:
        return _in_role(printing, Anchor.Role.PHRASE)

    @admin.display(description=_("place"))
    def place(self, printing: Any) -> str:
        numbers = [anchor for anchor in printing.placed if anchor.role == Anchor.Role.NUMBER]
        return described(numbers[0], paragraph=numbers[0].paragraph) if numbers else ""


def _in_role(printing: Any, role: Anchor.Role) -> str:
    return next((anchor.exact for anchor in printing.placed if anchor.role == role), "")


class HopInline(Rows, admin.StackedInline):
    """The way of a quote from the mouth to the page."""

    model = RelayHop
    form = HopForm
    formset = HopFormSet
    fields = (("step", "role", "agent", "stated"), ("evidence_words", "place"), "note")
    autocomplete_fields = ("agent",)
    known = ("agent",)
    verbose_name = _("step")
    verbose_name_plural = _("The way from the mouth to the page")

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[RelayHop]:
        rows: QuerySet[RelayHop] = visible_to(request.user, super().get_queryset(request))
        loaded = rows.select_related("agent", "evidence__block__version").defer("evidence__block__version__body")
        return loaded.annotate(paragraph=paragraph_of("evidence__block")).order_by("position")

    @admin.display(description=_("step"))
    def step(self, hop: RelayHop) -> int:
        return hop.position + 1

    @admin.display(description=_("words that name it"))
    def evidence_words(self, hop: RelayHop) -> str:
        return hop.evidence.exact if hop.evidence else ""

    @admin.display(description=_("place"))
    def place(self, hop: Any) -> str:
        return described(hop.evidence, paragraph=hop.paragraph) if hop.evidence else ""
