"""`suggest`: what the command does around the reading itself."""

from __future__ import annotations

import os
import re
import signal
from collections import Counter
from collections.abc import Callable, Sequence
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.actions import reading_work, suggesting
from articles.actions.reading_turns import anybody_reads
from articles.actions.reading_work import AsTheyCome
from articles.actions.store import How, bring_in
from articles.actions.suggesting import Read
from articles.extraction.engine import EDITION
from articles.importers.files import Container
from articles.management import workers
from articles.management.commands import suggest
from articles.models import Article, ImportRun, Quote, Reading
from articles.sample import ARTICLE
from tests.factories import make_article

pytestmark = pytest.mark.django_db
QUOTED = "“Kami datang besok,” kata Ketua Dewan Ana Wijaya, Selasa (5/3/2024)."


@pytest.fixture(autouse=True)
def no_niceness(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Keep the tests themselves from getting slow."""
    given: list[int] = []
    monkeypatch.setattr(os, "nice", given.append)
    return given


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """Read nothing but note, batch by batch, which texts were read."""
    batches: list[list[int]] = []

    def noted(articles: Sequence[int], **_: object) -> Read:
        batches.append(list(articles))
        for article in Article.objects.filter(pk__in=articles):
            values = {"rules": EDITION, "read_at": timezone.now(), "seconds": 0.0}
            Reading.objects.update_or_create(version_id=article.current_id, defaults=values)
        return Read(texts=len(articles), found=Counter(quote=len(articles)))

    monkeypatch.setattr(reading_work, "read_texts", noted)
    return batches


def run(*arguments: str) -> tuple[int, list[str]]:
    """Return the exit code and the lines printed."""
    out, code = StringIO(), 0
    try:
        call_command("suggest", *arguments, stdout=out)
    except SystemExit as exit_:
        code = int(exit_.code or 0)
    return code, out.getvalue().splitlines()


def test_it_suggests_what_the_rules_find_once() -> None:
    make_article(paragraphs=(QUOTED,))
    code, lines = run()
    assert code == 0
    assert lines[0].startswith("1 text read: ")
    assert ", 1 quote, " in lines[0]
    assert Quote.objects.get().unreviewed
    assert run() == (0, ["0 texts read"])


def test_without_an_option_it_reads_what_was_not_read_the_newest_first(read: list[list[int]]) -> None:
    first, second = make_article("Lama"), make_article("Baru")
    run()
    assert read == [[second.pk, first.pk]]
    third = make_article("Terbaru")
    run()
    assert read[1:] == [[third.pk]]


def test_what_no_edition_has_read_comes_before_what_an_earlier_one_has(read: list[list[int]]) -> None:
    never, long_ago, newest = make_article("Lama"), make_article("Baru"), make_article("Terbaru")
    run()
    Reading.objects.filter(version__in=[long_ago.current, newest.current]).update(rules="rules-0")
    Reading.objects.filter(version=never.current).delete()
    run()
    assert read[1:] == [[never.pk, newest.pk, long_ago.pk]]


def test_all_reads_again_those_first_that_were_read_longest_ago(read: list[list[int]]) -> None:
    articles = [make_article(f"Berita {number}") for number in range(3)]
    run("--all")
    run("--article", str(articles[0].pk))
    run("--all", "--limit", "2")
    assert read == [[one.pk for one in articles], [articles[0].pk], [articles[1].pk, articles[2].pk]]


def test_an_import_is_read_alone(read: list[list[int]], tmp_path: Any) -> None:
    other = make_article()
    (tmp_path / "a.txt").write_bytes(ARTICLE.read_bytes())
    list(bring_in(Container(path=tmp_path), how=How(publish=True)))
    brought = Article.objects.exclude(pk=other.pk).get()
    run("--import", str(ImportRun.objects.latest("pk").pk))
    assert read == [[brought.pk]]


def test_notes_are_not_read(read: list[list[int]]) -> None:
    note = make_article(rights=Article.Rights.REFERENCE)
    run("--all")
    assert read == []
    with pytest.raises(CommandError, match=rf"^There is no article {note.pk} with a text that the rules may read\.$"):
        run("--article", str(note.pk))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--import", "7"], r"^There is no import 7\.$"),
        (["--article", "0"], "'0' is no number from 1"),
        (["--import", "9" * 30], "is no number from 1"),
        (["--limit", "few"], "'few' is no number from 1"),
        (["--all", "--follow"], "not allowed with argument"),
    ],
)
def test_a_wrong_word_is_answered_in_a_sentence(arguments: list[str], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        run(*arguments)


def test_a_text_that_could_not_be_read_is_named_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    article = make_article()
    failed = Read(texts=1, failures={article.pk: "The rules stopped with ValueError."})
    monkeypatch.setattr(reading_work, "read_texts", lambda *_, **__: failed)
    code, lines = run()
    assert code == 2
    assert lines[0] == f"article {article.pk}: The rules stopped with ValueError."
    assert lines[1].endswith("; 1 could not be read")


def test_a_text_that_an_editor_holds_is_left_for_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    article = make_article()
    monkeypatch.setattr(reading_work, "read_texts", lambda *_, **__: Read(left=[article.pk]))
    assert run() == (
        2,
        ["0 texts read", "1 text is held by somebody or has changed: give the same command again to read it."],
    )


def test_it_says_how_many_texts_were_left_to_another_process() -> None:
    article = make_article(paragraphs=["Hujan turun."])
    make_article(paragraphs=["Hujan turun lagi."])
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [0x74657874, article.pk])
        out = StringIO()
        with pytest.raises(SystemExit) as ended:
            call_command("suggest", stdout=out)
    finally:
        other.close()
    assert ended.value.code == 2
    assert "1 text read" in out.getvalue()
    assert "1 text was left to another process, which has it in hand.\n" in out.getvalue()


def test_what_another_process_has_read_meanwhile_is_told_and_does_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_work, "FEW", 1)
    first, second = make_article("Lama"), make_article("Baru")
    read_texts: Callable[..., Read] = vars(reading_work)["read_texts"]

    def both(articles: Sequence[int], **rest: Any) -> Read:
        read_texts([first.pk], **rest)
        return read_texts(articles, **rest)

    monkeypatch.setattr(reading_work, "read_texts", both)
    code, lines = run("--limit", "2")
    assert second.current_id == Reading.objects.latest("pk").version_id
    assert (code, lines[0][:12], lines[1:]) == (0, "1 text read:", ["1 text was read by another process meanwhile."])


def test_ctrl_c_ends_it_after_the_texts_in_hand(read: list[list[int]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_work, "FEW", 1)
    noted: Callable[..., Read] = vars(reading_work)["read_texts"]

    def interrupted(articles: Sequence[int], **rest: Any) -> Read:
        os.kill(os.getpid(), signal.SIGINT)
        return noted(articles, **rest)

    monkeypatch.setattr(reading_work, "read_texts", interrupted)
    for number in range(3):
        make_article(f"Berita {number}")
    code, lines = run()
    assert code == 130
    assert lines[-1].startswith("1 text read: ")
    assert lines[-1].endswith(" (interrupted: give the same command again to go on)")
    assert len(read) == 1


def test_it_says_that_the_database_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object, **__: object) -> Read:
        raise OperationalError("connection refused\nIs the server running?")

    make_article()
    monkeypatch.setattr(reading_work, "read_texts", away)
    with pytest.raises(CommandError, match=r"^The database does not answer: connection refused$"):
        run()


def test_the_database_counts_its_rows_anew_now_and_then(read: list[list[int]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_work, "FEW", 1)
    monkeypatch.setattr(reading_work, "FIRST_COUNT", 1)
    for number in range(5):
        make_article(f"Berita {number}")
    with CaptureQueriesContext(connection) as asked:
        run()
    assert len([one for one in asked if one["sql"].startswith('ANALYZE "articles_anchor"')]) == 3  # after 1, 2 and 4


class TestFollow:
    @pytest.fixture(autouse=True)
    def quick(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(workers, "PAUSE", 0.0)

    def follow(self, monkeypatch: pytest.MonkeyPatch, *turns: Any) -> None:
        """Follow what comes in, and call one of `turns` before each look; it is ended after the last."""
        left = iter(turns)
        step = AsTheyCome.step

        def turn(work: Any) -> Read | None:
            try:
                next(left)()
            except StopIteration:
                raise KeyboardInterrupt from None
            return step(work)

        monkeypatch.setattr(AsTheyCome, "step", turn)
        call_command("suggest", "--follow")

    def test_it_reads_what_comes_in_the_newest_first(
        self, read: list[list[int]], monkeypatch: pytest.MonkeyPatch, no_niceness: list[int]
    ) -> None:
        old, new = make_article("Lama"), make_article("Baru")
        self.follow(monkeypatch, lambda: None, lambda: None, make_article, lambda: None)
        assert read == [[new.pk, old.pk], [Article.objects.latest("pk").pk]]
        assert no_niceness == [10]

    def test_it_writes_to_the_log_what_it_has_read_and_nothing_while_there_is_nothing(
        self, read: list[list[int]], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        monkeypatch.setattr(reading_work, "FEW", 2)
        for number in range(3):
            make_article(f"Berita {number}")
        self.follow(monkeypatch, *[lambda: None] * 4, make_article, lambda: None, lambda: None)
        ready, *said, _ended = [record.getMessage() for record in caplog.records]
        assert ready == "Ready to read the articles that come in."
        assert [re.sub(r"in \d\.\d s", "in 0.1 s", line) for line in said] == [
            "3 texts read in 0.1 s: 0 names, 3 quotes, 0 figures, 0 days, 0 topics",
            "1 text read in 0.1 s: 0 names, 1 quote, 0 figures, 0 days, 0 topics",
        ]

    def test_while_there_is_more_it_writes_each_minute(
        self, read: list[list[int]], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        monkeypatch.setattr(reading_work, "FEW", 1)
        monkeypatch.setattr(suggest, "_TOLD_EVERY", 0.0)
        for number in range(3):
            make_article(f"Berita {number}")
        self.follow(monkeypatch, *[lambda: None] * 3)
        assert sum("1 text read in" in record.getMessage() for record in caplog.records) == 3

    def test_others_see_that_it_is_there_until_it_ends(self, monkeypatch: pytest.MonkeyPatch) -> None:
        seen: list[bool] = []
        self.follow(monkeypatch, lambda: seen.append(anybody_reads()))
        assert seen == [True]
        assert not anybody_reads()

    def test_it_does_not_ask_again_where_nothing_came(self, monkeypatch: pytest.MonkeyPatch) -> None:
        asked: list[int] = []

        def counted() -> Any:
            asked.append(1)
            return suggesting.waiting()

        monkeypatch.setattr(reading_work, "waiting", counted)
        self.follow(monkeypatch, lambda: None, lambda: None, lambda: None)
        assert len(asked) == 1

    def test_it_gives_way_to_an_import(self, read: list[list[int]], monkeypatch: pytest.MonkeyPatch) -> None:
        rested: list[float] = []
        monkeypatch.setattr(workers.Worker, "rest", lambda _self, seconds: rested.append(seconds))
        make_article()
        monkeypatch.setattr(reading_work, "any_worked_on", lambda: True)
        self.follow(monkeypatch, lambda: None, lambda: None)
        assert rested == [reading_work.BESIDE_AN_IMPORT, 0.0, 0.0]

    def test_texts_that_somebody_holds_do_not_keep_it_busy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        article = make_article()
        monkeypatch.setattr(reading_work, "read_texts", lambda *_, **__: Read(left=[article.pk]))
        work = AsTheyCome(lambda _: None)
        assert not work.step()

    def test_it_ends_where_its_parent_is_gone_already(self, read: list[list[int]]) -> None:
        make_article()
        call_command("suggest", "--follow", "--with-parent", "1073741824")
        assert read == []
