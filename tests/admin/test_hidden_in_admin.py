"""Whom drafts are not open to finds the admin the same with and without a thousand hidden articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final
from urllib.parse import urlencode

from django.apps import apps
from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.contrib.messages import get_messages
from django.db import DatabaseError, transaction
from django.db.models import ForeignKey, Model
from django.test import Client, TestCase
from django.urls import reverse

from articles.actions import log, roles
from articles.actions.merge import merge
from articles.admin.base import CuratedAdmin
from articles.curation.visible import LOOSE, visible_to
from articles.models import Anchor, Article, DateMention, Entity, Printing, Series, Status
from tests.admin.test_entities import signed_in
from tests.factories import (
    anchor,
    make_article,
    make_entity,
    make_event,
    make_mention,
    make_quote,
    make_statistic,
    stamp,
)
from tests.hidden import PARAGRAPHS, Made, add_hidden_articles, full_article, merge_unseen, one_run, tell_the_planner
from tests.world import load_sample_world

Answers = dict[str, tuple[int, str]]

OPEN, MOVED = 200, 302
ENTITIES: Final = {"app_label": "articles", "model_name": "quote", "field_name": "speaker"}
ARRIVALS: Final = ("delivery", "importrun", "refusal", "source")  # which an Importer may view, and a Reviewer may not
TERMS: Final = ("rahasia", "zakharova")
NARROWED: Final = (
    *(("article", "published=2023-12"), ("article", "state__exact=draft"), ("quote", "said=2023-12-06")),
    *(("quote", "article__state__exact=draft"), ("quote", "q=zakharova"), ("statistic", "as_of=1999")),
    *(("statistic", "q=zakharova"), ("statistic", "list=contradicting"), ("entity", "merged=yes")),
    *(("likeness", "list=unreviewed-copies"), ("likeness", "kind__exact=near")),
    *(("entity", "q=Bayangan"), ("entity", "list=doubles"), ("event", "happened=2023"), ("datemention", "value=2023")),
)
# Of each page only what is new with every answer.
CHANGING: Final = re.compile(r'(?<=name="csrfmiddlewaretoken" value=")\w+|(?<=name="seen" value=")\d+')


def tables() -> Iterator[tuple[str, type[Model], ModelAdmin]]:
    """Yield each of the archive's models in the admin, with the beginning of its addresses' names."""
    for table, table_admin in admin.site._registry.items():
        if table._meta.app_label == "articles":
            yield f"admin:articles_{table._meta.model_name}", table, table_admin


def lists() -> Iterator[str]:
    """Yield each list: whole, with the numbers of all its filters, and searched for what hidden articles say."""
    for name, _, table_admin in tables():
        address = reverse(f"{name}_changelist")
        yield from (address, f"{address}?q=rahasia") if table_admin.search_fields else (address,)
    for table, asked in NARROWED:
        yield f"{reverse(f'admin:articles_{table}_changelist')}?{asked}"


def records(user: User) -> Iterator[str]:
    """Yield the forms and histories of the first and the last row of each model that the user sees."""
    for name, table, table_admin in tables():
        rows = visible_to(user, table._default_manager.order_by("pk"))
        for row in dict.fromkeys([rows.first(), rows.last()]):
            if row is not None:
                yield reverse(f"{name}_change", args=[row.pk])
            if row is not None and isinstance(table_admin, CuratedAdmin):
                yield reverse(f"{name}_history", args=[row.pk])


def choices() -> Iterator[str]:
    """Yield what each autocomplete field asks for: all, and of each model what some words find."""
    asked: dict[Any, tuple[str, str]] = {}
    for _, _, table_admin in tables():
        for one in (table_admin, *(inline(table_admin.model, admin.site) for inline in table_admin.inlines)):
            for name in one.autocomplete_fields:
                field = (str(one.model._meta.model_name), str(name))
                asked[one.model._meta.get_field(name).related_model] = field
                yield _autocomplete(*field, "")
    for field in asked.values():
        yield from (_autocomplete(*field, term) for term in TERMS)


def _autocomplete(table: str, field: str, term: str) -> str:
    asked = {"app_label": "articles", "model_name": table, "field_name": field, "term": term}
    return f"{reverse('admin:autocomplete')}?{urlencode(asked)}"


def everything(client: Client, addresses: Iterable[str]) -> Answers:
    return {address: answer(client.get, address) for address in addresses}


def answer(ask: Callable[[str], Any], address: str) -> tuple[int, str]:
    """Return the status of a page, and all that it says: the page itself, or where it leads and with which words."""
    found = ask(address)
    page = CHANGING.sub("", found.content.decode())
    if found.status_code == MOVED:
        page = "\n".join([found.url, *map(str, get_messages(found.wsgi_request))])
    found.client.cookies.pop("messages", None)  # they are not for the next page
    return found.status_code, page


def kind(address: str) -> str:
    """Return the model of an address; "" for the front page."""
    return address.removeprefix("/admin/").removeprefix("articles/").partition("/")[0]


def lines(page: str) -> list[str]:
    return [line.strip() for line in page.replace("><", ">\n<").splitlines()]


def point(row: Model, **columns: Any) -> None:
    """Write columns of a row, whatever the actions would say."""
    type(row)._default_manager.filter(pk=row.pk).update(**columns)


class DeskTestCase(TestCase):
    """The sample, and another public article with facts that point to no others."""

    maxDiff = 2000
    free: Made

    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()
        one_run()
        tell_the_planner()
        other = make_article("Berita lain", paragraphs=PARAGRAPHS, published="2020-02-02", publisher="Republika")
        date = DateMention.objects.create(article=other, kind=DateMention.Kind.DATE, **stamp())
        anchor(other, "6/12/2023", Anchor.Role.PHRASE, date=date)
        statistic, speaker = make_statistic(883, article=other, measure="warga"), make_entity("Juru Bicara")
        cls.free = {
            "speaker": speaker,
            "quote": make_quote(other, "Sebanyak 883 dari 1.100 orang sudah tiba", speaker=speaker),
            "date": date,
            "event": make_event(other, "bicara", name="Percakapan"),
            "statistic": statistic,
            "printing": statistic.printings.get(),
        }

    def assert_same(self, before: Answers, after: Answers) -> None:
        for address, (status, page) in after.items():
            with self.subTest(address):
                self.assertEqual(status, before[address][0])
                # Line by line first, so that a difference is shown as what one would see change.
                self.assertEqual(lines(page), lines(before[address][1]))
                self.assertEqual(page, before[address][1])


def join(free: Made, hidden: Made) -> None:
    """Let each public row point to what only a hidden article has, by each column that may; and some the other way."""
    point(free["quote"], event=hidden["event"])
    point(free["date"], event=hidden["event"], quote=hidden["quote"])
    point(free["event"], previous=hidden["event"])
    point(free["statistic"], out_of=hidden["statistic"])
    point(free["printing"], quote=hidden["quote"])
    point(hidden["part"], out_of=free["statistic"])
    make_mention(hidden["article"], free["speaker"], "Zakharova")


class SameDeskTests(DeskTestCase):
    before: dict[str, Answers]

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        signed_in("Reviewer")
        user = User.objects.get(username="reviewer")
        whole = [reverse(f"{name}_changelist") for name, _, _ in tables()]
        arrivals = [address for address in (*lists(), *records(user)) if kind(address) in ARRIVALS]
        asked: dict[str, Iterable[str]] = {
            "Reviewer": ["/admin/", *lists(), *records(user), *choices()],
            "Importer": ["/admin/", *whole, *arrivals],
            "Editor": ["/admin/", *whole],
        }
        answers = {role: everything(signed_in(role), addresses) for role, addresses in asked.items()}
        cls.before = {
            role: {address: answer for address, answer in told.items() if answer[0] == OPEN}
            for role, told in answers.items()
        }
        cls._add_hidden()

    @classmethod
    def _add_hidden(cls) -> None:
        add_hidden_articles()
        hidden = full_article(Article.State.DRAFT, Status.SUGGESTED)
        join(cls.free, hidden)
        shared = Printing.objects.filter(article=hidden["article"], statistic__value=898).get()
        for row in (hidden["article"], hidden["quote"], shared):
            log.record(row, "change", by=None, before={"note": ""}, after={"note": "rahasia"})
        tell_the_planner()

    def test_a_reviewer_finds_every_page_the_same_with_and_without_a_thousand_hidden_articles(self) -> None:
        self.assertGreater(len(self.before["Reviewer"]), 140)
        self.assert_same(self.before["Reviewer"], everything(signed_in("Reviewer"), self.before["Reviewer"]))

    def test_an_importer_does_too(self) -> None:
        """The journal of imports is whole for them: all that is hidden came in with a run that stood there."""
        self.assertGreaterEqual({kind(address) for address in self.before["Importer"]}, {*ARRIVALS})
        self.assert_same(self.before["Importer"], everything(signed_in("Importer"), self.before["Importer"]))

    def test_an_editor_sees_them_in_every_list(self) -> None:
        """Without this the tests above could hold because nothing is ever shown."""
        after = everything(signed_in("Editor"), self.before["Editor"])
        same = {kind(address) for address, found in after.items() if found == self.before["Editor"][address]}
        self.assertEqual(same, {"batch", "delivery", "importrun", "input", "refusal", "savedsearch"})


class PointingTests(DeskTestCase):
    """A public row may point to what only a hidden article has."""

    hidden: Made
    reviewer: User

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.hidden = full_article(Article.State.DRAFT)
        signed_in("Reviewer")
        cls.reviewer = User.objects.get(username="reviewer")
        point(cls.hidden["event"], name="Pertemuan gelap")

    def forms(self) -> list[str]:
        rows = {"quote": "quote", "date": "datemention", "event": "event", "statistic": "statistic"}
        return [
            reverse("admin:articles_printing_change", args=[self.free["printing"].pk]),
            *(reverse(f"admin:articles_{kind}_change", args=[self.free[name].pk]) for name, kind in rows.items()),
            *(reverse(f"admin:articles_{kind}_changelist") for kind in ("datemention", "event", "statistic")),
        ]

    def test_its_name_is_read_by_those_who_see_drafts_alone(self) -> None:
        names = ("Pertemuan gelap", "Putin Tawarkan", "7777")
        reviewer = everything(signed_in("Reviewer"), self.forms())
        join(self.free, self.hidden)
        self.assert_same(reviewer, everything(signed_in("Reviewer"), self.forms()))
        for address, (_, page) in everything(signed_in("Editor"), self.forms()).items():
            with self.subTest(address):
                self.assertTrue(any(name in page for name in names))

    def test_no_order_no_filter_and_no_search_tells_of_it(self) -> None:
        client, addresses = signed_in("Reviewer"), [*self._ordered(), *self._probing()]
        before = everything(client, addresses)
        join(self.free, full_article(Article.State.DRAFT))
        join(self.free, self.hidden)
        self.assert_same(before, everything(client, addresses))

    def _ordered(self) -> Iterator[str]:
        for name, table, table_admin in tables():
            for number in range(1, len(table_admin.list_display) + 1 if table in LOOSE else 0):
                yield f"{reverse(f'{name}_changelist')}?o={number}"

    def _probing(self) -> Iterator[str]:
        for table, asked in (
            *(("datemention", "q=gelap"), ("datemention", "event__isnull=1"), ("datemention", "event_id__isnull=1")),
            *(("quote", "event__isnull=1"), ("statistic", "out_of__isnull=1"), ("event", "previous__isnull=1")),
            *(("entity", "mentions__isnull=0"), ("statistic", "parts__isnull=0"), ("statistic", "links_in__isnull=0")),
            *(("printing", f"quote__id__exact={self.hidden['quote'].pk}"), ("article", "printings__isnull=0")),
        ):
            yield f"{reverse(f'admin:articles_{table}_changelist')}?{asked}"

    def test_whatever_other_columns_point_to_is_seen(self) -> None:
        """`LOOSE` names all that may not be: a column that is missing there would tell a name."""
        series = Series.objects.create(slug="gelap", name="Gelap", unit="person")
        point(self.hidden["statistic"], series=series)
        fields = [
            field
            for table in apps.get_app_config("articles").get_models()
            for field in table._meta.concrete_fields
            if isinstance(field, ForeignKey) and field.name not in (*LOOSE.get(table, ()), "broader")
        ]
        told = {str(field): self._told_by(field) for field in fields}
        self.assertEqual([name for name, seen in told.items() if seen is False], [])
        self.assertGreater(sum(seen is True for seen in told.values()), 15)

    def _told_by(self, field: ForeignKey[Any, Any]) -> bool | None:
        """Let a row that a reviewer sees point to a record that they do not; return whether they see it now.

        None: there are no such two, or the database keeps the row as it is.
        """
        row = visible_to(self.reviewer, field.model._default_manager.order_by("-pk")).first()
        others: Any = field.related_model
        known = visible_to(self.reviewer, others._default_manager.all())
        hidden = others._default_manager.exclude(pk__in=known.values("pk")).first()
        if row is None or hidden is None:
            return None
        try:
            with transaction.atomic():
                point(row, **{field.name: hidden})
                gone = not visible_to(self.reviewer, type(row)._default_manager.filter(pk=row.pk)).exists()
                seen = visible_to(self.reviewer, others._default_manager.filter(pk=hidden.pk)).exists()
                transaction.set_rollback(True)
        except DatabaseError:
            return None
        return gone or seen


class AddressTests(DeskTestCase):
    """An address of what is hidden answers as one that never led anywhere."""

    hidden: Made

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.hidden = full_article(Article.State.DRAFT, Status.SUGGESTED)

    def test_the_pages_of_a_hidden_record_are_those_of_a_key_that_is_none(self) -> None:
        client, rows = signed_in("Reviewer"), [row for row in self.hidden.values() if isinstance(row, Model)]
        for row in rows:
            for page in ("change/", "history/", "decide/", "history/revert/1/", "delete/"):
                address = f"/admin/articles/{row._meta.model_name}/%d/{page}"
                for ask in (client.get, client.post):
                    with self.subTest(address % row.pk, method=ask.__name__):
                        self.assertEqual(self._answer(ask, address, row.pk), self._answer(ask, address, 10**9))

    def _answer(self, ask: Callable[[str], Any], address: str, key: int) -> tuple[int, str]:
        status, page = answer(ask, address % key)
        return status, page.replace(f"/{key}/", "/KEY/").replace(f"“{key}”", "“KEY”")

    def test_no_key_leads_to_the_words_of_an_address(self) -> None:
        for name in ("article", "event", "topic", "ghost"):
            row = self.hidden[name]
            table = ContentType.objects.get_for_model(row)
            for role in roles.ROLES:
                with self.subTest(name, role=role):
                    page = signed_in(role).get(f"/admin/r/{table.pk}/{row.pk}/")
                    self.assertEqual(page.status_code, 404)

    def test_a_reviewer_decides_about_nothing_that_is_hidden(self) -> None:
        client, quote = signed_in("Reviewer"), self.hidden["quote"]
        asked = {"action": "confirm", "_selected_action": quote.pk}
        for posted in (asked, {**asked, "answered": "1", "expected": "1", "seen": "0"}):
            page = client.post("/admin/articles/quote/", posted, follow=True)
            self.assertNotContains(page, "Putin Tawarkan Rahasia")
        quote.refresh_from_db()
        self.assertEqual(quote.status, Status.SUGGESTED)

    def test_whom_only_hidden_articles_name_is_found_by_an_editor_alone_merged_or_not(self) -> None:
        gone, kept = merge_unseen(self.hidden["article"])
        addresses = [
            *(f"/admin/articles/entity/?{asked}" for asked in ("q=Bayangan", "q=Q7777", "merged=yes", "q=Hantu")),
            reverse("admin:articles_entity_history", args=[kept.pk]),
            reverse("admin:articles_entity_change", args=[gone.pk]),
            f"/admin/autocomplete/?{urlencode(ENTITIES | {'term': 'Hantu'})}",
        ]
        for address in addresses:
            names = (gone.name, kept.name)
            with self.subTest(address):
                seen = signed_in("Editor").get(address, follow=True).content.decode()
                self.assertTrue(any(f">{name}" in seen or f'"{name}"' in seen for name in names))
                seen = signed_in("Reviewer").get(address, follow=True).content.decode()
                self.assertFalse(any(f">{name}" in seen or f'"{name}"' in seen for name in names))

    def test_a_merged_entity_is_offered_to_nobody_and_leads_to_the_one_that_stayed(self) -> None:
        gone, kept = merge_unseen(self.hidden["article"])
        client = signed_in("Editor")
        offered = client.get("/admin/autocomplete/", ENTITIES | {"term": "Bayangan"}).json()["results"]
        self.assertEqual([one["id"] for one in offered], [str(kept.pk)])
        page = client.get(reverse("admin:articles_entity_change", args=[gone.pk]))
        self.assertContains(page, reverse("admin:articles_entity_change", args=[kept.pk]))

    def test_who_merged_two_is_told_to_a_reviewer_without_the_name_that_only_drafts_have(self) -> None:
        gone = make_entity("Bayangan Rahasia")
        make_mention(self.hidden["article"], gone, "Hantu Rahasia")
        putin = Entity.objects.get(slug="vladimir-putin")
        merge(gone, into=putin, by=None)
        history = reverse("admin:articles_entity_history", args=[putin.pk])
        self.assertContains(signed_in("Editor").get(history), "“Bayangan Rahasia” was merged into it")
        self.assertContains(signed_in("Reviewer").get(history), "“(not shown)” was merged into it")


class RoleTests(TestCase):
    def test_who_writes_sees_drafts(self) -> None:
        """A form holds what its record points to: for whoever may not see that, forms are to be read alone."""
        for role, may in roles.ROLES.items():
            with self.subTest(role):
                own = {"add_delivery", "add_savedsearch", "change_savedsearch"}  # they point to nothing of the archive
                writes = {name for name in may if name.startswith(("add_", "change_"))} - own
                self.assertTrue(not writes or "view_draft" in may)
