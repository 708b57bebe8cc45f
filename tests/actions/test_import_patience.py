"""A database that is away is waited for; one that stays away, or cannot write, ends the run in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection, transaction

from articles.actions import import_records
from articles.actions.store import How, Stopped, bring_in
from articles.importers.files import Container
from articles.models import Article, ImportRun, Refusal
from tests.actions.own_server import Server
from tests.actions.test_store import bring, counts, outcomes, raw_like
from tests.contents import Contents, differences

FAILING = """
CREATE SEQUENCE IF NOT EXISTS attempts;
CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF nextval('attempts') <= {times} THEN RAISE 'the disk says no' USING ERRCODE = '{code}'; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER fail BEFORE INSERT ON articles_source FOR EACH ROW WHEN (NEW.place LIKE '%/3.txt')
EXECUTE FUNCTION fail();
"""

HELD = """
CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(*) FROM articles_batch) >= 4 THEN PERFORM pg_advisory_xact_lock_shared(1); END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER hold BEFORE INSERT ON articles_batch FOR EACH ROW EXECUTE FUNCTION hold();
SELECT pg_advisory_lock(1);
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six texts, which go in as three batches; the fourth of them is in the second."""
    monkeypatch.setattr(import_records, "MOST_RECORDS", 2)
    for number in range(6):
        (tmp_path / f"{number}.txt").write_bytes(raw_like(number).content)
    return tmp_path


def fail(code: str, *, times: int = 1_000_000) -> None:
    """Let the database answer so when it is given the fourth text, as often as said."""
    with connection.cursor() as cursor:
        cursor.execute(FAILING.format(code=code, times=times))


@pytest.mark.django_db
class TestCannotWrite:
    @pytest.mark.parametrize(
        ("code", "sentence"),
        [
            ("53100", "The database has no room: the disk says no."),  # disk_full
            ("53200", "The database has no room: the disk says no."),  # out_of_memory
            ("XX000", "The database cannot write: the disk says no."),  # as for a quota that is used up
            ("25006", "The database cannot write: the disk says no."),  # read_only_sql_transaction
            ("42501", "The database cannot write: the disk says no."),  # insufficient_privilege
        ],
    )
    def test_run_stops_in_a_sentence_and_goes_on_later(self, folder: Path, code: str, sentence: str) -> None:
        fail(code)
        with pytest.raises(Stopped) as stopped:
            bring(folder)
        assert str(stopped.value) == sentence
        run = ImportRun.objects.get()
        assert (counts(run), run.state, run.stopped) == ((2, 2, 0, 0), "stopped", sentence)
        assert not Refusal.objects.exists()
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER fail ON articles_source")
        assert outcomes(bring(folder)) == ["new"] * 6
        run = ImportRun.objects.get()
        assert (counts(run), run.state, run.stopped) == ((6, 6, 0, 0), "finished", "")

    def test_command_says_what_to_do(self, folder: Path) -> None:
        fail("53100")
        with pytest.raises(CommandError) as error:
            call_command("import_articles", "--one-process", str(folder))
        assert str(error.value) == (
            "Stopped after 2 seen = 2 new + 0 known + 0 refused. The database has no room: the disk says no. "
            "Give the same command again to go on."
        )

    @pytest.mark.parametrize("code", ["54000", "57014", "22001", "P0001"])
    def test_what_one_text_is_the_reason_of_refuses_that_text_alone(self, folder: Path, code: str) -> None:
        fail(code)
        assert outcomes(bring(folder)) == ["new", "new", "new", "refused", "new", "new"]
        assert Refusal.objects.get().reason == "The database does not take it: the disk says no."


@pytest.mark.django_db(transaction=True)
class TestTakenBack:
    def test_batch_that_was_taken_back_for_anothers_sake_is_tried_again(self, folder: Path) -> None:
        fail("40P01", times=3)  # deadlock_detected
        assert outcomes(bring(folder)) == ["new"] * 6
        assert Article.objects.count() == 6

    def test_not_for_ever(self, folder: Path) -> None:
        fail("40P01")
        with pytest.raises(OperationalError, match="the disk says no"):
            bring(folder)
        assert Article.objects.count() == 2

    def test_end_of_a_run_is_tried_again_too(self, folder: Path) -> None:
        bring(folder)
        fail("40P01", times=1)
        with connection.cursor() as cursor:
            cursor.execute("""
                CREATE CONSTRAINT TRIGGER fail AFTER DELETE ON articles_importrun DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION fail()
            """)
        assert outcomes(bring(folder)) == ["known"] * 6
        assert ImportRun.objects.count() == 1

    def test_end_that_was_stored_though_nobody_heard_so_is_the_end(self, folder: Path) -> None:
        def lose(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
            if sql.startswith('DELETE FROM "articles_importrun"'):
                transaction.on_commit(away)
            return execute(sql, *rest)

        def away() -> None:
            lost.append(True)
            raise OperationalError("server closed the connection unexpectedly")

        bring(folder)
        lost: list[bool] = []
        told: list[ImportRun] = []
        how = How(publish=True, on_run=lambda run: told.append(ImportRun.objects.get(pk=run.pk)))
        with connection.execute_wrapper(lose):
            assert outcomes(list(bring_in(Container(path=folder), how=how))) == ["known"] * 6
        assert (len(lost), len(told)) == (1, 1)
        assert ImportRun.objects.count() == 1

    @pytest.fixture(autouse=True)
    def _tidy(self) -> object:
        yield
        with connection.cursor() as cursor:
            cursor.execute("DROP FUNCTION IF EXISTS fail CASCADE; DROP SEQUENCE IF EXISTS attempts")


class TestAway:
    def test_database_that_stays_away_is_given_up(self, server: Server, corpus: Path, undisturbed: Contents) -> None:
        with server.archive("away") as archive, closing(archive.connect()) as holder:
            # The fifth batch waits for us as long as the server lives, or all could be stored before it ends.
            holder.execute(HELD)
            running = archive.start(corpus, patience=2)
            archive.wait_for_batches(4)
            server.stop()
            try:
                code, said = running.end()
                assert code == 1
                assert said.startswith("CommandError: Stopped after ")
                assert "The database has been away for 2 seconds: " in said
                assert said.endswith("Give the same command again to go on.")
            finally:
                server.start()
            assert archive.ask("SELECT count(*) FROM articles_batch") >= 4
            assert archive.start(corpus).end()[0] == 2
            assert differences(archive.contents(), undisturbed) == []

    def test_database_that_never_was_there_is_not_waited_for(self, server: Server, corpus: Path) -> None:
        with server.archive("gone") as archive:
            server.tell("ALTER DATABASE gone CONNECTION LIMIT 0")
            # `end` waits a minute: who waited two for the database would not have ended by then.
            code, said = archive.start(corpus, patience=120).end()
            assert code == 1
            assert said.startswith("CommandError: The database does not answer after 0 seen")
            assert "too many connections" in said
