"""./run bench search [--size N] [--keep DIR]: how fast search is and how good, beside Datasette and tantivy.

Makes N articles that nobody wrote, imports them by the command that a librarian would give into an archive of its own,
and adds who is named, who speaks and what is counted. Then asks what readers ask: words of known frequency, alone and
joined, phrases, beginnings, people, topics, publishers, days, all orders, deep pages, the landing page. Each question
is timed inside and by HTTP from the server that ./run starts, after the archive has been written to, so that nothing
remembered helps. Datasette (SQLite FTS5) and tantivy (called as a library) get the same rows and questions in the same
run: 20 articles in order, their number, 20 snippets, five facets. Relevance is judged by finding known articles again.

--keep DIR     leave the archive in DIR; a second run with it measures at once
--articles F   judge relevance on the articles of a file as well (any that ./run manage import_articles reads)
--alone        without the other engines, which pip installs the first time
--json F       write the figures there; DIR/figures.json with --keep
--docs         write the table into docs/search.md and the drawing beside it

10,000 articles take a few minutes, 100,000 some fifteen, 1,000,000 some hours and 40 GB of disk.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)  # instead of this folder: bench/html.py must not stand in the way of Python's own html

import psycopg  # noqa: E402 - the checkout is not installed

from bench.searching import others, plot, served, table  # noqa: E402
from bench.searching.archive import Archive, Failed, tell  # noqa: E402
from bench.searching.outcome import Outcome, kinds_of, machine  # noqa: E402
from bench.searching.real import judged  # noqa: E402
from newsarchive import database  # noqa: E402

DOCS = ROOT / "docs/search.md"
DRAWING = ROOT / "docs/search-speed.svg"
BEGIN, END = "<!-- ./run bench search --docs writes from here -->", "<!-- to here -->"
PICTURE = "![Milliseconds for a whole page, by kind of question and engine](search-speed.svg)"
PEERS = ROOT / ".data/bench-peers"  # their environment; .data is no part of the checkout


def main() -> int:
    """Make the archive, measure it, print what came out."""
    options = asked()
    try:
        with folder(options.keep) as place:
            archive = Archive(folder=place, size=options.size)
            try:
                archive.start()
                outcome = measure(archive, options)
            finally:
                archive.stop()
            written = options.json or (place / "figures.json" if options.keep else None)
            if written:
                written.write_text(json.dumps(asdict(outcome), indent=1, ensure_ascii=False), encoding="utf-8")
    except Failed as problem:
        tell(str(problem))
        return 1
    print(table.terminal(outcome))
    if options.docs:
        write_docs(outcome)
    return 0


def asked() -> argparse.Namespace:
    """Read the command line."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="./run bench search", description=__doc__, formatter_class=form)
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--docs", action="store_true")
    options = parser.parse_args()
    if not 100 <= options.size <= 10_000_000:
        parser.error("--size is a number of articles from 100 to 10,000,000")
    if options.articles and not options.articles.is_file():
        parser.error(f"{options.articles} is no file")
    return options


@contextmanager
def folder(kept: Path | None) -> Iterator[Path]:
    """Yield the folder of the archive: the one to keep, or one that is gone afterwards."""
    if kept:
        yield kept.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="newsarchive-bench-") as made:
        yield Path(made)


def measure(archive: Archive, options: argparse.Namespace) -> Outcome:
    """Ask everything, and judge what comes back.

    Raises:
        Failed: a step has failed.
    """
    cases = json.loads(archive.run("-m", "bench.searching.cases"))
    questions = archive.folder / "cases.json"
    questions.write_text(json.dumps(cases), encoding="utf-8")
    kinds, load = kinds_of(cases), os.getloadavg()[0]
    tell(f"{len(cases)} questions: inside, by HTTP, other engines, relevance, costs.")
    ask_inside(archive, cases, kinds)
    ask_by_http(archive, cases, kinds)
    engines = [] if options.alone else others.measure(archive, PEERS, cases)
    for engine in engines:
        for case, listed, facets in zip(cases, engine.lists, engine.facets, strict=True):
            known = kinds[case["kind"]].others.setdefault(engine.name, ([], []))
            known[0].extend(listed)
            known[1].extend(facets)
    return Outcome(
        size=archive.size,
        kinds=list(kinds.values()),
        versions={engine.name: engine.version for engine in engines},
        loaded={engine.name: engine.loaded for engine in engines},
        steps=archive.seconds(),
        relevance=json.loads(archive.run("-m", "bench.searching.relevance", str(questions))),
        real=judged(options.articles) if options.articles else {},
        costs=json.loads(archive.run("-m", "bench.searching.costs")),
        machine=machine(version(archive)),
        load=load,
    )


def ask_inside(archive: Archive, cases: list[dict[str, Any]], kinds: dict[str, Any]) -> None:
    """Time the search without server and drawing."""
    told = json.loads(archive.run("-m", "bench.searching.inside", str(archive.folder / "cases.json")))
    for case, one in zip(cases, told, strict=True):
        kinds[case["kind"]].inside += one["seconds"]
        kinds[case["kind"]].found.append(one["total"])


def ask_by_http(archive: Archive, cases: list[dict[str, Any]], kinds: dict[str, Any]) -> None:
    """Time the page of the list and that of the facets."""
    with served.serving(archive) as port:
        for path, name in (("/search/", "listed"), ("/search/filters/", "facets")):
            for case, seconds in zip(
                cases, served.pages(archive, port, [(path, case["address"]) for case in cases]), strict=True
            ):
                getattr(kinds[case["kind"]], name).extend(seconds)
                kinds[case["kind"]].failed += not seconds


def version(archive: Archive) -> str:
    """Return the version of the archive's server."""
    with psycopg.connect(database.address(archive.data)) as connection:
        return str(connection.execute("SHOW server_version").fetchone()[0]).split()[0]  # type: ignore[index]


def write_docs(outcome: Outcome) -> None:
    """Put the table between its two marks, and the drawing beside the docs."""
    before, _, rest = DOCS.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    if not after:
        raise Failed(f"{DOCS} has no place for the table: {BEGIN} ... {END}.")
    DOCS.write_text(f"{before}{BEGIN}\n{table.markdown(outcome)}\n\n{PICTURE}\n{END}{after}", encoding="utf-8")
    DRAWING.write_text(plot.svg(outcome), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
