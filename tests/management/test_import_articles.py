from __future__ import annotations

import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from articles.actions.store import How, bring_in
from articles.importers.files import Container
from articles.management.commands import import_articles
from articles.management.progress import time_left
from articles.models import Article, ImportRun
from articles.sample import ARTICLE

SAMPLE = ARTICLE.read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_bytes(SAMPLE)
    (folder / "b.txt").write_bytes(SAMPLE)
    (folder / "c.txt").write_bytes(SAMPLE[:2000])
    return folder


def run(*arguments: str | Path) -> tuple[int, list[str]]:
    """Return the exit code and the lines printed."""
    out, code = StringIO(), 0
    try:
        call_command("import_articles", *map(str, arguments), stdout=out)
    except SystemExit as exit_:
        code = int(exit_.code or 0)
    return code, out.getvalue().splitlines()


@pytest.mark.django_db
class TestImportArticles:
    def test_counts_every_record_once_and_names_the_refused(self, folder: Path) -> None:
        code, lines = run(folder)
        assert lines == [
            "texts/c.txt:28: It is cut off: its last paragraph breaks off without a closing mark.",
            f"Import {ImportRun.objects.get().pk}: texts",
            "3 seen = 1 new + 1 known + 1 refused",
        ]
        assert code == 2
        assert not Article.objects.public().exists()

    def test_succeeds_when_all_is_in_the_archive(self, folder: Path) -> None:
        code, lines = run(folder / "a.txt")
        kept = f"Import {ImportRun.objects.get().pk}: a.txt"
        assert (code, lines) == (0, [kept, "1 seen = 1 new + 0 known + 0 refused"])
        # A run that brought nothing does not stay, and has no number to tell.
        assert run(folder / "a.txt", folder / "b.txt") == (0, ["2 seen = 0 new + 2 known + 0 refused"])

    def test_says_that_it_goes_on_with_a_run(self, folder: Path) -> None:
        container = Container(path=folder)
        reports = bring_in(container, how=How(publish=False))
        next(reports)
        reports.close()
        begun = ImportRun.objects.get()
        _, lines = run(folder)
        assert lines[0] == f"Goes on with import {begun.pk}, 3 records are done already."
        assert lines[-2:] == [f"Import {begun.pk}: texts", "3 seen = 1 new + 1 known + 1 refused"]

    def test_publishes_when_told(self, folder: Path) -> None:
        run("--publish", folder / "a.txt")
        assert Article.objects.public().count() == 1

    def test_dry_run_says_what_would_happen_and_stores_nothing(self, folder: Path) -> None:
        code, lines = run("--dry-run", folder)
        assert (code, lines[-1]) == (2, "3 seen = 1 new + 1 known + 1 refused (dry run: nothing was stored)")
        assert not Article.objects.exists()
        assert not ImportRun.objects.exists()

    def test_names_a_format_that_no_importer_reads(self, folder: Path) -> None:
        (folder / "c.txt").rename(folder / "c.docx")
        code, lines = run(folder / "c.docx")
        assert lines[0].startswith("c.docx: No importer reads files ending in .docx; it can be .")
        assert code == 2

    def test_reads_nothing_when_a_path_does_not_exist(self, folder: Path) -> None:
        with pytest.raises(CommandError, match=r"^There is no file or folder .*nowhere\.$"):
            run(folder, folder / "nowhere")
        assert not Article.objects.exists()

    def test_tells_a_name_too_long_for_a_file_in_a_sentence(self) -> None:
        with pytest.raises(CommandError, match=r"cannot be read: File name too long\.$"):
            run("x" * 300)


def manage(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own command, without a shell
        [sys.executable, str(settings.BASE_DIR / "manage.py"), "import_articles", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"COLUMNS": "100"},
    )


def test_missing_path_is_one_sentence_and_exit_code_1(tmp_path: Path) -> None:
    done = manage(tmp_path / "nowhere")
    assert done.returncode == 1
    assert done.stderr == f"CommandError: There is no file or folder {tmp_path / 'nowhere'}.\n"


def test_help_is_a_manual_with_formats_and_examples() -> None:
    text = manage("--help").stdout
    assert re.search(r"^    \.txt +one article as the plain text of its page \(rawtext\)$", text, re.MULTILINE)
    assert "    ./run manage import_articles --publish texts/" in text
    assert "    4 seen = 1 new + 1 version + 1 known + 1 refused\n" in text
    assert "--dry-run" in text


class TestTimeLeft:
    def test_is_told_by_the_bytes_that_are_read_and_no_others(self, folder: Path) -> None:
        size = sum(file.stat().st_size for file in folder.iterdir())
        (folder / ".hidden").mkdir()
        (folder / ".hidden" / "d.txt").write_bytes(SAMPLE)
        (folder / ".e.txt").write_bytes(SAMPLE)
        assert import_articles._total([Container(path=folder), Container(path=folder / "a.txt")]) == size + len(SAMPLE)
        assert time_left(size // 2, size, 10.0) == ", about 10 s left"

    @pytest.mark.parametrize("name", ["d.txt.gz", "d.jsonl.GZ", "d.warc"])
    def test_is_not_told_where_nobody_knows_how_much_is_packed(self, folder: Path, name: str) -> None:
        (folder / name).write_bytes(SAMPLE)
        for paths in ([folder], [folder / "a.txt", folder / name]):
            assert import_articles._total([Container(path=path) for path in paths]) == 0
        assert time_left(100, 0, 10.0) == ""


@pytest.mark.django_db
class TestMap:
    def test_what_was_understood_is_told_before_the_sum(self, tmp_path: Path) -> None:
        table = tmp_path / "a.csv"
        table.write_text("kepala,batang\nSatu,Perahu itu tiba di desa.\n", encoding="utf-8")
        _, lines = run("--dry-run", "--map", "headline=kepala,body=batang", table)
        assert lines[:3] == ["a.csv, columns parted by a comma:", "    headline = kepala", "    body     = batang"]
        assert lines[-1].startswith("1 seen = 1 new")

    def test_that_cannot_be_understood_is_refused(self, tmp_path: Path) -> None:
        finished = manage("--map", "kepala=judul", str(tmp_path))
        assert finished.returncode == 2
        assert "There is no field kepala; there are headline, body" in finished.stderr
