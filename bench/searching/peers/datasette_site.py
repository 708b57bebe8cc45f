"""Datasette over SQLite's FTS5: the same rows as a table with full-text search, and the addresses of its pages."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

TABLE: Final = """
CREATE TABLE articles (id INTEGER PRIMARY KEY, day TEXT, year INTEGER, publisher TEXT, section TEXT, headline TEXT,
    body TEXT, topics TEXT, people TEXT);
CREATE VIRTUAL TABLE articles_fts USING fts5(headline, body, content='articles', content_rowid='id');
"""
INDEXES: Final = """
CREATE INDEX by_day ON articles (day);
CREATE INDEX by_publisher ON articles (publisher);
INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
INSERT INTO articles_fts (articles_fts) VALUES ('optimize');
ANALYZE;
"""
# Its own limits, a second for a page and a fifth of one for a facet, would end most of what is measured.
SETTINGS: Final = {"sql_time_limit_ms": 60_000, "facet_time_limit_ms": 60_000, "suggest_facets": 0}
FACETS: Final = {"_facet": ["publisher", "section", "year"], "_facet_array": ["topics", "people"]}
LIST: Final = """SELECT articles.id, headline, day, publisher, {snippet} FROM {tables} WHERE {conditions}
    ORDER BY {order} LIMIT 20 OFFSET {offset}"""
ORDERS: Final = {"relevance": "rank", "newest": "day DESC, articles.id DESC", "oldest": "day, articles.id"}


def build(file: Path, records: Path, facts: Path) -> None:
    """Make the database of all articles."""
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as database:
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + TABLE)
        database.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _rows(records, facts))
        database.commit()
        database.executescript(INDEXES)


def _rows(records: Path, facts: Path) -> Iterator[tuple[Any, ...]]:
    with records.open(encoding="utf-8") as one, facts.open(encoding="utf-8") as other:
        for number, (record, fact) in enumerate(zip(map(json.loads, one), map(json.loads, other), strict=True), 1):
            day, topics = record["date"], json.dumps([str(topic) for topic in fact["topics"]])
            source, section, people = record["source"], record["section"], json.dumps(fact["people"])
            yield number, day, day[:4], source, section, record["title"], record["content"], topics, people


def command(file: Path) -> list[str]:
    """Return the arguments of Python that serve the database at {port}."""
    settings = [word for name, value in SETTINGS.items() for word in ("--setting", name, str(value))]
    return ["-m", "datasette", "serve", str(file), "--port", "{port}", *settings]


def page(case: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return the address of its page of a table: 20 rows by key, their number, five facets."""
    params: dict[str, Any] = {"_size": "20", **FACETS}
    if words := match(case):
        params |= {"_search": words, "_searchmode": "raw"}
    if any(case["days"]):
        params |= dict(zip(("day__gte", "day__lte"), case["days"], strict=True))
    named = {
        "publisher": case["publisher"],
        "people__arraycontains": case["person"],
        "topics__arraycontains": case["topic"],
    }
    return "/articles/articles.json", params | {name: value for name, value in named.items() if value}


def ordered(case: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return the address of the list that the table's page cannot give: 20 rows in the order asked, with snippets."""
    words = match(case)
    conditions = ["articles_fts MATCH :words"] if words else ["1"]
    params = {"words": words} if words else {}
    for column, value in (("publisher", case["publisher"]), ("people", case["person"]), ("topics", case["topic"])):
        if value:
            held = f"EXISTS (SELECT 1 FROM json_each(articles.{column}) WHERE value = :{column})"  # noqa: S608 - one of three columns
            conditions.append("publisher = :publisher" if column == "publisher" else held)
            params[column] = value
    if any(case["days"]):
        conditions.append("day BETWEEN :first AND :last")
        params |= dict(zip(("first", "last"), case["days"], strict=True))
    statement = LIST.format(
        snippet="snippet(articles_fts, 1, '', '', '', 30)" if words else "substr(body, 1, 200)",
        tables="articles_fts JOIN articles ON articles.id = articles_fts.rowid" if words else "articles",
        conditions=" AND ".join(conditions),
        order=ORDERS["newest" if case["sort"] == "relevance" and not words else case["sort"]],
        offset=case["offset"],
    )
    return "/articles.json", {"sql": statement.replace("headline, day", "articles.headline, day"), **params}


def match(case: Mapping[str, Any]) -> str:
    """Return the words of a question as FTS5 reads them; "" when there are none."""
    parts = [_quoted(word) for word in case["all"]]
    if case["any"]:
        parts.append(f"({' OR '.join(map(_quoted, case['any']))})")
    if case["phrase"]:
        parts.append(_quoted(case["phrase"]))
    if case["prefix"]:
        parts.append(f"{case['prefix']} *")
    return " NOT ".join([" AND ".join(parts), *map(_quoted, case["without"])])


def _quoted(words: str) -> str:
    return f'"{words}"'


if __name__ == "__main__":
    build(*map(Path, sys.argv[1:]))
