"""What a delivery would bring in is told by reading its beginning, and nothing of it is stored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.contrib.auth.models import Permission, User
from django.db import connection

from articles.actions import import_batch
from articles.actions.store import Outcome, bring_in
from articles.curation import preview
from articles.curation.preview import Foreseen, Understood, look_at
from articles.importers.base import BlockType
from articles.importers.fields import Field, parse_mapping
from articles.importers.files import Container
from articles.models import Article, Entity
from articles.sample import ARTICLE
from tests.curation.desk import make_editor, make_user

pytestmark = pytest.mark.django_db
BODY = "Perahu dari tiga desa kembali berlayar setelah badai reda."


@pytest.fixture
def editor() -> User:
    return make_editor()


def record(headline: str, **fields: str) -> str:
    return json.dumps({"judul": headline, "isi": BODY, **fields})


def write(path: Path, *lines: str) -> Container:
    path.write_text("\n".join(lines), encoding="utf-8")
    return Container(path=path)


def look(container: Container, user: User) -> Understood:
    (found,) = look_at([container], by=user, giver=user, publish=False)
    return found


def outcomes(found: Understood) -> list[Outcome | None]:
    return [one.outcome for one in found.records]


def rows() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in apps.get_app_config("articles").get_models()}


class TestRecords:
    def test_are_told_with_all_that_was_understood_and_nothing_is_stored(self, editor: User) -> None:
        before = rows()
        (one,) = look(Container(path=ARTICLE), editor).records
        assert one.raw
        assert (one.outcome, one.raw.publisher, one.raw.language) == (Outcome.NEW, "REPUBLIKA.CO.ID", "id")
        boilerplate = [(kind, block) for kind, block in one.blocks if block.type is BlockType.BOILERPLATE]
        assert boilerplate
        assert all(kind == "boilerplate" and block.reason for kind, block in boilerplate)
        assert all(block.text for _kind, block in one.blocks)
        assert rows() == before

    def test_say_what_the_archive_has_of_them(self, editor: User, tmp_path: Path) -> None:
        known = record("Badai reda", url="https://koran.example/1", penerbit="KORAN UJI")
        list(bring_in(write(tmp_path / "old.jsonl", known)))
        other = record("Badai belum reda", url="https://koran.example/1")
        found = look(write(tmp_path / "a.jsonl", known, other, record("Lain"), record("Lain"), "{"), editor)
        assert outcomes(found) == [Outcome.KNOWN, Outcome.VERSION, Outcome.NEW, Outcome.KNOWN, Outcome.REFUSED]
        article = Article.objects.get()
        assert [one.article for one in found.records] == [article, article, None, None, None]
        assert [one.repeats for one in found.records] == [False, False, False, True, False]
        assert found.records[0].publisher == Entity.objects.get()
        assert found.records[4].reason
        assert Article.objects.get().current == article.current

    def test_do_not_tell_of_a_draft_who_may_not_see_it(self, tmp_path: Path) -> None:
        known = record("Badai reda", penerbit="KORAN UJI")
        list(bring_in(write(tmp_path / "old.jsonl", known)))
        (one,) = look(write(tmp_path / "a.jsonl", known), make_user("imam")).records
        assert (one.outcome, one.article, one.repeats, one.publisher) == (Outcome.KNOWN, None, False, None)

    def test_are_refused_where_readers_see_another_text_and_the_giver_may_not_publish(
        self, editor: User, tmp_path: Path
    ) -> None:
        container = write(tmp_path / "old.jsonl", record("Badai reda", url="https://koran.example/1"))
        list(bring_in(container, publish=True))
        other = write(tmp_path / "a.jsonl", record("Badai belum reda", url="https://koran.example/1"))
        assert outcomes(look(other, editor)) == [Outcome.VERSION]
        imam = make_user("imam")
        imam.user_permissions.add(Permission.objects.get(codename="add_delivery"))
        (found,) = look_at([other], by=editor, giver=imam, publish=False)
        assert outcomes(found) == [Outcome.REFUSED]
        assert "an editor has to bring this one in" in found.records[0].reason

    def test_are_the_first_of_many(self, editor: User, tmp_path: Path) -> None:
        many = [record(f"Berita {number}") for number in range(21)]
        assert look(write(tmp_path / "a.jsonl", *many[:20]), editor).more is False
        found = look(write(tmp_path / "b.jsonl", *many), editor)
        assert (len(found.records), found.more, found.overdue) == (20, True, False)

    def test_are_fewer_where_they_are_large(
        self, editor: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(preview, "MOST_BYTES", 10)
        found = look(write(tmp_path / "a.jsonl", record("Satu"), record("Dua")), editor)
        assert (len(found.records), found.more) == (1, True)

    def test_are_told_without_the_archive_while_an_import_stores_its_own(
        self, editor: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(preview, "_LONGEST_WAIT", "50ms")
        params: dict[str, Any] = connection.get_connection_params()
        with psycopg.connect(**{name: params[name] for name in params if name in _ADDRESS}) as other:
            other.execute("SELECT pg_advisory_xact_lock(%s)", [import_batch._LOCK])
            found = look(write(tmp_path / "a.jsonl", record("Satu"), "{"), editor)
        assert outcomes(found) == [None, Outcome.REFUSED]
        assert not Article.objects.exists()


_ADDRESS = {"dbname", "user", "password", "host", "port"}


class TestFile:
    def test_is_one_that_nothing_reads(self, editor: User, tmp_path: Path) -> None:
        found = look(write(tmp_path / "foto.png", "PNG"), editor)
        assert (found.about, found.columns, outcomes(found)) == ("", None, [Outcome.REFUSED])
        assert "No importer reads files ending in .png" in found.records[0].reason

    def test_has_the_name_that_it_had_where_it_came_from(self, editor: User, tmp_path: Path) -> None:
        kept = write(tmp_path / "7", record("Satu"))
        (one,) = look(Container(path=kept.path, called="berita.jsonl"), editor).records
        assert one.record.place == "berita.jsonl:1"

    def test_is_left_when_reading_takes_too_long(
        self, editor: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(preview, "SECONDS", 0.2)
        path = tmp_path / "kosong.jsonl"
        path.write_text(record("Satu") + "\n" * 30_000_000, encoding="utf-8")
        found = look(Container(path=path), editor)
        assert (len(found.records), found.more, found.overdue) == (1, True, True)

    def test_is_looked_at_with_others_until_they_hold_enough(
        self, editor: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(preview, "MOST_TOGETHER", 3)
        files = [write(tmp_path / f"{name}.jsonl", record(name), record(f"{name} lagi")) for name in "abc"]
        found = look_at(files, by=editor, giver=editor, publish=False)
        assert [[_headline(one) for one in file.records] for file in found] == [["a", "a lagi"], ["b", "b lagi"]]


def _headline(one: Foreseen) -> str:
    return one.raw.headline if one.raw else ""


class TestColumns:
    def test_tell_what_is_taken_and_what_would_be(self, editor: User, tmp_path: Path) -> None:
        path = write(tmp_path / "a.csv", "judul,isi,kepala,nomor", f"Satu,{BODY},Dua,1").path
        found = look(Container(path=path, asked=parse_mapping("headline=kepala")), editor)
        assert found.columns
        assert found.columns.names == ("judul", "isi", "kepala", "nomor")
        assert found.columns.fields == {Field.HEADLINE: "kepala", Field.BODY: "isi"}
        assert found.columns.guessed == {Field.HEADLINE: "judul", Field.BODY: "isi"}
        assert found.columns.unused == ("judul", "nomor")
        assert _headline(found.records[0]) == "Dua"

    def test_are_named_where_the_headline_is_not_known(self, editor: User, tmp_path: Path) -> None:
        found = look(write(tmp_path / "a.csv", "kepala,isi", f"Satu,{BODY}"), editor)
        assert found.columns
        assert found.columns.names == ("kepala", "isi")
        assert found.columns.missing
        assert outcomes(found) == [Outcome.REFUSED]

    def test_are_none_in_a_text(self, editor: User) -> None:
        assert look(Container(path=ARTICLE), editor).columns is None
