"""How the rows of an entry table meet a query: matches, and how well."""

from __future__ import annotations

from django.contrib.postgres.search import SearchRank
from django.db.models import BooleanField, F, Func, Value
from django.db.models.expressions import Combinable

from articles.models.entry import Literal

# Divide by 1 + log(length): a long article does not win by its length alone.
_BY_LENGTH = 1
# What it is worth that the words stand near each other, beside where each of them stands. Alone it would forget that
# they stand in the headline, and a long text that repeats them would win; without it sentences are found less well.
_NEAR = 0.3


class Matches(Func):
    """True where a tsvector column matches a query in tsquery notation."""

    arg_joiner = " @@ "
    template = "(%(expressions)s)"
    output_field = BooleanField()

    def __init__(self, column: str, tsquery: str) -> None:
        super().__init__(F(column), Literal(Value(tsquery), type="tsquery"))


def rank(column: str, each: str, together: str = "") -> Combinable:
    """Return how well a row matches: more for a headline than for a paragraph, more for short texts.

    `each` is the words joined by OR, `together` as they were asked for, which counts how near they stand.
    """
    alone = _rank(column, each)
    return alone if together in {"", each} else alone + Value(_NEAR) * _rank(column, together)


def _rank(column: str, tsquery: str) -> SearchRank:
    return SearchRank(F(column), Literal(Value(tsquery), type="tsquery"), normalization=Value(_BY_LENGTH))
