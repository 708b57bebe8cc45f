"""Articles that are gone for good: what their addresses still tell."""

from __future__ import annotations

from datetime import datetime

from articles.models import Tombstone


def erased_at(key: int) -> datetime | None:
    """Return when an article was erased that readers had seen; None for any other address."""
    graves = Tombstone.objects.filter(article_key=key, was_public=True)
    return graves.values_list("at", flat=True).first()
