"""./run bench duplicates PATH [--grow N] [--list]: how well copies are found, and how fast.

Reads the articles of a JSON Lines file as an import does, gives each a twin by one of the known edits below, imports
them all into a database of its own, and lets `find_copies` look. Prints recall by kind of edit; how many pairs of
different articles were taken for copies, which a reader has to judge (`--list` names them, and those that came near);
and the time for each article. `--grow N` looks at N made-up articles first, and tells how the pace changes.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import re
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)  # instead of this folder: bench/html.py must not stand in the way of Python's own html

import psycopg  # noqa: E402 - the checkout is not installed

from articles.importers.base import RawArticle  # noqa: E402
from articles.importers.files import Container  # noqa: E402
from articles.text.shingles import SHINGLE, Comparison, Shingles, compare  # noqa: E402
from bench.imports import manage, spent  # noqa: E402
from newsarchive import database  # noqa: E402
from newsarchive.cluster import Cluster  # noqa: E402

FEWEST_WORDS: Final = 45  # of an original: a third less is the least that is compared at all
MANY: Final = 6  # paragraphs of an article of which one is added to another
# Articles that share nothing with the others but turns of phrase: one of a thousand hashes, twice each.
GROWN: Final = (
    """INSERT INTO articles_importrun (started_at, importer, container, container_sha256, command, options, stopped,
        seconds, seen, new, versions, known, refused) VALUES (now(), '', '', '', '', '{}', '', 0, 0, 0, 0, 0, 0)""",
    """INSERT INTO articles_source (place, content, sha256, media_type, charset, url, told, doubt, run_id)
        SELECT '', '', repeat('0', 64), '', '', '', '{}', '', id FROM articles_importrun""",
    """INSERT INTO articles_article (url, language, section, published, published_basis, state, rights, added_at)
        SELECT '', '', '', '', '', 'draft', 'full_text', now() FROM generate_series(1, %(number)s)""",
    """INSERT INTO articles_version (article_id, number, headline, deck, body, body_sha256, source_id, note, cosmetic,
        created_at)
        SELECT a.id, 1, '-', '', '', '', s.id, '', false, now() FROM articles_article a, articles_source s""",
    "UPDATE articles_article a SET current_id = v.id FROM articles_version v WHERE v.article_id = a.id",
    """INSERT INTO articles_fingerprint (article_id, version_id, words_sha256, bands)
        SELECT v.article_id, v.id, md5(v.id::text), ARRAY(
            SELECT CASE WHEN at < 3 THEN floor(random() * 1000) ELSE (random() - 0.5) * 1.8e19 END::bigint
            FROM generate_series(1, 16) at WHERE v.id > 0
        ) FROM articles_version v""",
)

Text = list[str]  # paragraphs
chance = random.Random(1)  # noqa: S311 - the same edits each time
FIGURE: Final = re.compile(r"\d+")
DATELINE: Final = re.compile(r"^[^.!?]{0,40}?\s?[-–—]{1,2}\s?(?=\S)")


def same(text: Text) -> Text:
    """Print the same, elsewhere."""
    return text


def typos(text: Text) -> Text:
    """Turn two letters round in some words."""
    return each_word(text, 0.03, lambda word: word[:1] + word[2:3] + word[1:2] + word[3:])


def other_words(text: Text) -> Text:
    """Leave words out, or print another word of the article instead."""
    words = " ".join(text).split()
    return each_word(text, 0.05, lambda _word: chance.choice([chance.choice(words), ""]))


def corrected(text: Text) -> Text:
    """Change every tenth figure, and one at least."""
    figures = list(FIGURE.finditer("\n".join(text)))
    chosen = set(chance.sample(range(len(figures)), max(1, len(figures) // 10))) if figures else set()
    numbers = iter(range(len(figures)))
    other = FIGURE.sub(lambda found: str(int(found[0]) + 2) if next(numbers) in chosen else found[0], "\n".join(text))
    return other.split("\n")


def cut(text: Text) -> Text:
    """Leave out the last third."""
    left, kept = 2 * sum(map(len, text)) / 3, []
    for paragraph in text:
        if left <= 0:
            break
        kept.append(paragraph if len(paragraph) <= left else paragraph[: int(left)].rpartition(" ")[0] + ".")
        left -= len(paragraph)
    return kept


def longer(text: Text) -> Text:
    """Add a paragraph of another article."""
    return [*text, chance.choice(ADDED)]


def shuffled(text: Text) -> Text:
    """Print the paragraphs in another order."""
    return chance.sample(text, len(text))


def other_marks(text: Text) -> Text:
    """Print quotation marks, dashes and spaces otherwise."""
    marks = str.maketrans({'"': "”", "“": '"', "”": '"', "'": "’", "–": "-", "-": " - "})
    return [paragraph.translate(marks).replace(". ", ".  ").upper() for paragraph in text]


def other_lead(text: Text) -> Text:
    """Tell the first paragraph in other words: two thirds of its own, in any order."""
    words = text[0].split()
    return [" ".join(chance.sample(words, len(words) * 2 // 3)) + ".", *text[1:]]


def boilerplate(text: Text) -> Text:
    """Put lines between the paragraphs that are no part of the story."""
    added = ("Baca Juga", "SCROLL TO CONTINUE WITH CONTENT", "Ikuti berita lainnya di saluran kami.")
    return [line for at, paragraph in enumerate(text) for line in (paragraph, *added[at % 4 : at % 4 + 1])]


def wire(text: Text) -> Text:
    """As another publisher of an agency prints it: own dateline, the end cut, a word here and there changed."""
    first = DATELINE.sub("", text[0])
    kept = text[: max(1, len(text) * 4 // 5)]
    return [f"JAKARTA (KANTOR BERITA) – {first}", *other_few(kept[1:])]


def other_few(text: Text) -> Text:
    """Leave out a word here and there."""
    return each_word(text, 0.02, lambda _word: "")


EDITS: Final[Mapping[str, Callable[[Text], Text]]] = {
    "same words": same,
    "typos in 3 % of the words": typos,
    "5 % of the words others or left out": other_words,
    "a tenth of the figures corrected": corrected,
    "last third cut": cut,
    "paragraph added": longer,
    "paragraphs shuffled": shuffled,
    "other marks, spaces and capitals": other_marks,
    "lead rewritten": other_lead,
    "boilerplate added": boilerplate,
    "wire copy: dateline, a fifth cut, 2 % less": wire,
}
ADDED: list[str] = []


def each_word(text: Text, share: float, change: Callable[[str], str]) -> Text:
    """Change a share of the words, drawn at random."""
    return [
        " ".join(change(word) if chance.random() < share else word for word in paragraph.split()) for paragraph in text
    ]


def main() -> None:
    """Make the corpus, import it, look for copies, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--grow", type=int, default=0, metavar="N", help="other articles that the archive has")
    parser.add_argument("--list", action="store_true", help="name the pairs of different articles")
    options = parser.parse_args()
    originals = read(options.path)
    with tempfile.TemporaryDirectory(prefix="newsarchive-bench-") as made:
        folder = Path(made)
        folder.chmod(0o711)  # root's server runs as another user
        corpus, edits = folder / "corpus.jsonl", write(originals, folder / "corpus.jsonl")
        cluster = Cluster(folder / "data")  # durable, as a real one is
        cluster.start()
        try:
            data = folder / "data"
            environment = os.environ | {"DATABASE_URL": database.address(data), "NEWSARCHIVE_DATA": str(data)}
            environment["NEWSARCHIVE_STATEMENT_TIMEOUT_MS"] = "0"
            manage(environment, "migrate", "--verbosity", "0")
            if options.grow:
                grow(environment["DATABASE_URL"], options.grow)
            print(manage(environment, "import_articles", "--publish", str(corpus)).said.splitlines()[-1])
            look(environment, data, 2 * len(originals))
            judge(environment["DATABASE_URL"], edits, originals, listed=options.list)
        finally:
            cluster.stop()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}")


def read(path: Path) -> dict[int, RawArticle]:
    """Return the articles that are long enough, by their number in the file."""
    container = Container(path=path)
    with container.inputs() as inputs:
        records = list(container.read(inputs))
    found = {at: one for at, one in enumerate(records) if isinstance(one, RawArticle)}
    long = {at: one for at, one in found.items() if len(one.body.split()) >= FEWEST_WORDS}
    print(f"{len(records):,} records, {len(long):,} of at least {FEWEST_WORDS} words")
    return long


def paragraphs(article: RawArticle) -> Text:
    """Return what is compared of an article: its paragraphs and crossheads."""
    return article.body.split("\n\n")


def write(originals: Mapping[int, RawArticle], corpus: Path) -> dict[int, str]:
    """Write each article and its twin; return the kind of edit of each."""
    texts = {number: paragraphs(article) for number, article in originals.items()}
    ADDED.extend(text[len(text) // 2] for text in texts.values() if len(text) > MANY)
    kinds = list(EDITS)
    edits = {number: kinds[at % len(kinds)] for at, number in enumerate(texts)}
    with corpus.open("w", encoding="utf-8") as file:
        for number, text in texts.items():
            file.write(record(number, "asli", originals[number].headline, text))
        for number, text in texts.items():
            file.write(record(number, "salinan", "Judul lain", EDITS[edits[number]](text)))
    return edits


def record(number: int, which: str, title: str, text: Sequence[str]) -> str:
    """Return a line of the corpus."""
    told = {"title": title, "content": "\n\n".join(text), "source": f"Koran {which}", "date": "2025-06-10"}
    return json.dumps({**told, "url": f"https://example.org/{which}/{number}"}) + "\n"


def grow(address: str, number: int) -> None:
    """Write the fingerprints of many other articles that have been looked at, a few of whose hashes many share."""
    with psycopg.connect(address) as connection:
        for statement in GROWN:
            connection.execute(statement, {"number": number})
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def look(environment: dict[str, str], data: Path, articles: int) -> None:
    """Run the command, and tell what it costs; processor time says more than the clock on a machine at work."""
    load, began, before = os.getloadavg()[0], time.monotonic(), spent(data)
    print(manage(environment, "find_copies").said.splitlines()[-1])
    seconds = time.monotonic() - began
    ours, theirs = (1000 * (after - first) / articles for after, first in zip(spent(data), before, strict=True))
    print(f"  {articles:,} articles in {seconds:.1f} s: {1000 * seconds / articles:.2f} ms each, load {load:.1f}")
    print(f"  processor time each: {ours:.2f} ms, and {theirs:.2f} ms of the database")


def judge(address: str, edits: Mapping[int, str], originals: Mapping[int, RawArticle], *, listed: bool) -> None:
    """Compare the groups with what was made."""
    with psycopg.connect(address) as connection:
        taken = connection.execute(
            "SELECT url, first_id FROM articles_article a LEFT JOIN articles_copy c ON c.article_id = a.id"
            " WHERE url ~ '/(asli|salinan)/'"
        ).fetchall()
    groups: dict[tuple[str, int], int | None] = {}
    for url, first in taken:
        which, number = url.split("/")[-2:]
        groups[which, int(number)] = first
    found = tell_recall(edits, groups)
    others = sorted(joined(groups), key=lambda pair: -resembling(originals, pair).containment)
    precision = found / (found + len(others))
    print(f"{len(others):,} pairs of different articles were taken for copies too, to be judged by reading them;")
    print(f"precision would be {precision:.3f} if none of them were any")
    if listed:
        tell_pairs("taken for copies:", others, originals)
        near = [pair for pair in neighbours(originals) if pair not in set(others)]
        tell_pairs("not taken for copies, the most alike first:", near, originals)


def tell_recall(edits: Mapping[int, str], groups: Mapping[tuple[str, int], int | None]) -> int:
    """Print how many twins were found, by kind of edit; return their number."""
    made, found = Counter[str](), Counter[str]()
    for number, kind in edits.items():
        pair = [groups.get((which, number), -1) for which in ("asli", "salinan")]
        if -1 in pair:  # the archive had the original's words already: the file holds it twice
            continue
        made[kind] += 1
        found[kind] += pair[0] is not None and pair[0] == pair[1]
    for kind in EDITS:
        print(f"  {kind:44} {found[kind]:4} of {made[kind]:4}  {found[kind] / max(made[kind], 1):.3f}")
    print(f"  {'recall':44} {found.total():4} of {made.total():4}  {found.total() / max(made.total(), 1):.3f}")
    return found.total()


def joined(groups: Mapping[tuple[str, int], int | None]) -> set[tuple[int, int]]:
    """Return the pairs of different articles that are in one group."""
    members: defaultdict[int, set[int]] = defaultdict(set)
    for (_which, number), first in groups.items():
        if first is not None:
            members[first].add(number)
    return {pair for numbers in members.values() for pair in combinations(sorted(numbers), 2)}


def neighbours(originals: Mapping[int, RawArticle]) -> list[tuple[int, int]]:
    """Return the pairs of articles that have at least a third of the shorter one's shingles in common."""
    holding: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, article in originals.items():
        for run in Shingles.of(paragraphs(article)).runs:
            holding[run].append(number)
    common = Counter(pair for numbers in holding.values() if len(numbers) < 60 for pair in combinations(numbers, 2))
    near = {pair: resembling(originals, pair).containment for pair, count in common.items() if count > 2 * SHINGLE}
    return sorted((pair for pair, share in near.items() if share > 1 / 3), key=lambda pair: -near[pair])


def resembling(originals: Mapping[int, RawArticle], pair: tuple[int, int]) -> Comparison:
    """Compare two originals."""
    one, other = (Shingles.of(paragraphs(originals[number])) for number in pair)
    return compare(one, other)


def tell_pairs(title: str, pairs: Sequence[tuple[int, int]], originals: Mapping[int, RawArticle]) -> None:
    """Print how alike pairs are, with their headlines."""
    print(title)
    for pair in pairs:
        found = resembling(originals, pair)
        headlines = " | ".join(originals[number].headline[:60] for number in pair)
        print(f"  {found.containment:.2f} of the shorter, {found.resemblance:.2f} of both, {pair}: {headlines}")


if __name__ == "__main__":
    main()
