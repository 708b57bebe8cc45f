"""What nobody needs any more goes: deliveries that were never ordered, and files that nobody tried again."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from articles.actions.deliveries import Upload, keep, order, retry
from articles.actions.delivery_progress import progress
from articles.actions.delivery_work import clean_up, work_once
from articles.models import DeliveredFile, Delivery
from articles.sample import ARTICLE
from tests.actions.delivering import files, lying, ordered

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder")]
SAMPLE = ARTICLE.read_bytes()
BROKEN = b"{broken"


class TestCleaned:
    def test_what_was_never_ordered_goes_after_a_day(
        self, ina: User, folder: Path, django_capture_on_commit_callbacks: Any
    ) -> None:
        keep([Upload(name="a.txt", chunks=[SAMPLE])], by=ina)
        young = keep([Upload(name="b.txt", chunks=[SAMPLE])], by=ina)
        order(keep([Upload(name="c.txt", chunks=[SAMPLE])], by=ina), by=ina)
        Delivery.objects.exclude(pk=young.pk).update(given_at=timezone.now() - timedelta(days=1, minutes=1))
        with django_capture_on_commit_callbacks(execute=True):
            clean_up()
        assert set(DeliveredFile.objects.values_list("name", flat=True)) == {"b.txt", "c.txt"}
        assert lying(folder) == 2

    def test_files_that_nobody_tried_again_go_after_30_days(self, ina: User, folder: Path) -> None:
        delivery = ordered(ina, ("a.jsonl", BROKEN), ("b.jsonl", BROKEN + b"2"))
        while work_once():
            pass
        old = timezone.now() - timedelta(days=30, minutes=1)
        DeliveredFile.objects.filter(position=0).update(worked_at=old)
        clean_up()
        assert lying(folder) == 1
        assert [one.can_retry for one in progress(delivery).files] == [False, True]

    def test_file_that_is_tried_again_meanwhile_is_left(self, ina: User, folder: Path) -> None:
        delivery = ordered(ina, ("a.jsonl", BROKEN))
        work_once()
        DeliveredFile.objects.update(worked_at=timezone.now() - timedelta(days=31))

        def first_again(execute: Any, sql: str, *rest: Any) -> Any:
            if sql.startswith("UPDATE") and delivery.files.count() == 1:  # not for those of the retry itself
                retry(files(delivery)[0], by=ina)
            return execute(sql, *rest)

        (first,) = files(delivery)
        with connection.execute_wrapper(first_again):
            clean_up()
        again = files(delivery)[-1]
        assert (again.state, again.kept_as, lying(folder)) == ("waiting", first.kept_as, 1)

    def test_file_that_goes_meanwhile_does_not_keep_the_others(self, folder: Path) -> None:
        folder.mkdir()
        for letter in "abc":
            (folder / f"delivery-{letter * 32}").symlink_to(folder / "gone")
            os.utime(folder / f"delivery-{letter * 32}", (0, 0), follow_symlinks=False)
        old = folder / f"delivery-{'d' * 32}"
        old.touch()
        os.utime(old, (0, 0))
        clean_up()
        assert not old.exists()

    def test_files_that_no_row_names_go_and_those_of_others_stay(self, ina: User, folder: Path) -> None:
        ordered(ina, ("a.txt", SAMPLE))
        (kept,) = folder.iterdir()
        left, young = folder / f"delivery-{'a' * 32}", folder / f"delivery-{'b' * 32}"
        theirs = folder / "notes.txt"
        for file in (left, young, theirs):
            file.touch()
        day_ago = time.time() - 86_500
        for file in (left, kept, theirs):
            os.utime(file, (day_ago, day_ago))
        clean_up()
        assert set(folder.iterdir()) == {kept, young, theirs}

    def test_nothing_lies_anywhere(self) -> None:
        clean_up()
