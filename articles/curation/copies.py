"""Two articles that seem to print one text, side by side, with what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.contrib.auth.models import AnonymousUser, User

from articles.curation.visible import visible_to
from articles.models import Article, Copy, Likeness, Status
from articles.text.difference import Paragraph, Run, difference

MOST_PARAGRAPHS: Final = 300  # of each text; beyond it only the text's own page shows the rest
MOST_OTHERS: Final = 20  # articles of the group that are named

Who = User | AnonymousUser


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paragraph of either text or of both; no runs where one of them has nothing like it."""

    one: tuple[Run, ...]
    other: tuple[Run, ...]
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    rows: list[Row]
    cut: bool  # whether one of the texts goes on


def side_by_side(likeness: Likeness) -> SideBySide:
    """Compare the texts that the two articles show now."""
    one, other = _paragraphs(likeness.one), _paragraphs(likeness.other)
    found = difference(one[:MOST_PARAGRAPHS], other[:MOST_PARAGRAPHS])
    return SideBySide(rows=[_row(paragraph) for paragraph in found], cut=max(len(one), len(other)) > MOST_PARAGRAPHS)


def others_of(likeness: Likeness, user: Who) -> list[Article]:
    """Return more articles that belong to the group of one of the two, as far as the user may see them."""
    pair = (likeness.one_id, likeness.other_id)
    firsts = Copy.objects.filter(article__in=pair).values("first")
    rows = Article.objects.for_cards().filter(copy__first__in=firsts).exclude(pk__in=pair)
    return list(visible_to(user, rows).order_by("pk")[:MOST_OTHERS])


def next_after(likeness: Likeness, user: Who) -> Likeness | None:
    """Return the next one that nobody has decided about, in the order of the list; after the last, the first."""
    waiting = visible_to(user, Likeness.objects.filter(status=Status.SUGGESTED)).exclude(pk=likeness.pk)
    later = waiting.filter(pk__lt=likeness.pk).order_by("-pk")
    found: Likeness | None = later.first() or waiting.order_by("-pk").first()
    return found


def _paragraphs(article: Article) -> list[str]:
    return article.current.body.split("\n\n") if article.current else []


def _row(paragraph: Paragraph) -> Row:
    return Row(
        one=_without("inserted", paragraph.runs),
        other=_without("deleted", paragraph.runs),
        same=paragraph.unchanged,
    )


def _without(kind: str, runs: Sequence[Run]) -> tuple[Run, ...]:
    return tuple(run for run in runs if run.kind != kind)
