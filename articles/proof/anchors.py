"""Anchors against the words that they point to, and facts against the text that their article shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Substr

from articles.models import Anchor, ArticleFact, DateMention, Event, Fact, Mention, Printing, Quote
from articles.proof.walking import Walk, between

_OF_ARTICLE: Final[Mapping[str, type[ArticleFact]]] = {
    "mention": Mention,
    "quote": Quote,
    "printing": Printing,
    "date": DateMention,
}
_FACTS: Final[Mapping[str, type[Fact]]] = {**_OF_ARTICLE, "event": Event}


def anchor_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield anchors whose words do not stand at their place, or belong to another article than their fact."""
    anchors = Anchor.objects.filter(**between(keys)).order_by("pk")
    words = Substr("block__text", F("start") + 1, F("end") - F("start"))
    wrong = anchors.annotate(words=words).exclude(words=F("exact"))
    columns = ("pk", "block__version__article", "block__position", "start", "words", "exact")
    for key, article, block, start, there, exact in wrong.values_list(*columns):
        yield f"anchor {key} (article {article}, block {block}): at {start} stands {there!r}, not {exact!r}"
    for name in _OF_ARTICLE:
        elsewhere = anchors.filter(**{f"{name}__isnull": False})
        elsewhere = elsewhere.exclude(**{f"{name}__article": F("block__version__article")})
        for key, fact, article in elsewhere.values_list("pk", name, "block__version__article"):
            yield f"anchor {key}: it is for {name} {fact} of another article, and stands in article {article}"
    lost = anchors.filter(state=Anchor.State.LOST, block__version=F("block__version__article__current"))
    for key, article in lost.values_list("pk", "block__version__article"):
        yield f"anchor {key}: it is marked as lost and stands in the text that article {article} shows"


def fact_problems(keys: Sequence[int], *, name: str, kind: type[Fact]) -> Iterator[str]:
    """Yield facts that rest on older texts alone, of which nobody was told."""
    anchors = Anchor.objects.filter(**{name: OuterRef("pk")})
    silent = kind._default_manager.filter(Exists(anchors), ~Exists(anchors.standing()), **between(keys))
    for key in silent.order_by("pk").values_list("pk", flat=True):
        yield f"{kind._meta.verbose_name} {key}: its words stand in an older text alone, and none is marked as lost"


WALKS = (
    Walk(rows=Anchor.objects.all, problems=anchor_problems),
    *(
        Walk(rows=kind._default_manager.all, problems=partial(fact_problems, name=name, kind=kind))
        for name, kind in _FACTS.items()
    ),
)
