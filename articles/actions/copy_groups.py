"""Groups of copies: which articles the likenesses join, so that who counts sources counts one text once.

What an editor has confirmed joins first. What a rule suggests joins after it, the most alike first, but never what an
editor has parted: two articles whose likeness was rejected stay in two groups, however many others resemble both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from django.db import connection, transaction
from django.db.models import Q

from articles.models import Copy, Fingerprint, Likeness, Status

HOLDING: Final = 0x636F7069  # of whoever finds copies or groups them: one at a time
_JOINING: Final = (Status.CONFIRMED, Status.SUGGESTED)
Pair = tuple[int, int]  # keys of two articles, rising


class Groups:
    """Articles, each at first a group of its own, that are joined two by two."""

    def __init__(self, parted: Iterable[Pair] = ()) -> None:
        self._parents: dict[int, int] = {}
        self._least: dict[int, int] = {}  # by root of a group: its least key, where that is another
        self._parted: defaultdict[int, set[int]] = defaultdict(set)  # by root of a group: those it must not join
        for one, other in parted:
            self._parted[one].add(other)
            self._parted[other].add(one)

    def name(self, article: int) -> int:
        """Return the least key of the article's group."""
        root = self._root(article)
        return self._least.get(root, root)

    def join(self, one: int, other: int, *, whatever_was_parted: bool = False) -> bool:
        """Make one group of two; False when they are one already, or hold articles that were parted."""
        stays, goes = self._root(one), self._root(other)
        if stays == goes or (goes in self._parted.get(stays, ()) and not whatever_was_parted):
            return False
        # Whoever was parted from less of them moves, so that none moves again and again.
        if len(self._parted.get(stays, ())) < len(self._parted.get(goes, ())):
            stays, goes = goes, stays
        least = min(self._least.get(root, root) for root in (stays, goes))
        self._parents[goes] = stays
        self._least[stays] = least
        for parted in self._parted.pop(goes, ()):
            self._parted[parted].discard(goes)
            if parted != stays:
                self._parted[parted].add(stays)
                self._parted[stays].add(parted)
        return True

    def _root(self, article: int) -> int:
        while (parent := self._parents.get(article, article)) != article:
            # Each way is halved as it is gone, so that a long chain of copies is no long way twice.
            self._parents[article] = self._parents.get(parent, parent)
            article = parent
        return article


def hold(articles: Collection[int]) -> None:
    """Wait until nobody else finds or groups copies, nor decides about these articles' likenesses.

    In this order, because an editor who decides holds a likeness before asking for its groups.
    """
    while not _held(articles):
        pass


@transaction.atomic
def _held(articles: Collection[int]) -> bool:
    """Hold all likenesses of these articles and the groups; False, and nothing held, when there was another one.

    Whoever was waited for may have added a likeness, which an editor decides now: who has the groups must not wait
    for it. What a savepoint has locked goes when it is taken back.
    """
    about = Likeness.objects.filter(Q(one__in=articles) | Q(other__in=articles)).order_by("pk")
    list(about.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))
    _hold_groups()
    free = about.select_for_update(of=("self",), no_key=True, skip_locked=True)
    if len(free.values_list("pk", flat=True)) == about.count():
        return True
    transaction.set_rollback(True)
    return False


def regroup(articles: Iterable[int]) -> None:
    """Make the groups of these articles, and of all that they were or are joined with, what the likenesses say.

    Where a group falls apart its articles are looked at anew: each was compared with one of its group alone.
    """
    _hold_groups()
    members = _reached(set(articles))
    if not members:
        return
    rows = Likeness.objects.filter(one__in=members, other__in=members).order_by("-share", "pk")
    links: defaultdict[str, list[Pair]] = defaultdict(list)
    for status, one, other in rows.values_list("status", "one", "other"):
        links[status].append((one, other))
    sure, all_joined = Groups(), Groups(links[Status.REJECTED])
    for one, other in links[Status.CONFIRMED]:
        sure.join(one, other)
        all_joined.join(one, other, whatever_was_parted=True)
    for one, other in links[Status.SUGGESTED]:
        all_joined.join(one, other)
    _write(members, all_joined, sure)


def regroup_joined(likenesses: Collection[int]) -> None:
    """Make the groups of the articles that these likenesses are about what they say now."""
    pairs = Likeness.objects.filter(pk__in=likenesses).values_list("one", "other")
    regroup({article for pair in pairs for article in pair})


def leave(article: int) -> None:
    """Take an article that is erased out of its group and forget what it was like."""
    hold([article])
    group = Copy.objects.filter(first__in=Copy.objects.filter(article=article).values("first"))
    others = set(group.exclude(article=article).values_list("article", flat=True))
    group.delete()
    Likeness.objects.filter(Q(one=article) | Q(other=article)).delete()
    # Two may be alike that were only ever compared with the one that goes.
    Fingerprint.objects.filter(article__in={article, *(others if len(others) > 1 else ())}).delete()
    regroup(others)


def _hold_groups() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [HOLDING])


def _reached(articles: set[int]) -> set[int]:
    """Return the articles with all that likenesses join them to, or that the groups hold as they were."""
    reached: set[int] = set()
    while new := articles - reached:
        reached |= new
        articles = set(_neighbours(new))
    return reached


def _neighbours(articles: Collection[int]) -> Iterator[int]:
    joining = Likeness.objects.filter(status__in=_JOINING)
    yield from joining.filter(one__in=articles).values_list("other", flat=True)
    yield from joining.filter(other__in=articles).values_list("one", flat=True)
    firsts = Copy.objects.filter(article__in=articles).values("first")
    yield from Copy.objects.filter(first__in=firsts).values_list("article", flat=True)


def _write(members: set[int], joined: Groups, sure: Groups) -> None:
    """Write the rows that are others now: of a text that hundreds print, one more changes one row."""
    rows = Copy.objects.filter(article__in=members).values_list("article", "first", "sure")
    before = {article: (first, sure_first) for article, first, sure_first in rows}
    names = {article: joined.name(article) for article in members}
    shared = {name for article, name in names.items() if article != name}
    now = {article: (name, sure.name(article)) for article, name in names.items() if name in shared}
    Copy.objects.filter(article__in=before.keys() - now.keys()).delete()
    Copy.objects.bulk_create(
        (
            Copy(article_id=article, first_id=first, sure_id=sure_first)
            for article, (first, sure_first) in now.items()
            if before.get(article) != (first, sure_first)
        ),
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["first", "sure"],
        batch_size=1000,
    )
    Fingerprint.objects.filter(article__in=_fallen_apart(before, names)).delete()


def _fallen_apart(before: Mapping[int, tuple[int, int]], now: Mapping[int, int]) -> set[int]:
    """Return the articles of groups of more than two that are several now."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for article, (first, _sure) in before.items():
        groups[first].append(article)
    return {
        article
        for members in groups.values()
        if len(members) > 2 and len({now[one] for one in members}) > 1
        for article in members
    }
