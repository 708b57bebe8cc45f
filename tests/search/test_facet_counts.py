"""Counts of facets and bars beside those that a loop over all articles gives, in worlds made by chance."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.http import QueryDict

from articles.models import Article, Entity, Status, Topic
from articles.search.results import listing
from tests.factories import make_article, make_entity, make_mention, make_quote, make_statistic, make_topic

PEOPLE = [f"Orang {letter}" for letter in "ABCDEF"]
LANDS = ["Negeri Satu", "Negeri Dua"]
PAPERS = ["Koran Uji", "Kabar Uji", "Warta Uji"]
BROADER = {"alam": "", "banjir": "alam", "rob": "banjir", "gempa": "alam", "politik": ""}
QUESTIONS = (
    "",
    "q=banjir",
    "actor=orang-a",
    "actor=orang-a&actor=orang-b",
    "actor=orang-a&actor=orang-b&actor_match=any",
    "not_actor=orang-c&place=negeri-satu",
    "topic=local-alam&publisher=koran-uji",
    "topic=local-banjir&not_topic=local-gempa",
    "not_publisher=kabar-uji&language=id",
    "reviewed=yes&has=quotes",
    "from=2022&to=2022&q=gempa OR banjir",
)


@dataclass(kw_only=True)
class Made:
    """One article as the slow computation knows it."""

    words: str
    people: set[str]
    lands: set[str]
    paper: str
    topics: set[str]
    language: str
    year: int
    quotes: bool
    figures: bool
    suggested: bool
    values: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        above = {one for topic in self.topics for one in with_broader(topic)}
        self.values = {
            "actor": {slug(name) for name in self.people},
            "place": {slug(name) for name in self.lands},
            "publisher": {slug(self.paper)},
            "topic": {f"local-{one}" for one in above},
            "language": {self.language},
            "reviewed": {"no" if self.suggested or not (self.people | self.lands | self.topics) else "yes"},
            "has": {name for name, there in (("quotes", self.quotes), ("figures", self.figures)) if there},
        }


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def with_broader(topic: str) -> list[str]:
    return [topic, *with_broader(BROADER[topic])] if topic else []


def make_world(seed: int) -> list[Made]:
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    topics: dict[str, Topic] = {}
    for name, above in BROADER.items():
        topics[name] = make_topic(f"local:{name}", label=name, broader=topics.get(above))
    world = []
    for number in range(14):
        whole = number == 0  # all that is asked for exists
        made = Made(
            words=chance.choice(["banjir", "gempa", "rapat"]),
            people=set(PEOPLE if whole else chance.sample(PEOPLE, chance.randrange(4))),
            lands=set(LANDS if whole else chance.sample(LANDS, chance.randrange(3))),
            paper=PAPERS[number] if number < 3 else chance.choice(PAPERS),
            topics=set(BROADER if whole else chance.sample(sorted(BROADER), chance.randrange(3))),
            language="id" if whole else chance.choice(["id", "en"]),
            year=chance.choice([2021, 2022, 2023]),
            quotes=False,
            figures=False,
            suggested=False,
        )
        build(made)
        world.append(made)
    return world


def build(made: Made, **fields: Any) -> Article:
    article = make_article(
        made.words,
        paragraphs=["Di Negeri Satu dan Negeri Dua."],
        mentioning=sorted(made.people),
        publisher=made.paper,
        language=made.language,
        published=str(made.year),
        **fields,
    )
    for name in made.lands:
        make_mention(article, make_entity(name, kind=Entity.Kind.COUNTRY), name)
    for topic in made.topics:
        make_topic(f"local:{topic}", article=article)
    return article


def meets(made: Made, question: QueryDict, *, without: str) -> bool:
    """Return whether an article is in the list, the conditions of one facet left out."""
    words = question.get("q", "")
    if words and made.words not in words:
        return False
    if question.get("from") and str(made.year) != question["from"]:
        return False
    for parameter, held in made.values.items():
        if parameter == without:
            continue
        asked, refused = set(question.getlist(parameter)), set(question.getlist(f"not_{parameter}"))
        one = parameter in {"publisher", "language", "reviewed"} or question.get(f"{parameter}_match") == "any"
        if asked and not (asked & held if one else asked <= held):
            return False
        if refused & held:
            return False
    return True


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [1, 2])
def test_every_count_is_that_of_a_loop_over_all_articles(seed: int) -> None:
    world = make_world(seed)
    for _ in range(5):
        build(world[0], state=Article.State.DRAFT)
    for address in QUESTIONS:
        question = QueryDict(address)
        found = listing("articles", question)
        assert found.errors == [], address
        for facet in found.facets:
            rows = [made for made in world if meets(made, question, without=facet.parameter)]
            expected = Counter(value for made in rows for value in made.values[facet.parameter])
            counts = {value.value: value.count for value in facet.values if value.count}
            assert counts == dict(expected), (address, facet.parameter)
            assert not facet.late
            assert not facet.about
        assert found.total.number == sum(meets(made, question, without="") for made in world), address


@pytest.mark.django_db
def test_what_holds_quotes_or_figures_and_what_waits_for_an_editor_is_counted() -> None:
    plain = make_article("Satu", mentioning=("Ana Wijaya",))
    make_quote(plain, "Dewan kota", speaker=make_entity("Ana Wijaya"))
    both = make_article("Dua", paragraphs=["Ada 883 orang."], mentioning=("Ana Wijaya",))
    make_quote(both, "Ada", status=Status.SUGGESTED)
    make_statistic(883, article=both)
    counts = {
        facet.parameter: {value.value: value.count for value in facet.values}
        for facet in listing("articles", QueryDict("")).facets
    }
    assert counts["has"] == {"quotes": 2, "figures": 1}
    assert counts["reviewed"] == {"yes": 1, "no": 1}


@pytest.mark.django_db
def test_suggestions_count_only_while_readers_see_them(settings: Any) -> None:
    article = make_article("Satu", mentioning=("Ana Wijaya",))
    make_mention(article, make_entity("Budi Santoso"), "Dewan", status=Status.SUGGESTED)

    def named() -> list[str]:
        facets = listing("articles", QueryDict("")).facets
        return [value.value for facet in facets if facet.parameter == "actor" for value in facet.values]

    assert named() == ["ana-wijaya", "budi-santoso"]
    settings.NEWSARCHIVE_SHOW_UNREVIEWED = False
    assert named() == ["ana-wijaya"]


@pytest.mark.django_db
def test_quotes_and_figures_are_counted_by_what_is_in_the_article_that_prints_them() -> None:
    broad = make_topic("local:alam", label="Alam")
    first = make_article("Satu", paragraphs=["Ada 883 orang, 20 hari."], mentioning=("Ana Wijaya",))
    make_topic("local:banjir", label="Banjir", broader=broad, article=first)
    second = make_article("Dua", paragraphs=["Ada 883 orang."], mentioning=("Ana Wijaya", "Budi Santoso"))
    make_topic("local:alam", article=second)
    make_quote(first, "Ada", speaker=make_entity("Ana Wijaya"))
    make_quote(first, "orang")
    make_quote(second, "Ada")
    printed_twice = make_statistic(883, article=first)
    printed_twice.printings.create(article=second, status=Status.CONFIRMED, decided_at=printed_twice.decided_at)
    make_statistic(20, article=first)
    for kind, counts in (("quotes", (3, 1)), ("statistics", (2, 1))):
        facets = {facet.parameter: facet for facet in listing(kind, QueryDict("")).facets}
        assert [(one.value, one.count) for one in facets["actor"].values] == [
            ("ana-wijaya", counts[0]),
            ("budi-santoso", counts[1]),
        ]
        topics = {one.value: one.count for one in facets["topic"].values}
        assert topics == {"local-alam": counts[0], "local-banjir": 2}
        for facet in facets.values():
            for one in facet.values:
                address = QueryDict(one.url.removeprefix("?"))
                assert listing(kind, address).total.number == one.count, (kind, one.url)
