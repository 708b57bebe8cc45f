"""What was given in the browser is ordered once, by who gave it, and its page tells how far it is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest.mock import patch

from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.actions import delivery_work
from articles.actions.delivery_progress import Progress, progress
from articles.actions.delivery_work import work_once
from articles.models import Article, DeliveredFile, Delivery, ImportRun
from tests.admin.giving import ADD, BODY, LIST, STEPS, DeliveryTestCase, file, record, said
from tests.admin.test_entities import signed_in
from tests.factories import make_article


class OrderTests(DeliveryTestCase):
    def test_it_is_published_when_that_is_chosen(self) -> None:
        self.give(file("a.jsonl", record("Satu")))
        self.step("order", publish="yes")
        work_once()
        self.assertEqual(Article.objects.get().state, Article.State.PUBLISHED)

    def test_an_importer_is_not_asked_and_may_not(self) -> None:
        self.client = signed_in("Importer")
        page = self.give(file("a.jsonl", record("Satu")))
        self.assertNotContains(page, 'name="publish"')
        self.assertEqual(self.step("order", publish="yes").status_code, 403)
        self.assertIsNone(Delivery.objects.get().ordered_at)

    def test_what_somebody_gave_who_may_not_publish_is_not_offered_to_be_published(self) -> None:
        self.client = signed_in("Importer")
        self.give(file("a.jsonl", record("Satu")))
        self.client = Client()
        self.client.force_login(User.objects.create_superuser("root"))
        page = self.open()
        self.assertNotContains(page, 'name="publish"')
        self.assertIn("importer, who gave them, may not publish.", said(page))
        self.assertContains(self.step("order", publish="yes"), "bring it in as drafts")
        self.step("order")
        work_once()
        self.assertEqual(Article.objects.get().state, Article.State.DRAFT)

    def test_pressing_twice_orders_once(self) -> None:
        self.give(file("a.jsonl", record("Satu")))
        self.step("order")
        first = Delivery.objects.get().ordered_at
        self.assertContains(self.step("order", publish="yes"), "It is ordered already.")
        self.assertEqual((Delivery.objects.get().ordered_at, Delivery.objects.get().publish), (first, False))

    def test_what_is_dropped_is_gone(self) -> None:
        self.give(file("a.jsonl", record("Satu")))
        delivery = Delivery.objects.get()
        self.assertContains(self.step("drop"), "Dropped. Nothing of it came in.")
        self.assertFalse(DeliveredFile.objects.exists())
        for name in STEPS:
            self.assertContains(self.step(name, delivery), "It is no longer there")
        self.assertRedirects(self.open(delivery), LIST)

    def test_what_is_ordered_is_not_dropped(self) -> None:
        self.give(file("a.jsonl", record("Satu")))
        self.step("order")
        self.assertContains(self.step("drop"), "It is ordered already.")
        self.assertContains(self.step("columns", headline="isi"), "It is ordered already.")

    def test_only_who_gave_it_does_anything_about_it(self) -> None:
        self.give(file("a.jsonl", record("Satu"), "{"))
        for name in ("order", "drop", "columns"):
            self.assertEqual(self.step(name, client=signed_in("Importer")).status_code, 403)
        self.step("order")
        work_once()
        self.assertEqual(self.step("retry", client=signed_in("Importer")).status_code, 403)

    def test_addresses_of_buttons_are_not_opened_and_ask_for_the_token(self) -> None:
        self.give(file("a.jsonl", record("Satu")))
        key = Delivery.objects.get().pk
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(User.objects.get(username="editor"))
        for name in STEPS:
            self.assertEqual(self.client.get(f"{LIST}{key}/{name}/").status_code, 405)
            self.assertEqual(strict.post(f"{LIST}{key}/{name}/").status_code, 403)
            self.assertEqual(self.client.post(f"{LIST}{'9' * 30}/{name}/").status_code, 302)
        self.assertEqual(strict.post(ADD, {"text": BODY}).status_code, 403)
        self.assertEqual(self.client.post(f"{LIST}{key}/change/").status_code, 403)
        for odd in ("abc", "9" * 30, "1e3"):
            self.assertRedirects(self.client.get(f"{LIST}{odd}/change/"), LIST)

    def test_a_reviewer_sees_nothing_of_it(self) -> None:
        self.give(file("a.jsonl", record("Satu")))
        key, client = Delivery.objects.get().pk, signed_in("Reviewer")
        for address in (ADD, LIST, f"{LIST}{key}/change/", f"{LIST}{key}/now/"):
            self.assertEqual(client.get(address).status_code, 403)
        for name in STEPS:
            self.assertEqual(client.post(f"{LIST}{key}/{name}/").status_code, 403)


class SinceTests(DeliveryTestCase):
    def bring(self, *files: SimpleUploadedFile) -> Any:
        """Give files and bring them in; return the page of the delivery."""
        self.give(*files)
        self.step("order", Delivery.objects.latest("pk"))
        while work_once():
            pass
        return self.open()

    def test_what_became_of_each_file_is_told(self) -> None:
        page = self.bring(file("a.jsonl", record("Satu"), "{"), file("b.jsonl", record("Dua")), file("c.png", "PNG"))
        run = ImportRun.objects.get(container="a.jsonl")
        words = said(page)
        self.assertIn("2 of 2 files are in", words)
        self.assertIn("2 new 0 known already 1 refused", words)
        self.assertIn("done 1 new, 1 refused a.jsonl:2", words)
        self.assertIn("Not read, and not kept c.png", words)
        self.assertContains(page, f'href="/admin/articles/importrun/{run.pk}/change/"')
        self.assertContains(page, f'href="/admin/articles/article/?run={run.pk}"')
        self.assertEqual(self.client.get(f"/admin/articles/article/?run={run.pk}").context["cl"].result_count, 1)
        self.assertNotContains(page, "js/delivery")

    def test_until_it_is_done_the_page_goes_on_by_itself(self) -> None:
        self.give(file("a.jsonl", record("Satu")))
        delivery = Delivery.objects.get()
        self.assertEqual(self.client.get(f"{LIST}{delivery.pk}/now/").status_code, 404)
        page = self.step("order")
        self.assertContains(page, "js/delivery")
        self.assertContains(page, '<meta http-equiv="refresh" content="10">')
        self.assertContains(page, 'aria-label="Of all bytes">0 %</progress>')
        now = self.client.get(f"{LIST}{delivery.pk}/now/")
        self.assertContains(now, "data-at-work")
        self.assertNotContains(now, "<html")
        work_once()
        now = self.client.get(f"{LIST}{delivery.pk}/now/")
        self.assertNotContains(now, "data-at-work")
        self.assertIn("1 of 1 file is in", said(now))

    def test_it_says_when_nothing_works_on_it(self) -> None:
        self.give(file("a.jsonl", record("Satu")))
        self.assertNotContains(self.step("order"), "Nothing works on it")
        Delivery.objects.update(ordered_at=timezone.now() - timedelta(minutes=1))
        self.assertContains(self.open(), "Nothing works on it")
        DeliveredFile.objects.update(worked_at=timezone.now() - timedelta(seconds=5))
        self.assertNotContains(self.open(), "Nothing works on it")

    def test_a_worker_that_is_long_about_one_batch_works_on_it(self) -> None:
        self.give(file("a.jsonl", record("Satu")))
        self.step("order")
        Delivery.objects.update(ordered_at=timezone.now() - timedelta(minutes=1))

        def look() -> bool:
            DeliveredFile.objects.update(worked_at=timezone.now() - timedelta(minutes=1))
            pages.append(said(self.open()))
            return False

        pages: list[str] = []
        with patch.object(delivery_work, "_PACE", 0.0):
            work_once(ending=look)
        self.assertIn("being brought in", pages[0])
        self.assertNotIn("Nothing works on it", pages[0])
        DeliveredFile.objects.update(state=DeliveredFile.State.WAITING, worked_at=None)
        self.assertContains(self.open(), "Nothing works on it")

    def test_how_fast_it_goes_and_how_long_it_will_take_is_told(self) -> None:
        self.bring(file("a.jsonl", *[record(f"Berita {number}") for number in range(10)]))
        self.assertEqual(DeliveredFile.objects.update(state=DeliveredFile.State.RUNNING, read=300, size=600), 1)
        ImportRun.objects.update(seconds=2)
        self.assertIn("50 %, 5 records a second, about 2 seconds left", said(self.open()))

    def test_how_long_it_will_take_is_not_told_of_what_is_packed_or_a_web_archive(self) -> None:
        self.bring(file("a.jsonl", *[record(f"Berita {number}") for number in range(10)]))
        ImportRun.objects.update(seconds=2)
        for name in ("a.jsonl.gz", "a.WARC"):
            for state in (DeliveredFile.State.RUNNING, DeliveredFile.State.WAITING):
                with self.subTest(name, state=state):
                    DeliveredFile.objects.update(name=name, state=state, read=9000, size=600)
                    words = said(self.open())
                    self.assertIn("0 %, 5 records a second ", words)
                    self.assertNotIn(" left", words)

    def test_what_failed_is_tried_again(self) -> None:
        self.give(file("a.jsonl", record("Satu")), file("b.jsonl", record("Dua")))
        self.step("order")
        DeliveredFile.objects.update(state=DeliveredFile.State.FAILED, problem="The disk was full.")
        page = self.open()
        self.assertIn("The disk was full.", said(page))
        self.assertContains(page, "Try all 2 again")
        one = DeliveredFile.objects.order_by("pk")[0]
        self.assertContains(self.step("retry", file=str(one.pk)), "1 file is tried again.")
        self.assertContains(self.step("retry"), "1 file is tried again.")
        while work_once():
            pass
        self.assertEqual(Article.objects.count(), 2)
        for nothing in ("", "abc", str(one.pk), "9" * 30):
            self.assertContains(self.step("retry", file=nothing), "Nothing of this can be tried again")

    def test_what_another_editor_has_tried_again_meanwhile_does_not_hold_up_the_others(self) -> None:
        self.give(file("a.jsonl", record("Satu")), file("b.jsonl", record("Dua")))
        self.step("order")
        DeliveredFile.objects.update(state=DeliveredFile.State.FAILED)
        taken = DeliveredFile.objects.latest("pk")

        def first(of: Delivery) -> Progress:
            found = progress(of)
            DeliveredFile.objects.filter(pk=taken.pk).update(state=DeliveredFile.State.WAITING)
            return found

        with patch("articles.admin.deliveries.progress", first):
            self.assertContains(self.step("retry"), "1 file is tried again.")
            DeliveredFile.objects.exclude(pk=taken.pk).update(state=DeliveredFile.State.DONE)
            self.assertContains(self.step("retry", file=str(taken.pk)), "Nothing of this can be tried again")

    def test_what_was_refused_is_tried_again_alone(self) -> None:
        note = make_article(rights=Article.Rights.REFERENCE, url="https://koran.example/1")
        page = self.bring(file("a.jsonl", record("Satu"), record("Dua", url=note.url)))
        self.assertIn("a.jsonl:2 The archive has a reference note of this address.", said(page))
        self.assertContains(page, "Try these again")
        Article.objects.filter(pk=note.pk).update(url="")
        self.step("retry")
        while work_once():
            pass
        self.assertIn("only what was refused before", said(self.open()))
        self.assertIn("It came in later.", said(self.open()))
        self.assertEqual(Article.objects.count(), 3)

    def test_the_list_tells_how_each_delivery_stands(self) -> None:
        self.bring(file("a.jsonl", record("Satu")), file("b.jsonl", record("Dua")))
        self.bring(file("d.jsonl", record("Empat")), file("foto.jpg", "JPG"))
        self.give(file("c.jsonl", record("Tiga")))
        words = said(self.client.get(LIST))
        self.assertIn("a.jsonl and 1 more editor done", words)
        self.assertIn("d.jsonl and 1 more editor done", words)
        self.assertNotIn("some failed", words)
        self.assertIn("c.jsonl editor not ordered yet", words)
        self.assertEqual(self.client.get(f"{LIST}?q=b.jsonl").context["cl"].result_count, 1)
        self.client = signed_in("Importer")
        self.assertEqual(self.client.get(LIST).context["cl"].result_count, 3)

    def test_a_page_costs_the_same_for_more_files(self) -> None:
        self.bring(file("a.jsonl", record("Satu"), "{"))
        first = Delivery.objects.get()
        with CaptureQueriesContext(connection) as few:
            self.open(first)
        cost = len(few)
        self.bring(*[file(f"{number}.jsonl", record(f"Berita {number}"), "{") for number in range(5)])
        many = Delivery.objects.latest("pk")
        with self.assertNumQueries(cost):
            self.open(many)
