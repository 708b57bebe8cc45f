"""The source of a text as it came: which block each character went to, computed from the bytes that are kept."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Block, Source, Version

_NAMES: Final[dict[str, str | Promise]] = {
    "\t": gettext_lazy("tab"),
    "\r": gettext_lazy("carriage return"),
    "\u00a0": gettext_lazy("no-break space"),
    "\u00ad": gettext_lazy("soft hyphen"),
    "\u200b": gettext_lazy("zero-width space"),
    "\u200c": gettext_lazy("zero-width non-joiner"),
    "\u200d": gettext_lazy("zero-width joiner"),
    "\u202f": gettext_lazy("narrow no-break space"),
    "\u2060": gettext_lazy("word joiner"),
    "\ufeff": gettext_lazy("byte order mark"),
}
_SIGNS: Final = {"\t": "→", "\r": "␍", "\u00ad": "-"}
_SIGN: Final = "␣"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """A character that nobody would see: the sign that stands for it, and its name."""

    sign: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A block in the source, or visible characters that are in no block."""

    block: Block | None
    start: int | None  # code points; None where the block has no place in the source
    end: int | None  # exclusive
    pieces: list[str | Unseen]  # empty where readers may not see the text

    @property
    def is_article_text(self) -> bool:
        return self.block is not None and self.block.type in Block.SEARCHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounting:
    source: Source
    size: int  # bytes
    stretches: list[Stretch]
    blocks: int
    characters: int  # visible ones
    left_out: int  # of these, in no block
    twice: int  # of these, in more than one
    placeless: int  # blocks with text but without a place in the source
    shows_text: bool

    @property
    def signs(self) -> dict[Unseen, int]:
        """The signs that stand for what nobody would see, and how often each."""
        signs = (piece for stretch in self.stretches for piece in stretch.pieces if isinstance(piece, Unseen))
        return dict(Counter(signs))  # a Counter would answer a template's `signs.items` with 0

    @property
    def complete(self) -> bool:
        """Whether every visible character is in exactly one block."""
        return not (self.left_out or self.twice or self.placeless)


def account(version: Version) -> Accounting:
    """Go through the source of a version, which must be loaded with its content."""
    source = version.source
    text = source.text
    blocks = list(version.blocks.order_by("position"))
    times = _times_taken(text, blocks)
    visible = [place for place, character in enumerate(text) if not character.isspace() and not _hides(character)]
    shows_text = version.article.rights == Article.Rights.FULL_TEXT
    return Accounting(
        source=source,
        size=len(bytes(source.content)),
        stretches=list(_stretches(text, blocks, shows_text=shows_text)),
        blocks=len(blocks),
        characters=len(visible),
        left_out=sum(times[place] == 0 for place in visible),
        twice=sum(times[place] > 1 for place in visible),
        placeless=sum(bool(block.text) and block.source_start is None for block in blocks),
        shows_text=shows_text,
    )


def _times_taken(text: str, blocks: Sequence[Block]) -> list[int]:
    """Return for each character of the source how many blocks hold it."""
    changes = [0] * (len(text) + 1)
    for block in blocks:
        if block.source_start is not None and block.source_end is not None:
            changes[min(block.source_start, len(text))] += 1
            changes[min(block.source_end, len(text))] -= 1
    return list(accumulate(changes))


def _stretches(text: str, blocks: Sequence[Block], *, shows_text: bool) -> Iterator[Stretch]:
    """Yield the blocks in the order of the source, and between them what none of them holds."""
    at = 0
    for block in sorted(blocks, key=lambda one: (one.source_start is None, one.source_start, one.position)):
        start, end = block.source_start, block.source_end
        if start is None or end is None:
            yield Stretch(block=block, start=None, end=None, pieces=_pieces(block.text) if shows_text else [])
            continue
        yield from _forgotten(text, at, start, shows_text=shows_text)
        yield Stretch(block=block, start=start, end=end, pieces=_pieces(text[start:end]) if shows_text else [])
        at = max(at, end)
    yield from _forgotten(text, at, len(text), shows_text=shows_text)


def _forgotten(text: str, start: int, end: int, *, shows_text: bool) -> Iterator[Stretch]:
    words = text[start:end]
    if words.strip():
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        yield Stretch(block=None, start=start, end=end, pieces=_pieces(text[start:end]) if shows_text else [])


def _pieces(text: str) -> list[str | Unseen]:
    """Part a text so that each character that nobody would see stands alone."""
    pieces: list[str | Unseen] = []
    begin = 0
    for place, character in enumerate(text):
        if _hides(character):
            if begin < place:
                pieces.append(text[begin:place])
            pieces.append(Unseen(sign=_SIGNS.get(character, _SIGN), name=_name(character)))
            begin = place + 1
    if begin < len(text):
        pieces.append(text[begin:])
    return pieces


def _hides(character: str) -> bool:
    return character not in " \n" and unicodedata.category(character) in {"Cc", "Cf", "Zs", "Zl", "Zp"}


def _name(character: str) -> str:
    if name := _NAMES.get(character):
        return str(name)
    return _("character U+%(number)s") % {"number": f"{ord(character):04X}"}
