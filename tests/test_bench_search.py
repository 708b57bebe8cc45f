"""The bench of search makes articles that the archive takes, asks what finds them, and tells what came out."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from articles.models import Article, ArticleEntry, Mention, Printing, Quote
from articles.search.matching import Matches
from bench.searching import archive, cases, corpus, facts, inside, outcome, plot, relevance, served, table, timing
from bench.searching.peers import datasette_site

pytestmark = pytest.mark.django_db
SIZE = 40


@pytest.fixture(scope="module", name="made")
def make_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    corpus.write(corpus.Corpus(SIZE), folder / "corpus.jsonl", folder / "facts.jsonl")
    return folder


@pytest.fixture(scope="module", name="filled")
def fill_archive(django_db_setup: None, django_db_blocker: DjangoDbBlocker, made: Path) -> Iterator[Path]:
    """Fill the archive once for all tests of this module, and leave nothing of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("import_articles", str(made / "corpus.jsonl"), "--publish", "--one-process", verbosity=0)
        facts.add_names(corpus.Corpus(SIZE))
        facts.add_facts(corpus.read(made / "facts.jsonl"))
        yield made
        transaction.set_rollback(True)


def test_the_same_seed_gives_the_same_articles_and_another_one_others(made: Path) -> None:
    def first(seed: int) -> list[dict[str, str]]:
        return [one.record() for one in islice(corpus.Corpus(SIZE, seed), 3)]

    written = (made / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
    assert first(corpus.SEED) == list(map(json.loads, written[:3]))
    assert first(1)[0] != first(corpus.SEED)[0]


def test_what_a_fact_says_is_printed_in_its_article(made: Path) -> None:
    records = map(json.loads, (made / "corpus.jsonl").read_text(encoding="utf-8").splitlines())
    told = list(corpus.read(made / "facts.jsonl"))
    assert Counter(bool(one["quotes"]) for one in told)[True]
    assert Counter(bool(one["figures"]) for one in told)[True]
    for record, one in zip(records, told, strict=True):
        printed = [*one["people"], *one["places"], *(words for _, words in one["quotes"])]
        printed += [phrase for phrase, _ in one["figures"]]
        assert [words for words in printed if words not in record["content"]] == []


def test_the_import_takes_every_article_and_the_archive_is_right_with_all_its_facts(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = list(corpus.read(filled / "facts.jsonl"))
    assert Article.objects.public().count() == SIZE
    assert Mention.objects.public().count() == sum(len(one["people"]) + len(one["places"]) for one in told)
    assert Quote.objects.public().count() == sum(len(one["quotes"]) for one in told)
    assert Printing.objects.public().count() == sum(len(one["figures"]) for one in told)
    assert {status for (status,) in Mention.objects.values_list("status")} == {"confirmed", "suggested"}
    call_command("verify")
    assert capsys.readouterr().out.startswith("All is right")


def test_an_article_is_given_its_facts_once(filled: Path) -> None:
    before = Mention.objects.count()
    facts.add_facts(corpus.read(filled / "facts.jsonl"))
    assert Mention.objects.count() == before


def test_every_question_of_the_mix_is_answered(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mix = [case for case in cases.Mix().cases() if case.kind != "page 100"]
    assert {"landing page", "very frequent word", "two words", "word and person", "word and days"} <= {
        case.kind for case in mix
    }
    one_of_each = list({case.kind: case for case in mix}.values())
    file = filled / "cases.json"
    file.write_text(json.dumps([{"address": case.address} for case in one_of_each]), encoding="utf-8")
    inside.main(file)
    told = json.loads(capsys.readouterr().out)
    assert [len(one["seconds"]) >= timing.FEWEST for one in told] == [True] * len(one_of_each)
    found = dict(zip([case.kind for case in one_of_each], [one["total"] for one in told], strict=True))
    assert found["landing page"] == str(SIZE)
    assert int(found["two words"]) <= int(found["very frequent word"]) < SIZE


def test_sqlite_finds_by_the_words_of_the_mix_what_the_archive_finds(filled: Path) -> None:
    datasette_site.build(filled / "articles.db", filled / "corpus.jsonl", filled / "facts.jsonl")
    words = cases.Mix().words["very frequent"]
    assert words
    with sqlite3.connect(filled / "articles.db") as database:
        for word in words:
            path, params = datasette_site.ordered({**_asked(word), "sort": "newest"})
            assert path == "/articles.json"
            statement = params.pop("sql").replace("LIMIT 20", "LIMIT 1000")
            there = database.execute(statement, params).fetchall()
            here = ArticleEntry.objects.filter(Matches("vector", f"'{word}'"), public=True).count()
            assert len(there) == here, word


def _asked(word: str) -> dict[str, Any]:
    nothing: dict[str, Any] = {"any": [], "without": [], "phrase": "", "prefix": "", "person": "", "topic": ""}
    return {**nothing, "all": [word], "publisher": "", "days": ["", ""], "offset": 0}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, '"satu"'),
        ({"without": ["dua"]}, '"satu" NOT "dua"'),
        ({"all": [], "any": ["dua", "tiga"]}, '("dua" OR "tiga")'),
        ({"all": [], "phrase": "Budi Satu"}, '"Budi Satu"'),
        ({"all": [], "prefix": "menya"}, "menya *"),
    ],
)
def test_questions_are_put_in_the_words_of_fts5(asked: dict[str, Any], words: str) -> None:
    assert datasette_site.match({**_asked("satu"), **asked}) == words


def test_known_articles_are_found_by_their_headlines_first(filled: Path) -> None:
    judged = relevance.known_items()
    assert judged["headline"] == {"questions": SIZE, "mrr": 1.0, "missed": 0}
    assert judged["sentence"]["mrr"] > 0.9
    assert judged["affixes"]["questions"]


def test_the_first_twenty_are_compared_with_the_best_of_all(filled: Path) -> None:
    many = " OR ".join(cases.Mix().words["very frequent"])
    assert relevance.two_phases([{"address": {"q": many}}]) == {"questions": 1, "recall": 1.0, "worst": 1.0}


def test_a_question_is_asked_until_it_is_warm_and_then_measured() -> None:
    answers = iter([9.0, *[0.001] * 100])
    assert timing.timed(lambda: next(answers)) == [0.001] * timing.MOST
    assert timing.middle([0.001, 0.002, 0.009]) == 2.0
    assert timing.p95([0.001] * 99 + [1.0]) == 1.0
    assert timing.middle([]) == timing.p95([]) == 0.0


@pytest.fixture(name="told")
def make_outcome() -> Callable[..., outcome.Outcome]:
    def make(ours: float, theirs: float) -> outcome.Outcome:
        others = {"Datasette": ([theirs], [theirs])}
        word = outcome.Kind(
            name="rare <word>", found=["90"], inside=[ours], listed=[ours], facets=[ours], others=others
        )
        landing = outcome.Kind(name="landing page", found=["10,000+"], inside=[ours], listed=[ours], failed=1)
        return outcome.Outcome(
            size=1000,
            kinds=[landing, word],
            versions={"Datasette": "0.65"},
            loaded={"Datasette": 3.0},
            steps={"import": 2.0},
            relevance={
                "known items": {"affixes": {"questions": 5, "mrr": 0.8}},
                "two phases": {"recall": 1.0, "worst": 1.0},
            },
            real={},
            costs={"bare": [0.001], "entry": [0.002], "publish": [0.01], "bulk": 900.0},
            machine="2 cores",
            load=0.1,
        )

    return make


def test_targets_are_met_or_not_by_what_was_measured(told: Callable[..., outcome.Outcome]) -> None:
    def met(outcome: outcome.Outcome) -> dict[str, bool]:
        return {target.asked.partition(":")[0]: target.met for target in outcome.targets()}

    slow, fast = met(told(0.5, 0.6)), met(told(0.004, 0.6))
    assert not slow["whole page"]
    assert fast["whole page"]
    assert not slow["landing page, by HTTP"]
    assert fast["landing page, by HTTP"]
    assert not fast["no page fails"]
    assert fast["publish with its entry"]
    assert fast["entries built"]
    assert not fast["5 headlines in other forms"]


def test_tables_and_the_drawing_tell_the_same(told: Callable[..., outcome.Outcome]) -> None:
    one = told(0.004, 0.6)
    row = next(line for line in table.markdown(one).splitlines() if "rare" in line)
    assert row == "| rare <word> | 90 | 4.00 | 4.00 | 4.00 | 4.00 | 4.00 | 8.00 | 1,200 | 150 |"
    assert "1,200" in next(line for line in table.terminal(one).splitlines() if "rare" in line)
    drawn = ET.fromstring(plot.svg(one))  # noqa: S314 - our own
    texts = [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert {"rare <word>", "8.00", "1,200", "newsarchive", "Datasette"} <= set(texts)


def test_a_folder_that_holds_another_archive_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "made.json").write_text('{"size": 5, "seed": 1}', encoding="utf-8")
    with pytest.raises(archive.Failed, match="holds another archive, of 5 articles"):
        archive.Archive(folder=tmp_path, size=10).start()
    assert not (tmp_path / "data").exists()


def test_pages_are_timed_from_the_server_that_run_starts() -> None:
    assert served.program().SERVER[-1] == "newsarchive.wsgi:application"
