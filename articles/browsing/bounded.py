"""Statements of the first page that walk along an index until they have met what is shown."""

from __future__ import annotations

from django.db import connection

from articles.search.budget import Budget, Row, Statement
from articles.search.fencing import planned


def along(statement: Statement, budget: Budget) -> list[Row]:
    """Fetch what a statement finds, planned so that it reads no more than it meets on its way.

    Raises:
        OutOfTime: it takes more than is left.
    """
    with planned(connection.alias, by_words=False):
        return budget.fetch(statement)
