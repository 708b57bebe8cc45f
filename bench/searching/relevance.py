"""How good the order is: `python -m bench.searching.relevance CASES` prints, for the archive of DATABASE_URL, as JSON.

known items: an article is asked for by words that are its own, and the place where it comes back is noted. MRR@10 is
the mean of 1 / place, 0 behind the tenth. Three sets of questions, all words required:
- "headline": its headline as printed;
- "affixes": the same, each word that has other forms replaced by one of them (`dievakuasi` by `mengevakuasi`). Forms
  are made by the affixes of `words.py`, which the rules of search do not read, and count when a text prints them.
- "sentence": what a sentence from the middle of its text says, without the small words, eight words at most;
two phases: of each question of CASES that is ordered by relevance, the share of its first twenty articles that are as
good as the first twenty of all would be, had every one been compared whole (ties count as right).
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import fmean
from typing import Any, Final

import django

django.setup()

from django.http import QueryDict  # noqa: E402 - Django first

from articles.models import Article, ArticleEntry, Block  # noqa: E402
from articles.search import results  # noqa: E402
from articles.search.matching import Matches, rank  # noqa: E402
from articles.search.query import BadQuery, parse  # noqa: E402
from articles.text.stemming import indonesian  # noqa: E402
from bench.searching.words import AFFIXES  # noqa: E402

ASKED: Final = 400  # articles
FIRST: Final = 10
SHOWN: Final = 20
LONGEST: Final = 200  # characters of a question
MOST: Final = 8  # words of a sentence
WORD: Final = re.compile(r"[^\W\d_]+")
SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
LEAST_GOOD: Final = 1e-6  # two scores that differ by less are equal


def known_items() -> dict[str, dict[str, float]]:
    """Return for each set how many questions it has, their MRR@10, and how many found nothing in the first ten."""
    chance = random.Random(6)  # noqa: S311 - the same questions each time
    keys = list(Article.objects.public().filter(language="id").order_by("pk").values_list("pk", flat=True))
    asked = sorted(chance.sample(keys, min(ASKED, len(keys))))
    headlines = dict(Article.objects.filter(pk__in=asked).values_list("pk", "current__headline"))
    forms = forms_printed()
    sets: dict[str, Mapping[int, str]] = {
        "headline": {key: _cut(headline.split()) for key, headline in headlines.items()},
        "affixes": {key: _changed(headline, forms, chance) for key, headline in headlines.items()},
        "sentence": _sentences(asked),
    }
    return {name: _mrr({key: text for key, text in questions.items() if text}) for name, questions in sets.items()}


def forms_printed() -> dict[str, list[str]]:
    """Return the other forms of words, as far as the archive prints them: of known roots, by affixes."""
    printed = {word for text in _texts() for word in WORD.findall(text.casefold()) if len(word) > 3}
    forms: dict[str, list[str]] = defaultdict(list)
    for root in sorted(word for word in printed if indonesian.knows(word) and not indonesian.small(word)):
        # "berkas" is a root of its own and no form of "kas".
        family = {form for affix in AFFIXES if (form := affix(root)) in printed and not indonesian.knows(form)}
        for word in {root, *family}:
            forms[word] += sorted({root, *family} - {word})
    return forms


def _texts() -> Iterator[str]:
    blocks = Block.objects.searched().filter(version__article__state=Article.State.PUBLISHED)
    return blocks.order_by("pk").values_list("text", flat=True)[:20_000].iterator()


def _changed(headline: str, forms: Mapping[str, list[str]], chance: random.Random) -> str:
    """Return the headline in other forms; "" when no word of it has one."""
    words = [word.casefold() for word in WORD.findall(headline)]
    changed = [chance.choice(forms[word]) if forms.get(word) else word for word in words]
    return _cut(changed) if changed != words else ""


def _sentences(articles: list[int]) -> dict[int, str]:
    paragraphs: dict[int, list[str]] = defaultdict(list)
    blocks = Block.objects.filter(version__article__in=articles, type=Block.Type.PARAGRAPH)
    for key, text in blocks.order_by("version", "position").values_list("version__article", "text"):
        paragraphs[key].append(text)
    return {key: _cut(_content(texts[len(texts) // 2])[:MOST]) for key, texts in paragraphs.items()}


def _content(paragraph: str) -> list[str]:
    sentences = SENTENCE.split(paragraph)
    words = WORD.findall(sentences[len(sentences) // 2].casefold())
    return [word for word in dict.fromkeys(words) if len(word) > 3 and not indonesian.small(word)]


def _cut(words: list[str]) -> str:
    """Join as many words as a question may have."""
    text = ""
    for word in words:
        if len(text) + len(word) < LONGEST:
            text = f"{text} {word}".strip()
    return text


def _mrr(questions: Mapping[int, str]) -> dict[str, float]:
    places = [_reciprocal(key, text) for key, text in questions.items()]
    missed = sum(not place for place in places)
    return {"questions": len(places), "mrr": round(fmean(places), 4) if places else 0.0, "missed": missed}


def _reciprocal(article: int, text: str) -> float:
    """Return 1 / the place of the article; 0 when it is not among the first, or nothing can be asked so."""
    found = _first(text)[:FIRST]
    return 1 / (found.index(article) + 1) if article in found else 0.0


def _first(text: str) -> list[int]:
    params = QueryDict(mutable=True)
    params["q"] = text
    page = results.search(params).listing.page
    return [row.pk for row in page] if page is not None else []


def two_phases(cases: list[dict[str, Any]]) -> dict[str, float]:
    """Return the share of the first twenty that is as good as had all been compared, and the worst case."""
    words = {case["address"]["q"] for case in cases if list(case["address"]) == ["q"]}
    shares = [share for text in sorted(words) if (share := _share(text)) is not None]
    return (
        {"questions": len(shares), "recall": round(fmean(shares), 4), "worst": round(min(shares), 4)} if shares else {}
    )


def _share(text: str) -> float | None:
    """Return the share for one question; None when all that it finds fits the page."""
    try:
        query = parse(text)
    except BadQuery:
        return None
    if query is None or not (wanted := query.ranking()):
        return None
    each = "|".join(term.tsquery() for term in query.terms)
    rows = ArticleEntry.objects.filter(Matches("vector", query.tsquery()), public=True, note=False)
    scored = rows.annotate(score=rank("vector", each, wanted)).order_by("-score")
    best = list(scored.values_list("score", flat=True)[: SHOWN + 1])
    if len(best) <= SHOWN:
        return None
    shown = dict(scored.filter(pk__in=_first(text)).values_list("pk", "score"))
    right: int = sum(score >= best[SHOWN - 1] - LEAST_GOOD for score in shown.values())
    return right / SHOWN


def main(asked: list[str]) -> None:
    """Print what both ways of judging say; without CASES, known items alone."""
    judged: dict[str, Callable[[], Any]] = {"known items": known_items}
    if asked:
        cases = json.loads(Path(asked[0]).read_text(encoding="utf-8"))
        judged["two phases"] = lambda: two_phases(cases)
    print(json.dumps({name: judge() for name, judge in judged.items()}))


if __name__ == "__main__":
    main(sys.argv[1:])
