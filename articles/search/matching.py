"""How the rows of an entry table meet a query: matches, and how well."""

from __future__ import annotations

from django.contrib.postgres.search import SearchRank
from django.db.models import BooleanField, F, Func, Value

from articles.models.entry import Literal

# Divide by 1 + log(length): a long article does not win by its length alone.
_BY_LENGTH = 1


class Matches(Func):
    """True where a tsvector column matches a query in tsquery notation."""

    arg_joiner = " @@ "
    template = "(%(expressions)s)"
    output_field = BooleanField()

    def __init__(self, column: str, tsquery: str) -> None:
        super().__init__(F(column), Literal(Value(tsquery), type="tsquery"))


def rank(column: str, tsquery: str) -> SearchRank:
    """Return how well a row matches: more for a headline than for a paragraph, more for short texts."""
    return SearchRank(F(column), Literal(Value(tsquery), type="tsquery"), normalization=Value(_BY_LENGTH))
