"""What is sound has nothing wrong, and whatever is broken is told in one line."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import InterfaceError, InternalError, connection, connections, transaction
from django.test import TestCase

from articles.actions import import_records
from articles.actions.store import bring_in
from articles.importers.files import Container
from articles.management.commands import verify
from articles.models import Article, ImportRun, Quote, Version
from articles.proof import walking
from articles.proof.checks import CHECKS, Check, one_moment
from tests.actions.test_store import raw_like
from tests.factories import make_article
from tests.proof.broken import BROKEN, UNREADABLE, break_by
from tests.proof.sound import load_sound_archive


def told(*arguments: str) -> tuple[int, list[str]]:
    """Return the exit code and the lines printed."""
    out, code = StringIO(), 0
    try:
        call_command("verify", *arguments, stdout=out)
    except SystemExit as exit_:
        code = int(exit_.code or 0)
    return code, out.getvalue().splitlines()


class VerifyTests(TestCase):
    first: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.first = load_sound_archive()

    def test_sound_archive_has_nothing_wrong_and_a_line_says_what_was_looked_at(self) -> None:
        code, lines = told()
        self.assertEqual((code, len(lines)), (0, 1), lines)
        self.assertRegex(
            lines[0],
            r"^All is right: \d+ sources, \d+ versions, .*1 tombstones.*, \d+ entries of articles.*, in \d+ s\.$",
        )
        self.assertIn(f"{Version.objects.count()} versions", lines[0])

    def test_whatever_is_broken_is_told_in_a_line_of_its_check(self) -> None:
        for check, statements, line in BROKEN:
            with self.subTest(line), transaction.atomic():
                break_by(statements)
                code, lines = told("--only", check)
                self.assertEqual(code, 1)
                self.assertTrue(any(re.fullmatch(f"{check}: {line}", one) for one in lines), (lines, statements))
                self.assertRegex(lines[-1], rf"^[\d,]+ wrong: [\d,]+ in {check}\. Looked at ")
                transaction.set_rollback(True)

    def test_what_is_broken_in_one_check_is_nothing_to_another(self) -> None:
        break_by("UPDATE articles_quoteentry SET vector = ''::tsvector")
        self.assertEqual(told("--only", "hashes,blocks,anchors,articles,runs,copies")[0], 0)
        code, lines = told("--only", "hashes,search")
        self.assertEqual(code, 1)
        self.assertIn(f"{Quote.objects.count()} wrong: {Quote.objects.count()} in search. Looked at ", lines[-1])

    def test_rows_that_cannot_be_read_are_a_line_and_all_others_are_looked_at(self) -> None:
        self.addCleanup(setattr, walking, "MOST_ROWS", walking.MOST_ROWS)
        walking.MOST_ROWS = 1  # type: ignore[misc]
        break_by("UPDATE articles_version SET body = body || '.' WHERE id = {first}")
        break_by(UNREADABLE)
        code, lines = told("--only", "hashes,articles")
        self.assertEqual(code, 1)
        self.assertRegex(lines[0], r"^hashes: sources \d+ cannot be read: invalid page in block 7$")
        self.assertRegex(lines[1], r"^hashes: article \d+, version 1: its body has the sha256 ")
        self.assertRegex(lines[2], r"^2 wrong: 2 in hashes\. Looked at \d+ sources, \d+ versions, \d+ articles")

    def test_a_database_that_cannot_be_asked_is_a_sentence_and_code_2(self) -> None:
        def lost(_keys: Sequence[int]) -> Iterator[str]:
            raise InterfaceError("the connection is closed")

        check = Check(name="any", about="", walks=(walking.Walk(rows=Version.objects.all, problems=lost),))
        with self.assertRaisesMessage(CommandError, "The database does not answer: the connection is closed") as gone:
            call_command("verify", only=(check,))
        self.assertEqual(gone.exception.returncode, 2)
        break_by("ALTER TABLE articles_tombstone RENAME TO elsewhere")
        with self.assertRaisesMessage(CommandError, "The database cannot be asked: relation ") as lacking:
            told("--only", "articles")
        self.assertEqual(lacking.exception.returncode, 2)

    def test_a_hundred_lines_of_a_check_are_printed_and_the_rest_counted(self) -> None:
        self.addCleanup(setattr, verify, "MOST_LINES", verify.MOST_LINES)
        verify.MOST_LINES = 2  # type: ignore[misc]
        break_by("UPDATE articles_quoteentry SET vector = ''::tsvector")
        _, lines = told("--only", "search")
        self.assertEqual(len(lines), 4)
        self.assertEqual(lines[2], f"search: and {Quote.objects.count() - 2} more")

    def test_small_parts_find_the_same(self) -> None:
        break_by("UPDATE articles_version SET deck = 'x'")
        whole = told("--only", "blocks")
        self.addCleanup(setattr, walking, "MOST_ROWS", walking.MOST_ROWS)
        self.addCleanup(setattr, walking, "MOST_BYTES", walking.MOST_BYTES)
        walking.MOST_ROWS, walking.MOST_BYTES = 3, 5_000  # type: ignore[misc]
        self.assertEqual(told("--only", "blocks"), whole)
        self.assertEqual(told("--only", "hashes,runs,search")[0], 0)

    def test_run_at_work_and_one_that_was_stopped_are_nothing_wrong(self) -> None:
        ImportRun.objects.filter(worked_at__isnull=False).update(finished_at=None, stopped="It was interrupted.")
        self.assertEqual(told("--only", "runs")[0], 0)


def test_every_check_has_a_name_of_its_own_and_a_line_of_the_manual() -> None:
    names = [check.name for check in CHECKS]
    assert len(set(names)) == len(names)
    tried = {check for check, _statements, _line in BROKEN}
    assert tried == set(names)


@pytest.mark.django_db(transaction=True)
def test_it_sees_one_moment_of_the_archive_and_cannot_write() -> None:
    make_article()
    somebody_else = connections.create_connection("default")
    search = next(check for check in CHECKS if check.name == "search")
    try:
        with one_moment():
            assert Article.objects.count() == 1
            with somebody_else.cursor() as cursor:
                cursor.execute("DELETE FROM articles_articleentry")
            assert list(search.problems(lambda walk, rows: None)) == []
            with pytest.raises(InternalError, match="read-only transaction"):
                Article.objects.update(section="Dunia")
    finally:
        somebody_else.close()
    assert len(list(search.problems(lambda walk, rows: None))) == 1


def manage(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own command, without a shell
        [sys.executable, str(settings.BASE_DIR / "manage.py"), "verify", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"COLUMNS": "100"},
    )


def test_a_check_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    done = manage("--only", "hashes,spelling")
    assert done.returncode == 2
    assert "There is no check 'spelling'; there are anchors, articles, blocks" in done.stderr


def test_help_tells_each_check() -> None:
    text = manage("--help").stdout
    for check in CHECKS:
        assert f"    {check.name:<10} {check.about}\n" in text


@pytest.mark.django_db(transaction=True)
def test_a_database_that_goes_away_is_a_sentence_and_code_2() -> None:
    make_article()

    def gone(_keys: Sequence[int]) -> Iterator[str]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        yield "never said"

    check = Check(name="any", about="", walks=(walking.Walk(rows=Version.objects.all, problems=gone),))
    with pytest.raises(CommandError, match=r"^The database does not answer: ") as raised:
        call_command("verify", only=(check,))
    assert raised.value.returncode == 2


@pytest.mark.django_db
def test_a_run_that_was_read_differently_the_second_time_is_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_records, "MOST_RECORDS", 2)
    for number in range(6):
        (tmp_path / f"{number}.txt").write_bytes(raw_like(number).content)
    reports = bring_in(Container(path=tmp_path), publish=True)
    for _record in range(4):
        next(reports)
    reports.close()
    monkeypatch.setattr(import_records, "MOST_RECORDS", 3)
    list(bring_in(Container(path=tmp_path), publish=True))
    run = ImportRun.objects.get()
    assert (run.new, run.known) == (2, 4)
    assert told("--only", "runs,articles,hashes")[0] == 0
