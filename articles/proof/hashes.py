"""The bytes of sources and the words of texts against the digests that were written beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db.models import CharField, Exists, F, Func, OuterRef, Value

from articles.models import Source, Version
from articles.proof.walking import Walk, between


def _sha256(content: str | Func) -> Func:
    """Return the digest of a column of bytes, lower-case hexadecimal; the database computes it, no byte is fetched."""
    return Func(content, template="encode(sha256(%(expressions)s), 'hex')", output_field=CharField())


def source_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield sources whose bytes are others than they were, and those of which no text came."""
    sources = Source.objects.filter(**between(keys)).annotate(now=_sha256("content")).order_by("pk")
    for key, place, sha256, now in sources.exclude(now=F("sha256")).values_list("pk", "place", "sha256", "now"):
        yield f"source {key} ({place}): its bytes have the sha256 {now}, not {sha256}"
    used = Exists(Version.objects.filter(source=OuterRef("pk")))
    for key, place in sources.filter(~used).values_list("pk", "place"):
        yield f"source {key} ({place}): no text was read from it"


def version_problems(keys: Sequence[int]) -> Iterator[str]:
    """Yield versions whose body is not the one that was digested."""
    body = Func("body", Value("UTF8"), function="convert_to")
    versions = Version.objects.filter(**between(keys)).annotate(now=_sha256(body)).exclude(now=F("body_sha256"))
    for article, number, sha256, now in versions.order_by("pk").values_list("article", "number", "body_sha256", "now"):
        yield f"article {article}, version {number}: its body has the sha256 {now}, not {sha256}"


WALKS = (
    Walk(rows=Source.objects.all, problems=source_problems),
    Walk(rows=Version.objects.all, problems=version_problems),
)
