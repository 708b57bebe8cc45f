"""./run bench topics PATH [--list N]: what words tell of articles, against what their publishers file them under.

Reads articles as an import does. Section, address and tags are hidden from the rules; where section or address names a
topic, it is the truth. A topic that is found counts as agreeing when it is that one, a broader or a narrower one. A
newsroom files an article once, so a second subject, or another desk's, counts against the words although a reader may
find it right: `--list N` prints N of all topics found, drawn at random, to be judged by eye. Nothing is stored.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)  # instead of this folder: bench/html.py must not stand in the way of Python's own html

from articles.extraction.english.topics import LABELS  # noqa: E402 - the checkout is not installed
from articles.extraction.topics import Filed, Topical, above, find_topics  # noqa: E402
from articles.importers.base import RawArticle  # noqa: E402
from articles.importers.files import Container  # noqa: E402

SEED: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An article, what its publisher files it under ("": nothing that tells), and what its words tell."""

    headline: str
    truth: str
    found: tuple[Topical, ...]

    def agrees(self, topic: Topical) -> bool:
        return topic.code == self.truth or topic.code in above(self.truth) or self.truth in above(topic.code)


def main() -> None:
    """Read all articles and print how it went."""
    options = asked()
    articles = list(read(options.path))
    if not articles:
        sys.exit(f"{options.path} holds no article.")
    began = time.perf_counter()
    found = [find_topics(article.headline, article.body, Filed()) for article in articles]
    seconds = time.perf_counter() - began
    cases = [
        Case(headline=article.headline, truth=filed_under(article), found=topics)
        for article, topics in zip(articles, found, strict=True)
    ]
    for line in listed(cases, options.list) if options.list else report(cases, seconds):
        print(line)


def asked() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, metavar="PATH")
    parser.add_argument("--list", type=int, metavar="N", default=0, help="print N topics found, to be judged by eye")
    return parser.parse_args()


def read(path: Path) -> Iterator[RawArticle]:
    """Yield the articles of a file or folder; what cannot be read is left out."""
    container = Container(path=path)
    with container.inputs() as inputs:
        yield from (record for record in container.read(inputs) if isinstance(record, RawArticle))


def filed_under(article: RawArticle) -> str:
    """Return the code of what section or address name; "" when they name no topic."""
    found = find_topics("", "", Filed(section=article.section, url=article.url))
    return found[0].code if found else ""


def report(cases: Sequence[Case], seconds: float) -> Iterator[str]:
    """Yield the lines of the answer."""
    known = [case for case in cases if case.truth]
    speak = [case for case in known if case.found]
    topics = [(case, topic) for case in known for topic in case.found]
    agreeing = sum(case.agrees(topic) for case, topic in topics)
    with_any = sum(bool(case.found) for case in cases)
    yield f"{len(cases):,} articles, {len(known):,} whose section or address names a topic"
    yield f"words alone tell of {with_any:,} ({share(with_any, len(cases))})"
    yield f"{len(cases) / seconds:,.0f} articles a second"
    yield f"of those with a section, words tell of {len(speak):,} ({share(len(speak), len(known))})"
    yield f"topics found that agree with the section: {agreeing:,} of {len(topics):,} ({share(agreeing, len(topics))})"
    yield ""
    yield f"{'':46}agree  found  filed"
    filed = Counter(case.truth for case in known)
    found = Counter(topic.code for _, topic in topics)
    agree = Counter(topic.code for case, topic in topics if case.agrees(topic))
    for code in sorted({*filed, *found}, key=lambda code: (-found[code], code)):
        yield f"{LABELS[code]:<44} {agree[code]:6,} {found[code]:6,} {filed[code]:6,}"


def listed(cases: Sequence[Case], number: int) -> Iterator[str]:
    """Yield topics found, drawn at random, each with the headline and the score of confidence."""
    found = [(case, topic) for case in cases for topic in case.found]
    chance = random.Random(SEED)  # noqa: S311 - the same draw each time
    for case, topic in chance.sample(found, min(number, len(found))):
        yield f"{topic.confidence:.2f}  {LABELS[topic.code]:<40} {case.headline}"


def share(part: int, whole: int) -> str:
    """Return a share of a whole, in per cent."""
    return f"{part / whole:.1%}" if whole else "-"


if __name__ == "__main__":
    main()
