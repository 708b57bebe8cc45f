"""A small desk of its own for tests: facts with the rows in which they are given their words."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.db.models import QuerySet
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path

from articles.admin.anchoring import AnchorInline, EventAnchorInline, HopInline, PrintingInline
from articles.admin.fields import CleanText, FuzzyDates
from articles.models import (
    Anchor,
    Article,
    Block,
    Entity,
    Event,
    Mention,
    Printing,
    Quote,
    Statistic,
    Version,
)
from articles.models.event import DateMention
from newsarchive.urls import urlpatterns as public
from tests.factories import make_article

State = Anchor.State
PARAGRAPHS = (
    "Menurut Ana Wijaya, sebanyak 1.100 orang sudah tiba di Rusia.",
    "Rusia membantu, kata kantor berita TASS. “Kami tiba,” kata Ana.",
    "Sebanyak 1.100 orang itu selamat di Rusia.",
)


class PlainForm(FuzzyDates, CleanText):
    """What the desk's own forms have in common with these rows."""


class FactAdmin(admin.ModelAdmin):
    form = PlainForm
    search_fields = ("pk",)
    autocomplete_fields: ClassVar[tuple[str, ...]] = ("article",)
    fields: ClassVar[tuple[str, ...]] = ("article", "number", "type")


class QuoteAdmin(FactAdmin):
    inlines = (AnchorInline, HopInline)


class MentionAdmin(FactAdmin):
    fields = ("article", "entity", "form")
    inlines = (AnchorInline,)


class DateMentionAdmin(FactAdmin):
    fields = ("article", "kind", "value")
    inlines = (AnchorInline,)


class EventAdmin(FactAdmin):
    autocomplete_fields = ()
    fields = ("type", "name", "happened")
    inlines = (EventAnchorInline,)


class StatisticAdmin(FactAdmin):
    autocomplete_fields = ()
    fields = ("measure", "value", "value_to", "unit")
    inlines = (PrintingInline,)


class PrintingAdmin(FactAdmin):
    fields = ("article", "statistic")
    inlines = (AnchorInline,)


class Named(admin.ModelAdmin):
    search_fields = ("pk",)


site = admin.AdminSite(name="admin")
site.register(Quote, QuoteAdmin)
site.register(Mention, MentionAdmin)
site.register(DateMention, DateMentionAdmin)
site.register(Event, EventAdmin)
site.register(Statistic, StatisticAdmin)
site.register(Printing, PrintingAdmin)
site.register([Article, Entity], Named)
urlpatterns = [path("admin/", site.urls), *(route for route in public if str(route.pattern) != "admin/")]


def permissions(*codenames: str) -> QuerySet[Permission]:
    return Permission.objects.filter(codename__in=codenames)


def rows(prefix: str, *forms: Mapping[str, Any], initial: int = 0) -> dict[str, Any]:
    """Return the fields of a formset as a page posts them."""
    posted: dict[str, Any] = {f"{prefix}-TOTAL_FORMS": len(forms), f"{prefix}-INITIAL_FORMS": initial}
    for index, form in enumerate(forms):
        posted |= {f"{prefix}-{index}-{name}": value for name, value in form.items()}
    return posted


def next_version(article: Article, *paragraphs: str) -> Version:
    """Give an article another text."""
    old = article.current
    assert old
    body = "\n\n".join(paragraphs)
    version = Version.objects.create(
        article=article,
        number=old.number + 1,
        headline=old.headline,
        body=body,
        body_sha256="0" * 64,
        source=old.source,
    )
    at = 0
    for position, text in enumerate(paragraphs):
        Block.objects.create(
            version=version,
            position=position,
            type=Block.Type.PARAGRAPH,
            text=text,
            body_start=at,
            body_end=at + len(text),
        )
        at += len(text) + 2
    article.current = version
    article.save()
    return version


def place(found: Anchor) -> tuple[str, str, int, str]:
    return (found.role, found.exact, found.block.position, found.state)


@override_settings(ROOT_URLCONF=__name__)
class Desk(TestCase):
    article: Article
    user: User

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article("Ana di kota", paragraphs=PARAGRAPHS)
        cls.user = User.objects.create_superuser("ketua", password="rahasia sekali")

    def setUp(self) -> None:
        self.client.force_login(self.user)

    def post(self, address: str, *parts: Mapping[str, Any]) -> str:
        """Send a form; return "" when it was saved, else the page."""
        data = {name: value for part in parts for name, value in part.items()}
        response = self.client.post(f"/admin/articles/{address}", data)
        return "" if response.status_code == 302 else unescape(response.content.decode())

    def page(self, address: str) -> str:
        return unescape(self.client.get(f"/admin/articles/{address}").content.decode())

    def queries(self, address: str) -> int:
        self.page(address)
        with CaptureQueriesContext(connection) as asked:
            self.page(address)
        return len(asked)
