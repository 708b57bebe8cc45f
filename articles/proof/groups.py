"""Groups of copies against the likenesses that join and part them (`actions/copy_groups.py` makes them)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from articles.models import Copy, Fingerprint, Likeness, Status
from articles.models.copies import LikenessQuerySet
from articles.proof.walking import Walk, between


def fingerprint_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield articles whose fingerprint was made of another one's text; of an older text of theirs it may be."""
    wrong = Fingerprint.objects.filter(**between(keys)).exclude(version__article=F("article")).order_by("pk")
    for article, version, other in wrong.values_list("article", "version", "version__article"):
        yield f"article {article}: its fingerprint was made of version {version}, which is article {other}'s"


def copy_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield articles whose group has a name that no group has: that of its article of the least key."""
    copies = Copy.objects.filter(**between(keys))
    wrong = copies.filter(
        Q(first__gt=F("article")) | Q(first__copy=None) | ~Q(first__copy__first=F("first")) | Q(sure__gt=F("article"))
    )
    for article, first in wrong.order_by("pk").values_list("article", "first"):
        yield f"article {article}: its group of copies is named after article {first}, which does not lead it"


def likeness_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield articles that are alike and stand apart, and those that an editor has parted and that stand together."""
    likenesses = _with_groups(Likeness.objects.filter(**between(keys))).order_by("pk")
    apart = likenesses.exclude(one_group=F("other_group"))
    unsure = likenesses.exclude(one_sure=F("other_sure"))
    parted = _with_groups(Likeness.objects.filter(status=Status.REJECTED)).filter(
        Q(one_group=OuterRef("one_group"), other_group=OuterRef("other_group"))
        | Q(one_group=OuterRef("other_group"), other_group=OuterRef("one_group"))
    )
    wrong = (
        ((apart | unsure).filter(status=Status.CONFIRMED), "are one text by decision, and in no group together"),
        (apart.filter(~Exists(parted), status=Status.SUGGESTED), "are alike, and in no group together"),
        # Only what editors have confirmed joins what another one has parted.
        (unsure.filter(one_group=F("other_group"), status=Status.REJECTED), "were parted, and are in one group"),
    )
    for rows, what in wrong:
        for key, one, other in rows.values_list("pk", "one", "other"):
            yield f"likeness {key}: articles {one} and {other} {what}"


def _with_groups(likenesses: LikenessQuerySet) -> LikenessQuerySet:
    """Name the group of each of the two articles; one that has none is a group of its own."""
    groups = {
        f"{side}_{name}": Coalesce(f"{side}__copy__{column}", F(side))
        for side in ("one", "other")
        for name, column in (("group", "first"), ("sure", "sure"))
    }
    named: LikenessQuerySet = likenesses.annotate(**groups)
    return named


WALKS = (
    Walk(rows=Fingerprint.objects.all, problems=fingerprint_problems),
    Walk(rows=Copy.objects.all, problems=copy_problems),
    Walk(rows=Likeness.objects.all, problems=likeness_problems),
)
