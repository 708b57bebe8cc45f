from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection

from articles.actions import editing, import_records
from articles.actions.store import Outcome, Report, bring_in, store
from articles.importers.base import BlockType, Given, RawArticle, RawBlock, Unreadable
from articles.importers.files import Container
from articles.importers.rawtext import RawText
from articles.models import (
    Article,
    ArticleEntry,
    Block,
    Decision,
    Entity,
    EntityName,
    ImportRun,
    Refusal,
    Source,
    Version,
)
from articles.sample import ARTICLE
from articles.text.dates import parse_edtf
from articles.text.names import name_key

SAMPLE = ARTICLE.read_bytes()
pytestmark = pytest.mark.django_db


def raw(content: bytes = SAMPLE, place: str = "text.txt") -> RawArticle:
    (record,) = RawText().read(Given(name=place, open=partial(BytesIO, content)))
    assert isinstance(record, RawArticle), record
    return record


def raw_like(number: int, dateline: str = "SUARATIMUR.COM, AMBON – ") -> RawArticle:
    text = f"Perahu {number} Kembali Berlayar\n\nRep: Ana Putri\n\n{dateline}Perahu {number} dari tiga desa berlayar."
    return raw(text.encode(), place=f"{number}.txt")


def make_run() -> ImportRun:
    return ImportRun.objects.create(importer="rawtext", container="text.txt", container_sha256="0" * 64)


def put(*records: RawArticle | Unreadable, publish: bool = True, run: ImportRun | None = None) -> list[Report]:
    return list(store(records, run=run or make_run(), publish=publish))


def bring(path: Path, *, publish: bool = True, dry_run: bool = False) -> list[Report]:
    return list(bring_in(Container(path=path), publish=publish, dry_run=dry_run))


def outcomes(reports: Iterable[Report]) -> list[str]:
    return [report.outcome.value for report in reports]


def rows() -> dict[str, int]:
    """Return the number of rows of every table of the archive."""
    return {model.__name__: model._default_manager.count() for model in apps.get_app_config("articles").get_models()}


def counts(run: ImportRun) -> tuple[int, int, int, int]:
    run.refresh_from_db()
    return run.seen, run.new, run.known, run.refused


class TestNewArticle:
    def test_holds_the_text_of_its_source_block_by_block(self) -> None:
        (report,) = put(raw())
        article = Article.objects.get()
        assert report.article == article.pk
        version = article.current
        assert version
        assert (version.number, version.headline) == (1, "Putin Tawarkan Bantuan untuk Redakan Perang di Gaza")
        assert version.deck == "Dalam percakapan dengan Netanyahu, Putin tawarkan bantuan redakan perang"
        assert version.body_sha256 == hashlib.sha256(version.body.encode()).hexdigest()
        assert bytes(version.source.content) == SAMPLE
        blocks = list(version.blocks.all())
        assert [block.position for block in blocks] == list(range(22))
        for block in blocks:
            assert block.source_start is not None
            assert block.text == " ".join(version.source.text[block.source_start : block.source_end].split())
        assert "\n\n".join(block.text for block in blocks if block.body_start is not None) == version.body
        assert {b.text: b.reason for b in blocks if b.type == Block.Type.BOILERPLATE}["Berita Terpopuler"]

    def test_has_language_publisher_and_no_day_of_publication(self) -> None:
        put(raw())
        article = Article.objects.get()
        assert article.language == "id"
        assert article.publisher
        assert (article.publisher.name, article.publisher.kind) == ("Republika", Entity.Kind.PUBLISHER)
        assert (article.published, article.published_earliest, article.published_latest) == ("", None, None)

    def test_keeps_day_address_and_section_that_the_source_names(self) -> None:
        day = parse_edtf("2023-12-10")
        put(replace(raw(), published=day, published_basis="10/12", url="https://example.org/1", section="Dunia"))
        article = Article.objects.get()
        assert article.published_on == day
        assert (article.published_basis, article.url, article.section) == ("10/12", "https://example.org/1", "Dunia")
        assert Source.objects.get().url == "https://example.org/1"

    @pytest.mark.parametrize(("publish", "public"), [(True, 1), (False, 0)])
    def test_is_shown_only_when_published(self, publish: bool, public: int) -> None:  # noqa: FBT001
        put(raw(), publish=publish)
        assert Article.objects.public().count() == public

    def test_can_be_searched_and_says_where_it_came_from(self) -> None:
        put(raw())
        article = Article.objects.get()
        assert ArticleEntry.objects.get().article == article
        decision = Decision.objects.get(action="import")
        assert (decision.subject, decision.action, decision.by) == (article, "import", None)
        assert decision.reason == "Read from text.txt."
        assert decision.after == {
            "version": 1,
            "state": "published",
            "source": hashlib.sha256(SAMPLE).hexdigest(),
        }


class TestKnown:
    def test_same_file_twice_changes_no_table(self, tmp_path: Path) -> None:
        (tmp_path / "text.txt").write_bytes(SAMPLE)
        assert outcomes(bring(tmp_path / "text.txt")) == ["new"]
        before = rows()
        (again,) = bring(tmp_path / "text.txt", publish=False)
        assert (again.outcome, again.article) == (Outcome.KNOWN, Article.objects.get().pk)
        assert rows() == before
        assert Article.objects.public().count() == 1

    def test_same_bytes_in_one_run_are_known(self, tmp_path: Path) -> None:
        for name in ("a.txt", "b.txt"):
            (tmp_path / name).write_bytes(SAMPLE)
        assert outcomes(bring(tmp_path)) == ["new", "known"]
        assert counts(ImportRun.objects.get()) == (2, 1, 1, 0)
        assert Source.objects.count() == 1

    @pytest.mark.parametrize(
        "other", [SAMPLE + b"\n", SAMPLE.replace(b"\n", b"\r\n"), SAMPLE.replace(b"\nBerita Terpopuler", b"")]
    )
    def test_same_words_from_other_bytes_are_known(self, other: bytes) -> None:
        put(raw())
        assert outcomes(put(raw(other))) == ["known"]
        assert Version.objects.count() == Source.objects.count() == 1

    @pytest.mark.parametrize(
        ("old", "new"), [(b"883", b"885"), (b"Benyamin", b"Benjamin"), (b"redakan perang", b"lagi")]
    )
    def test_other_words_anywhere_that_is_searched_are_new(self, old: bytes, new: bytes) -> None:
        put(raw())
        assert outcomes(put(raw(SAMPLE.replace(old, new)))) == ["new"]

    def test_same_words_at_another_publisher_are_an_article_of_their_own(self) -> None:
        first = raw_like(1, dateline="AMBON – ")
        assert outcomes(put(replace(first, publisher="SUARATIMUR.COM"))) == ["new"]
        elsewhere = replace(first, publisher="KABARLAUT.COM", content=first.content + b"\n")
        assert outcomes(put(elsewhere)) == ["new"]
        assert outcomes(put(replace(elsewhere, content=first.content + b"\n\n"))) == ["known"]

    def test_other_words_from_a_known_address_are_its_next_version(self) -> None:
        address = "https://example.org/1"
        put(replace(raw_like(1), url=address))
        assert outcomes(put(replace(raw_like(2), url=address))) == ["versions"]
        assert Article.objects.get().versions.count() == 2


class TestPublisher:
    def test_new_one_is_named_readably_and_found_under_its_printed_name(self) -> None:
        put(raw_like(1), raw_like(2))
        publisher = Entity.objects.get()
        assert (publisher.name, publisher.slug) == ("Suaratimur", "suaratimur")
        names = publisher.names.values_list("name", "kind", "basis")
        assert set(names) == {("Suaratimur", "preferred", "text"), ("SUARATIMUR.COM", "alias", "text")}
        assert publisher.published_articles.count() == 2

    def test_known_one_is_found_by_any_of_its_names(self) -> None:
        put(raw_like(1))
        Entity.objects.update(name="Harian Suara Timur")
        EntityName.objects.filter(kind="preferred").update(name="Harian Suara Timur", key="harian suara timur")
        put(raw_like(2))
        assert Entity.objects.get().published_articles.count() == 2

    def test_merged_one_leads_to_what_it_was_merged_into(self) -> None:
        put(raw_like(1))
        house = Entity.objects.create(kind="publisher", name="Suara Timur", slug="suara-timur", sort_key="suara timur")
        Entity.objects.exclude(pk=house.pk).update(merged_into=house)
        put(raw_like(2))
        assert str(house.published_articles.get()) == "Perahu 2 Kembali Berlayar"

    def test_person_of_that_name_is_not_the_publisher(self) -> None:
        person = Entity.objects.create(kind="person", name="Suaratimur", slug="suaratimur", sort_key="suaratimur")
        person.names.create(name="Suaratimur", kind="preferred", key=name_key("Suaratimur"))
        put(raw_like(1))
        article = Article.objects.get()
        assert article.publisher
        assert article.publisher.kind == Entity.Kind.PUBLISHER
        assert article.publisher.slug == "suaratimur-2"

    def test_article_without_one_has_none(self) -> None:
        put(raw_like(1, dateline="AMBON – "))
        assert Article.objects.get().publisher is None


def with_body(text: str) -> RawArticle:
    """Return an article as a format without places in its source gives it."""
    lines = ((BlockType.HEADLINE, "Perahu Berlayar"), (BlockType.PARAGRAPH, text))
    return RawArticle(
        place="many.jsonl:2",
        content=text.encode("utf-8", "replace"),
        media_type="application/json",
        charset="utf-8",
        blocks=tuple(RawBlock(type=kind, text=line, source_start=None, source_end=None) for kind, line in lines),
    )


def test_a_mark_that_stands_alone_is_no_word_and_costs_nothing() -> None:
    assert outcomes(put(with_body("Badai \u02bc reda."))) == ["new"]


class TestRefused:
    @pytest.mark.parametrize(
        ("bad", "reason"),
        [
            (with_body("Badai \x00 reda."), "The text holds a NUL character at position 6."),
            (with_body("Badai \ud83d reda."), "The text holds half a character (surrogate U+D83D) at position 6."),
            (with_body("Badai " * 200_000), "Its text is longer than 1,000,000 characters."),
            (with_body(""), "It has no text."),
            (replace(with_body("Badai reda."), blocks=()), "It has no headline."),
            (replace(with_body("Badai reda."), url="x" * 2001), "at most 2000 characters"),
            (replace(with_body("Badai reda."), section="x" * 201), "at most 200 characters"),
            (replace(with_body("Badai reda."), publisher="x" * 301), "at most 300 characters"),
            (replace(with_body("Badai reda."), media_type="x" * 101), "value too long for type character varying(100)"),
            (Unreadable(place="many.jsonl:2", reason="It is no JSON: \x00."), "It is no JSON: \\x00."),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_record_is_named_with_its_reason_and_costs_no_other(
        self, bad: RawArticle | Unreadable, reason: str
    ) -> None:
        run = make_run()
        reports = put(raw_like(1), bad, raw_like(2), run=run)
        assert outcomes(reports) == ["new", "refused", "new"]
        refusal = Refusal.objects.get()
        assert (refusal.run, refusal.place) == (run, "many.jsonl:2")
        assert reason in refusal.reason
        assert counts(run) == (3, 2, 0, 1)
        assert Source.objects.count() == 2

    def test_record_that_takes_too_long_is_given_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(editing, "_LONGEST_STATEMENT", 5)
        run = make_run()
        (report,) = put(with_body("Badai reda. " * 80_000), run=run)
        assert report.reason.startswith("The database does not take it: canceling statement due to ")
        assert counts(run) == (1, 0, 0, 1)
        assert not Source.objects.exists()

    def test_record_that_the_database_cannot_read_is_refused_whatever_it_says(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("""
                CREATE FUNCTION refuse_second() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE 'cannot be read' USING ERRCODE = 'syntax_error'; END $$;
                CREATE TRIGGER refuse_second BEFORE INSERT ON articles_source
                FOR EACH ROW WHEN (NEW.place = '2.txt') EXECUTE FUNCTION refuse_second();
            """)
        reports = put(raw_like(1), raw_like(2), raw_like(3))
        assert outcomes(reports) == ["new", "refused", "new"]
        assert reports[1].reason == "The database does not take it: cannot be read."

    def test_long_place_keeps_its_end(self) -> None:
        put(Unreadable(place="x" * 700 + "/a.txt", reason="It is empty."))
        place = Refusal.objects.get().place
        assert len(place) == 600
        assert place.endswith("/a.txt")


class TestRun:
    def test_tells_what_was_read_by_whom_and_that_it_ended(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(SAMPLE)
        (tmp_path / "b.txt").write_bytes(b"")
        editor = User.objects.create(username="editor")
        list(bring_in(Container(path=tmp_path), publish=False, by=editor))
        run = ImportRun.objects.get()
        assert (run.container, run.container_sha256) == (tmp_path.name, Container(path=tmp_path).sha256())
        assert (run.by, Decision.objects.get(action="import").by) == (editor, editor)
        assert counts(run) == (2, 1, 0, 1)
        assert run.finished_at
        assert run.refusals.get().reason == "It is empty."

    def test_what_breaks_off_has_stored_what_it_counted(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def records() -> Iterator[RawArticle]:
            yield raw_like(1)
            yield raw_like(2)
            yield raw_like(3)
            raise KeyboardInterrupt

        monkeypatch.setattr(import_records, "MOST_RECORDS", 2)
        run = make_run()
        with pytest.raises(KeyboardInterrupt):
            put_all = store(records(), run=run, publish=True)
            list(put_all)
        assert counts(run) == (2, 2, 0, 0)
        assert Article.objects.public().count() == 2
        assert outcomes(put(raw_like(1), raw_like(2), raw_like(3))) == ["known", "known", "new"]

    def test_dry_run_tells_the_same_and_stores_nothing(self, tmp_path: Path) -> None:
        for name, content in (("a.txt", SAMPLE), ("b.txt", SAMPLE), ("c.txt", b"")):
            (tmp_path / name).write_bytes(content)
        before = rows()
        assert outcomes(bring(tmp_path, dry_run=True)) == ["new", "known", "refused"]
        assert rows() == before
        assert outcomes(bring(tmp_path)) == ["new", "known", "refused"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("ending", [b"", b"\n"], ids=["same bytes", "same words"])
def test_two_runs_of_the_same_articles_at_once_store_each_once(ending: bytes) -> None:
    """Neither may look before the other has stored what it is about to store."""
    together = Barrier(2, timeout=20)
    reports: list[Report] = []

    def records(ending: bytes) -> Iterator[RawArticle]:
        for number in range(5):
            record = raw_like(number)
            together.wait()
            yield replace(record, content=record.content + ending)

    def run(ending: bytes) -> None:
        try:
            reports.extend(store(records(ending), run=make_run(), publish=True))
        finally:
            connection.close()

    threads = [Thread(target=run, args=[own]) for own in (b"", ending)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes(reports)) == ["known"] * 5 + ["new"] * 5
    assert Article.objects.count() == 5
    assert Entity.objects.count() == 1
