from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from articles.actions import log
from articles.actions.revise import revise
from articles.actions.store import How, Outcome, Report, bring_in, store
from articles.curation.worklists import WORKLISTS
from articles.importers.base import BlockType, RawArticle, RawBlock, Unreadable
from articles.importers.files import Container
from articles.importers.typed import Typed
from articles.models import (
    Anchor,
    Article,
    ArticleEntry,
    ImportRun,
    Mention,
    Printing,
    Refusal,
    Statistic,
    Status,
    Version,
)
from tests.factories import make_article, make_entity, make_mention, make_quote, make_statistic

pytestmark = pytest.mark.django_db
ADDRESS = "https://example.org/berita/1"
FIRST = "Banjir melanda Kabupaten Aceh Tamiang. Sebanyak 883 orang meninggal dunia, kata BNPB."


def record(text: str = FIRST, *, url: str = ADDRESS, fetched: int | None = None, mark: str = "") -> RawArticle:
    """Return an article of one paragraph; `fetched` is a day of December 2025, `mark` makes other bytes."""
    lines = [
        (BlockType.HEADLINE, "Korban Banjir Bertambah"),
        *((BlockType.PARAGRAPH, part) for part in text.split("\n")),
    ]
    return RawArticle(
        place="pages.jsonl:1",
        content=f"{mark}{text}".encode(),
        media_type="application/json",
        charset="utf-8",
        blocks=tuple(RawBlock(type=kind, text=line, source_start=None, source_end=None) for kind, line in lines),
        language="id",
        publisher="Koran Uji",
        url=url,
        retrieved_at=datetime(2025, 12, fetched, tzinfo=UTC) if fetched else None,
    )


def put(*records: RawArticle | Unreadable, publish: bool = True) -> list[Report]:
    run = ImportRun.objects.create(importer="jsonl", container="pages.jsonl", container_sha256="0" * 64)
    return list(store(records, run=run, publish=publish))


def outcomes(reports: list[Report]) -> list[Outcome]:
    return [report.outcome for report in reports]


def bodies() -> list[str]:
    return list(Version.objects.order_by("number").values_list("body", flat=True))


class TestOtherWords:
    def test_of_an_address_become_its_next_version_which_readers_and_search_get(self) -> None:
        put(record())
        (report,) = put(record(FIRST.replace("883", "885")))
        article = Article.objects.select_related("current").get()
        assert (report.outcome, report.article) == (Outcome.VERSION, article.pk)
        assert article.current
        assert (article.current.number, article.current.cosmetic, article.state) == (2, False, "published")
        assert "'885'" in ArticleEntry.objects.get().vector
        newest = log.decisions_of(article)[0]
        assert newest.action == "import"
        assert newest.after == {"version": 2, "source": article.current.source.sha256}

    def test_leave_a_draft_a_draft(self) -> None:
        put(record(), publish=False)
        put(record(FIRST.replace("883", "885")), publish=True)
        assert Article.objects.get().state == Article.State.DRAFT

    def test_that_differ_in_spaces_alone_are_a_cosmetic_version(self) -> None:
        put(record())
        assert outcomes(put(record(FIRST.replace("Tamiang. ", "Tamiang.\n")))) == [Outcome.VERSION]
        assert list(Version.objects.order_by("number").values_list("cosmetic", flat=True)) == [False, True]

    def test_in_one_batch_are_taken_one_after_the_other(self) -> None:
        corrected = FIRST.replace("883", "885")
        taken = put(
            record(), record(corrected), record(mark=" "), record(corrected), record(FIRST.replace("883", "890"))
        )
        assert [one.value for one in outcomes(taken)] == ["new", "versions", "known", "known", "versions"]
        assert [body.split()[6] for body in bodies()] == ["883", "885", "890"]
        assert {report.article for report in taken} == {Article.objects.get().pk}

    def test_never_touch_a_reference_note(self) -> None:
        make_article(url=ADDRESS, rights=Article.Rights.REFERENCE)
        (report,) = put(record())
        assert report.reason == "The archive has a reference note of this address."


class TestWithoutTheRightToCorrect:
    """Somebody brings in what he has, who may not change what readers see."""

    HOW = How(publish=False, correct=False)
    SAID = "Readers see another text of this address: an editor has to bring this one in."

    def bring(self, path: Path, text: str, *, how: How = HOW, dry_run: bool = False) -> Report:
        line = {"title": "Korban Banjir Bertambah", "content": text, "publisher": "Koran Uji", "url": ADDRESS}
        path /= "pages.jsonl"
        path.write_text(json.dumps(line), encoding="utf-8")
        (report,) = bring_in(Container(path=path), how=how, dry_run=dry_run)
        return report

    def test_readers_go_on_seeing_the_text_that_they_saw(self, tmp_path: Path) -> None:
        put(record())
        for dry_run in (True, False):
            report = self.bring(tmp_path, FIRST.replace("883", "885"), dry_run=dry_run)
            assert (report.outcome, report.reason) == (Outcome.REFUSED, self.SAID)
        assert bodies() == [FIRST]
        assert Refusal.objects.get().reason == self.SAID

    def test_an_editor_brings_in_later_what_was_refused(self, tmp_path: Path) -> None:
        put(record())
        self.bring(tmp_path, FIRST.replace("883", "885"))
        retry = replace(self.HOW, correct=True, retry=Refusal.objects.get().run_id)
        assert self.bring(tmp_path, FIRST.replace("883", "885"), how=retry).outcome == Outcome.VERSION

    def test_the_words_that_readers_see_are_known(self, tmp_path: Path) -> None:
        put(record())
        assert self.bring(tmp_path, FIRST).outcome == Outcome.KNOWN

    @pytest.mark.parametrize("state", [Article.State.DRAFT, Article.State.WITHDRAWN])
    def test_what_readers_do_not_see_gets_its_next_version(self, tmp_path: Path, state: str) -> None:
        put(record())
        Article.objects.update(state=state)
        assert self.bring(tmp_path, FIRST.replace("883", "885")).outcome == Outcome.VERSION
        assert Article.objects.get().state == state


class TestSameWords:
    def test_from_other_bytes_change_nothing(self) -> None:
        put(record())
        assert outcomes(put(record(mark=" "))) == [Outcome.KNOWN]
        assert Version.objects.count() == 1

    def test_of_an_older_text_change_nothing_when_files_are_read_again(self) -> None:
        texts = [record(), record(FIRST.replace("883", "885"))]
        put(*texts)
        assert outcomes(put(*texts)) == [Outcome.KNOWN] * 2
        assert Article.objects.get().current == Version.objects.get(number=2)

    def test_that_come_again_later_are_a_version_of_their_own(self) -> None:
        texts = [record(fetched=1), record(FIRST.replace("883", "885"), fetched=2), record(fetched=3)]
        assert outcomes(put(*texts)) == [Outcome.NEW, Outcome.VERSION, Outcome.VERSION]
        assert [body.split()[6] for body in bodies()] == ["883", "885", "883"]
        assert outcomes(put(*texts)) == [Outcome.KNOWN] * 3

    def test_as_before_an_editor_corrected_them_do_not_undo_the_correction(self) -> None:
        put(record(fetched=1))
        revise(Article.objects.get(), Typed(headline="Korban Banjir Bertambah", text="Tulisan editor."), by=None)
        assert outcomes(put(record(), record(mark=" ", fetched=5))) == [Outcome.KNOWN] * 2
        assert bodies()[-1] == "Tulisan editor."


def test_a_text_fetched_before_the_known_one_is_refused() -> None:
    put(record(fetched=5))
    (report,) = put(record(FIRST.replace("883", "800"), fetched=3))
    assert report.reason == (
        "The archive has a newer text of this address, fetched on 05 December 2025; this one is of 03 December 2025."
    )


class TestFacts:
    def test_a_corrected_number_waits_for_review_and_stands_in_the_worklist(self) -> None:
        put(record())
        article = Article.objects.get()
        statistic = make_statistic(883, article=article)
        assert statistic.status == Status.CONFIRMED
        put(record(FIRST.replace("883", "885")))
        assert set(Printing.objects.values_list("status", flat=True)) == {Status.SUGGESTED}
        assert Statistic.objects.get().status == Status.SUGGESTED
        new = Anchor.objects.get(block__version__number=2, printing__statistic=statistic)
        assert (new.exact, new.state) == ("885", Anchor.State.CHANGED)
        worklist = next(worklist for worklist in WORKLISTS if worklist.key == "changed-printings")
        assert worklist.rows(Printing.objects.all(), User(is_superuser=True)).count() == 1

    def test_words_that_stay_carry_their_facts_over(self) -> None:
        put(record())
        article = Article.objects.get()
        make_mention(article, make_entity("BNPB"), "BNPB")
        make_quote(article, "883 orang meninggal dunia")
        put(record("Hujan lebat turun.\n" + FIRST))
        assert Mention.objects.get().status == Status.CONFIRMED
        carried = Anchor.objects.filter(block__version__number=2).order_by("exact")
        assert [(one.exact, one.state) for one in carried] == [
            ("883 orang meninggal dunia", Anchor.State.OK),
            ("BNPB", Anchor.State.OK),
        ]
