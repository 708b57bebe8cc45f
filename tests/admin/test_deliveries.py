"""What is given in the browser is told before anything of it comes in: what was understood, and what is known."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from articles.actions.delivery_work import work_once
from articles.admin import delivery_pages
from articles.models import Article, DeliveredFile, Delivery
from articles.sample import ARTICLE
from tests.admin.giving import ADD, BODY, LIST, PAGE, DeliveryTestCase, file, record, said
from tests.admin.test_entities import signed_in


class GivingTests(DeliveryTestCase):
    def test_nothing_comes_in_before_it_is_ordered(self) -> None:
        page = said(self.give(file("a.jsonl", record("Satu"))))
        self.assertIn("1 file, ", page)
        self.assertIn("Nothing of it is in the archive yet.", page)
        self.assertFalse(work_once())
        self.assertFalse(Article.objects.exists())
        self.step("order")
        self.assertTrue(work_once())
        self.assertEqual(Article.objects.get().state, Article.State.DRAFT)

    def test_files_a_folder_and_a_text_are_given_together(self) -> None:
        folder = [file("b.txt", "Satu"), file(".DS_Store", "x")]
        page = said(self.give(file("a.jsonl", record("Satu")), folder=folder, text=ARTICLE.read_text(encoding="utf-8")))
        self.assertIn("3 files", page)
        names = list(DeliveredFile.objects.values_list("name", flat=True))
        self.assertEqual(names, ["a.jsonl", "b.txt", "pasted text.txt"])

    def test_what_is_nothing_is_refused_with_a_sentence(self) -> None:
        tries: dict[str, dict[str, Any]] = {
            "Choose a file, or paste a text.": {},
            "No importer reads files ending in .png": {"chosen": file("foto.png", "PNG")},
            "Paste the text that this is said of.": {"headline": "Satu"},
            "Give the headline too": {"text": BODY, "publisher": "Koran Uji"},
            "Null characters are not allowed": {"text": "Satu\x00"},
        }
        for sentence, typed in tries.items():
            with self.subTest(sentence):
                page = said(self.client.post(ADD, typed))
                self.assertIn(sentence, page)
                self.assertIn("Nothing was kept yet.", page)
        self.assertFalse(Delivery.objects.exists())

    def test_more_files_than_there_may_be_are_refused_with_a_sentence(self) -> None:
        many = [file(f"{number}.jsonl", record("Satu")) for number in range(3)]
        with override_settings(DELIVERY_MOST_FILES=2):
            self.assertIn("More than 2 files cannot be given at once", said(self.give(*many)))
        with override_settings(DATA_UPLOAD_MAX_NUMBER_FILES=2):
            answer = self.client.post(ADD, {"chosen": many})
            self.assertEqual(answer.status_code, 400)
            self.assertIn("More than 2 files cannot be given at once", said(answer))

    def test_files_may_be_larger_than_any_other_form_for_those_who_are_signed_in(self) -> None:
        large = file("a.jsonl", *[record(f"Berita {number}") for number in range(300)])
        with override_settings(DESK_LARGEST_FORM=2000, DELIVERY_LARGEST=1_000_000):
            self.assertIn("more than 20 records", said(self.give(large)))
            large.seek(0)
            stranger = Client()
            stranger.cookies["sessionid"] = "a" * 32
            answer = stranger.post(ADD, {"chosen": large})
            self.assertEqual(answer.status_code, 413)
            self.assertIn("larger than 2000 bytes", said(answer))
            large.seek(0)
            self.assertEqual(self.client.post("/admin/articles/article/add/", {"a": large}).status_code, 413)

    def test_a_disk_that_takes_no_file_is_told(self) -> None:
        with override_settings(FILE_UPLOAD_MAX_MEMORY_SIZE=0, DELIVERIES="/dev/null/deliveries"):
            answer = self.client.post(ADD, {"chosen": file("a.jsonl", record("Satu"))})
        self.assertEqual(answer.status_code, 413)
        self.assertIn("The files cannot be kept: Not a directory.", said(answer))

    def test_names_are_shown_on_one_line_and_keep_their_end(self) -> None:
        for name in ("dua\nbaris.jsonl", "б" * 240 + ".jsonl", "../../etc/naik.jsonl", "<b>tebal.jsonl", "...jsonl"):
            with self.subTest(name):
                self.give(file(name, record("Satu")))
                kept = DeliveredFile.objects.latest("pk")
                self.assertNotIn("\n", kept.name)
                self.assertTrue(kept.name.endswith(".jsonl"), kept.name)
                self.assertContains(self.open(), "Satu")

    def test_an_empty_file_is_told_where_the_others_are(self) -> None:
        page = said(self.give(file("kosong.txt"), file("a.jsonl", record("Satu")), file("foto.png", "PNG")))
        self.assertIn("refused kosong.txt It is empty.", page)
        self.assertIn("Not read, and not kept foto.png No importer reads files ending in .png", page)
        self.assertIn("1 new 1 refused", page)


class PastingTests(DeliveryTestCase):
    def test_a_text_is_read_as_its_file_would_be(self) -> None:
        page = self.give(text=ARTICLE.read_text(encoding="utf-8"))
        self.assertContains(page, "Putin Tawarkan Bantuan untuk Redakan Perang di Gaza")
        self.assertContains(page, "One article as the plain text of its page")
        self.step("order")
        work_once()
        self.assertEqual(Article.objects.get().current.headline, "Putin Tawarkan Bantuan untuk Redakan Perang di Gaza")  # type: ignore[union-attr]

    def test_the_source_of_a_page_is_read_as_a_page(self) -> None:
        self.assertContains(self.give(text=PAGE), "the web page that it stood on")

    def test_what_has_neither_byline_nor_dateline_can_be_said_of_it(self) -> None:
        page = self.give(text=f"Badai reda\n\n{BODY}\n\nHari cerah.")
        self.assertIn("Its layout is unknown: it has neither a byline", said(page))
        self.assertContains(page, 'value="Badai reda"')
        first = Delivery.objects.get()
        told = {"headline": "Badai reda", "publisher": "Koran Uji", "published": "10 Desember 2023", "text": BODY}
        page = said(self.give(**told, instead_of=str(first.pk)))
        self.assertIn("new Badai reda Koran Uji, 10 December 2023 , 2 blocks", page)
        self.assertNotIn("Which column is what", page)
        self.assertNotEqual(Delivery.objects.get(), first)

    def test_nobody_drops_what_is_not_theirs_by_giving_another(self) -> None:
        self.give(text=BODY)
        first = Delivery.objects.get()
        self.client = signed_in("Importer")
        for key in (str(first.pk), "abc", "9" * 30):
            self.give(text=PAGE, instead_of=key)
        self.assertEqual(Delivery.objects.count(), 4)


class BeforeTests(DeliveryTestCase):
    def test_each_record_is_told_with_what_was_read_and_why(self) -> None:
        page = said(self.give(SimpleUploadedFile("artikel.txt", ARTICLE.read_bytes())))
        for words in (
            "1 record",
            "REPUBLIKA.CO.ID, no day, 22 blocks",
            "Language Indonesian",
            "boilerplate Baca Juga",
            "paragraph REPUBLIKA.CO.ID, MOSKOW",
            "Place artikel.txt",
        ):
            self.assertIn(words, page)

    def test_what_the_archive_has_is_told(self) -> None:
        self.give(file("a.jsonl", record("Badai", url="https://koran.example/1"), record("Dua")))
        self.step("order")
        work_once()
        article = Article.objects.get(current__headline="Badai")
        others = [record(headline) for headline in ("Dua", "Tiga", "Tiga")]
        again = [record("Badai reda", url="https://koran.example/1"), *others, "{"]
        page = self.give(file("b.jsonl", *again))
        self.assertIn("1 new 1 new version 2 known already 1 refused", said(page))
        self.assertIn("Another text of Badai , which keeps its older one.", said(page))
        self.assertIn("The archive has it: Dua . Nothing changes.", said(page))
        self.assertIn("The same stands before it in what you gave.", said(page))
        self.assertContains(page, f'href="/admin/articles/article/{article.pk}/change/"')
        self.client = signed_in("Importer")
        page = self.give(file("b.jsonl", *again))
        self.assertIn("Another text of an article that the archive has.", said(page))
        self.assertNotContains(page, f"/admin/articles/article/{article.pk}/")

    def test_of_many_files_the_next_are_a_page_away(self) -> None:
        files = [file(f"{number}.jsonl", record(f"Berita {number}")) for number in range(5)]
        with patch.object(delivery_pages, "MOST_FILES", 2):
            page = self.give(*files)
            self.assertIn("Files 1 to 2 of 5 are shown; all of them come in.", said(page))
            self.assertContains(page, 'href="?from=3"')
            address = f"{LIST}{Delivery.objects.get().pk}/change/"
            self.assertIn("Files 5 to 5 of 5", said(self.client.get(address, {"from": "5"})))
            for odd in ("abc", "-1", "0", "9" * 15, "99"):
                self.assertEqual(self.client.get(address, {"from": odd}).status_code, 200)

    def test_what_others_gave_is_not_shown_to_who_may_not_see_drafts(self) -> None:
        self.give(file("a.jsonl", record("Rahasia")))
        self.client = signed_in("Importer")
        page = self.open()
        self.assertContains(page, "What is in it is shown to who gave it")
        self.assertNotContains(page, "Rahasia")
        self.assertNotContains(page, "/order/")

    def test_a_file_that_is_gone_is_told(self) -> None:
        self.give(file("a.jsonl", record("Satu")))
        DeliveredFile.objects.update(kept_as="")
        self.assertContains(self.open(), "a.jsonl: The file no longer lies among the deliveries: give it again.")


class ColumnsTests(DeliveryTestCase):
    def test_a_column_is_chosen_where_its_name_says_nothing(self) -> None:
        page = self.give(file("a.csv", "kepala,isi,kedua", f"Satu,{BODY},Dua"))
        self.assertIn("No column has a name that says what it is: Headline.", said(page))
        self.assertIn("Nothing of this would come in: every record would be refused.", said(page))
        self.assertContains(page, '<option value="" selected>isi, by its name</option>', html=True)
        page = self.step("columns", headline="kepala", dates="day-first")
        self.assertEqual(Delivery.objects.get().mapping, "headline=kepala,dates=day-first")
        self.assertContains(page, '<option value="kepala" selected>kepala</option>', html=True)
        self.assertIn("new Satu", said(page))

    def test_what_is_no_column_is_refused_with_a_sentence(self) -> None:
        self.give(file("a.csv", "judul,isi", f"Satu,{BODY}"))
        for name, typed in (("dates", "sometimes"), ("headline", "\x00"), ("deck", "a" * 501), ("body", "a,b")):
            with self.subTest(name):
                self.assertContains(self.step("columns", **{name: typed}), '<li class="warning">')  # type: ignore[arg-type]
        self.assertEqual(Delivery.objects.get().mapping, "")

    def test_tables_of_several_kinds_are_given_by_themselves(self) -> None:
        page = self.give(file("a.csv", "kepala,isi", f"Satu,{BODY}"), file("b.csv", "judul,isi", f"Dua,{BODY}"))
        self.assertContains(page, "the tables have different columns")
        self.assertNotContains(page, "/columns/")
