"""Topics as a tree with their counts, and the page of one. A topic holds what its narrower ones hold, once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef
from django.http import QueryDict

from articles.browsing.merged import kept
from articles.browsing.network import Company, company
from articles.browsing.shelves import Shelf, shelf
from articles.browsing.years import years_of
from articles.models import Article, ArticleTopic, Copy, Printing, Quote, Statistic, Topic
from articles.search.days import Bars
from articles.search.results import Card, Listing, cards, listing
from articles.search.topics import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A topic with those below it; `count` is of this one and of all below, each article once."""

    topic: Topic
    count: int
    narrower: tuple[Branch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage:
    topic: Topic
    broader: list[Topic]  # from the broadest inwards, without the topic itself
    narrower: tuple[Branch, ...]
    articles: Listing
    about: Shelf  # articles whose subject it is, or a narrower one
    about_texts: int  # the same, where articles that print one text count once
    about_cards: list[Card]
    touched: Shelf  # the other articles
    touched_cards: list[Card]
    quotes: Shelf
    figures: Shelf
    company: Company
    years: Bars | None

    @property
    def other_labels(self) -> list[tuple[str, str]]:
        """Return language and label of its names in other languages than the page shows."""
        return [(tag, label) for tag, label in self.topic.labels.items() if tag != self.topic.label_language]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concepts:
    """All topics that are not merged away: a few thousand at most, read by one query."""

    topics: dict[int, Topic]

    @classmethod
    def load(cls) -> Self:
        return cls(topics=Topic.objects.filter(merged_into=None).in_bulk())

    @property
    def tree(self) -> Tree:
        return Tree(broader={key: topic.broader_id for key, topic in self.topics.items()})

    def way_up(self, key: int | None) -> list[Topic]:
        """Return a topic and all that are broader, from the narrowest; the database refuses circles."""
        found: list[Topic] = []
        while key in self.topics:
            found.append(self.topics[key])
            key = found[-1].broader_id
        return found

    def counts(self, rows: Any, article: str) -> dict[int, int]:
        """Count `rows` under each topic of their article and under all broader ones, each row once.

        `article` is the column that leads to the article. Rows are counted by the whole set of their topics: the
        database gives one line a set, far fewer than rows, and a row with two narrower topics is still one.
        """
        if not self.topics:
            return {}
        given = ArticleTopic.objects.shown().filter(article=OuterRef(article), topic__in=self.topics)
        sets = rows.order_by().annotate(given=ArraySubquery(given.order_by("topic").values("topic")))
        counts: dict[int, int] = defaultdict(int)
        for topics, number in sets.values_list("given").annotate(number=Count("pk")):
            for key in {above.pk for topic in topics for above in self.way_up(topic)}:
                counts[key] += number
        return counts

    def branches(self, counts: dict[int, int], *, below: Topic | None = None) -> tuple[Branch, ...]:
        """Return what has a count, as a tree: all of it, or what is narrower than a topic; in order of labels."""
        narrower: dict[int | None, list[Topic]] = defaultdict(list)
        for topic in sorted(self.topics.values(), key=lambda topic: topic.label.casefold()):
            if counts.get(topic.pk):
                narrower[topic.broader_id if topic.broader_id in self.topics else None].append(topic)
        return tuple(self._grow(below.pk if below else None, narrower, counts))

    def _grow(
        self, above: int | None, narrower: dict[int | None, list[Topic]], counts: dict[int, int]
    ) -> Iterator[Branch]:
        for topic in narrower.get(above, []):
            yield Branch(topic=topic, count=counts[topic.pk], narrower=tuple(self._grow(topic.pk, narrower, counts)))


def tree() -> tuple[Branch, ...]:
    """Return the topics of what readers may see, notes apart, under those that are broader."""
    concepts = Concepts.load()
    return concepts.branches(concepts.counts(Article.objects.public().without_notes(), "pk"))


def find(slug: str) -> Topic | None:
    """Return the topic of that address, or the one it was merged into; None when readers do not know it."""
    topic = Topic.objects.filter(slug=slug).select_related("merged_into").first()
    if topic is None:
        return None
    topic = kept(topic)
    return topic if topic.pk in Tree.load().known() else None


def topic_page(topic: Topic) -> TopicPage:
    """Put together what the page of a topic shows: each list its newest twenty, with the address of all of it."""
    concepts = Concepts.load()
    keys = concepts.tree.narrower(topic.pk)
    articles = listing("articles", QueryDict(f"topic={topic.slug}"))
    found = Article.objects.public().filter(pk__in=articles.filters.found().values("pk"))
    is_about = Exists(ArticleTopic.objects.shown().filter(article=OuterRef("pk"), topic__in=keys, about=True))
    subject = found.filter(is_about)
    about, touched = shelf(subject), shelf(found.exclude(is_about))
    printed = Printing.objects.shown().filter(statistic=OuterRef("pk"), article__in=found.values("pk"))
    return TopicPage(
        topic=topic,
        broader=concepts.way_up(topic.broader_id)[::-1],
        narrower=concepts.branches(concepts.counts(found, "pk"), below=topic),
        articles=articles,
        about=about,
        about_texts=about.total - Copy.objects.repeated(subject),
        about_cards=cards(about.rows),
        touched=touched,
        touched_cards=cards(touched.rows),
        quotes=shelf(Quote.objects.public().filter(article__in=found.values("pk")), topic=topic.slug),
        figures=shelf(Statistic.objects.public().filter(Exists(printed)), topic=topic.slug),
        company=company(found, total=articles.total.number),
        years=years_of(articles),
    )
