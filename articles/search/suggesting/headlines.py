"""Headlines that hold what is typed: whole words in any form, and of the last one its beginning. Newest first."""

from __future__ import annotations

from typing import Final

from django.db import connection

from articles.models import Article
from articles.search.suggesting.unfinished import Unfinished
from articles.search.terms import Term

MOST: Final = 4  # fewer where names and topics leave less room
_NEWEST: Final = 2_000  # articles that are looked through one after the other
_MOST_FOUND: Final = 2_000  # by the index
_SHORTEST: Final = 3  # letters of the last word; those that begin with fewer are too many for the index

# The index is looked into only where the walk has met too few.
_FIND: Final = """
WITH walked AS MATERIALIZED (
    SELECT article_id FROM (
        SELECT article_id, lead, note FROM articles_articleentry WHERE public
        ORDER BY newest DESC NULLS LAST, article_id DESC LIMIT %(newest)s
    ) newest
    WHERE NOT note AND lead @@ %(asked)s::tsquery LIMIT %(most)s
), found AS MATERIALIZED (
    SELECT article_id, newest FROM articles_articleentry
    WHERE public AND NOT note AND lead @@ %(asked)s::tsquery
        AND %(indexed)s AND (SELECT count(*) FROM walked) < %(most)s
    LIMIT %(most_found)s
)
SELECT article_id FROM walked
UNION
(SELECT article_id FROM found ORDER BY newest DESC NULLS LAST, article_id DESC LIMIT %(most)s)
"""


def headlines(end: Unfinished, *, most: int) -> list[Article]:
    """Return articles with what a card shows; none where more than plain words is typed.

    Words that many headlines have are soon met among the newest; what is seldom there the index finds.
    """
    asked, most = _asked(end.text.split()) if end.alone and end.words else "", min(most, MOST)
    if not asked or most < 1:
        return []
    indexed = len(end.keys[-1]) >= _SHORTEST
    told: dict[str, int | str] = {
        "newest": _NEWEST,
        "most_found": _MOST_FOUND,
        "asked": asked,
        "most": most,
        "indexed": indexed,
    }
    with connection.cursor() as cursor:
        cursor.execute(_FIND, told)
        keys = [key for (key,) in cursor.fetchall()]
    return list(Article.objects.public().filter(pk__in=keys).for_cards().newest_first()[:most]) if keys else []


def _asked(words: list[str]) -> str:
    """Return a tsquery that asks for words in a headline; "" where nothing in them can be searched."""
    *whole, last = words
    begun = [term for term in (Term.read(last), Term.read(last, prefix=True)) if term]
    ended = [term for word in whole if (term := Term.read(word))]
    return "&".join([*(term.tsquery("A") for term in ended), *_either([term.tsquery("A") for term in begun])])


def _either(parts: list[str]) -> list[str]:
    return [f"({'|'.join(parts)})"] if parts else []
