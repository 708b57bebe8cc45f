"""A run that broke off goes on where it stopped, and what a run refused is tried again alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from articles.actions import import_records, import_run, run_locks
from articles.actions.store import CannotRetry, How, Stopped, bring_in
from articles.importers.files import Container
from articles.models import ImportRun, Refusal
from tests.actions.test_store import SAMPLE, bring, counts, outcomes, raw_like

pytestmark = pytest.mark.django_db


class Other:
    """Another process at work, as the database sees it."""

    def __init__(self) -> None:
        self.connection: BaseDatabaseWrapper = connections.create_connection("default")
        self.connection.inc_thread_sharing()

    def hold(self, run: int) -> None:
        self._ask("SELECT pg_advisory_lock(%s, %s)", run)

    def let_go(self, run: int) -> None:
        self._ask("SELECT pg_advisory_unlock(%s, %s)", run)

    def _ask(self, query: str, run: int) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(query, [run_locks._RUNS, run])


@pytest.fixture
def other() -> Iterator[Other]:
    other = Other()
    yield other
    other.connection.close()


class TestTakenUp:
    @pytest.fixture
    def broken_off(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A folder whose import was ended after four of its six files."""
        monkeypatch.setattr(import_records, "MOST_RECORDS", 2)
        for number in range(5):
            (tmp_path / f"{number}.txt").write_bytes(raw_like(number).content)
        (tmp_path / "1.txt").write_bytes(b"")
        (tmp_path / "5.txt").write_bytes(SAMPLE)
        reports = bring_in(Container(path=tmp_path), publish=True)
        for _ in range(4):
            next(reports)
        reports.close()
        return tmp_path

    def test_run_goes_on_and_counts_each_record_once(self, broken_off: Path) -> None:
        assert ImportRun.objects.get().state == "running"
        reports = bring(broken_off)
        assert outcomes(reports) == ["new", "refused", "new", "new", "new", "new"]
        assert reports[1].reason == "It is empty."
        run = ImportRun.objects.get()
        assert (counts(run), run.state) == ((6, 5, 0, 1), "finished")
        assert list(run.batches.values_list("number", "outcomes")) == [(1, "nr"), (2, "nn"), (3, "nn")]
        assert Refusal.objects.count() == 1

    def test_run_with_other_options_is_another_one(self, broken_off: Path) -> None:
        bring(broken_off, publish=False)
        assert ImportRun.objects.count() == 2

    def test_run_of_other_bytes_is_another_one(self, broken_off: Path) -> None:
        (broken_off / "1.txt").write_bytes(raw_like(1).content)
        assert outcomes(bring(broken_off)) == ["known", "new", "known", "known", "new", "new"]
        assert ImportRun.objects.count() == 2

    def test_run_is_told_to_whoever_asks_and_ends_with_what_he_raises(self, broken_off: Path) -> None:
        def told(run: ImportRun) -> None:
            raise Stopped(f"Nobody wants run {run.pk}.")

        (run,) = ImportRun.objects.all()
        with pytest.raises(Stopped, match=f"Nobody wants run {run.pk}."):
            list(bring_in(Container(path=broken_off), how=How(publish=True, on_run=told)))
        run.refresh_from_db()
        assert (run.state, run.stopped) == ("stopped", f"Nobody wants run {run.pk}.")

    def test_run_that_another_process_has_gone_on_with_is_not_said_to_stand_still(
        self, broken_off: Path, other: Other
    ) -> None:
        def told(run: ImportRun) -> None:
            run_locks.let_go(run.pk)  # as it goes with the connection
            other.hold(run.pk)
            raise Stopped("Another one has gone on.")

        with pytest.raises(Stopped):
            list(bring_in(Container(path=broken_off), how=How(publish=True, on_run=told)))
        assert ImportRun.objects.get().stopped == ""

    def test_run_of_a_process_that_was_just_killed_is_waited_for(self, broken_off: Path, other: Other) -> None:
        (run,) = ImportRun.objects.all()
        other.hold(run.pk)
        dies = Timer(0.2, other.let_go, [run.pk])
        dies.start()
        assert len(bring(broken_off)) == 6
        dies.join()
        assert ImportRun.objects.get().state == "finished"

    def test_run_on_which_somebody_works_is_left_to_him(
        self, broken_off: Path, other: Other, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(import_run, "_SHORT_WAIT", 0.1)
        (run,) = ImportRun.objects.all()
        other.hold(run.pk)
        assert outcomes(bring(broken_off)) == ["known", "refused", "known", "known", "new", "new"]
        assert ImportRun.objects.count() == 2


class TestRetried:
    def retry(self, path: Path, run: ImportRun) -> list[str]:
        return outcomes(list(bring_in(Container(path=path), how=How(publish=True, retry=run.pk))))

    def test_takes_only_what_was_refused_and_waits(self, tmp_path: Path) -> None:
        for number in range(3):
            (tmp_path / f"{number}.txt").write_bytes(b"")
        bring(tmp_path)
        run = ImportRun.objects.get()
        (tmp_path / "1.txt").write_bytes(raw_like(1).content)
        (tmp_path / "3.txt").write_bytes(raw_like(3).content)
        assert self.retry(tmp_path, run) == ["refused", "new", "refused"]
        taken = run.refusals.exclude(taken_in=None).get()
        assert taken.place.endswith("/1.txt")
        assert taken.taken_in
        assert taken.taken_in.run.options == {"publish": True, "retry": run.pk}
        assert self.retry(tmp_path, run) == ["refused", "refused"]

    def test_takes_a_record_that_the_archive_has_by_now(self, tmp_path: Path) -> None:
        (tmp_path / "0.txt").write_bytes(SAMPLE)
        (tmp_path / "1.txt").write_bytes(b"")
        bring(tmp_path)
        run = ImportRun.objects.get()
        (tmp_path / "1.txt").write_bytes(SAMPLE)
        assert self.retry(tmp_path, run) == ["known"]
        retried = ImportRun.objects.exclude(pk=run.pk).get()
        assert (counts(retried), retried.state) == ((1, 0, 1, 0), "finished")
        taken_in = run.refusals.get().taken_in
        assert taken_in
        assert taken_in.run == retried

    def test_finds_a_record_far_below_many_folders(self, tmp_path: Path) -> None:
        deep = tmp_path.joinpath(*(letter * 200 for letter in "abcd"))
        deep.mkdir(parents=True)
        (deep / "1.txt").write_bytes(b"")
        bring(tmp_path)
        (deep / "1.txt").write_bytes(SAMPLE)
        assert self.retry(tmp_path, ImportRun.objects.get()) == ["new"]

    def test_asks_for_a_run_that_has_something_left(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(SAMPLE)
        with pytest.raises(CannotRetry, match=r"^There is no import 0\.$"):
            self.retry(tmp_path, ImportRun(pk=0))
        bring(tmp_path)
        with pytest.raises(CannotRetry, match=r"^No refused record of import \d+ waits\.$"):
            self.retry(tmp_path, ImportRun.objects.get())
