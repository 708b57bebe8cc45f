"""What pages of the admin cost: as much for many rows as for few, and little for ten thousand articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.db import connection
from django.db.models import Model, OuterRef, Subquery
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions import log
from articles.models import (
    Anchor,
    Article,
    Block,
    Entity,
    EntityName,
    Event,
    ImportRun,
    Mention,
    Notice,
    Quote,
    Refusal,
    RelayHop,
    SavedSearch,
    Source,
    Statistic,
    Version,
)
from tests.admin.test_every_admin import SHOWN, add_rows_apart, registered, superuser
from tests.factories import (
    anchor,
    make_article,
    make_entity,
    make_event,
    make_mention,
    make_quote,
    make_statistic,
    make_topic,
)
from tests.hidden import full_article
from tests.world import load_sample_world

MANY_ARTICLES, MOST_QUERIES = 10_000, 15
PARAGRAPHS = ("“Kami tiba,” kata Ana. Kami 883 dari 1.100 orang.",)


def cost(client: Client, address: str) -> int:
    """Return the number of queries of a page that was opened before."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    assert answer.status_code == SHOWN, address
    return len(asked)


class ListTests(TestCase):
    def test_lists_cost_the_same_for_twice_the_rows(self) -> None:
        load_sample_world()
        client, before = superuser(), dict[str, int]()
        for times in (1, 2):
            add_rows_apart(10)
            for _article in range(10):
                full_article(Article.State.PUBLISHED)
            for name, model, _ in registered():
                if model is SavedSearch:
                    continue  # each is a search of its own; a page has 25 of them, and 3 s for all
                self.assertGreaterEqual(model._default_manager.count(), 10 * times, model)
                now = cost(client, reverse(f"{name}_changelist"))
                with self.subTest(model.__name__):
                    self.assertEqual(now, before.setdefault(name, now))

    def test_ten_thousand_articles_open_with_few_queries(self) -> None:
        add_many_articles(MANY_ARTICLES)
        client, address = superuser(), reverse("admin:articles_article_changelist")
        self.assertLessEqual(cost(client, address), MOST_QUERIES)
        page = client.get(address)
        self.assertEqual(page.context["cl"].result_count, MANY_ARTICLES)
        self.assertContains(page, "Kabar 9999")


class FormTests(TestCase):
    def test_forms_cost_the_same_for_more_rows_below_them(self) -> None:
        client, article = superuser(), make_article(paragraphs=PARAGRAPHS)
        version = article.current
        assert version
        records: tuple[Any, ...] = (article, version, version.source.run, make_quote(article, "Kami tiba"))
        records += (make_statistic(883, article=article), make_mention(article, make_entity(), "Ana"), make_entity())
        records += (make_event(article, "Kami tiba"),)
        before: dict[Model, int] = {}
        for number in (2, 6, 12):
            for record in records:
                for index in range(number):
                    ROWS_BELOW[type(record)](record, article, f"{number}-{index}")
                    log.record(record, "change", by=None, after={"note": str(index)})
                now = cost(client, reverse(f"admin:articles_{record._meta.model_name}_change", args=[record.pk]))
                with self.subTest(kind=type(record).__name__, rows=number):
                    self.assertEqual(now, before.setdefault(record, now))


def _below_article(below: Article, _article: Article, mark: str) -> None:
    make_topic(f"local:{mark}", article=below)
    Notice.objects.create(article=below, text=f"Ralat {mark}")


def _below_quote(below: Quote, article: Article, mark: str) -> None:
    anchor(article, "883", Anchor.Role.CUE, quote=below)
    evidence = anchor(article, "Ana", Anchor.Role.RELAY, quote=below)
    hop: dict[str, Any] = {"position": below.hops.count(), "agent": make_entity(f"Kantor {mark}"), "evidence": evidence}
    RelayHop.objects.create(quote=below, role=RelayHop.Role.AGENCY, stated=True, **hop)


def _below_statistic(below: Statistic, article: Article, _mark: str) -> None:
    printing = make_statistic(883, article=article).printings.get()
    printing.statistic, printing.quote = below, make_quote(article, "Kami")
    printing.save()


def _below_entity(below: Entity, _article: Article, mark: str) -> None:
    name = f"nama {mark}"
    EntityName.objects.create(entity=below, name=name, key=name, kind=EntityName.Kind.ALIAS)


def _below_version(below: Version, _article: Article, _mark: str) -> None:
    position = below.blocks.count()
    Block.objects.create(version=below, position=position, type=Block.Type.BOILERPLATE, text="Iklan")


ROWS_BELOW: Final[Mapping[type[Model], Callable[[Any, Article, str], object]]] = {
    Article: _below_article,
    Quote: _below_quote,
    Statistic: _below_statistic,
    Entity: _below_entity,
    Version: _below_version,
    Event: lambda below, _article, mark: anchor(make_article(mark), "Dewan", Anchor.Role.PHRASE, event=below),
    Mention: lambda below, article, _mark: anchor(article, "Kami", Anchor.Role.ROLE, mention=below),
    ImportRun: lambda below, _article, mark: Refusal.objects.create(run=below, place=mark, reason="No text."),
}


def add_many_articles(number: int) -> None:
    """Add published articles with a text each, by a handful of statements for all of them."""
    publisher = make_entity("Koran Uji", kind=Entity.Kind.PUBLISHER)
    run = ImportRun.objects.create(importer="test", container="a", container_sha256="0" * 64, seen=1, new=1)
    source = Source.objects.create(
        run=run, place="a", content=b"a", sha256="0" * 64, media_type="text/plain", charset="utf-8"
    )
    articles = Article.objects.bulk_create(Article(publisher=publisher, language="id") for _ in range(number))
    Version.objects.bulk_create(
        Version(article=article, number=1, headline=f"Kabar {index}", body="", body_sha256="0" * 64, source=source)
        for index, article in enumerate(articles)
    )
    text = Version.objects.filter(article=OuterRef("pk")).values("pk")
    Article.objects.update(current=Subquery(text), state=Article.State.PUBLISHED)
