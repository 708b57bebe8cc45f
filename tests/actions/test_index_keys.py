"""After every action entries say what the models say; single writes are looked at in tests/models/test_keys.py."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.actions.erase import erase
from articles.actions.merge import merge, unmerge
from articles.actions.publish import publish, withdraw
from articles.actions.review import confirm, reject
from articles.actions.store import store
from articles.actions.suggesting import gazetteer, read_texts
from articles.importers.base import RawArticle
from articles.models import Article, ArticleEntry, Entity, ImportRun, Mention, Quote, Statistic, Status
from articles.models.keys import Key, asked, number
from articles.proof.entries import article_entry_problems
from tests.actions.test_store import raw_like
from tests.factories import make_article, make_entity, make_mention, make_quote, make_statistic, make_topic
from tests.world import load_sample_world


def problems() -> list[str]:
    return list(article_entry_problems(list(Article.objects.order_by("pk").values_list("pk", flat=True))))


def holding(*numbers: int) -> set[int]:
    """Return the articles whose entries hold one of the numbers and are public."""
    return set(ArticleEntry.objects.filter(keys__overlap=list(numbers), public=True).values_list("pk", flat=True))


class ActionTests(TestCase):
    by: User
    article: Article
    ana: Entity

    @classmethod
    def setUpTestData(cls) -> None:
        cls.by = User.objects.create_user("sari")
        cls.article = make_article(paragraphs=["Ana Wijaya berkata air naik, 12 rumah terendam."])
        cls.ana = make_entity("Ana Wijaya")
        make_mention(cls.article, cls.ana, "Ana Wijaya", status=Status.SUGGESTED)
        make_quote(cls.article, "air naik", speaker=cls.ana, status=Status.SUGGESTED)
        make_statistic(12, article=cls.article, stated_by=cls.ana, status=Status.SUGGESTED)
        make_topic(article=cls.article)

    def tearDown(self) -> None:
        self.assertEqual(problems(), [])

    def test_withdrawn_and_published_again(self) -> None:
        waiting = asked(Key.WAITING)
        self.assertEqual(holding(*waiting), {self.article.pk})
        withdraw(Article.objects.all(), by=self.by, reason="A doubt.")
        self.assertEqual(holding(*waiting), set())
        self.assertEqual(problems(), [])
        publish(Article.objects.all(), by=self.by)
        self.assertEqual(holding(*waiting), {self.article.pk})

    def test_confirmed_and_rejected(self) -> None:
        for what in (Key.NAMED, Key.SPEAKER, Key.STATED_BY):
            self.assertEqual(holding(number(what, self.ana.pk, suggested=True)), {self.article.pk}, what)
        confirm(Mention.objects.get(), by=self.by)
        self.assertEqual(holding(number(Key.NAMED, self.ana.pk)), {self.article.pk})
        reject(Quote.objects.get(), by=self.by)
        self.assertEqual(holding(*asked(Key.QUOTES)), set())
        self.assertEqual(problems(), [])
        reject(Statistic.objects.get(), by=self.by)
        self.assertEqual(holding(*asked(Key.FIGURES)), set())

    def test_merged_and_parted_again(self) -> None:
        kept = make_entity("Ana W.")
        decision = merge(self.ana, into=kept, by=self.by)
        for what in (Key.NAMED, Key.SPEAKER, Key.STATED_BY):
            self.assertEqual(holding(*asked(what, [self.ana.pk])), set(), what)
            self.assertEqual(holding(*asked(what, [kept.pk])), {self.article.pk}, what)
        self.assertEqual(problems(), [])
        unmerge(decision, by=self.by)
        self.assertEqual(holding(*asked(Key.NAMED, [self.ana.pk])), {self.article.pk})

    def test_a_merged_publisher(self) -> None:
        publisher = self.article.publisher
        assert publisher
        kept = make_entity("Koran Lama", kind=Entity.Kind(publisher.kind))
        merge(publisher, into=kept, by=self.by)
        self.assertEqual(holding(*asked(Key.PUBLISHER, [kept.pk])), {self.article.pk})

    def test_erased(self) -> None:
        other = make_article("Lain", paragraphs=["Ada 12 rumah."])
        Statistic.objects.get().printings.create(article=other)
        erase(self.article, reason="A court says so.", by=self.by)
        self.assertEqual(set(ArticleEntry.objects.values_list("pk", flat=True)), {other.pk})


class BulkTests(TestCase):
    def test_the_annotated_article_is_told_rightly(self) -> None:
        load_sample_world()
        self.assertEqual(problems(), [])
        self.assertTrue(holding(*asked(Key.CONFIRMED)) or holding(*asked(Key.WAITING)))

    def test_imported(self) -> None:
        run = ImportRun.objects.create(importer="rawtext", container="text.txt", container_sha256="0" * 64)
        records: list[RawArticle] = [raw_like(number) for number in range(3)]
        list(store(records, run=run, publish=True))
        self.assertEqual(ArticleEntry.objects.filter(public=True).count(), 3)
        self.assertEqual(problems(), [])
        self.assertEqual(holding(*asked(Key.PUBLISHER, [Article.objects.all()[0].publisher_id or 0])), self.all())

    def test_suggested(self) -> None:
        text = "Juru bicara polisi, Ana Wijaya, mengatakan bahwa 12 orang terluka pada 6 Maret 2024."
        for number_of in range(3):
            make_article(f"Kapal {number_of} tiba", paragraphs=[text])
        with CaptureQueriesContext(connection) as asked_for:
            read_texts(sorted(self.all()), known=gazetteer())
        self.assertEqual(problems(), [])
        self.assertEqual(holding(*asked(Key.NAMED, [Mention.objects.all()[0].entity_id])), self.all())
        told = [query["sql"] for query in asked_for if "newsarchive_entries_catch_up" in query["sql"]]
        self.assertEqual(len(told), 1)

    def all(self) -> set[int]:
        return set(Article.objects.values_list("pk", flat=True))
