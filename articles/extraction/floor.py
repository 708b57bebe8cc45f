"""Who has the floor: whom "dia", "-nya" and words without a speaker mean at one place of a text."""

from __future__ import annotations

import re
from typing import Final

from articles.extraction.findings import Named, Speaker
from articles.extraction.told import Told
from articles.extraction.wording import Wording
from articles.text.spans import Span

_BESIDE: Final = 70  # characters around a name in which its body stands: "Ana Wijaya, juru bicara Forum Sungai"
_MOST: Final = 2  # places of a name that are looked at
_STOP: Final = re.compile(r"\n|[.!?](?=\s)")
_NEAR: Final = 30  # characters from a sentence to a pronoun in the next: "Kendati demikian, ia"


class Floor:
    """Moves through a text with whoever speaks. The last who spoke is meant, not the last who was named.

    Somebody named as a subject since then is meant only if the text tells elsewhere that he speaks, or nobody has yet.
    """

    def __init__(self, wording: Wording, speakers: frozenset[int]) -> None:
        self._wording = wording
        self._speakers = set(speakers)  # ids of those who speak by name, and of those who have spoken
        self._last: Speaker | None = None
        self._person: Speaker | None = None  # the last person who spoke
        self._subject: Named | None = None  # named as a subject since somebody spoke
        self._subject_end = 0  # where the sentence of that subject ends

    def take(self, told: Told | None, place: int, *, passing: bool = False) -> Speaker:
        """Give the floor to whom `told` means at `place` and return it; None carries the floor on.

        `passing`: told without marks; a body that anybody may mean takes the floor from no person then.
        """
        if told is None:
            return self._give(self._meant(place, person=False), None, "carried_over")
        if told.points_back:
            return self._give(self._pointed_to(told, place), told, "pronoun")
        speaker = Speaker(named=told.named, words=told.words, described=told.described if told.named is None else "")
        if not (passing and self._person is not None and self._is_body(told)):
            self._keep(speaker)
        return speaker

    def _is_body(self, told: Told) -> bool:
        """Say whether a body speaks whom the person that has the floor may speak for: "pemerintah", "perusahaan"."""
        words = told.described.lower().split()
        return told.paper or (bool(words) and words[0] in self._wording.said.bodies)

    def mention(self, named: Named, end: int) -> None:
        """Remember the subject of a sentence in which nobody speaks, which ends at `end`."""
        self._subject, self._subject_end = named, end

    def _pointed_to(self, told: Told, place: int) -> Speaker | None:
        word = told.words.of(self._wording.body).lower() if told.words is not None else ""
        person = word in self._wording.said.pronouns
        if person and told.words is not None and self._subject is not None and self._follows(told.words.start):
            return Speaker(named=self._subject, words=None)
        if self._is_pointed_body(told):
            body = self._last
            return body if body is not None and body.named is not None and body.named.kind != "person" else None
        meant = self._meant(place, person=person)
        # One person is not "they".
        several = word in self._wording.said.plural
        return None if several and meant is not None and meant.named and meant.named.kind == "person" else meant

    def _is_pointed_body(self, told: Told) -> bool:
        """Say whether a body is pointed to, which no person is: "bank ini"."""
        if told.words is None:
            return False
        return self._wording.low[self._wording.index(told.words.start)] in self._wording.said.bodies

    def _follows(self, place: int) -> bool:
        """Say whether a pronoun opens the sentence right after that of the last subject, in the same paragraph."""
        between = self._wording.body[self._subject_end : place]
        return len(between) <= _NEAR and "\n" not in between

    def _meant(self, place: int, *, person: bool) -> Speaker | None:
        subject = self._subject
        last = self._person if person and self._person is not None else self._last
        if subject is not None and (last is None or id(subject) in self._speakers):
            return Speaker(named=subject, words=None)
        if last is not None:
            return self._spokesman(last) or last
        before = self._wording.names.before(place)
        return Speaker(named=before, words=None) if before else None

    def _spokesman(self, last: Speaker) -> Speaker | None:
        """Return the person who spoke before for the body that spoke last: whoever was told with its name."""
        body, person = last.named, self._person
        if body is None or body.kind == "person" or person is None or person.named is None:
            return None
        beside = [self._beside(one.span) for one in person.named.printed[:_MOST]]
        names = [name for name in (body.name, *body.variants) if len(name) > 1]
        return person if any(name in words for words in beside for name in names) else None

    def _beside(self, name: Span) -> str:
        """Return the words around a name, as far as its sentence may reach."""
        text = self._wording.body
        before = text[max(0, name.start - _BESIDE) : name.start]
        after = text[name.end : name.end + _BESIDE]
        return before[max(before.rfind("\n"), before.rfind(". ")) + 1 :] + _STOP.split(after, maxsplit=1)[0]

    def _give(self, meant: Speaker | None, told: Told | None, resolved: str) -> Speaker:
        words = told.words if told else None
        if meant is None:
            described = self._described(words) if words is not None else ""
            return Speaker(
                named=None,
                words=words,
                described=described,
                resolved="named" if described else "pronoun" if resolved == "pronoun" else "carried_over",
            )
        speaker = Speaker(
            named=meant.named,
            words=words,
            described=meant.described,
            resolved="pronoun" if resolved == "pronoun" else "carried_over",
        )
        self._keep(speaker)
        self._speakers.add(id(speaker.named))
        return speaker

    def _described(self, words: Span) -> str:
        """Return a role that should point back to somebody, when there is nobody: "kata dokter itu"."""
        said, first = self._wording.said, self._wording.index(words.start)
        low = self._wording.low[first]
        is_role = not (low in said.pronouns or low in said.plural or self._wording.stem(first) or low in said.inverted)
        return words.of(self._wording.body) if is_role else ""

    def _keep(self, speaker: Speaker) -> None:
        self._last = speaker
        self._subject = None
        if speaker.named is None or speaker.named.kind == "person":
            self._person = speaker
