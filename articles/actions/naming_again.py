"""A rejected name that is one again: quotes and figures that lost it get it back, unless they have changed since."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef

from articles.actions import log
from articles.actions.index import refresh_quotes, refresh_statistics
from articles.actions.restore import restore
from articles.actions.snapshots import snapshot
from articles.actions.suggesting.standing import no_names
from articles.models import Anchor, Decision, Mention, Printing, Quote, Statistic, Status

Pair = tuple[int, int]  # an article, and an entity that it names
_FOLLOWED: Final = ("unname", "name_again")


def name_again(mentions: Collection[int], *, by: User | None, reason: str = "") -> int:
    """Give quotes and figures back the names that these mentions, by key, stand for; return how many.

    The caller is a writer in a transaction, and holds the articles of the mentions.
    """
    rows = Mention.objects.filter(pk__in=mentions).exclude(status=Status.REJECTED)
    named = set(rows.values_list("article", "entity"))
    nobody = no_names({entity for _article, entity in named})
    named = {pair for pair in named if pair[1] not in nobody}
    articles = {article for article, _entity in named}
    quotes = Quote.objects.filter(article__in=articles)
    spoken = [row.pk for row in _given_back(quotes, "article_id", named, by=by, reason=reason)]
    refresh_quotes(spoken)
    printed = Printing.objects.filter(statistic=OuterRef("pk"), article__in=articles).order_by("pk")
    figures = Statistic.objects.filter(Exists(printed)).annotate(printed_in=printed.values("article")[:1])
    stated = [row.pk for row in _given_back(figures, "printed_in", named, by=by, reason=reason)]
    refresh_statistics(stated)
    return len(spoken) + len(stated)


def _given_back(
    rows: Any, article: str, named: Collection[Pair], *, by: User | None, reason: str
) -> Iterator[Quote | Statistic]:
    """Write back into rows what they have lost, and yield those that had lost something."""
    decisions = Decision.objects.filter(
        subject_type=ContentType.objects.get_for_model(rows.model), action__in=_FOLLOWED
    ).order_by("-pk")
    lost = Exists(decisions.filter(subject_id=OuterRef("pk"), action="unname"))
    for row in log.undecided(rows.filter(lost)).order_by("pk").select_for_update(of=("self",), no_key=True):
        newest, before = decisions.filter(subject_id=row.pk)[0], snapshot(row)
        values = _to_give(newest, before, {entity for where, entity in named if where == getattr(row, article)})
        if values:
            restore(row, values, by=by)
            after = snapshot(type(row)._default_manager.get(pk=row.pk))
            had, has = ({name: state[name] for name in values} for state in (before, after))
            log.record(row, "name_again", by=by, before=had, after=has, reason=reason)
            yield row


def _to_give(newest: Decision, now: Mapping[str, Any], entities: Collection[int]) -> dict[str, Any]:
    """Return the fields that a decision took and that stand as it left them, as they were."""
    if newest.action != "unname":
        return {}
    was, became = dict(newest.before or {}), dict(newest.after or {})
    had, left = was.pop("hops", []), became.pop("hops", [])
    given = {name: key for name, key in was.items() if key in entities and now[name] is None}
    lost = {step["agent"] for step in had} - {step["agent"] for step in left}
    # A newer reading may have written the same way under other keys.
    if had and lost <= {*entities} and _way(now["hops"]) == _way(left):
        known = set(Anchor.objects.filter(pk__in=[step["evidence"] for step in had]).values_list("pk", flat=True))
        given["hops"] = [{**step, "evidence": step["evidence"] if step["evidence"] in known else None} for step in had]
    return given


def _way(steps: Iterable[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
    return sorted((step["position"], step["role"], step["agent"], step["stated"]) for step in steps)
