"""What is sound has nothing wrong, and whatever is broken is told in one line."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Final

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
from tests.proof.sound import load_sound_archive

# What the triggers let pass while an article is erased, any SQL may do.
OPENED: Final = "SET LOCAL newsarchive.erasing = 'yes'; SET CONSTRAINTS ALL DEFERRED;"
PLACES: Final = {
    "first": "(SELECT id FROM articles_version WHERE headline LIKE 'Putin%' AND number = 1)",
    "paragraph": "(SELECT min(b.id) FROM articles_block b JOIN articles_version v ON version_id = v.id"
    " WHERE headline LIKE 'Putin%' AND number = 1 AND type = 'paragraph')",
    "folder": "(SELECT id FROM articles_importrun WHERE importer = 'folder')",
}
# The oldest source stands on a page that the server refuses to read.
UNREADABLE: Final = """
    CREATE FUNCTION pg_temp.unreadable() RETURNS bytea LANGUAGE plpgsql STABLE AS
    $$ BEGIN RAISE 'invalid page in block 7' USING ERRCODE = 'data_corrupted'; END $$;
    ALTER TABLE articles_source RENAME TO on_disk;
    CREATE VIEW articles_source AS SELECT id, run_id, place, sha256,
    CASE WHEN id = (SELECT min(id) FROM on_disk) THEN pg_temp.unreadable() ELSE content END AS content FROM on_disk
"""
# Check, what is done to the tables, what is then told.
BROKEN: Final[Sequence[tuple[str, str, str]]] = (
    (
        "hashes",
        "UPDATE articles_source SET content = content || '.' WHERE id = (SELECT source_id FROM articles_version"
        " WHERE id = {first})",
        r"source \d+ \(first-article\.txt\): its bytes have the sha256 [0-9a-f]{64}, not [0-9a-f]{64}",
    ),
    (
        "hashes",
        "UPDATE articles_version SET body = body || '.' WHERE id = {first}",
        r"article \d+, version 1: its body has the sha256 [0-9a-f]{64}, not [0-9a-f]{64}",
    ),
    (
        "hashes",
        "INSERT INTO articles_source (run_id, place, content, sha256, media_type, charset, url, told, doubt)"
        " SELECT min(id), 'x', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'a', '', '',"
        " '{{}}', '' FROM articles_importrun",
        r"source \d+ \(x\): no text was read from it",
    ),
    (
        "blocks",
        "UPDATE articles_version SET headline = 'Lain' WHERE id = {first}",
        r"article \d+, version 1: its headline is not that of its blocks",
    ),
    (
        "blocks",
        "UPDATE articles_version SET deck = '' WHERE id = {first}",
        r"article \d+, version 1: its deck is not that of its blocks",
    ),
    (
        "blocks",
        "UPDATE articles_version SET body = overlay(body PLACING 'X' FROM 1) WHERE id = {first}",
        r"article \d+, version 1: its body is not that of its blocks",
    ),
    (
        "blocks",
        "UPDATE articles_block SET body_start = body_start + 1, body_end = body_end + 1 WHERE id = {paragraph}",
        r"article \d+, version 1: block \d+ does not stand in the body at 1 to \d+",
    ),
    (
        "blocks",
        "UPDATE articles_block SET position = position + 100 WHERE version_id = {first} AND position = 3",
        r"article \d+, version \d+: block 3 is missing",
    ),
    (
        "blocks",
        "UPDATE articles_block SET source_start = source_start + 1 WHERE id = {paragraph}",
        r"article \d+, version 1: no block holds what the source has at \d+ to \d+: 'R'",
    ),
    (
        "blocks",
        "UPDATE articles_block SET source_end = source_end + 30 WHERE id = {paragraph}",
        r"article \d+, version 1: block \d+ begins at \d+, before the one ahead of it ends at \d+",
    ),
    (
        "blocks",
        "UPDATE articles_block SET source_start = NULL, source_end = NULL WHERE id = {paragraph}",
        r"article \d+, version 1: block \d+ has no place in the source",
    ),
    (
        "blocks",
        "UPDATE articles_block SET source_end = 99999 WHERE id = (SELECT max(id) FROM articles_block"
        " WHERE version_id = {first})",
        r"article \d+, version 1: block \d+ ends at 99999, after the source, which ends at \d+",
    ),
    (
        "anchors",
        "UPDATE articles_block SET text = replace(text, '883', '885')",
        r"anchor \d+ \(article \d+, block \d+\): at \d+ stands '[^']*885[^']*', not '[^']*883[^']*'",
    ),
    (
        "anchors",
        "UPDATE articles_quote SET article_id = (SELECT max(id) FROM articles_article)",
        r"anchor \d+: it is for quote \d+ of another article, and stands in article \d+",
    ),
    (
        "anchors",
        "DELETE FROM articles_anchor USING articles_block block, articles_article article WHERE block.id = block_id"
        " AND article.current_id = block.version_id AND mention_id IS NOT NULL;"
        " UPDATE articles_anchor SET state = 'ok' WHERE state = 'lost'",
        r"mention \d+: its words stand in an older text alone, and none is marked as lost",
    ),
    (
        "anchors",
        "UPDATE articles_anchor SET state = 'lost'",
        r"anchor \d+: it is marked as lost and stands in the text that article \d+ shows",
    ),
    (
        "articles",
        "UPDATE articles_article SET current_id = (SELECT id FROM articles_version v WHERE v.article_id ="
        " articles_article.id AND number = 1) WHERE url = 'https://koran.example/perahu'",
        r"article \d+: it shows version 1, and 2 is its newest",
    ),
    (
        "articles",
        "UPDATE articles_article SET current_id = NULL, state = 'draft' WHERE url = 'https://koran.example/kapal'",
        r"article \d+: it has texts and shows none",
    ),
    (
        "articles",
        "INSERT INTO articles_decision (subject_type_id, subject_id, action, at, reason) SELECT id, 99999, 'import',"
        " now(), '' FROM django_content_type WHERE app_label = 'articles' AND model = 'article'",
        r"article 99999: decision \d+ says that it was imported; it is neither there nor erased",
    ),
    (
        "articles",
        "INSERT INTO articles_tombstone (article_key, was_public, url, sources, reason, at)"
        " SELECT min(id), true, '', '{{}}', 'x', now() FROM articles_article",
        r"article \d+: it was erased, and is there",
    ),
    (
        "runs",
        "UPDATE articles_importrun SET new = new + 1, refused = refused - 1 WHERE id = {folder}",
        r"import \d+ \(importers\): it counts \d+ new, its journal \d+",
    ),
    (
        "runs",
        "DELETE FROM articles_refusal WHERE run_id = {folder} AND id IN (SELECT min(id) FROM articles_refusal)",
        r"import \d+, batch 1: it journalled \d+ refused records and keeps \d+",
    ),
    (
        "runs",
        "UPDATE articles_batch SET number = 2 WHERE run_id = {folder}",
        r"import \d+ \(importers\): it has 1 batches, numbered from 2 to 2",
    ),
    (
        "runs",
        "UPDATE articles_refusal SET batch_id = NULL; DELETE FROM articles_batch",
        r"import \d+ \(importers\): its journal is missing",
    ),
    (
        "runs",
        "DELETE FROM articles_input WHERE id IN (SELECT max(id) FROM articles_input WHERE run_id = {folder})",
        r"import \d+ \(importers\): the list of its files gives the sha256 [0-9a-f]{64}, not [0-9a-f]{64}",
    ),
    (
        "runs",
        "UPDATE articles_source SET run_id = (SELECT min(id) FROM articles_importrun)",
        r"import \d+ \(first-article\.txt\): it saw 1 records; the archive has \d+ of it",
    ),
    (
        "runs",
        "UPDATE articles_source SET run_id = (SELECT min(id) FROM articles_importrun) WHERE run_id = {folder}",
        r"import \d+ \(importers\): it counts \d+ new articles; the archive has 0, and 1 were erased",
    ),
    (
        "runs",
        "UPDATE articles_refusal SET batch_id = (SELECT max(id) FROM articles_batch) WHERE run_id = {folder}",
        r"refusal \d+: import \d+ refused it, and a batch of import \d+ journalled it",
    ),
    (
        "runs",
        "UPDATE articles_refusal SET taken_in_id = (SELECT max(id) FROM articles_batch) WHERE taken_in_id IS NOT NULL",
        r"refusal \d+: import \d+ is said to have taken it, which did not try import \d+ again",
    ),
    (
        "deliveries",
        "UPDATE articles_importrun SET finished_at = NULL",
        r"delivered file \d+ \(articles\.jsonl\): it is said to be done, and import \d+ is not",
    ),
    (
        "deliveries",
        "UPDATE articles_deliveredfile SET run_id = {folder}",
        r"delivered file \d+ \(articles\.jsonl\): import \d+ read other bytes, of the sha256 [0-9a-f]{64}",
    ),
    (
        "search",
        "DELETE FROM articles_articleentry WHERE article_id = (SELECT min(id) FROM articles_article)",
        r"article \d+: search has no entry of it",
    ),
    (
        "search",
        "UPDATE articles_quoteentry SET vector = ''::tsvector",
        r"quote \d+: its search entry holds other words than it has",
    ),
    (
        "search",
        "DELETE FROM articles_statisticentry",
        r"statistic \d+: search has no entry of it",
    ),
    (
        "search",
        "UPDATE articles_article SET state = 'draft', current_id = NULL WHERE url = 'https://koran.example/kapal'",
        r"article entry \d+: there is nothing that it is of",
    ),
    (
        "copies",
        "INSERT INTO articles_fingerprint (article_id, version_id, words_sha256, bands)"
        " SELECT (SELECT max(id) FROM articles_article), {first}, '', '{{}}'",
        r"article \d+: its fingerprint was made of version \d+, which is article \d+'s",
    ),
    (
        "copies",
        "UPDATE articles_copy SET first_id = article_id",
        r"likeness \d+: articles \d+ and \d+ are one text by decision, and in no group together",
    ),
    (
        "copies",
        "DELETE FROM articles_copy; UPDATE articles_likeness SET status = 'suggested', decided_at = NULL",
        r"likeness \d+: articles \d+ and \d+ are alike, and in no group together",
    ),
    (
        "copies",
        "UPDATE articles_likeness SET status = 'rejected', decided_at = now();"
        " UPDATE articles_copy SET sure_id = article_id",
        r"likeness \d+: articles \d+ and \d+ were parted, and are in one group",
    ),
    (
        "copies",
        "DELETE FROM articles_copy WHERE first_id = article_id",
        r"article \d+: its group of copies is named after article \d+, which does not lead it",
    ),
)


def told(*arguments: str) -> tuple[int, list[str]]:
    """Return the exit code and the lines printed."""
    out, code = StringIO(), 0
    try:
        call_command("verify", *arguments, stdout=out)
    except SystemExit as exit_:
        code = int(exit_.code or 0)
    return code, out.getvalue().splitlines()


def break_by(statements: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS ALL IMMEDIATE; {OPENED} {statements.format(**PLACES)}")


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
