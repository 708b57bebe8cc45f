"""What an article is about: by the publisher's section, address or tags, else by the words of its text.

Few and right rather than many: at most three topics, each the narrowest that is sure; a broader one is shown by the
tree of topics and never found beside a narrower one. `topic_words` holds what words tell.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from articles.extraction.english import topics as english
from articles.extraction.indonesian import topics as indonesian
from articles.extraction.topic_stock import BROADER
from articles.extraction.topic_words import Profile, standard
from articles.text.normalise import fold

RULES: Final[Mapping[str, float]] = {
    "topic.section": 0.9,  # the name that the publisher files it under
    "topic.address": 0.88,  # the part of the site that its address names
    "topic.tag": 0.75,  # one of its tags is the name of a section
    "topic.words": 0.85,  # what it is about by its words
    "topic.words-beside": 0.75,  # a second subject by its words, or one beside what the publisher says
}
MOST: Final = 3
LEAST: Final = 3.5  # the score from which words tell; measured by `bench topics`
LEAST_BESIDE: Final = 7.0  # for a second subject
SHARE_BESIDE: Final = 0.6  # of the best score, which a second subject reaches
AHEAD: Final = 1.25  # times the next subject's score: what the first one reaches
SURE: Final = 10.0  # the score from which words add no confidence
_GAIN: Final = 0.1  # of confidence, between the least score and a sure one

_BETWEEN: Final = re.compile(r"\s*[>/|,;:&]\s*|\s+[-–—]\s+")
_MOST_PARTS: Final = 8
_WWW: Final = frozenset({"www", "m", "amp", "mobile"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What the publisher tells of an article's subject; blank where nothing is told."""

    section: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topical:
    """A topic that an article is about."""

    code: str
    rule: str
    confidence: float


def find_topics(headline: str, body: str, filed: Filed, profile: Profile | None = None) -> tuple[Topical, ...]:
    """Return what an article is about, the surest first.

    What the publisher says comes before what words say. `profile` holds what words tell; None: what they tell before
    any editor has taught.
    """
    found = dict(_filed(filed))
    scores = (profile or standard()).scores(" ".join((headline, *filed.tags)), body)
    return _few({**dict(_worded(scores, sorted(found))), **found})


def above(code: str) -> Iterator[str]:
    """Yield the codes of what is broader than a topic of the stock, from the nearest."""
    while code := BROADER.get(code, ""):
        yield code


def _few(found: Mapping[str, str | tuple[str, float]]) -> tuple[Topical, ...]:
    """Leave out what is broader than something found, then all but the surest."""
    broader = {code for narrow in found for code in above(narrow)}
    topics = [_topical(code, how) for code, how in found.items() if code not in broader]
    return tuple(sorted(topics, key=lambda topic: (-topic.confidence, topic.code))[:MOST])


def _topical(code: str, how: str | tuple[str, float]) -> Topical:
    rule, score = how if isinstance(how, tuple) else (how, LEAST)
    gain = _GAIN * min(1.0, max(0.0, score - LEAST) / (SURE - LEAST))
    return Topical(code=code, rule=rule, confidence=round(min(0.99, RULES[rule] + gain), 3))


def _filed(filed: Filed) -> Iterator[tuple[str, str]]:
    """Yield code and rule of what the publisher says: its section, else its address; then one of the tags."""
    section, address = _of_section(filed.section), _of_address(filed.url)
    if section:
        # The address may be narrower: "olahraga", and /sepakbola/ in it.
        yield (address, "topic.address") if section in above(address) else (section, "topic.section")
    elif address:
        yield address, "topic.address"
    if not section and not address:
        tags = [code for tag in filed.tags if (code := SECTIONS.get(fold(tag), ""))]
        if tags:
            yield tags[0], "topic.tag"


def _of_section(section: str) -> str:
    """Return what a section's name means, whole or its narrowest part: "Olahraga / Sepak Bola", "Ekonomi & Bisnis"."""
    parts = [section, *_BETWEEN.split(section, maxsplit=_MOST_PARTS)[::-1]]
    return next((code for part in parts if (code := SECTIONS.get(fold(part), ""))), "")


def _of_address(url: str) -> str:
    try:
        address = urlsplit(url)
        host = address.hostname or ""
    except ValueError:  # an address is what somebody typed
        return ""
    parts = [part for part in address.path.split("/", maxsplit=_MOST_PARTS) if part]
    of_path = [SECTIONS.get(fold(part.replace("-", " ").replace("_", " ")), "") for part in parts[:-1][::-1]]
    if host in indonesian.HOSTS:
        of_host = indonesian.HOSTS[host]
    else:
        labels = [label for label in host.split(".")[:-2] if label not in _WWW]
        of_host = next((code for label in labels if (code := SECTIONS.get(fold(label.replace("-", " ")), ""))), "")
    return next((code for code in (*of_path, of_host) if code), "")


def _worded(scores: Sequence[tuple[str, float]], said: Collection[str]) -> Iterator[tuple[str, tuple[str, float]]]:
    """Yield code, rule and score of what words say, the best first; `said` is what the publisher says."""
    scores = _with_kin(scores)
    if not scores or scores[0][1] < LEAST:
        return
    best = scores[0][1]
    beside = [(code, score) for code, score in scores if score >= max(LEAST_BESIDE, SHARE_BESIDE * best)]
    if not said and _stands_out(scores):
        yield scores[0][0], ("topic.words", best)
        others = beside[1:]
    else:
        others = [(code, score) for code, score in beside if said and code not in said]
    yield from ((code, ("topic.words-beside", score)) for code, score in others[:1])


def _with_kin(scores: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Add to each score half of those of broader and narrower topics, whose words speak for it too; best first."""
    of = dict(scores)
    full = {code: score + sum(of.get(broader, 0.0) for broader in above(code)) / 2 for code, score in scores}
    for code, score in scores:
        for broader in above(code):
            if broader in full:
                full[broader] += score / 2
    return sorted(full.items(), key=lambda pair: (-pair[1], pair[0]))


def _stands_out(scores: Sequence[tuple[str, float]]) -> bool:
    """Whether the best score is ahead of all that are neither broader nor narrower than the best topic."""
    first, best = scores[0]
    kin = {first, *above(first)}
    others = [score for code, score in scores[1:] if code not in kin and first not in above(code)]
    return best >= AHEAD * max(others, default=0.0)


def _by_name(*packs: Mapping[str, str]) -> dict[str, str]:
    return {
        " ".join(name.split()): code
        for pack in packs
        for code, names in pack.items()
        for name in names.split(";")
        if name.strip()
    }


# Publishers in Indonesian call many of their sections by English names, so both languages are one list.
SECTIONS: Final[Mapping[str, str]] = _by_name(english.SECTIONS, indonesian.SECTIONS) | {
    fold(label): code for pack in (english.LABELS, indonesian.LABELS) for code, label in pack.items()
}
