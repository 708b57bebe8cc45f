"""The journal of a run: each batch once, each record with what became of it."""

from __future__ import annotations

from typing import Any

from django.test import TestCase

from articles.models import Batch, ImportRun
from tests.models.rules import refused


class BatchTests(TestCase):
    run_of_tests: ImportRun

    @classmethod
    def setUpTestData(cls) -> None:
        cls.run_of_tests = ImportRun.objects.create(importer="test", container="test.txt", container_sha256="0" * 64)

    def make(self, **fields: Any) -> Batch:
        return Batch.objects.create(
            **{"run": self.run_of_tests, "number": 1, "sha256": "0" * 64, "outcomes": "nvkr", **fields}
        )

    def test_a_run_has_each_number_once(self) -> None:
        self.make()
        with refused("batch_number_unique_in_run"):
            self.make()

    def test_numbers_begin_with_one(self) -> None:
        with refused("batch_number_from_one"):
            self.make(number=0)

    def test_each_record_has_one_known_outcome(self) -> None:
        for outcomes in ("", "nx", "n\nn"):
            with self.subTest(outcomes), refused("batch_outcomes_are_letters"):
                self.make(outcomes=outcomes)
