"""Places in an old text carried to a new one, so that what rests on words still does when others are corrected.

The rule, in this order: words that a comparison of both texts finds again stand there (ok); else they may stand
elsewhere, in surroundings that are nearly the same (moved); else other words may stand in their place (changed);
else they are lost. Of two places that are equally good none is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, Literal

from articles.text.alignment import LONG, NOWHERE, Alignment
from articles.text.numbers import find_numbers
from articles.text.replaced import instead
from articles.text.tokens import Place, Text

__all__ = ["Carried", "Place", "State", "carry"]

State = Literal["ok", "moved", "changed", "lost"]

CONTEXT: Final = 32  # characters on each side, as in a W3C TextQuoteSelector
ALIKE: Final = 1.4  # of 2: how much of both contexts must be the same where words have moved
_MARGIN: Final = 0.1  # by which the best place must be better than the next
_MOST_PRINTINGS: Final = 60  # of the same words; among more none is looked for


@dataclass(frozen=True, slots=True)
class Carried:
    place: Place | None  # in the new text; None when lost
    state: State


def carry(old: Sequence[str], new: Sequence[str], places: Sequence[Place]) -> list[Carried]:
    """Return where each of `places` in the blocks `old` stands in the blocks `new`, in the order given.

    Neither "ok" nor "moved" stands for other words than the old ones, nor for figures that mean another number.
    """
    alignment = Alignment(Text(old), Text(new))
    return [_carry(alignment, place) for place in places]


def _carry(texts: Alignment, place: Place) -> Carried:
    tokens = texts.old.under(place)
    if not tokens:
        return Carried(None, "lost")
    if through := _through(texts, place, tokens):
        kept: State = "ok" if texts.moved.isdisjoint(tokens) else "moved"
        sure = _counts_the_same(texts, place, through) and not _could_be_elsewhere(texts, place, tokens, through)
        return Carried(through, kept if sure else "changed")
    if moved := _elsewhere(texts, place, tokens):
        return Carried(moved, "moved" if _counts_the_same(texts, place, moved) else "changed")
    changed = instead(texts, place, tokens)
    return Carried(changed, "changed" if changed else "lost")


def _through(texts: Alignment, place: Place, tokens: range) -> Place | None:
    """Return where all words of the place were found again, one after the other."""
    images = [texts.images[at] for at in tokens]
    if images[0] == NOWHERE or any(after != before + 1 for before, after in pairwise(images)):
        return None
    return _under(texts, place, tokens, range(images[0], images[-1] + 1))


def _under(texts: Alignment, place: Place, tokens: range, images: range) -> Place | None:
    """Return the place over the equal tokens of the new text; None when blanks differ or blocks part them."""
    first, last = texts.new.tokens[images[0]], texts.new.tokens[images[-1]]
    start = first.start + place.start - texts.old.tokens[tokens[0]].start
    end = last.end + place.end - texts.old.tokens[tokens[-1]].end
    new = Place(first.block, start, end)
    same = first.block == last.block and start >= 0 and texts.new.words(new) == texts.old.words(place)
    return new if same else None


def _counts_the_same(texts: Alignment, place: Place, new: Place) -> bool:
    """Whether figures still mean the same number: 883 does not when it has become 883 thousand."""
    if not any(character.isdigit() for character in texts.old.words(place)):
        return True
    if _contexts(texts.old, place) == _contexts(texts.new, new):
        return True
    return _numbers(texts.old, place) == _numbers(texts.new, new)


def _numbers(text: Text, place: Place) -> list[str]:
    """Return the numbers of which a place has a part, as they are printed."""
    around = text.blocks[place.block][max(0, place.start - CONTEXT) : place.end + CONTEXT]
    start, end = min(place.start, CONTEXT), min(place.start, CONTEXT) + place.end - place.start
    found = find_numbers(around)
    return [number.printed for number in found if number.span.start < end and number.span.end > start]


def _elsewhere(texts: Alignment, place: Place, tokens: range) -> Place | None:
    """Return the one place outside of what was found again where the words stand in their old surroundings."""
    places = _free_places(texts, place, tokens)
    words = texts.old.texts(tokens)
    lost = [found for found in texts.old.find(words) if any(texts.images[at] == NOWHERE for at in found)]
    if not places or len(places) + len(lost) > _MOST_PRINTINGS:
        return None
    ranked = sorted(((_likeness(texts, place, found), at) for at, found in enumerate(places)), reverse=True)
    likeness, best = ranked[0][0], places[ranked[0][1]]
    rivals = [value for value, _ in ranked[1:]]
    rivals += [_likeness(texts, _at(texts, place, tokens, other), best) for other in lost if other != tokens]
    enough = likeness >= ALIKE or (not rivals and place.end - place.start >= LONG)
    return best if enough and all(value < likeness - _MARGIN for value in rivals) else None


def _free_places(texts: Alignment, place: Place, tokens: range) -> list[Place]:
    """Return where the words stand in the new text outside of what was found again."""
    free = (found for found in texts.new.find(texts.old.texts(tokens)) if texts.taken.isdisjoint(found))
    return [found for images in free if (found := _under(texts, place, tokens, images))]


def _could_be_elsewhere(texts: Alignment, place: Place, tokens: range, through: Place) -> bool:
    """Whether new words fit as well as those that the comparison chose: a sentence that is there twice now."""
    rivals = _free_places(texts, place, tokens)
    if len(rivals) > _MOST_PRINTINGS:
        return True
    likeness = _likeness(texts, place, through) if rivals else 0.0
    return any(_likeness(texts, place, rival) >= likeness - _MARGIN for rival in rivals)


def _at(texts: Alignment, place: Place, tokens: range, other: range) -> Place:
    """Return the place that the same words have over the old tokens `other`."""
    first = texts.old.tokens[other[0]]
    shift = first.start - texts.old.tokens[tokens[0]].start
    return Place(first.block, place.start + shift, place.end + shift)


def _likeness(texts: Alignment, place: Place, new: Place) -> float:
    """Compare what stands before and after: 2 for the same, 0 where nothing stands there in either text."""
    equal = length = 0
    for side in zip(_contexts(texts.old, place), _contexts(texts.new, new), strict=True):
        runs = SequenceMatcher(None, *side, autojunk=False).get_matching_blocks()
        equal += 2 * sum(run.size for run in runs)
        length += sum(map(len, side))
    return 2 * equal / length if length else 0.0


def _contexts(text: Text, place: Place) -> tuple[str, str]:
    block = text.blocks[place.block]
    return block[max(0, place.start - CONTEXT) : place.start], block[place.end : place.end + CONTEXT]
