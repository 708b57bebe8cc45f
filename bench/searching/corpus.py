"""The corpus: news articles that nobody wrote, with who is named, who speaks and what is counted in each.

The same size and seed give the same articles. They come one by one, in the order in which they are imported; what rules
would have to find in them is told beside them, by the very words that are printed.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from bench.searching import words

SEED: Final = 20_261_122
WORDS: Final = 300_000  # of the vocabulary
FEW: Final = 1_000  # articles, for which a fifth of these words will do
TOPICS: Final = 300
PUBLISHERS: Final = 40
FIRST_DAY: Final = date(1995, 1, 1)
DAYS: Final = (date(2026, 10, 31) - FIRST_DAY).days
SECTIONS: Final = ("Nasional", "Ekonomi", "Olahraga")
LENGTHS: Final = range(150, 451)  # words of a body
# The shares of an article's words: of its topics, of what it is about, names of people, names of places.
OF_TOPIC, OF_SUBJECT, OF_PEOPLE, OF_PLACES = 0.14, 0.035, 0.025, 0.004


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What an editor or a rule would find: names and words as printed, topics by their number from 0."""

    people: list[str]
    places: list[str]
    topics: list[int]
    quotes: list[tuple[str, str]]  # who speaks, and the words between the quotation marks
    figures: list[tuple[str, int]]  # "1.234 warga", 1234
    review: int  # 0: nothing is confirmed, 1: everything, 2: some


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    number: int
    headline: str
    paragraphs: list[str]
    day: date
    publisher: str
    section: str
    facts: Facts

    @property
    def url(self) -> str:
        return f"https://example.org/berita/{self.number}"

    def record(self) -> dict[str, str]:
        """Return what the importer reads."""
        return {
            "title": self.headline,
            "content": "\n\n".join(self.paragraphs),
            "url": self.url,
            "source": self.publisher,
            "section": self.section,
            "date": self.day.isoformat(),
        }


@dataclass(slots=True, kw_only=True)
class Subject:
    """Whom and what one article is about while it is written."""

    topics: list[int]
    people: list[str]
    places: list[str]
    own: list[str]  # words that it prints again and again
    quotes: list[tuple[str, str]] = field(default_factory=list)
    figures: list[tuple[str, int]] = field(default_factory=list)


class Corpus:
    """All that the articles are drawn from."""

    def __init__(self, size: int, seed: int = SEED) -> None:
        self.size, self.seed = size, seed
        chance = random.Random(seed)  # noqa: S311 - the same corpus each time
        number, places = (WORDS, words.DRAWN) if size >= FEW else (WORDS // 5 + 300, words.DRAWN >> 4)
        self.words = words.vocabulary(chance, number)
        self.people = words.names(chance, min(20_000, max(60, size // 5)))
        surnames = list(dict.fromkeys(name.split()[-1] for name in self.people))
        self.publishers = [f"Harian {name}" for name in surnames[:PUBLISHERS]]
        self.topics = [f"Topik {word}" for word in self.words[200 : 200 + 7 * TOPICS : 7]]
        self._word = words.urn(self.words, words.zipf(number, 1.05, 2.7), places)
        self._subject = words.urn(self.words[150:60_150], words.zipf(60_000, 0.75, 60), 1 << 20)
        common = range(150, 40_000)
        self._of_topic = [
            words.urn([self.words[at] for at in chance.sample(common, 400)], words.zipf(400, 0.8), 1 << 12)
            for _ in range(TOPICS)
        ]
        self._topic = words.urn(range(TOPICS), words.zipf(TOPICS, 0.8), 1 << 14)
        self._person = words.urn(self.people, words.zipf(len(self.people), 0.95), 1 << 18)
        self._of_circle = [[chance.choice(self._person) for _ in range(60)] for _ in range(TOPICS)]
        self._place = words.urn(words.PLACES, words.zipf(len(words.PLACES), 0.9), 1 << 12)
        self._publisher = words.urn(self.publishers, words.zipf(len(self.publishers), 0.9), 1 << 12)
        growing = [2.718 ** (2.3 * day / DAYS) for day in range(DAYS)]  # ten times as many today as in 1995
        self._day = words.urn(range(DAYS), growing, 1 << 18)

    def __iter__(self) -> Iterator[Made]:
        """Yield the articles; each has a chance of its own, so that any of them can be made alone."""
        for number in range(self.size):
            yield self._article(number, random.Random(self.seed * 1_000_003 + number))  # noqa: S311

    def _article(self, number: int, chance: random.Random) -> Made:
        about = self._about(chance)
        paragraphs = list(self._paragraphs(about, chance))
        return Made(
            number=number,
            headline=self._headline(about, chance),
            paragraphs=paragraphs,
            day=FIRST_DAY + timedelta(days=chance.choice(self._day)),
            publisher=chance.choice(self._publisher),
            section=chance.choices(SECTIONS, (6, 3, 1))[0],
            facts=_facts(about, "\n".join(paragraphs), chance.choices((0, 1, 2), (6, 3, 1))[0]),
        )

    def _about(self, chance: random.Random) -> Subject:
        topics = list(dict.fromkeys(chance.choices(self._topic, k=chance.choices((1, 2, 3, 4), (35, 35, 20, 10))[0])))
        number = chance.choices(range(9), (12, 20, 20, 16, 12, 8, 6, 4, 2))[0]
        circles = (self._person, self._of_circle[topics[0]])
        people = list(dict.fromkeys(chance.choice(chance.choice(circles)) for _ in range(number)))
        own = [chance.choice(chance.choice((self._subject, self._of_topic[topics[0]]))) for _ in range(4)]
        places = list(dict.fromkeys(chance.choices(self._place, k=chance.choice((0, 1, 1, 2)))))
        return Subject(topics=topics, people=people, places=places, own=own)

    def _headline(self, about: Subject, chance: random.Random) -> str:
        drawn = about.own[:3] + chance.choices(self._word, k=4) + chance.choices(self._of_topic[about.topics[0]], k=2)
        chance.shuffle(drawn)
        drawn = [word.capitalize() for word in drawn[: chance.randint(6, 9)]]
        return " ".join([about.people[0], *drawn[:-2]] if about.people and chance.random() < 0.5 else drawn)

    def _paragraphs(self, about: Subject, chance: random.Random) -> Iterator[str]:
        left = chance.choice(LENGTHS)
        while left > 0:
            sentences = []
            for _ in range(chance.randint(2, 5)):
                length = chance.randint(9, 21)
                sentences.append(self._sentence(self._drawn(about, length, chance), about, chance))
                left -= length
            yield " ".join(sentences)

    def _drawn(self, about: Subject, length: int, chance: random.Random) -> list[str]:
        """Return the words of a sentence."""
        drawn = chance.choices(self._word, k=length)
        for at in range(length):
            share = chance.random()
            if share < OF_TOPIC:
                drawn[at] = chance.choice(self._of_topic[chance.choice(about.topics)])
            elif share < OF_TOPIC + OF_SUBJECT:
                drawn[at] = chance.choice(about.own)
            elif share < OF_TOPIC + OF_SUBJECT + OF_PEOPLE:
                if about.people:
                    name = chance.choice(about.people)
                    drawn[at] = name if chance.random() < 0.5 else name.split()[-1]
            elif share < OF_TOPIC + OF_SUBJECT + OF_PEOPLE + OF_PLACES and about.places:
                drawn[at] = f"di {chance.choice(about.places)}"
        return drawn

    def _sentence(self, drawn: list[str], about: Subject, chance: random.Random) -> str:
        """Return a sentence; one of twenty is a quote where there are people, one of forty counts something."""
        kind = chance.random()
        said = " ".join(drawn)
        if kind < 0.05 and about.people:
            speaker = chance.choice(about.people)
            said = f"{said[0].upper()}{said[1:]}"
            about.quotes.append((speaker, said))
            return f'"{said}," kata {speaker}.'
        if kind > 0.975:
            number = int(10 ** chance.uniform(0.7, 6))
            phrase = f"{number:,} {chance.choice(words.COUNTED)}".replace(",", ".")
            about.figures.append((phrase, number))
            return f"Sebanyak {phrase} {said}."
        return f"{said[0].upper()}{said[1:]}."


def _facts(about: Subject, body: str, review: int) -> Facts:
    """Return what the body prints of what the article is about."""
    return Facts(
        people=[name for name in about.people if name in body],
        places=[name for name in about.places if name in body],
        topics=about.topics,
        quotes=about.quotes,
        figures=list(dict(about.figures).items()),
        review=review,
    )


def write(corpus: Corpus, records: Path, facts: Path) -> None:
    """Write what the importer reads and, line by line beside it, what stands in each article."""
    with records.open("w", encoding="utf-8") as one, facts.open("w", encoding="utf-8") as other:
        for made in corpus:
            one.write(f"{json.dumps(made.record(), ensure_ascii=False)}\n")
            other.write(f"{json.dumps({'url': made.url, **asdict(made.facts)}, ensure_ascii=False)}\n")


def read(facts: Path) -> Iterator[dict[str, Any]]:
    """Yield what stands in each article, as `Facts` with its `url`."""
    with facts.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
