"""./run bench names PATH: how well names are found, on sentences in which they are marked.

PATH holds one token a line, its mark last (B-PER, I-PER, B-ORG, B-LOC ... or O), sentences apart by an empty line. A
name counts when its first and its last token are right. Each sentence is read alone, so nothing that an article tells
elsewhere helps. The intervals hold 95 of 100 samples of the sentences, drawn anew with replacement.

--weigh counts the weights of `articles/extraction/name_scores.py` anew from PATH and prints them; do not judge them by
the same sentences.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from articles.extraction.known import Known
from articles.extraction.name_lexicon import LEXICONS
from articles.extraction.name_scores import likelihood
from articles.extraction.name_walk import Walk
from articles.extraction.name_words import words_of
from articles.extraction.names import Names, find_names
from articles.extraction.story import Story
from articles.text.spans import Span

KINDS = {
    "PER": ("persons", frozenset({"person"})),
    "ORG": ("organisations", frozenset({"organisation", "government_body", "news_agency", "publisher", "group"})),
    "LOC": ("places", frozenset({"place", "country"})),
}
SAMPLES = 1000
CLOSING = frozenset(",.;:?!)%")
PASSES = 60
DECAY = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence as it would be printed, and the names marked in it."""

    text: str
    tokens: tuple[Span, ...]
    marked: dict[str, frozenset[tuple[int, int]]]  # by tag: first token, and the one after the last


class Count(NamedTuple):
    """Names of one sentence."""

    right: int
    found: int
    marked: int


class Hint(NamedTuple):
    """What speaks for a person in one place, and whether one is named."""

    evidence: list[str]
    person: bool


def main() -> None:
    """Read the sentences and print how it went."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, metavar="PATH")
    parser.add_argument("--language", default="id", choices=sorted(LEXICONS))
    parser.add_argument("--weigh", action="store_true", help="count the weights of hints anew")
    options = parser.parse_args()
    if not options.path.is_file():
        sys.exit(f"{options.path} is missing.")
    sentences = list(read(options.path))
    if options.weigh:
        hints = [hint for sentence in sentences for hint in hints_of(sentence, options.language)]
        for name, weight in sorted(weigh(hints).items()):
            print(f'    "{name}": {weight:.1f},')
        return
    began = time.process_time()
    found = [find_names(Story(body=one.text, language=options.language), (), Known()) for one in sentences]
    seconds = time.process_time() - began
    for tag, (title, kinds) in KINDS.items():
        print(report(title, [count(one, names, tag, kinds) for one, names in zip(sentences, found, strict=True)]))
    characters = sum(len(one.text) for one in sentences)
    print(f"speed          {seconds / characters * 3_000_000:.1f} ms for 3,000 characters, {len(sentences)} sentences")


def read(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of the file in order."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line.split() for line in block.splitlines() if line.strip()]
        if lines:
            yield sentence_of([line[0] for line in lines], [line[-1] for line in lines])


def sentence_of(tokens: Sequence[str], tags: Sequence[str]) -> Sentence:
    """Put the tokens together as a newsroom prints them."""
    text, spans = "", []
    for token in tokens:
        if text and token not in CLOSING and not text.endswith("("):
            text += " "
        spans.append(Span(len(text), len(text) + len(token)))
        text += token
    return Sentence(text=text, tokens=tuple(spans), marked={tag: frozenset(marked(tags, tag)) for tag in KINDS})


def marked(tags: Sequence[str], tag: str) -> Iterator[tuple[int, int]]:
    """Yield the first token of each name and the one after its last."""
    begin = None
    for index, its in enumerate([*tags, "O"]):
        if begin is not None and its != f"I-{tag}":
            yield begin, index
            begin = None
        if its == f"B-{tag}":
            begin = index


def count(sentence: Sentence, names: Names, tag: str, kinds: frozenset[str]) -> Count:
    """Compare; what lies inside a name of its own kind is marked with that name only."""
    spans = [printed.span for named in names.all if named.kind in kinds for printed in named.printed]
    outer = [span for span in spans if not any(other.contains(span) and other != span for other in spans)]
    found = {tokens_of(sentence, span) for span in outer}
    true = sentence.marked[tag]
    return Count(len(found & true), len(found), len(true))


def tokens_of(sentence: Sentence, span: Span) -> tuple[int, int]:
    """Return the first token under a span and the one after its last."""
    under = [index for index, token in enumerate(sentence.tokens) if token.overlaps(span)]
    return under[0], under[-1] + 1


def report(title: str, counts: list[Count]) -> str:
    """Return the line of one kind."""
    precision, recall, f1 = figures(counts)
    dice = random.Random(1)  # noqa: S311 - the same samples every time
    samples = sorted(figures(dice.choices(counts, k=len(counts)))[2] for _ in range(SAMPLES))
    low, high = samples[SAMPLES // 40], samples[-SAMPLES // 40]
    return f"{title:<14} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f} ({low:.3f} to {high:.3f})"


def figures(counts: Sequence[Count]) -> tuple[float, float, float]:
    """Return precision, recall and F1; 0 where there is nothing to divide by."""
    right, found, true = (sum(column) for column in zip(*counts, strict=True))
    return right / max(found, 1), right / max(true, 1), 2 * right / max(found + true, 1)


def hints_of(sentence: Sentence, language: str) -> Iterator[Hint]:
    """Yield the places of a sentence in which the words around decide."""
    words = words_of(sentence.text, LEXICONS[language])
    true = {(sentence.tokens[first].start, sentence.tokens[after - 1].end) for first, after in sentence.marked["PER"]}
    for candidate in Walk(words, Known()).candidates():
        if candidate.evidence:
            span = words.span(candidate.first, candidate.after)
            yield Hint(candidate.evidence, (span.start, span.end) in true)


def weigh(hints: list[Hint]) -> dict[str, float]:
    """Return weights by logistic regression, in the same order every time."""
    weights: dict[str, float] = {}
    dice = random.Random(1)  # noqa: S311 - the same order every time
    for turn in range(PASSES):
        dice.shuffle(hints)
        rate = 0.1 / (1 + turn * 0.1)
        for hint in hints:
            wrong = likelihood(sum(weights.get(name, 0.0) for name in hint.evidence)) - hint.person
            for name in hint.evidence:
                weight = weights.get(name, 0.0)
                weights[name] = weight - rate * (wrong + DECAY * weight)
    return weights


if __name__ == "__main__":
    main()
