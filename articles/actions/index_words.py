"""Writes which words the texts of the archive print, for whoever looks for the nearest to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from articles.models.word import LONGEST, SHORTEST

# In one order, so that the index is walked and not leapt about in. Nobody waits for what another is just writing.
_ADD = """
    INSERT INTO articles_word (word)
    SELECT word FROM unnest(%s::text[]) AS printed (word)
    WHERE NOT EXISTS (SELECT FROM articles_word known WHERE known.word = printed.word)
"""
_FORGET = """
    DELETE FROM articles_word
    WHERE word = ANY (%s) AND NOT EXISTS (
        SELECT FROM articles_articleentry WHERE public AND vector @@ quote_literal(word)::tsquery
    )
"""


def add_words(vectors: Iterable[str]) -> int:
    """Add the words of tsvectors, given as text, that nobody has written yet; return how many these were.

    One that no text prints any more stays: it is in no entry, and so never shown. `forget_words` is for erasing.
    """
    words = sorted(_words(vectors))
    if not words:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(_ADD, [words])
        added: int = cursor.rowcount
    return added


def forget_words(vectors: Iterable[str]) -> None:
    """Delete the words of tsvectors, given as text, but those that other texts print before readers' eyes.

    A word that other drafts hold too goes as well, and comes back when one of these is indexed again.
    """
    with connection.cursor() as cursor:
        cursor.execute(_FORGET, [sorted(_words(vectors))])


def _words(vectors: Iterable[str]) -> set[str]:
    """Return the words in letters of what `text.analysis.tsvector` has written; families have a colon."""
    lexemes: set[str] = set()
    for vector in vectors:
        lexemes.update(vector.split("'")[1::2])
    return {word for word in lexemes if SHORTEST <= len(word) <= LONGEST and word.isalpha()}
