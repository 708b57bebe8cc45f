"""Lines that a web page adds around an article: known by their form, never by one article's words."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from articles.importers.base import BlockType
from articles.importers.credits import byline_reason, is_photo_line
from articles.importers.lines import Label, Labels, Line

_LONGEST: Final = 300  # characters; what is longer is a paragraph, whatever it begins with
LONGEST_REASON: Final = 200  # characters of a block's reason


class Links(Enum):
    """Where other articles' headlines stand that belong to a line."""

    NONE = "none"
    UNDER = "right under it, with no empty line between"
    TO_THE_END = "right under it, or everywhere to the end when no sentence follows"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A form of line. The pattern must match the whole line; case does not matter."""

    reason: str  # becomes the block's reason: what the line is
    pattern: re.Pattern[str]
    links: Links = Links.NONE


def _rule(reason: str, pattern: str, *, links: Links = Links.NONE) -> Rule:
    return Rule(reason=reason, pattern=re.compile(pattern, re.IGNORECASE), links=links)


_SEE = r"(?:baca|lihat|simak|tonton|saksikan|cek)"
_CHANNEL = r"(?:whatsapp|wa|telegram|google\s?news|channel|saluran|instagram|facebook|twitter|youtube|tiktok)"
_LABEL = "label of links to other articles"

RULES: Final = (
    _rule(_LABEL, rf"{_SEE} (?:juga|pula)\W*", links=Links.UNDER),
    _rule("link to another article", rf"\W?{_SEE} (?:juga|pula)\s?[:\-–—|]\s?\S.*"),
    _rule("link to a video", rf"{_SEE} (?:juga )?video\b[^.]*"),
    _rule(_LABEL, r"(?:(?:berita|artikel|topik) )?(?:terpopuler|terkini)\W*", links=Links.TO_THE_END),
    _rule(_LABEL, r"(?:berita|artikel|topik) (?:terkait|terbaru|lainnya|pilihan)\W*", links=Links.TO_THE_END),
    _rule(_LABEL, r"(?:paling (?:banyak dibaca|populer)|most (?:read|popular))\W*", links=Links.TO_THE_END),
    _rule("link to a section", r".*\bklik (?:di )?sini\W*"),
    _rule("link to more", r"(?:(?:baca|simak|lihat) )?(?:berita |artikel )?selengkapnya(?: di ?sini)?\W*"),
    _rule("link to another page", r"(?:halaman|page)\s?:?\s?(?:[\d\s|»>]|selanjutnya|berikutnya|sebelumnya)+\W*"),
    _rule("advertisement", r"\W*(?:advertisements?|iklan|scroll (?:to|untuk) \w+(?: with content| membaca)?)\W*"),
    _rule("placeholder of a player or picture", r"\[(?:gambas|video|foto|gambar|image|embed)\s?:.*\]"),
    _rule("placeholder of a page that still loads", r"(?:loading|memuat)\W*"),
    _rule(
        "call to follow", rf"(?:ikuti|follow|gabung|bergabung|dapatkan|subscribe)(?: [^\s,.]+){{0,10}} {_CHANNEL}\b.*"
    ),
    _rule("share bar", r"(?:bagikan|share|komentar|comments?|cetak|print|kirim|salin tautan|copy link)\W*"),
    _rule("tags", r"(?:tags?|kata kunci|keywords?)\s?:.*"),
    _rule("note of syndication", r"artikel ini (?:telah|sudah|pernah) (?:tayang|terbit|dimuat|dipublikasikan)\b.*"),
    _rule("copyright", r"(?:©|\(c\)|(?:copyright|hak cipta) ?(?:©|\(c\)|\d{4}|dilindungi)).*"),
    _rule("bare address", r"(?:https?://|www\.)\S+"),
    _rule("ornament", r"[^\w\"'“”‘’«»]+|_+"),
)


def label(lines: Sequence[Line]) -> Labels:
    """Return what each line of a body is, by its number, for formats whose headline and deck are fields of their own.

    A line is a paragraph or a crosshead unless its form says boilerplate, byline, photo line or white space. The
    rules hold for Indonesian and English alike: sites mix them.
    """
    labels: Labels = {}
    rules: dict[int, Rule] = {}
    for line in lines:
        if line.is_white:
            labels[line.number] = Label(BlockType.WHITESPACE)
        elif rule := rule_of(line):
            rules[line.number] = rule
            labels[line.number] = Label(BlockType.BOILERPLATE, rule.reason)
        elif reason := byline_reason(line):
            labels[line.number] = Label(BlockType.BYLINE, reason)
        elif is_photo_line(line):
            labels[line.number] = Label(BlockType.PHOTO_CAPTION, "photo line within the text")
    for link, above in find_links(lines, rules, dict(labels)):
        labels[link.number] = Label(BlockType.BOILERPLATE, f"link under: {above.bare}"[:LONGEST_REASON])
    own = [line for line in lines if line.number not in labels]
    for line in own:
        is_head = line.heads and line is not own[-1]  # a crosshead with nothing under it heads nothing
        labels[line.number] = Label(BlockType.CROSSHEAD if is_head else BlockType.PARAGRAPH)
    return labels


def rule_of(line: Line) -> Rule | None:
    """Return the first rule that the line falls under; None when it is the newsroom's own text."""
    if len(line.bare) > _LONGEST:
        return None
    return next((rule for rule in RULES if rule.pattern.fullmatch(line.bare)), None)


def find_links(lines: Sequence[Line], rules: Mapping[int, Rule], known: Container[int]) -> Iterator[tuple[Line, Line]]:
    """Yield each of `lines` that is another article's headline, with the line that it belongs to.

    `rules` are those that lines fall under, `known` the lines that are something else already; both by number.
    """
    open_lines = [line for line in lines if line.number not in known]
    last_sentence = max((line.number for line in open_lines if not line.links), default=0)
    label: Line | None = None
    for line in lines:
        rule = rules.get(line.number)
        if rule and rule.links is not Links.NONE:
            label = line
            to_the_end = rule.links is Links.TO_THE_END and line.number > last_sentence
        elif label and line.number not in known:
            if to_the_end or (line.links and line.group == label.group):
                yield line, label
            else:
                label = None
