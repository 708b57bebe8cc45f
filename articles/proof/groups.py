"""Groups of copies against the likenesses that join them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db.models import F, Q

from articles.models import Copy, Likeness, Status
from articles.proof.walking import Walk, between

_JOINING = (Status.SUGGESTED, Status.CONFIRMED)


def copy_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield articles whose group has a name that no group has: that of its article of the least key."""
    copies = Copy.objects.filter(**between(keys))
    wrong = copies.filter(Q(first__gt=F("article")) | Q(first__copy=None) | ~Q(first__copy__first=F("first")))
    for article, first in wrong.order_by("pk").values_list("article", "first"):
        yield f"article {article}: its group of copies is named after article {first}, which does not lead it"


def likeness_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield articles that are alike, by suggestion or decision, and do not stand in one group."""
    joining = Likeness.objects.filter(**between(keys), status__in=_JOINING)
    apart = joining.filter(Q(one__copy=None) | Q(other__copy=None) | ~Q(one__copy__first=F("other__copy__first")))
    for key, one, other in apart.order_by("pk").values_list("pk", "one", "other"):
        yield f"likeness {key}: articles {one} and {other} are alike, and in no group together"


WALKS = (
    Walk(rows=Copy.objects.all, problems=copy_problems),
    Walk(rows=Likeness.objects.all, problems=likeness_problems),
)
