"""The page of an import: what was read, what became of each record, and how the run stands."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.actions import roles
from articles.actions.reading_turns import reader
from articles.actions.store import How, bring_in
from articles.curation.runs import duration
from articles.importers.fields import parse_mapping
from articles.importers.files import Container
from articles.models import Article, Batch, ImportRun, Input, Refusal
from tests.actions.test_store import raw_like
from tests.admin.test_entities import said, signed_in

LIST = "admin:articles_importrun_changelist"
ARTICLES = "admin:articles_article_changelist"


def page(client: Client, run: ImportRun) -> Any:
    return client.get(reverse("admin:articles_importrun_change", args=[run.pk]))


def text(response: Any) -> str:
    """Return the words of a page, without its marks and line breaks."""
    return " ".join(response.content.decode().split())


def line(number: int, desa: str = "tiga") -> str:
    words = f"Perahu {number} dari {desa} desa kembali berlayar, kata kepala desa kepada warga."
    return json.dumps({"kepala": f"Perahu {number}", "isi": words, "url": f"https://koran.example/{number}"})


@pytest.fixture
def importer(db: None) -> Client:
    return signed_in(roles.IMPORTER)


@pytest.fixture
def editor(db: None) -> Client:
    return signed_in(roles.EDITOR)


def bring(path: Path, **how: Any) -> ImportRun:
    asked = parse_mapping("headline=kepala")
    list(bring_in(Container(path=path, asked=asked), how=How(publish=True, command="import_articles x/", **how)))
    return ImportRun.objects.latest("pk")


@pytest.fixture
def brought(tmp_path: Path) -> ImportRun:
    """A folder of two new articles, another text, one that is known and one that is refused."""
    (tmp_path / "before.jsonl").write_text(line(1, "lima") + "\n" + line(4), encoding="utf-8")
    bring(tmp_path / "before.jsonl")
    folder = tmp_path / "texts"
    folder.mkdir()
    lines = [line(1), line(2), line(3), line(4), '{"kepala": '.rstrip()]
    (folder / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return bring(folder)


class TestRunPage:
    def test_tells_what_was_read_and_what_became_of_it(self, importer: Client, brought: ImportRun) -> None:
        said_there = text(page(importer, brought))
        file = brought.inputs.get()
        assert (brought.seen, brought.new, brought.versions, brought.known, brought.refused) == (5, 2, 1, 1, 1)
        for words in (
            "<dd> finished </dd>",
            "<code>import_articles x/</code>",
            "a command",
            "folder; new ones shown to readers at once; fields as in --map headline=kepala",
            f"<code>{brought.container_sha256}</code>",
            "5 = 2 new + 1 with another text + 1 known + 1 refused",
            f'href="{reverse(ARTICLES)}?run={brought.pk}-new">2</a>',
            f'href="{reverse(ARTICLES)}?run={brought.pk}-versions">1</a>',
            f'href="{reverse("admin:articles_refusal_changelist")}?run__id__exact={brought.pk}">1</a>',
            "(1 not taken in since)",
            "texts/a.jsonl:5",
            f"<code>./run manage import_articles --publish --map headline=kepala --retry {brought.pk} PATH</code>",
            f"Import {brought.pk} </p>",
            f"<td>{file.name}</td>",
            f"<code>{file.sha256}</code>",
            f"<code>{brought.batches.get().sha256}</code>",
        ):
            assert words in said_there, words

    def test_tells_that_nothing_reads_its_texts_until_somebody_does_or_has(
        self, importer: Client, brought: ImportRun
    ) -> None:
        nobody = "No worker reads texts at this moment."
        assert nobody in text(page(importer, brought))
        with reader() as present:
            present.tell()
            assert nobody not in text(page(importer, brought))
        call_command("suggest", stdout=StringIO())
        assert nobody not in text(page(importer, brought))

    def test_leads_to_the_articles_that_came_in_by_it(self, editor: Client, brought: ImportRun) -> None:
        for value, urls in {
            f"{brought.pk}": {"1", "2", "3"},
            f"{brought.pk}-new": {"2", "3"},
            f"{brought.pk}-versions": {"1"},
        }.items():
            rows = editor.get(reverse(ARTICLES), {"run": value}).context["cl"].result_list
            assert {article.url[-1] for article in rows} == urls

    @pytest.mark.parametrize("value", ["0", "x", "12-", "-new", "1-old", "9" * 30, "\u0661", ""])
    def test_an_import_that_there_is_not_is_left_out_and_named(
        self, editor: Client, brought: ImportRun, value: str
    ) -> None:
        response = editor.get(reverse(ARTICLES), {"run": value}, follow=True)
        assert response.context["cl"].result_count == Article.objects.count()
        assert ("There is no import" in said(response)) == bool(value)

    def test_tells_where_a_refused_record_was_taken_in(self, importer: Client, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(b"")
        first = bring(tmp_path)
        (tmp_path / "a.txt").write_bytes(raw_like(1).content)
        second = bring(tmp_path, retry=first.pk)
        said_there = text(page(importer, first))
        assert f"taken in by import {second.pk}" in said_there
        assert "(0 not taken in since)" in said_there
        assert "--retry" not in said_there
        assert f"only what import {first.pk} refused" in text(page(importer, second))

    def test_tells_of_an_unfinished_one_of_the_same_name(self, importer: Client, tmp_path: Path) -> None:
        for number in range(2):
            (tmp_path / f"{number}.txt").write_bytes(raw_like(number).content)
        reports = bring_in(Container(path=tmp_path), publish=True)
        next(reports)
        reports.close()
        first = ImportRun.objects.get()
        (tmp_path / "1.txt").write_bytes(raw_like(11).content)
        list(bring_in(Container(path=tmp_path), publish=True))
        second = ImportRun.objects.latest("pk")
        address = reverse("admin:articles_importrun_change", args=[first.pk])
        assert f'<a href="{address}">' in text(page(importer, second))
        told = f"What has this name now holds other bytes, which were brought in by import {second.pk}."
        assert f"stopped: {told}" in text(page(importer, first))

    def test_typed_articles_have_a_page_too(self, importer: Client) -> None:
        run = ImportRun.objects.create(
            importer="typed", container="typed by mira", container_sha256="0" * 64, seen=1, new=1,
            finished_at=timezone.now(),
        )  # fmt: skip
        said_there = text(page(importer, run))
        assert "<dd> typed </dd>" in said_there
        assert "journal" not in said_there


class CostTests(TestCase):
    def test_page_costs_the_same_for_many_refusals_inputs_and_batches(self) -> None:
        client = signed_in(roles.IMPORTER)
        run = ImportRun.objects.create(
            importer="folder", container="a", container_sha256="0" * 64, worked_at=timezone.now()
        )
        self._add(run, 0, 2)
        page(client, run)
        with CaptureQueriesContext(connection) as few:
            page(client, run)
        self._add(run, 2, 400)
        with self.assertNumQueries(len(few)):
            response = page(client, run)
        self.assertContains(response, "<tr>", count=3 * (1 + 50))
        for words in ("All 400 in a list", "400 files"):
            self.assertContains(response, words)
        self.assertLess(len(few), 25)

    def _add(self, run: ImportRun, first: int, last: int) -> None:
        numbers = range(first, last)
        ImportRun.objects.filter(pk=run.pk).update(seen=last, refused=last)
        batches = Batch.objects.bulk_create(
            Batch(run=run, number=number + 1, sha256="0" * 64, outcomes="r") for number in numbers
        )
        Refusal.objects.bulk_create(
            Refusal(run=run, place=str(number), reason="No text.", batch=batch, taken_in=batch if number % 2 else None)
            for number, batch in zip(numbers, batches, strict=True)
        )
        Input.objects.bulk_create(Input(run=run, name=f"{number:05}", size=1, sha256="0" * 64) for number in numbers)

    def test_list_costs_the_same_for_more_runs_that_nobody_finished(self) -> None:
        client = signed_in(roles.IMPORTER)
        fields = {"importer": "test", "container": "a", "container_sha256": "0" * 64}
        ImportRun.objects.create(**fields)
        client.get(reverse(LIST))
        with CaptureQueriesContext(connection) as few:
            client.get(reverse(LIST))
        ImportRun.objects.bulk_create(ImportRun(**fields) for _number in range(30))
        with self.assertNumQueries(len(few)):
            client.get(reverse(LIST))

    def test_list_is_parted_by_state(self) -> None:
        client = signed_in(roles.IMPORTER)
        fields = {"importer": "test", "container": "a", "container_sha256": "0" * 64}
        rows = {
            "begun": ImportRun.objects.create(**fields),
            "stopped": ImportRun.objects.create(**fields, stopped="It was interrupted."),
            "finished": ImportRun.objects.create(**fields, finished_at=timezone.now()),
        }
        for state, run in rows.items():
            response = client.get(reverse(LIST), {"state": state})
            self.assertEqual(list(response.context["cl"].result_list), [run])
        self.assertContains(client.get(reverse(LIST)), "stopped: It was interrupted.")


@pytest.mark.django_db(transaction=True)
def test_run_whose_process_was_killed_is_told_from_one_at_work() -> None:
    client = signed_in(roles.IMPORTER)
    run = ImportRun.objects.create(importer="test", container="a", container_sha256="0" * 64)
    assert "broken off, nobody works on it; stored last: never" in text(page(client, run))
    process = connections.create_connection("default")
    try:
        with process.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [0x72756E, run.pk])
        assert "running since" in text(page(client, run))
        assert "running since" in text(client.get(reverse(LIST)))
    finally:
        process.close()
    assert "broken off, nobody works on it" in text(client.get(reverse(LIST)))


@pytest.mark.parametrize("typed", ["headline=kepala,body=a.b", "dates=month-first", "headline=x,dates=day-first"])
def test_mapping_is_told_as_it_was_typed(typed: str) -> None:
    assert str(parse_mapping(typed)) == typed


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.04, "0.0 s"), (9.96, "10.0 s"), (59.4, "59 s"), (61, "1 min 1 s"), (7_500, "2 h 5 min")]
)
def test_time_is_told_as_one_says_it(seconds: float, words: str) -> None:
    assert duration(seconds) == words
