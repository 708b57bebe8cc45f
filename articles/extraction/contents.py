"""The clause that tells what was said, without its word of saying and without whoever passed it on."""

from __future__ import annotations

import re
from typing import Final

from articles.extraction.by_role import head_of, is_kind_of_speaker
from articles.extraction.told import Told
from articles.extraction.wording import Wording
from articles.text.spans import Span

_MARGINS: Final = " \n,.:;–—-…!?"
_CLOSES_MARKS: Final = "”\"»'’)"
_FEWEST_WORDS: Final = 2
_LONGEST_OBJECT: Final = 3  # words of "told the reporters that"
_FEWEST_AHEAD: Final = 4
_LONGEST_ADDITION: Final = 8
_FEWEST_SMALL: Final = 2  # words in small letters, fewer make no clause
_FEWEST_OF_TOPIC: Final = 4
_FARTHEST_THAT: Final = 24  # words from a verb to the "bahwa" of its clause
_TITLE: Final = 0.7  # of the words of an office begin with a capital
_CLAUSE_MARK: Final = re.compile(r"[,:]")


def trimmed(wording: Wording, start: int, end: int) -> Span | None:
    """Return a stretch without the punctuation around it and without a relay at its end; None when nothing is left."""
    body = wording.body
    end = _without_relay(wording, start, end)
    start = _past_relay(wording, start, end)
    while start < end and body[start] in _MARGINS:
        start += 1
    while end > start and body[end - 1] in _MARGINS:
        end -= 1
    if start >= end or len(wording.within(start, end)) < _FEWEST_WORDS:
        return None
    return Span(start, end)


def clause_after(wording: Wording, verb: int, end: int) -> Span | None:
    """Return what follows a verb of saying: the clause after "bahwa", else after a comma, else the words at once."""
    here = range(verb + 1, wording.within(0, end).stop)
    if not here:
        return None
    said = wording.said
    first = here.start
    for at in here[:_FARTHEST_THAT]:
        if wording.low[at] in said.unsaid and "," in wording.before(at):
            break  # "mengatakan, jika air surut, ...": a condition
        if wording.low[at] in said.that and (at == first or _only_adds(wording, range(first, at))):
            return trimmed(wording, wording.ends[at], end)
    first = _past_additions(wording, here)
    topic = wording.low[first] in said.about and "," not in wording.gap(verb)
    first += topic
    content = trimmed(wording, wording.starts[first], end) if first < here.stop else None
    if topic and content is not None and len(wording.within(content.start, content.end)) < _FEWEST_OF_TOPIC:
        return None  # "bertanya soal harga beras"
    return content


def clause_ahead(wording: Wording, here: range, told: Told) -> Span | None:
    """Return what stands before a comma and the speaker: "The road is shut, the mayor said on Friday."."""
    if told.words is None:
        return None
    subject = wording.index(told.words.start)
    if wording.low[here.start] in wording.said.leads:
        return None  # "Pada kesempatan itu, Ana mengatakan": a circumstance
    for at in range(subject - 1, here.start + _FEWEST_AHEAD - 2, -1):
        if "," in wording.gap(at) and not _is_role(wording, here, at) and not _is_title(wording, here.start, at):
            return trimmed(wording, wording.starts[here.start], wording.ends[at])
    return None


def is_ahead(wording: Wording, here: range, told: Told, content: Span) -> bool:
    """Say whether the clause stands before its speaker, and whom it was told after: "..., Ana told parliament."."""
    if not wording.said.head_last or has_finite(wording, content):
        return False
    ahead = clause_ahead(wording, here, told)
    return ahead is not None and has_finite(wording, ahead)


def has_finite(wording: Wording, stretch: Span) -> bool:
    """Say whether a stretch holds a word that shows a clause."""
    return any(wording.low[at] in wording.said.finite for at in wording.within(stretch.start, stretch.end))


def clause_parted(wording: Wording, here: range, verb: int, told: Told, end: int) -> Span | None:
    """Return a clause that its speaker parts: "The bank, the mayor added, had ignored it."; where nouns end phrases."""
    if not wording.said.head_last or told.words is None or "," not in wording.gap(verb):
        return None
    subject = wording.index(told.words.start)
    while subject > here.start and "," not in wording.before(subject):
        subject -= 1
    following = wording.low[verb + 1] if verb + 1 < len(wording) else ""
    if subject == here.start or wording.low[here.start] in wording.said.leads or following in wording.said.ends:
        return None
    if not has_finite(wording, Span(wording.ends[verb], end)):
        return None
    return trimmed(wording, wording.starts[here.start], end)


def _is_role(wording: Wording, here: range, last: int) -> bool:
    """Say whether what ends with a comma is the role of the one behind it: "..., the mayor, Ana Putri, said"."""
    first = last
    while first > here.start and "," not in wording.before(first) and last - first < _LONGEST_ADDITION:
        first -= 1
    if first - here.start < _FEWEST_AHEAD or "," not in wording.before(first):
        return False
    return is_kind_of_speaker(wording, head_of(wording, range(first, last + 1)))


def _is_title(wording: Wording, first: int, last: int) -> bool:
    """Say whether nearly all words begin with a capital, as in a long office before a name and in no statement."""
    capitals = sum(wording.is_capital(at) for at in range(first, last + 1))
    return capitals >= _TITLE * (last + 1 - first)


def only_adds(wording: Wording, content: Span) -> bool:
    """Say whether a stretch tells no more than to whom, where or when something was said."""
    here = wording.within(content.start, content.end)
    first = wording.low[here.start]
    if wording.said.head_last and first in wording.said.ends:
        return True  # "citing officials"
    adds = first in wording.said.additions or first in wording.said.days
    return len(here) <= _LONGEST_ADDITION and (adds or is_place(wording, content))


def is_place(wording: Wording, content: Span) -> bool:
    """Say whether a stretch has no words for a clause: "Ana menyampaikan di rumahnya, kawasan Hulu Sungai"."""
    here = wording.within(content.start, content.end)
    if wording.low[here.start - 1] in wording.said.that:
        return False
    small = sum(not wording.is_capital(at) and not wording.low[at].isdigit() for at in here)
    verbs = any(wording.low[at].startswith(wording.said.passives) and not wording.is_capital(at) for at in here[1:])
    return not verbs and small < _FEWEST_SMALL <= len(here) <= _LONGEST_ADDITION


def only_points(wording: Wording, content: Span) -> bool:
    """Say whether a stretch only points to what was told before: "hal itu", "kabar tersebut"."""
    here = wording.within(content.start, content.end)
    pointing = here.start if wording.said.head_last else here.stop - 1
    return len(here) == _FEWEST_WORDS and wording.low[pointing] in wording.said.demonstratives


def clause_before(wording: Wording, here: range, verb: int, told: Told, end: int) -> Span | None:
    """Return the clause of "dikatakan X, ...", where the verb opens its sentence; None for "hal itu dikatakan X"."""
    if verb - here.start > 1:
        return None
    after = max(wording.ends[verb], told.words.end if told.words else 0)
    following = _past_adverbs(wording, after)
    if _goes_on(wording, after, following, end):
        return trimmed(wording, wording.starts[following], end)
    comma = _CLAUSE_MARK.search(wording.body, after, end)
    return trimmed(wording, comma.end(), end) if comma else None


def _past_adverbs(wording: Wording, place: int) -> int:
    """Return the first word from `place` on that is neither an adverb nor opens the clause: "juga", "bahwa"."""
    at = wording.index(place)
    while (
        at + 1 < len(wording)
        and not wording.before(at).strip()
        and (wording.low[at] in wording.said.adverbs or wording.low[at] in wording.said.that)
    ):
        at += 1
    return at


def _goes_on(wording: Wording, place: int, at: int, end: int) -> bool:
    """Say whether the clause of a passive follows its speaker at once: "diuraikan Ana air surut sejak pagi"."""
    if at >= len(wording) or wording.starts[at] >= end or wording.before(at).strip() or place >= wording.starts[at]:
        return False
    said, low = wording.said, wording.low[at]
    adds = low in said.ends or low in said.additions or low in said.of or low in said.days or low in said.relative
    return not (adds or wording.is_capital(at) or low.isdigit())


def _only_adds(wording: Wording, words: range) -> bool:
    """Say whether the words between a verb and "bahwa" only add to whom, where or when."""
    said = wording.said
    first = wording.low[words.start]
    if first in said.additions or first in said.days:
        return True
    if "," in wording.before(words.start):
        return first.isdigit()  # else the clause has begun: "mengatakan, kasus itu berawal dari kabar bahwa"
    # "told reporters that", but not "menilai harga turun jika": a condition belongs to its clause.
    return len(words) <= _LONGEST_OBJECT and wording.low[words.stop] not in said.unsaid


def _past_additions(wording: Wording, here: range) -> int:
    """Return the first word after "kepada wartawan, Senin (1/1),"; the first of all when nothing is added."""
    said = wording.said
    first = here.start
    at = first
    while at < here.stop:
        low = wording.low[at]
        adds = low in said.additions or low in said.days or low.isdigit()
        if not adds:
            return at
        comma = next((index for index in range(at, here.stop - 1) if "," in wording.gap(index)), None)
        if comma is None or comma - at > _LONGEST_ADDITION or _tells_what(wording, range(at + 1, comma + 1)):
            return at
        if wording.low[comma + 1] in said.begins and not wording.is_capital(comma + 1):
            return at  # "saat ini ada empat pintu air, dan ...": what stands before the comma is told as well
        at = comma + 1
    return first


def _tells_what(wording: Wording, words: range) -> bool:
    """Say whether an addressee is followed by what is asked of him: "kepada warga untuk menunggu"."""
    return any(wording.low[at] in wording.said.unsaid for at in words)


def _past_relay(wording: Wording, start: int, end: int) -> int:
    """Return where a clause begins behind "dikutip Kamis (22/5),"; `start` when no relay opens it."""
    here = wording.within(start, end)
    if not here or wording.low[here.start] not in wording.said.relays:
        return start
    comma = next((at for at in here[:_LONGEST_ADDITION] if "," in wording.gap(at)), None)
    return start if comma is None else wording.ends[comma] + wording.gap(comma).index(",") + 1


def _without_relay(wording: Wording, start: int, end: int) -> int:
    here = wording.within(start, end)
    for at in here[1:]:
        if wording.low[at] in wording.said.relays and "," in wording.before(at):
            return wording.ends[at - 1]
    return end
