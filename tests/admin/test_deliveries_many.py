"""A folder with all that lies in it, and deliveries of more files than are shown at once."""

from __future__ import annotations

import json
import re
from unittest.mock import patch

from articles.actions.delivery_work import work_once
from articles.admin import delivery_pages
from articles.models import DeliveredFile, Delivery
from tests.admin.giving import LIST, DeliveryTestCase, file, record, said


class FolderTests(DeliveryTestCase):
    def names(self, paths: object) -> list[str]:
        """Give a folder of three files, with what a script tells of where they lay; return how they are called."""
        folder = [file("index.jsonl", record("Satu")), file("index.jsonl", record("Dua")), file("c.jsonl", "{")]
        self.give(folder=folder, paths=paths if isinstance(paths, str) else json.dumps(paths))
        return list(Delivery.objects.latest("pk").files.values_list("name", flat=True))

    def test_its_files_are_told_apart_by_where_they_lay(self) -> None:
        names = self.names(["situs/a/index.jsonl", "situs/b/index.jsonl", "situs/c.jsonl"])
        self.assertEqual(names, ["situs/a/index.jsonl", "situs/b/index.jsonl", "situs/c.jsonl"])
        self.step("order")
        while work_once():
            pass
        self.assertIn("situs/c.jsonl:1", said(self.open()))

    def test_what_lies_in_a_hidden_folder_is_passed_over(self) -> None:
        names = self.names(["situs/.git/index.jsonl", "situs/b/index.jsonl", ".situs/c.jsonl"])
        self.assertEqual(names, ["situs/b/index.jsonl"])

    def test_names_are_as_they_are_where_nothing_sensible_is_told(self) -> None:
        for paths in ("", "{", "[" * 100_000, '"abc"', ["a", "b"], ["a", "b", 3], {"a": 1, "b": 2, "c": 3}, None):
            with self.subTest(str(paths)[:20]):
                self.assertEqual(self.names(paths), ["index.jsonl", "index.jsonl", "c.jsonl"])

    def test_no_path_leads_anywhere(self) -> None:
        names = self.names(["../../etc/x", "/a/..//x", "a\nb/\ud800/x"])
        self.assertEqual(names, ["etc/index.jsonl", "a/index.jsonl", "a\\nb/\\ud800/c.jsonl"])


class ManyFilesTests(DeliveryTestCase):
    def test_behind_the_last_file_the_last_is_shown(self) -> None:
        page = self.give(*[file(f"{number}.jsonl", record(f"Berita {number}")) for number in range(2)])
        address = f"{LIST}{Delivery.objects.get().pk}/change/"
        self.assertNotIn("are shown", said(page))
        self.assertIn("Files 2 to 2 of 2 are shown", said(self.client.get(address, {"from": "99"})))

    def test_a_page_tells_of_some_at_once_and_those_that_failed_stand_first(self) -> None:
        self.give(*[file(f"{number}.jsonl", record(f"Berita {number}")) for number in range(5)])
        self.step("order")
        DeliveredFile.objects.filter(position=4).update(state=DeliveredFile.State.FAILED)
        address = f"{LIST}{Delivery.objects.get().pk}/"
        with patch.object(delivery_pages, "MOST_SHOWN", 2):
            words = said(self.open())
            self.assertIn("0 of 5 files are in, 1 failed", words)
            self.assertIn("4.jsonl", words)
            self.assertNotIn("1.jsonl", words)
            self.assertIn("Files 1 to 2 of 5 are shown; those that failed stand first.", words)
            next_ones = self.client.get(f"{address}change/", {"from": "3"})
            self.assertContains(next_ones, f'data-now="{address}now/?from=3"')
            self.assertIn("Files 3 to 4 of 5", said(self.client.get(f"{address}now/", {"from": "3"})))
            self.assertIn("Files 5 to 5 of 5", said(self.client.get(f"{address}now/", {"from": "99"})))

    def test_the_part_that_is_asked_for_again_says_the_same_while_nothing_changes(self) -> None:
        self.give(file("a.jsonl", record("Satu")), file("b.jsonl", record("Dua")))
        self.step("order")
        DeliveredFile.objects.update(state=DeliveredFile.State.FAILED, problem="The disk was full.")
        now = f"{LIST}{Delivery.objects.get().pk}/now/"
        first, second = (self.client.get(now).content.decode() for _ in range(2))
        self.assertEqual(first, second)
        buttons = re.findall(r'<button type="submit"\s+form="([^"]*)"', first)
        self.assertEqual(buttons, ["delivery-retry"] * 3)
        self.assertContains(self.open(), 'id="delivery-retry"')
