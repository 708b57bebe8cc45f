"""What quotation marks are for: speech, or a title, a word held at arm's length, a slogan, holy words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from articles.extraction.english.marks import ENGLISH as ENGLISH_MARKS
from articles.extraction.english.speech import ENGLISH as ENGLISH_SPEECH
from articles.extraction.indonesian.marks import INDONESIAN as INDONESIAN_MARKS
from articles.extraction.indonesian.speech import INDONESIAN as INDONESIAN_SPEECH
from articles.extraction.mark_pairs import Pair
from articles.extraction.mark_words import MarkWords
from articles.extraction.speech_words import SpeechWords
from articles.text.spans import Span

MarkedKind = Literal["speech", "title", "scare", "slogan", "scripture", "inner"]

_WORD: Final = re.compile(r"[^\W_][\w'’.-]*")
_TELLING: Final = re.compile(r"[^.!?\n“”\"«»]{0,90}")  # from a closing mark to the end of its clause
_CLAUSE: Final = re.compile(r"[,.?!…]['’]?\s{1,3}([^\W\d_]++)(?: ([^\W\d_]++))?")
_GLUED: Final = re.compile(r"[a-z]++(?=[A-Z])")  # "ujarRina": scrapes lose the space before a link
_SENTENCE_END: Final = re.compile(r"[.!?…][”\"’)]?\s")
_SOURCE: Final = re.compile(r"[\s.,(\[]{0,4}([\w'’.-]{2,12})")
_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_BEFORE: Final = 90  # characters that are looked at before a mark
_FAR: Final = 250  # characters: no line that points to another article is as long
_FEW: Final = 4  # words that a writer holds at arm's length
_MANY: Final = 8  # words that no term has
_LONGEST_TITLE: Final = 22  # words
_TITLED: Final = 0.7  # share of words that begin with a capital
_CUE_WORDS: Final = 4  # before the mark, among which a cue is looked for
_TOLD_WITHIN: Final = 9  # words in which a verb of saying follows its speaker


@dataclass(frozen=True, slots=True)
class MarkReader:
    """Reads the words around the quotation marks of a text, in one language."""

    body: str
    marks: MarkWords
    speech: SpeechWords

    def told(self, place: int) -> bool:
        """Tell whether words of saying follow the mark that closes at `place`."""
        words = self._words(place, self._clause_end(place))
        led = len(words)
        while words and words[0].lower() in self.speech.lead_ins:
            del words[0]
        if not words:
            return False
        glued = _GLUED.match(words[0])
        if self._says(glued[0] if glued else words[0].lower()):
            return True
        comma = "," in self.body[max(0, place - 3) : place]
        return comma and (
            len(words) < led or any(word.lower() in self.speech.telling for word in words[1:_TOLD_WITHIN])
        )

    def speech_end(self, stretch: Span) -> int | None:
        """Return where speech stops because words of saying follow, inside a stretch whose end has no mark."""
        for found in _CLAUSE.finditer(self.body, stretch.start, stretch.end):
            word, after = found[1].lower(), found[2] or ""
            if self._clitic(word):
                return found.start() + 1
            speaker = after[:1].isupper() or after in self.speech.pronouns or after in self.speech.described
            if speaker and word in self.speech.inverted:
                return found.start() + 1
            if word in self.speech.pronouns and after in self.speech.telling and self.body[found.start()] == ",":
                return found.start() + 1
        return None

    def kind(self, pair: Pair) -> MarkedKind:
        """Return what the marks of `pair` are for."""
        if pair.inner:
            return "inner"
        line = self._line_start(pair.printed.start)
        if line is not None and self._points_elsewhere(line):
            return "title"
        if self.told(pair.printed.end):
            return "speech"
        before = self.body[max(line or 0, pair.printed.start - _BEFORE) : pair.printed.start].rstrip()
        cues = [word.lower() for word in _WORD.findall(_SENTENCE_END.split(before)[-1])]
        said = self._said_before(before, cues)
        content = pair.content.of(self.body)
        if self._holy(pair, content, cues):
            return "scripture"
        return self._of_words(content, before, cues[-_CUE_WORDS:], said=said)

    def _of_words(self, content: str, before: str, cues: list[str], *, said: bool) -> MarkedKind:
        words = _WORD.findall(content)
        sentence = content[-1] in ".!?…," and len(words) > 1
        if said and (sentence or len(words) > _FEW):
            return "speech"
        if self._titled(words) and not self.marks.titles.isdisjoint(cues):
            return "title"
        if not self.marks.slogans.isdisjoint(cues) and len(words) <= _LONGEST_TITLE:
            return "slogan"
        if not before:
            return "speech" if sentence or len(words) > _FEW else "scare"
        if len(words) <= _FEW:
            return "title" if len(words) > 1 and self._titled(words) else "scare"
        if self._titled(words):
            return "title"
        return "speech" if sentence or len(words) >= _MANY else "scare"

    def _said_before(self, before: str, cues: list[str]) -> bool:
        """Tell whether words of saying lead to the mark: He said: ..., Dia mengatakan, ..."""
        if before[-1:] in ",:":
            return any(self._says(word) or word in self.speech.telling for word in cues)
        return bool(cues) and (cues[-1] in self.speech.telling or cues[-1] in self.speech.that)

    def _line_start(self, place: int) -> int | None:
        """Return where the line of `place` begins; None when that is far away."""
        near = max(0, place - _FAR)
        found = self.body.rfind("\n", near, place)
        return found + 1 if found >= 0 else 0 if near == 0 else None

    def _points_elsewhere(self, line: int) -> bool:
        head = self.body[line : line + 24].lower().lstrip()
        return any(head.startswith(phrase) for phrase in self.marks.links)

    def _holy(self, pair: Pair, content: str, cues: list[str]) -> bool:
        after = _SOURCE.match(self.body, pair.printed.end)
        return (
            (after is not None and after[1].lower().rstrip(".") in self.marks.sources)
            or not self.marks.scripture.isdisjoint(cues[-_CUE_WORDS:])
            or bool(_ARABIC.match(content))
        )

    def _titled(self, words: list[str]) -> bool:
        counted = [word for word in words if word.lower() not in self.marks.not_a_title]
        high = sum(not word[0].islower() for word in counted)
        return len(words) <= _LONGEST_TITLE and high >= _TITLED * len(counted)

    def _says(self, word: str) -> bool:
        return word in self.speech.inverted or self._clitic(word)

    def _clitic(self, word: str) -> bool:
        clitic = self.speech.clitic
        return bool(clitic) and word.endswith(clitic) and word.removesuffix(clitic) in self.speech.inverted

    def _clause_end(self, place: int) -> int:
        found = _TELLING.match(self.body, place)
        return found.end() if found else place

    def _words(self, start: int, end: int) -> list[str]:
        return [found[0].rstrip(".") for found in _WORD.finditer(self.body, start, end)]


def mark_reader(body: str, language: str) -> MarkReader:
    """Return who reads the words around the marks of `body`, in "id" or "en"."""
    return MarkReader(body, *_WORDS.get(language, _WORDS["id"]))


_WORDS: Final[Mapping[str, tuple[MarkWords, SpeechWords]]] = MappingProxyType(
    {"id": (INDONESIAN_MARKS, INDONESIAN_SPEECH), "en": (ENGLISH_MARKS, ENGLISH_SPEECH)}
)
