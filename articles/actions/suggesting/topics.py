"""Suggesting topics: what articles are about, by what their publishers tell and by their words.

The archive begins with the stock of `extraction.topic_stock`. What editors confirmed and rejected teaches which words
tell of a topic, also of topics that they added themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Self

from django.db import connection
from django.db.models import Exists
from django.db.models.functions import Left

from articles.actions import log
from articles.actions.editing import unhurried
from articles.actions.suggesting.trust import confidence, tool
from articles.actions.topics import add_topics
from articles.extraction.engine import EDITION
from articles.extraction.topic_stock import BROADER, stock
from articles.extraction.topic_words import LONGEST, Lesson, Profile, standard, words_of
from articles.extraction.topics import MOST, Filed, Topical, find_topics
from articles.models import Article, ArticleTopic, Fact, Status, Topic

_LOCK: Final = 0x746F_7069_6373  # names the advisory lock under which the stock is added
_MOST_LESSONS: Final = 1_500  # articles whose decided topics teach, the newest decisions first


def add_stock() -> None:
    """Add the topics that an archive begins with, unless it has them; what it has is left as it is."""
    if Topic.objects.filter(code__in=BROADER).count() == len(BROADER):
        return
    with unhurried():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])  # two workers begin at once
        add_topics(stock())


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What the archive's topics are and what words tell of them, as it stood when a run began."""

    profile: Profile
    topics: Mapping[str, int] = field(default_factory=dict)  # code to the key of the topic, merges followed
    broader: Mapping[int, int | None] = field(default_factory=dict)  # by key

    @classmethod
    def load(cls) -> Self:
        """Read topics and lessons, adding the stock to an archive that lacks it; a run keeps the answer."""
        add_stock()
        rows = Topic.objects.in_bulk()
        standing = {}
        for topic in rows.values():
            kept = topic
            while kept.merged_into_id:
                kept = rows[kept.merged_into_id]
            standing[topic.code] = kept.pk
        return cls(
            profile=_learn({key: topic.code for key, topic in rows.items()}),
            topics=standing,
            broader={topic.pk: topic.broader_id for topic in rows.values()},
        )

    def above(self, topic: int) -> set[int]:
        """Return the keys of all topics that are broader; the database refuses circles."""
        found: set[int] = set()
        above = self.broader.get(topic)
        while above is not None:
            found.add(above)
            above = self.broader.get(above)
        return found


def _learn(codes: Mapping[int, str]) -> Profile:
    rows = ArticleTopic.objects.filter(status__in=[Status.CONFIRMED, Status.REJECTED], article__current__isnull=False)
    rows = rows.exclude(status=Status.CONFIRMED, about=False).order_by("-decided_at", "-pk")
    decided: dict[int, dict[str, set[str]]] = {}
    for article, topic, status in rows.values_list("article", "topic", "status")[: _MOST_LESSONS * 3].iterator():
        if article in decided or len(decided) < _MOST_LESSONS:
            decided.setdefault(article, defaultdict(set))[status].add(codes[topic])
    if not decided:
        return standard()
    texts = Article.objects.filter(pk__in=decided).values_list(
        "pk", "current__headline", Left("current__body", LONGEST)
    )
    return standard().taught(
        Lesson(
            words=words_of(headline, body),
            about=frozenset(decided[key][Status.CONFIRMED]),
            not_about=frozenset(decided[key][Status.REJECTED]),
        )
        for key, headline, body in texts.order_by("pk").iterator()
    )


@dataclass(slots=True, kw_only=True)
class _Rows:
    """The topics that an article has: those that its rules may change, by key of the topic, and all others."""

    ours: dict[int, ArticleTopic] = field(default_factory=dict)
    taken: dict[int, ArticleTopic] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class _Changes:
    added: list[ArticleTopic] = field(default_factory=list)
    kept: list[ArticleTopic] = field(default_factory=list)
    withdrawn: list[int] = field(default_factory=list)

    def write(self) -> None:
        ArticleTopic.objects.filter(pk__in=self.withdrawn).delete()
        ArticleTopic.objects.bulk_update(self.kept, ["tool", "confidence"])
        ArticleTopic.objects.bulk_create(self.added)


def suggest_topics(
    articles: Sequence[int],
    taught: Taught,
    *,
    trusted: Mapping[str, float],
    silent: Collection[str] = (),
    edition: str = EDITION,
) -> dict[int, int]:
    """Suggest what articles are about; return how many suggestions each has now, by its key.

    What an article has is not suggested again, whoever gave or rejected it. A suggestion of rules that nobody decided
    about is withdrawn when they do not make it any more. An article with a topic that an editor confirmed gets no
    other: somebody has looked. Notes and articles without a text are left out of the answer. The number of statements
    is fixed. `trusted`, `silent`: see `trust`.
    """
    changes, numbers = _Changes(), {}
    with unhurried():
        filed = _hold(articles)
        had = _had(filed)
        for key, (headline, body, told) in filed.items():
            topics = find_topics(headline, body, told, taught.profile)
            found = {taught.topics[topic.code]: topic for topic in topics if topic.rule not in silent}
            wanted = _wanted(found, had[key], taught)
            for topic, how in wanted.items():
                row = had[key].ours.get(topic)
                rows = changes.added if row is None else changes.kept
                rows.append(_filled(row or ArticleTopic(article_id=key, topic_id=topic), how, trusted, edition))
            changes.withdrawn += [row.pk for topic, row in had[key].ours.items() if topic not in wanted]
            numbers[key] = len(wanted)
        changes.write()
    return numbers


def _hold(articles: Sequence[int]) -> dict[int, tuple[str, str, Filed]]:
    """Lock articles, in the order in which everybody locks them, and return what their topics follow from."""
    rows = Article.objects.filter(pk__in=articles, current__isnull=False).without_notes().order_by("pk")
    held = rows.select_for_update(of=("self",), no_key=True).values_list(
        "pk", "current__headline", Left("current__body", LONGEST), "section", "url", "current__source__told"
    )
    return {
        key: (headline, body, Filed(section=section, url=url, tags=tuple((told or {}).get("topics", ()))))
        for key, headline, body, section, url, told in held
    }


def _had(articles: Collection[int]) -> dict[int, _Rows]:
    """Return the topics that held articles have."""
    about = Exists(log.about_outer(ArticleTopic))
    rows = ArticleTopic.objects.filter(article__in=articles).annotate(decided=about).order_by("pk")
    had: dict[int, _Rows] = {key: _Rows() for key in articles}
    for row in rows.select_for_update(of=("self",)):
        ours = row.status == Status.SUGGESTED and row.method == Fact.Method.RULE and not row.decided
        (had[row.article_id].ours if ours else had[row.article_id].taken)[row.topic_id] = row
    return had


def _wanted(found: Mapping[int, Topical], had: _Rows, taught: Taught) -> dict[int, Topical]:
    """Return which of the topics found an article is to have as suggestions of rules."""
    standing = {topic: row for topic, row in had.taken.items() if row.status != Status.REJECTED}
    looked_at = any(row.status == Status.CONFIRMED for row in standing.values())
    beside = set(had.taken).union(*map(taught.above, standing))
    wanted = {
        topic: how for topic, how in found.items() if topic not in beside and (topic in had.ours or not looked_at)
    }
    return dict(list(wanted.items())[: max(0, MOST - len(standing))])


def _filled(row: ArticleTopic, how: Topical, trusted: Mapping[str, float], edition: str) -> ArticleTopic:
    row.status, row.method = Status.SUGGESTED, Fact.Method.RULE
    row.tool, row.confidence = tool(how.rule, edition), confidence(how.confidence, how.rule, trusted)
    return row
