"""./run bench html PATH: how well and how fast web pages are read, on pages whose true text is known.

PATH holds `ground-truth.json`, an object with one entry for each page: `articleBody`, and where the set has them `url`,
`headline` (or `title`) and `datePublished` (or `date`); and `html/KEY.html` or `html/KEY.html.gz`. Nothing is stored.

Precision, recall and F1 compare shingles of four words, each page counting once. A headline is right when its words
are, a date when its day is. Pages a second are those of one core, from bytes to article.
"""

from __future__ import annotations

import argparse
import gzip
import json
import platform
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import mean

from articles.importers.base import RawArticle, Unreadable
from articles.importers.html import read_page
from articles.text.normalise import fold

PACKAGES = ("trafilatura", "lxml", "jusText")
WORD = re.compile(r"\w+")
SHINGLE = 4
WORST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the set and what was read of it."""

    key: str
    url: str
    record: RawArticle | Unreadable
    precision: float
    recall: float
    title_right: bool | None  # None: the set does not tell
    date_right: bool | None

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def main() -> None:
    """Read all pages and print how it went."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, metavar="PATH")
    parser.add_argument("--worst", action="store_true", help="also list the pages that are read worst")
    options = parser.parse_args()
    truth = options.path / "ground-truth.json"
    if not truth.is_file():
        sys.exit(f"{truth} is missing.")
    expected = json.loads(truth.read_text(encoding="utf-8"))
    contents = {key: page_bytes(options.path / "html", key) for key in expected}
    began = time.process_time()
    records = {
        key: read_page(content, place=key, url=expected[key].get("url", "")) for key, content in contents.items()
    }
    seconds = time.process_time() - began
    pages = [compared(key, expected[key], record) for key, record in records.items()]
    for line in report(pages, seconds):
        print(line)
    if options.worst:
        for page in sorted(pages, key=lambda page: page.f1)[:WORST]:
            print(f"{page.f1:.2f} {page.precision:.2f} {page.recall:.2f}  {page.url or page.key}  {doubt_of(page)}")


def page_bytes(folder: Path, key: str) -> bytes:
    """Return the page, whether it is packed or not."""
    plain = folder / f"{key}.html"
    return plain.read_bytes() if plain.exists() else gzip.decompress((folder / f"{key}.html.gz").read_bytes())


def compared(key: str, expected: dict[str, str], record: RawArticle | Unreadable) -> Page:
    """Return the figures of one page; one that is refused has found nothing."""
    article = record if isinstance(record, RawArticle) else None
    true, found = shingles(expected["articleBody"]), shingles(article.body if article else "")
    right = (true & found).total()
    title = expected.get("headline") or expected.get("title")
    date = expected.get("datePublished") or expected.get("date")
    published = article.published if article else None
    return Page(
        key=key,
        url=expected.get("url", ""),
        record=record,
        precision=right / found.total() if found else float(not true),
        recall=right / true.total() if true else 1.0,
        title_right=None if not title else bool(article and fold(article.headline) == fold(title)),
        date_right=None if not date else bool(published and published.earliest.isoformat() == date[:10]),
    )


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words, with how often each stands; a shorter text is one run."""
    words = WORD.findall(text)
    size = min(SHINGLE, len(words)) or 1
    return Counter(zip(*(words[start:] for start in range(size)), strict=False))


def report(pages: list[Page], seconds: float) -> Iterator[str]:
    """Yield the lines of the answer."""
    doubted = [page for page in pages if doubt_of(page)]
    refused = [page for page in pages if isinstance(page.record, Unreadable)]
    yield f"pages       {len(pages)}, {len(refused)} refused, {len(doubted) - len(refused)} to be checked"
    yield f"precision   {mean(page.precision for page in pages):.4f}"
    yield f"recall      {mean(page.recall for page in pages):.4f}"
    yield f"F1          {mean(page.f1 for page in pages):.4f}"
    yield f"headlines   {share([page.title_right for page in pages])}"
    yield f"dates       {share([page.date_right for page in pages])}"
    yield f"speed       {len(pages) / seconds:.1f} pages a second a core"
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    yield f"with        {packages}, Python {platform.python_version()}, {platform.machine()}"


def share(answers: list[bool | None]) -> str:
    """Return how many of those that the set tells are right."""
    told = [answer for answer in answers if answer is not None]
    return f"{mean(told):.4f} of {len(told)}" if told else "the set has none"


def doubt_of(page: Page) -> str:
    """Return why the page was refused or should be looked at; "" when neither."""
    return page.record.reason if isinstance(page.record, Unreadable) else page.record.doubt


if __name__ == "__main__":
    main()
