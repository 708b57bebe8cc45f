"""The one memorable world of the tests: the first article with all that an editor made of it."""

from __future__ import annotations

from django.core.management import call_command

from articles.models import Article


def load_sample_world() -> Article:
    """Load the sample, as `./run` does for an empty archive; return the first article."""
    call_command("load_sample", verbosity=0)
    return Article.objects.without_notes().get()
