"""What a delivery and the inputs of a run may hold."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.test import TestCase

from articles.models import DeliveredFile, Delivery, ImportRun, Input
from tests.models.rules import refused


class DeliveredFileTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.delivery = Delivery.objects.create(by=User.objects.create_user("ana"))

    delivery: Delivery

    def make(self, position: int = 0, state: str = DeliveredFile.State.WAITING) -> DeliveredFile:
        return DeliveredFile.objects.create(
            delivery=self.delivery, position=position, name="a.txt", size=1, state=state
        )

    def test_one_file_stands_in_each_place(self) -> None:
        self.make()
        self.make(position=1)
        with refused("delivered_file_position_once"):
            self.make()

    def test_a_state_is_one_that_the_worker_knows(self) -> None:
        with refused("delivered_file_state_known"):
            self.make(state="lost")


class InputTests(TestCase):
    def test_a_run_reads_a_file_once(self) -> None:
        run = ImportRun.objects.create(importer="folder", container="berita", container_sha256="0" * 64)
        Input.objects.create(run=run, name="berita/a.txt", size=1, sha256="0" * 64)
        with refused("input_once_in_run"):
            Input.objects.create(run=run, name="berita/a.txt", size=2, sha256="1" * 64)
