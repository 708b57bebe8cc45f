"""A run keeps the files that it read with their digests, and tells of those that changed meanwhile."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest
from django.db import connection, connections

from articles.actions import import_records
from articles.actions.run_locks import hold, let_go, worked_on
from articles.actions.store import How, bring_in
from articles.importers.files import Container
from articles.importers.inputs import InputFile, Inputs
from articles.models import ImportRun, Input
from tests.actions.test_store import SAMPLE, bring, outcomes, raw_like

pytestmark = pytest.mark.django_db


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def listed(run: ImportRun) -> list[tuple[str, int, str]]:
    return list(run.inputs.order_by("name").values_list("name", "size", "sha256"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(import_records, "MOST_RECORDS", 2)
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_bytes(raw_like(number).content)
    return folder


def break_off(path: Path, after: int) -> None:
    reports = bring_in(Container(path=path), publish=True)
    for _ in range(after):
        next(reports)
    reports.close()


class TestInputs:
    def test_file_is_kept_with_size_and_digest(self, tmp_path: Path) -> None:
        packed = gzip.compress(SAMPLE)
        (tmp_path / "a.txt.gz").write_bytes(packed)
        bring(tmp_path / "a.txt.gz")
        run = ImportRun.objects.get()
        assert listed(run) == [("a.txt.gz", len(packed), digest(packed))]
        assert run.container_sha256 == digest(packed)

    def test_folder_has_each_of_its_files_from_the_moment_it_is_opened(self, folder: Path) -> None:
        (folder / "empty.txt").write_bytes(b"")
        break_off(folder, after=1)
        rows = listed(ImportRun.objects.get())
        assert [row[0] for row in rows] == [f"texts/{number}.txt" for number in range(5)] + ["texts/empty.txt"]
        assert rows[3][1:] == (len(raw_like(3).content), digest(raw_like(3).content))
        assert rows[5][1:] == (0, digest(b""))

    def test_run_that_is_taken_up_has_them_once(self, folder: Path) -> None:
        break_off(folder, after=3)
        bring(folder)
        assert Input.objects.count() == 5
        assert ImportRun.objects.get().state == "finished"

    def test_run_that_finds_nothing_new_leaves_none(self, folder: Path) -> None:
        bring(folder)
        bring(folder)
        assert Input.objects.count() == 5

    def test_dry_run_leaves_none(self, folder: Path) -> None:
        bring(folder, dry_run=True)
        assert not Input.objects.exists()

    def test_long_list_is_read_from_a_file_as_often_as_asked(self) -> None:
        files = [InputFile(name=f"a b/{n}.txt", size=n, sha256=f"{n:064x}") for n in range(20_000)]
        with Inputs(files) as inputs:
            assert list(inputs) == list(inputs) == files
            assert inputs.has("a b/7.txt", f"{7:064x}")
            assert not inputs.has("a b/7.txt", f"{8:064x}")


class TestChanged:
    def test_file_that_changes_during_the_run_is_told_after_its_records(self, folder: Path) -> None:
        reports = bring_in(Container(path=folder), publish=True)
        next(reports)
        (folder / "4.txt").write_bytes(raw_like(44).content)
        rest = list(reports)
        assert outcomes(rest) == ["new"] * 4 + ["refused"]
        now = digest(raw_like(44).content)
        said = f"It has changed since the import began: what was read of it has the sha256 {now}."
        assert (rest[4].place, rest[4].reason) == ("texts/4.txt", said)

    def test_reading_ahead_tells_the_same(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        container = Container(path=folder)
        with container.inputs() as inputs:
            (folder / "4.txt").write_bytes(raw_like(44).content)
            monkeypatch.setattr(Container, "inputs", lambda _self: inputs)
            reports = list(bring_in(container, how=How(publish=True, ahead=True)))
        assert [report.place for report in reports if report.reason] == ["texts/4.txt"]

    def test_folder_that_changed_after_it_stopped_is_another_run_and_the_old_one_says_so(self, folder: Path) -> None:
        break_off(folder, after=3)
        (folder / "1.txt").write_bytes(raw_like(11).content)
        bring(folder)
        old, new = ImportRun.objects.order_by("pk")
        said = f"What has this name now holds other bytes, which were brought in by import {new.pk}."
        assert (old.stopped, new.state) == (said, "finished")
        (folder / "1.txt").write_bytes(raw_like(12).content)
        bring(folder)
        old.refresh_from_db()
        assert old.stopped == said

    def test_files_of_one_name_are_not_taken_for_one_where_names_tell_nothing(self, folder: Path) -> None:
        break_off(folder, after=3)
        (folder / "1.txt").write_bytes(raw_like(11).content)
        list(bring_in(Container(path=folder), how=How(publish=True, named=False)))
        assert list(ImportRun.objects.values_list("stopped", flat=True)) == ["", ""]


@pytest.mark.django_db(transaction=True)
def test_run_is_worked_on_as_long_as_a_connection_holds_it() -> None:
    run = ImportRun.objects.create(importer="test", container="a", container_sha256="0" * 64)
    other = ImportRun.objects.create(importer="test", container="b", container_sha256="0" * 64)
    second = connections.create_connection("default")
    try:
        with second.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [0x72756E, run.pk])
        assert worked_on([run.pk, other.pk]) == {run.pk}
        assert not hold(run.pk)
        assert hold(other.pk)
        assert worked_on([other.pk]) == {other.pk}
        let_go(other.pk)
    finally:
        second.close()
    connection.close()
    assert worked_on([other.pk]) == set()
