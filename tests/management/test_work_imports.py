"""`work_imports`: what the command does around the work itself."""

from __future__ import annotations

import os
import signal
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import OperationalError

from articles.actions.deliveries import Upload, keep, order
from articles.actions.delivery_work import anybody_imports
from articles.management import workers
from articles.management.commands import work_imports
from articles.models import Article, DeliveredFile, Fingerprint
from articles.sample import ARTICLE
from tests.factories import make_article

pytestmark = pytest.mark.django_db
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGALRM)


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.DELIVERIES = tmp_path / "deliveries"
    return tmp_path / "deliveries"


@pytest.fixture
def waiting() -> DeliveredFile:
    user = User.objects.create_superuser("ina")
    delivery = keep([Upload(name="a.txt", chunks=[ARTICLE.read_bytes()])], by=user)
    order(delivery, by=user)
    return delivery.files.get()


def test_once_works_until_nothing_waits_and_looks_for_copies(waiting: DeliveredFile) -> None:
    before = [signal.getsignal(number) for number in SIGNALS]
    call_command("work_imports", "--once")
    waiting.refresh_from_db()
    assert waiting.state == "done"
    assert Fingerprint.objects.get().article == Article.objects.get()
    assert [signal.getsignal(number) for number in SIGNALS] == before


def test_copies_are_looked_for_when_texts_came(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    turns = iter([False, False, True, False])

    def step(**_: object) -> bool:
        looked.append(0)
        if (turn := next(turns, None)) is None:
            raise KeyboardInterrupt
        if turn:
            make_article()
        return False

    def find(**_: object) -> int:
        looked[-1] += 1
        return 0

    monkeypatch.setattr(work_imports, "work_once", step)
    monkeypatch.setattr(work_imports, "find_copies", find)
    monkeypatch.setattr(workers, "PAUSE", 0.0)
    call_command("work_imports")
    assert looked == [1, 0, 1, 0, 0]


def test_others_see_that_it_is_there_until_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    def step(**_: object) -> bool:
        seen.append(anybody_imports())
        return False

    monkeypatch.setattr(work_imports, "work_once", step)
    call_command("work_imports", "--once")
    assert seen == [True]
    assert not anybody_imports()


def test_once_cleans_up(folder: Path) -> None:
    folder.mkdir()
    left = folder / f"delivery-{'0' * 32}"
    left.touch()
    os.utime(left, (0, 0))
    call_command("work_imports", "--once")
    assert not left.exists()


def test_what_could_not_be_cleaned_up_is_cleaned_up_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    turns = iter([OSError("it went meanwhile"), None, None, KeyboardInterrupt()])
    cleaned: list[bool] = []

    def clean() -> None:
        turn = next(turns)
        cleaned.append(turn is None)
        if turn:
            raise turn

    monkeypatch.setattr(work_imports, "clean_up", clean)
    monkeypatch.setattr(workers, "PAUSE", 0.0)
    monkeypatch.setattr(workers, "AFTER_A_MISTAKE", 0.0)
    monkeypatch.setattr(work_imports, "_SOON", 0.0)
    monkeypatch.setattr(work_imports, "DAY", timedelta())
    call_command("work_imports")
    assert cleaned == [False, True, True, False]


def test_once_says_that_the_database_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(**_: object) -> bool:
        raise OperationalError("connection refused\nIs the server running?")

    monkeypatch.setattr(work_imports, "work_once", away)
    with pytest.raises(CommandError, match=r"^The database does not answer: connection refused$"):
        call_command("work_imports", "--once")


def test_it_ends_where_its_parent_is_gone_already(waiting: DeliveredFile) -> None:
    call_command("work_imports", "--with-parent", "1073741824")
    waiting.refresh_from_db()
    assert waiting.state == "waiting"


def test_what_nobody_foresaw_does_not_end_it(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    turns = iter([ZeroDivisionError("by zero"), KeyboardInterrupt()])

    def broken(**_: object) -> bool:
        raise next(turns)

    monkeypatch.setattr(work_imports, "work_once", broken)
    monkeypatch.setattr(workers, "AFTER_A_MISTAKE", 0.0)
    call_command("work_imports")
    assert [record.getMessage() for record in caplog.records] == [
        "Ready to bring in what editors give.",
        "Something went wrong that nobody foresaw.",
        "Ended in the middle of a batch, which the next worker begins again.",
    ]


def test_a_batch_that_takes_too_long_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    reached: list[str] = []

    def long(**_: object) -> bool:
        os.kill(os.getpid(), signal.SIGTERM)
        reached.append("asked to end")
        time.sleep(30)
        reached.append("its end")
        return True

    monkeypatch.setattr(workers, "PATIENCE", 1)
    monkeypatch.setattr(work_imports, "work_once", long)
    call_command("work_imports")
    assert reached == ["asked to end"]


def test_a_second_ctrl_c_breaks_off_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reached: list[str] = []

    def long(**_: object) -> bool:
        os.kill(os.getpid(), signal.SIGINT)
        reached.append("asked to end")
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(30)
        reached.append("its end")
        return True

    monkeypatch.setattr(workers, "PATIENCE", 60)  # only the second Ctrl-C ends it before its end
    monkeypatch.setattr(work_imports, "work_once", long)
    call_command("work_imports")
    assert reached == ["asked to end"]
