"""A record from the address of an article that the archive has: another text of it, or one that it knows.

Whether a text is news is asked of the newest text that was read from a file, not of the one shown: what an editor
has corrected since is not what the publisher prints. A text that the article had before, and that comes again (A, B,
A), is news only if the record says that it was fetched later than all that is known of the article: files may be read
again, in any order, and nothing changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django.db.models import Max
from django.utils.dateparse import parse_datetime

from articles.actions import log
from articles.actions.add import add_version, find_or_add_source
from articles.actions.import_records import Ready
from articles.actions.reanchor import reanchor
from articles.actions.refresh import refresh_texts
from articles.importers.typed import is_same_but_for_spaces, typed_of
from articles.models import Article, Block, Decision, ImportRun, Version

_TYPED: Final = "typed"  # the importer of what editors write


class NotShown(Exception):
    """The record's text does not become that of the article; the message is a sentence."""


def next_version(record: Ready, article: Article, run: ImportRun, *, correct: bool) -> Version | None:
    """Show the record's text as the article's next version; None when the publisher prints nothing new.

    The caller holds the article. Anchors are carried over, and facts whose words are others now wait for review.
    Whether readers see the article stays as it is; `correct`: whether what they see may become another text.

    Raises:
        NotShown: it was fetched before the text that is known, or readers see another one, which has to stay.
    """
    versions = list(article.versions.select_related("source__run").order_by("number"))
    newest = next((version for version in reversed(versions) if version.source.run.importer != _TYPED), None)
    if newest and _says(newest, record):
        return None
    fetched, last = record.retrieved_at, _last_fetched(article, versions)
    if any(_says(version, record) for version in versions) and not (fetched and last and fetched > last):
        return None
    if fetched and last and fetched < last:
        days = f"fetched on {last:%d %B %Y}; this one is of {fetched:%d %B %Y}"
        raise NotShown(f"The archive has a newer text of this address, {days}.")
    if article.state == Article.State.PUBLISHED and not correct:
        raise NotShown("Readers see another text of this address: an editor has to bring this one in.")
    return _show(record, article, run)


def _says(version: Version, record: Ready) -> bool:
    if version.source.sha256 == record.sha256:
        return True
    if (version.body_sha256, version.headline, version.deck) != (record.body_sha256, record.headline, record.deck):
        return False
    return list(version.blocks.searched().order_by("position").values_list("type", "text")) == record.words


def _last_fetched(article: Article, versions: Sequence[Version]) -> datetime | None:
    """Return when the article was fetched last, as far as records told."""
    told = Decision.objects.filter(pk__in=log.decisions_of(article).values("pk"), action="import")
    logged = told.filter(after__has_key="retrieved_at").values_list("after__retrieved_at", flat=True)
    moments = [version.source.retrieved_at for version in versions] + [parse_datetime(moment) for moment in logged]
    return max(filter(None, moments), default=None)


def _show(record: Ready, article: Article, run: ImportRun) -> Version:
    before = article.current
    newest: int = article.versions.aggregate(newest=Max("number"))["newest"] or 0
    source = find_or_add_source(record.raw, lambda _sha256: run)
    version = add_version(
        record.raw, article, source, number=newest + 1, cosmetic=before is not None and _only_spaces(before, record)
    )
    Article.objects.filter(pk=article.pk).update(current=version)
    article.current = version
    log.record(
        article,
        "import",
        by=run.by,
        before={"version": before.number} if before else None,
        after={"version": version.number, "source": source.sha256, **_moment(record)},
        reason=f"Read from {source.place}." if source.run_id == run.pk else f"Read again from {record.place}.",
    )
    if before:
        reanchor(before, version, by=run.by, reason="The publisher prints other words.")
    refresh_texts([article.pk])
    return version


def _moment(record: Ready) -> dict[str, Any]:
    return {"retrieved_at": record.retrieved_at.isoformat()} if record.retrieved_at else {}


def _only_spaces(before: Version, record: Ready) -> bool:
    blocks: Sequence[Block] = list(before.blocks.order_by("position"))
    return is_same_but_for_spaces(typed_of(blocks), typed_of(record.raw.blocks))
