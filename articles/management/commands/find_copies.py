"""Finds articles that print the same text, in one go; otherwise the worker does it after each import."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from articles.actions.copies import BATCH, find_copies, waiting
from articles.models import Copy, Likeness, Status


class Command(BaseCommand):
    help = "Look for articles that print the same text, whole or nearly. May be ended and begun again at any time."

    def handle(self, *_args: str, **options: Any) -> None:
        self.verbosity = options["verbosity"]
        total, done, began = waiting().count(), 0, time.monotonic()
        while found := find_copies(most=10 * BATCH):
            done += found
            rate = done / (time.monotonic() - began)
            self._tell(f"\r{done:,} of {max(total, done):,} articles looked at, {rate:,.0f} a second", end="")
        self._tell("" if done else "Every article has been looked at.")
        suggested = Likeness.objects.filter(status=Status.SUGGESTED).count()
        copies, texts = Copy.objects.count(), Copy.objects.values("first").distinct().count()
        self._tell(
            ngettext("%(count)s article is a copy", "%(count)s articles are copies", copies) % {"count": f"{copies:,}"}
            + ngettext(" of %(count)s text; ", " of %(count)s texts; ", texts) % {"count": f"{texts:,}"}
            + ngettext("%(count)s pair waits", "%(count)s pairs wait", suggested) % {"count": f"{suggested:,}"}
            + " for an editor."
        )

    def _tell(self, text: str, *, end: str = "\n") -> None:
        if self.verbosity:
            self.stdout.write(text, ending=end)
            self.stdout.flush()
