"""A text that an editor types is a version of its own: the older ones stay, and what rests on them is carried over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from functools import partial
from typing import Final

from django.contrib.auth.models import User
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.actions.add import add_version, find_or_add_source, find_words, unfit
from articles.actions.editing import edited
from articles.actions.reanchor import reanchor
from articles.importers.base import MAX_LINES, MAX_TEXT
from articles.importers.typed import Typed, compose, is_same_but_for_spaces, tidy, typed_of
from articles.models import Article, Block, Entity, ImportRun, Version
from articles.text.normalise import unstorable

IMPORTER: Final = "typed"
PLACE: Final = "typed by an editor"  # readers see it, so it names nobody


class Unfit(ValueError):
    """A text that the archive could not hold; the message is a sentence. `problems` finds it beforehand."""


def problems(typed: Typed) -> dict[str, str]:
    """Return by field, in sentences, what of the typed text the archive could not hold; empty when it can."""
    found = {field.name: said for field in fields(typed) if (said := _problem(getattr(typed, field.name)))}
    raw = compose(typed, place=PLACE)
    if not raw.headline:
        found.setdefault("headline", _("It has no headline."))
    if not raw.body:
        found.setdefault("text", _("It has no text."))
    if len(raw.blocks) > MAX_LINES:
        found.setdefault("text", _("It has more than %(most)s paragraphs and lines.") % {"most": f"{MAX_LINES:,}"})
    if not found and (reason := unfit(raw)):
        found["text"] = reason
    return found


def _problem(words: str) -> str:
    if len(words) > MAX_TEXT:
        return _("It is longer than %(most)s characters.") % {"most": f"{MAX_TEXT:,}"}
    return unstorable(words)


def known(typed: Typed, publisher: Entity | None) -> Version | None:
    """Return the version that already has the typed words from this publisher; None when they are new."""
    return find_words(compose(typed, place=PLACE), publisher)


def put_text(article: Article, typed: Typed, *, by: User | None, reason: str = "") -> Version | None:
    """Make the typed text the one that the article shows, as its next version; the caller holds the article.

    None when the article shows these words already. The reason is from editor to editor: no reader sees it.

    Raises:
        Unfit: the archive could not hold it.
    """
    if found := problems(typed):
        raise Unfit(" ".join(found.values()))
    raw = compose(typed, place=PLACE, language=article.language)
    before = _shown(article)
    old, new = typed_of(before.blocks.order_by("position") if before else ()), tidy(typed)
    if before and tidy(old) == new:
        return None
    version = add_version(
        raw,
        article,
        find_or_add_source(raw, partial(_run, by)),
        number=_next_number(article),
        cosmetic=before is not None and is_same_but_for_spaces(old, new),
    )
    _show(article, version, before, by=by, reason=reason)
    return version


def revise(
    article: Article, typed: Typed, *, by: User | None, reason: str = "", seen: int | None = None
) -> Version | None:
    """Correct the text of an article as `put_text` does, logged with the reason; `seen` as in `editing.edited`.

    Raises:
        Changed: somebody changed the article since; nothing is written.
        Unfit: the archive could not hold the text.
    """
    with edited(article, by=by, action="revise", reason=reason, seen=seen):
        return put_text(article, typed, by=by, reason=reason)


def restore(version: Version, *, by: User | None, reason: str = "", seen: int | None = None) -> Version | None:
    """Make an older text the newest again, as another version from the same source; None when it is shown already.

    What the text that it takes the place of had sent back to review is as it was (`given_back`).

    Raises:
        Changed: somebody changed the article since; nothing is written.
    """
    article = version.article
    with edited(article, by=by, action="revise", reason=reason, seen=seen):
        before = _shown(article)
        blocks = list(version.blocks.order_by("position"))
        if before and _words(blocks) == _words(before.blocks.order_by("position")):
            return None
        again = _copy(version, blocks, before, number=_next_number(article))
        _show(article, again, before, by=by, reason=reason, again=version)
    return again


def _copy(version: Version, blocks: list[Block], before: Version | None, *, number: int) -> Version:
    cosmetic = before is not None and is_same_but_for_spaces(
        typed_of(before.blocks.order_by("position")), typed_of(blocks)
    )
    again = Version.objects.create(
        article=version.article,
        number=number,
        headline=version.headline,
        deck=version.deck,
        body=version.body,
        body_sha256=version.body_sha256,
        source=version.source,
        note=f"The text of version {version.number} again.",  # data, so in no language of the pages
        cosmetic=cosmetic,
    )
    for block in blocks:
        block.pk, block.version = None, again
    Block.objects.bulk_create(blocks)
    return again


def _words(blocks: Iterable[Block]) -> list[tuple[str, str]]:
    return [(block.type, block.text) for block in blocks]


def _shown(article: Article) -> Version | None:
    """Return the text that the article shows according to its row: the caller may have looked before the lock."""
    return Version.objects.filter(pk__in=Article.objects.filter(pk=article.pk).values("current")).first()


def _next_number(article: Article) -> int:
    newest: int | None = article.versions.aggregate(newest=Max("number"))["newest"]
    return (newest or 0) + 1


def _show(
    article: Article,
    version: Version,
    before: Version | None,
    *,
    by: User | None,
    reason: str,
    again: Version | None = None,
) -> None:
    article.current = version
    article.save(update_fields=["current"])
    if before:
        reanchor(before, version, by=by, reason=reason, again=again)


def _run(by: User | None, sha256: str) -> ImportRun:
    name = by.get_username() if by else "a command"
    return ImportRun.objects.create(
        by=by,
        importer=IMPORTER,
        container=f"typed by {name}",
        container_sha256=sha256,
        seen=1,
        new=1,
        finished_at=timezone.now(),
    )
