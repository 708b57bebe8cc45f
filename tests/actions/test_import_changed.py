"""What is read the second time is not what was read the first time: files have changed, or are read differently."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.actions import import_records
from articles.actions.store import How, bring_in
from articles.importers.files import Container
from articles.models import Article, ImportRun, Refusal
from tests.actions.test_store import bring, counts, outcomes, raw_like

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six files, read in batches of two; the second of them is empty."""
    monkeypatch.setattr(import_records, "MOST_RECORDS", 2)
    for number in range(6):
        (tmp_path / f"{number}.txt").write_bytes(raw_like(number).content)
    (tmp_path / "1.txt").write_bytes(b"")
    return tmp_path


def break_off(folder: Path, *, how: How, after: int) -> None:
    """Begin to import, and end after so many records."""
    reports = bring_in(Container(path=folder), how=how)
    for _ in range(after):
        next(reports)
    reports.close()


class TestReadDifferently:
    """The files are the same; a newer program parts them otherwise."""

    @pytest.fixture(autouse=True)
    def _broken_off(self, folder: Path) -> None:
        break_off(folder, how=How(publish=True), after=4)

    @pytest.mark.parametrize(("records", "numbers"), [(3, [1, 2]), (1, [1, 2, 3, 4, 5, 6]), (6, [1])])
    def test_each_record_is_counted_once(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, records: int, numbers: list[int]
    ) -> None:
        monkeypatch.setattr(import_records, "MOST_RECORDS", records)
        bring(folder)
        run = ImportRun.objects.get()
        seen, _, _, refused = counts(run)
        assert (seen, refused, run.state) == (6, 1, "finished")
        assert list(run.batches.values_list("number", flat=True)) == numbers
        journal = "".join(run.batches.values_list("outcomes", flat=True))
        assert (run.new, run.known) == (journal.count("n"), journal.count("k"))
        assert Refusal.objects.get().place.endswith("/1.txt")
        assert Article.objects.count() == 5


def test_run_whose_records_are_all_known_when_they_are_read_differently_comes_to_its_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "1.txt").unlink()
    break_off(folder, how=How(publish=True), after=5)
    monkeypatch.setattr(import_records, "MOST_RECORDS", 500)
    assert outcomes(bring(folder)) == ["known"] * 5
    run = ImportRun.objects.get()
    assert (counts(run), run.state, run.sources.count()) == ((5, 0, 5, 0), "finished", 5)
    assert outcomes(bring(folder)) == ["known"] * 5
    assert ImportRun.objects.get() == run


class TestFilesChanged:
    @pytest.fixture(autouse=True)
    def _broken_off(self, folder: Path) -> None:
        break_off(folder, how=How(publish=True), after=4)

    def test_file_that_grew_is_read_anew(self, folder: Path) -> None:
        (folder / "0.txt").write_bytes(raw_like(0).content + b" Nelayan menunggu.")
        assert outcomes(bring(folder)) == ["new", "refused", "known", "known", "new", "new"]

    def test_file_that_vanished_leaves_what_was_stored(self, folder: Path) -> None:
        (folder / "0.txt").unlink()
        assert outcomes(bring(folder)) == ["refused", "known", "known", "new", "new"]
        assert Article.objects.count() == 5

    def test_file_that_came_between_moves_the_others_and_doubles_none(self, folder: Path) -> None:
        (folder / "00.txt").write_bytes(raw_like(7).content)
        assert sorted(outcomes(bring(folder))) == ["known"] * 3 + ["new"] * 3 + ["refused"]
        assert Article.objects.count() == 6


def test_retry_that_broke_off_goes_on_and_leaves_nothing_waiting(folder: Path) -> None:
    texts = {file: file.read_bytes() for file in folder.iterdir() if file.stat().st_size}
    for file in texts:
        file.write_bytes(b"")
    bring(folder)
    run = ImportRun.objects.get()
    for file, text in texts.items():
        file.write_bytes(text)
    how = How(publish=True, retry=run.pk)
    break_off(folder, how=how, after=4)
    reports = list(bring_in(Container(path=folder), how=how))
    assert outcomes(reports) == ["new", "refused", "new", "new", "new", "new"]
    assert [waits.place[-5:] for waits in run.refusals.filter(taken_in=None)] == ["1.txt"]
    retried = ImportRun.objects.get(finished_at__isnull=False, options__retry=run.pk)
    assert counts(retried) == (6, 5, 0, 1)
