"""Gives a corpus's articles what rules could not find in the time: who is named, who speaks, what is counted.

`python -m bench.searching.facts names SIZE` adds whom and what the corpus knows; `articles FILE PART PARTS` gives the
articles of FILE their facts, each part in a process of its own. An article that has some is passed over.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final

import django

django.setup()

from django.db import connection, models, transaction  # noqa: E402 - Django first

from articles.actions import index  # noqa: E402
from articles.actions.index_keys import follow_once  # noqa: E402
from articles.models import (  # noqa: E402
    Anchor,
    Article,
    ArticleTopic,
    Block,
    Entity,
    EntityName,
    Mention,
    Printing,
    Quote,
    Statistic,
    Status,
    Topic,
)
from articles.text.names import name_key, slugify_name  # noqa: E402
from bench.searching import corpus, words  # noqa: E402

BATCH: Final = 1_000  # articles in one transaction
DECIDED: Final = datetime(2026, 1, 1, tzinfo=UTC)
BROADER: Final = 15  # topics, of which each of the others is a part


@dataclass(slots=True)
class Rows:
    """What is written at once; keys are given beforehand."""

    mentions: list[Mention] = field(default_factory=list)
    topics: list[ArticleTopic] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    statistics: list[Statistic] = field(default_factory=list)
    printings: list[Printing] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)


def add_names(made: corpus.Corpus) -> None:
    """Add people, places and topics, unless they are there."""
    if Topic.objects.filter(code__startswith="local:bench-").exists():
        return
    with transaction.atomic():
        _add_entities(Entity.Kind.PERSON, made.people)
        _add_entities(Entity.Kind.PLACE, words.PLACES)
        topics = Topic.objects.bulk_create(
            Topic(code=f"local:bench-{number}", slug=f"bench-{number}", labels={"id": label})
            for number, label in enumerate(made.topics)
        )
        for number, topic in enumerate(topics[BROADER:]):
            topic.broader = topics[number % BROADER]
        Topic.objects.bulk_update(topics[BROADER:], ["broader"])


def _add_entities(kind: str, names: Sequence[str]) -> None:
    added = Entity.objects.bulk_create(
        Entity(kind=kind, name=name, slug=f"{slugify_name(name)}-{number}", sort_key=name_key(name))
        for number, name in enumerate(names)
    )
    EntityName.objects.bulk_create(
        EntityName(entity=entity, name=entity.name, kind=EntityName.Kind.PREFERRED, key=entity.sort_key)
        for entity in added
    )


def add_facts(told: Iterable[dict[str, Any]]) -> None:
    """Give articles their facts, and quotes and figures their words in search."""
    owners = dict(Entity.objects.filter(kind__in=("person", "place")).values_list("name", "pk"))
    topics = list(Topic.objects.filter(code__startswith="local:bench-").order_by("pk").values_list("pk", flat=True))
    for some in _batches(told):
        with transaction.atomic(), follow_once():
            rows = _rows({one["url"]: one for one in some}, owners, topics)
            for table in (rows.mentions, rows.topics, rows.quotes, rows.statistics, rows.printings, rows.anchors):
                _write(table)
            index.refresh_quotes(quote.pk for quote in rows.quotes)
            index.refresh_statistics(statistic.pk for statistic in rows.statistics)


def _batches(told: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    lines = iter(told)
    while some := list(islice(lines, BATCH)):
        yield some


def _rows(told: dict[str, dict[str, Any]], owners: dict[str, int], topics: list[int]) -> Rows:
    articles = Article.objects.filter(url__in=told, articletopics=None).in_bulk()
    blocks: dict[int, list[tuple[int, str]]] = defaultdict(list)
    printed = Block.objects.filter(version__in=[article.current_id for article in articles.values()])
    searched = printed.filter(type__in=Block.SEARCHED).order_by("version", "position")
    for version, key, text in searched.values_list("version", "pk", "text"):
        blocks[version].append((key, text))
    rows = Rows()
    for article in articles.values():
        one = _Facts(article=article, blocks=blocks[article.current_id or 0], told=told[article.url])
        one.add(rows, owners, topics)
    return rows


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """Those of one article."""

    article: Article
    blocks: list[tuple[int, str]]  # key and words of what search reads
    told: dict[str, Any]

    def add(self, rows: Rows, owners: dict[str, int], topics: list[int]) -> None:
        chance = random.Random(self.article.url)  # noqa: S311 - the same each time
        for name in (*self.told["people"], *self.told["places"]):
            mention = Mention(**self._fact(chance), entity_id=owners[name], form=Mention.Form.FULL)
            self._anchored(rows, rows.mentions, mention, ((name, Anchor.Role.NAME),))
        rows.topics += [ArticleTopic(**self._fact(chance), topic_id=topics[number]) for number in self.told["topics"]]
        for number, (speaker, said) in enumerate(self.told["quotes"], 1):
            quote = Quote(**self._fact(chance), number=number, type=Quote.Type.DIRECT, speaker_id=owners[speaker])
            quote.language = "id"
            self._on_the_day(quote, "said")
            self._anchored(rows, rows.quotes, quote, ((said, Anchor.Role.CONTENT),))
        for phrase, value in self.told["figures"]:
            self._add_figure(rows, phrase, value, chance)

    def _add_figure(self, rows: Rows, phrase: str, value: int, chance: random.Random) -> None:
        stamp = self._fact(chance)
        number, _, counted = phrase.partition(" ")
        statistic = Statistic(status=stamp["status"], decided_at=stamp["decided_at"], method=stamp["method"])
        statistic.measure, statistic.value, statistic.unit = counted, value, counted
        self._on_the_day(statistic, "as_of")
        printing = Printing(**stamp, statistic=statistic)
        before = len(rows.printings)
        words = ((number, Anchor.Role.NUMBER), (phrase, Anchor.Role.PHRASE))
        self._anchored(rows, rows.printings, printing, words)
        if len(rows.printings) > before:
            rows.statistics.append(statistic)

    def _fact(self, chance: random.Random) -> dict[str, Any]:
        """Return what all kinds of facts have."""
        confirmed = (False, True, chance.random() < 0.5)[self.told["review"]]
        return {
            "article": self.article,
            "status": Status.CONFIRMED if confirmed else Status.SUGGESTED,
            "decided_at": DECIDED if confirmed else None,
            "method": "rule",
        }

    def _on_the_day(self, fact: Quote | Statistic, name: str) -> None:
        """Let it be said, or counted, on the day of the article."""
        for part in ("", "_earliest", "_latest"):
            setattr(fact, f"{name}{part}", getattr(self.article, f"published{part}"))

    def _anchored(self, rows: Rows, kind: list[Any], fact: Any, words: Sequence[tuple[str, Anchor.Role]]) -> None:
        """Add a fact with the words that it rests on; none without them, as the importer may have read it otherwise."""
        longest = words[-1][0]
        for key, text in self.blocks:
            start = text.find(longest)
            if start >= 0:
                kind.append(fact)
                for exact, role in words:
                    anchor = Anchor(block_id=key, start=start, end=start + len(exact), exact=exact, role=role)
                    setattr(anchor, type(fact).__name__.lower(), fact)
                    rows.anchors.append(anchor)
                return


def _write(rows: Sequence[models.Model]) -> None:
    """Copy new rows of one table into the database, with keys of its own sequence."""
    if not rows:
        return
    table = rows[0]._meta
    fields = table.concrete_fields
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table.db_table, len(rows)]
        )
        for row, (key,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = key
        columns = ", ".join(f'"{field.column}"' for field in fields)
        with cursor.copy(f'COPY "{table.db_table}" ({columns}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row([_value(row, field) for field in fields])


def _value(row: models.Model, field: Any) -> Any:
    if field.is_relation:  # whose key may have been given after the fact was made
        other = field.get_cached_value(row, default=None)
        return getattr(row, field.attname) if other is None else other.pk
    return field.get_db_prep_save(getattr(row, field.attname), connection)


def main(asked: list[str]) -> None:
    """Do what the command line says."""
    match asked:
        case ["names", size]:
            add_names(corpus.Corpus(int(size)))
        case ["articles", file, part, parts]:
            add_facts(islice(corpus.read(Path(file)), int(part), None, int(parts)))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
