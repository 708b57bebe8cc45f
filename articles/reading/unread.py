"""Whether the rules have looked for people, quotes, figures and days in a text, as its page tells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from articles.models import Fact, Reading, Version
from articles.models.fact import Status, shown_statuses

Unread = Literal["", "waits", "failed"]


def unread(version: Version, facts: Iterable[Fact]) -> Unread:
    """Return why a page has nothing that rules found: the text waits for them, or they could not read it; else "".

    `facts` are those that the page shows. Nothing is missing where an editor has reviewed one of them, nor where
    readers see no suggestions. Reference notes and earlier texts are not read.
    """
    article = version.article
    if article.is_note or article.current_id != version.pk or Status.SUGGESTED not in shown_statuses():
        return ""
    if any(not fact.unreviewed for fact in facts):
        return ""
    failures = list(Reading.objects.filter(version=version).values_list("failure", flat=True))
    if not failures:
        return "waits"
    return "failed" if failures[0] else ""
