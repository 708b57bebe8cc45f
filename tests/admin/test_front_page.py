"""The admin's front page: what waits, what was decided last, and the kinds of records, each for who may see it."""

from __future__ import annotations

from io import StringIO
from unittest.mock import patch

from django.contrib.auth.models import AnonymousUser, User
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.actions import log
from articles.actions.delivery_work import importer
from articles.actions.reading_turns import reader
from articles.admin import site
from articles.curation.worklists import Worklist
from articles.models import Article, Decision, DeliveredFile, Delivery, Quote, Status
from tests.admin.test_entities import signed_in
from tests.factories import make_article, make_quote

FRONT = "/admin/"


def overslept(user: User | AnonymousUser) -> list[tuple[Worklist, int]]:
    """Count as a database does that has no time for it."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 20")
        cursor.execute("SELECT pg_sleep(5)")
    return []


class FrontPageTests(TestCase):
    article: Article
    quote: Quote

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article("Dewan bertemu", paragraphs=("“Kami datang,” kata Ana Wijaya.",))
        cls.quote = make_quote(cls.article, "Kami datang", status=Status.SUGGESTED)
        make_article("Rancangan rahasia", state=Article.State.DRAFT)

    def test_a_worklist_leads_to_its_rows_with_their_number(self) -> None:
        page = signed_in("Editor").get(FRONT)
        self.assertContains(page, '<a href="/admin/articles/quote/?list=unreviewed-quotes">')
        waiting = {str(row.title): row.number for row in page.context["waiting"]}
        self.assertEqual((waiting["Unreviewed quotes"], waiting["Drafts"]), ("1", "1"))
        rows = signed_in("Editor").get("/admin/articles/quote/?list=unreviewed-quotes")
        self.assertEqual(rows.context["cl"].result_count, 1)

    def test_what_does_not_wait_stands_apart_and_can_be_opened(self) -> None:
        page = signed_in("Editor").get(FRONT)
        self.assertIn("Unreviewed events", {str(row.title) for row in page.context["idle"]})
        self.assertContains(page, '<a href="/admin/articles/event/?list=unreviewed-events">Unreviewed events</a>')

    def test_who_may_bring_articles_in_is_led_there(self) -> None:
        link = 'href="/admin/articles/delivery/add/"'
        for role, times in {"Editor": 2, "Importer": 2, "Reviewer": 0}.items():
            page = signed_in(role).get(FRONT).content.decode()
            self.assertEqual(page.partition('class="desk-records"')[0].count(link), times, role)

    def test_a_reviewer_reads_nothing_of_drafts_and_of_the_log(self) -> None:
        log.record(self.article, "publish", by=None)
        page = signed_in("Reviewer").get(FRONT)
        self.assertNotContains(page, "Drafts")
        self.assertNotContains(page, "Rancangan")
        self.assertNotContains(page, "Newest decisions")
        self.assertContains(page, "Unreviewed quotes")

    def test_the_newest_decisions_say_who_what_and_when_and_lead_there(self) -> None:
        ana = User.objects.create_user("ana", first_name="Ana", last_name="Wijaya", is_staff=True)
        log.record(self.article, "withdraw", by=ana, reason="The publisher asked for it.")
        log.record(self.quote, "unheard-of", by=ana)
        page = signed_in("Editor").get(FRONT)
        newest = page.context["newest"]
        self.assertEqual([row.decision.action for row in newest[:2]], ["unheard-of", "withdraw"])
        self.assertContains(page, f'<a href="/admin/articles/article/{self.article.pk}/change/">Dewan bertemu</a>')
        self.assertContains(page, "The publisher asked for it.")
        self.assertInHTML("<span><b>Ana Wijaya</b> withdrew article</span>", page.content.decode())

    def test_one_decision_over_many_records_is_one_line_with_their_number(self) -> None:
        ana = User.objects.create_user("ana", is_staff=True)
        log.record(self.article, "withdraw", by=ana)
        log.record_all([(self.quote, {}, {})] * 12, "confirm", by=ana)
        log.record_all([(self.quote, {}, {})] * 3, "unname", by=ana)
        page = signed_in("Editor").get(FRONT)
        found = [(row.decision.action, row.number) for row in page.context["newest"]]
        self.assertEqual(found, [("unname", 3), ("confirm", 12), ("withdraw", 1)])
        self.assertInHTML("<span><b>ana</b> confirmed 12 quotes</span>", page.content.decode())
        self.assertNotContains(page, "unname")

    def test_before_anybody_has_decided_the_desk_says_so(self) -> None:
        self.assertContains(signed_in("Editor").get(FRONT), "Nothing yet. What editors confirm")

    def test_what_commands_and_imports_write_does_not_stand_among_the_newest_decisions(self) -> None:
        ana = User.objects.create_user("ana", is_staff=True)
        command = User.objects.create_user("desk of the archive", is_active=False)
        log.record(self.article, "withdraw", by=ana)
        for _ in range(12):
            log.record(self.article, "import", by=ana)
            log.record(self.article, "confirm", by=None)
            log.record(self.article, "confirm", by=command)
        page = signed_in("Editor").get(FRONT)
        self.assertEqual([row.decision.action for row in page.context["newest"]], ["withdraw"])
        self.assertContains(page, '<a href="/admin/articles/decision/">The whole log</a>')

    def test_queries_do_not_grow_with_decisions(self) -> None:
        client = signed_in("Editor")
        log.record(self.quote, "confirm", by=User.objects.create_user("first", is_staff=True))
        log.record(make_article("Berita pertama"), "publish", by=User.objects.create_user("editor-0", is_staff=True))
        client.get(FRONT)
        with CaptureQueriesContext(connection) as few:
            client.get(FRONT)
        for number in range(8):
            article = make_article(f"Berita {number}")
            log.record(article, "publish", by=User.objects.create_user(f"editor-{number + 1}", is_staff=True))
        with CaptureQueriesContext(connection) as many:
            client.get(FRONT)
        self.assertLessEqual(len(many), len(few))

    def test_texts_that_wait_to_be_read_are_told_and_that_nothing_reads_them(self) -> None:
        page = signed_in("Editor").get(FRONT)
        waiting = {str(row.title): row.number for row in page.context["waiting"]}
        self.assertEqual(waiting["Texts that are not read yet"], "2")
        self.assertContains(page, '<a href="/admin/articles/article/?list=unread">')
        self.assertContains(page, "No worker reads texts at this moment.")
        self.assertContains(page, "<code>./run manage suggest --follow</code>")
        rows = signed_in("Editor").get("/admin/articles/article/?list=unread")
        self.assertEqual(rows.context["cl"].result_count, 2)

    def test_while_somebody_reads_them_no_more_than_their_number_is_told(self) -> None:
        with reader() as present:
            present.tell()
            page = signed_in("Editor").get(FRONT)
        self.assertContains(page, "Texts that are not read yet")
        self.assertNotContains(page, "No worker reads")

    def test_where_all_is_read_nobody_is_missed(self) -> None:
        call_command("suggest", stdout=StringIO())
        page = signed_in("Editor").get(FRONT)
        self.assertIn("Texts that are not read yet", {str(row.title) for row in page.context["idle"]})
        self.assertNotContains(page, "No worker reads")

    def test_a_delivery_that_waits_is_told_and_that_nobody_brings_it_in(self) -> None:
        ana = User.objects.create_superuser("ana")
        for position, ordered in enumerate((timezone.now(), None)):
            delivery = Delivery.objects.create(by=ana, ordered_at=ordered)
            DeliveredFile.objects.create(delivery=delivery, position=position, name="a.txt", size=1, sha256="0" * 64)
        client = signed_in("Editor")
        page = client.get(FRONT)
        waiting = {str(row.title): row.number for row in page.context["waiting"]}
        self.assertEqual(waiting["Deliveries that are not brought in yet"], "1")
        self.assertContains(page, "No worker brings articles in at this moment.")
        self.assertEqual(client.get("/admin/articles/delivery/?list=deliveries-waiting").context["cl"].result_count, 1)
        with importer() as present:
            present.tell()
            page = client.get(FRONT)
        self.assertContains(page, "Deliveries that are not brought in yet")
        self.assertNotContains(page, "No worker brings")

    def test_an_index_has_what_was_decided_and_nothing_of_what_rules_wrote(self) -> None:
        client = signed_in("Editor")
        kind = ContentType.objects.get_for_model(Quote)
        Decision.objects.bulk_create(Decision(subject_type=kind, subject_id=1, action="suggest") for _ in range(1000))
        with CaptureQueriesContext(connection) as asked:
            client.get(FRONT)
        (newest,) = [one["sql"] for one in asked if one["sql"].startswith('SELECT "articles_decision"."id"')]
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE articles_decision; SET LOCAL enable_sort = off")
            cursor.execute(f"EXPLAIN {newest}")
            plan = "\n".join(row for (row,) in cursor.fetchall())
        self.assertIn("decision_by_somebody", plan)

    def test_without_time_to_count_the_lists_still_stand_there(self) -> None:
        with patch.object(site, "counts_for", overslept):
            page = signed_in("Reviewer").get(FRONT)
        self.assertContains(page, "Unreviewed quotes")
        self.assertContains(page, "not counted")
        self.assertNotContains(page, "Drafts")

    def test_every_kind_of_record_stands_once_under_a_plain_heading(self) -> None:
        page = signed_in("Editor").get(FRONT)
        models = [model["object_name"] for group in page.context["groups"] for model in group["models"]]
        self.assertEqual(sorted(models), sorted(set(models)))
        known = {model["object_name"] for app in page.context["available_apps"] for model in app["models"]}
        self.assertEqual(set(models), known)
        self.assertEqual(known - {name for _, _, names in site.GROUPS for name in names}, set())

    def test_an_account_without_a_role_is_told_so(self) -> None:
        self.client.force_login(User.objects.create_user("dewi", is_staff=True))
        page = self.client.get(FRONT)
        self.assertContains(page, "There is nothing here that you may look at.")
        self.assertNotContains(page, "/admin/articles/")
