"""Numbers above 999 are written with their groups, as everywhere on the site."""

from __future__ import annotations

from django.template.loader import render_to_string

from articles.browsing.identity import Appearance


def test_how_often_a_name_appears_is_written_with_groups() -> None:
    seen = Appearance(named=1234, meant=2345, pronouns=[], nested=3456, articles=4567, first=None, latest=None)
    page = " ".join(render_to_string("articles/_entity_named.html", {"seen": seen}).split())
    for told in ("1,234 times", "meant 2,345 times more", "in 4,567 articles", "and 3,456 times inside other names"):
        assert told in page
