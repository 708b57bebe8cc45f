"""Which new words stand where old ones stood: between words found again, as near as single characters tell."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import takewhile
from typing import Final

from articles.text.alignment import NOWHERE, WINDOW, Alignment
from articles.text.tokens import Place

_LONGEST_CHUNK: Final = 400  # characters that are compared one by one
_LONGER: Final = 40  # characters by which new words may be longer than three times the old ones


def instead(texts: Alignment, place: Place, tokens: range) -> Place | None:
    """Return what stands in the new text in place of the old words under `tokens`.

    None when their surroundings are gone, when nothing stands there, or far more than stood there before.
    """
    home = _home(texts, tokens)
    if home is None or not _is_sure(texts, tokens):
        return None
    start = _edge(texts, place.start, tokens, home, closes=False)
    end = _edge(texts, place.end, tokens, home, closes=True)
    return _whole_words(texts, place, tokens, Place(home, start, end)) if start < end else None


def _home(texts: Alignment, tokens: range) -> int | None:
    """Return the new block that has most of the words, else the words right before or after them."""
    blocks = [texts.new.tokens[texts.images[at]].block for at in tokens if texts.images[at] != NOWHERE]
    if not blocks:
        near = [at for at in _neighbours(texts, tokens) if at is not None]
        blocks = [texts.new.tokens[texts.images[at]].block for at in near]
    return max(blocks, key=blocks.count, default=None)


def _neighbours(texts: Alignment, tokens: range) -> tuple[int | None, int | None]:
    """Return the nearest tokens of the old block before and after `tokens` that were found again."""
    block = texts.old.block(tokens[0])
    before = (at for at in range(tokens.start - 1, block.start - 1, -1) if texts.images[at] != NOWHERE)
    after = (at for at in range(tokens.stop, block.stop) if texts.images[at] != NOWHERE)
    return next(before, None), next(after, None)


def _is_sure(texts: Alignment, tokens: range) -> bool:
    around = texts.old.around(tokens, WINDOW)
    if any(texts.images[at] != NOWHERE for at in tokens):
        return texts.found_again(around)
    return texts.found_again(range(around.start, tokens.start), range(tokens.stop, around.stop))


def _edge(texts: Alignment, offset: int, tokens: range, home: int, *, closes: bool) -> int:
    """Return where the new words begin in the block `home`, or where they end."""
    at = tokens[-1] if closes else tokens[0]
    image = texts.images[at]
    if image == NOWHERE:
        return _edge_of_gap(texts, offset, at, home, closes=closes)
    token = texts.new.tokens[image]
    if token.block == home:
        old = texts.old.tokens[at]
        return token.end + offset - old.end if closes else token.start + offset - old.start
    # The words were parted: what stands in another block is not taken along.
    own = [texts.new.tokens[texts.images[one]] for one in tokens if texts.images[one] != NOWHERE]
    here = [one for one in own if one.block == home]
    return here[-1].end if closes else here[0].start


def _edge_of_gap(texts: Alignment, offset: int, at: int, home: int, *, closes: bool) -> int:
    """Compare what stands between the same two words in both texts by single characters."""
    before, after = _neighbours(texts, range(at, at + 1))
    old = texts.old.blocks[texts.old.tokens[at].block]
    low = 0 if before is None else texts.old.tokens[before].end
    high = len(old) if after is None else texts.old.tokens[after].start
    new_low, new_high = _gap(texts, before, after, home)
    inside = _same_edge(old[low:high], texts.new.blocks[home][new_low:new_high], offset - low, closes=closes)
    return new_low + inside


def _gap(texts: Alignment, before: int | None, after: int | None, home: int) -> tuple[int, int]:
    """Return the stretch of the block `home` between two words found again, or beside the one that stands in it."""
    left, right = _image(texts, before, home), _image(texts, after, home)
    known = right if left is None else left
    if known is None:
        return 0, 0
    block, tokens = texts.new.block(known), texts.new.tokens
    if left is None:
        left = next((at for at in range(known - 1, block.start - 1, -1) if at in texts.taken), None)
    elif right is None:
        right = next((at for at in range(known + 1, block.stop) if at in texts.taken), None)
    low = 0 if left is None else tokens[left].end
    high = len(texts.new.blocks[home]) if right is None else tokens[right].start
    return low, high


def _image(texts: Alignment, at: int | None, home: int) -> int | None:
    """Return the new token that the old one became, if it stands in the block `home`."""
    image = NOWHERE if at is None else texts.images[at]
    return image if image != NOWHERE and texts.new.tokens[image].block == home else None


def _same_edge(old: str, new: str, offset: int, *, closes: bool) -> int:
    """Return where `offset` of `old` lies in `new`: by equal characters, else round all that replaces it."""
    head = _same_beginning(old, new)
    tail = _same_beginning(old[head:][::-1], new[head:][::-1])
    if offset < head or (closes and offset == head):
        return offset
    if offset > len(old) - tail or (not closes and offset == len(old) - tail):
        return len(new) - len(old) + offset
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    return head + _edge_inside(old, new, offset - head, closes=closes)


def _same_beginning(old: str, new: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _edge_inside(old: str, new: str, offset: int, *, closes: bool) -> int:
    if max(len(old), len(new)) <= _LONGEST_CHUNK:
        for tag, low, high, new_low, new_high in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if (low < offset <= high) if closes else (low <= offset < high):
                if tag == "equal":
                    return new_low + offset - low
                return new_high if closes else new_low
    return len(new) if closes else 0


def _whole_words(texts: Alignment, place: Place, tokens: range, found: Place) -> Place | None:
    """Return whole words where the old place held whole words; None when there are none, or far too many."""
    images = texts.new.under(found)
    if not images:
        return None
    starts_whole = place.start <= texts.old.tokens[tokens[0]].start
    ends_whole = place.end >= texts.old.tokens[tokens[-1]].end
    start = texts.new.tokens[images[0]].start if starts_whole else found.start
    end = texts.new.tokens[images[-1]].end if ends_whole else found.end
    fits = end - start <= 3 * (place.end - place.start) + _LONGER
    return Place(found.block, start, end) if fits else None
