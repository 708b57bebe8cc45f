"""tantivy, called as a library: `python tantivy_library.py build FOLDER RECORDS FACTS` and `ask FOLDER CASES`.

Runs with the peers' own Python, without anything of the archive. `ask` prints for each question how many articles were
found and the seconds of its list (20 articles, their number, 20 snippets) and of its five facets, as JSON.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Document, FieldType, Index, Occur, Order, Query, SchemaBuilder, SnippetGenerator

MEMORY = 400_000_000  # bytes, of the writer
WORDS = ("headline", "body")
FACETS = ("publisher", "section", "year", "topics", "people")
ORDERS = {"newest": Order.Desc, "oldest": Order.Asc}
AGGREGATION = {name: {"terms": {"field": name, "size": 20}} for name in FACETS}
FEWEST, MOST, LONG_ENOUGH = 3, 10, 0.7  # as bench/searching/timing.py has them


def build(folder: Path, records: Path, facts: Path) -> None:
    """Make the index of all articles."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    index = Index(schema(), path=str(folder))
    writer = index.writer(MEMORY, 2)
    with records.open(encoding="utf-8") as one, facts.open(encoding="utf-8") as other:
        for record, fact in zip(map(json.loads, one), map(json.loads, other), strict=True):
            writer.add_document(document(record, fact))
    writer.commit()
    writer.wait_merging_threads()


def schema() -> Any:
    """Return the fields of an article."""
    made = SchemaBuilder()
    made.add_text_field("headline", stored=True)
    made.add_text_field("body", stored=True)
    made.add_integer_field("day", indexed=True, fast=True)
    for name in FACETS:
        made.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    return made.build()


def document(record: dict[str, str], fact: dict[str, Any]) -> Any:
    """Return an article as it is stored."""
    made = Document(headline=record["title"], body=record["content"])
    made.add_integer("day", date.fromisoformat(record["date"]).toordinal())
    for name, values in {
        "publisher": [record["source"]],
        "section": [record["section"]],
        "year": [record["date"][:4]],
        "topics": [str(topic) for topic in fact["topics"]],
        "people": fact["people"],
    }.items():
        for value in values:
            made.add_text(name, value)
    return made


class Asked:
    """An open index."""

    def __init__(self, folder: Path) -> None:
        self.index = Index.open(str(folder))
        self.index.reload()
        self.schema = self.index.schema
        self.searcher = self.index.searcher()

    def answer(self, case: dict[str, Any]) -> dict[str, Any]:
        """Ask until warm, then measure."""
        query = self.query(case)
        total = self.searcher.search(query, limit=1, count=True).count
        return {
            "total": total,
            "list": timed(lambda: self.page(query, case)),
            "facets": timed(lambda: self.searcher.aggregate(query, AGGREGATION)),
        }

    def page(self, query: Any, case: dict[str, Any]) -> list[str]:
        order = {} if case["sort"] == "relevance" else {"order_by_field": "day", "order": ORDERS[case["sort"]]}
        found = self.searcher.search(query, limit=20, count=True, offset=case["offset"], **order)
        snippets = SnippetGenerator.create(self.searcher, query, self.schema, "body")
        return [snippets.snippet_from_doc(self.searcher.doc(place)).to_html() for _, place in found.hits]

    def query(self, case: dict[str, Any]) -> Any:
        """Build the query of a question; of nothing asked, all articles."""
        parts = [(Occur.Must, self.word(word)) for word in case["all"]]
        parts += [(Occur.MustNot, self.word(word)) for word in case["without"]]
        if case["any"]:
            parts.append((Occur.Must, either([self.word(word) for word in case["any"]])))
        if case["phrase"]:
            words = case["phrase"].lower().split()
            phrases = [Query.phrase_query(self.schema, name, words) for name in WORDS]
            parts.append((Occur.Must, either(phrases)))
        if case["prefix"]:
            beginnings = [Query.regex_query(self.schema, name, f"{case['prefix']}.*") for name in WORDS]
            parts.append((Occur.Must, either(beginnings)))
        for name, value in (("people", case["person"]), ("topics", case["topic"]), ("publisher", case["publisher"])):
            if value:
                parts.append((Occur.Must, Query.term_query(self.schema, name, value, "basic")))
        if any(case["days"]):
            first, last = (date.fromisoformat(day).toordinal() for day in case["days"])
            parts.append((Occur.Must, Query.range_query(self.schema, "day", FieldType.Integer, first, last)))
        return Query.boolean_query(parts) if parts else Query.all_query()

    def word(self, word: str) -> Any:
        return either([Query.term_query(self.schema, name, word) for name in WORDS])


def either(queries: list[Any]) -> Any:
    """Return what one of the queries finds."""
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def timed(once: Callable[[], object]) -> list[float]:
    """Ask until warm, then measure; return seconds."""
    once()
    began, seconds = time.monotonic(), []
    while len(seconds) < FEWEST or (len(seconds) < MOST and time.monotonic() - began < LONG_ENOUGH):
        begun = time.perf_counter()
        once()
        seconds.append(time.perf_counter() - begun)
    return seconds


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["build", folder, records, facts]:
            build(Path(folder), Path(records), Path(facts))
        case ["ask", folder, cases]:
            asked = Asked(Path(folder))
            print(json.dumps([asked.answer(case) for case in json.loads(Path(cases).read_text(encoding="utf-8"))]))
        case ["version"]:
            print(tantivy.__version__.partition(",")[0].removeprefix("tantivy v"))
