"""What is asked: words of known frequency in all the ways in which readers ask.

`python -m bench.searching.cases` prints the mix for the archive that DATABASE_URL names, as JSON. Words are drawn by
the number of articles that they find, which is counted, and are such as find no more by their families: other engines,
which know of no families, find the same articles by them.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, Final

import django

django.setup()

from django.db import connection  # noqa: E402 - Django first
from django.db.models import Count  # noqa: E402

from articles.models import Article, ArticleTopic, Entity, Mention, Topic  # noqa: E402
from articles.text.stems import asked as family  # noqa: E402
from bench.searching.words import SMALL  # noqa: E402

EACH: Final = 5  # words of each band
PAIRS: Final = 2  # of words that are asked for together, of each two bands
SAMPLE: Final = 4_000  # articles whose words are counted to find candidates
# By name: the fewest and the most articles that a word of it finds, as a share of all.
BANDS: Final = {
    "very frequent": (0.22, 0.50),
    "frequent": (0.06, 0.15),
    "medium": (0.008, 0.0125),
    "low": (0.0008, 0.00125),
}
RARE: Final = range(60, 121)  # articles that a rare word finds, whatever the archive's size
TRIED: Final = 400  # candidates counted for a band


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One question, put to the archive as an address and to other engines by its parts."""

    kind: str
    address: dict[str, str]
    all: list[str] = field(default_factory=list)
    any: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    phrase: str = ""
    prefix: str = ""
    person: str = ""
    topic: str = ""
    publisher: str = ""
    days: tuple[str, str] = ("", "")
    sort: str = "relevance"
    offset: int = 0


class Mix:
    """The archive's own words and names, by frequency."""

    def __init__(self) -> None:
        self.articles = Article.objects.public().count()
        self.chance = random.Random(6)  # noqa: S311 - the same questions each time
        self.words = self._words()
        self.names = _named(Entity.Kind.PERSON, (0, 3, 20, 100, 400))

    def cases(self) -> Iterator[Case]:
        """Yield each question."""
        yield Case(kind="landing page", address={}, sort="newest")
        for band in (*BANDS, "rare"):
            for word in self.words[band]:
                yield Case(kind=f"{band} word", address={"q": word}, all=[word])
        yield from self._joined()
        yield from self._narrowed()
        yield from self._ordered()

    def _joined(self) -> Iterator[Case]:
        for one, other in (("very frequent", "frequent"), ("frequent", "medium"), ("low", "medium")):
            for word, second in zip(self.words[one][:PAIRS], reversed(self.words[other]), strict=False):
                both = [word, second]
                yield Case(kind="two words", address={"q": " ".join(both)}, all=both)
                yield Case(kind="one of two words", address={"q": " OR ".join(both)}, any=both)
        for word, second in zip(self.words["frequent"], self.words["medium"], strict=False):
            yield Case(kind="without a word", address={"q": f"{word} -{second}"}, all=[word], without=[second])
        for name, _ in self.names:
            yield Case(kind="full name as phrase", address={"q": f'"{name}"'}, phrase=name)
        for word in self.words["medium"]:
            yield Case(kind="beginning of a word", address={"q": f"{word[:5]}*"}, prefix=word[:5])

    def _narrowed(self) -> Iterator[Case]:
        words = self.words["frequent"]
        for word, (name, slug) in zip(words, self.names, strict=False):
            yield Case(kind="person", address={"actor": slug}, person=name, sort="newest")
            yield Case(kind="word and person", address={"q": word, "actor": slug}, all=[word], person=name)
        topics = Topic.objects.filter(narrower=None, pk__in=_top(ArticleTopic, "topic", (0, 5, 20, 60, 150)))
        for word, topic in zip(words, topics, strict=False):
            number = topic.code.rpartition("-")[2]
            yield Case(kind="word and topic", address={"q": word, "topic": topic.slug}, all=[word], topic=number)
        for word, (name, slug) in zip(words, _named(Entity.Kind.PUBLISHER, (0, 2, 5, 10, 20)), strict=False):
            yield Case(kind="word and publisher", address={"q": word, "publisher": slug}, all=[word], publisher=name)
        for word, year in zip(words, (1998, 2005, 2012, 2019, 2024), strict=False):
            days = (f"{year}-03-01", f"{year + 1}-02-28")
            address = {"q": word, "from": days[0], "to": days[1]}
            yield Case(kind="word and days", address=address, all=[word], days=days)

    def _ordered(self) -> Iterator[Case]:
        for band in ("rare", "medium", "frequent", "very frequent"):
            for word in self.words[band][:3]:
                for sort in ("newest", "oldest"):
                    address = {"q": word, "sort": sort}
                    yield Case(kind=f"{band} word, {sort} first", address=address, all=[word], sort=sort)
        for word in self.words["very frequent"][:3]:
            for page in (10, 100):
                address = {"q": word, "sort": "newest", "page": str(page)}
                offset = 20 * (page - 1)
                if offset < 0.2 * self.articles:
                    yield Case(kind=f"page {page}", address=address, all=[word], sort="newest", offset=offset)

    def _words(self) -> dict[str, list[str]]:
        """Return words of each band; a small archive may have none of some."""
        share = min(1.0, SAMPLE / max(1, self.articles))
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT word, ndoc FROM ts_stat(format('SELECT vector FROM articles_articleentry"
                " TABLESAMPLE BERNOULLI (%%s) REPEATABLE (1)', %s::float)) WHERE word ~ '^[a-z]{4,}$'",
                [100 * share],
            )
            sampled = [(word, number) for word, number in cursor.fetchall() if word not in SMALL]
        self.chance.shuffle(sampled)
        scale = share * self.articles
        found: dict[str, list[str]] = defaultdict(list)
        for band, (least, most) in BANDS.items():
            near = [word for word, number in sampled if least / 2 * scale <= number <= most * 2 * scale]
            found[band] = self._within(near, least * self.articles, most * self.articles)
        few = [word for word, number in sampled if number <= max(2, RARE.stop * share * 3)]
        found["rare"] = self._within(few, RARE.start, RARE.stop)
        return found

    def _within(self, words: list[str], least: float, most: float) -> list[str]:
        found: list[str] = []
        for word in words[:TRIED]:
            alone = _count([word])
            if least <= alone <= most and _count([word, *family(word)]) < 1.02 * alone:
                found.append(word)
            if len(found) == EACH:
                break
        return found


def _count(lexemes: list[str]) -> int:
    """Return how many articles hold one of the lexemes."""
    with connection.cursor() as cursor:
        asked = " | ".join(f"'{lexeme}'" for lexeme in lexemes)
        cursor.execute("SELECT count(*) FROM articles_articleentry WHERE public AND vector @@ %s::tsquery", [asked])
        return int(cursor.fetchone()[0])


def _top(table: Any, column: str, ranks: tuple[int, ...]) -> list[int]:
    """Return the keys that stand in `column` most often, by their rank, as far as there are so many."""
    counted = table.objects.values_list(column).annotate(number=Count("pk")).order_by("-number", column)
    keys = [key for key, _ in counted[: ranks[-1] + 1]]
    return [keys[rank] for rank in ranks if rank < len(keys)]


def _named(kind: str, ranks: tuple[int, ...]) -> list[tuple[str, str]]:
    """Return name and slug of those of a kind that are named, or publish, most often."""
    if kind == Entity.Kind.PERSON:
        people = Mention.objects.filter(entity__kind=kind)
        counted = people.values_list("entity").annotate(number=Count("pk")).order_by("-number", "entity")
    else:
        counted = Article.objects.values_list("publisher").annotate(number=Count("pk")).order_by("-number", "publisher")
    keys = [key for key, _ in counted[: ranks[-1] + 1]]
    held = Entity.objects.in_bulk(keys)
    return [(held[keys[rank]].name, held[keys[rank]].slug) for rank in ranks if rank < len(keys)]


if __name__ == "__main__":
    print(json.dumps([asdict(case) for case in Mix().cases()]))
