"""What a reader may have meant who found nothing: the nearest words that the archive prints, and the nearest name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.db import OperationalError, connection, transaction
from psycopg import errors

from articles.models import ArticleEntry, Entity, EntityName
from articles.models.word import Word
from articles.search.aside import counted
from articles.search.budget import Budget
from articles.search.conditions import without_others
from articles.search.counts import Count
from articles.search.list_filter import ListFilter
from articles.search.matching import Matches
from articles.search.query import Query, parse
from articles.search.terms import Term
from articles.text.analysis import analyse, quote_lexeme
from articles.text.names import name_key

MOST_EDITS: Final = 2
LETTERS_AN_EDIT: Final = 4  # of the word as typed
MOST_LOOKED_AT: Final = 60  # words of so few edits
MOST_ASKED: Final = 5  # of these, whether readers may see a text with it
ENOUGH: Final = 1000  # articles by which two words equally near are told apart
# Words of eight letters two of which are changed share a fifth of their trigrams.
_ALIKE: Final = "0.2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """A query with other words in place of those that the archive does not know."""

    text: str
    typed: list[str]
    words: list[str]  # in place of them, in the same order


def words(query: Query, filters: ListFilter, budget: Budget) -> Meant | None:
    """Put the nearest word in place of each that nothing public holds; None where there is none, or no time."""
    put = {
        term: word
        for term in sorted(_words_of(query), key=lambda term: term.start)
        if not _known(term, filters, budget) and (word := _nearest(term, budget))
    }
    text = query.text
    for term, word in reversed(put.items()):  # from the end, so that places stay what they were
        text = f"{text[: term.start]}{word}{text[term.start + len(term.printed) :]}"
    return Meant(text=text, typed=[term.printed for term in put], words=list(put.values())) if put else None


def name(query: Query, near: list[Entity]) -> Entity | None:
    """Return the one among names spelt like the words that these are a spelling of, within a few letters."""
    if any(not isinstance(clause.node, Term) for clause in query.clauses):
        return None
    typed = name_key(query.words)
    most = _edits_allowed(typed)
    for entity in near:
        keys = EntityName.objects.filter(entity=entity).values_list("key", flat=True)
        if any(edits(typed, key, most=most) <= most for key in keys):
            return entity
    return None


def _words_of(query: Query) -> Iterator[Term]:
    """Yield the words asked for as they may be replaced: not those in quotation marks, which are meant as typed."""
    for term in query.terms:
        stands = query.text[term.start : term.start + len(term.printed)] == term.printed
        if stands and len(term.steps) == 1 and not term.quoted and not term.prefix and term.printed.isalpha():
            yield term


def _known(term: Term, filters: ListFilter, budget: Budget) -> bool:
    """Whether readers may see it: in an article, or in a row of the list, which may have words of its own."""
    held = ArticleEntry.objects.filter(Matches("vector", term.tsquery()), public=True)
    in_articles = counted(held, budget, most=1)
    if in_articles is None or in_articles:
        return True
    in_list = counted(filters.found({**without_others(filters), "q": parse(term.printed)}), budget, most=1)
    return in_list is None or bool(in_list)


def _nearest(term: Term, budget: Budget) -> str | None:
    """Return the nearest word that readers may see; of several, the one that more articles hold."""
    typed = next((token.lexeme for token in analyse(term.printed)), "")
    most = _edits_allowed(typed)
    told = [(edits(typed, word, most=most), word) for word in _alike(typed, most, budget)] if most else []
    best: list[tuple[int, int, str]] = []
    for distance, word in sorted(one for one in told if one[0] <= most)[:MOST_ASKED]:
        if best and distance > best[0][0]:
            break
        held = ArticleEntry.objects.filter(Matches("vector", quote_lexeme(word)), public=True)
        articles = counted(held, budget, most=ENOUGH) or Count(0)
        if articles:
            best.append((distance, -articles.number, word))
    return min(best)[2] if best else None


def _alike(typed: str, most: int, budget: Budget) -> list[str]:
    """Return words of a few edits more or less, drafts' words among them; none where there is no time."""
    # Two neighbours that changed places are one mistake, and two edits to PostgreSQL.
    near = Word.objects.like(typed, edits=min(most + 1, MOST_EDITS)).values_list("word", flat=True)
    limit = budget.left_ms
    if not limit:
        return []
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT set_config('statement_timeout', %s, true),"
                    " set_config('pg_trgm.similarity_threshold', %s, true)",
                    [str(limit), _ALIKE],
                )
            found = list(near[:MOST_LOOKED_AT])
            transaction.set_rollback(True)  # gives the settings back, inside of another transaction too
    except OperationalError as error:
        if isinstance(error.__cause__, errors.QueryCanceled):
            return []
        raise
    return list(dict.fromkeys(found))


def _edits_allowed(typed: str) -> int:
    return min(MOST_EDITS, len(typed) // LETTERS_AN_EDIT)


def edits(one: str, other: str, *, most: int) -> int:
    """Return how many letters must be added, left out, changed or swapped with their neighbour; over `most`, any."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        following = [place]
        for at, against in enumerate(other, 1):
            cost = min(row[at] + 1, following[-1] + 1, row[at - 1] + (letter != against))
            if place > 1 and at > 1 and letter == other[at - 2] and one[place - 2] == against:
                cost = min(cost, before[at - 2] + 1)
            following.append(cost)
        before, row = row, following
    return row[-1]
