"""When a quote or a statement is right: its words, and who says them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from articles.extraction.findings import Findings, Quote, Speaker
from articles.extraction.story import Story
from articles.text.spans import Span
from bench.against_gold.gold import Case, Said
from bench.against_gold.outcome import Outcome, left_out, paired

NO_NAMES = frozenset({"pak", "bu", "dr", "prof", "h"})  # courtesies, which make nobody another one
SLACK = 3  # characters by which the ends of a quote may differ


def direct_quotes(case: Case, found: Findings) -> Outcome:
    """Count quotes whose words are nearly the same."""
    return _quotes(case, found, with_speaker=False)


def direct_quotes_and_speakers(case: Case, found: Findings) -> Outcome:
    """Count quotes whose words are nearly the same and whose speaker is."""
    return _quotes(case, found, with_speaker=True)


def _quotes(case: Case, found: Findings, *, with_speaker: bool) -> Outcome:
    predicted = [quote for quote in found.quotes if quote.type == "direct"]
    pairs, wrong = paired(case.quotes, predicted, lambda mark, quote: _nearly(mark.span, quote.content))
    return _said(case.story, pairs, wrong, with_speaker=with_speaker)


def statements_and_speakers(case: Case, found: Findings) -> Outcome:
    """Count statements in the sentence that was marked, and whose speaker is right."""
    if case.statements is None:
        return Outcome()
    predicted = [quote for quote in found.quotes if quote.type != "direct"]
    # The one with the right speaker first, where a sentence holds several.
    pairs, wrong = paired(
        case.statements,
        predicted,
        lambda mark, quote: _reports(quote, mark) and _is_speaker(mark.speaker, quote.speaker),
        lambda mark, quote: _reports(quote, mark),
    )
    return _said(case.story, pairs, wrong, with_speaker=True)


def _said(
    story: Story, pairs: Iterable[tuple[Said, Quote | None]], wrong: Iterable[Quote], *, with_speaker: bool
) -> Outcome:
    right = predicted = gold = 0
    remarks: list[str] = []
    sure: list[tuple[float, bool]] = []
    for mark, quote in pairs:
        if mark.optional:
            continue
        gold += 1
        if quote is None:
            remarks.append(f"missed    “{_short(mark.words)}” of {mark.speaker}{left_out(mark)}")
            continue
        predicted += 1
        is_right = not with_speaker or _is_speaker(mark.speaker, quote.speaker)
        right += is_right
        sure.append((quote.confidence, is_right))
        if not is_right:
            name = quote.speaker.name or "unknown"
            remarks.append(f"speaker   “{_short(mark.words)}” of {mark.speaker}, not {name} [{quote.rule}]")
    for quote in wrong:
        predicted += 1
        sure.append((quote.confidence, False))
        words = _short(story.words(quote.content))
        remarks.append(f"not there “{words}” of {quote.speaker.name or 'unknown'} [{quote.rule}]")
    return Outcome(right=right, predicted=predicted, gold=gold, remarks=tuple(remarks), sure=tuple(sure))


def _nearly(mark: Span | None, found: Span) -> bool:
    if mark is None:
        return False
    shared = min(mark.end, found.end) - max(mark.start, found.start)
    return shared > 0 and shared > 0.8 * max(len(mark), len(found)) - SLACK


def _reports(quote: Quote, mark: Said) -> bool:
    return mark.span is not None and quote.sentence.start - SLACK <= mark.span.start < quote.sentence.end


def _is_speaker(marked: str, speaker: Speaker) -> bool:
    """Whether two ways of calling somebody share all their words, or the shorter all of its."""
    names = (speaker.name, *(speaker.named.variants if speaker.named else ()))
    asked = _name_words(marked)
    return any(bool(asked & words) and (asked <= words or words <= asked) for words in map(_name_words, names) if words)


def _name_words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.lower())) - NO_NAMES


def _short(words: str, limit: int = 60) -> str:
    line = " ".join(words.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"
