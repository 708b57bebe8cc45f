"""The worker brings in what is ordered, one file after the other, and tells on its row what became of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.contrib.auth.models import Permission, User
from django.db import OperationalError, connection

from articles.actions import delivery_work
from articles.actions.delivered_files import path_of
from articles.actions.deliveries import CannotDeliver, Upload, keep, order, retry
from articles.actions.delivery_progress import Counts, progress
from articles.actions.delivery_work import MOST_TIMES, work_once
from articles.models import Article, DeliveredFile, Delivery, ImportRun, Refusal
from articles.sample import ARTICLE
from tests.actions.delivering import files, lying, ordered

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder")]
SAMPLE = ARTICLE.read_bytes()
BROKEN = b"{broken"


def row(number: int) -> bytes:
    told = {"title": f"Perahu {number} berlayar", "content": f"Perahu {number} dari desa itu berlayar hari ini."}
    return json.dumps(told).encode()


def states(delivery: Delivery) -> list[str]:
    return [file.state for file in files(delivery)]


class TestDone:
    def test_a_file_comes_in_under_its_giver_and_is_removed(self, ina: User, folder: Path) -> None:
        delivery = ordered(ina, ("berita.txt", SAMPLE), publish=True)
        assert work_once() is True
        assert work_once() is False
        (file,) = files(delivery)
        assert (file.state, file.read, file.problem, file.kept_as) == ("done", file.size, "", "")
        assert (file.run, lying(folder)) == (ImportRun.objects.get(), 0)
        run = ImportRun.objects.get()
        assert (run.container, run.by, run.importer, run.state) == ("berita.txt", ina, "rawtext", "finished")
        assert run.container_sha256 == file.sha256
        assert Article.objects.get().state == Article.State.PUBLISHED

    def test_what_is_not_ordered_waits(self, ina: User) -> None:
        keep([Upload(name="a.txt", chunks=[SAMPLE])], by=ina)
        assert work_once() is False

    def test_files_come_in_as_they_were_ordered_each_alone(self, ina: User) -> None:
        first = ordered(ina, ("a.jsonl", row(1)), ("b.jsonl", row(2) + b"\n" + row(1)))
        second = ordered(ina, ("c.jsonl", row(3)))
        work_once()
        assert (states(first), states(second)) == (["done", "waiting"], ["waiting"])
        assert work_once()
        assert work_once()
        assert not work_once()
        assert [one.counts for one in progress(first).files] == [Counts(new=1), Counts(new=1, known=1)]

    def test_a_file_that_the_archive_has_leaves_no_run_and_is_counted(self, ina: User, folder: Path) -> None:
        ordered(ina, ("a.jsonl", row(1)))
        again = ordered(ina, ("b.jsonl", row(1) + b"\n\n" + row(1)))
        while work_once():
            pass
        (file,) = files(again)
        assert (file.state, file.run, file.known, lying(folder)) == ("done", None, 2, 0)
        assert progress(again).counts == Counts(known=2)
        assert ImportRun.objects.count() == 1

    def test_mapping_and_packing_are_obeyed(self, ina: User) -> None:
        content = b"kepala;batang\nPerahu;Perahu itu tiba di pantai.\n"
        delivery = keep([Upload(name="a.csv", chunks=[content])], by=ina, mapping="headline=kepala,body=batang")
        order(delivery, by=ina)
        work_once()
        assert progress(delivery).counts == Counts(new=1)


class TestRefused:
    @pytest.fixture
    def delivery(self, ina: User, monkeypatch: pytest.MonkeyPatch) -> Delivery:
        """A delivery of which the second record was refused, and would be taken now."""
        delivery = ordered(ina, ("a.jsonl", b"\n".join([row(1), row(3), row(2)])))
        with monkeypatch.context() as strict:
            strict.setattr(
                "articles.actions.import_records.unfit", lambda raw: "It is not." if b"3" in raw.content else ""
            )
            work_once()
        return delivery

    def test_file_is_kept_while_refused_records_wait(self, delivery: Delivery, folder: Path) -> None:
        (one,) = progress(delivery).files
        assert (one.file.state, one.counts, one.more_refusals) == ("done", Counts(new=2, refused=1), 0)
        assert [refusal.place for refusal in one.refusals] == ["a.jsonl:2"]
        assert one.can_retry
        assert lying(folder) == 1

    def test_retry_takes_only_what_was_refused(self, delivery: Delivery, ina: User, folder: Path) -> None:
        (file,) = files(delivery)
        again = retry(file, by=ina)
        assert (again.position, again.state, again.retried) == (1, "waiting", file.run)
        with pytest.raises(CannotDeliver, match=r"^Nothing of this file can be tried again"):
            retry(file, by=ina)
        work_once()
        first, second = progress(delivery).files
        assert (second.file.state, second.counts, second.can_retry) == ("done", Counts(new=1), False)
        assert not first.can_retry
        assert Refusal.objects.get().taken_in
        assert (Article.objects.count(), lying(folder)) == (3, 0)

    def test_a_record_that_was_tried_again_is_counted_once(self, delivery: Delivery, ina: User) -> None:
        assert progress(delivery).counts == Counts(new=2, refused=1)
        retry(files(delivery)[0], by=ina)
        assert progress(delivery).counts == Counts(new=2, refused=1)
        work_once()
        assert progress(delivery).counts == Counts(new=3)

    def test_retry_of_what_is_still_broken_waits_again(self, ina: User) -> None:
        delivery = ordered(ina, ("a.jsonl", BROKEN))
        work_once()
        retry(files(delivery)[0], by=ina)
        work_once()
        first, second = progress(delivery).files
        assert (first.can_retry, second.can_retry) == (False, True)
        assert second.counts == Counts(refused=1)
        assert progress(delivery).counts == Counts(refused=1)

    def test_only_the_first_refusals_are_told(self, ina: User, django_assert_num_queries: Any) -> None:
        delivery = ordered(ina, *((f"{name}.jsonl", b"\n".join([BROKEN] * 23)) for name in "abc"))
        while work_once():
            pass
        with django_assert_num_queries(3):
            found = progress(delivery)
        assert [len(one.refusals) for one in found.files] == [20, 20, 20]
        assert [one.more_refusals for one in found.files] == [3, 3, 3]
        assert [one.refusals[0].place for one in found.files] == ["a.jsonl:1", "b.jsonl:1", "c.jsonl:1"]


class TestCorrecting:
    """Of an article that readers see, only who may publish brings in another text."""

    @pytest.mark.parametrize(
        ("names", "became"),
        [(["add_delivery"], Counts(refused=1)), (["add_delivery", "publish_article"], Counts(versions=1))],
    )
    def test_readers_get_another_text_from_who_may_publish(self, ina: User, names: list[str], became: Counts) -> None:
        first, second = (record.replace(b"{", b'{"url": "https://example.org/1", ', 1) for record in (row(1), row(2)))
        ordered(ina, ("a.jsonl", first), publish=True)
        work_once()
        oni = User.objects.create_user("oni")
        oni.user_permissions.set(Permission.objects.filter(codename__in=names))
        delivery = ordered(oni, ("b.jsonl", second))
        work_once()
        assert progress(delivery).counts == became


class TestNames:
    def test_other_bytes_under_one_name_are_another_file(self, ina: User) -> None:
        ordered(ina, ("index.jsonl", row(1)))
        work_once()
        ImportRun.objects.update(finished_at=None, stopped="The worker was ended.")
        ordered(ina, ("index.jsonl", row(2)))
        work_once()
        first = ImportRun.objects.earliest("pk")
        assert (ImportRun.objects.count(), first.stopped) == (2, "The worker was ended.")


class TestFailed:
    def test_a_file_that_is_gone_is_told_and_the_next_one_comes_in(self, ina: User, folder: Path) -> None:
        delivery = ordered(ina, ("a.txt", SAMPLE), ("b.jsonl", row(1)))
        path_of(files(delivery)[0].kept_as).unlink()
        assert work_once()
        assert work_once()
        gone, other = files(delivery)
        assert (gone.state, gone.problem) == (
            "failed",
            "The file no longer lies among the deliveries: give it again.",
        )
        assert (other.state, ImportRun.objects.count()) == ("done", 1)

    def test_bytes_that_changed_on_the_disk_are_not_taken(self, ina: User) -> None:
        delivery = ordered(ina, ("a.jsonl", row(1)))
        path_of(files(delivery)[0].kept_as).write_bytes(row(2))
        work_once()
        (file,) = files(delivery)
        assert file.problem == "The file is no longer the one that was given: its bytes have changed on the disk."
        assert Article.objects.count() == 0

    def test_a_disk_that_is_full_is_told_and_tried_again_when_there_is_room(
        self, ina: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object, **__: object) -> None:
            raise OperationalError("could not extend file") from psycopg.errors.DiskFull()

        delivery = ordered(ina, ("a.jsonl", row(1)))
        with monkeypatch.context() as broken:
            broken.setattr("articles.actions.store.take_batch", full)
            work_once()
        (file,) = files(delivery)
        assert (file.state, file.problem) == ("failed", "The database has no room: could not extend file.")
        assert progress(delivery).files[0].can_retry
        retry(file, by=ina)
        work_once()
        (file,) = files(delivery)
        assert (file.state, file.problem) == ("done", "")
        assert ImportRun.objects.get().state == "finished"

    def test_what_nobody_foresaw_is_told_and_the_worker_goes_on(
        self, ina: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        delivery = ordered(ina, ("a.jsonl", row(1)), ("b.jsonl", row(2)))
        with monkeypatch.context() as broken:
            broken.setattr("articles.actions.store.ready", lambda *_: 1 // 0)
            assert work_once()
        assert work_once()
        failed, other = files(delivery)
        assert failed.problem == (
            "Something went wrong that nobody foresaw: ZeroDivisionError: integer division or modulo by zero."
        )
        assert other.state == "done"

    def test_whose_account_is_closed_brings_nothing_in_any_more(self, ina: User) -> None:
        delivery = ordered(ina, ("a.jsonl", row(1)))
        User.objects.update(is_active=False)
        work_once()
        assert files(delivery)[0].problem == "ina may no longer bring this in."
        assert Article.objects.count() == 0

    def test_a_database_that_went_away_is_for_the_worker_to_wait_for(
        self, ina: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def away(*_: object, **__: object) -> None:
            raise OperationalError("server closed the connection")

        delivery = ordered(ina, ("a.jsonl", row(1)))
        with monkeypatch.context() as broken:
            broken.setattr("articles.actions.store.take_batch", away)
            with pytest.raises(OperationalError):
                work_once()
        assert states(delivery) == ["running"]
        assert work_once()
        assert states(delivery) == ["done"]

    def test_a_file_that_kills_its_worker_again_and_again_is_left(self, ina: User) -> None:
        delivery = ordered(ina, ("a.jsonl", row(1)))
        DeliveredFile.objects.update(state="running", begun=MOST_TIMES)
        assert work_once()
        (file,) = files(delivery)
        assert file.problem == "The worker was ended 3 times while it had this file in hand."
        retry(file, by=ina)
        work_once()
        assert states(delivery) == ["done"]


class TestInHand:
    @pytest.fixture
    def long(self, ina: User, monkeypatch: pytest.MonkeyPatch) -> Delivery:
        """A delivery that is told of at each of its records, in batches of two."""
        monkeypatch.setattr(delivery_work, "_PACE", 0.0)
        monkeypatch.setattr("articles.actions.import_records.MOST_RECORDS", 2)
        return ordered(ina, ("a.jsonl", b"\n".join(row(number) for number in range(6))))

    def test_row_tells_how_far_it_is(self, long: Delivery) -> None:
        seen: list[tuple[str, float | None, int]] = []

        def look() -> bool:
            (one,) = progress(long).files
            seen.append((one.file.state, one.share, one.counts.new))
            return False

        work_once(ending=look)
        assert {state for state, _share, _new in seen} == {"running"}
        shares = [share or 0.0 for _state, share, _new in seen]
        assert shares == sorted(shares)
        assert 0.1 < shares[0] < 0.2
        assert [new for _state, _share, new in seen] == [2, 2, 4, 4, 6, 6]
        assert progress(long).share == 1.0

    def test_a_worker_that_ends_puts_the_file_back_and_the_next_goes_on(self, long: Delivery) -> None:
        assert work_once(ending=lambda: Article.objects.count() >= 4)
        (file,) = files(long)
        run = ImportRun.objects.get()
        assert (file.state, file.run, file.begun) == ("waiting", run, 0)
        assert (run.state, run.stopped, run.new) == ("stopped", "The worker was ended.", 4)
        read: list[int] = []

        def look() -> bool:
            read.append(files(long)[0].read)
            return False

        work_once(ending=look)
        assert read == sorted(read)
        assert read[0] == file.read
        run = ImportRun.objects.get()
        assert (run.seen, run.new, run.state, states(long)) == (6, 6, "finished", ["done"])
        assert list(run.batches.values_list("outcomes", flat=True)) == ["nn", "nn", "nn"]

    def test_a_worker_that_was_killed_after_the_last_batch_leaves_nothing_to_do_again(
        self, ina: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def killed(_self: object) -> None:
            raise KeyboardInterrupt

        delivery = ordered(ina, ("a.jsonl", row(1) + b"\n" + BROKEN))
        with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
            broken.setattr(delivery_work._Work, "_done", killed)
            work_once()
        assert states(delivery) == ["running"]
        assert work_once()
        assert states(delivery) == ["done"]
        assert progress(delivery).counts == Counts(new=1, refused=1)
        assert ImportRun.objects.count() == 1

    def test_a_file_in_hand_is_nobody_elses(self, long: Delivery) -> None:
        file = files(long)[0]
        parameters = connection.get_connection_params()
        with psycopg.connect(**{key: parameters[key] for key in parameters if key != "cursor_factory"}) as other:
            other.execute("SELECT pg_advisory_lock(%s, %s)", [delivery_work._FILES, file.pk])
            DeliveredFile.objects.update(state="running")
            assert work_once() is False
        assert work_once() is True

    def test_who_lost_the_file_meanwhile_leaves_it_to_the_other(
        self, long: Delivery, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def lost(self: Any, run: ImportRun) -> None:
            raise delivery_work._TakenOver("Another worker has gone on with this file.")

        monkeypatch.setattr(delivery_work._Work, "_opened", lost)
        assert work_once()
        (file,) = files(long)
        assert (file.state, file.problem) == ("running", "")
