"""Topics: adding concepts, and giving them to articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import slugify

from articles.actions import log
from articles.actions.batches import changed_since
from articles.actions.editing import unhurried
from articles.actions.snapshots import difference, snapshot
from articles.models import Article, ArticleTopic, Fact, Status, Topic

SLUG_LENGTH: Final = 100  # leaves room for a number after it, in slug and code


def add_topics(concepts: Iterable[Mapping[str, Any]], *, by: User | None = None) -> None:
    """Add concepts with `code`, `labels` by language and the code of the `broader` one, which comes before it."""
    concepts = list(concepts)
    known = _by_code(concept[key] for concept in concepts for key in ("code", "broader") if concept.get(key))
    added = []
    for concept in concepts:
        broader = known[concept["broader"]] if concept.get("broader") else None
        if concept["code"] not in known:
            topic = _add(concept["code"], concept["labels"], broader=broader)
            known[topic.code] = topic
            added.append(topic)
    _log_added(added, by=by)


def give_topics(article: Article, items: Iterable[Mapping[str, Any]], **stamp: Any) -> None:
    """Give `article`, which the caller holds, each topic of `items` (code, label or label_id, about).

    An unknown code becomes a new topic. A topic without `about` is one that its narrower topics bring along:
    touched, not the subject. `stamp` holds the columns of Fact.
    """
    by = stamp.get("decided_by")
    asked = {item["code"]: item for item in items}
    known = _by_code(asked)
    added = [_add(code, _labels(item)) for code, item in asked.items() if code not in known]
    known |= {topic.code: topic for topic in added}
    _log_added(added, by=by)
    had = set(ArticleTopic.objects.filter(article=article).values_list("topic", flat=True))
    given = [
        ArticleTopic(article=article, topic=topic, about=asked[code].get("about", False), **stamp)
        for code, topic in known.items()
        if topic.pk not in had
    ]
    ArticleTopic.objects.bulk_create(given)
    log.record_all([(row, {}, snapshot(row)) for row in given], "topic", by=by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """How many articles a topic was given to, and how many somebody changed since the editor looked."""

    changed: int
    newer: int


def set_topic(
    articles: QuerySet[Article],
    topic: Topic,
    *,
    about: bool = True,
    by: User | None,
    reason: str = "",
    seen: int | None = None,
) -> Given:
    """Confirm, for each of `articles`, that it is about `topic` (or touches it).

    `seen` is `log.latest()` of the moment at which the editor looked: what was decided since then is left alone.
    """
    with unhurried():
        keys = set(articles.values_list("pk", flat=True))
        # One order of locks for everybody: articles by key, then what belongs to them.
        held = Article.objects.filter(pk__in=keys).order_by("pk").select_for_update(of=("self",))
        articles_held = list(held.values_list("pk", flat=True))
        had = ArticleTopic.objects.filter(article__in=articles_held, topic=topic).order_by("pk")
        rows = {row.article_id: row for row in had.select_for_update(of=("self",))}
        topics_changed = changed_since(ArticleTopic, [row.pk for row in rows.values()], seen)
        newer = changed_since(Article, articles_held, seen)
        newer |= {key for key, row in rows.items() if row.pk in topics_changed}
        fields = {"about": about, "status": Status.CONFIRMED, "decided_by": by, "decided_at": timezone.now()}
        given = _give(topic, [key for key in articles_held if key not in rows and key not in newer], fields)
        changed = _change([row for key, row in rows.items() if key not in newer], fields)
        log.record_all([*given, *changed], "topic", by=by, reason=reason)
    return Given(changed=len(given) + len(changed), newer=len(newer))


_Change = tuple[ArticleTopic, log.State, log.State]


def _give(topic: Topic, articles: Iterable[int], fields: Mapping[str, Any]) -> list[_Change]:
    rows = [ArticleTopic(article_id=key, topic=topic, method=Fact.Method.EDITOR, **fields) for key in articles]
    ArticleTopic.objects.bulk_create(rows)
    return [(row, {}, snapshot(row)) for row in rows]


def _change(rows: Sequence[ArticleTopic], fields: Mapping[str, Any]) -> list[_Change]:
    changes: list[_Change] = []
    for row in rows:
        before = snapshot(row)
        row.about, row.status = fields["about"], fields["status"]
        was, became = difference(before, snapshot(row))
        if became:
            changes.append((row, was, became))
    ArticleTopic.objects.filter(pk__in=[row.pk for row, _, _ in changes]).update(**fields)
    return changes


def identify(topic: Topic) -> None:
    """Give a topic that is about to be added its slug, made from its label, and a code where it has none."""
    stem = slugify(_first(topic.labels))[:SLUG_LENGTH].strip("-") or "topic"
    topic.slug = _free("slug", stem)
    topic.code = topic.code or _free("code", f"local:{stem}"[:SLUG_LENGTH])


def _add(code: str, labels: Mapping[str, str], *, broader: Topic | None = None) -> Topic:
    return Topic.objects.create(code=code, labels=labels, slug=_slug(code, labels), broader=broader)


def _log_added(topics: Iterable[Topic], *, by: User | None) -> None:
    log.record_all([(topic, {}, snapshot(topic)) for topic in topics], "add", by=by)


def _by_code(codes: Iterable[str]) -> dict[str, Topic]:
    return {topic.code: topic for topic in Topic.objects.filter(code__in=set(codes))}


def _labels(item: Mapping[str, Any]) -> dict[str, str]:
    return {"id": item["label_id"]} if "label_id" in item else {"en": item["label"]}


def _slug(code: str, labels: Mapping[str, str]) -> str:
    """Return a free address for a concept: a local code names it already, otherwise its label does."""
    scheme, _, name = code.partition(":")
    words = name if scheme == "local" else _first(labels)
    return _free("slug", (slugify(words) or slugify(code.replace(":", "-")))[:SLUG_LENGTH] or "topic")


def _first(labels: Mapping[str, str]) -> str:
    """Return the English label, else any."""
    return labels.get("en") or next(iter(labels.values()))


def _free(column: str, stem: str) -> str:
    """Return a value that no topic has in `column`: the stem, numbered from 2 when it is taken."""
    taken = set(Topic.objects.filter(**{f"{column}__startswith": stem}).values_list(column, flat=True))
    if stem not in taken:
        return stem
    return next(value for number in count(2) if (value := f"{stem}-{number}") not in taken)
